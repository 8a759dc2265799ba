"""The analysis of a year as an office reads it, on the screen and on paper."""

from collections.abc import Mapping
from dataclasses import dataclass

from shkola_desktop.domain.analytics import (
    CommonDeficit,
    DirectionAverage,
    DistrictAverage,
    DistrictName,
    LevelCount,
    SchoolMarks,
    Scope,
)
from shkola_desktop.domain.dynamics import Change
from shkola_desktop.domain.form import Level
from shkola_desktop.domain.ids import DirectionCode, LevelId, SchoolId
from shkola_desktop.domain.office import Office, Role
from shkola_desktop.domain.results import TOTAL
from shkola_desktop.domain.review import Standing
from shkola_desktop.domain.scoring import Basis
from shkola_desktop.domain.spread import Quartiles


@dataclass(frozen=True, slots=True)
class YearAverages:
    """A year with its averages, the whole form first."""

    year: int
    averages: tuple[DirectionAverage, ...]

    @property
    def schools(self) -> int:
        """Schools with a completed self-diagnosis in this year."""
        return self.averages[0].schools if self.averages else 0


@dataclass(frozen=True, slots=True)
class YearChanges:
    """What became of the directions from one year to the next one known."""

    before: int
    now: int
    changes: tuple[Change, ...]

    @property
    def whole(self) -> bool:
        """False where the form changed and only a part of it is compared."""
        return all(change.whole for change in self.changes)


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything known of a year within a scope. ``years`` begin with the newest."""

    office: Office
    scope: Scope
    years: tuple[int, ...]
    districts: tuple[DistrictName, ...]
    registered: int
    standings: Mapping[Standing, int]
    standings_by_district: Mapping[str, Mapping[Standing, int]]
    """By the code of the district."""
    names: Mapping[DirectionCode, str]
    """Directions in the order of the form."""
    levels: tuple[Level, ...]
    """Levels of the edition, from the lowest."""
    marks: tuple[SchoolMarks, ...]
    averages: tuple[DirectionAverage, ...]
    level_counts: tuple[LevelCount, ...]
    deficits: tuple[CommonDeficit, ...]
    """The heaviest first."""
    history: tuple[YearAverages, ...]
    """From the earliest year to the one looked at."""
    changes: tuple[YearChanges, ...]
    by_district: tuple[DistrictAverage, ...]
    """Of every district, whichever is looked at."""
    everywhere: tuple[DirectionAverage, ...]
    """Averages of all districts together, to compare one with."""
    places: Mapping[SchoolId, int]
    quartiles: Quartiles | None
    """Of the shares of the whole form."""
    far_below: tuple[SchoolId, ...]
    far_above: tuple[SchoolId, ...]

    @property
    def counted(self) -> int:
        """Schools that the numbers are about."""
        return len(self.marks)

    @property
    def region(self) -> bool:
        """True where districts can be compared."""
        return self.office.role is Role.REGION

    @property
    def district(self) -> DistrictName | None:
        """The district looked at, or None for all."""
        wanted = self.scope.district
        return next((d for d in self.districts if wanted and d.code == wanted), None)

    @property
    def total(self) -> DirectionAverage | None:
        """The average of the whole form, None without results."""
        return next((a for a in self.averages if a.direction == TOTAL), None)

    @property
    def by_direction(self) -> tuple[DirectionAverage, ...]:
        """The averages of the directions alone, in the form's order."""
        return tuple(a for a in self.averages if a.direction != TOTAL)

    @property
    def critical(self) -> tuple[CommonDeficit, ...]:
        """The critical indicators in which schools have no points."""
        return tuple(d for d in self.deficits if d.critical and d.zeros)

    @property
    def frequent(self) -> tuple[CommonDeficit, ...]:
        """All deficits, those of most schools first."""
        return tuple(sorted(self.deficits, key=lambda d: (-d.schools, d.weight)))

    @property
    def orientation(self) -> bool:
        """True where a level stands on the orientation scale."""
        return any(c.basis is Basis.ORIENTATION for c in self.level_counts)

    def at_level(self, direction: DirectionCode, level: LevelId | None) -> int:
        """Return how many schools reached a level in a direction."""
        return sum(
            count.schools
            for count in self.level_counts
            if count.direction == direction and count.level == level
        )
