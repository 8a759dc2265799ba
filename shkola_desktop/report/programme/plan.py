"""The material with everything computed once that several sections tell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from shkola_desktop.domain.deficits import Shortfall, shortfalls
from shkola_desktop.domain.documents import ProgrammeMaterial
from shkola_desktop.domain.expectations import (
    Expectation,
    expectations,
    expected_options,
)
from shkola_desktop.domain.form import Direction
from shkola_desktop.domain.ids import DirectionCode
from shkola_desktop.domain.programme import Deficit, Measure, Programme, Section
from shkola_desktop.domain.scoring import DirectionScore, Result, score
from shkola_desktop.report.document import Paragraph
from shkola_desktop.words.levels import footnote_for


@dataclass(frozen=True, slots=True)
class Planned:
    """A measure with the codes of the deficits that it is planned for."""

    codes: tuple[str, ...]
    measure: Measure


def _unheard(_key: str, _prepared: str) -> None:
    """Listen to no prepared text."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the sections share: expectations, planned result, lookups.

    ``hear`` is told key and text of every prepared text that is asked for.
    """

    material: ProgrammeMaterial
    expected: tuple[Expectation, ...]
    planned: Result
    shortfalls: tuple[Shortfall, ...]
    hear: Callable[[str, str], object] = _unheard

    @property
    def programme(self) -> Programme:
        """The programme itself."""
        return self.material.programme

    @property
    def directions(self) -> tuple[Direction, ...]:
        """The directions of the form."""
        return self.material.form.directions

    def words(self, key: str, prepared: str) -> str:
        """Return the school's own words for a prepared text, or the text itself."""
        self.hear(key, prepared)
        own = {text.key: text.text for text in self.programme.own_texts}
        return own.get(key, prepared).strip()

    def said(self, key: str, prepared: str) -> tuple[Paragraph, ...]:
        """Return a prepared text as paragraphs; own words may have several, or none."""
        lines = (line.strip() for line in self.words(key, prepared).splitlines())
        return tuple(Paragraph(line) for line in lines if line)

    @property
    def finance(self) -> tuple[str, ...]:
        """The school's own sources of money, or the bank's."""
        own = self.programme.finance
        return self.material.bank.finance_sources if own is None else own

    def included(self, direction: DirectionCode) -> tuple[Deficit, ...]:
        """Return the planned deficits of a direction."""
        return tuple(d for d in self.programme.included if d.direction == direction)

    def measures(self, direction: DirectionCode) -> tuple[Planned, ...]:
        """Return a direction's measures; one for several deficits comes once."""
        codes: dict[Measure, list[str]] = {}
        for deficit in self.included(direction):
            for measure in deficit.measures:
                codes.setdefault(_alike(measure), []).append(deficit.code)
        return tuple(
            Planned(tuple(dict.fromkeys(known)), measure)
            for measure, known in codes.items()
        )

    def expectation(self, deficit: Deficit) -> Expectation | None:
        """Return what is expected of a deficit's measures, or None."""
        return next((e for e in self.expected if e.deficit == deficit), None)

    @property
    def scores(self) -> Mapping[DirectionCode, DirectionScore]:
        """This year's scores by direction."""
        return {d.code: d for d in self.material.result.directions}

    @property
    def before(self) -> Mapping[DirectionCode, DirectionScore]:
        """Last year's scores by direction; empty where there was no last year."""
        previous = self.material.previous
        return {d.code: d for d in previous.directions} if previous else {}

    def until(self, year: int) -> Result:
        """Return the expected result at the end of a year."""
        options = expected_options(self.material.diagnosis.options, self.expected, year)
        return score(self.material.form, options)

    @property
    def footnote(self) -> str:
        """The footnote of the levels reached and planned, or nothing."""
        return footnote_for(self.material.result) or footnote_for(self.planned)

    def section(self, code: str) -> Section | None:
        """Return the section of the preset, or None where it has none."""
        preset = self.material.template.preset(self.programme.preset)
        return next((s for s in preset.sections if s.code == code), None)


def plan_of(material: ProgrammeMaterial) -> Plan:
    """Compute what the sections share."""
    options = material.diagnosis.options
    expected = expectations(material.form, options, material.programme)
    return Plan(
        material=material,
        expected=expected,
        planned=score(material.form, expected_options(options, expected)),
        shortfalls=shortfalls(material.form, options),
    )


def _alike(measure: Measure) -> Measure:
    return replace(measure, id="")
