"""Which schools wait for their office, and for which of them something is unsent."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shkola_desktop.app import offices
from shkola_desktop.app.campaign import SchoolState, states_of
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.ids import SchoolId
from shkola_desktop.domain.office import Office, Role
from shkola_desktop.domain.review import (
    Decision,
    Entry,
    Standing,
    Thread,
    threads,
)

SENT = "review-sent:"
"""Name of a setting, before the school: how many lines the last package had."""
ORDER = {
    Standing.HANDED_IN: 0,
    Standing.RETURNED: 1,
    Standing.IN_WORK: 2,
    Standing.ACCEPTED: 3,
    Standing.NOT_STARTED: 4,
}
"""Who is to be looked at first."""


@dataclass(frozen=True, slots=True)
class WaitingSchool:
    """A school with what was said about this year's diagnosis.

    ``open`` and ``answered`` count threads, ``unsent`` lines and decisions that no
    package carried yet. ``waits`` is True where the office is to do something.
    """

    state: SchoolState
    open: int
    answered: int
    unsent: int

    @property
    def waits(self) -> bool:
        """True where something was handed in, answered, or is not on its way yet."""
        handed_in = self.state.standing is Standing.HANDED_IN
        return handed_in or self.answered > 0 or self.unsent > 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """The list of the screen; ``districts`` are those that the schools lie in."""

    office: Office
    year: int
    schools: tuple[WaitingSchool, ...]
    districts: tuple[Office, ...]

    @property
    def unsent(self) -> tuple[SchoolId, ...]:
        """The schools that a package is to be written for."""
        return tuple(s.state.school.id for s in self.schools if s.unsent)


def waiting(workspace: Workspace, year: int | None = None) -> Waiting:
    """Return every school, those that wait for us first, then by name.

    Raises:
        NoOffice: it is no office's workspace.
    """
    wanted = year or workspace.clock.now().astimezone().year
    with workspace.open_reading() as work:
        office = offices.required_office(work)
        entries = _grouped(work.reviews.entries())
        decisions = _grouped_decisions(work.reviews.decisions())
        schools = [
            _waiting(state, entries, decisions, office.role, work)
            for state in states_of(work, wanted)
        ]
        districts = tuple(o for o in work.offices.list() if o.role is Role.DISTRICT)
    schools.sort(key=lambda s: ORDER[s.state.standing])  # stable: names stay in order
    return Waiting(office, wanted, tuple(schools), districts)


def travelling(
    role: Role, entries: Iterable[Entry], decisions: Iterable[Decision]
) -> tuple[tuple[Entry, ...], tuple[Decision, ...]]:
    """Return what an office tells those under it.

    A region tells its districts what it said itself; a district passes on to a school
    everything that was said, the school's own answers too.
    """
    if role is Role.REGION:
        return (
            tuple(e for e in entries if e.side is role),
            tuple(d for d in decisions if d.side is role),
        )
    return tuple(entries), tuple(decisions)


def lines_to_send(
    role: Role, entries: Iterable[Entry], decisions: Iterable[Decision]
) -> int:
    """Count what a package would carry that the other side has not said itself."""
    said, decided = travelling(role, entries, decisions)
    return len([e for e in said if e.side is not Role.SCHOOL]) + len(decided)


def sent_lines(school: SchoolId, work: UnitOfWork) -> int:
    """Return how many lines the last package for a school had, 0 before the first."""
    known = work.settings.get(SENT + school)
    return int(known) if known is not None and known.isdecimal() else 0


def threads_about(state: SchoolState, entries: Sequence[Entry]) -> tuple[Thread, ...]:
    """Return the threads about this year's diagnosis that were not taken back."""
    diagnosis = state.result.diagnosis if state.result else None
    return tuple(
        thread
        for thread in threads(entries)
        if thread.first.diagnosis == diagnosis and not thread.withdrawn
    )


def _waiting(
    state: SchoolState,
    entries: dict[SchoolId, list[Entry]],
    decisions: dict[SchoolId, list[Decision]],
    role: Role,
    work: UnitOfWork,
) -> WaitingSchool:
    id = state.school.id
    found = threads_about(state, entries[id])
    lines = lines_to_send(role, entries[id], decisions[id])
    # sets only grow: the number tells whether anything is new
    unsent = max(0, lines - sent_lines(id, work)) if lines else 0
    return WaitingSchool(
        state,
        open=sum(1 for t in found if t.open),
        answered=sum(1 for t in found if t.answered),
        unsent=unsent,
    )


def _grouped(entries: Iterable[Entry]) -> dict[SchoolId, list[Entry]]:
    found: dict[SchoolId, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.school].append(entry)
    return found


def _grouped_decisions(decisions: Iterable[Decision]) -> dict[SchoolId, list[Decision]]:
    found: dict[SchoolId, list[Decision]] = defaultdict(list)
    for decision in decisions:
        found[decision.school].append(decision)
    return found
