"""Динамика over years: only what two editions ask alike is compared.

Within one pack of the form the directions' own averages stand beside each other.
Between two packs a direction is compared over the indicators that both ask with the
same answers and points; its share is then what those indicators alone reached.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from shkola_desktop.domain.analytics import (
    DirectionAverage,
    ShortfallCount,
    VariantCount,
)
from shkola_desktop.domain.applying import form_for
from shkola_desktop.domain.form import Edition, Indicator
from shkola_desktop.domain.ids import DirectionCode, IndicatorCode


@dataclass(frozen=True, slots=True)
class YearSums:
    """What is known of a year: its averages, shortfalls and variants."""

    year: int
    averages: tuple[DirectionAverage, ...]
    shortfalls: tuple[ShortfallCount, ...]
    variants: tuple[VariantCount, ...]

    @property
    def hashes(self) -> frozenset[str]:
        """The packs that schools answered in this year."""
        return frozenset(count.edition_hash for count in self.variants)


@dataclass(frozen=True, slots=True)
class Change:
    """A direction in two years, as shares from 0 to 1.

    ``whole`` tells that the directions themselves are compared; otherwise it is
    their ``indicators`` that both years ask alike.
    """

    direction: DirectionCode
    before: float
    now: float
    whole: bool
    indicators: int = 0

    @property
    def gained(self) -> float:
        """The difference; below 0 where it became less."""
        return self.now - self.before


def alike(one: Edition, other: Edition) -> frozenset[IndicatorCode]:
    """Return the indicators that two editions ask with the same answers and points."""
    known = {i.code: _asked(i) for i in other.indicators}
    return frozenset(i.code for i in one.indicators if known.get(i.code) == _asked(i))


def changes(
    before: YearSums, now: YearSums, editions: Mapping[str, Edition]
) -> tuple[Change, ...]:
    """Return what became of each direction; one that cannot be compared is left out.

    ``editions`` are the packs of both years by their hash.
    """
    if before.hashes == now.hashes and len(now.hashes) == 1:
        return _whole(before.averages, now.averages)
    used = [editions[hash] for hash in sorted(before.hashes | now.hashes)]
    if not used:
        return ()
    shared = frozenset(i.code for i in used[0].indicators)
    for other in used[1:]:
        shared &= alike(used[0], other)
    return _partly(before, now, shared, editions)


def _whole(
    before: Iterable[DirectionAverage], now: Iterable[DirectionAverage]
) -> tuple[Change, ...]:
    known = {average.direction: average.share for average in before}
    return tuple(
        Change(a.direction, known[a.direction], a.share, whole=True)
        for a in now
        if a.direction in known
    )


def _partly(
    before: YearSums,
    now: YearSums,
    shared: frozenset[IndicatorCode],
    editions: Mapping[str, Edition],
) -> tuple[Change, ...]:
    found: list[Change] = []
    newest = editions[now.variants[0].edition_hash] if now.variants else None
    for direction in newest.directions if newest else ():
        codes = frozenset(i.code for i in direction.indicators) & shared
        then, today = (
            _reached(year.variants, year.shortfalls, codes, editions)
            for year in (before, now)
        )
        if then is not None and today is not None:
            change = Change(
                direction.code, then, today, whole=False, indicators=len(codes)
            )
            found.append(change)
    return tuple(found)


def _reached(
    variants: Sequence[VariantCount],
    shortfalls: Sequence[ShortfallCount],
    codes: frozenset[IndicatorCode],
    editions: Mapping[str, Edition],
) -> float | None:
    possible = 0
    for count in variants:
        form = form_for(editions[count.edition_hash], count.variant)
        asked = sum(i.maximum for i in form.indicators if i.code in codes)
        possible += asked * count.schools
    lost = sum(count.lost for count in shortfalls if count.indicator in codes)
    return 1 - lost / possible if possible else None


def _asked(indicator: Indicator) -> tuple[tuple[str, int], ...]:
    return tuple((option.id, option.points) for option in indicator.options)
