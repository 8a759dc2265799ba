"""Draft a development programme from the deficits, and edit it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from shkola_desktop.app import diagnosing, editions
from shkola_desktop.app.logbook import who
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.registering import required_school
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import Action, ActionKind
from shkola_desktop.domain.continuing import carried_over, deficit_text, still_open
from shkola_desktop.domain.deficits import Shortfall, by_urgency, shortfalls
from shkola_desktop.domain.diagnosis import Diagnosis
from shkola_desktop.domain.errors import NoSuchProgramme
from shkola_desktop.domain.form import Form
from shkola_desktop.domain.ids import (
    DiagnosisId,
    DirectionCode,
    IndicatorCode,
    ProgrammeId,
)
from shkola_desktop.domain.measures import (
    BankCause,
    BankMeasure,
    CriterionMeasures,
    MeasureBank,
    nearest,
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
    known = _ground(id, workspace)
    with workspace.open_work() as work:
        school = required_school(work)
        empty = _empty(known.diagnosis, school, workspace)
        deficits = _deficits(known.zeros, 1, school, workspace)
        made = replace(empty, deficits=deficits)
        _keep_new(made, work, workspace)
    return made


def draft_from_earlier(
    earlier: Programme, id: DiagnosisId, workspace: Workspace
) -> Programme:
    """Make a programme that goes on where an earlier one ended, and keep it.

    Deficits that are still there keep their causes and measures, closed ones go, new
    zeros come after them; numbers begin anew. The period begins when both the earlier
    one and the year of the diagnosis are over.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
    """
    known = _ground(id, workspace)
    options = known.diagnosis.options
    kept = still_open(earlier.deficits, known.form, options, known.found)
    numbered = tuple(
        replace(deficit, code=_number(n)) for n, deficit in enumerate(kept, start=1)
    )
    seen = {deficit.indicator for deficit in kept}
    fresh = [s for s in known.zeros if s.indicator.code not in seen]
    with workspace.open_work() as work:
        school = required_school(work)
        empty = _empty(known.diagnosis, school, workspace, after=earlier.last_year)
        deficits = _deficits(fresh, len(kept) + 1, school, workspace)
        made = replace(carried_over(earlier, empty), deficits=(*numbered, *deficits))
        _keep_new(made, work, workspace)
    return made


def draft_empty(id: DiagnosisId, workspace: Workspace) -> Programme:
    """Make a programme without deficits beside a diagnosis, and keep it.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
    """
    diagnosis = diagnosing.load(id, workspace)
    with workspace.open_work() as work:
        made = _empty(diagnosis, required_school(work), workspace)
        _keep_new(made, work, workspace)
    return made


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
        text=deficit_text(indicator.name, shortfall.option),
        causes=_first_causes(indicator.code, known) if known else (),
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
    """Return the bank's causes for a criterion, the indicator's own ones first."""
    known = bank.criterion(shortfall.criterion.code)
    if known is None:
        return ()
    code = shortfall.indicator.code
    inner, outer = known.internal_causes, known.external_causes
    return (
        *(Cause(cause.text, external=False) for cause in nearest(inner, code)),
        *(Cause(cause.text, external=True) for cause in nearest(outer, code)),
    )


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
    form = editions.form_of(diagnosis, workspace)
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


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a draft is made from; ``found`` begins with the most urgent."""

    diagnosis: Diagnosis
    form: Form
    found: tuple[Shortfall, ...]

    @property
    def zeros(self) -> tuple[Shortfall, ...]:
        """What becomes a deficit without asking."""
        return tuple(s for s in self.found if s.zero)


def _ground(id: DiagnosisId, workspace: Workspace) -> _Ground:
    diagnosis = diagnosing.load(id, workspace)
    form = editions.form_of(diagnosis, workspace)
    found = by_urgency(shortfalls(form, diagnosis.options))
    return _Ground(diagnosis, form, found)


def _empty(
    diagnosis: Diagnosis, school: School, workspace: Workspace, after: int = 0
) -> Programme:
    """Return a programme without content that begins after both years."""
    before = max(diagnosis.year, after)
    return Programme(
        id=ProgrammeId(workspace.new_id()),
        school=school.id,
        diagnosis=diagnosis.id,
        first_year=before + 1,
        last_year=before + DEFAULT_YEARS,
        goal="",
        created_at=workspace.clock.now(),
    )


def _deficits(
    found: Sequence[Shortfall], first: int, school: School, workspace: Workspace
) -> tuple[Deficit, ...]:
    """Return new deficits, numbered from ``first``."""
    bank = workspace.catalogue.bank()
    return tuple(
        deficit_from(shortfall, _number(n), school, bank, workspace.new_id)
        for n, shortfall in enumerate(found, start=first)
    )


def _keep_new(programme: Programme, work: UnitOfWork, workspace: Workspace) -> None:
    work.programmes.put(programme)
    _log(work, workspace, programme)
    work.commit()


def _first_causes(code: IndicatorCode, known: CriterionMeasures) -> tuple[Cause, ...]:
    inner = _first_suiting(known.internal_causes, code)
    outer = _first_suiting(known.external_causes, code)
    return (
        *(Cause(cause.text, external=False) for cause in inner),
        *(Cause(cause.text, external=True) for cause in outer),
    )


def _first_suiting(
    causes: Sequence[BankCause], code: IndicatorCode
) -> tuple[BankCause, ...]:
    """Return the causes to take over; those of other indicators are only offered."""
    suiting = [cause for cause in nearest(causes, code) if cause.suits(code)]
    return tuple(suiting[:SUGGESTED_CAUSES])


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
