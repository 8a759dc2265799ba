"""Ties «Результаты» to the review of this year's diagnosis."""

from collections.abc import Mapping
from functools import partial

from shkola_desktop.app import advancing, diagnosing, reviewing, weighing
from shkola_desktop.app.advancing import Advance
from shkola_desktop.app.remarks.own import own_review
from shkola_desktop.app.reviewing import Review
from shkola_desktop.domain.effort import Weights
from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.domain.ids import DirectionCode, IndicatorCode, OptionId
from shkola_desktop.ui.context import Context, Screen
from shkola_desktop.ui.result.page import ResultPage


class ResultPresenter:
    """Shows the newest diagnosis each time it is opened.

    What is tried out stays until it is taken back or the answers change.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._review: Review | None = None
        self._goal: DirectionCode | None = None
        self._weights = Weights()
        self._asked = 0
        self._weighed = False
        self._tried: dict[IndicatorCode, OptionId] = {}
        self.page = ResultPage()
        page = self.page
        page.indicator_wanted.connect(self._open_indicator)
        page.start_wanted.connect(lambda: context.go(Screen.DIAGNOSIS, None))
        page.plan_wanted.connect(lambda: context.go(Screen.PROGRAMME, None))
        page.goal_wanted.connect(self._aim)
        page.weights_wanted.connect(self._weigh)
        page.try_wanted.connect(self._try)
        page.take_wanted.connect(self._take)
        page.changed_if.connect(self._change)
        page.reset_wanted.connect(self._reset)
        page.take_tried_wanted.connect(self._take_tried)
        context.saving.saved.connect(self._follow)

    def open(self, _at: str | None = None) -> None:
        """Read the result and show it."""
        found = diagnosing.diagnoses_of(self._context.workspace)
        if not found:
            self.page.render_empty()
            return
        self._review = reviewing.review(found[0].id, self._context.workspace)
        averages = own_review(self._context.workspace, found[0]).averages
        self.page.render_review(self._review, averages)
        self._show_weights(weighing.weights_of(self._context.workspace))
        self._seek()
        self._show_trial()

    def leave(self) -> None:
        """Nothing is open here."""

    def _follow(self, _at: object) -> None:
        # an answer may still have been on its way when the screen was opened; what is
        # hard changes no answer, and a page drawn anew would lose the focus
        if self._weighed:
            self._weighed = False
        elif self.page.isVisible():
            self.open()

    def _open_indicator(self, code: str) -> None:
        self._context.go(Screen.DIAGNOSIS, code)

    def _aim(self, direction: DirectionCode | None) -> None:
        self._goal = direction
        self._seek()

    def _weigh(self, weights: Weights) -> None:
        workspace = self._context.workspace
        before = self._weights
        self._show_weights(weights)
        self._context.saving.save(
            lambda: weighing.save_weights(weights, workspace),
            self._kept,
            partial(self._not_kept, before),
        )
        self._seek()

    def _kept(self, _weights: Weights) -> None:
        self._weighed = True

    def _not_kept(self, before: Weights, error: ShkolaError) -> None:
        # the screen shows what is kept, and nothing else
        self._show_weights(before)
        self._seek()
        self._refused(error)

    def _seek(self) -> None:
        """Look for the path in the background; of several askings the last counts."""
        review, card = self._review, self.page.path
        if review is None or card is None:
            return
        self._asked += 1
        card.show_waiting()
        bank, goal = self._context.workspace.catalogue.bank(), self._goal
        weights = self._weights
        self._context.runner.run(
            lambda: advancing.advance(review, goal, bank, weights),
            partial(self._found, self._asked),
            self._refused,
        )

    def _found(self, asked: int, advance: Advance) -> None:
        if asked == self._asked and self.page.path is not None:
            self.page.path.show_advance(advance)

    def _show_weights(self, weights: Weights) -> None:
        self._weights = weights
        if self.page.weights is not None:
            self.page.weights.show_weights(weights)

    def _try(self, planned: Mapping[IndicatorCode, OptionId]) -> None:
        self._tried = dict(planned)
        self._show_trial()
        if self.page.what_if is not None:
            self.page.ensureWidgetVisible(self.page.what_if)

    def _change(self, code: str, option: str | None) -> None:
        indicator = IndicatorCode(code)
        if option is None:
            self._tried.pop(indicator, None)
        else:
            self._tried[indicator] = OptionId(option)
        self._show_trial()

    def _reset(self) -> None:
        self._tried = {}
        self._show_trial()

    def _show_trial(self) -> None:
        if self._review is not None and self.page.what_if is not None:
            trial = advancing.try_out(self._review, self._tried)
            self.page.what_if.show_trial(trial)

    def _take_tried(self) -> None:
        if self._review is not None:
            trial = advancing.try_out(self._review, self._tried)
            self._take(advancing.raised(trial, self._review))

    def _take(self, codes: tuple[IndicatorCode, ...]) -> None:
        review, workspace = self._review, self._context.workspace
        if review is None:
            return
        self._context.saving.save(
            lambda: advancing.take_over(codes, review, workspace),
            lambda _programme: self._context.go(Screen.PROGRAMME, None),
            self._refused,
        )

    def _refused(self, error: ShkolaError) -> None:
        self.page.notice.say_error(error)
