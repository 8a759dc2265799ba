"""Carry an earlier programme over into a new one, made from a newer diagnosis."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from shkola_desktop.domain.deficits import Shortfall
from shkola_desktop.domain.form import Form, Option
from shkola_desktop.domain.ids import IndicatorCode, OptionId
from shkola_desktop.domain.programme import Deficit, Programme
from shkola_desktop.domain.programme_parts import ApprovalRow, Target
from shkola_desktop.domain.progress import Course


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


def with_what_is_left(
    deficits: Sequence[Deficit], course: Course, anew: Callable[[str], str]
) -> tuple[Deficit, ...]:
    """Return deficits with the measures that are still to be done.

    What was done once and what was dropped go; what comes every year stays, unless it
    was dropped. ``anew`` gives a term of the old calendar a place in the new period.
    """
    over = frozenset(i for work in course.works if course.over(work) for i in work.ids)
    return tuple(
        replace(
            deficit,
            measures=tuple(
                replace(measure, term=anew(measure.term))
                for measure in deficit.measures
                if measure.id not in over
            ),
        )
        for deficit in deficits
    )


def carried_over(earlier: Programme, new: Programme) -> Programme:
    """Return a new programme with team, layout and own lists of an earlier one.

    Nothing is decided about it yet, but the founder's head is the same. Targets
    begin with the last value that was reached, without one the last planned one.
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
    planned = [value for value in target.values if value.strip()]
    reached = [value for value in target.reached if value.strip()]
    base = next(reversed(reached or planned), target.baseline)
    return replace(target, baseline=base, values=("",) * years, reached=())
