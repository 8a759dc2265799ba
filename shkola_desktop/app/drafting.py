"""Draft a development programme: from zeros, from an earlier one, empty."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shkola_desktop.app import diagnosing, editions
from shkola_desktop.app.planning import log_change, numbered
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.registering import required_school
from shkola_desktop.app.suggesting import deficit_from
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.continuing import carried_over, still_open
from shkola_desktop.domain.deficits import Shortfall, by_urgency, shortfalls
from shkola_desktop.domain.diagnosis import Diagnosis
from shkola_desktop.domain.form import Form
from shkola_desktop.domain.ids import DiagnosisId, ProgrammeId
from shkola_desktop.domain.programme import Deficit, Programme
from shkola_desktop.domain.school import School

DEFAULT_YEARS = 4
"""Length of a new programme: the middle of what founders sign (programme.md §3.1)."""


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
        _keep(made, work, workspace)
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
    renumbered = tuple(
        replace(deficit, code=numbered(n)) for n, deficit in enumerate(kept, start=1)
    )
    seen = {deficit.indicator for deficit in kept}
    fresh = [s for s in known.zeros if s.indicator.code not in seen]
    with workspace.open_work() as work:
        school = required_school(work)
        empty = _empty(known.diagnosis, school, workspace, after=earlier.last_year)
        deficits = _deficits(fresh, len(kept) + 1, school, workspace)
        made = replace(carried_over(earlier, empty), deficits=(*renumbered, *deficits))
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


def _keep(programme: Programme, work: UnitOfWork, workspace: Workspace) -> None:
    work.programmes.put(programme)
    log_change(work, workspace, programme)
    work.commit()
