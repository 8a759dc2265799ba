"""The history of a school's review: hand-overs, decisions and remarks by time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from shkola_desktop.domain.ledger import Receiving
from shkola_desktop.domain.package import Sending
from shkola_desktop.domain.review import Decision, Entry


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A hand-over on its way or received, by its number."""

    sequence: int
    file_name: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, and when by the clock of whoever did it."""

    at: datetime
    what: HandedIn | Decision | Entry


def events(
    hand_overs: Iterable[Receiving | Sending],
    entries: Iterable[Entry],
    decisions: Iterable[Decision],
) -> tuple[Event, ...]:
    """Return everything that happened, newest first."""
    found = [
        Event(
            one.received_at if isinstance(one, Receiving) else one.created_at,
            HandedIn(one.sequence, one.file_name),
        )
        for one in hand_overs
    ]
    found += [Event(one.at, one) for one in (*entries, *decisions)]
    return tuple(sorted(found, key=lambda e: e.at, reverse=True))
