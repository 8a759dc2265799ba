"""In which year each deficit is lifted: critical first, never too steeply.

A critical zero holds its direction at no points; when the last one of a direction is
lifted, everything gained there counts at once. In a weak school all of that in the
first year is a rise that nobody believes (self-check, M5). The search is exact: of all
plans that keep every year within the limit it takes one that delays critical
indicators least, the hard ones rather than the quick ones, and then the others least.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from types import MappingProxyType

from shkola_desktop.domain.ids import DirectionCode, IndicatorCode
from shkola_desktop.domain.placing import placed_in

STEEP_GROWTH = 30
"""Per cent of the maximum in a year: more is hardly realistic (§4.3, M5)."""
MOST_STATES = 50_000
"""Rises looked at by one search for the years in which directions open: eight held
directions in five years are a third of that. Beyond it a plan may be missed."""
MOST_TRIED = 3_000
"""Openings whose other lifts are tried: where a plan exists, the first few decide."""


@dataclass(frozen=True, slots=True)
class Lift:
    """An indicator that the programme raises by ``gain`` points.

    ``earliest`` counts years from 0; ``effort`` compares what the measures need, the
    greater the harder. ``gate`` names the direction that critical zeros hold now and
    that opens when all of its critical lifts are done.
    """

    code: IndicatorCode
    gain: int
    earliest: int
    effort: int
    critical: bool = False
    gate: DirectionCode | None = None


@dataclass(frozen=True, slots=True)
class _Block:
    """Points that come in one year, when the last one of it is lifted.

    ``keys`` may be that last one, the hardest first: one for each effort.
    """

    points: int
    keys: tuple[Lift, ...]
    gate: DirectionCode | None = None


_Opening = tuple[int, Lift]
"""The year of a block and the key that is turned last."""


@dataclass(slots=True)
class _Search:
    """One search for a plan in which no year brings more than ``limit`` points."""

    lifts: Sequence[Lift]
    blocks: Sequence[_Block]
    years: int
    limit: int
    known: dict[tuple[int, tuple[int, ...]], frozenset[int]] = field(
        default_factory=dict[tuple[int, tuple[int, ...]], frozenset[int]]
    )

    def best(self) -> Mapping[IndicatorCode, int] | None:
        """Return a plan with the least delay of critical lifts, then of others."""
        points = sum(b.points for b in self.blocks)
        points += sum(x.gain for x in self.lifts if not x.critical)
        steep = max((block.points for block in self.blocks), default=0)
        if steep > self.limit or points > self.limit * self.years:
            return None
        start = (0,) * self.years
        at_once = self._filled(tuple((0, block.keys[0]) for block in self.blocks))
        if at_once is not None:
            return at_once
        tried = 0
        for delay in sorted(self._delays(0, start)):
            openings = islice(self._openings(delay, start), MOST_TRIED - tried)
            for opened in sorted(openings, key=self._haste):
                tried += 1
                plan = self._filled(opened)
                if plan is not None:
                    return plan
        return None

    def _haste(self, opened: tuple[_Opening, ...]) -> int:
        """Of equal delays the hard ones wait first, so that quick ones come early."""
        return -sum(year * key.effort for year, key in opened)

    def _delays(self, number: int, rise: tuple[int, ...]) -> frozenset[int]:
        """Return how long blocks from a number on may wait together, in years."""
        if number == len(self.blocks):
            return frozenset((0,))
        known = self.known.get((number, rise))
        if known is None:
            if len(self.known) >= MOST_STATES:
                return frozenset()
            known = frozenset(
                year + delay
                for year, after in self._rises(number, rise)
                for delay in self._delays(number + 1, after)
            )
            self.known[number, rise] = known
        return known

    def _rises(
        self, number: int, rise: tuple[int, ...]
    ) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Yield the years in which a block may open, with the points of all years."""
        points = self.blocks[number].points
        for year, before in enumerate(rise):
            if before + points <= self.limit:
                yield year, (*rise[:year], before + points, *rise[year + 1 :])

    def _openings(
        self, delay: int, rise: tuple[int, ...], number: int = 0
    ) -> Iterator[tuple[_Opening, ...]]:
        """Yield when blocks from a number on open, waiting so many years together."""
        if number == len(self.blocks):
            yield ()
            return
        keys = self.blocks[number].keys
        for year, after in self._rises(number, rise):
            if delay - year not in self._delays(number + 1, after):
                continue
            for others in self._openings(delay - year, after, number + 1):
                # without a wait it does not matter which of them is the last
                for key in keys if year else keys[:1]:
                    yield ((year, key), *others)

    def _filled(
        self, opened: tuple[_Opening, ...]
    ) -> Mapping[IndicatorCode, int] | None:
        """Return the plan once the years of the blocks are known."""
        room = [self.limit] * self.years
        plan = {lift.code: 0 for lift in self.lifts if lift.critical}
        gates: dict[DirectionCode | None, int] = {None: 0}
        latest: dict[int, int] = {}
        for block, (year, key) in zip(self.blocks, opened, strict=True):
            room[year] -= block.points
            plan[key.code] = year
            latest[key.effort] = max(year, latest.get(key.effort, 0))
            if block.gate is not None:
                gates[block.gate] = year
        others = [lift for lift in self.lifts if not lift.critical]
        own = [max(lift.earliest, latest.get(lift.effort, 0)) for lift in others]
        counted = [max(y, gates[x.gate]) for y, x in zip(own, others, strict=True)]
        placed = placed_in([(lift.gain, lift.effort) for lift in others], counted, room)
        if placed is None:
            return None
        for lift, year, begin, end in zip(others, own, counted, placed, strict=True):
            # before its direction opens nothing counts: it may as well be early
            plan[lift.code] = year if end == begin else end
        return plan


