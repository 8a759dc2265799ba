"""Until when a measure is to be done: years and months of its term."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from shkola_desktop.domain.terms import REMEMBERED, TermWords, term_of

DECEMBER = 12
MIDDLE = 6
"""The last month of the first half-year."""


@dataclass(frozen=True, slots=True, eq=False)
class MonthWords:
    """How a language writes months and seasons: a pattern and its last month."""

    months: tuple[tuple[re.Pattern[str], int], ...]


@dataclass(frozen=True, slots=True)
class Due:
    """The years in which a measure is worked on, and whether it comes every year.

    ``known`` is False where the term names no year: it may be any of the period.
    """

    years: tuple[int, ...]
    recurring: bool
    known: bool


def years_due(text: str, period: range, words: TermWords) -> Due:
    """Return the years of the period that a term names; an unclear one names all."""
    term = term_of(text, period, words)
    years = tuple(year for year in term.years if year in period)
    if years:
        return Due(years, term.recurring or term.constant, known=True)
    return Due(tuple(period), recurring=False, known=False)


@lru_cache(maxsize=REMEMBERED)
def due_date(
    text: str, year: int, period: range, words: TermWords, months: MonthWords
) -> date | None:
    """Return the last day of a term in a year of the programme; None: never late.

    Without months it is the end of the year. Months that go back («сентябрь–май») end
    in the next one. A term of several years ends with the last of them; a part without
    months of its own takes those of the first part that has some.
    """
    if not term_of(text, period, words).known:
        return None
    parts = words.separator.split(text)
    part = _part_for(parts, year, period, words)
    named = term_of(part, period, words)
    spans = not named.recurring and not named.constant and year in named.years
    last = max(named.years) if spans else year
    written = (months_in(known, months) for known in (part, *parts))
    found = next((known for known in written if known), ())
    return _end(last, found)


def half_of(day: date) -> tuple[date, date]:
    """Return the first and the last day of the half-year of a day."""
    if day.month <= MIDDLE:
        return date(day.year, 1, 1), date(day.year, 6, 30)
    return date(day.year, 7, 1), date(day.year, 12, 31)


def months_in(text: str, words: MonthWords) -> tuple[int, ...]:
    """Return the numbers of the months that a text names, in its order."""
    found = [
        (match.start(), number)
        for pattern, number in words.months
        for match in pattern.finditer(text)
    ]
    return tuple(number for _, number in sorted(found))


def _part_for(parts: list[str], year: int, period: range, words: TermWords) -> str:
    """Return the part that speaks of a year: by its name, else as one that recurs."""
    later = ""
    for part in parts:
        term = term_of(part, period, words)
        by_name = term.known and not term.recurring and not term.constant
        if year in term.years and by_name:
            return part
        if not by_name and not later and (year in term.years or not term.known):
            later = part
    return later or parts[-1]


def _end(year: int, months: tuple[int, ...]) -> date:
    if not months:
        return date(year, DECEMBER, 31)
    for before, after in pairwise(months):
        year += after < before
    month = months[-1]
    return date(year, month, monthrange(year, month)[1])
