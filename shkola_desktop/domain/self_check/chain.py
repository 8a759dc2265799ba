"""Rules L1–L8: показатель → дефицит → причина → задача → мероприятие, unbroken."""

import re
from collections.abc import Iterator

from shkola_desktop.domain.form import Indicator
from shkola_desktop.domain.programme import Deficit
from shkola_desktop.domain.self_check import places
from shkola_desktop.domain.self_check.finding import Fault, Rule, Severity, fault
from shkola_desktop.domain.self_check.lexicon import Lexicon
from shkola_desktop.domain.self_check.material import Material

SAME_WORDS = 0.75
"""Share of a cause's words that stand in its deficit too: it says the same again.
Our own line for «причина повторяет дефицит» (programme.md §4.1, remark 3)."""
STEM = 5
"""Letters by which two forms of a Russian word are taken for one."""
SHORTEST_WORD = 3
FEWEST_TASKS, MOST_TASKS = 5, 12
"""Tasks that a school can lead (programme.md §4.3, L7)."""
FEWEST_MEASURES, MOST_MEASURES = 3, 10
"""Measures of one direction (programme.md §4.3, L8)."""


def _every_zero(material: Material) -> Iterator[Fault]:
    """L1: every indicator without points is a deficit, planned or left out."""
    listed = {deficit.indicator for deficit in material.programme.deficits}
    for shortfall in material.shortfalls:
        indicator = shortfall.indicator
        if shortfall.zero and indicator.code not in listed:
            place = f"indicator:{indicator.code}"
            yield fault(place, indicator=f"{indicator.code} {indicator.name}")


def _causes(material: Material) -> Iterator[Fault]:
    """L2: every planned deficit has a cause."""
    for deficit in material.programme.included:
        if not any(cause.text.strip() for cause in deficit.causes):
            yield _about(deficit)


def _measures(material: Material) -> Iterator[Fault]:
    """L3: every planned deficit has a measure, or the founder is written to."""
    for deficit in material.programme.included:
        if deficit.measures:
            continue
        if deficit.depends != "no":
            yield _about(deficit, what="no_measure")
        elif not _founder_told(deficit, material):
            yield _about(deficit, what="no_letter")


def _founder_told(deficit: Deficit, material: Material) -> bool:
    told = material.lexicon.founder
    lines = (deficit.decision, *(m.text for m in material.common))
    return any(told.search(line) for line in lines)


def _pointing(material: Material) -> Iterator[Fault]:
    """L4: every measure answers a shortfall that is still there."""
    short = {shortfall.indicator.code for shortfall in material.shortfalls}
    for deficit in material.programme.included:
        kept = material.lexicon.keeping.search(deficit.text)
        if deficit.measures and deficit.indicator not in short and not kept:
            yield _about(deficit, count=len(deficit.measures))


def _critical(material: Material) -> Iterator[Fault]:
    """L5: a critical indicator that is not met is worked on in the first year."""
    for shortfall in material.shortfalls:
        indicator = shortfall.indicator
        if not (indicator.critical and shortfall.zero):
            continue
        deficit = _deficit_of(indicator, material)
        if deficit is None or not _in_first_year(deficit, material):
            place = places.of_deficit(deficit) if deficit else _place(indicator)
            name = f"{indicator.code} {indicator.name}"
            yield fault(place, indicator=name, year=material.programme.first_year)


def _deficit_of(indicator: Indicator, material: Material) -> Deficit | None:
    found = (d for d in material.programme.deficits if d.indicator == indicator.code)
    return next(found, None)


def _in_first_year(deficit: Deficit, material: Material) -> bool:
    first = material.programme.first_year
    terms = (material.term(measure) for measure in deficit.measures)
    return deficit.included and any(first in term.years for term in terms)


def _repeating(material: Material) -> Iterator[Fault]:
    """L6: a cause says why, not once more what."""
    for deficit in material.programme.included:
        said = deficit.text
        for cause in deficit.causes:
            if repeats(cause.text, said, material.lexicon):
                yield _about(deficit, cause=cause.text)
                break


def repeats(cause: str, deficit: str, lexicon: Lexicon) -> bool:
    """Tell whether a cause's words are the deficit's own, whatever their endings."""
    told, known = _stems(cause, lexicon), _stems(deficit, lexicon)
    return bool(told) and len(told & known) / len(told) >= SAME_WORDS


def _stems(text: str, lexicon: Lexicon) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return frozenset(
        word[:STEM]
        for word in words
        if len(word) >= SHORTEST_WORD and word not in lexicon.stop_words
    )


def _tasks(material: Material) -> Iterator[Fault]:
    """L7: as many tasks as a school can lead.

    The comprehensive ones of the passport; and those of the deficits, where they
    are too many: each asks for somebody's time.
    """
    count = sum(1 for line in material.printed(places.TASKS).splitlines() if line)
    if count and not FEWEST_TASKS <= count <= MOST_TASKS:
        what = "few" if count < FEWEST_TASKS else "many"
        yield fault(places.TASKS, what=what, count=count)
    count = len({_task(deficit, material) for deficit in material.programme.included})
    if count > MOST_TASKS:
        yield fault(places.DEVELOPMENT, what="deficits", count=count)


def _task(deficit: Deficit, material: Material) -> str:
    own = deficit.task.strip()
    return own or material.prepared.get(f"task:{deficit.code}", deficit.code)


def _per_direction(material: Material) -> Iterator[Fault]:
    """L8: neither a single measure in a direction nor a dozen."""
    for direction in material.paper.form.directions:
        count = len(material.measures_of(direction.code))
        if count and not FEWEST_MEASURES <= count <= MOST_MEASURES:
            what = "few" if count < FEWEST_MEASURES else "many"
            place = f"direction:{direction.code}"
            yield fault(place, what=what, count=count, direction=direction.name)


def _place(indicator: Indicator) -> str:
    return f"indicator:{indicator.code}"


def _about(deficit: Deficit, **facts: str | int) -> Fault:
    return fault(
        places.of_deficit(deficit), code=deficit.code, text=deficit.text, **facts
    )


RULES = (
    Rule("L1", Severity.ERROR, _every_zero),
    Rule("L2", Severity.ERROR, _causes),
    Rule("L3", Severity.ERROR, _measures),
    Rule("L4", Severity.WARN, _pointing),
    Rule("L5", Severity.ERROR, _critical),
    Rule("L6", Severity.WARN, _repeating),
    Rule("L7", Severity.INFO, _tasks),
    Rule("L8", Severity.INFO, _per_direction),
)
