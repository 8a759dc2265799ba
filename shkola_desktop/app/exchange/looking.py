"""Look at packages before anything is kept: what they are, what to ask first."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from shkola_desktop.app.exchange.dispatching import own_code
from shkola_desktop.app.offices import role_in
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.errors import (
    Cancelled,
    PackageKindUnexpected,
    PackageOfOther,
    SealBroken,
    ShkolaError,
)
from shkola_desktop.domain.ids import PackageId
from shkola_desktop.domain.ledger import ReceivingState
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.opened import Looked, Opened, Scanned, SignatureState
from shkola_desktop.domain.package import Header, PackageKind, PublicKeys
from shkola_desktop.words.packages import content_words

Progress = Callable[[int, int], None]
Stop = Callable[[], bool]

READ_BY: dict[Role, frozenset[PackageKind]] = {
    Role.SCHOOL: frozenset(
        {PackageKind.ENROLMENT, PackageKind.REVIEW, PackageKind.RECEIPT}
    ),
    Role.DISTRICT: frozenset(
        {
            PackageKind.ENROLMENT,
            PackageKind.DIAGNOSIS,
            PackageKind.REVIEW,
            PackageKind.RECEIPT,
        }
    ),
    Role.REGION: frozenset({PackageKind.BUNDLE, PackageKind.RECEIPT}),
}
"""Kinds that a workspace takes in here; parts are merged, forms are published."""


class State(Enum):
    """What a look says about a package.

    ``STRANGER``: its sender's words are to be compared; ``NEW_KEYS``: the sender is
    known, with other keys. Both are read once the person trusts the words.
    ``OTHERS``: it is addressed to somebody else, as on every shared stick; it is left
    alone and written down nowhere.
    """

    NEW = "new"
    ALREADY = "already"
    STALE = "stale"
    STRANGER = "stranger"
    NEW_KEYS = "new_keys"
    OTHERS = "others"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A package that was looked at; nothing of it is kept yet.

    ``words`` are the fingerprint words of its keys, ``told`` what it holds.
    """

    looked: Looked
    state: State
    sha256: str = ""
    words: tuple[str, ...] = ()
    told: str = ""
    fault: ShkolaError | None = None

    @property
    def header(self) -> Header | None:
        """Its clear header, or None where it has none."""
        return self.looked.header


def silent(_done: int, _total: int) -> None:
    """Nobody looks at the progress."""


def never() -> bool:
    """Nobody stops it."""
    return False


def look_through(
    found: Sequence[Looked],
    workspace: Workspace,
    progress: Progress = silent,
    stop: Stop = never,
) -> tuple[Candidate, ...]:
    """Check every package and tell what it is; nothing is written.

    Raises:
        Cancelled: the person stopped it.
    """
    candidates: list[Candidate] = []
    for number, looked in enumerate(found):
        progress(number, len(found))
        if stop():
            raise Cancelled
        candidates.append(_candidate(looked, workspace, stop))
    progress(len(found), len(found))
    return tuple(candidates)


def scan(folder: Path, workspace: Workspace, stop: Stop = never) -> Scanned:
    """Find the packages of a stick or folder; see ``Opener.scan`` for errors."""
    return workspace.opener.scan(folder, stop)


def ids_of(candidates: Collection[Candidate], state: State) -> frozenset[PackageId]:
    """Return the ids of the candidates in a state."""
    return frozenset(
        c.header.id for c in candidates if c.header is not None and c.state is state
    )


def _candidate(looked: Looked, workspace: Workspace, stop: Stop) -> Candidate:
    header = looked.header
    if header is None:
        return Candidate(looked, State.REFUSED, fault=looked.fault)
    try:
        with workspace.open_reading() as work:
            _refuse_kind_and_address(header, work)
            keys = keys_of(header, work)
            kept = work.receivings.get(header.id)
            last = work.receivings.last_received(header.sender)
        opened, changed = _opened(Path(looked.path), keys, workspace, stop)
    except Cancelled:
        raise
    except PackageOfOther as error:
        return Candidate(looked, State.OTHERS, fault=error)
    except ShkolaError as error:
        return Candidate(looked, State.REFUSED, fault=error)
    known = kept is not None and kept.state is ReceivingState.IMPORTED
    state = State.NEW_KEYS if changed else _state(opened, last, known=known)
    told = content_words(opened.content)
    return Candidate(looked, state, opened.sha256, opened.words, told)


def _state(opened: Opened, last: int, *, known: bool) -> State:
    if opened.signature is not SignatureState.GOOD:
        return State.STRANGER
    if known:
        return State.ALREADY
    return State.STALE if opened.header.sequence <= last else State.NEW


def _opened(
    path: Path, keys: PublicKeys | None, workspace: Workspace, stop: Stop
) -> tuple[Opened, bool]:
    try:
        return workspace.opener.open(path, keys, stop), False
    except SealBroken:
        # another hand, or the sender's key was lost: the words will tell
        return workspace.opener.open(path, None, stop), True


def keys_of(header: Header, work: UnitOfWork) -> PublicKeys | None:
    known = work.correspondents.get(header.sender)
    return known.keys if known else None


def _refuse_kind_and_address(header: Header, work: UnitOfWork) -> None:
    role = role_in(work)
    first = header.kind is PackageKind.ENROLMENT and not work.schools.list()
    if not (first and role is Role.SCHOOL):
        # an enrolment may tell a new workspace who it is
        own = own_code(work)
        if header.receiver != own:
            raise PackageOfOther(header.receiver, own)
    if header.kind not in READ_BY[role]:
        raise PackageKindUnexpected(header.kind.value, role.value)
