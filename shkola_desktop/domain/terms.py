"""Срок of a measure read back: which years of the programme it names."""

import re
from dataclasses import dataclass
from functools import lru_cache

CENTURY = 2000
REMEMBERED = 4096
"""Terms read once: 500 measures ask for theirs twenty times on one screen."""


@dataclass(frozen=True, slots=True, eq=False)
class TermWords:
    """How a language writes terms; every pattern is searched without regard to case.

    One object a language, compared as such: terms read are remembered by it, and a
    hash of its patterns would take longer than reading.
    Groups hold numbers: ``ordinals`` and ``calendar`` one or two of them (a single
    year, or first and last), ``since`` the year from which on.
    """

    separator: re.Pattern[str]
    """What stands between the parts of a term."""
    ordinals: re.Pattern[str]
    """Years counted within the programme: «2–4-й годы», «1-й год»."""
    ordinal_since: re.Pattern[str]
    calendar: re.Pattern[str]
    """Years of the calendar: «2027–2028», «2027/28», «1 июня 2028»."""
    calendar_since: re.Pattern[str]
    recurring: re.Pattern[str]
    """What comes again and again: «ежегодно»."""
    onward: re.Pattern[str]
    """From here to the end: «далее»."""
    constant: re.Pattern[str]
    """Without beginning and end: «постоянно», «в течение всего периода»."""


@dataclass(frozen=True, slots=True)
class Term:
    """The years that a term names, also those outside the period.

    Without any year nothing is known: «сентябрь–май» may be any year.
    """

    years: tuple[int, ...]
    recurring: bool = False
    constant: bool = False

    @property
    def known(self) -> bool:
        """True where at least one year can be told."""
        return bool(self.years)

    def outside(self, period: range) -> tuple[int, ...]:
        """Return the years that are not the programme's."""
        return tuple(year for year in self.years if year not in period)


@lru_cache(maxsize=REMEMBERED)
def term_of(text: str, period: range, words: TermWords) -> Term:
    """Read a term; ``period`` are the years of the programme.

    Counted years past the end mean the last one: so they are printed. A recurring
    part without a year of its own goes on from the first year named before it.
    What goes on «в течение года» is constant only where no year bounds it.
    """
    years: set[int] = set()
    recurring = False
    for part in words.separator.split(text):
        named = _since(part, period, words) | _counted(part, period, words)
        named |= _calendar(part, words)
        again = bool(words.recurring.search(part))
        recurring = recurring or again
        if not named and (again or (years and words.onward.search(part))):
            named = {year for year in period if year >= min(years, default=0)}
        years |= named
    constant = bool(words.constant.search(text))
    years = years or set(period if constant else ())
    whole = constant and years >= set(period)
    return Term(tuple(sorted(years)), recurring or whole, whole)


def _since(part: str, period: range, words: TermWords) -> set[int]:
    first = [
        *(_year(int(m[1]), period) for m in words.ordinal_since.finditer(part)),
        *(int(m[1]) for m in words.calendar_since.finditer(part)),
    ]
    return {year for year in period if year >= min(first)} if first else set()


def _counted(part: str, period: range, words: TermWords) -> set[int]:
    found: set[int] = set()
    for match in words.ordinals.finditer(words.ordinal_since.sub("", part)):
        first, last = int(match[1]), int(match[2] or match[1])
        found |= {_year(number, period) for number in range(first, last + 1)}
    return found


def _calendar(part: str, words: TermWords) -> set[int]:
    found: set[int] = set()
    for match in words.calendar.finditer(words.calendar_since.sub("", part)):
        first, last = int(match[1]), int(match[2] or match[1])
        last = last + CENTURY if last < CENTURY else last
        found |= set(range(first, last + 1)) or {first, last}
    return found


def _year(number: int, period: range) -> int:
    return min(period.start + max(number, 1) - 1, period.stop - 1)
