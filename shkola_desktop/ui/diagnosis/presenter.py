"""Ties the wizard's page to its flow and to the use cases."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from shkola_desktop.app import (
    answering,
    attaching,
    diagnosing,
    editions,
    history,
    registering,
    reviewing,
    wizard,
)
from shkola_desktop.app.answering import Batch, Change
from shkola_desktop.app.carrying import Carried
from shkola_desktop.app.exchange import parting
from shkola_desktop.app.history import History, Step
from shkola_desktop.app.remarks import writing
from shkola_desktop.app.remarks.own import NOTHING, own_review
from shkola_desktop.app.wizard import Filter, Standing
from shkola_desktop.domain.diagnosis import Answer, Diagnosis, Evidence, Status
from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.domain.ids import (
    CriterionCode,
    DiagnosisId,
    IndicatorCode,
    OptionId,
    VersionId,
)
from shkola_desktop.domain.review import Entry, PlaceKind, Verdict
from shkola_desktop.ui.context import Context, Screen
from shkola_desktop.ui.diagnosis.carry_presenter import CarryPresenter
from shkola_desktop.ui.diagnosis.page import DiagnosisPage
from shkola_desktop.ui.spots import REMARKED, REOPEN
from shkola_desktop.words.messages import message_for
from shkola_desktop.words.parts import part_banner, part_banner_more
from shkola_desktop.words.reviews import decided
from shkola_desktop.words.russian import FILES, counted

PLACE = "wizard.place"
"""Setting: indicator or criterion where the person stopped."""
NOT_KEPT = VersionId("")
"""Version of an answer that is shown but not written yet."""


class DiagnosisPresenter(QObject):
    """Holds where the person stands; the page only draws it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._standing: Standing | None = None
        self._history = History()
        self._held: tuple[str, ...] = ()
        self._last_year: Mapping[IndicatorCode, str] = {}
        self._review = NOTHING
        self.carry = CarryPresenter(context)
        self.page = DiagnosisPage(context.icons, self.carry.page)
        self._connect()

    def open(self, at: str | None = None) -> None:
        """Show this year's diagnosis where the person stopped, or at a place."""
        self.page.flush()
        workspace = self._context.workspace
        year = workspace.clock.now().astimezone().year
        found = diagnosing.diagnoses_of(workspace)
        current = next((d for d in found if d.year == year), None)
        diagnosis = current or diagnosing.start(year, workspace)
        self._read_review(diagnosis)
        known = None if self._parts_changed(diagnosis) else self._standing
        if known is not None and known.diagnosis.id == diagnosis.id and at is None:
            # answers on their way to the medium are newer than what is read now
            if not self._context.runner.busy:
                self._show(self._marked(wizard.with_diagnosis(known, diagnosis)))
            return
        form = parting.form_here(diagnosis, workspace)
        self._last_year = self._words_of_last_year(diagnosis)
        place = at or registering.setting(PLACE, workspace)
        if at in {REMARKED, REOPEN}:
            self._show(wizard.to_remarked(self._marked(wizard.enter(form, diagnosis))))
        else:
            self._show(self._marked(wizard.enter(form, diagnosis, place)))
        if at == REOPEN and diagnosis.status is Status.COMPLETED:
            self.page.show_check()
            return
        if at is not None:
            self.page.show_answers()
        self.page.focus_card(self._required().indicator)

    def _read_review(self, diagnosis: Diagnosis) -> None:
        self._review = own_review(self._context.workspace, diagnosis)
        self.page.show_remarks(self._review.by_place(PlaceKind.INDICATOR))
        decision = self._review.decision
        if decision is not None and decision.verdict is Verdict.RETURNED:
            self.page.check.suggest_reason(decided(decision))

    def _marked(self, standing: Standing) -> Standing:
        codes = {
            IndicatorCode(t.first.place)
            for t in self._review.open
            if t.first.place_kind is PlaceKind.INDICATOR
        }
        return wizard.with_remarked(standing, frozenset(codes))

    def _reply(self, remark: str, words: str) -> None:
        school = self._review.school
        if school is None:
            return
        workspace = self._context.workspace
        self._context.saving.save(
            lambda: writing.reply(school, remark, words, workspace),
            self._replied,
            self.page.notice.say_error,
        )

    def _replied(self, entry: Entry) -> None:
        self.page.notice.say("")
        self.page.replied_to(entry.place)
        self._read_review(self._required().diagnosis)

    def _parts_changed(self, diagnosis: Diagnosis) -> bool:
        held = parting.held_for(diagnosis.id, self._context.workspace)
        before, self._held = self._held, tuple(record.id for record in held)
        self.page.show_held(part_banner(held), part_banner_more(held))
        return before != self._held

    def leave(self) -> None:
        """Keep a comment that is being typed, and the place."""
        self.page.flush()
        if self._standing is not None:
            place = self._standing.indicator or self._standing.criterion
            workspace = self._context.workspace
            self._context.runner.run(
                lambda: registering.save_setting(PLACE, place, workspace),
                lambda _none: None,
                self._context.saving.failed.emit,
            )

    def _connect(self) -> None:
        page = self.page
        page.chosen.connect(self._choose)
        page.commented.connect(self._comment)
        page.attach_wanted.connect(self._ask_files)
        page.dropped.connect(self._attach)
        page.detach_wanted.connect(self._detach)
        page.entered.connect(self._enter)
        page.criterion_wanted.connect(self._go_to_criterion)
        page.indicator_wanted.connect(self._go_to_indicator)
        page.next_wanted.connect(self._forward)
        page.back_wanted.connect(self._back)
        page.unanswered_wanted.connect(self._next_unanswered)
        page.filter_wanted.connect(self._filter)
        page.undo_wanted.connect(self._undo)
        page.redo_wanted.connect(self._redo)
        page.carry_wanted.connect(self._carry)
        page.files_dropped.connect(self._carry_file)
        page.replied.connect(self._reply)
        self.carry.back_wanted.connect(page.show_answers)
        self.carry.carried.connect(self._carried)
        self.carry.changed.connect(self._reload)
        page.parts_wanted.connect(lambda: self._context.go(Screen.PARTS, None))
        page.check.jump_wanted.connect(self._go_to_indicator)
        page.check.back_wanted.connect(page.show_answers)
        page.check.finish_wanted.connect(self._finish)
        page.check.reopen_wanted.connect(self._reopen)

    def _show(self, standing: Standing) -> None:
        self._standing = standing
        self.page.render_standing(standing, self._last_year)
        draft = standing.diagnosis.status is Status.DRAFT
        self.page.show_undo(
            undo=draft and self._history.last is not None,
            redo=draft and self._history.next is not None,
        )

    def _required(self) -> Standing:
        if self._standing is None:
            msg = "the page is shown before the presenter opened it"
            raise RuntimeError(msg)
        return self._standing

    def _choose(self, code: str, option: object) -> None:
        taken = None if option is None else OptionId(str(option))
        known = IndicatorCode(code)
        self._show_at_once(known, option=taken)
        self._write(
            lambda: answering.answer(self._id, known, taken, self._context.workspace)
        )

    def _comment(self, code: str, words: str) -> None:
        known = IndicatorCode(code)
        self._show_at_once(known, comment=words)
        self._write(
            lambda: answering.comment(self._id, known, words, self._context.workspace)
        )

    def _ask_files(self, code: str) -> None:
        paths = self._context.ask.open_files("Файлы-подтверждения")
        self._attach(code, paths)

    def _attach(self, code: str, paths: tuple[Path, ...]) -> None:
        known = IndicatorCode(code)
        refused: list[ShkolaError] = []
        for path in paths:
            self._context.saving.save(
                lambda path=path: attaching.attach(
                    self._id, known, path, self._context.workspace
                ),
                partial(self._attached, refused),
                partial(self._not_attached, refused),
            )

    def _attached(self, refused: list[ShkolaError], change: Change) -> None:
        self._kept(change)
        # the file before may have been refused: the next one does not undo that
        self._say_refused(refused)

    def _not_attached(self, refused: list[ShkolaError], error: ShkolaError) -> None:
        refused.append(error)
        self._reload()
        self._say_refused(refused)

    def _say_refused(self, refused: list[ShkolaError]) -> None:
        match refused:
            case []:
                return
            case [error]:
                self.page.notice.say_error(error)
            case _:
                messages = [message_for(error).sentence for error in refused]
                first = f"Не приложено: {counted(len(refused), FILES)}."
                self.page.notice.say(first, "\n".join(messages), tone="danger")

    def _detach(self, code: str, file: Evidence) -> None:
        known = IndicatorCode(code)
        self._write(
            lambda: attaching.detach(self._id, known, file, self._context.workspace)
        )

    @property
    def _id(self) -> DiagnosisId:
        return self._required().diagnosis.id

    def _show_at_once(self, code: IndicatorCode, **changed: object) -> None:
        # the medium may be slow; a refusal shows what is really kept
        standing = self._required()
        now = self._context.workspace.clock.now()
        before = standing.diagnosis.answers.get(code) or Answer(None, NOT_KEPT, now)
        after = replace(before, **changed)  # pyright: ignore[reportArgumentType]  # fields of Answer
        diagnosis = standing.diagnosis.answered(code, after)
        self._show(wizard.mark(wizard.with_diagnosis(standing, diagnosis), code))

    def _write(self, task: Callable[[], Change]) -> None:
        self._context.saving.save(task, self._kept, self._refused)

    def _kept(self, change: Change) -> None:
        if change.before == change.after:
            return
        self._history = history.changed(self._history, change)
        self._show_change(change)

    def _show_change(self, change: Change) -> None:
        self.page.notice.say("")
        standing = self._required()
        diagnosis = standing.diagnosis.answered(change.code, change.after)
        self._show(wizard.with_diagnosis(standing, diagnosis))

    def _refused(self, error: ShkolaError) -> None:
        self._reload()
        self.page.notice.say_error(error)

    def _reload(self) -> None:
        standing = self._required()
        try:
            diagnosis = diagnosing.load(self._id, self._context.workspace)
        except ShkolaError:
            return
        self._show(wizard.with_diagnosis(standing, diagnosis))

    def _undo(self) -> None:
        self.page.flush()
        # behind everything that is being written: its change is undone first
        self._context.runner.run(
            lambda: None, lambda _none: self._undo_now(), self._refused
        )

    def _undo_now(self) -> None:
        step = self._history.last
        if step is None or self._frozen:
            return
        workspace = self._context.workspace
        self._context.saving.save(
            lambda: answering.revert_all(self._id, _before(step), workspace),
            self._undone,
            self._refused,
        )

    def _undone(self, batch: Batch) -> None:
        self._history = history.stepped_back(self._history)
        self._show_batch(batch)

    def _redo(self) -> None:
        self._context.runner.run(
            lambda: None, lambda _none: self._redo_now(), self._refused
        )

    def _redo_now(self) -> None:
        step = self._history.next
        if step is None or self._frozen:
            return
        workspace = self._context.workspace
        self._context.saving.save(
            lambda: answering.revert_all(self._id, _after(step), workspace),
            self._redone,
            self._refused,
        )

    def _redone(self, batch: Batch) -> None:
        self._history = history.stepped_forward(self._history)
        self._show_batch(batch)

    def _show_batch(self, batch: Batch) -> None:
        self.page.notice.say("")
        standing = self._required()
        diagnosis = standing.diagnosis
        for change in batch.changes:
            diagnosis = diagnosis.answered(change.code, change.after)
        self._show(wizard.with_diagnosis(standing, diagnosis))
        self._go_to_indicator(batch.changes[0].code)

    @property
    def _frozen(self) -> bool:
        return self._required().diagnosis.status is Status.COMPLETED

    def _enter(self, code: str) -> None:
        standing = self._required()
        if standing.indicator != code:
            self._show(wizard.mark(standing, IndicatorCode(code)))

    def _go_to_criterion(self, code: str) -> None:
        self._move(wizard.go_to(self._required(), CriterionCode(code)))

    def _go_to_indicator(self, code: str) -> None:
        self._move(wizard.go_to_indicator(self._required(), IndicatorCode(code)))

    def _forward(self) -> None:
        standing = self._required()
        if self.page.checking:
            return
        if standing.last:
            self.page.show_check()
        else:
            self._move(wizard.forward(standing))

    def _back(self) -> None:
        if self.page.checking:
            self.page.show_answers()
        else:
            self._move(wizard.back(self._required()))

    def _next_unanswered(self) -> None:
        standing = self._required()
        moved = wizard.to_next_unanswered(standing)
        if moved == standing:
            self.page.show_check()
        else:
            self._move(moved)

    def _filter(self, filter: Filter) -> None:
        standing = self._required()
        if filter is Filter.REMARKED:
            # remarks are few: the next page that has one is what is wanted
            self._move(wizard.to_remarked(standing))
        else:
            self._move(wizard.with_filter(standing, filter))

    def _move(self, standing: Standing) -> None:
        self.page.flush()
        current = self._required()
        # flush may have changed the answers meanwhile
        moved = wizard.with_diagnosis(standing, current.diagnosis)
        self.page.show_answers()
        self._show(moved)
        self.page.focus_card(moved.indicator)

    def _carry(self) -> None:
        self.page.flush()
        # behind everything that is being written: the preview shows what is kept
        self._context.runner.run(
            lambda: None, lambda _none: self._open_carry(), self._refused
        )

    def _open_carry(self) -> None:
        self.carry.open()
        self.page.show_carry()

    def _carry_file(self, path: Path) -> None:
        self._carry()
        self._context.runner.run(
            lambda: None, lambda _none: self.carry.read_any(path), self._refused
        )

    def _carried(self, carried: Carried) -> None:
        if carried.diagnosis == self._id and carried.batch.changes:
            self._history = history.changed(self._history, carried.batch)
        self._reload()

    def _finish(self) -> None:
        self.page.flush()
        workspace = self._context.workspace
        self._context.saving.save(
            lambda: diagnosing.complete(self._id, workspace),
            self._finished,
            self._finish_refused,
        )

    def _finished(self, diagnosis: Diagnosis) -> None:
        self._show(wizard.with_diagnosis(self._required(), diagnosis))
        self._context.go(Screen.RESULT, None)

    def _finish_refused(self, error: ShkolaError) -> None:
        self._reload()
        message = message_for(error)
        self.page.check.say(message.happened, message.advice)

    def _reopen(self, reason: str) -> None:
        workspace = self._context.workspace
        self._context.saving.save(
            lambda: diagnosing.reopen(self._id, reason, workspace),
            self._reopened,
            self._finish_refused,
        )

    def _reopened(self, diagnosis: Diagnosis) -> None:
        self._show(wizard.with_diagnosis(self._required(), diagnosis))
        self.page.show_answers()

    def _words_of_last_year(self, diagnosis: Diagnosis) -> Mapping[IndicatorCode, str]:
        earlier = reviewing.previous_of(diagnosis, self._context.workspace)
        if earlier is None:
            return {}
        before = earlier[0]
        form = editions.form_of(before, self._context.workspace)
        words: dict[IndicatorCode, str] = {}
        for indicator in form.indicators:
            taken = before.options.get(indicator.code)
            option = indicator.option(taken) if taken else None
            if option is not None:
                words[indicator.code] = f"В {before.year} году: {option.text}"
        return words


def _before(step: Step) -> Mapping[IndicatorCode, Answer | None]:
    """Return what Undo of a step brings back."""
    changes = step.changes if isinstance(step, Batch) else (step,)
    return {change.code: change.before for change in changes}


def _after(step: Step) -> Mapping[IndicatorCode, Answer | None]:
    """Return what Redo of a step brings back."""
    changes = step.changes if isinstance(step, Batch) else (step,)
    return {change.code: change.after for change in changes}
