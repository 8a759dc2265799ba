"""Carry an earlier programme over into a new one, made from a newer diagnosis."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from shkola_desktop.domain.deficits import Shortfall
from shkola_desktop.domain.form import Form, Option
from shkola_desktop.domain.ids import IndicatorCode, OptionId
from shkola_desktop.domain.programme import Deficit, Programme
from shkola_desktop.domain.programme_parts import ApprovalRow, Target


def deficit_text(name: str, option: Option) -> str:
    """Return the prepared words of a deficit: indicator and the option taken."""
    return f"{name}: {option.text}"


def still_open(
    deficits: Sequence[Deficit],
    form: Form,
    options: Mapping[IndicatorCode, OptionId],
    found: Sequence[Shortfall],
) -> tuple[Deficit, ...]:
    """Return the deficits that the new diagnosis does not show as closed.

    Closed is what reached its maximum, and what the form does not ask any more. What
    is not answered yet stays. Words that nobody changed follow the new answer.
    """
    short = {s.indicator.code: s for s in found}
    kept: list[Deficit] = []
    for deficit in deficits:
        shortfall = short.get(deficit.indicator)
        if shortfall is not None:
            kept.append(_as_answered(deficit, shortfall))
        elif form.indicator(deficit.indicator) and deficit.indicator not in options:
            kept.append(deficit)
    return tuple(kept)


def carried_over(earlier: Programme, new: Programme) -> Programme:
    """Return a new programme with team, layout and own lists of an earlier one.

    Nothing is decided about it yet, but the founder's head is the same. Targets
    begin where the earlier ones ended.
    """
    return replace(
        new,
        preset=earlier.preset,
        paper=earlier.paper,
        team=earlier.team,
        risks=earlier.risks,
        monitoring=earlier.monitoring,
        finance=earlier.finance,
        approvals=ApprovalRow(addressee=earlier.approvals.addressee),
        targets=tuple(_next_target(t, len(new.years)) for t in earlier.targets),
    )


def _as_answered(deficit: Deficit, shortfall: Shortfall) -> Deficit:
    indicator = shortfall.indicator
    prepared = {deficit_text(indicator.name, known) for known in indicator.options}
    if deficit.text not in prepared:
        return deficit
    return replace(deficit, text=deficit_text(indicator.name, shortfall.option))


def _next_target(target: Target, years: int) -> Target:
    reached = [value for value in target.values if value.strip()]
    base = reached[-1] if reached else target.baseline
    return replace(target, baseline=base, values=("",) * years)
