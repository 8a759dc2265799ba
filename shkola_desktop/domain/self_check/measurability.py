"""Rules M1–M5: what is promised can be measured and can be reached."""

import re
from collections.abc import Iterator

from shkola_desktop.domain.form import Edition, Level
from shkola_desktop.domain.programme import Measure
from shkola_desktop.domain.programme_parts import Target
from shkola_desktop.domain.self_check import places
from shkola_desktop.domain.self_check.finding import Fault, Rule, Severity, fault
from shkola_desktop.domain.self_check.material import Material
from shkola_desktop.domain.year_plan import STEEP_GROWTH

WHOLE = 100
SMALL_GROUP = 10
"""Children below which shares say nothing (programme.md §4.3, M2)."""
ENDING = 2
"""Letters of an adjective that change with its case: «высокий», «высокого»."""


def _targets(material: Material) -> Iterator[Fault]:
    """M1: each target has a unit, a baseline and a value for every year."""
    years = len(material.programme.years)
    for number, target in enumerate(material.programme.targets, start=1):
        given = [value for value in target.values if value.strip()]
        missing = {
            "unit": not target.unit.strip(),
            "baseline": not target.baseline.strip(),
            "values": len(given) < years or len(target.values) != years,
        }
        found = " ".join(name for name, lacking in missing.items() if lacking)
        if found:
            yield fault(f"target:{number}", name=target.name, missing=found)


def _sensible(material: Material) -> Iterator[Fault]:
    """M2: not worse than today, at most 100 %, people instead of small shares."""
    for number, target in enumerate(material.programme.targets, start=1):
        place = f"target:{number}"
        if _worse(target, material):
            last = target.values[-1]
            facts = {"what": "worse", "now": target.baseline, "last": last}
            yield fault(place, name=target.name, **facts)
        percent = bool(material.lexicon.percent.search(target.unit))
        if percent and any(n > WHOLE for n in _numbers(target)):
            yield fault(place, name=target.name, what="over")
        group = _group(target, material)
        if percent and 0 < (group or 0) < SMALL_GROUP:
            yield fault(place, name=target.name, what="small", group=group or 0)


def _worse(target: Target, material: Material) -> bool:
    lexicon = material.lexicon
    given = [value for value in target.values if value.strip()]
    if not given:
        return False
    now, last = _number(target.baseline), _number(given[-1])
    if now is not None and last is not None:
        fewer = lexicon.lower_is_better.search(target.name)
        return last > now if fewer else last < now
    return bool(lexicon.yes.search(target.baseline) and lexicon.no.search(given[-1]))


def _group(target: Target, material: Material) -> int | None:
    """Return how many children a share is counted of, None where nobody knows."""
    lexicon, newest = material.lexicon, material.info.newest
    if lexicon.adults.search(target.name):
        return None
    if lexicon.children_with_ovz.search(target.name):
        return newest.pupils_ovz if newest else None
    if lexicon.graduates.search(target.name):
        return newest.graduates if newest else None
    return material.school.pupils


def _numbers(target: Target) -> list[float]:
    found = (_number(text) for text in (target.baseline, *target.values))
    return [number for number in found if number is not None]


def _number(text: str) -> float | None:
    found = re.search(r"\d+(?:[.,]\d+)?", text)
    return float(found[0].replace(",", ".")) if found else None


def _results(material: Material) -> Iterator[Fault]:
    """M3: a measure leaves something behind: a document, a number."""
    for measure in material.measures:
        place = places.of_measure(measure)
        if not (measure.result.strip() or measure.indicator.strip()):
            yield fault(place, what="none", measure=measure.text)
        elif _empty(measure, material):
            yield fault(
                place, what="empty", measure=measure.text, result=measure.result
            )


def _empty(measure: Measure, material: Material) -> bool:
    result = measure.result.strip()
    return bool(material.lexicon.empty_result.fullmatch(result))


def _promises(material: Material) -> Iterator[Fault]:
    """M4: nobody promises more points than there are, nor a level beyond them."""
    planned, edition = material.planned(), material.paper.form.edition
    if planned.total > planned.maximum:
        total, maximum = planned.total, planned.maximum
        yield fault("section:results", what="points", points=total, maximum=maximum)
    text = material.printed(places.GOAL)
    for claim in material.lexicon.points_claimed.finditer(text):
        if int(claim[1]) > planned.maximum:
            points, maximum = int(claim[1]), planned.maximum
            yield fault(places.GOAL, what="points", points=points, maximum=maximum)
            return
    claimed = [
        level
        for claim in material.lexicon.level_claimed.finditer(text)
        if (level := _level(claim[claim.lastindex or 0], edition))
    ]
    reached = planned.level.level if planned.level else None
    if claimed and reached and _higher(claimed[-1], reached, edition):
        facts = {"claimed": claimed[-1].name, "planned": reached.name}
        yield fault(places.GOAL, what="level", points=planned.total, **facts)


def _level(words: str, edition: Edition) -> Level | None:
    stem = words.casefold()
    return next(
        (
            level
            for level in edition.levels
            if stem.startswith(level.name.casefold()[:-ENDING])
        ),
        None,
    )


def _higher(one: Level, other: Level, edition: Edition) -> bool:
    return edition.levels.index(one) > edition.levels.index(other)


def _realistic(material: Material) -> Iterator[Fault]:
    """M5: no year is planned to bring an unlikely rise."""
    before = material.paper.result.total
    for year in material.programme.years:
        planned = material.planned(year)
        growth = planned.total - before
        if planned.maximum and WHOLE * growth > STEEP_GROWTH * planned.maximum:
            percent = round(WHOLE * growth / planned.maximum)
            yield fault(f"year:{year}", year=year, growth=growth, percent=percent)
        before = planned.total


RULES = (
    Rule("M1", Severity.ERROR, _targets),
    Rule("M2", Severity.WARN, _sensible),
    Rule("M3", Severity.WARN, _results),
    Rule("M4", Severity.ERROR, _promises),
    Rule("M5", Severity.WARN, _realistic),
)
