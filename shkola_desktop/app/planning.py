"""Draft a development programme from the deficits, and edit it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from shkola_desktop.app import diagnosing
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.registering import required_school, who
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import Action, ActionKind
from shkola_desktop.domain.deficits import Shortfall, by_urgency, shortfalls
from shkola_desktop.domain.errors import NoSuchProgramme
from shkola_desktop.domain.ids import DiagnosisId, DirectionCode, ProgrammeId
from shkola_desktop.domain.measures import (
    BankMeasure,
    CriterionMeasures,
    MeasureBank,
)
from shkola_desktop.domain.programme import (
    Cause,
    Deficit,
    Measure,
    Member,
    Programme,
)
from shkola_desktop.domain.school import Person, School
from shkola_desktop.words.russian import capital
from shkola_desktop.words.taught import fitted

DEFAULT_YEARS = 4
"""Length of a new programme: the middle of what founders sign (programme.md §3.1)."""
SUGGESTED_MEASURES = 2
"""Measures taken over for a new deficit: 1–2 a deficit (measures bank, count_note)."""
SUGGESTED_CAUSES = 1
"""Causes of each sort taken over for a new deficit; the rest are offered."""


def programme_of(workspace: Workspace) -> Programme | None:
    """Return the newest programme of the school, or None."""
    with workspace.open_reading() as work:
        found = work.programmes.list(required_school(work).id)
        return found[0] if found else None


def load(id: ProgrammeId, workspace: Workspace) -> Programme:
    """Return a programme.

    Raises:
        NoSuchProgramme: nothing is kept under this id.
    """
    with workspace.open_reading() as work:
        return _required(work, id)


def draft(id: DiagnosisId, workspace: Workspace) -> Programme:
    """Make a programme from a diagnosis and keep it.

    Every indicator with 0 points becomes a deficit with suggested causes and
    measures; the others can be added. The period begins in the year after the
    diagnosis.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
    """
    diagnosis = diagnosing.load(id, workspace)
    form = diagnosing.form_of(diagnosis, workspace)
    bank = workspace.catalogue.bank()
    found = by_urgency(shortfalls(form, diagnosis.options))
    with workspace.open_work() as work:
        school = required_school(work)
        programme = Programme(
            id=ProgrammeId(workspace.new_id()),
            school=school.id,
            diagnosis=id,
            first_year=diagnosis.year + 1,
            last_year=diagnosis.year + DEFAULT_YEARS,
            goal="",
            created_at=workspace.clock.now(),
            deficits=tuple(
                deficit_from(s, _number(n), school, bank, workspace.new_id)
                for n, s in enumerate((s for s in found if s.zero), start=1)
            ),
        )
        work.programmes.put(programme)
        _log(work, workspace, programme)
        work.commit()
    return programme


def save(programme: Programme, workspace: Workspace) -> Programme:
    """Keep a changed programme.

    Raises:
        NoSuchProgramme: it has never been drafted here.
    """
    with workspace.open_work() as work:
        _required(work, programme.id)
        work.programmes.put(programme)
        _log(work, workspace, programme)
        work.commit()
    return programme


def with_shortfall(
    programme: Programme, shortfall: Shortfall, workspace: Workspace
) -> Programme:
    """Return the programme with one more deficit, suggested like the first ones."""
    with workspace.open_reading() as work:
        school = required_school(work)
    numbers = [int(d.code) for d in programme.deficits if d.code.isdigit()]
    code = _number(max(numbers, default=0) + 1)
    bank = workspace.catalogue.bank()
    new = deficit_from(shortfall, code, school, bank, workspace.new_id)
    return replace(programme, deficits=(*programme.deficits, new))


def deficit_from(
    shortfall: Shortfall,
    code: str,
    school: School,
    bank: MeasureBank,
    new_id: Callable[[], str],
) -> Deficit:
    """Make a deficit with the first suggestions of the bank taken over."""
    indicator = shortfall.indicator
    known = bank.criterion(shortfall.criterion.code)
    measures = suggested_measures(shortfall, school, bank)[:SUGGESTED_MEASURES]
    return Deficit(
        code=code,
        indicator=indicator.code,
        direction=shortfall.direction.code,
        text=f"{indicator.name}: {shortfall.option.text}",
        causes=_first_causes(known) if known else (),
        measures=tuple(measure_from(m, new_id(), school) for m in measures),
    )


def suggested_measures(
    shortfall: Shortfall, school: School, bank: MeasureBank
) -> tuple[BankMeasure, ...]:
    """Return the bank's measures for an indicator, the cheapest first.

    Measures for other programmes (НОО, ООО, СОО) than the school's are left out.
    """
    return bank.suited(shortfall.indicator.code, school.programmes)


def suggested_causes(shortfall: Shortfall, bank: MeasureBank) -> tuple[Cause, ...]:
    """Return the bank's causes for the criterion of an indicator."""
    known = bank.criterion(shortfall.criterion.code)
    if known is None:
        return ()
    inner = tuple(Cause(text, external=False) for text in known.internal_causes)
    outer = tuple(Cause(text, external=True) for text in known.external_causes)
    return inner + outer


def measure_from(measure: BankMeasure, id: str, school: School) -> Measure:
    """Turn a measure of the bank into one of a school's programme.

    A small school gets the rural variant as a second sentence: how it is done there.
    Classes end where the school ends.
    """
    rural = school.small and measure.rural_hint
    hint = f". {capital(measure.rural_hint)}" if rural else ""
    taught = school.programmes
    return Measure(
        id=id,
        text=fitted(measure.text + hint, taught),
        result=fitted(measure.result, taught),
        indicator=fitted(measure.indicator, taught),
        responsible=measure.responsible,
        term=measure.term,
        resource=measure.resource,
        bank_id=measure.id,
    )


def team_from(
    people: Sequence[Person], programme: Programme, workspace: Workspace
) -> tuple[Member, ...]:
    """Suggest a team: the first person leads, directions go round the others."""
    diagnosis = diagnosing.load(programme.diagnosis, workspace)
    form = diagnosing.form_of(diagnosis, workspace)
    curators = people[1:] or people
    if not curators:
        return ()
    given: dict[int, list[DirectionCode]] = {}
    for number, direction in enumerate(form.directions):
        given.setdefault(number % len(curators), []).append(direction.code)
    shares = {curators[n].id: tuple(codes) for n, codes in given.items()}
    return tuple(
        Member(p.name, p.position, leads=n == 0, directions=shares.get(p.id, ()))
        for n, p in enumerate(people)
    )


def _first_causes(known: CriterionMeasures) -> tuple[Cause, ...]:
    inner = known.internal_causes[:SUGGESTED_CAUSES]
    outer = known.external_causes[:SUGGESTED_CAUSES]
    return (
        *(Cause(text, external=False) for text in inner),
        *(Cause(text, external=True) for text in outer),
    )


def _number(number: int) -> str:
    return f"{number:02d}"


def _required(work: UnitOfWork, id: ProgrammeId) -> Programme:
    programme = work.programmes.get(id)
    if programme is None:
        raise NoSuchProgramme(id)
    return programme


def _log(work: UnitOfWork, workspace: Workspace, programme: Programme) -> None:
    now = workspace.clock.now()
    count = str(len(programme.deficits))
    work.actions.add(
        Action(now, who(work), ActionKind.PROGRAMME_CHANGED, programme.id, new=count)
    )
