"""Read packages: look through → preview → backup → one transaction each → outcomes.

One bad package never stops the others, and a package that was read before changes
nothing (transfer.md, Reading).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from shkola_desktop.app.exchange import bundled, confirming, importing
from shkola_desktop.app.exchange.looking import (
    Candidate,
    Progress,
    State,
    Stop,
    keys_of,
    never,
    silent,
)
from shkola_desktop.app.logbook import log
from shkola_desktop.app.offices import role_in
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.contents import Bundle, Enrolment, Receipt, Review
from shkola_desktop.domain.errors import (
    PackageChanged,
    PackageKindUnexpected,
    PackageStale,
    SenderNotTrusted,
    ShkolaError,
)
from shkola_desktop.domain.ids import PackageId
from shkola_desktop.domain.ledger import Receiving, ReceivingState
from shkola_desktop.domain.opened import Opened, SignatureState
from shkola_desktop.domain.package import (
    Correspondent,
    HandOver,
    Header,
)
from shkola_desktop.words.messages import message_for


class OutcomeState(Enum):
    """What became of a package."""

    IMPORTED = "imported"
    ALREADY = "already"
    REFUSED = "refused"
    LEFT = "left"
    """Addressed to somebody else: nothing was done, nothing is written down."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A line of the table after reading; ``receiving`` is what the ledger keeps."""

    path: str
    header: Header | None
    state: OutcomeState
    receiving: Receiving | None
    fault: ShkolaError | None = None


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What a reading did; ``stopped`` where the person cancelled it half-way."""

    outcomes: tuple[Outcome, ...]
    stopped: bool = False

    @property
    def receivings(self) -> tuple[Receiving, ...]:
        """What receipts are written about."""
        return tuple(o.receiving for o in self.outcomes if o.receiving is not None)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person decided after the preview.

    ``trusted`` are packages whose words were compared, ``stale`` older ones that are
    to be taken all the same.
    """

    trusted: frozenset[PackageId] = frozenset()
    stale: frozenset[PackageId] = frozenset()


def accept(
    candidates: Sequence[Candidate],
    workspace: Workspace,
    wish: Wish | None = None,
    progress: Progress = silent,
    stop: Stop = never,
) -> Acceptance:
    """Take packages in, each in a transaction of its own, after one backup.

    Stopping keeps what was imported so far.

    Raises:
        DatabaseDamaged, DatabaseUnwritable: no backup could be made, so nothing was
            changed.
    """
    wanted = wish or Wish()
    if any(c.state is not State.ALREADY and c.fault is None for c in candidates):
        workspace.backups.make(workspace.clock.now())
    outcomes: list[Outcome] = []
    for number, candidate in enumerate(candidates):
        progress(number, len(candidates))
        if stop():
            return Acceptance(tuple(outcomes), stopped=True)
        outcomes.append(_outcome(candidate, workspace, wanted))
    progress(len(candidates), len(candidates))
    return Acceptance(tuple(outcomes))


def received(workspace: Workspace) -> tuple[Receiving, ...]:
    """Return the packages that were read, newest first."""
    with workspace.open_reading() as work:
        return work.receivings.list()


def _outcome(candidate: Candidate, workspace: Workspace, wish: Wish) -> Outcome:
    header, path = candidate.header, candidate.looked.path
    if header is None or candidate.state is State.OTHERS:
        left = candidate.state is State.OTHERS
        state = OutcomeState.LEFT if left else OutcomeState.REFUSED
        return Outcome(path, header, state, None, candidate.fault)
    with workspace.open_reading() as work:
        kept = work.receivings.get(header.id)
    if candidate.state is State.ALREADY and kept is not None:
        return Outcome(path, header, OutcomeState.ALREADY, kept)
    try:
        if candidate.fault is not None:
            raise candidate.fault
        imported = _take_in(candidate, header, workspace, wish)
    except SenderNotTrusted as error:
        # nobody looked at the words yet: it is asked again, not refused for good
        return Outcome(path, header, OutcomeState.REFUSED, None, error)
    except ShkolaError as error:
        refused = _refuse(candidate, header, error, workspace)
        return Outcome(path, header, OutcomeState.REFUSED, refused, error)
    if imported is None:
        return Outcome(path, header, OutcomeState.ALREADY, kept)
    return Outcome(path, header, OutcomeState.IMPORTED, imported)


