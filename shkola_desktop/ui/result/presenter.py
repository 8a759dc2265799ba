"""Ties «Результаты» to the review of this year's diagnosis."""

from shkola_desktop.app import diagnosing, reviewing
from shkola_desktop.ui.context import Context, Screen
from shkola_desktop.ui.result.page import ResultPage


class ResultPresenter:
    """Shows the newest diagnosis each time it is opened."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.page = ResultPage()
        self.page.indicator_wanted.connect(self._open_indicator)
        self.page.start_wanted.connect(lambda: context.go(Screen.DIAGNOSIS, None))
        self.page.plan_wanted.connect(lambda: context.go(Screen.PROGRAMME, None))

    def open(self, _at: str | None = None) -> None:
        """Read the result and show it."""
        found = diagnosing.diagnoses_of(self._context.workspace)
        if not found:
            self.page.render_empty()
            return
        self.page.render_review(reviewing.review(found[0].id, self._context.workspace))

    def leave(self) -> None:
        """Nothing is open here."""

    def _open_indicator(self, code: str) -> None:
        self._context.go(Screen.DIAGNOSIS, code)
