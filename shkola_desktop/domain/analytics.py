"""Аналитика of a district or region: which schools are meant, and sums over them.

Only completed diagnoses count: in a draft what is not answered yet would look like
points lost. Schools answer different forms, so points are never added up between
them; a direction is told as a share of its own maximum, every school counting once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from shkola_desktop.domain.form import Variant
from shkola_desktop.domain.ids import (
    DiagnosisId,
    DirectionCode,
    EditionCode,
    IndicatorCode,
    LevelId,
    SchoolId,
)
from shkola_desktop.domain.measures import BankMeasure
from shkola_desktop.domain.school import School
from shkola_desktop.domain.scoring import Basis


@dataclass(frozen=True, slots=True)
class Scope:
    """Which schools are looked at, in which year.

    ``district`` is a code, empty for all. ``small`` keeps those with up to
    ``SMALL_SCHOOL_PUPILS`` pupils; where pupils are not told a school is not small.
    ``towns`` are the beginnings of a settlement's name that mark a town: with them
    only schools of villages are kept, without them all are.
    """

    year: int
    district: str = ""
    small: bool = False
    towns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DistrictName:
    """A district of the registry and how many schools it has there."""

    code: str
    name: str
    schools: int


@dataclass(frozen=True, slots=True)
class DirectionAverage:
    """What the schools reached in a direction on average, and the furthest of them.

    Shares of the maximum from 0 to 1, zeroed directions counting as 0.
    """

    direction: DirectionCode
    schools: int
    share: float
    lowest: float
    highest: float
    zeroed: int
    """Schools whose points a critical indicator took."""


@dataclass(frozen=True, slots=True)
class DistrictAverage:
    """An average over the schools of one district; ``district`` is its code."""

    district: str
    average: DirectionAverage


@dataclass(frozen=True, slots=True)
class LevelCount:
    """How many schools reached a level in a direction; None: no level is set."""

    direction: DirectionCode
    level: LevelId | None
    basis: Basis | None
    schools: int


@dataclass(frozen=True, slots=True)
class ShortfallCount:
    """How many schools fall short in an indicator of one edition, and by how much.

    ``zeros`` have no points in it; ``lost`` are their points below the maximum.
    """

    edition_hash: str
    indicator: IndicatorCode
    schools: int
    zeros: int
    lost: int
    critical: bool


@dataclass(frozen=True, slots=True)
class VariantCount:
    """How many schools answered the form of one variant of an edition."""

    edition: EditionCode
    edition_hash: str
    variant: Variant
    schools: int


@dataclass(frozen=True, slots=True)
class Mark:
    """What a school reached in one direction, or in all (code ``TOTAL``)."""

    points: int
    maximum: int
    level: LevelId | None
    zeroed: bool

    @property
    def share(self) -> float:
        """The part of the maximum, from 0 to 1."""
        return self.points / self.maximum if self.maximum else 0.0


@dataclass(frozen=True, slots=True)
class SchoolMarks:
    """A school's row of the heat map."""

    school: SchoolId
    diagnosis: DiagnosisId
    code: str
    name: str
    district: str
    district_code: str
    settlement: str
    pupils: int | None
    marks: Mapping[DirectionCode, Mark]


@dataclass(frozen=True, slots=True)
class CommonDeficit:
    """An indicator in which many schools fall short, with what helps.

    ``applicable`` counts the schools whose form asks for it.
    """

    indicator: IndicatorCode
    name: str
    direction: DirectionCode
    critical: bool
    schools: int
    zeros: int
    lost: int
    applicable: int
    measures: tuple[BankMeasure, ...]

    @property
    def share(self) -> float:
        """The part of those asked that fall short, from 0 to 1."""
        return self.schools / self.applicable if self.applicable else 0.0

    @property
    def weight(self) -> tuple[int, int, int, str]:
        """What puts one before another: see ``by_weight``."""
        critical_zeros = self.zeros if self.critical else 0
        return (-critical_zeros, -self.schools, -self.lost, self.indicator)


def meant(school: School, scope: Scope) -> bool:
    """Tell whether a school of the registry is looked at."""
    return (
        scope.district in {"", school.district_code}
        and (school.small or not scope.small)
        and (bool(school.settlement) or not scope.towns)
        and not any(school.settlement.startswith(start) for start in scope.towns)
    )


def by_weight(found: Iterable[CommonDeficit]) -> tuple[CommonDeficit, ...]:
    """Order deficits: where critical zeros are, then where most schools fall short.

    A zero in a critical indicator takes a whole direction from a school, so that it
    weighs more than any number of ordinary shortfalls.
    """
    return tuple(sorted(found, key=lambda deficit: deficit.weight))


def merged(averages: Sequence[DirectionAverage]) -> tuple[DirectionAverage, ...]:
    """Put averages of the same direction together, every school counting once.

    The order of directions is that in which they come first.
    """
    grouped: dict[DirectionCode, list[DirectionAverage]] = {}
    for average in averages:
        if average.schools:
            grouped.setdefault(average.direction, []).append(average)
    return tuple(_together(code, found) for code, found in grouped.items())


def _together(
    direction: DirectionCode, found: Sequence[DirectionAverage]
) -> DirectionAverage:
    schools = sum(average.schools for average in found)
    return DirectionAverage(
        direction=direction,
        schools=schools,
        share=sum(average.share * average.schools for average in found) / schools,
        lowest=min(average.lowest for average in found),
        highest=max(average.highest for average in found),
        zeroed=sum(average.zeroed for average in found),
    )
