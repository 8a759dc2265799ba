"""Rounds of contenders one after another, and what their figures say as ratios."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

Figures = Mapping[str, float]
"""What one run of a contender measured: name of a figure → value."""
Contender = Callable[[], Figures]


@dataclass(frozen=True, slots=True)
class Spread:
    """The median of many values and the quartiles around it."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        if len(values) < 2:
            return cls(values[0], values[0], values[0])
        low, _, high = quantiles(values, n=4, method="inclusive")
        return cls(median(values), low, high)


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of the program against one contender, taken pair by pair."""

    what: str
    unit: str
    against: str
    program: Spread
    other: Spread
    ratio: Spread
    rounds: int


class Rounds:
    """Every figure of every contender, one entry a round."""

    def __init__(self, kept: Mapping[str, Sequence[Figures]]) -> None:
        self._kept = kept

    def values(self, contender: str, figure: str) -> list[float]:
        return [figures[figure] for figures in self._kept[contender]]

    def row(
        self,
        what: str,
        unit: str,
        ours: tuple[str, str],
        other: tuple[str, str],
        against: str = "",
    ) -> Row:
        """Compare two figures, each named by its contender and its own name.

        The ratio is taken within a round, so that what slowed the whole machine
        down for a second slowed both sides.
        """
        program, floor = self.values(*ours), self.values(*other)
        ratios = [a / b for a, b in zip(program, floor, strict=True)]
        return Row(
            what=what,
            unit=unit,
            against=against or other[0],
            program=Spread.of(program),
            other=Spread.of(floor),
            ratio=Spread.of(ratios),
            rounds=len(ratios),
        )


def alternately(
    contenders: Mapping[str, Contender], rounds: int, warm_up: int = 1
) -> Rounds:
    """Run A B C, A B C, …; the first rounds warm the caches and do not count."""
    kept: dict[str, list[Figures]] = {name: [] for name in contenders}
    for number in range(warm_up + rounds):
        for name, run in contenders.items():
            figures = run()
            if number >= warm_up:
                kept[name].append(figures)
    return Rounds(kept)
