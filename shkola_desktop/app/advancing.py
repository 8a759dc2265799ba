"""The way to a higher level as it is shown, and what would be if answers changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from shkola_desktop.app import drafting, planning
from shkola_desktop.app.reviewing import Review
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.deficits import Shortfall, shortfalls
from shkola_desktop.domain.diagnosis import option_taken
from shkola_desktop.domain.effort import Weights, efforts, lightest_measure
from shkola_desktop.domain.form import Form, Indicator, Level, Option
from shkola_desktop.domain.ids import DirectionCode, IndicatorCode, OptionId
from shkola_desktop.domain.measures import BankMeasure, MeasureBank
from shkola_desktop.domain.path_to_level import (
    Paths,
    Step,
    cheapest_paths,
    goal_for,
    next_level,
)
from shkola_desktop.domain.programme import Programme
from shkola_desktop.domain.scoring import LevelReached, Result, score


@dataclass(frozen=True, slots=True)
class Advance:
    """The next level of a direction, or of the total (``direction`` None).

    ``level`` None: the highest is reached, or there is no scale. ``paths`` None:
    it cannot be reached by the indicators that may be raised. ``measures`` are those
    that the efforts of the steps were taken from, None where the bank has none.
    """

    direction: DirectionCode | None
    now: int
    maximum: int
    reached: LevelReached | None
    level: Level | None
    needed: int
    paths: Paths | None
    measures: Mapping[Step, BankMeasure | None]


@dataclass(frozen=True, slots=True)
class Trial:
    """What a set of changed answers would give beside what is."""

    changes: tuple[tuple[Indicator, Option], ...]
    now: Result
    then: Result


def advance(
    review: Review,
    direction: DirectionCode | None,
    bank: MeasureBank,
    weights: Weights | None = None,
) -> Advance:
    """Find the cheapest ways to the next level of a direction or of the total."""
    form, options = review.form, review.diagnosis.options
    now, maximum, reached = _standing(review.result, direction)
    level = next_level(form, options, direction)
    goal = goal_for(form, direction, level.id) if level else None
    weights = weights or Weights()
    climbing = efforts(form, bank, weights)
    paths = cheapest_paths(form, options, goal, climbing) if goal else None
    needed = goal.points if goal else now
    measures = _measures(paths, form, bank, weights)
    return Advance(direction, now, maximum, reached, level, needed, paths, measures)


def try_out(review: Review, changes: Mapping[IndicatorCode, OptionId]) -> Trial:
    """Score the diagnosis as if some answers were others; nothing is kept.

    Changes that the form does not know, or that change nothing, are left out.
    """
    form, options = review.form, review.diagnosis.options
    real: list[tuple[Indicator, Option]] = []
    for code, wanted in changes.items():
        indicator = form.indicator(code)
        option = indicator.option(wanted) if indicator else None
        if indicator and option and options.get(code) != wanted:
            real.append((indicator, option))
    then = {**options, **{i.code: o.id for i, o in real}}
    return Trial(tuple(real), review.result, score(form, then))


def raised(trial: Trial, review: Review) -> tuple[IndicatorCode, ...]:
    """Return the indicators that a trial raises: what can become deficits."""
    options = review.diagnosis.options
    codes: list[IndicatorCode] = []
    for indicator, option in trial.changes:
        now = option_taken(indicator, options)
        if option.points > (now.points if now else 0):
            codes.append(indicator.code)
    return tuple(codes)


def take_over(
    codes: tuple[IndicatorCode, ...], review: Review, workspace: Workspace
) -> Programme:
    """Make deficits of indicators in the school's programme, drafted if need be.

    Indicators that are deficits already stay as they are; left-out ones come back.

    Raises:
        NoSuchDiagnosis: the diagnosis is not kept here.
    """
    programme = planning.programme_of(workspace)
    if programme is None or programme.diagnosis != review.diagnosis.id:
        programme = drafting.draft(review.diagnosis.id, workspace)
    found = {s.indicator.code: s for s in _shortfalls(review)}
    for code in codes:
        programme = _with(code, found.get(code), programme, workspace)
    return planning.save(programme, workspace)


def _measures(
    paths: Paths | None, form: Form, bank: MeasureBank, weights: Weights
) -> Mapping[Step, BankMeasure | None]:
    steps = dict.fromkeys(s for p in (paths.paths if paths else ()) for s in p.steps)
    return {
        step: lightest_measure(step.indicator, step.height, form, bank, weights)
        for step in steps
    }


def _with(
    code: IndicatorCode,
    shortfall: Shortfall | None,
    programme: Programme,
    workspace: Workspace,
) -> Programme:
    known = next((d for d in programme.deficits if d.indicator == code), None)
    if known is not None:
        return programme if known.included else programme.taken_back(known)
    if shortfall is None:
        return programme
    return planning.with_shortfall(programme, shortfall, workspace)


def _shortfalls(review: Review) -> tuple[Shortfall, ...]:
    return shortfalls(review.form, review.diagnosis.options)


def _standing(
    result: Result, direction: DirectionCode | None
) -> tuple[int, int, LevelReached | None]:
    for known in result.directions:
        if known.code == direction:
            return known.score, known.maximum, known.level
    return result.total, result.maximum, result.level


def planned_options(steps: tuple[Step, ...]) -> Mapping[IndicatorCode, OptionId]:
    """Return the answers that a path leads to."""
    return {step.indicator: step.planned.id for step in steps}
