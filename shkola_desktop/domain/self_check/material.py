"""What the rules judge: the programme's material, the day, the generated texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from shkola_desktop.domain.deficits import Shortfall, shortfalls
from shkola_desktop.domain.documents import ProgrammeMaterial
from shkola_desktop.domain.expectations import (
    Expectation,
    expectations,
    expected_options,
)
from shkola_desktop.domain.ids import DirectionCode
from shkola_desktop.domain.measures import MonitoringRow, Risk
from shkola_desktop.domain.programme import Deficit, Measure, Programme
from shkola_desktop.domain.programme_parts import PlannedMonitoring, PlannedRisk
from shkola_desktop.domain.school import School
from shkola_desktop.domain.school_info import SchoolInfo
from shkola_desktop.domain.scoring import Result, score
from shkola_desktop.domain.self_check.lexicon import Lexicon
from shkola_desktop.domain.terms import Term, term_of


@dataclass(frozen=True, slots=True)
class Material:
    """``prepared`` holds the generated texts by place: ``passport:goal``, ``task:03``.

    ``pages`` is the length of the document, None while it was not made.
    """

    paper: ProgrammeMaterial
    today: date
    prepared: Mapping[str, str]
    lexicon: Lexicon
    pages: int | None = None

    @property
    def programme(self) -> Programme:
        """The programme itself."""
        return self.paper.programme

    @property
    def school(self) -> School:
        """The school."""
        return self.paper.school

    @property
    def info(self) -> SchoolInfo:
        """What «Информационная справка» tells beside the passport data."""
        return self.paper.info

    @property
    def shortfalls(self) -> tuple[Shortfall, ...]:
        """The indicators below their maximum."""
        return shortfalls(self.paper.form, self.paper.diagnosis.options)

    @property
    def expected(self) -> tuple[Expectation, ...]:
        """What the measures are expected to lift."""
        paper = self.paper
        return expectations(paper.form, paper.diagnosis.options, paper.programme)

    def planned(self, until: int | None = None) -> Result:
        """Return the expected result at the end of a year, or of the programme."""
        options = self.paper.diagnosis.options
        lifted = expected_options(options, self.expected, until)
        return score(self.paper.form, lifted)

    def printed(self, place: str) -> str:
        """Return the text of a place as it is printed: the own one, or the generated.

        Of the texts with a place of their own, a school may only write the goal.
        """
        own = self.programme.goal.strip() if place == "passport:goal" else ""
        return own or self.prepared.get(place, "")

    def term(self, measure: Measure) -> Term:
        """Read the term of a measure."""
        return term_of(measure.term, self.programme.years, self.lexicon.terms)

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures of the deficits; one planned for several comes once."""
        return distinct(m for d in self.programme.included for m in d.measures)

    @property
    def common(self) -> tuple[Measure, ...]:
        """The measures without a deficit, which every programme prints first."""
        return tuple(
            Measure(
                id=m.id,
                text=m.text,
                result=m.result,
                indicator=m.indicator,
                responsible=m.responsible,
                term=m.term,
                resource=m.resource,
                bank_id=m.id,
            )
            for m in self.paper.bank.cross_cutting
        )

    def measures_of(self, direction: DirectionCode) -> tuple[Measure, ...]:
        """Return the measures of a direction; one for several deficits comes once."""
        return distinct(m for d in self.deficits_of(direction) for m in d.measures)

    def deficits_of(self, direction: DirectionCode) -> tuple[Deficit, ...]:
        """Return the planned deficits of a direction."""
        return tuple(d for d in self.programme.included if d.direction == direction)

    @property
    def risks(self) -> tuple[PlannedRisk | Risk, ...]:
        """The risks as they are printed."""
        own = self.programme.risks
        return self.paper.bank.risks if own is None else own

    @property
    def monitoring(self) -> tuple[PlannedMonitoring | MonitoringRow, ...]:
        """The rows of monitoring as they are printed."""
        own = self.programme.monitoring
        return self.paper.bank.monitoring if own is None else own

    @property
    def finance(self) -> tuple[str, ...]:
        """The sources of money as they are printed."""
        own = self.programme.finance
        return self.paper.bank.finance_sources if own is None else own


def distinct(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """Return the measures that differ in more than their id, as the road map does."""
    known: dict[Measure, Measure] = {}
    for measure in measures:
        known.setdefault(replace(measure, id=""), measure)
    return tuple(known.values())
