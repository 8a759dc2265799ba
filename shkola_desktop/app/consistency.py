"""Whether stored results still follow from the answers, and putting them right."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from shkola_desktop.app import editions
from shkola_desktop.app.offices import required_office
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.diagnosis import Diagnosis
from shkola_desktop.domain.errors import Cancelled
from shkola_desktop.domain.results import StoredResult, stored_result
from shkola_desktop.domain.school import School

AT_ONCE = 200
"""Results written in one transaction: nobody waits long for a turn."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A diagnosis whose result is absent or says something else than its answers."""

    school: School
    year: int
    kept: StoredResult | None
    right: StoredResult


def _never() -> bool:
    return False


def differences(
    workspace: Workspace, stop: Callable[[], bool] = _never
) -> tuple[Difference, ...]:
    """Reckon every result anew and return those that differ, by school and year.

    Raises:
        NoOffice: it is no office's workspace.
        Cancelled: the person stopped it.
    """
    with workspace.open_reading() as work:
        required_office(work)
    return tuple(_found(workspace, stop))


def repair(workspace: Workspace, stop: Callable[[], bool] = _never) -> int:
    """Write the right results over those that differ; return how many there were.

    The answers stay as they are. Raises as ``differences``.
    """
    found = differences(workspace, stop)
    for start in range(0, len(found), AT_ONCE):
        with workspace.open_work() as work:
            work.results.put_all([d.right for d in found[start : start + AT_ONCE]])
            work.commit()
    return len(found)


def _found(workspace: Workspace, stop: Callable[[], bool]) -> Iterator[Difference]:
    with workspace.open_reading() as work:
        schools = work.schools.list()
    for school in schools:
        if stop():
            raise Cancelled
        for diagnosis, kept in _of(school, workspace):
            right = stored_result(editions.form_of(diagnosis, workspace), diagnosis)
            if kept != right:
                yield Difference(school, diagnosis.year, kept, right)


def _of(
    school: School, workspace: Workspace
) -> tuple[tuple[Diagnosis, StoredResult | None], ...]:
    with workspace.open_reading() as work:
        kept = {
            result.diagnosis: result for result in work.results.of_school(school.id)
        }
        diagnoses = sorted(work.diagnoses.list(school.id), key=lambda d: (d.year, d.id))
    return tuple((diagnosis, kept.get(diagnosis.id)) for diagnosis in diagnoses)
