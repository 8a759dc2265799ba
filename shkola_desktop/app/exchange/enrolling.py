"""Подключение: an office writes to those under it who we are and how to write to us."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from shkola_desktop.app import editions, offices
from shkola_desktop.app.exchange.dispatching import (
    RECOVERY,
    Dispatched,
    Errand,
    dispatch,
)
from shkola_desktop.app.exchange.sending import PACK_HASH_DIGITS
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.contents import Enrolment
from shkola_desktop.domain.errors import Cancelled, SenderUnknown
from shkola_desktop.domain.office import Office, Role
from shkola_desktop.domain.package import Correspondent, PackageKind, SendingState
from shkola_desktop.domain.school import School
from shkola_desktop.words.packages import content_words

Progress = Callable[[int, int], None]
Stop = Callable[[], bool]
WRITTEN = (SendingState.WRITTEN, SendingState.DELIVERED)


@dataclass(frozen=True, slots=True)
class Enrolled:
    """Someone under this office, and how far the enrolment is.

    ``written`` tells that an enrolment package was written, ``keys_known`` that a
    first package came back and its keys are trusted.
    """

    code: str
    name: str
    written: bool
    keys_known: bool


def enrolled(workspace: Workspace) -> tuple[Enrolled, ...]:
    """Return everyone whom this office enrols: schools, or a region's districts.

    Raises:
        NoOffice: it is no office's workspace.
    """
    with workspace.open_reading() as work:
        return enrolled_in(work)


def enrolled_in(work: UnitOfWork) -> tuple[Enrolled, ...]:
    """Return the same inside a transaction."""
    own = offices.required_office(work)
    sent = {
        s.receiver
        for s in work.sendings.list()
        if s.kind is PackageKind.ENROLMENT and s.state in WRITTEN
    }
    found: list[Enrolled] = []
    for code, name in _under(own, work):
        known = work.correspondents.get(code)
        keys = known is not None and known.keys is not None
        found.append(Enrolled(code, name, code in sent, keys))
    return tuple(sorted(found, key=lambda e: (e.name, e.code)))


def enrol(
    codes: Sequence[str],
    place: Path,
    workspace: Workspace,
    progress: Progress = lambda _done, _total: None,
    stop: Stop = lambda: False,
) -> tuple[Dispatched, ...]:
    """Write an enrolment package for each of the codes.

    Raises:
        SenderUnknown: the registry has no such code.
        Cancelled: the person stopped it; what was written stays.
        See ``dispatch`` for the errors of writing.
    """
    made: list[Dispatched] = []
    for number, code in enumerate(codes):
        progress(number, len(codes))
        if stop():
            raise Cancelled
        made.append(dispatch(_errand(code, workspace), place, workspace, stop))
    progress(len(codes), len(codes))
    return tuple(made)


def _under(own: Office, work: UnitOfWork) -> list[tuple[str, str]]:
    if own.role is Role.DISTRICT:
        return [(school.code, school.short_name) for school in work.schools.list()]
    return [(o.code, o.name) for o in work.offices.list() if o.role is Role.DISTRICT]


def _errand(code: str, workspace: Workspace) -> Errand:
    edition = editions.newest_edition(workspace)
    with workspace.open_reading() as work:
        own = offices.required_office(work)
        school, office = _whom(code, own, work)
        content = Enrolment(
            sender=own,
            keys=workspace.keys.public(),
            recovery=_recovery(own, work, workspace),
            school=school,
            office=office,
            pack_id=f"{edition.code}@{edition.hash[:PACK_HASH_DIGITS]}",
            pack_text=workspace.catalogue.pack_text(edition.code),
        )
    name = school.short_name if school else office.name if office else ""
    receiver = Correspondent(code, name)
    return Errand(content, receiver, content.pack_id, (content_words(content),))


def _recovery(own: Office, work: UnitOfWork, workspace: Workspace) -> str:
    # schools encrypt to it, so that the region can open what districts pass on:
    # until the region made a key for recovery, its ordinary one serves
    known = work.settings.get(RECOVERY)
    if known is None and own.role is Role.REGION:
        return workspace.keys.public().age
    return known or ""


def _whom(
    code: str, own: Office, work: UnitOfWork
) -> tuple[School | None, Office | None]:
    if own.role is Role.DISTRICT:
        school = work.schools.by_code(code)
        if school is not None:
            return school, None
    elif (office := work.offices.get(code)) is not None:
        return None, office
    raise SenderUnknown(code)
