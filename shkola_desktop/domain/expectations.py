"""What a programme's measures are expected to lift: which indicator, how far, when."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from shkola_desktop.domain.diagnosis import option_taken
from shkola_desktop.domain.form import Form, Indicator, Option
from shkola_desktop.domain.ids import IndicatorCode, OptionId
from shkola_desktop.domain.measures import RESOURCES
from shkola_desktop.domain.programme import Deficit, Programme


@dataclass(frozen=True, slots=True)
class Expectation:
    """An indicator that the programme lifts by one step, and by which year."""

    deficit: Deficit
    indicator: Indicator
    now: Option
    planned: Option
    year: int


def expectations(
    form: Form, options: Mapping[IndicatorCode, OptionId], programme: Programme
) -> tuple[Expectation, ...]:
    """Return what the deficits with measures are expected to reach.

    One step up, to the next option with more points: the careful reading of
    «реалистичность» (programme.md §4.1). A deficit without measures lifts nothing.
    """
    found: list[Expectation] = []
    for deficit in programme.included:
        indicator = form.indicator(deficit.indicator)
        now = option_taken(indicator, options) if indicator else None
        if indicator is None or now is None or not deficit.measures:
            continue
        better = [o for o in indicator.options if o.points > now.points]
        if better:
            planned = min(better, key=lambda o: o.points)
            year = planned_year(deficit, indicator, now, programme)
            found.append(Expectation(deficit, indicator, now, planned, year))
    return tuple(found)


def planned_year(
    deficit: Deficit, indicator: Indicator, now: Option, programme: Programme
) -> int:
    """Return the year in which a deficit is to be gone.

    Critical zeros in the first year; then what costs nothing, what asks for a
    partner, what asks for money (programme.md §6, «Выбор приоритетов»).
    """
    if indicator.critical and now.points == 0:
        return programme.first_year
    known = [RESOURCES.index(m.resource) for m in deficit.measures if m.resource]
    delay = max(1, min(known, default=1))
    return min(programme.first_year + delay, programme.last_year)


def expected_options(
    options: Mapping[IndicatorCode, OptionId],
    lifted: tuple[Expectation, ...],
    until: int | None = None,
) -> Mapping[IndicatorCode, OptionId]:
    """Return the answers as they should be at the end of a year, or of all years."""
    planned = {
        e.indicator.code: e.planned.id
        for e in lifted
        if until is None or e.year <= until
    }
    return MappingProxyType({**options, **planned})
