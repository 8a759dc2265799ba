"""Ties the programme's tabs to planning; every change is kept at once."""

from dataclasses import replace

from shkola_desktop.app import diagnosing, planning, registering
from shkola_desktop.domain.deficits import Shortfall, shortfalls
from shkola_desktop.domain.diagnosis import Diagnosis
from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.domain.expectations import expectations, expected_options
from shkola_desktop.domain.form import Form
from shkola_desktop.domain.measures import BankMeasure
from shkola_desktop.domain.programme import Deficit, Measure, Member, Programme
from shkola_desktop.domain.scoring import score
from shkola_desktop.ui.context import Context, Screen
from shkola_desktop.ui.programme.deficit_editor import Suggestions
from shkola_desktop.ui.programme.page import ProgrammePage
from shkola_desktop.words import plans

DEPTH = 200
"""Changes that can be undone."""


class ProgrammePresenter:
    """Holds one programme and its earlier states."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._programme: Programme | None = None
        self._form: Form | None = None
        self._diagnosis: Diagnosis | None = None
        self._past: tuple[Programme, ...] = ()
        self._future: tuple[Programme, ...] = ()
        self._code: str | None = None
        self.page = ProgrammePage(context.workspace.catalogue.template())
        self._connect()

    def open(self, _at: str | None = None) -> None:
        """Show the newest programme, or how to begin one."""
        workspace = self._context.workspace
        found = diagnosing.diagnoses_of(workspace)
        programme = planning.programme_of(workspace)
        if programme is None:
            self.page.show_empty(answered=bool(found and found[0].options))
            return
        if self._programme is None or self._programme.id != programme.id:
            self._past, self._future, self._code = (), (), None
        self._diagnosis = diagnosing.load(programme.diagnosis, workspace)
        self._form = diagnosing.form_of(self._diagnosis, workspace)
        self._show(programme)
        outdated = bool(found) and found[0].id != programme.diagnosis
        self.page.show_tabs(outdated=outdated)

    def leave(self) -> None:
        """Keep a goal that is being typed."""
        self.page.basics.flush()

    def _connect(self) -> None:
        page, go = self.page, self._context.go
        page.draft_wanted.connect(self._draft)
        page.diagnosis_wanted.connect(lambda: go(Screen.DIAGNOSIS, None))
        page.undo_wanted.connect(self._undo)
        page.redo_wanted.connect(self._redo)
        page.basics.changed.connect(self._change)
        page.basics.make_wanted.connect(lambda: go(Screen.DOCUMENTS, "programme"))
        page.deficits.chosen.connect(self._choose)
        page.deficits.add_wanted.connect(self._add)
        page.deficits.editor.changed.connect(self._change_deficit)
        page.deficits.editor.take_wanted.connect(self._take)
        page.deficits.editor.own_wanted.connect(self._own)
        page.team.changed.connect(self._change_team)
        page.team.suggest_wanted.connect(self._suggest_team)
        page.team.people_wanted.connect(lambda: go(Screen.SETTINGS, "people"))

    def _draft(self) -> None:
        workspace = self._context.workspace
        found = diagnosing.diagnoses_of(workspace)
        if not found:
            return
        self._context.saving.save(
            lambda: planning.draft(found[0].id, workspace),
            lambda _programme: self.open(),
            self._refused,
        )

    def _show(self, programme: Programme) -> None:
        form, diagnosis = self._form, self._diagnosis
        if form is None or diagnosis is None:
            return
        self._programme = programme
        self.page.show_period(plans.period(programme))
        lifted = expectations(form, diagnosis.options, programme)
        suggested = plans.goal(
            replace(programme, goal=""),
            form,
            score(form, diagnosis.options),
            score(form, expected_options(diagnosis.options, lifted)),
        )
        self.page.basics.show_programme(programme, suggested)
        others = planning.not_planned(programme, self._context.workspace)
        known = [deficit.code for deficit in programme.deficits]
        if self._code not in known:
            self._code = known[0] if known else None
        self.page.deficits.show_programme(programme, others, self._code)
        self._show_deficit()
        people = registering.people_of(self._context.workspace)
        self.page.team.show_team(people, form.directions, programme.team)
        self.page.show_undo(undo=bool(self._past), redo=bool(self._future))

    def _show_deficit(self) -> None:
        deficit = self._current()
        if deficit is None:
            self.page.deficits.editor.show_nothing()
        else:
            self.page.deficits.editor.show_deficit(deficit, self._suggestions(deficit))

    def _suggestions(self, deficit: Deficit) -> Suggestions:
        shortfall = self._shortfall(deficit)
        if shortfall is None:
            return Suggestions(deficit.text, (), ())
        bank = self._context.workspace.catalogue.bank()
        school = registering.school_of(self._context.workspace)
        indicator = shortfall.indicator
        measures = (
            planning.suggested_measures(shortfall, school, bank) if school else ()
        )
        return Suggestions(
            heading=f"{indicator.code} {indicator.name}",
            causes=planning.suggested_causes(shortfall, bank),
            measures=measures,
        )

    def _shortfall(self, deficit: Deficit) -> Shortfall | None:
        if self._form is None or self._diagnosis is None:
            return None
        found = shortfalls(self._form, self._diagnosis.options)
        return next((s for s in found if s.indicator.code == deficit.indicator), None)

    def _current(self) -> Deficit | None:
        known = self._programme.deficits if self._programme else ()
        return next((d for d in known if d.code == self._code), None)

    def _choose(self, code: str) -> None:
        self._code = code
        self._show_deficit()

    def _change(self, programme: Programme) -> None:
        if self._programme is not None and programme != self._programme:
            self._past = (*self._past, self._programme)[-DEPTH:]
            self._future = ()
        self._keep(programme)

    def _keep(self, programme: Programme) -> None:
        self._show(programme)
        workspace = self._context.workspace
        self._context.saving.save(
            lambda: planning.save(programme, workspace), None, self._refused
        )

    def _undo(self) -> None:
        if self._past and self._programme is not None:
            self._future = (*self._future, self._programme)
            earlier, self._past = self._past[-1], self._past[:-1]
            self._keep(earlier)

    def _redo(self) -> None:
        if self._future and self._programme is not None:
            self._past = (*self._past, self._programme)
            later, self._future = self._future[-1], self._future[:-1]
            self._keep(later)

    def _change_deficit(self, deficit: Deficit) -> None:
        if self._programme is not None:
            self._change(self._programme.with_deficit(deficit))

    def _add(self, shortfall: Shortfall) -> None:
        if self._programme is None:
            return
        workspace = self._context.workspace
        changed = planning.with_shortfall(self._programme, shortfall, workspace)
        self._code = changed.deficits[-1].code
        self._change(changed)

    def _take(self, measure: BankMeasure) -> None:
        deficit = self._current()
        school = registering.school_of(self._context.workspace)
        if deficit is None or school is None:
            return
        id = self._context.workspace.new_id()
        taken = planning.measure_from(measure, id, small=school.small)
        self._change_deficit(replace(deficit, measures=(*deficit.measures, taken)))

    def _own(self) -> None:
        deficit = self._current()
        if deficit is None:
            return
        id = self._context.workspace.new_id()
        own = Measure(id, "Новое мероприятие", "", "", "", "", "none")
        self._change_deficit(replace(deficit, measures=(*deficit.measures, own)))

    def _change_team(self, team: tuple[Member, ...]) -> None:
        if self._programme is not None:
            self._change(replace(self._programme, team=team))

    def _suggest_team(self) -> None:
        if self._programme is None:
            return
        workspace = self._context.workspace
        people = registering.people_of(workspace)
        self._change_team(planning.team_from(people, self._programme, workspace))

    def _refused(self, error: ShkolaError) -> None:
        self.page.notice.say_error(error)
