"""One thing that the self-check found: rule, severity, place, facts for the words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType

from shkola_desktop.domain.self_check.material import Material

Fact = str | int


class Severity(Enum):
    """How much it matters, the worst first: the value is the order."""

    ERROR = 0
    WARN = 1
    INFO = 2


def _no_facts() -> Mapping[str, Fact]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule at one place; ``places`` lists what a place may be.

    ``facts`` are what the words need; ``what`` among them tells apart the ways in
    which one rule can be broken.
    """

    rule: str
    severity: Severity
    place: str
    facts: Mapping[str, Fact] = field(default_factory=_no_facts)

    @property
    def what(self) -> str:
        """The way in which the rule is broken, or nothing."""
        return str(self.facts.get("what", ""))


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule says about the material; ``severity`` where it is not the rule's."""

    place: str
    facts: Mapping[str, Fact] = field(default_factory=_no_facts)
    severity: Severity | None = None

    def weighing(self, severity: Severity) -> "Fault":
        """Return the fault with a severity of its own."""
        return replace(self, severity=severity)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of programme.md §4.3: its id, how much it matters, who judges it."""

    id: str
    severity: Severity
    judge: Callable[[Material], Iterable[Fault]]

    def findings(self, material: Material) -> tuple[Finding, ...]:
        """Return what breaks the rule, in the judge's order."""
        return tuple(
            Finding(self.id, fault.severity or self.severity, fault.place, fault.facts)
            for fault in self.judge(material)
        )


def fault(place: str, **facts: Fact) -> Fault:
    """Return a fault with its facts frozen."""
    return Fault(place, MappingProxyType(facts))
