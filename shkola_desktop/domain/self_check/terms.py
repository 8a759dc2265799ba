"""Rules T1–T6: when it is done and who answers for it."""

from collections.abc import Iterator

from shkola_desktop.domain.programme import Measure
from shkola_desktop.domain.self_check import places
from shkola_desktop.domain.self_check.finding import Fault, Rule, Severity, fault
from shkola_desktop.domain.self_check.lexicon import Lexicon, Pattern
from shkola_desktop.domain.self_check.material import Material

WHOLE = 100
MOST_CONSTANT = 20
"""Per cent of the measures that may be due «постоянно» (programme.md §4.3, T2)."""
MOST_OF_ONE = 40
"""Per cent of the measures that one person may answer for (§4.3, T5)."""
ENOUGH_MEASURES = 5
"""Below so few measures a share says nothing; our own line."""


def _inside(material: Material) -> Iterator[Fault]:
    """T1: each term lies in the programme's years.

    A term that names no year cannot be judged: that is a warning.
    """
    period = material.programme.years
    for measure in material.measures:
        place, term = places.of_measure(measure), material.term(measure)
        known = {"measure": measure.text, "term": measure.term}
        outside = term.outside(period)
        if not measure.term.strip():
            yield fault(place, what="none", **known)
        elif outside:
            years = ", ".join(map(str, outside))
            yield fault(place, what="outside", years=years, **known)
        elif not term.known:
            yield fault(place, what="unknown", **known).weighing(Severity.WARN)


def _constant(material: Material) -> Iterator[Fault]:
    """T2: few measures go on all the time: a programme describes change."""
    measures = material.measures
    found = [m for m in measures if material.term(m).constant]
    if WHOLE * len(found) > MOST_CONSTANT * len(measures):
        yield fault(places.ROADMAP, count=len(found), of=len(measures))


def _every_year(material: Material) -> Iterator[Fault]:
    """T3: no year goes by without a measure for a deficit."""
    measures = material.measures
    due = {year for m in measures for year in material.term(m).years}
    for year in material.programme.years if measures else ():
        if year not in due:
            yield fault(f"year:{year}", year=year)


def _responsible(material: Material) -> Iterator[Fault]:
    """T4: a role answers, neither everybody nor nobody."""
    for measure in material.measures:
        place, who = places.of_measure(measure), measure.responsible.strip()
        if not who:
            yield fault(place, what="none", measure=measure.text)
        elif material.lexicon.everybody.search(who):
            yield fault(place, what="everybody", measure=measure.text, who=who)


def _loaded(material: Material) -> Iterator[Fault]:
    """T5: not everything hangs on one person; in a small school it is a hint."""
    if len(material.measures) < ENOUGH_MEASURES:
        return  # the common ones are the director's everywhere
    measures = (*material.common, *material.measures)
    counts: dict[str, int] = {}
    for measure in measures:
        for role in roles_of(measure, material.lexicon):
            counts[role] = counts.get(role, 0) + 1
    for role, count in counts.items():
        if WHOLE * count > MOST_OF_ONE * len(measures):
            percent = round(WHOLE * count / len(measures))
            found = fault(
                f"responsible:{role}", role=role, count=count, percent=percent
            )
            yield found.weighing(Severity.INFO) if material.school.small else found


def roles_of(measure: Measure, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the roles that a measure names, each once."""
    parts = lexicon.role_separator.split(measure.responsible)
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _on_the_staff(material: Material) -> Iterator[Fault]:
    """T6: who answers works at the school; an empty staff list cannot be judged."""
    positions = [person.position for person in material.paper.people]
    positions += [member.position for member in material.programme.team]
    if not positions:
        return
    needed: dict[str, int] = {}
    for measure in material.measures:
        for role in roles_of(measure, material.lexicon):
            needed[role] = needed.get(role, 0) + 1
    hints = {role.name: role.small for role in material.paper.bank.roles}
    for role, count in needed.items():
        wanted = _position(role, material.lexicon)
        if wanted and not any(wanted.search(known) for known in positions):
            hint = hints.get(role, "")
            yield fault(f"responsible:{role}", role=role, count=count, hint=hint)


def _position(role: str, lexicon: Lexicon) -> Pattern | None:
    found = (held for wanted, held in lexicon.positions if wanted.search(role))
    return next(found, None)


RULES = (
    Rule("T1", Severity.ERROR, _inside),
    Rule("T2", Severity.WARN, _constant),
    Rule("T3", Severity.WARN, _every_year),
    Rule("T4", Severity.WARN, _responsible),
    Rule("T5", Severity.WARN, _loaded),
    Rule("T6", Severity.WARN, _on_the_staff),
)
