"""What a section of a school's programme says, in a few lines for a reviewer."""

from collections.abc import Callable, Iterator

from shkola_desktop.domain.programme import Programme
from shkola_desktop.words.reviews import SECTIONS
from shkola_desktop.words.russian import DEFICITS, MEASURES, counted

LONGEST = 600
"""Characters of own words: the rest is in the school's document."""


def section_lines(programme: Programme) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield code, name and lines of each section that can be remarked on."""
    for code, name in SECTIONS.items():
        own = programme.texts.get(code, "")
        words = own if len(own) <= LONGEST else f"{own[:LONGEST]}…"
        lines = (*_figures(code, programme), *((words,) if words else ()))
        yield code, name, lines


def _figures(code: str, programme: Programme) -> Iterator[str]:
    figures = FIGURES.get(code)
    return iter(()) if figures is None else figures(programme)


def _passport(programme: Programme) -> Iterator[str]:
    yield f"Срок: {programme.first_year}–{programme.last_year} годы"
    if programme.goal:
        yield f"Цель: {programme.goal}"


def _analysis(programme: Programme) -> Iterator[str]:
    included = len(programme.included)
    yield f"В программе {counted(included, DEFICITS)}"
    left = len(programme.deficits) - included
    if left:
        yield f"Не вошло: {counted(left, DEFICITS)}"


def _development(programme: Programme) -> Iterator[str]:
    for deficit in programme.included:
        count = counted(len(deficit.measures), MEASURES)
        yield f"{deficit.indicator} {deficit.text} – {count}"


def _mechanisms(programme: Programme) -> Iterator[str]:
    if programme.team:
        yield f"Рабочая группа: {', '.join(m.name for m in programme.team)}"


def _indicators(programme: Programme) -> Iterator[str]:
    for target in programme.targets:
        values = " → ".join((target.baseline, *target.values))
        yield f"{target.name}, {target.unit}: {values}"


def _roadmap(programme: Programme) -> Iterator[str]:
    count = sum(len(deficit.measures) for deficit in programme.included)
    yield f"В дорожной карте {counted(count, MEASURES)}"


FIGURES: dict[str, Callable[[Programme], Iterator[str]]] = {
    "passport": _passport,
    "analysis": _analysis,
    "development": _development,
    "mechanisms": _mechanisms,
    "indicators": _indicators,
    "roadmap": _roadmap,
}
