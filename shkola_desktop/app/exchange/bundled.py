"""Districts' bundles: made of untouched school packages, opened by the region."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from shkola_desktop.app import offices
from shkola_desktop.app.campaign import SchoolState, states_of
from shkola_desktop.app.exchange import importing
from shkola_desktop.app.exchange.dispatching import Dispatched, Errand, dispatch
from shkola_desktop.app.logbook import log
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.contents import MAX_ACTIONS, Bundle, SchoolStanding
from shkola_desktop.domain.errors import (
    PackageKindUnexpected,
    PackageNotForUs,
    PackageOfOther,
    ReceiverUnknown,
    RecoveryNeeded,
)
from shkola_desktop.domain.ledger import Receiving, ReceivingState
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.package import Correspondent, HandOver
from shkola_desktop.words.handing_over import bundle_lines


def import_bundle(content: Bundle, work: UnitOfWork, workspace: Workspace) -> None:
    """Keep a district's state and everything its schools handed over.

    The district checked the signatures of its schools and vouches for them with its
    own; a package of a school that was imported before changes nothing.

    Raises:
        PackageOfOther: a school of another district lies in it.
        RecoveryNeeded: the region's recovery key is not opened, or is another one.
        PackageDamaged, FormUnknown, AnswersRefused: of a school's
            package in it; the whole bundle is refused.
    """
    region = offices.required_office(work)
    district = content.office
    for line in content.standings:
        if line.school.district_code != district.code:
            raise PackageOfOther(line.school.district_code, district.code)
        if work.schools.get(line.school.id) is None:
            work.schools.put(line.school)
    work.offices.put(replace(district, region=region.code))
    for data in content.packages.values():
        _import_inner(data, work, workspace)
    own = {s.id for s in work.schools.list() if s.district_code == district.code}
    work.reviews.add_decisions(
        [d for d in content.decisions if d.school in own and d.side is Role.DISTRICT]
    )
    work.reviews.add_entries(
        [e for e in content.entries if e.school in own and e.side is not Role.REGION]
    )


def bundle(
    place: Path, workspace: Workspace, stop: Callable[[], bool] = lambda: False
) -> Dispatched:
    """Write everything that the district has of this year for the region.

    Raises:
        NoOffice: it is no office's workspace.
        ReceiverUnknown: the region did not enrol this district yet, or it is a
            region itself.
        See ``dispatch`` for the errors of writing.
    """
    with workspace.open_reading() as work:
        office = offices.required_office(work)
        receiver = _region(work)
        year = workspace.clock.now().astimezone().year
        states = tuple(states_of(work, year))
        packages = dict(_packages(states, work))
        content = Bundle(
            office=office,
            standings=tuple(_standing(state) for state in states),
            decisions=work.reviews.decisions(),
            entries=work.reviews.entries(),
            actions=work.actions.list(MAX_ACTIONS),
            packages=packages,
        )
    summary = bundle_lines(len(states), len(packages))
    return dispatch(Errand(content, receiver, summary=summary), place, workspace, stop)


def _import_inner(data: bytes, work: UnitOfWork, workspace: Workspace) -> None:
    try:
        opened = workspace.opener.open(data, None)
    except PackageNotForUs as error:
        raise RecoveryNeeded from error
    header = opened.header
    kept = work.receivings.get(header.id)
    if kept is not None and kept.state is ReceivingState.IMPORTED:
        return
    content = opened.content
    if not isinstance(content, HandOver):
        raise PackageKindUnexpected(header.kind.value, Role.REGION.value)
    if header.sequence > work.receivings.last_received(header.sender):
        importing.import_hand_over(opened, content, work, workspace)
    name = content.school.short_name
    work.correspondents.put(Correspondent(header.sender, name, opened.keys))
    work.receivings.put(
        Receiving(
            id=header.id,
            kind=header.kind,
            sender=header.sender,
            sequence=header.sequence,
            state=ReceivingState.IMPORTED,
            received_at=workspace.clock.now(),
            file_name=header.file_name,
            size=len(data),
            sha256=sha256(data).hexdigest(),
        )
    )
    log(work, workspace, ActionKind.PACKAGE_READ, header.id, new=header.file_name)


def _region(work: UnitOfWork) -> Correspondent:
    for office in work.offices.list():
        known = work.correspondents.get(office.code)
        if office.role is Role.REGION and known is not None:
            return known
    raise ReceiverUnknown("")


def _packages(
    states: tuple[SchoolState, ...], work: UnitOfWork
) -> "list[tuple[str, bytes]]":
    found: list[tuple[str, bytes]] = []
    for state in states:
        if state.received is not None:
            data = work.package_files.get(state.received.id)
            if data is not None:
                found.append((state.received.file_name, data))
    return found


def _standing(state: SchoolState) -> SchoolStanding:
    sequence = state.received.sequence if state.received else None
    return SchoolStanding(state.school, state.standing, sequence)
