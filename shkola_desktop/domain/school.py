"""A school as its own workspace knows it: passport data and people."""

from dataclasses import dataclass

from shkola_desktop.domain.ids import KindCode, PersonId, ProgrammeCode, SchoolId

SMALL_SCHOOL_PUPILS = 100
"""Pupils up to which rural variants of measures come first (our own line)."""


@dataclass(frozen=True, slots=True)
class School:
    """Школа: what stands on the title page and decides the variant."""

    id: SchoolId
    code: str
    """Registry code given by the district; Latin letters, digits, hyphens."""
    full_name: str
    """As in the charter (Устав)."""
    short_name: str
    district: str
    district_code: str
    kind: KindCode
    programmes: tuple[ProgrammeCode, ...]
    ovz: bool
    pupils: int | None = None
    class_sets: int | None = None
    teachers: int | None = None
    region: str = ""
    founder: str = ""
    settlement: str = ""
    address: str = ""
    site: str = ""
    director: str = ""
    """Name as in «И. О. Фамилия»."""

    @property
    def small(self) -> bool:
        """True where rural variants of measures come first."""
        return self.pupils is not None and self.pupils <= SMALL_SCHOOL_PUPILS


@dataclass(frozen=True, slots=True)
class Person:
    """A member of the staff who works on the diagnosis or the programme."""

    id: PersonId
    name: str
    position: str
