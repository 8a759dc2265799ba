"""Recorded scenarios: answers → expected points, replayed against an edition."""

from collections.abc import Iterator

from shkola_desktop.catalogue.schema import ScenarioDoc
from shkola_desktop.catalogue.shape_gate import Fault
from shkola_desktop.domain.applying import form_for, variant_of
from shkola_desktop.domain.errors import VariantUnknown
from shkola_desktop.domain.form import Edition, Form
from shkola_desktop.domain.ids import IndicatorCode, OptionId
from shkola_desktop.domain.scoring import Result, score


def replay(edition: Edition, scenarios: list[ScenarioDoc]) -> Iterator[Fault]:
    """Return every disagreement between a scenario and the points counted."""
    for scenario in scenarios:
        place = f"scenarios[{scenario.name}]"
        try:
            variant = variant_of(
                edition, scenario.kind, tuple(scenario.programmes), ovz=scenario.ovz
            )
        except VariantUnknown:
            yield place, "scenario-variant", {}
            continue
        form = form_for(edition, variant)
        unknown = _unknown(form, scenario)
        if unknown:
            yield place, "scenario-answer", {"found": ", ".join(unknown)}
            continue
        yield from _compare(scenario, score(form, _options(form, scenario)), place)


def _unknown(form: Form, scenario: ScenarioDoc) -> list[str]:
    unknown: list[str] = []
    for code, option in scenario.answers.items():
        indicator = form.indicator(IndicatorCode(code))
        if indicator is None or indicator.option(OptionId(option)) is None:
            unknown.append(f"{code}: {option}")
    return unknown


def _options(form: Form, scenario: ScenarioDoc) -> dict[IndicatorCode, OptionId]:
    taken: dict[IndicatorCode, OptionId] = {}
    if scenario.all != "none":
        choose = max if scenario.all == "best" else min
        for indicator in form.indicators:
            taken[indicator.code] = choose(indicator.options, key=lambda o: o.points).id
    for code, option in scenario.answers.items():
        taken[IndicatorCode(code)] = OptionId(option)
    return taken


def _compare(scenario: ScenarioDoc, result: Result, place: str) -> Iterator[Fault]:
    expected = scenario.expected
    level = result.level.level.id if result.level else None
    pairs: list[tuple[str, object, object]] = [
        ("total", expected.total, result.total),
        ("maximum", expected.maximum, result.maximum),
        ("complete", expected.complete, result.complete),
        ("level", expected.level, level),
    ]
    found = {d.code: d.score for d in result.directions}
    codes = sorted({*expected.directions, *found})
    for code in codes:
        wanted = expected.directions.get(code)
        pairs.append((f"directions.{code}", wanted, found.get(code)))  # pyright: ignore[reportArgumentType]  # any text may be asked
    for name, wanted, counted in pairs:
        if wanted != counted:
            yield (
                f"{place}.expected.{name}",
                "scenario-differs",
                {"expected": str(wanted), "found": str(counted)},
            )
