"""``review``: decisions and remarks on their way down."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any

from msgspec import Meta

from shkola_desktop.domain.contents import Average, Review
from shkola_desktop.transfer.wire.inside import Inside
from shkola_desktop.transfer.wire.places import (
    OfficeWire,
    office_from_wire,
    office_to_wire,
)
from shkola_desktop.transfer.wire.remarks import (
    Decisions,
    Entries,
    decision_faults,
    decision_to_wire,
    decisions_from_wire,
    entries_from_wire,
    entry_faults,
    entry_to_wire,
)
from shkola_desktop.transfer.wire.terms import (
    MAX_LINES,
    MAX_SCHOOLS,
    MaybeKey,
    Points,
    Top,
    Wire,
)


class AverageWire(Wire):
    """The district's average of a direction; empty code: the total."""

    direction: MaybeKey
    points: Points
    maximum: Points
    schools: Annotated[int, Meta(ge=0, le=MAX_SCHOOLS)]


class ReviewContent(Top, kw_only=True):
    """content.json of the kind ``review``."""

    office: OfficeWire
    decisions: Decisions
    entries: Entries
    averages: Annotated[tuple[AverageWire, ...], Meta(max_length=MAX_LINES)]
    term: date | None


def to_wire(content: Review, top: Mapping[str, Any]) -> ReviewContent:
    """Put the content into its shape."""
    return ReviewContent(
        **top,
        office=office_to_wire(content.office),
        decisions=tuple(decision_to_wire(one) for one in content.decisions),
        entries=tuple(entry_to_wire(entry) for entry in content.entries),
        averages=tuple(
            AverageWire(a.direction, a.points, a.maximum, a.schools)
            for a in content.averages
        ),
        term=content.term,
    )


def members(_content: Review) -> dict[str, bytes]:
    """Return the files beside content.json: none."""
    return {}


def expected(_wire: ReviewContent) -> dict[str, str]:
    """Return the names of these files: none."""
    return {}


def faults(wire: ReviewContent) -> Iterator[tuple[str, str]]:
    """Yield place and what is wrong of everything that contradicts itself."""
    if wire.office.code != wire.sender:
        yield "office.code", wire.office.code
    yield from decision_faults(wire.decisions)
    yield from entry_faults(wire.entries)


def from_wire(wire: ReviewContent, _inside: Inside) -> Review:
    """Return the content; schools bear the keys of an office."""
    return Review(
        office=office_from_wire(wire.office),
        decisions=decisions_from_wire(wire.decisions),
        entries=entries_from_wire(wire.entries),
        averages=tuple(
            Average(a.direction, a.points, a.maximum, a.schools) for a in wire.averages
        ),
        term=wire.term,
    )
