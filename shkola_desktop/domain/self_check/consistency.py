"""Rules K1–K7: the document says the same thing everywhere."""

import re
from collections.abc import Iterator
from datetime import date

from shkola_desktop.domain.ids import ProgrammeCode
from shkola_desktop.domain.programme_parts import Approval
from shkola_desktop.domain.scoring import score
from shkola_desktop.domain.self_check import places
from shkola_desktop.domain.self_check.finding import Fault, Rule, Severity, fault
from shkola_desktop.domain.self_check.lexicon import Pattern
from shkola_desktop.domain.self_check.material import Material
from shkola_desktop.domain.self_check.printed import Text, own_texts

SENIOR = ProgrammeCode("soo")
CASE_ENDING = 3
"""Letters of a name that change with its case: «Кедровский», «Кедровского»."""
SHORTEST_STEM = 4


def _period(material: Material) -> Iterator[Fault]:
    """K1: one period on the title page, in the passport, in the texts.

    Where the school tells about itself, an earlier programme may be named.
    """
    programme, lexicon = material.programme, material.lexicon
    for text in own_texts(material):
        if text.place == places.ABOUT:
            continue
        lost = lexicon.lost_dash.search(text.text)
        if lost:
            yield text.fault(what="dash", found=lost[0])
        for named in lexicon.period.finditer(text.text):
            first, last = int(named[1]), int(named[2])
            if (first, last) != (programme.first_year, programme.last_year):
                found = f"{first}–{last}"
                yield text.fault(what="period", found=found, **_years(material))
    for named in lexicon.goal_year.finditer(material.printed(places.GOAL)):
        if int(named[1]) not in programme.years:
            years = _years(material)
            yield fault(places.GOAL, what="goal_year", found=named[1], **years)


def _years(material: Material) -> dict[str, str | int]:
    return {
        "first": material.programme.first_year,
        "last": material.programme.last_year,
    }


def _names(material: Material) -> Iterator[Fault]:
    """K2: no other school, no other district: the trace of a copied text.

    Partners, branches and the neighbourhood may be named.
    """
    lexicon, known = material.lexicon, _known_names(material)
    rules = (("school", lexicon.named_school), ("district", lexicon.named_district))
    for text in own_texts(material):
        if text.place == places.ABOUT and text.text not in _told_about(material):
            continue
        for what, pattern in rules:
            found = _stranger(text, pattern, known)
            if found:
                yield text.fault(what=what, found=found)


def _told_about(material: Material) -> str:
    return material.programme.texts.get("about", "")


def _stranger(text: Text, pattern: Pattern, known: str) -> str:
    for named in pattern.finditer(text.text):
        name = next(group for group in named.groups() if group)
        words = re.findall(r"\w+", name.casefold())
        if not all(_stem(word) in known for word in words):
            return named[0]
    return ""


def _stem(word: str) -> str:
    kept = max(SHORTEST_STEM, len(word) - CASE_ENDING)
    return word[:kept]


def _known_names(material: Material) -> str:
    school, info = material.school, material.info
    names = (
        school.full_name,
        school.short_name,
        school.district,
        school.region,
        school.founder,
        school.settlement,
        school.address,
        info.branches,
        info.surroundings,
        *(partner.name for partner in info.partners),
    )
    return " ".join(names).casefold()


def _sums(material: Material) -> Iterator[Fault]:
    """K3: the points add up, and the level is the one that they reach."""
    paper = material.paper
    again = score(paper.form, paper.diagnosis.options)
    if again.total != paper.result.total:
        told, right = paper.result.total, again.total
        yield fault(places.DIAGNOSIS, what="total", told=told, right=right)
    elif again.level != paper.result.level:
        yield fault(places.DIAGNOSIS, what="level", total=again.total)
    for one, other in zip(paper.result.directions, again.directions, strict=False):
        if one != other:
            place = f"direction:{one.code}"
            facts = {"direction": one.name, "told": one.score, "right": other.score}
            yield fault(place, what="direction", **facts)


def _figures(material: Material) -> Iterator[Fault]:
    """K4: pupils, classes and teachers are as many in one place as in another."""
    school, newest = material.school, material.info.newest
    pairs = {
        "pupils": (school.pupils, newest.pupils if newest else None),
        "class_sets": (school.class_sets, newest.class_sets if newest else None),
        "teachers": (school.teachers, material.info.staff.teachers),
    }
    for what, (told, other) in pairs.items():
        if told is not None and other is not None and told != other:
            yield fault(f"school:{what}", what=what, school=told, info=other)
    with_ovz = (newest.pupils_ovz or 0) if newest else 0
    if with_ovz and not school.ovz:
        yield fault("school:ovz", what="ovz", info=with_ovz)


def _approved(material: Material) -> Iterator[Fault]:
    """K5: педсовет, then the founder, then the order.

    The law says «утверждение по согласованию с учредителем» (programme.md §2).
    """
    row = material.programme.approvals
    if _dated(row.founder, row.council):
        yield _late("approvals:founder", "founder", row.founder.on, row.council.on)
    if _dated(row.order, row.founder):
        yield _late("approvals:order", "order", row.order.on, row.founder.on)
    elif _dated(row.order, row.council):
        yield _late("approvals:order", "order_council", row.order.on, row.council.on)
    if row.order.on and not row.founder.on:
        yield fault("approvals:founder", what="no_founder")


def _dated(later: Approval, earlier: Approval) -> bool:
    return bool(later.on and earlier.on and later.on < earlier.on)


def _late(place: str, what: str, later: date | None, earlier: date | None) -> Fault:
    return fault(place, what=what, later=_day(later), earlier=_day(earlier))


def _day(on: date | None) -> str:
    return f"{on:%d.%m.%Y}" if on else ""


def _senior(material: Material) -> Iterator[Fault]:
    """K6: a nine-year school says nothing of upper secondary education.

    The names of indicators are the form's own and stay as they are.
    """
    if SENIOR in material.school.programmes:
        return
    told: set[str] = set()
    for text in own_texts(material):
        found = material.lexicon.senior.search(text.text)
        if found and text.place not in told:
            told.add(text.place)
            yield text.fault(found=found[0], text=text.text)


def _ready(material: Material) -> Iterator[Fault]:
    """K7: without pupils with ОВЗ, what is done for them is readiness."""
    lexicon = material.lexicon
    for measure in () if material.school.ovz else material.measures:
        concerned = lexicon.ovz.search(measure.text)
        if concerned and not lexicon.readiness.search(measure.text):
            yield fault(places.of_measure(measure), measure=measure.text)


RULES = (
    Rule("K1", Severity.ERROR, _period),
    Rule("K2", Severity.ERROR, _names),
    Rule("K3", Severity.ERROR, _sums),
    Rule("K4", Severity.WARN, _figures),
    Rule("K5", Severity.ERROR, _approved),
    Rule("K6", Severity.ERROR, _senior),
    Rule("K7", Severity.INFO, _ready),
)
