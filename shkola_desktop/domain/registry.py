"""Реестр школ: what a table of schools would change, and schools that look alike."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from shkola_desktop.domain.likeness import key, likeness, pieces
from shkola_desktop.domain.school import School

ALIKE = 0.75
"""Share of common pieces from which two names may mean one school: a misspelt name
stays above, two villages of one district fall below."""


class Change(Enum):
    """What a row of a table does to the registry."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class RegistryLine:
    """A row that can be taken over.

    ``place`` names sheet and row; ``fields`` are the names of the attributes that
    change; ``alike`` is a school of another code that may be the same one.
    """

    place: str
    school: School
    change: Change
    fields: tuple[str, ...] = ()
    alike: School | None = None


def changed_fields(old: School, new: School, names: Sequence[str]) -> tuple[str, ...]:
    """Return which of the attributes differ."""
    return tuple(n for n in names if getattr(old, n) != getattr(new, n))


class Likes:
    """Finds schools whose names are nearly the same; built once for a registry.

    ``rare`` leaves of a name what only this school has.
    """

    def __init__(self, schools: Iterable[School], rare: Callable[[str], str]) -> None:
        self._rare = rare
        self._known = [(*self._told(school), school) for school in schools]

    def alike(self, school: School) -> School | None:
        """Return the school of another code that is most alike, or None.

        Schools that bear different numbers are never alike.
        """
        numbers, own = self._told(school)
        best, found = ALIKE, None
        for other_numbers, other, known in self._known:
            if known.code == school.code or numbers != other_numbers:
                continue
            share = likeness(own, other)
            if share >= best:
                best, found = share, known
        return found

    def add(self, school: School) -> None:
        """Let a school be compared with from now on."""
        self._known.append((*self._told(school), school))

    def _told(self, school: School) -> tuple[tuple[str, ...], frozenset[str]]:
        name = school.short_name
        rare = key(self._rare(name)) or key(name)
        return tuple(re.findall(r"\d+", name)), pieces(rare)
