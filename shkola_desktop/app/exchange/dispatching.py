"""Send a content of any kind: seal → write → read back → ledger."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from shkola_desktop.app import offices
from shkola_desktop.app.logbook import who
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import Action, ActionKind
from shkola_desktop.domain.contents import KINDS, Content
from shkola_desktop.domain.errors import NoSchool, ReceiverUnknown, ShkolaError
from shkola_desktop.domain.ids import PackageId
from shkola_desktop.domain.package import (
    Correspondent,
    Header,
    PackageKind,
    Sending,
    SendingState,
)

RECOVERY = "recovery-recipient"
"""Setting: the age recipient of the region's recovery key, once an enrolment told."""
OPEN_KINDS = (PackageKind.ENROLMENT, PackageKind.FORMS)
"""Signed and not encrypted: nothing in them is personal, and keys may be unknown."""


@dataclass(frozen=True, slots=True)
class Dispatched:
    """A package on its medium."""

    sending: Sending
    path: Path


@dataclass(frozen=True, slots=True)
class Errand:
    """What is to be sent to whom; ``summary`` are lines for people.

    ``secret`` locks it with words instead of the receiver's key.
    """

    content: Content
    receiver: Correspondent
    form: str = ""
    summary: tuple[str, ...] = ()
    secret: str = ""


def dispatch(
    errand: Errand,
    place: Path,
    workspace: Workspace,
    stop: Callable[[], bool] = lambda: False,
) -> Dispatched:
    """Write a package to a drive or folder; done only when it was read back.

    The ledger has it as ``writing`` first; a failure leaves ``failed`` and the
    number free for the next try.

    Raises:
        ReceiverUnknown: the receiver's key is not known yet.
        ContentRefused: something passes what a package may carry.
        DriveGone, DriveFull, DriveReadOnly, WriteNotVerified: nothing was left
            under the final name.
        Cancelled: the person stopped it.
    """
    with workspace.open_reading() as work:
        recipients = _recipients(errand, work)
        header = _header(errand, work, workspace)
    sealer = workspace.sealer
    if errand.secret:
        sealer = sealer.locked_with(errand.secret)
    package = sealer.seal(header, errand.content, recipients)
    sending = _sending(header, package, place, errand)
    record(sending, ActionKind.PACKAGE_WRITTEN, workspace, note="writing")
    try:
        path = sealer.write(package, header, errand.content, place, stop)
    except ShkolaError:
        failed = replace(sending, state=SendingState.FAILED)
        record(failed, ActionKind.PACKAGE_FAILED, workspace)
        raise
    written = replace(sending, state=SendingState.WRITTEN)
    record(written, ActionKind.PACKAGE_WRITTEN, workspace)
    return Dispatched(written, path)


def ledger(workspace: Workspace) -> tuple[Sending, ...]:
    """Return the packages given out, newest first."""
    with workspace.open_reading() as work:
        return work.sendings.list()


def settle_interrupted(workspace: Workspace) -> tuple[Sending, ...]:
    """Close the sendings that a crash left as ``writing``; return them.

    Their final name never appeared on the medium, or was not confirmed: the
    number is free again and the same hand-over can be repeated.
    """
    open_ones = tuple(s for s in ledger(workspace) if s.state is SendingState.WRITING)
    for sending in open_ones:
        failed = replace(sending, state=SendingState.FAILED)
        record(failed, ActionKind.PACKAGE_FAILED, workspace, note="interrupted")
    return open_ones


def own_code(work: UnitOfWork) -> str:
    """Return the registry code that packages of this workspace come from.

    Raises:
        NoSchool: the first start has not been finished.
    """
    office = offices.own_office(work)
    if office is not None:
        return office.code
    school = next(iter(work.schools.list()), None)
    if school is None:
        raise NoSchool
    return school.code


def record(
    sending: Sending, kind: ActionKind, workspace: Workspace, note: str = ""
) -> None:
    """Keep a sending's state in the ledger and in the action log."""
    with workspace.open_work() as work:
        work.sendings.put(sending)
        now = workspace.clock.now()
        work.actions.add(
            Action(now, who(work), kind, sending.id, new=sending.file_name, reason=note)
        )
        work.commit()


def _recipients(errand: Errand, work: UnitOfWork) -> Sequence[str]:
    if errand.secret or KINDS[type(errand.content)] in OPEN_KINDS:
        return ()
    keys = errand.receiver.keys
    if keys is None:
        raise ReceiverUnknown(errand.receiver.code)
    recovery = work.settings.get(RECOVERY)
    return (keys.age, recovery) if recovery else (keys.age,)


def _header(errand: Errand, work: UnitOfWork, workspace: Workspace) -> Header:
    receiver = errand.receiver.code
    return Header(
        id=PackageId(workspace.new_id()),
        kind=KINDS[type(errand.content)],
        sender=own_code(work),
        receiver=receiver,
        sequence=work.sendings.next_sequence(receiver),
        last_received=work.receivings.last_received(receiver),
        form=errand.form,
        created_at=workspace.clock.now(),
    )


def _sending(header: Header, package: bytes, place: Path, errand: Errand) -> Sending:
    return Sending(
        id=header.id,
        kind=header.kind,
        receiver=header.receiver,
        sequence=header.sequence,
        state=SendingState.WRITING,
        created_at=header.created_at,
        file_name=header.file_name,
        place=str(place),
        size=len(package),
        sha256=sha256(package).hexdigest(),
        summary="\n".join(errand.summary),
    )
