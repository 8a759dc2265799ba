"""Учёт обмена: what came in, the counters of both directions, and the receipts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shkola_desktop.domain.ids import PackageId
from shkola_desktop.domain.package import PackageKind


class ReceivingState(StrEnum):
    """What became of a package that was read."""

    IMPORTED = "imported"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Receiving:
    """Приём: our record of a package that was read. Size in bytes.

    ``reasons`` are sentences for people, empty where it was imported. A refused
    package may be read again, an imported one answers «already there».
    """

    id: PackageId
    kind: PackageKind
    sender: str
    sequence: int
    state: ReceivingState
    received_at: datetime
    file_name: str
    size: int
    sha256: str
    summary: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A line of a receipt: what the receiver did with a package of ours."""

    package: PackageId
    sequence: int
    state: ReceivingState
    at: datetime
    reasons: tuple[str, ...] = ()


def confirmed(sequence: int, last_received: int, lines: Sequence[Confirmation]) -> bool:
    """Tell whether the other side has a package with this number.

    Either its last received number reaches it, or a receipt names it as imported.
    """
    return sequence <= last_received or any(
        line.sequence == sequence and line.state is ReceivingState.IMPORTED
        for line in lines
    )
