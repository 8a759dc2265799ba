"""Remarks, replies and decisions: sets that only grow."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated

from msgspec import Meta

from shkola_desktop.domain.ids import DiagnosisId, PackageId, SchoolId
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.review import (
    MAX_REMARK,
    Decision,
    Entry,
    EntryKind,
    PlaceKind,
    Verdict,
)
from shkola_desktop.transfer.wire.places import (
    AddressWire,
    address_to_wire,
    key_from_wire,
)
from shkola_desktop.transfer.wire.terms import (
    MAX_DECISIONS,
    MAX_ENTRIES,
    Id,
    Line,
    Moment,
    Number,
    Short,
    Wire,
)


class EntryWire(Wire):
    """One line of a thread."""

    id: Id
    remark: Id
    number: Number
    school: AddressWire
    diagnosis: Id
    kind: EntryKind
    place_kind: PlaceKind
    place: Short
    side: Role
    who: Line
    at: Moment
    text: Annotated[str, Meta(max_length=MAX_REMARK)]


class DecisionWire(Wire):
    """A decision about a hand-over."""

    id: Id
    school: AddressWire
    diagnosis: Id
    sequence: Number
    verdict: Verdict
    side: Role
    who: Line
    at: Moment
    number: Number
    comment: Annotated[str, Meta(max_length=MAX_REMARK)]
    package: Id | None


Entries = Annotated[tuple[EntryWire, ...], Meta(max_length=MAX_ENTRIES)]
Decisions = Annotated[tuple[DecisionWire, ...], Meta(max_length=MAX_DECISIONS)]


def entry_to_wire(entry: Entry, school: AddressWire | None = None) -> EntryWire:
    """Put an entry into its travelling shape; ``school`` replaces a local id."""
    return EntryWire(
        id=entry.id,
        remark=entry.remark,
        number=entry.number,
        school=school or address_to_wire(entry.school),
        diagnosis=entry.diagnosis,
        kind=entry.kind,
        place_kind=entry.place_kind,
        place=entry.place,
        side=entry.side,
        who=entry.who,
        at=entry.at,
        text=entry.text,
    )


def entries_from_wire(
    wires: Iterable[EntryWire], school: SchoolId | None = None
) -> tuple[Entry, ...]:
    """Return the entries; ``school`` where all are about one."""
    return tuple(
        Entry(
            id=wire.id,
            remark=wire.remark,
            number=wire.number,
            school=school or key_from_wire(wire.school),
            diagnosis=DiagnosisId(wire.diagnosis),
            kind=wire.kind,
            place_kind=wire.place_kind,
            place=wire.place,
            side=wire.side,
            who=wire.who,
            at=wire.at,
            text=wire.text,
        )
        for wire in wires
    )


def decision_to_wire(decision: Decision) -> DecisionWire:
    """Put a decision into its travelling shape."""
    return DecisionWire(
        id=decision.id,
        school=address_to_wire(decision.school),
        diagnosis=decision.diagnosis,
        sequence=decision.sequence,
        verdict=decision.verdict,
        side=decision.side,
        who=decision.who,
        at=decision.at,
        number=decision.number,
        comment=decision.comment,
        package=decision.package,
    )


def decisions_from_wire(wires: Iterable[DecisionWire]) -> tuple[Decision, ...]:
    """Return the decisions."""
    return tuple(
        Decision(
            id=wire.id,
            school=key_from_wire(wire.school),
            diagnosis=DiagnosisId(wire.diagnosis),
            sequence=wire.sequence,
            verdict=wire.verdict,
            side=wire.side,
            who=wire.who,
            at=wire.at,
            number=wire.number,
            comment=wire.comment,
            package=None if wire.package is None else PackageId(wire.package),
        )
        for wire in wires
    )


def entry_faults(wires: Iterable[EntryWire]) -> Iterator[tuple[str, str]]:
    """Yield place and what is wrong of entries that contradict themselves."""
    yield from _twice("entries", (entry.id for entry in wires))


def decision_faults(wires: Iterable[DecisionWire]) -> Iterator[tuple[str, str]]:
    """Yield place and what is wrong of decisions that contradict themselves."""
    yield from _twice("decisions", (decision.id for decision in wires))


def _twice(place: str, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield from ((place, id) for id, count in Counter(ids).items() if count > 1)
