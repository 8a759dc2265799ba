"""What a programme's measures are expected to lift: which indicator, how far, when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from shkola_desktop.domain.diagnosis import option_taken
from shkola_desktop.domain.form import Form, Indicator, Option, TotalRule
from shkola_desktop.domain.ids import DirectionCode, IndicatorCode, OptionId
from shkola_desktop.domain.measures import RESOURCES
from shkola_desktop.domain.programme import Deficit, Programme
from shkola_desktop.domain.scoring import Result, score
from shkola_desktop.domain.year_plan import STEEP_GROWTH, Lift, years_of


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
    found = tuple(_lifted(form, options, programme))
    if not programme.years:  # a period that ends before it begins
        return found
    years = _years(form, options, programme, found)
    return tuple(replace(e, year=years[e.indicator.code]) for e in found)


def earliest_year(
    deficit: Deficit, indicator: Indicator, now: Option, programme: Programme
) -> int:
    """Return the year before which a deficit cannot be expected to be gone.

    Critical zeros in the first year; then what costs nothing, what asks for a
    partner, what asks for money (programme.md §6, «Выбор приоритетов»).
    """
    if critical_zero(indicator, now):
        return programme.first_year
    return min(programme.first_year + max(1, _effort(deficit)), programme.last_year)


def critical_zero(indicator: Indicator, now: Option) -> bool:
    """Tell whether an indicator may hold its direction at no points."""
    return indicator.critical and now.points == 0


def _lifted(
    form: Form, options: Mapping[IndicatorCode, OptionId], programme: Programme
) -> Iterator[Expectation]:
    for deficit in programme.included:
        indicator = form.indicator(deficit.indicator)
        now = option_taken(indicator, options) if indicator else None
        if indicator is None or now is None or not deficit.measures:
            continue
        better = [o for o in indicator.options if o.points > now.points]
        if better:
            planned = min(better, key=lambda o: o.points)
            year = earliest_year(deficit, indicator, now, programme)
            yield Expectation(deficit, indicator, now, planned, year)


def _years(
    form: Form,
    options: Mapping[IndicatorCode, OptionId],
    programme: Programme,
    found: Sequence[Expectation],
) -> Mapping[IndicatorCode, int]:
    """Return the year of each indicator, so that no year rises too steeply."""
    now = score(form, options)
    gates, shut = _gates(form, now, score(form, expected_options(options, found)))
    lifts: dict[IndicatorCode, Lift] = {}
    for expected in found:
        code = expected.indicator.code
        lift = Lift(
            code=code,
            gain=0 if code in shut else expected.planned.points - expected.now.points,
            earliest=expected.year - programme.first_year,
            effort=_effort(expected.deficit),
            critical=critical_zero(expected.indicator, expected.now),
            gate=gates.get(code),
        )
        known = lifts.get(code)
        if known is None or lift.earliest < known.earliest:
            lifts[code] = lift
    held = {direction.code: direction.raw for direction in now.directions}
    limit = now.maximum * STEEP_GROWTH // 100
    years = years_of(tuple(lifts.values()), held, len(programme.years), limit)
    return {code: programme.first_year + year for code, year in years.items()}


def _gates(
    form: Form, now: Result, then: Result
) -> tuple[Mapping[IndicatorCode, DirectionCode], frozenset[IndicatorCode]]:
    """Return the held directions that open, by indicator, and what stays shut."""
    gates: dict[IndicatorCode, DirectionCode] = {}
    shut: set[IndicatorCode] = set()
    if form.edition.rules.total is TotalRule.BEFORE_ZEROING:
        return gates, frozenset()
    pairs = zip(now.directions, then.directions, strict=True)
    for direction, (old, new) in zip(form.directions, pairs, strict=True):
        codes = [indicator.code for indicator in direction.indicators]
        if new.zeroed_by:
            shut.update(codes)
        elif old.zeroed_by:
            gates.update(dict.fromkeys(codes, direction.code))
    return gates, frozenset(shut)


def _effort(deficit: Deficit) -> int:
    """Return what the lightest measure needs, as its place among the resources."""
    known = [RESOURCES.index(m.resource) for m in deficit.measures if m.resource]
    return min(known, default=1)


def expected_options(
    options: Mapping[IndicatorCode, OptionId],
    lifted: Sequence[Expectation],
    until: int | None = None,
) -> Mapping[IndicatorCode, OptionId]:
    """Return the answers as they should be at the end of a year, or of all years."""
    planned = {
        e.indicator.code: e.planned.id
        for e in lifted
        if until is None or e.year <= until
    }
    return MappingProxyType({**options, **planned})
