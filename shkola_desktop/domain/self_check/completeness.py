"""Rules C1–C8: nothing that a founder looks for is missing."""

from collections.abc import Callable, Iterator, Mapping

from shkola_desktop.domain.diagnosis import Status
from shkola_desktop.domain.self_check import places
from shkola_desktop.domain.self_check.finding import Fault, Rule, Severity, fault
from shkola_desktop.domain.self_check.material import Material

FEWEST_RISKS = 3
"""Risks that a programme names at least (programme.md §4.3, C8)."""
FIRST_ROWS = (
    "full_name",
    "basis",
    "team",
    "goal",
    "tasks",
    "directions",
    "period",
    "finance",
    "indicators",
)
"""Rows 1–9 of the passport (programme.md §2.3)."""


def _sections(material: Material) -> Iterator[Fault]:
    """C1: every mandatory section is there and says something."""
    template, programme = material.paper.template, material.programme
    chosen = {s.code for s in template.preset(programme.preset).sections}
    for section in template.presets[0].sections:
        place = f"section:{section.code}"
        if section.code not in chosen:
            yield fault(place, what="left_out", section=section.title)
        elif not (_told(section.code, material) or _filled(section.code, material)):
            yield fault(place, what="empty", section=section.title)
    if material.info.empty and _figures(material) and not _told("about", material):
        thin = fault(places.ABOUT, what="thin")
        yield thin.weighing(Severity.WARN)


def _told(section: str, material: Material) -> bool:
    return bool(material.programme.texts.get(section, "").strip())


def _filled(section: str, material: Material) -> bool:
    filled = FILLED.get(section)
    return filled is not None and filled(material)


def _figures(material: Material) -> bool:
    school = material.school
    return school.pupils is not None or school.teachers is not None


def _answered(material: Material) -> bool:
    return bool(material.paper.diagnosis.options)


FILLED: Mapping[str, Callable[[Material], bool]] = {
    "passport": lambda m: bool(m.paper.template.passport),
    "about": lambda m: _figures(m) or not m.info.empty,
    "analysis": _answered,
    "development": _answered,
    "results": _answered,
    "mechanisms": lambda m: bool(m.risks or m.monitoring or m.finance),
    "indicators": lambda m: _answered(m) or bool(m.programme.targets),
    "roadmap": lambda m: bool(m.measures or m.common),
}
"""What the generator fills a section with; a section without it prints nothing."""


def _title(material: Material) -> Iterator[Fault]:
    """C2: the full name, the period, and who approves."""
    school, years = material.school, material.programme.years
    for name in ("full_name", "founder", "director"):
        if not getattr(school, name).strip():
            yield fault(f"school:{name}", what=name)
    if not years:
        first, last = material.programme.first_year, material.programme.last_year
        yield fault(places.TITLE, what="period", first=first, last=last)


def _passport(material: Material) -> Iterator[Fault]:
    """C3: rows 1–9 of the passport are there and filled."""
    titles = {row.code: row.title for row in material.paper.template.passport}
    for code in FIRST_ROWS:
        place = f"passport:{code}"
        if code not in titles:
            yield fault(place, what="no_row", row=code)
        elif not (material.printed(place).strip() or _from_data(code, material)):
            yield fault(place, what="empty", row=titles[code])


def _from_data(code: str, material: Material) -> bool:
    filled = ROWS.get(code)
    return filled is not None and filled(material)


ROWS: Mapping[str, Callable[[Material], bool]] = {
    "full_name": lambda m: bool(m.school.full_name.strip()),
    "basis": lambda m: any(act.cite for act in m.paper.template.acts),
    "team": lambda m: bool(m.programme.team or m.school.director.strip()),
    "directions": lambda m: bool(m.paper.form.directions),
    "period": lambda m: bool(m.programme.years),
    "finance": lambda m: bool(m.finance),
    "indicators": _answered,
}


def _directions(material: Material) -> Iterator[Fault]:
    """C4: every direction is in the analysis, the plan, the results, the road map."""
    scored = {d.code for d in material.paper.result.directions}
    known = {d.code for d in material.paper.form.directions}
    for direction in material.paper.form.directions:
        place = f"direction:{direction.code}"
        if direction.code not in scored:
            yield fault(place, what="no_result", direction=direction.name)
        deficits = material.deficits_of(direction.code)
        if deficits and not any(d.measures for d in deficits):
            yield fault(place, what="no_measures", direction=direction.name)
    for deficit in material.programme.included:
        if deficit.direction not in known:
            yield fault(places.of_deficit(deficit), what="stranger", code=deficit.code)


def _developers(material: Material) -> Iterator[Fault]:
    """C5: those who made the programme are named."""
    team = material.programme.team
    if not any(member.name.strip() for member in team):
        yield fault(places.TEAM, what="nobody")
    elif not any(member.leads for member in team):
        yield fault(places.TEAM, what="no_leader")


def _site(material: Material) -> Iterator[Fault]:
    """C6: the school's site is named."""
    if not material.school.site.strip():
        yield fault("school:site")


def _diagnosed(material: Material) -> Iterator[Fault]:
    """C7: the day of the self-diagnosis is known, so it was completed."""
    diagnosis = material.paper.diagnosis
    if diagnosis.status is not Status.COMPLETED or diagnosis.completed_at is None:
        missing = len(material.paper.result.missing)
        yield fault(places.DIAGNOSIS, year=diagnosis.year, missing=missing)


def _conditions(material: Material) -> Iterator[Fault]:
    """C8: risks, money and monitoring are described."""
    if len(material.risks) < FEWEST_RISKS:
        count = len(material.risks)
        yield fault(places.RISKS, what="risks", count=count, fewest=FEWEST_RISKS)
    if not any(source.strip() for source in material.finance):
        yield fault(places.FINANCE, what="finance")
    if not material.monitoring:
        yield fault(places.MONITORING, what="monitoring")


RULES = (
    Rule("C1", Severity.ERROR, _sections),
    Rule("C2", Severity.ERROR, _title),
    Rule("C3", Severity.ERROR, _passport),
    Rule("C4", Severity.ERROR, _directions),
    Rule("C5", Severity.WARN, _developers),
    Rule("C6", Severity.WARN, _site),
    Rule("C7", Severity.ERROR, _diagnosed),
    Rule("C8", Severity.WARN, _conditions),
)
