"""Places among others: ranks, quartiles, and who stands far from the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

Key = TypeVar("Key", bound=str)

LEAST_TO_COMPARE = 8
"""Values below which nobody is called unusual: two a quartile."""
FENCE = 1.5
"""Distances between the quartiles beyond which a value is unusual (Tukey, 1977)."""


@dataclass(frozen=True, slots=True)
class Quartiles:
    """The values below which a quarter, a half and three quarters of all lie."""

    first: float
    median: float
    third: float

    @property
    def fences(self) -> tuple[float, float]:
        """Values outside these two are unusual."""
        reach = FENCE * (self.third - self.first)
        return self.first - reach, self.third + reach

    def quarter(self, value: float) -> int:
        """Return the quarter that a value lies in, 1 for the highest."""
        bounds = (self.third, self.median, self.first)
        return next((n for n, b in enumerate(bounds, start=1) if value >= b), 4)


def quartiles(values: Sequence[float]) -> Quartiles | None:
    """Return the quartiles, between two values linearly; None without values."""
    if not values:
        return None
    ordered = sorted(values)
    return Quartiles(*(_between(ordered, part) for part in (0.25, 0.5, 0.75)))


def places(values: Mapping[Key, float]) -> dict[Key, int]:
    """Return the place of each, 1 for the highest; equals share the better place."""
    ordered = sorted(values.values(), reverse=True)
    first: dict[float, int] = {}
    for place, value in enumerate(ordered, start=1):
        first.setdefault(value, place)
    return {key: first[value] for key, value in values.items()}


def unusual(values: Mapping[Key, float]) -> tuple[tuple[Key, ...], tuple[Key, ...]]:
    """Return who lies far below and far above the others, each by value.

    Among few nobody is unusual, and where most are alike a small difference is none:
    see ``LEAST_TO_COMPARE`` and ``Quartiles.fences``.
    """
    found = quartiles(tuple(values.values()))
    if found is None or len(values) < LEAST_TO_COMPARE or found.first == found.third:
        return (), ()
    low, high = found.fences
    below = sorted((value, key) for key, value in values.items() if value < low)
    above = sorted((-value, key) for key, value in values.items() if value > high)
    return tuple(key for _, key in below), tuple(key for _, key in above)


def _between(ordered: Sequence[float], part: float) -> float:
    at = part * (len(ordered) - 1)
    below = int(at)
    above = min(below + 1, len(ordered) - 1)
    # between two equal values it is that value, whatever rounding would make of it
    if ordered[below] == ordered[above]:
        return ordered[below]
    return ordered[below] + (ordered[above] - ordered[below]) * (at - below)
