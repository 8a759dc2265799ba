"""Planned and reached values compared: texts that may be numbers, or may not."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

NUMBER = re.compile(r"[-−]?\d{1,15}(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d{1,9})?")
"""A number as people write it: «1 200», «12,5», «−3»."""


@dataclass(frozen=True, slots=True)
class ValueWords:
    """How a language says that a value is a lower or an upper bound."""

    at_most: re.Pattern[str]
    falling: re.Pattern[str]
    """Names of targets that are better the smaller they are."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Planned and reached; ``short`` is by how much the plan was missed.

    ``short`` None: it cannot be told. Zero: reached. ``met`` None the same.
    """

    planned: str
    reached: str
    short: Decimal | None

    @property
    def met(self) -> bool | None:
        """Whether the plan was reached, None where that cannot be told."""
        return None if self.short is None else self.short == 0


def number_in(text: str) -> Decimal | None:
    """Return the only number of a text; None where there is none, or more than one."""
    found = NUMBER.findall(text)
    if len(found) != 1:
        return None
    bare = re.sub(r"[ \u00a0\u202f]", "", found[0]).replace(",", ".").replace("−", "-")
    try:
        return Decimal(bare)
    except InvalidOperation:
        return None


def compared(
    planned: str, reached: str, words: ValueWords, *, name: str = "", baseline: str = ""
) -> Compared:
    """Compare two values of a target.

    More is better, unless the plan says «не более», the name «снижение», or the plan
    is below the base value. Other texts are reached where both say the same.
    """
    plan, got = number_in(planned), number_in(reached)
    if plan is None or got is None:
        return Compared(planned, reached, _same(planned, reached, plan))
    missing = got - plan if _falling(planned, name, baseline, words) else plan - got
    return Compared(planned, reached, max(missing, Decimal(0)))


def _same(planned: str, reached: str, plan: Decimal | None) -> Decimal | None:
    said = reached.strip().casefold()
    if plan is None and said and said == planned.strip().casefold():
        return Decimal(0)
    return None


def _falling(planned: str, name: str, baseline: str, words: ValueWords) -> bool:
    if words.at_most.search(planned) or words.falling.search(name):
        return True
    before, plan = number_in(baseline), number_in(planned)
    return before is not None and plan is not None and plan < before
