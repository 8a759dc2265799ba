"""Draft a development programme: from zeros, from an earlier one, empty."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shkola_desktop.app import diagnosing, editions
from shkola_desktop.app.planning import log_change, numbered
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.registering import required_school
from shkola_desktop.app.suggesting import (
    SUGGESTED_MEASURES,
    deficit_from,
    measure_from,
    suggested_measures,
)
from shkola_desktop.app.timing import timed
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.continuing import (
    carried_over,
    still_open,
    with_what_is_left,
)
from shkola_desktop.domain.deficits import Shortfall, by_urgency, shortfalls
from shkola_desktop.domain.diagnosis import Diagnosis
from shkola_desktop.domain.form import Form
from shkola_desktop.domain.ids import DiagnosisId, ProgrammeId
from shkola_desktop.domain.programme import Deficit, Programme
from shkola_desktop.domain.progress import course_of
from shkola_desktop.domain.school import School
from shkola_desktop.words.execution import COURSE_WORDS, begun_anew

DEFAULT_YEARS = 4
"""Length of a new programme: the middle of what founders sign (programme.md §3.1)."""


def draft(id: DiagnosisId, workspace: Workspace) -> Programme:
    """Make a programme from a diagnosis and keep it.

    Every indicator with 0 points becomes a deficit with suggested causes and
    measures; the others can be added. The period begins in the year after the
    diagnosis; no year of it rises more steeply than it must.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
    """
    known = _ground(id, workspace)
    options = known.diagnosis.options
    with workspace.open_work() as work:
        school = required_school(work)
        empty = _empty(known.diagnosis, school, workspace)
        deficits = _deficits(known.zeros, 1, school, workspace)
        made = timed(replace(empty, deficits=deficits), deficits, known.form, options)
        _keep(made, work, workspace)
    return made


def draft_from_earlier(
    earlier: Programme, id: DiagnosisId, workspace: Workspace
) -> Programme:
    """Make a programme that goes on where an earlier one ended, and keep it.

    Deficits that are still there keep their causes and the measures that are left,
    closed ones go, new zeros come after them; numbers begin anew. A deficit whose
    measures are all done gets others of the bank. The period begins when both the
    earlier one and the year of the diagnosis are over.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
    """
    known = _ground(id, workspace)
    options = known.diagnosis.options
    kept = still_open(earlier.deficits, known.form, options, known.found)
    left = with_what_is_left(kept, course_of(earlier, (), COURSE_WORDS), begun_anew)
    seen = {deficit.indicator for deficit in kept}
    fresh = [s for s in known.zeros if s.indicator.code not in seen]
    with workspace.open_work() as work:
        school = required_school(work)
        renumbered = tuple(
            replace(_with_others(deficit, before, known, school, workspace), code=code)
            for deficit, before, code in zip(
                left, kept, map(numbered, range(1, len(kept) + 1)), strict=True
            )
        )
        empty = _empty(known.diagnosis, school, workspace, after=earlier.last_year)
        deficits = _deficits(fresh, len(kept) + 1, school, workspace)
        whole = replace(carried_over(earlier, empty), deficits=(*renumbered, *deficits))
        made = timed(whole, deficits, known.form, options)
        _keep(made, work, workspace)
    return made


def draft_empty(id: DiagnosisId, workspace: Workspace) -> Programme:
    """Make a programme without deficits beside a diagnosis, and keep it.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
    """
    diagnosis = diagnosing.load(id, workspace)
    with workspace.open_work() as work:
        made = _empty(diagnosis, required_school(work), workspace)
        _keep(made, work, workspace)
    return made


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
        deficit_from(shortfall, numbered(n), school, bank, workspace.new_id)
        for n, shortfall in enumerate(found, start=first)
    )


def _with_others(
    deficit: Deficit,
    before: Deficit,
    known: _Ground,
    school: School,
    workspace: Workspace,
) -> Deficit:
    """Return a deficit with measures not tried yet where all it had are done."""
    found = (s for s in known.found if s.indicator.code == deficit.indicator)
    shortfall = next(found, None)
    if deficit.measures or not before.measures or shortfall is None:
        return deficit
    tried = {measure.bank_id for measure in before.measures}
    offered = suggested_measures(shortfall, school, workspace.catalogue.bank())
    others = [m for m in offered if m.id not in tried][:SUGGESTED_MEASURES]
    made = tuple(measure_from(m, workspace.new_id(), school) for m in others)
    return replace(deficit, measures=made)


def _keep(programme: Programme, work: UnitOfWork, workspace: Workspace) -> None:
    work.programmes.put(programme)
    log_change(work, workspace, programme)
    work.commit()
