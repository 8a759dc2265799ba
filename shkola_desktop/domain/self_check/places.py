"""Places in a programme: stable codes that a screen can jump to, and their order.

``title``, ``approvals:founder``, ``approvals:order``, ``school:<field>``,
``passport:<row>``, ``act:<code>``, ``section:<code>``, ``text:<key of an own text>``,
``diagnosis``, ``indicator:<code>``, ``swot``, ``direction:<code>``,
``deficit:<code>``, ``measure:<id>``, ``responsible:<role>``, ``year:<year>``, ``team``,
``finance``, ``risks``, ``monitoring``, ``target:<number from 1>``, ``abbreviations``,
``pages``.
"""

from shkola_desktop.domain.programme import Deficit, Measure
from shkola_desktop.domain.self_check.material import Material

TITLE = "title"
DIAGNOSIS = "diagnosis"
TEAM = "team"
SWOT = "swot"
FINANCE = "finance"
RISKS = "risks"
MONITORING = "monitoring"
ABBREVIATIONS = "abbreviations"
PAGES = "pages"
GOAL = "passport:goal"
TASKS = "passport:tasks"
BASIS = "passport:basis"
DEVELOPMENT = "section:development"
ROADMAP = "section:roadmap"
ABOUT = "section:about"

ORDER = (
    TITLE,
    "approvals",
    "school",
    "passport",
    "act",
    "section",
    "text",
    DIAGNOSIS,
    "indicator",
    SWOT,
    "direction",
    "deficit",
    "measure",
    "responsible",
    "year",
    TEAM,
    FINANCE,
    RISKS,
    MONITORING,
    "target",
    ABBREVIATIONS,
    PAGES,
)
"""What comes first in the document, by the beginning of the code."""


def of_deficit(deficit: Deficit) -> str:
    """Return the place of a deficit."""
    return f"deficit:{deficit.code}"


def of_measure(measure: Measure) -> str:
    """Return the place of a measure."""
    return f"measure:{measure.id}"


def position(place: str, material: Material) -> tuple[int, int, str]:
    """Return where a place stands in the document; unknown places come last."""
    kind, _, name = place.partition(":")
    known = ORDER.index(kind) if kind in ORDER else len(ORDER)
    inside = _inside(kind, material)
    number = inside.index(name) if name in inside else len(inside)
    return known, number, name


def _inside(kind: str, material: Material) -> list[str]:
    programme, template = material.programme, material.paper.template
    if kind == "passport":
        return [row.code for row in template.passport]
    if kind == "section":
        return [s.code for s in template.preset(programme.preset).sections]
    if kind == "direction":
        return [str(d.code) for d in material.paper.form.directions]
    if kind == "deficit":
        return [d.code for d in programme.deficits]
    if kind == "measure":
        return [m.id for d in programme.deficits for m in d.measures]
    return []
