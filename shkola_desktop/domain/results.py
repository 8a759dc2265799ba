"""Results as offices keep them: numbers beside the answers that they follow from."""

from collections.abc import Mapping
from dataclasses import dataclass

from shkola_desktop.domain.deficits import shortfalls
from shkola_desktop.domain.diagnosis import Diagnosis, Status
from shkola_desktop.domain.form import Form
from shkola_desktop.domain.ids import (
    DiagnosisId,
    DirectionCode,
    EditionCode,
    IndicatorCode,
    LevelId,
    SchoolId,
)
from shkola_desktop.domain.scoring import Basis, LevelReached, score

TOTAL = DirectionCode("")
"""The code that the whole form is kept under, beside those of its directions."""


@dataclass(frozen=True, slots=True)
class StoredPoints:
    """What one direction, or the whole form, reached; see ``DirectionScore``."""

    direction: DirectionCode
    raw: int
    points: int
    maximum: int
    level: LevelId | None
    basis: Basis | None
    zeroed: bool
    answered: int
    applicable: int


@dataclass(frozen=True, slots=True)
class StoredShortfall:
    """An answered indicator below its maximum. Points as whole numbers."""

    indicator: IndicatorCode
    points: int
    maximum: int
    critical: bool


@dataclass(frozen=True, slots=True)
class StoredResult:
    """What one diagnosis reached, kept in the transaction that keeps its answers."""

    school: SchoolId
    diagnosis: DiagnosisId
    year: int
    edition: EditionCode
    edition_hash: str
    completed: bool
    points: tuple[StoredPoints, ...]
    """The whole form first, then its directions in order."""
    shortfalls: tuple[StoredShortfall, ...]

    @property
    def by_direction(self) -> Mapping[DirectionCode, StoredPoints]:
        """The points by the code of the direction."""
        return {points.direction: points for points in self.points}


def stored_result(form: Form, diagnosis: Diagnosis) -> StoredResult:
    """Return what is kept of a diagnosis: always the same for the same answers."""
    result = score(form, diagnosis.options)
    answered = sum(d.answered for d in result.directions)
    applicable = sum(d.applicable for d in result.directions)
    total = StoredPoints(
        direction=TOTAL,
        raw=sum(d.raw for d in result.directions),
        points=result.total,
        maximum=result.maximum,
        level=_level(result.level),
        basis=_basis(result.level),
        zeroed=any(d.zeroed_by for d in result.directions),
        answered=answered,
        applicable=applicable,
    )
    directions = tuple(
        StoredPoints(
            direction=d.code,
            raw=d.raw,
            points=d.score,
            maximum=d.maximum,
            level=_level(d.level),
            basis=_basis(d.level),
            zeroed=bool(d.zeroed_by),
            answered=d.answered,
            applicable=d.applicable,
        )
        for d in result.directions
    )
    return StoredResult(
        school=diagnosis.school,
        diagnosis=diagnosis.id,
        year=diagnosis.year,
        edition=diagnosis.edition,
        edition_hash=diagnosis.edition_hash,
        completed=diagnosis.status is Status.COMPLETED,
        points=(total, *directions),
        shortfalls=tuple(
            StoredShortfall(
                s.indicator.code,
                s.option.points,
                s.indicator.maximum,
                s.indicator.critical,
            )
            for s in shortfalls(form, diagnosis.options)
        ),
    )


def _level(reached: LevelReached | None) -> LevelId | None:
    return reached.level.id if reached else None


def _basis(reached: LevelReached | None) -> Basis | None:
    return reached.basis if reached else None
