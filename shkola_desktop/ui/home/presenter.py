"""Ties «Обзор» to the state of the workspace."""

from shkola_desktop.app import overview
from shkola_desktop.app.remarks.own import NOTHING, own_review
from shkola_desktop.domain.review import PlaceKind, Standing
from shkola_desktop.ui.context import Context, Screen
from shkola_desktop.ui.home.page import HomePage
from shkola_desktop.ui.keys.reminder import remind
from shkola_desktop.ui.spots import REMARKED, REOPEN


class HomePresenter:
    """Shows the overview anew each time it is opened."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._review = NOTHING
        self.page = HomePage()
        self.page.step_wanted.connect(self._go)
        self.page.remarks_wanted.connect(self._put_right)
        context.saving.saved.connect(self._follow)

    def open(self, _at: str | None = None) -> None:
        """Read the state and show it."""
        found = overview.overview(self._context.workspace)
        review = self._review = own_review(self._context.workspace, found.diagnosis)
        self.page.render_overview(found, found.form_title, review)
        remind(self.page.column, self._context)
        self.page.focus_next()

    def leave(self) -> None:
        """Nothing is open here."""

    def _put_right(self) -> None:
        kinds = {thread.first.place_kind for thread in self._review.open}
        if kinds == {PlaceKind.SECTION}:
            place = self._review.open[0].first.place
            self._context.go(Screen.PROGRAMME, f"section:{place}")
            return
        returned = self._review.standing is Standing.RETURNED
        self._context.go(Screen.DIAGNOSIS, REOPEN if returned else REMARKED)

    def _follow(self, _at: object) -> None:
        # an answer may still have been on its way when the screen was opened
        if self.page.isVisible():
            self.open()

    def _go(self, screen: object) -> None:
        self._context.go(screen, None)  # pyright: ignore[reportArgumentType]  # a Screen by the page
