"""Every text of a programme with its place, in the order of the document."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from shkola_desktop.domain.programme import Deficit, Measure
from shkola_desktop.domain.self_check import places
from shkola_desktop.domain.self_check.finding import Fact, Fault, fault
from shkola_desktop.domain.self_check.material import Material


@dataclass(frozen=True, slots=True)
class Text:
    """A text at a place; ``own`` is False where the bank or the program wrote it.

    ``measure`` is what the measure is called that the text belongs to.
    """

    place: str
    text: str
    own: bool = True
    measure: str = ""

    def fault(self, **facts: Fact) -> Fault:
        """Return a fault at the text's place."""
        return fault(self.place, measure=self.measure, **facts)


def texts(material: Material) -> tuple[Text, ...]:
    """Return every text that is printed, empty ones left out."""
    found = (
        *_passport(material),
        *_sections(material),
        *_information(material),
        *_swot(material),
        *_common(material),
        *_plan(material),
        *_mechanisms(material),
        *_targets(material),
    )
    return tuple(dict.fromkeys(t for t in found if t.text.strip()))


def own_texts(material: Material) -> tuple[Text, ...]:
    """Return what people of the school wrote or may have changed."""
    return tuple(text for text in texts(material) if text.own)


def _passport(material: Material) -> Iterator[Text]:
    own = bool(material.programme.goal.strip())
    for key in material.prepared:
        if not key.startswith("task:"):
            yield Text(key, material.printed(key), own=own and key == places.GOAL)
    if own and places.GOAL not in material.prepared:
        yield Text(places.GOAL, material.programme.goal)


def _sections(material: Material) -> Iterator[Text]:
    for code, text in material.programme.texts.items():
        yield Text(f"section:{code}", text)
    for changed in material.programme.own_texts:
        yield Text(f"text:{changed.key}", changed.text)


def _information(material: Material) -> Iterator[Text]:
    info = material.info
    for text in (
        info.staff.lacking,
        *info.equipment,
        info.transport,
        info.surroundings,
        *info.achievements,
        info.branches,
        *(f"{p.name}: {p.what} {p.agreement}" for p in info.partners),
    ):
        yield Text(places.ABOUT, text)


def _swot(material: Material) -> Iterator[Text]:
    swot = material.programme.swot
    groups = (swot.strengths, swot.weaknesses, swot.opportunities, swot.threats)
    for group in groups:
        for line in group:
            yield Text(places.SWOT, line)


def _common(material: Material) -> Iterator[Text]:
    for measure in material.common:
        yield from _measure(measure, own=False)


def _plan(material: Material) -> Iterator[Text]:
    for deficit in material.programme.included:
        yield from _deficit(deficit, material)
    for measure in material.measures:
        yield from _measure(measure)


def _deficit(deficit: Deficit, material: Material) -> Iterator[Text]:
    # the text of a deficit is the form's own, and the form is not the school's
    place = places.of_deficit(deficit)
    indicator = material.paper.form.indicator(deficit.indicator)
    made = indicator is not None and deficit.text.startswith(indicator.name)
    yield Text(place, deficit.text, own=not made)
    for cause in deficit.causes:
        yield Text(place, cause.text)
        yield Text(place, cause.task)
    yield Text(place, deficit.decision)
    task = material.prepared.get(f"task:{deficit.code}", "")
    yield Text(place, deficit.task.strip() or task, own=bool(deficit.task.strip()))


def _measure(measure: Measure, *, own: bool = True) -> Iterator[Text]:
    place = places.of_measure(measure)
    for text in (
        measure.text,
        measure.term,
        measure.responsible,
        measure.result,
        measure.indicator,
        measure.finance,
    ):
        yield Text(place, text, own, measure.text)


def _mechanisms(material: Material) -> Iterator[Text]:
    programme = material.programme
    yield from _rows(
        places.FINANCE, material.finance, own=programme.finance is not None
    )
    for risk in programme.risks or ():
        lines = (risk.text, risk.effect, risk.prevention, risk.responsible)
        yield from _rows(places.RISKS, lines, own=True)
    for row in programme.monitoring or ():
        lines = (row.what, row.how, row.when, row.who, row.where)
        yield from _rows(places.MONITORING, lines, own=True)


def _rows(place: str, lines: Iterable[str], *, own: bool) -> Iterator[Text]:
    for line in lines:
        yield Text(place, line, own=own)


def _targets(material: Material) -> Iterator[Text]:
    for number, target in enumerate(material.programme.targets, start=1):
        for text in (target.name, target.unit, target.source, target.responsible):
            yield Text(f"target:{number}", text)
