"""Проверка: remarks and decisions about a hand-over, as sets that only grow.

A remark is a thread of entries, a standing follows from hand-overs and decisions.
Every entry has an id of its own and is never changed: two sides that swap their sets
in any order, any number of times, end with the same threads (transfer.md, Conflicts).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shkola_desktop.domain.ids import DiagnosisId, PackageId, SchoolId
from shkola_desktop.domain.office import Role

MAX_REMARK = 4_000
"""Characters of an entry: about a page, as a comment."""


class PlaceKind(StrEnum):
    """What a remark is about; ``place`` holds its code, empty for the whole."""

    INDICATOR = "indicator"
    SECTION = "section"
    WHOLE = "whole"


class EntryKind(StrEnum):
    """What an entry does to its thread."""

    REMARK = "remark"
    REPLY = "reply"
    RESOLVED = "resolved"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a thread. ``remark`` is the thread's id, ``number`` its place in it.

    Clocks of offline machines are wrong, so the order is by ``number``: one more than
    the highest that the writer knew; what was written at the same time is ordered by
    ``id``.
    """

    id: str
    remark: str
    number: int
    school: SchoolId
    diagnosis: DiagnosisId
    kind: EntryKind
    place_kind: PlaceKind
    place: str
    side: Role
    who: str
    at: datetime
    text: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """Замечание with everything said about it, in order; never empty."""

    entries: tuple[Entry, ...]

    @property
    def first(self) -> Entry:
        """The remark itself."""
        return self.entries[0]

    @property
    def open(self) -> bool:
        """True until it is resolved or withdrawn; reopening opens it again."""
        closing = {EntryKind.RESOLVED, EntryKind.WITHDRAWN}
        turns = [e.kind for e in self.entries if e.kind is not EntryKind.REPLY]
        return not turns or turns[-1] not in closing

    @property
    def answered(self) -> bool:
        """True where the school said the last word of an open remark."""
        return self.open and self.entries[-1].side is Role.SCHOOL

    @property
    def withdrawn(self) -> bool:
        """True where whoever wrote it took it back."""
        turns = [e.kind for e in self.entries if e.kind is not EntryKind.REPLY]
        return bool(turns) and turns[-1] is EntryKind.WITHDRAWN


class Verdict(StrEnum):
    """What an office decided; ``WITHDRAWN`` takes its last decision back."""

    ACCEPTED = "accepted"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision about the hand-over with the number ``sequence``."""

    id: str
    school: SchoolId
    diagnosis: DiagnosisId
    sequence: int
    verdict: Verdict
    side: Role
    who: str
    at: datetime
    number: int
    """As in an entry: one more than the highest that the writer knew."""
    comment: str = ""
    package: PackageId | None = None
    """The package that carried it to the school, once it is written."""


class Standing(StrEnum):
    """How far a school is with handing in, as its district sees it."""

    NOT_STARTED = "not_started"
    IN_WORK = "in_work"
    HANDED_IN = "handed_in"
    RETURNED = "returned"
    ACCEPTED = "accepted"


def threads(entries: Iterable[Entry]) -> tuple[Thread, ...]:
    """Gather entries into threads, in the order of their first entries' times.

    An entry that came twice counts once. A thread whose remark has not arrived yet
    is kept back.
    """
    known = {entry.id: entry for entry in entries}
    by_remark: dict[str, list[Entry]] = {}
    for entry in known.values():
        by_remark.setdefault(entry.remark, []).append(entry)
    found = [
        Thread(tuple(sorted(own, key=lambda e: (e.number, e.id))))
        for own in by_remark.values()
        if any(e.kind is EntryKind.REMARK for e in own)
    ]
    return tuple(sorted(found, key=lambda t: (t.first.at, t.first.id)))


def last_decision(decisions: Iterable[Decision]) -> Decision | None:
    """Return the decision that holds, or None; a withdrawn one uncovers the one before.

    ``WITHDRAWN`` takes back the newest decision of its own side that still stands:
    two offices that do not know of each other never undo each other's words.
    """
    known = {decision.id: decision for decision in decisions}
    standing: list[Decision] = []
    for decision in sorted(known.values(), key=lambda d: (d.number, d.id)):
        if decision.verdict is not Verdict.WITHDRAWN:
            standing.append(decision)
            continue
        own = [d for d in standing if d.side is decision.side]
        if own:
            standing.remove(own[-1])
    return standing[-1] if standing else None


def next_number(known: Iterable[Entry | Decision]) -> int:
    """Return one more than the highest number known: the place of what comes next."""
    return 1 + max((one.number for one in known), default=0)


def standing_of(
    sequence: int | None, decisions: Iterable[Decision], *, completed: bool
) -> Standing:
    """Return the standing of a school.

    ``sequence`` is the number of its newest hand-over, None where none came;
    ``completed`` tells whether that one holds a completed diagnosis. A decision about
    an earlier hand-over does not hold for a newer one.
    """
    if sequence is None:
        return Standing.NOT_STARTED
    held = last_decision(d for d in decisions if d.sequence >= sequence)
    if held is not None and held.verdict is Verdict.ACCEPTED:
        return Standing.ACCEPTED
    if held is not None:
        return Standing.RETURNED
    return Standing.HANDED_IN if completed else Standing.IN_WORK
