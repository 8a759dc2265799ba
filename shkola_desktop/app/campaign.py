"""How far the schools of an office are with this year's self-diagnosis."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from shkola_desktop.app.offices import required_office
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.ids import SchoolId
from shkola_desktop.domain.ledger import Receiving, ReceivingState
from shkola_desktop.domain.office import Office
from shkola_desktop.domain.package import PackageKind
from shkola_desktop.domain.results import StoredResult
from shkola_desktop.domain.review import Decision, Standing, standing_of
from shkola_desktop.domain.school import School

RECENT = 8
"""Packages shown as the newest ones: what a shared stick brings at once."""


@dataclass(frozen=True, slots=True)
class SchoolState:
    """A school with its newest hand-over of the year; the latter two may be absent."""

    school: School
    standing: Standing
    result: StoredResult | None
    received: Receiving | None


@dataclass(frozen=True, slots=True)
class Campaign:
    """The year as an office sees it. ``schools`` are in the order of their names."""

    office: Office
    year: int
    schools: tuple[SchoolState, ...]
    recent: tuple[Receiving, ...]
    last_backup: datetime | None

    @property
    def counts(self) -> Mapping[Standing, int]:
        """How many schools have which standing."""
        return Counter(state.standing for state in self.schools)


def campaign(workspace: Workspace, year: int | None = None) -> Campaign:
    """Return the state of a year, of this one without a year.

    Raises:
        NoOffice: it is no office's workspace.
    """
    wanted = year or workspace.clock.now().astimezone().year
    with workspace.open_reading() as work:
        office = required_office(work)
        states = tuple(states_of(work, wanted))
        recent = work.receivings.list()[:RECENT]
    backups = workspace.backups.list()
    return Campaign(
        office, wanted, states, recent, backups[0].made_at if backups else None
    )


def states_of(work: UnitOfWork, year: int) -> Iterable[SchoolState]:
    """Return every school of the registry with its standing, by name."""
    results = _newest_results(work.results.list(year))
    received = _newest_hand_overs(work.receivings.list())
    decisions = _by_school(work.reviews.decisions())
    for school in sorted(work.schools.list(), key=lambda s: (s.short_name, s.code)):
        result, came = results.get(school.id), received.get(school.code)
        yield _state(school, result, came, decisions[school.id])


def state_of(school: School, year: int, work: UnitOfWork) -> SchoolState:
    """Return one school with its standing."""
    results = _newest_results(
        r for r in work.results.of_school(school.id) if r.year == year
    )
    received = _newest_hand_overs(
        r for r in work.receivings.list() if r.sender == school.code
    )
    decisions = work.reviews.decisions(school.id)
    result, came = results.get(school.id), received.get(school.code)
    return _state(school, result, came, decisions)


def _state(
    school: School,
    result: StoredResult | None,
    received: Receiving | None,
    decisions: Iterable[Decision],
) -> SchoolState:
    # a hand-over of an earlier year says nothing about this one
    came = received if result is not None else None
    standing = standing_of(
        came.sequence if came else None,
        (d for d in decisions if _concerns(d, result)),
        completed=result is not None and result.completed,
    )
    return SchoolState(school, standing, result, came)


def _concerns(decision: Decision, result: StoredResult | None) -> bool:
    return result is not None and decision.diagnosis == result.diagnosis


def _newest_results(found: Iterable[StoredResult]) -> dict[SchoolId, StoredResult]:
    return {result.school: result for result in found}


def _newest_hand_overs(found: Iterable[Receiving]) -> dict[str, Receiving]:
    newest: dict[str, Receiving] = {}
    for one in found:
        imported = one.state is ReceivingState.IMPORTED
        if one.kind is PackageKind.DIAGNOSIS and imported:
            known = newest.get(one.sender)
            if known is None or known.sequence < one.sequence:
                newest[one.sender] = one
    return newest


def _by_school(found: Iterable[Decision]) -> dict[SchoolId, list[Decision]]:
    grouped: dict[SchoolId, list[Decision]] = defaultdict(list)
    for decision in found:
        grouped[decision.school].append(decision)
    return grouped