def _take_in(
    candidate: Candidate, header: Header, workspace: Workspace, wish: Wish
) -> Receiving | None:
    trusted = header.id in wish.trusted
    path = Path(candidate.looked.path)
    with workspace.open_reading() as work:
        keys = keys_of(header, work)
    opened = workspace.opener.open(path, None if trusted else keys)
    if opened.sha256 != candidate.sha256:
        raise PackageChanged(path)
    if opened.signature is not SignatureState.GOOD and not trusted:
        raise SenderNotTrusted(header.sender, opened.words)
    with workspace.open_work() as work:
        kept = work.receivings.get(header.id)
        if kept is not None and kept.state is ReceivingState.IMPORTED:
            return None  # another window or colleague was first
        last = work.receivings.last_received(header.sender)
        if header.sequence <= last and header.id not in wish.stale:
            raise PackageStale(header.sequence, last)
        if trusted:
            _keep_keys(header, opened, work, workspace)
        _import(opened, path, work, workspace)
        confirming.confirm_up_to(header.sender, header.last_received, work, workspace)
        receiving = _receiving(candidate, header, ReceivingState.IMPORTED, workspace)
        work.receivings.put(receiving)
        log(work, workspace, ActionKind.PACKAGE_READ, header.id, new=path.name)
        work.commit()
    return receiving


def _import(opened: Opened, path: Path, work: UnitOfWork, workspace: Workspace) -> None:
    content = opened.content
    match content:
        case HandOver():
            importing.import_hand_over(opened, content, work, workspace)
            work.package_files.put(opened.header.id, path.read_bytes())
        case Review():
            importing.import_review(content, work)
        case Enrolment():
            importing.import_enrolment(opened, content, work, workspace)
        case Receipt():
            sender = opened.header.sender
            confirming.import_receipt(sender, content, work, workspace)
        case Bundle():
            bundled.import_bundle(content, work, workspace)
        case _:
            kind = opened.header.kind.value
            raise PackageKindUnexpected(kind, role_in(work).value)


def _keep_keys(
    header: Header, opened: Opened, work: UnitOfWork, workspace: Workspace
) -> None:
    known = work.correspondents.get(header.sender)
    school = work.schools.by_code(header.sender)
    office = work.offices.get(header.sender)
    name = known.name if known else ""
    if not name and (school or office):
        name = school.short_name if school else office.name if office else ""
    before = known.keys if known else None
    work.correspondents.put(Correspondent(header.sender, name, opened.keys))
    old = " ".join(workspace.keys.words_for(before)) if before else ""
    new = " ".join(opened.words)
    log(work, workspace, ActionKind.SENDER_TRUSTED, header.sender, old=old, new=new)


def _refuse(
    candidate: Candidate, header: Header, error: ShkolaError, workspace: Workspace
) -> Receiving | None:
    sentence = message_for(error).sentence
    made = _receiving(candidate, header, ReceivingState.REFUSED, workspace)
    refused = replace(made, reasons=(sentence,))
    with workspace.open_work() as work:
        kept = work.receivings.get(header.id)
        if kept is not None and kept.state is ReceivingState.IMPORTED:
            return None  # an id that another package bears already stays its own
        work.receivings.put(refused)
        name = Path(candidate.looked.path).name
        kind = ActionKind.PACKAGE_REFUSED
        log(work, workspace, kind, header.id, new=name, reason=sentence)
        work.commit()
    return refused


def _receiving(
    candidate: Candidate, header: Header, state: ReceivingState, workspace: Workspace
) -> Receiving:
    return Receiving(
        id=header.id,
        kind=header.kind,
        sender=header.sender,
        sequence=header.sequence,
        state=state,
        received_at=workspace.clock.now(),
        file_name=Path(candidate.looked.path).name,
        size=candidate.looked.size,
        sha256=candidate.sha256,
        summary=candidate.told,
    )
