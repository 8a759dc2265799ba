"""``receipt``: what the receiver imported, refused and why."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from msgspec import Meta

from shkola_desktop.domain.contents import Receipt
from shkola_desktop.domain.ids import PackageId
from shkola_desktop.domain.ledger import Confirmation, ReceivingState
from shkola_desktop.transfer.wire.inside import Inside
from shkola_desktop.transfer.wire.terms import (
    MAX_ROWS,
    Id,
    Lines,
    Moment,
    Number,
    Top,
    Wire,
)


class ConfirmationWire(Wire):
    """A line of the receipt."""

    package: Id
    sequence: Number
    state: ReceivingState
    at: Moment
    reasons: Lines


class ReceiptContent(Top, kw_only=True):
    """content.json of the kind ``receipt``."""

    lines: Annotated[tuple[ConfirmationWire, ...], Meta(max_length=MAX_ROWS)]


def to_wire(content: Receipt, top: Mapping[str, Any]) -> ReceiptContent:
    """Put the content into its shape."""
    lines = tuple(
        ConfirmationWire(c.package, c.sequence, c.state, c.at, c.reasons)
        for c in content.lines
    )
    return ReceiptContent(**top, lines=lines)


def members(_content: Receipt) -> dict[str, bytes]:
    """Return the files beside content.json: none."""
    return {}


def expected(_wire: ReceiptContent) -> dict[str, str]:
    """Return the names of these files: none."""
    return {}


def faults(wire: ReceiptContent) -> Iterator[tuple[str, str]]:
    """Yield place and what is wrong of everything that contradicts itself."""
    for line in wire.lines:
        if line.state is ReceivingState.REFUSED and not line.reasons:
            yield f"lines[{line.package}].reasons", line.state.value


def from_wire(wire: ReceiptContent, _inside: Inside) -> Receipt:
    """Return the content."""
    return Receipt(
        tuple(
            Confirmation(PackageId(w.package), w.sequence, w.state, w.at, w.reasons)
            for w in wire.lines
        )
    )
