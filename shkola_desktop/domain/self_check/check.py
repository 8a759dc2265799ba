"""Runs every rule over a programme; what the school ignores is told apart."""

from dataclasses import dataclass

from shkola_desktop.domain.programme import Programme
from shkola_desktop.domain.self_check import (
    chain,
    completeness,
    consistency,
    form_rules,
    law,
    measurability,
    places,
    terms,
)
from shkola_desktop.domain.self_check.finding import Finding, Rule
from shkola_desktop.domain.self_check.material import Material

RULES: tuple[Rule, ...] = (
    *completeness.RULES,
    *chain.RULES,
    *measurability.RULES,
    *terms.RULES,
    *consistency.RULES,
    *form_rules.RULES,
    *law.RULES,
)
"""Every rule of programme.md §4.3 that is judged from data."""
GUARANTEED = form_rules.GUARANTEED
"""Rules that hold for every document of the program, whatever the data."""


@dataclass(frozen=True, slots=True)
class IgnoredFinding:
    """A finding that the school leaves as it is, and why."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What the self-check found, the worst first, then as the document goes."""

    findings: tuple[Finding, ...]
    ignored: tuple[IgnoredFinding, ...] = ()
    guaranteed: tuple[str, ...] = GUARANTEED


def check(material: Material) -> Checked:
    """Judge a programme by every rule."""
    found = [finding for rule in RULES for finding in rule.findings(material)]
    found.sort(key=lambda f: (f.severity.value, places.position(f.place, material)))
    known = reasons(material.programme)
    return Checked(
        findings=tuple(f for f in found if (f.rule, f.place) not in known),
        ignored=tuple(
            IgnoredFinding(f, known[f.rule, f.place])
            for f in found
            if (f.rule, f.place) in known
        ),
    )


def reasons(programme: Programme) -> dict[tuple[str, str], str]:
    """Return why findings are ignored, by rule and place; no reason, no ignoring."""
    return {
        (one.rule, one.place): one.reason
        for one in programme.ignored
        if one.reason.strip()
    }
