"""Points, critical zeros, totals and levels: exact integers and fractions."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from shkola_desktop.domain.diagnosis import missing, option_taken
from shkola_desktop.domain.form import (
    Direction,
    Edition,
    Form,
    Level,
    Threshold,
    TotalRule,
    Variant,
)
from shkola_desktop.domain.ids import DirectionCode, IndicatorCode, OptionId


class Basis(StrEnum):
    """Where the threshold of a level comes from."""

    OFFICIAL = "official"
    ORIENTATION = "orientation"


@dataclass(frozen=True, slots=True)
class LevelReached:
    """A level with the basis of its threshold."""

    level: Level
    basis: Basis


@dataclass(frozen=True, slots=True)
class DirectionScore:
    """Points of one direction; ``score`` is ``raw`` unless a critical zero struck."""

    code: DirectionCode
    name: str
    kind: str
    raw: int
    score: int
    maximum: int
    level: LevelReached | None
    zeroed_by: tuple[IndicatorCode, ...]
    answered: int
    applicable: int


@dataclass(frozen=True, slots=True)
class Result:
    """What a set of answers reaches; preliminary while something is missing."""

    total: int
    maximum: int
    level: LevelReached | None
    directions: tuple[DirectionScore, ...]
    missing: tuple[IndicatorCode, ...]

    @property
    def complete(self) -> bool:
        """True when every applicable indicator has an answer."""
        return not self.missing


def score(form: Form, options: Mapping[IndicatorCode, OptionId]) -> Result:
    """Add up the answers of a form.

    Answers to indicators outside the form are not counted. An unanswered
    indicator brings no points and zeroes nothing.
    """
    directions = tuple(_direction_score(form, d, options) for d in form.directions)
    before = form.edition.rules.total is TotalRule.BEFORE_ZEROING
    total = sum(d.raw if before else d.score for d in directions)
    maximum = form.maximum
    return Result(
        total=total,
        maximum=maximum,
        level=level_for(form.edition, form.variant, None, total, maximum),
        directions=directions,
        missing=tuple(i.code for i in missing(form, options)),
    )


def thresholds_for(
    edition: Edition, variant: Variant, direction: DirectionCode | None, maximum: int
) -> tuple[tuple[Threshold, ...], Basis] | None:
    """Return the thresholds of a direction, or of the total (``direction`` None).

    Official ones win; without them the orientation scale gives
    share × maximum, rounded up; without that there are none.
    """
    for scale in edition.official:
        if scale.variant == variant.code and scale.direction == direction:
            return scale.thresholds, Basis.OFFICIAL
    if not edition.orientation or maximum == 0:
        return None
    shares = tuple(
        Threshold(share.level, ceil(share.share * maximum))
        for share in edition.orientation
    )
    return shares, Basis.ORIENTATION


def level_for(
    edition: Edition,
    variant: Variant,
    direction: DirectionCode | None,
    points: int,
    maximum: int,
) -> LevelReached | None:
    """Return the highest level whose threshold the points reach.

    The lowest level of the edition needs no threshold. Without any thresholds
    there is no level, never a wrong one.
    """
    found = thresholds_for(edition, variant, direction, maximum)
    if found is None:
        return None
    thresholds, basis = found
    needed = {threshold.level: threshold.points for threshold in thresholds}
    reached = [
        level
        for position, level in enumerate(edition.levels)
        if needed.get(level.id, 0 if position == 0 else points + 1) <= points
    ]
    return LevelReached(reached[-1], basis) if reached else None


def _direction_score(
    form: Form, direction: Direction, options: Mapping[IndicatorCode, OptionId]
) -> DirectionScore:
    taken = [(i, option_taken(i, options)) for i in direction.indicators]
    raw = sum(option.points for _, option in taken if option is not None)
    zeroed_by = tuple(
        indicator.code
        for indicator, option in taken
        if form.edition.rules.critical_zero
        and indicator.critical
        and option is not None
        and option.points == 0
    )
    points = 0 if zeroed_by else raw
    maximum = direction.maximum
    return DirectionScore(
        code=direction.code,
        name=direction.name,
        kind=direction.kind,
        raw=raw,
        score=points,
        maximum=maximum,
        level=level_for(form.edition, form.variant, direction.code, points, maximum),
        zeroed_by=zeroed_by,
        answered=sum(1 for _, option in taken if option is not None),
        applicable=len(taken),
    )
