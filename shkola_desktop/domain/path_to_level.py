"""Путь к следующему уровню: the cheapest steps that lift a direction or the total.

Exact, never greedy: the form becomes a knapsack with one choice for each indicator
and, for a direction held by critical zeros, the choice to lift all of them or none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, groupby, islice
from typing import NamedTuple

from shkola_desktop.domain.diagnosis import option_taken
from shkola_desktop.domain.effort import Climb, require_growing
from shkola_desktop.domain.form import (
    Form,
    Indicator,
    Level,
    Option,
    TotalRule,
)
from shkola_desktop.domain.ids import DirectionCode, IndicatorCode, LevelId, OptionId
from shkola_desktop.domain.knapsack import Move, Stage, in_order
from shkola_desktop.domain.scoring import Result, score, thresholds_for

MOST = 5
"""Equally cheap paths that are worth showing; the rest is only told to exist."""


@dataclass(frozen=True, slots=True)
class Goal:
    """Points that a direction, or the total (``direction`` None), is to reach."""

    direction: DirectionCode | None
    points: int


@dataclass(frozen=True, slots=True)
class Step:
    """An indicator raised from one option to a better one.

    ``now`` is None for an indicator without an answer: it stands at no points.
    ``height`` counts the planned option from the bottom: 1 is the first with points.
    """

    indicator: IndicatorCode
    now: Option | None
    planned: Option
    height: int
    gained: int
    effort: int
    critical: bool


@dataclass(frozen=True, slots=True)
class Path:
    """Путь: steps, critical ones first, then the cheapest per point.

    ``reached`` is what scoring gives for the goal's direction or total after them.
    """

    steps: tuple[Step, ...]
    reached: int


@dataclass(frozen=True, slots=True)
class Paths:
    """Equally cheap paths; ``truncated`` when there are more than ``MOST``."""

    paths: tuple[Path, ...]
    effort: int
    truncated: bool


def goal_for(
    form: Form, direction: DirectionCode | None, level: LevelId
) -> Goal | None:
    """Return the points from which a level is reached; None without a threshold."""
    points = _thresholds(form, direction).get(level)
    return None if points is None else Goal(direction, points)


def next_level(
    form: Form,
    options: Mapping[IndicatorCode, OptionId],
    direction: DirectionCode | None,
) -> Level | None:
    """Return the lowest level not yet reached; None at the top or without a scale."""
    points = _points(score(form, options), direction)
    needed = _thresholds(form, direction)
    levels = form.edition.levels
    return next((level for level in levels if needed.get(level.id, 0) > points), None)


def cheapest_paths(
    form: Form,
    options: Mapping[IndicatorCode, OptionId],
    goal: Goal,
    climbing: Mapping[IndicatorCode, Climb],
) -> Paths | None:
    """Return the paths of least effort to a goal, or None when it is out of reach.

    A reached goal has one path without steps. Of equally cheap paths those with
    more critical indicators come first, then the shorter, then in the form's order.
    ``climbing`` is the effort of reaching each option from the bottom: what is above
    the present one is still to do. An indicator that is not in it stays as it is.

    Raises:
        ValueError: an option asks no more effort than the one below it.
    """
    require_growing(climbing.values())
    now = score(form, options)
    blocks = tuple(_blocks(form, options, now, goal, climbing))
    missing = max(0, goal.points - _points(now, goal.direction))
    found = (_taken(blocks, r) for r in in_order(tuple(_stages(blocks)), missing))
    cheapest = next(groupby(found, key=_effort), None)
    if cheapest is None:
        return None
    effort, same = cheapest
    chosen = tuple(islice(same, MOST + 1))
    paths = tuple(_path(form, options, goal, steps) for steps in chosen[:MOST])
    return Paths(paths, effort, truncated=len(chosen) > MOST)


def _thresholds(form: Form, direction: DirectionCode | None) -> Mapping[LevelId, int]:
    maximum = sum(d.maximum for d in form.directions if direction in (None, d.code))
    found = thresholds_for(form.edition, form.variant, direction, maximum)
    return {t.level: t.points for t in found[0]} if found else {}


def _points(result: Result, direction: DirectionCode | None) -> int:
    if direction is None:
        return result.total
    return sum(d.score for d in result.directions if d.code == direction)


class _Ladder(NamedTuple):
    """The steps that an indicator may take, the lowest first.

    ``lock``: its critical zero holds the direction at no points.
    """

    steps: tuple[Step, ...]
    lock: bool


class _Block(NamedTuple):
    """The ladders of a direction and the points that its locks hold back."""

    ladders: tuple[_Ladder, ...]
    held: int


def _blocks(
    form: Form,
    options: Mapping[IndicatorCode, OptionId],
    now: Result,
    goal: Goal,
    climbing: Mapping[IndicatorCode, Climb],
) -> Iterator[_Block]:
    before = form.edition.rules.total is TotalRule.BEFORE_ZEROING
    for direction, scored in zip(form.directions, now.directions, strict=True):
        if goal.direction in (None, direction.code):
            ignored = before and goal.direction is None
            locks = () if ignored else scored.zeroed_by
            ladders = (
                _Ladder(_steps(i, options, climbing), i.code in locks)
                for i in direction.indicators
            )
            yield _Block(tuple(ladders), scored.raw)


def _steps(
    indicator: Indicator,
    options: Mapping[IndicatorCode, OptionId],
    climbing: Mapping[IndicatorCode, Climb],
) -> tuple[Step, ...]:
    """Return the steps upwards; of options with equal points the first is taken."""
    climb = climbing.get(indicator.code, ())
    now = option_taken(indicator, options)
    points = now.points if now else 0
    heights = sorted({0, *(option.points for option in indicator.options)})
    at = heights.index(points)
    done = (0, *climb)[at] if at <= len(climb) else 0
    return tuple(
        Step(
            indicator=indicator.code,
            now=now,
            planned=next(o for o in indicator.options if o.points == heights[height]),
            height=height,
            gained=heights[height] - points,
            effort=effort - done,
            critical=indicator.critical,
        )
        for height, effort in enumerate(climb[: len(heights) - 1], start=1)
        if height > at
    )


def _stages(blocks: tuple[_Block, ...]) -> Iterator[Stage]:
    size = 1 + sum(len(block.ladders) for block in blocks)
    for block in blocks:
        if any(ladder.lock for ladder in block.ladders):
            yield _gate(block)
        for ladder in block.ladders:
            yield _stage(ladder, size)


def _gate(block: _Block) -> Stage:
    """Open a held direction, or leave all its indicators as they are."""
    shut = tuple(len(ladder.steps) for ladder in block.ladders)
    return Move(block.held, 0, ()), Move(0, 0, shut, 1 + len(shut))


def _stage(ladder: _Ladder, size: int) -> Stage:
    """Number the steps from 0; the number after the last one is to stay, if allowed.

    The cost holds effort, then critical indicators, then steps, as digits do.
    """
    moves = tuple(
        Move(step.gained, step.effort * size**2 - step.critical * size + 1, (rank,))
        for rank, step in enumerate(ladder.steps)
    )
    stay = Move(0, 0, (len(moves),))
    return moves if ladder.lock else (*moves, stay)


def _taken(blocks: tuple[_Block, ...], ranks: tuple[int, ...]) -> tuple[Step, ...]:
    ladders = chain.from_iterable(block.ladders for block in blocks)
    return tuple(
        step
        for ladder, rank in zip(ladders, ranks, strict=True)
        for step in ladder.steps[rank : rank + 1]
    )


def _effort(steps: tuple[Step, ...]) -> int:
    return sum(step.effort for step in steps)


def _path(
    form: Form,
    options: Mapping[IndicatorCode, OptionId],
    goal: Goal,
    steps: tuple[Step, ...],
) -> Path:
    ordered = sorted(
        steps, key=lambda s: (not s.critical, Fraction(s.effort, s.gained))
    )
    planned = {step.indicator: step.planned.id for step in steps}
    after = score(form, {**options, **planned})
    return Path(tuple(ordered), _points(after, goal.direction))
