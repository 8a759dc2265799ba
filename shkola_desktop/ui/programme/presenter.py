"""Ties the programme's sections to planning; every change is kept at once."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from shkola_desktop.app import (
    diagnosing,
    drafting,
    executing,
    outlook,
    planning,
    registering,
    school_info,
    suggesting,
    versions,
    wording,
)
from shkola_desktop.app.executing import Correction
from shkola_desktop.app.outlook import Outlook
from shkola_desktop.app.versions import Versions, Written
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.deficits import Shortfall
from shkola_desktop.domain.documents import DocumentKind
from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.domain.ids import DiagnosisId
from shkola_desktop.domain.measures import BankMeasure
from shkola_desktop.domain.programme import Deficit, Measure, Programme
from shkola_desktop.domain.school_info import SchoolInfo
from shkola_desktop.domain.self_check.check import Checked
from shkola_desktop.ui.context import Context, Screen
from shkola_desktop.ui.programme.beside import PreviewPresenter
from shkola_desktop.ui.programme.page import ProgrammePage
from shkola_desktop.ui.programme.parts import Part, place_of
from shkola_desktop.ui.programme.remarks import RemarksKeeper
from shkola_desktop.ui.programme.running_check import RunningCheck
from shkola_desktop.ui.programme.sections import Sections
from shkola_desktop.ui.programme.states import (
    standing_of,
    standing_of_check,
    standing_of_texts,
)
from shkola_desktop.ui.programme.versions.keeper import VersionKeeper
from shkola_desktop.words import plans
from shkola_desktop.words.reviews import REMARKS
from shkola_desktop.words.russian import counted

ELSEWHERE = {
    "school": (Screen.SETTINGS, "school"),
    "diagnosis": (Screen.DIAGNOSIS, None),
}
"""Places that the self-check names and other screens hold."""
Value = TypeVar("Value")
NEW_MEASURE = "Новое мероприятие"


class ProgrammePresenter:
    """Holds one programme, its earlier states and the open part."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._versions: Versions | None = None
        self._outlook: Outlook | None = None
        self._part = Part.BASICS
        self._pending = 0
        self._checked: Checked | None = None
        self._checks = RunningCheck(context.runner)
        template = context.workspace.catalogue.template()
        texts_of = partial(wording.texts_of, workspace=context.workspace)
        self._sections = Sections(template, context.icons, texts_of)
        self.page = ProgrammePage(context.icons, self._sections.all)
        self._preview = PreviewPresenter(context, self.page)
        card = self._sections.changes.versions
        self._kept = VersionKeeper(context, card, self.leave, self._change)
        self._remarks = RemarksKeeper(context, self.page.remarks, self.page.notice)
        self._connect()

    def open(self, at: str | None = None) -> None:
        """Show the newest programme at a place, or how to begin one."""
        workspace = self._context.workspace
        found = diagnosing.diagnoses_of(workspace)
        if planning.programme_of(workspace) is None:
            self._outlook = None
            answered = bool(found and found[0].options)
            self.page.show_empty(answered=answered, begun=bool(found))
            return
        shown = self._outlook = self._taken(outlook.outlook_of(workspace))
        self._sections.about.from_year(school_info.suggested_year(workspace))
        diagnosis = shown.material.diagnosis.id
        self.page.show_wizard(outdated=bool(found) and found[0].id != diagnosis)
        self._preview.open()
        self._remarks.read()
        self._checks.ask(shown)
        if at is None:
            self._show()
        else:
            self._go(at)

    def _taken(self, found: Outlook) -> Outlook:
        """Return what the file holds, or what is on its way there."""
        known, written = self._versions, found.written
        same = known is not None and known.now.programme.id == written.programme.id
        if not same:
            self._part = Part.BASICS
        if known is not None and same and self._pending:
            return outlook.with_written(found, known.now)
        if known is None or known.now != written:
            # another programme, or one that was changed elsewhere
            self._versions = Versions(written)
        return found

    def leave(self) -> None:
        """Keep what is being typed."""
        if self._outlook is not None:
            self._sections.of(self._part).flush()

    def _connect(self) -> None:
        page, go, sections = self.page, self._context.go, self._sections
        self._checks.done.connect(self._show_checked)
        page.draft_wanted.connect(lambda: self._draft(drafting.draft))
        page.earlier_wanted.connect(self._draft_from_earlier)
        page.empty_wanted.connect(lambda: self._draft(drafting.draft_empty))
        page.diagnosis_wanted.connect(lambda: go(Screen.DIAGNOSIS, None))
        page.undo_wanted.connect(lambda: self._step_version(versions.stepped_back))
        page.redo_wanted.connect(lambda: self._step_version(versions.stepped_forward))
        page.make_wanted.connect(self._make)
        page.part_wanted.connect(self._open_code)
        page.step_wanted.connect(self._step)
        for section in sections.all:
            section.changed.connect(self._change)
        sections.about.info_changed.connect(self._change_info)
        sections.deficits.add_wanted.connect(self._add)
        sections.deficits.take_wanted.connect(self._take_measure)
        sections.deficits.own_wanted.connect(self._own)
        sections.mechanisms.suggest_wanted.connect(self._suggest_team)
        sections.mechanisms.people_wanted.connect(lambda: go(Screen.SETTINGS, "people"))
        sections.roadmap.jump_wanted.connect(self._jump)
        sections.check.jump_wanted.connect(self._jump)
        sections.execution.correction_wanted.connect(self._correct)
        sections.execution.report_wanted.connect(self._report)

    def _draft_from_earlier(self) -> None:
        self.leave()
        if self._outlook is not None:
            earlier = self._outlook.programme
            self._draft(partial(drafting.draft_from_earlier, earlier))

    def _draft(self, make: Callable[[DiagnosisId, Workspace], Programme]) -> None:
        workspace = self._context.workspace
        found = diagnosing.diagnoses_of(workspace)
        if not found:
            return
        self._context.saving.save(
            lambda: make(found[0].id, workspace),
            lambda _programme: self.open(),
            self._refused,
        )

    def _make(self) -> None:
        self.leave()
        self._context.go(Screen.DOCUMENTS, "programme")

    def _show(self) -> None:
        known = self._outlook
        if known is None or self._versions is None:
            return
        self.page.show_part(self._part)
        self._sections.of(self._part).show_outlook(known)
        self._kept.show_outlook(known)
        self._remarks.show(self._part)
        self._preview.show(known.material, self._part)
        self._show_states(known)
        self.page.show_undo(
            undo=bool(self._versions.past), redo=bool(self._versions.future)
        )

    def _show_states(self, known: Outlook) -> None:
        states = {s.part: standing_of(s.part, known) for s in self._sections.all}
        states[Part.TEXTS] = standing_of_texts(self._sections.texts.texts(known))
        states[Part.CHECK] = standing_of_check(self._checked)
        for part, count in self._remarks.open.items():
            words = (states[part].words, counted(count, REMARKS))
            marked = " · ".join(word for word in words if word)
            states[part] = replace(states[part], words=marked)
        self.page.show_states(plans.period_named(known.programme), states)

    def _show_checked(self, checked: Checked) -> None:
        self._checked = checked
        self._sections.check.show_checked(checked)
        if self._outlook is not None:
            self._show_states(self._outlook)

    def _open_code(self, code: str) -> None:
        again = self._part is Part(code)
        self._open_part(Part(code))
        if again:
            self._sections.of(self._part).go_to("")

    def _open_part(self, part: Part) -> None:
        self.leave()
        self._part = part
        self._show()

    def _step(self, step: int) -> None:
        parts = [section.part for section in self._sections.all]
        position = parts.index(self._part) + step
        if 0 <= position < len(parts):
            self._open_part(parts[position])

    def _go(self, at: str) -> None:
        place = place_of(at)
        self._open_part(place.part)
        self._sections.of(place.part).go_to(place.spot)

    def _jump(self, at: str) -> None:
        elsewhere = ELSEWHERE.get(at.partition(":")[0])
        if elsewhere is None:
            self._go(at)
        else:
            self._context.go(*elsewhere)

    def _change(self, programme: Programme) -> None:
        if self._versions is not None:
            self._change_written(replace(self._versions.now, programme=programme))

    def _change_info(self, info: SchoolInfo) -> None:
        if self._versions is not None:
            self._change_written(replace(self._versions.now, info=info))

    def _change_written(self, written: Written) -> None:
        if self._versions is None:
            return
        place = self._sections.of(self._part).place
        self._keep(versions.changed(self._versions, written, place))

    def _keep(self, known: Versions) -> None:
        if self._versions is None or self._outlook is None:
            return
        before, after = self._versions.now, known.now
        self._versions = known
        self._outlook = outlook.with_written(self._outlook, after)
        self._show()
        workspace, programme = self._context.workspace, after.programme
        info = after.info
        if programme != before.programme:
            self._save(lambda: planning.save(programme, workspace))
        if info != before.info:
            self._save(lambda: school_info.save_info(info, workspace))
        self._checks.ask(self._outlook)

    def _step_version(
        self, stepped: Callable[[Versions], tuple[Versions, str]]
    ) -> None:
        self.leave()
        if self._versions is None:
            return
        known, place = stepped(self._versions)
        if not place:
            return
        if place_of(place).part is not self._part:
            self._part = place_of(place).part
        self._keep(known)
        if place != self._sections.of(self._part).place:
            self._go(place)

    def _add(self, shortfall: Shortfall) -> None:
        if self._outlook is None:
            return
        workspace = self._context.workspace
        known = self._outlook.programme
        changed = planning.with_shortfall(known, shortfall, workspace)
        self._change(changed)
        self._go(f"deficit:{changed.deficits[-1].code}")

    def _take_measure(self, deficit: Deficit, measure: BankMeasure) -> None:
        if self._outlook is None:
            return
        id = self._context.workspace.new_id()
        school = self._outlook.material.school
        taken = suggesting.measure_from(measure, id, school)
        self._change_deficit(replace(deficit, measures=(*deficit.measures, taken)))

    def _own(self, deficit: Deficit) -> None:
        id = self._context.workspace.new_id()
        own = Measure(id, NEW_MEASURE, "", "", "", "", "none")
        self._change_deficit(replace(deficit, measures=(*deficit.measures, own)))

    def _change_deficit(self, deficit: Deficit) -> None:
        if self._outlook is not None:
            self._change(self._outlook.programme.with_deficit(deficit))

    def _correct(self, correction: Correction) -> None:
        self.leave()
        if self._outlook is None:
            return
        workspace, before = self._context.workspace, self._outlook.programme
        self._save(
            lambda: executing.correct(before, correction, workspace), self._corrected
        )

    def _corrected(self, programme: Programme) -> None:
        known = self._outlook
        if known is not None and known.programme.id == programme.id:
            self._change(programme)
            self._kept.refresh()

    def _report(self, year: int) -> None:
        self.leave()
        kind = DocumentKind.EXECUTION_REPORT.value
        self._context.go(Screen.DOCUMENTS, f"{kind}:{year}")

    def _suggest_team(self) -> None:
        if self._outlook is None:
            return
        workspace = self._context.workspace
        people = registering.people_of(workspace)
        known = self._outlook.programme
        team = planning.team_from(people, known, workspace)
        self._change(replace(known, team=team))

    def _save(
        self,
        task: Callable[[], Value],
        done: Callable[[Value], None] | None = None,
    ) -> None:
        def saved(value: Value) -> None:
            self._pending -= 1
            self.page.notice.say("")
            if done is not None:
                done(value)

        self._pending += 1
        self._context.saving.save(task, saved, self._not_saved)

    def _not_saved(self, error: ShkolaError) -> None:
        self._pending -= 1
        self._refused(error)

    def _refused(self, error: ShkolaError) -> None:
        self.page.notice.say_error(error)
