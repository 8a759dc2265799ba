"""The parts of the programme's wizard in their order, and the places inside them."""

from dataclasses import dataclass
from enum import Enum


class Part(Enum):
    """A step of the wizard; the value is the code of the document's section."""

    BASICS = "passport"
    ABOUT = "about"
    ANALYSIS = "analysis"
    DEFICITS = "development"
    RESULTS = "results"
    MECHANISMS = "mechanisms"
    INDICATORS = "indicators"
    ROADMAP = "roadmap"
    TEXTS = "texts"
    EXECUTION = "execution"
    CHANGES = "changes"
    CHECK = "check"


NAMES = {
    Part.BASICS: "Основное",
    Part.ABOUT: "О школе",
    Part.ANALYSIS: "Анализ",
    Part.DEFICITS: "Дефициты и мероприятия",
    Part.RESULTS: "Ожидаемые результаты",
    Part.MECHANISMS: "Механизмы",
    Part.INDICATORS: "Показатели",
    Part.ROADMAP: "Дорожная карта",
    Part.TEXTS: "Тексты",
    Part.EXECUTION: "Выполнение",
    Part.CHANGES: "Лист изменений",
    Part.CHECK: "Проверка",
}
PRINTED = frozenset(Part) - {Part.TEXTS, Part.EXECUTION, Part.CHANGES, Part.CHECK}
"""Parts that the document has a section for: these may begin with own words."""
SPOTS = {
    "title": Part.BASICS,
    "approvals": Part.BASICS,
    "goal": Part.BASICS,
    "paper": Part.BASICS,
    "act": Part.BASICS,
    "about": Part.ABOUT,
    "swot": Part.ANALYSIS,
    "indicator": Part.DEFICITS,
    "direction": Part.DEFICITS,
    "deficit": Part.DEFICITS,
    "measure": Part.DEFICITS,
    "team": Part.MECHANISMS,
    "finance": Part.MECHANISMS,
    "risks": Part.MECHANISMS,
    "monitoring": Part.MECHANISMS,
    "target": Part.INDICATORS,
    "responsible": Part.ROADMAP,
    "year": Part.ROADMAP,
    "text": Part.TEXTS,
    "execution": Part.EXECUTION,
    "changes": Part.CHANGES,
    "versions": Part.CHANGES,
}
"""Which part a place is in, by the beginning of its name."""
PASSPORT = {
    "team": Part.MECHANISMS,
    "finance": Part.MECHANISMS,
    "control": Part.MECHANISMS,
    "tasks": Part.DEFICITS,
    "directions": Part.DEFICITS,
    "indicators": Part.INDICATORS,
    "results": Part.RESULTS,
}
"""Rows of the passport that another part fills; the rest is in the first one."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where to go: a part, and a spot inside it such as ``deficit:03``."""

    part: Part
    spot: str = ""


def place_of(at: str) -> Place:
    """Return the place that is named «deficit:03», «section:about» or «team».

    What is not known leads to the first part.
    """
    kind, _, rest = at.partition(":")
    if kind == "section":
        return Place(next((p for p in Part if p.value == rest), Part.BASICS))
    if kind == "passport":
        return Place(PASSPORT.get(rest, Part.BASICS), rest)
    return Place(SPOTS.get(kind, Part.BASICS), at)
