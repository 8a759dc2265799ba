"""Информация о школе: filled once, used again next year."""

from dataclasses import dataclass, replace

MAX_YEARS = 10
"""Years of figures kept: a programme shows three, dynamics a few more."""
STAFF_PARTS = (
    "part_time",
    "highest_category",
    "first_category",
    "young",
    "near_pension",
    "trained",
)
"""Fields of ``Staff`` that count some of the teachers."""


@dataclass(frozen=True, slots=True)
class YearFigures:
    """The school in one school year; None where a figure was not given.

    ``year`` is the year in which the school year begins.
    """

    year: int
    pupils: int | None = None
    pupils_ovz: int | None = None
    classes: int | None = None
    class_sets: int | None = None
    graduates: int | None = None
    bused: int | None = None

    @property
    def excessive(self) -> tuple[str, ...]:
        """Fields that count some of the pupils, but more than there are."""
        return _above(self, self.pupils, ("pupils_ovz", "graduates", "bused"))


@dataclass(frozen=True, slots=True)
class Staff:
    """Педагогический состав; counts of people, None where not given."""

    teachers: int | None = None
    part_time: int | None = None
    highest_category: int | None = None
    first_category: int | None = None
    young: int | None = None
    """Up to 35 years."""
    near_pension: int | None = None
    trained: int | None = None
    """Went through further training in the last three years."""
    lacking: str = ""
    """Vacancies and subjects without a teacher, in words."""

    @property
    def excessive(self) -> tuple[str, ...]:
        """Fields that count some of the teachers, but more than there are."""
        return _above(self, self.teachers, STAFF_PARTS)


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner of the school and what is done together."""

    name: str
    what: str
    agreement: str = ""


@dataclass(frozen=True, slots=True)
class SchoolInfo:
    """Everything that «Информационная справка» tells beside the passport data."""

    years: tuple[YearFigures, ...] = ()
    staff: Staff = Staff()
    equipment: tuple[str, ...] = ()
    """A line for each room, lab, network, vehicle."""
    transport: str = ""
    surroundings: str = ""
    """Социум: the settlement, employers, distances."""
    achievements: tuple[str, ...] = ()
    branches: str = ""
    partners: tuple[Partner, ...] = ()

    @property
    def empty(self) -> bool:
        """True where nothing was filled in yet."""
        return self == SchoolInfo()

    @property
    def newest(self) -> YearFigures | None:
        """The figures of the newest year, or None."""
        return max(self.years, key=lambda figures: figures.year, default=None)

    def of_year(self, year: int) -> YearFigures | None:
        """Return the figures of a year, or None."""
        return next((figures for figures in self.years if figures.year == year), None)

    def with_year(self, figures: YearFigures) -> "SchoolInfo":
        """Return the information with a year's figures put in, oldest first."""
        kept = [known for known in self.years if known.year != figures.year]
        ordered = sorted([*kept, figures], key=lambda known: known.year)
        return replace(self, years=tuple(ordered[-MAX_YEARS:]))


def _above(
    figures: object, whole: int | None, parts: tuple[str, ...]
) -> tuple[str, ...]:
    if whole is None:
        return ()
    return tuple(name for name in parts if (getattr(figures, name) or 0) > whole)
