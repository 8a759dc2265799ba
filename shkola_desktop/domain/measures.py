"""Bank of measures: what schools usually do about a deficit, by criterion."""

from collections.abc import Sequence
from dataclasses import dataclass

from shkola_desktop.domain.ids import CriterionCode, IndicatorCode, ProgrammeCode

RESOURCES = ("none", "internal", "partner", "budget")
"""What a measure costs, from the cheapest to the dearest."""


@dataclass(frozen=True, slots=True)
class BankMeasure:
    """A typical measure, ready for the road map.

    ``resource`` is ``none``, ``internal``, ``partner`` or ``budget``: what it costs.
    ``climbs``: how many times the effort of its resource it takes to reach the first
    option above zero, the second, …; empty where the general rule holds.
    """

    id: str
    indicators: tuple[IndicatorCode, ...]
    deficit: str
    text: str
    result: str
    indicator: str
    responsible: str
    term: str
    rural_hint: str
    resource: str
    programmes: tuple[ProgrammeCode, ...] = ()
    sources: tuple[str, ...] = ()
    climbs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class BankCause:
    """A typical cause; without indicators it may stand behind any of its criterion."""

    text: str
    indicators: tuple[IndicatorCode, ...] = ()

    def suits(self, indicator: IndicatorCode) -> bool:
        """Tell whether the cause may stand behind an indicator."""
        return not self.indicators or indicator in self.indicators


@dataclass(frozen=True, slots=True)
class CriterionMeasures:
    """What the bank holds for one criterion."""

    criterion: CriterionCode
    deficits: tuple[str, ...]
    internal_causes: tuple[BankCause, ...]
    external_causes: tuple[BankCause, ...]
    measures: tuple[BankMeasure, ...]


def nearest(
    causes: Sequence[BankCause], indicator: IndicatorCode
) -> tuple[BankCause, ...]:
    """Return the causes, first those of the indicator, last those of others."""

    def distance(cause: BankCause) -> int:
        if indicator in cause.indicators:
            return 0
        return 1 if cause.suits(indicator) else 2

    return tuple(sorted(causes, key=distance))


@dataclass(frozen=True, slots=True)
class Role:
    """A responsible role and what it is in a small school."""

    name: str
    small: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Risk:
    """A typical risk of a programme with its effect and prevention."""

    risk: str
    effect: str
    prevention: str


@dataclass(frozen=True, slots=True)
class MonitoringRow:
    """What is monitored, how, when, by whom and where it is discussed."""

    what: str
    how: str
    when: str
    who: str
    where: str


@dataclass(frozen=True, slots=True)
class StageText:
    """A stage of a programme with its usual content."""

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class MeasureBank:
    """Банк мероприятий: common rows and measures by criterion."""

    compiled: str
    note: str
    roles: tuple[Role, ...]
    cross_cutting: tuple[BankMeasure, ...]
    stages: tuple[StageText, ...]
    finance_sources: tuple[str, ...]
    risks: tuple[Risk, ...]
    monitoring: tuple[MonitoringRow, ...]
    neutral_wording: tuple[str, ...]
    criteria: tuple[CriterionMeasures, ...]

    def criterion(self, code: CriterionCode) -> CriterionMeasures | None:
        """Return what is known for a criterion, or None."""
        return next((c for c in self.criteria if c.criterion == code), None)

    def suited(
        self, indicator: IndicatorCode, programmes: Sequence[ProgrammeCode]
    ) -> tuple[BankMeasure, ...]:
        """Return the measures for an indicator in a school that teaches these.

        The cheapest come first; what is meant for other programmes is left out.
        """
        fitting = [
            measure
            for measure in self.measures_for(indicator)
            if not measure.programmes
            or any(programme in programmes for programme in measure.programmes)
        ]
        return tuple(sorted(fitting, key=lambda m: RESOURCES.index(m.resource)))

    def measures_for(self, indicator: IndicatorCode) -> tuple[BankMeasure, ...]:
        """Return the measures that lift an indicator, in the bank's order."""
        return tuple(
            measure
            for criterion in self.criteria
            for measure in criterion.measures
            if indicator in measure.indicators
        )
