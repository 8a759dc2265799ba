"""Ties «Обзор» to the state of the workspace."""

from shkola_desktop.app import overview
from shkola_desktop.ui.context import Context
from shkola_desktop.ui.home.page import HomePage


class HomePresenter:
    """Shows the overview anew each time it is opened."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.page = HomePage()
        self.page.step_wanted.connect(self._go)
        context.saving.saved.connect(self._follow)

    def open(self, _at: str | None = None) -> None:
        """Read the state and show it."""
        found = overview.overview(self._context.workspace)
        self.page.render_overview(found, found.form_title)
        self.page.focus_next()

    def leave(self) -> None:
        """Nothing is open here."""

    def _follow(self, _at: object) -> None:
        # an answer may still have been on its way when the screen was opened
        if self.page.isVisible():
            self.open()

    def _go(self, screen: object) -> None:
        self._context.go(screen, None)  # pyright: ignore[reportArgumentType]  # a Screen by the page
