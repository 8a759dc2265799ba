"""Информация о школе: filled once, used again next year."""

from dataclasses import dataclass, replace

MAX_YEARS = 10
"""Years of figures kept: a programme shows three, dynamics a few more."""


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

    def of_year(self, year: int) -> YearFigures | None:
        """Return the figures of a year, or None."""
        return next((figures for figures in self.years if figures.year == year), None)

    def with_year(self, figures: YearFigures) -> "SchoolInfo":
        """Return the information with a year's figures put in, oldest first."""
        kept = [known for known in self.years if known.year != figures.year]
        ordered = sorted([*kept, figures], key=lambda known: known.year)
        return replace(self, years=tuple(ordered[-MAX_YEARS:]))
