"""Which indicators fall short, and by how much."""

from collections.abc import Mapping
from dataclasses import dataclass

from shkola_desktop.domain.diagnosis import option_taken
from shkola_desktop.domain.form import Criterion, Direction, Form, Indicator, Option
from shkola_desktop.domain.ids import IndicatorCode, OptionId


@dataclass(frozen=True, slots=True)
class Shortfall:
    """An answered indicator below its maximum, with its place in the form."""

    direction: Direction
    criterion: Criterion
    indicator: Indicator
    option: Option

    @property
    def lost(self) -> int:
        """Points between the option taken and the best one."""
        return self.indicator.maximum - self.option.points

    @property
    def zero(self) -> bool:
        """True for an indicator with no points: always a deficit."""
        return self.option.points == 0


def shortfalls(
    form: Form, options: Mapping[IndicatorCode, OptionId]
) -> tuple[Shortfall, ...]:
    """Return the answered indicators below their maximum, in the form's order."""
    found: list[Shortfall] = []
    for direction in form.directions:
        for criterion in direction.criteria:
            for indicator in criterion.indicators:
                taken = option_taken(indicator, options)
                if taken is not None and taken.points < indicator.maximum:
                    found.append(Shortfall(direction, criterion, indicator, taken))
    return tuple(found)


def by_urgency(found: tuple[Shortfall, ...]) -> tuple[Shortfall, ...]:
    """Order shortfalls: critical zeros, other zeros, then by points lost."""
    return tuple(
        sorted(
            found,
            key=lambda s: (not (s.indicator.critical and s.zero), not s.zero, -s.lost),
        )
    )