def years_of(
    lifts: Sequence[Lift],
    held: Mapping[DirectionCode, int],
    years: int,
    limit: int,
) -> Mapping[IndicatorCode, int]:
    """Return the year of each lift, counted from 0.

    ``held`` are the points that a gate's direction has already and that do not count
    yet; ``limit`` is the most that a year should bring. Critical lifts are never later
    than others of the same effort. Where no plan keeps the limit, the steepest year is
    as flat as it can be.
    """
    blocks = _blocks(lifts, held)
    found = _Search(lifts, blocks, years, limit).best()
    if found is None:
        found = _flattest(lifts, blocks, years, limit)
    return MappingProxyType(dict(found))


def _flattest(
    lifts: Sequence[Lift], blocks: Sequence[_Block], years: int, low: int
) -> Mapping[IndicatorCode, int]:
    """Return the plan with the lowest limit above ``low`` that can be kept."""
    high = sum(block.points for block in blocks) + sum(lift.gain for lift in lifts)
    found: Mapping[IndicatorCode, int] = {}
    # all at once keeps the highest limit, so that one is always found
    while high - low > 1 or not found:
        middle = (low + high + 1) // 2
        tried = _Search(lifts, blocks, years, middle).best()
        if tried is None:
            low = middle
        else:
            found, high = tried, middle
    return found


def _blocks(
    lifts: Sequence[Lift], held: Mapping[DirectionCode, int]
) -> tuple[_Block, ...]:
    gates: dict[DirectionCode, list[Lift]] = {}
    blocks: list[_Block] = []
    for lift in lifts:
        if lift.critical and lift.gate is not None:
            gates.setdefault(lift.gate, []).append(lift)
        elif lift.critical and lift.gain:
            blocks.append(_Block(lift.gain, (lift,)))
    for gate, keys in gates.items():
        # only one has to wait with the direction: the others open nothing
        lasts = {key.effort: key for key in keys}
        ordered = sorted(lasts.values(), key=lambda key: -key.effort)
        points = held.get(gate, 0) + sum(key.gain for key in keys)
        blocks.append(_Block(points, tuple(ordered), gate))
    return tuple(sorted(blocks, key=lambda block: -block.points))
