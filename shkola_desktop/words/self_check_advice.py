"""What is wrong and how to cure it: the value, and how facts are put into it."""

from collections.abc import Callable
from dataclasses import dataclass

from shkola_desktop.domain.self_check.finding import Finding
from shkola_desktop.words.russian import joined
from shkola_desktop.words.self_check_places import fact, shortened

MISSING = {
    "unit": "единицы измерения",
    "baseline": "базового значения",
    "values": "значений на каждый год",
    "date": "даты",
    "number": "номера",
}


@dataclass(frozen=True, slots=True)
class Advice:
    """What is wrong and how to cure it."""

    wrong: str
    cure: str


@dataclass(frozen=True, slots=True)
class RuleWords:
    """The name of a rule and its words for a finding."""

    name: str
    say: Callable[[Finding], Advice]


def number(finding: Finding, name: str) -> int:
    """Return a fact that is a number, 0 where there is none."""
    return int(finding.facts.get(name, 0))


def quoted(finding: Finding, name: str, most: int = 90) -> str:
    """Return a fact in quotes, shortened to so many characters."""
    return f"«{shortened(fact(finding, name), most)}»"


def missing(finding: Finding) -> str:
    """Return what is missing as a list in a sentence."""
    return joined([MISSING[name] for name in fact(finding, "missing").split()])
