"""Things of a few sizes put into years: exact, as little as possible waits.

Nothing of schools here; ``year_plan`` says what a size is and what a year holds.
"""

from collections.abc import Iterator, Sequence
from functools import cache


def placed_in(
    lifts: Sequence[tuple[int, int]], begins: Sequence[int], room: Sequence[int]
) -> list[int] | None:
    """Return the year in which each thing is taken, or None where they do not fit.

    ``lifts`` are size and effort of each, ``begins`` the years before which it cannot
    be taken, ``room`` what the years hold. As little as possible waits; of equal sizes
    the lighter goes first.
    """
    gains = sorted({gain for gain, _ in lifts if gain})
    waiting: dict[int, list[int]] = {gain: [] for gain in gains}
    arrivals = [[0] * len(gains) for _ in room]
    for number, ((gain, _), begin) in enumerate(zip(lifts, begins, strict=True)):
        if gain:
            waiting[gain].append(number)
            arrivals[begin][gains.index(gain)] += 1
    if not _roomy(lifts, begins, room):
        return None
    counts = _counts(tuple(gains), tuple(map(tuple, arrivals)), tuple(room))
    if counts is None:
        return None
    placed = list(begins)
    for year, taken in enumerate(counts):
        for gain, count in zip(gains, taken, strict=True):
            ready = [n for n in waiting[gain] if begins[n] <= year]
            ready.sort(key=lambda n: lifts[n][1])
            for number in ready[:count]:
                placed[number] = year
                waiting[gain].remove(number)
    return placed


def _roomy(
    lifts: Sequence[tuple[int, int]], begins: Sequence[int], room: Sequence[int]
) -> bool:
    """Tell quickly whether the points alone would fit: most tries end here."""
    coming = [0] * len(room)
    for (gain, _), begin in zip(lifts, begins, strict=True):
        coming[begin] += gain
    left = 0
    for points, free in zip(reversed(coming), reversed(room), strict=True):
        left += free - points
        if free < 0 or left < 0:
            return False
    return True


def _counts(
    gains: tuple[int, ...], arrivals: tuple[tuple[int, ...], ...], room: tuple[int, ...]
) -> tuple[tuple[int, ...], ...] | None:
    """Return how many lifts of each gain every year takes, with the least waiting."""
    last = len(room) - 1

    @cache
    def best(
        year: int, waiting: tuple[int, ...]
    ) -> tuple[int, tuple[tuple[int, ...], ...]] | None:
        ready = tuple(a + w for a, w in zip(arrivals[year], waiting, strict=True))
        least: tuple[int, tuple[tuple[int, ...], ...]] | None = None
        for taken in _choices(gains, ready, room[year]):
            left = tuple(r - t for r, t in zip(ready, taken, strict=True))
            if year == last:
                if not any(left):
                    return 0, (taken,)
                continue
            after = best(year + 1, left)
            if after is None:
                continue
            price = sum(left) + after[0]
            if least is None or price < least[0]:
                least = price, (taken, *after[1])
        return least

    found = best(0, (0,) * len(gains))
    return None if found is None else found[1]


def _choices(
    gains: tuple[int, ...], ready: tuple[int, ...], room: int
) -> Iterator[tuple[int, ...]]:
    """Yield what may be taken; of the smallest gain always as many as fit.

    To leave room unused helps no later year.
    """
    if not gains:
        yield ()
        return
    if sum(g * r for g, r in zip(gains, ready, strict=True)) <= room:
        yield ready
        return
    if len(gains) == 1:
        yield (max(0, min(ready[0], room // gains[0])),)
        return
    for count in range(min(ready[-1], max(0, room) // gains[-1]), -1, -1):
        rest = room - count * gains[-1]
        for others in _choices(gains[:-1], ready[:-1], rest):
            yield (*others, count)
