"""What is not the same in two states, and how rows are told apart."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any


class DifferenceKind(Enum):
    """What happened on the way from the old state to the new one."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


MIRRORED = {
    DifferenceKind.ADDED: DifferenceKind.REMOVED,
    DifferenceKind.REMOVED: DifferenceKind.ADDED,
    DifferenceKind.CHANGED: DifferenceKind.CHANGED,
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same.

    ``place`` is where it is written, as the self-check names places: «deficit:03».
    ``field`` names what it is: «goal», «risk» for a whole row, «risk.effect» for a
    field of it; ``names`` are the row's names in the old and the new state, for a
    field alone. What was added has no old value, what was removed no new one.
    """

    section: str
    place: str
    kind: DifferenceKind
    field: str
    old: object = None
    new: object = None
    names: tuple[str, str] = ("", "")

    @property
    def mirrored(self) -> "Difference":
        """The same seen from the other side."""
        return replace(
            self,
            kind=MIRRORED[self.kind],
            old=self.new,
            new=self.old,
            names=self.names[::-1],
        )


@dataclass(frozen=True, slots=True)
class Rows:
    """How rows of a sort are told apart, named and compared."""

    section: str
    place: str
    name: str
    key: Callable[[Any], Hashable]
    called: Callable[[Any], str]
    fields: Sequence[str] = ()


def compared(
    rows: Rows, old: Sequence[Any], new: Sequence[Any]
) -> Iterator[Difference]:
    """Compare two lists: rows of the same key are one row that may have changed."""
    for before, after in paired(old, new, rows.key):
        if before is None or after is None:
            yield whole_row(rows.section, rows.place, rows.name, before, after)
        else:
            yield from fields_changed(rows, before, after)


def own_or_banks(
    rows: Rows, old: Sequence[Any] | None, new: Sequence[Any] | None
) -> Iterator[Difference]:
    """Compare two lists where None stands for the bank's."""
    if old is None or new is None:
        place = (rows.section, rows.place, f"{rows.name}.list")
        yield from value_changed(place, old, new)
    else:
        yield from compared(rows, old, new)


def value_changed(
    place: tuple[str, str, str],
    old: object,
    new: object,
    names: tuple[str, str] = ("", ""),
) -> Iterator[Difference]:
    """Compare a single value; ``place`` is section, place and field."""
    if old != new:
        section, at, field = place
        changed = DifferenceKind.CHANGED
        yield Difference(section, at, changed, field, old, new, names)


def fields_changed(rows: Rows, old: Any, new: Any) -> Iterator[Difference]:
    """Compare the fields of one row in its two states."""
    names = rows.called(old), rows.called(new)
    for field in rows.fields:
        place = (rows.section, rows.place, f"{rows.name}.{field}")
        yield from value_changed(place, getattr(old, field), getattr(new, field), names)


def whole_row(
    section: str, place: str, field: str, old: object, new: object
) -> Difference:
    """Return that a row came (``old`` is None) or went."""
    came = old is None
    kind = DifferenceKind.ADDED if came else DifferenceKind.REMOVED
    return Difference(section, place, kind, field, old, new)


def paired(
    old: Sequence[Any], new: Sequence[Any], key: Callable[[Any], Hashable]
) -> Iterator[tuple[Any, Any]]:
    """Give rows of the same key together, None where one side lacks it.

    The order is that of their positions, and the same from either side.
    """
    before, after = _keyed(old, key), _keyed(new, key)
    places: dict[Hashable, list[int]] = {}
    for known in (before, after):
        for position, name in enumerate(known):
            places.setdefault(name, []).append(position)
    for name in sorted(places, key=lambda n: (min(places[n]), repr(n))):
        yield before.get(name), after.get(name)


def _keyed(rows: Sequence[Any], key: Callable[[Any], Hashable]) -> dict[Hashable, Any]:
    """Return rows by key and by how often the key came before."""
    met: dict[Hashable, int] = {}
    found: dict[Hashable, Any] = {}
    for known in rows:
        name = key(known)
        met[name] = met.get(name, 0) + 1
        found[name, met[name]] = known
    return found
