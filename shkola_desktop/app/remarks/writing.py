"""Write remarks and answer them: both sides add lines, nothing is ever changed.

Each line gets a number one above the highest that this side knows. What is done twice
changes nothing the second time: a double click, a step repeated after a crash.
"""

from dataclasses import dataclass

from shkola_desktop.app import offices
from shkola_desktop.app.logbook import log, who
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.errors import (
    NoSuchRemark,
    RemarkEmpty,
    RemarkNotYours,
    RemarkTooLong,
)
from shkola_desktop.domain.ids import DiagnosisId, SchoolId
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.review import (
    MAX_REMARK,
    Entry,
    EntryKind,
    PlaceKind,
    Thread,
    next_number,
    threads,
)

SUMMARY = 120
"""Characters of a remark in the action log: enough to know it again."""


@dataclass(frozen=True, slots=True)
class Spot:
    """What a remark is about: a place in one diagnosis of one school."""

    school: SchoolId
    diagnosis: DiagnosisId
    kind: PlaceKind
    place: str = ""


def remark(spot: Spot, text: str, workspace: Workspace) -> Entry:
    """Begin a thread; only an office does.

    Raises:
        RemarkNotYours: a school only answers.
        RemarkEmpty, RemarkTooLong: of the text.
    """
    words = checked(text)
    with workspace.open_work() as work:
        side = offices.role_in(work)
        if side is Role.SCHOOL:
            raise RemarkNotYours
        known = work.reviews.entries(spot.school)
        for thread in threads(known):
            first = thread.first
            same = (first.place_kind, first.place) == (spot.kind, spot.place)
            same = same and (first.side, first.text) == (side, words)
            if same and thread.open and first.diagnosis == spot.diagnosis:
                return first
        id = workspace.new_id()
        entry = Entry(
            id=id,
            remark=id,
            number=next_number(known),
            school=spot.school,
            diagnosis=spot.diagnosis,
            kind=EntryKind.REMARK,
            place_kind=spot.kind,
            place=spot.place,
            side=side,
            who=who(work),
            at=workspace.clock.now(),
            text=words,
        )
        return _keep(entry, work, workspace)


def reply(school: SchoolId, remark: str, text: str, workspace: Workspace) -> Entry:
    """Answer a remark; every side may.

    Raises:
        NoSuchRemark: it is not known here, or was taken back.
        RemarkEmpty, RemarkTooLong: of the text.
    """
    words = checked(text)
    return _turn(school, remark, EntryKind.REPLY, workspace, words)


def resolve(school: SchoolId, remark: str, workspace: Workspace) -> Entry:
    """Close a remark: it is put right. A closed one stays as it is.

    Raises:
        NoSuchRemark, RemarkNotYours.
    """
    return _turn(school, remark, EntryKind.RESOLVED, workspace)


def reopen(school: SchoolId, remark: str, workspace: Workspace) -> Entry:
    """Open a closed remark again. An open one stays as it is.

    Raises:
        NoSuchRemark, RemarkNotYours.
    """
    return _turn(school, remark, EntryKind.REOPENED, workspace)


def withdraw(school: SchoolId, remark: str, workspace: Workspace) -> Entry:
    """Take back a remark of one's own side, as if it had not been written.

    Raises:
        NoSuchRemark, RemarkNotYours.
    """
    return _turn(school, remark, EntryKind.WITHDRAWN, workspace)


def checked(text: str) -> str:
    """Return a text without blanks around it.

    Raises:
        RemarkEmpty: nothing is left.
        RemarkTooLong: more characters than ``MAX_REMARK``.
    """
    words = text.strip()
    if not words:
        raise RemarkEmpty
    if len(words) > MAX_REMARK:
        raise RemarkTooLong(len(words), MAX_REMARK)
    return words


def may_turn(thread: Thread, kind: EntryKind, side: Role) -> bool:
    """Tell whether a side may add a line of this kind to a thread.

    Schools only answer; remarks are taken back by the side that wrote them. A region
    may close a remark of a district, which answers to it, but not the other way.
    """
    if kind is EntryKind.REPLY:
        return not thread.withdrawn
    writer = thread.first.side
    if kind is EntryKind.WITHDRAWN:
        return side is writer
    return side is writer or side is Role.REGION


def _turn(
    school: SchoolId,
    remark: str,
    kind: EntryKind,
    workspace: Workspace,
    text: str = "",
) -> Entry:
    with workspace.open_work() as work:
        side = offices.role_in(work)
        known = work.reviews.entries(school)
        thread = _thread(remark, known)
        last = thread.entries[-1]
        if _is_done(thread, kind) or (last.kind, last.side, last.text) == (
            kind,
            side,
            text,
        ):
            return last
        if thread.withdrawn:
            raise NoSuchRemark
        if not may_turn(thread, kind, side):
            raise RemarkNotYours
        first = thread.first
        entry = Entry(
            id=workspace.new_id(),
            remark=remark,
            number=next_number(known),
            school=school,
            diagnosis=first.diagnosis,
            kind=kind,
            place_kind=first.place_kind,
            place=first.place,
            side=side,
            who=who(work),
            at=workspace.clock.now(),
            text=text,
        )
        return _keep(entry, work, workspace)


def _is_done(thread: Thread, kind: EntryKind) -> bool:
    match kind:
        case EntryKind.RESOLVED:
            return not thread.open and not thread.withdrawn
        case EntryKind.REOPENED:
            return thread.open
        case EntryKind.WITHDRAWN:
            return thread.withdrawn
        case _:
            return False


def _thread(remark: str, known: tuple[Entry, ...]) -> Thread:
    for thread in threads(known):
        if thread.first.remark == remark:
            return thread
    raise NoSuchRemark


def _keep(entry: Entry, work: UnitOfWork, workspace: Workspace) -> Entry:
    work.reviews.add_entries((entry,))
    log(
        work,
        workspace,
        ActionKind.REMARK_WRITTEN,
        entry.place or entry.diagnosis,
        new=f"{entry.kind.value}: {entry.text}"[:SUMMARY],
    )
    work.commit()
    return entry
