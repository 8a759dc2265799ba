"""How schools are named in what travels: by registry codes, never by local ids.

A workspace of a school keeps its school under an id of its own, an office under
``school_key``. A package carries region, district and school codes; whoever opens it
gets ``school_key`` of these codes in every ``school`` of the content, which is what
an office keeps already. A school puts its own id back with ``readdressed``; the
writer does the other way by itself (``transfer.wire``).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from shkola_desktop.domain.contents import (
    Bundle,
    Content,
    Enrolment,
    Part,
    Review,
    SchoolStanding,
)
from shkola_desktop.domain.ids import SchoolId
from shkola_desktop.domain.office import KEY_SEPARATOR, school_key
from shkola_desktop.domain.package import HandOver
from shkola_desktop.domain.review import Decision, Entry
from shkola_desktop.domain.school import School

KEY_PARTS = 3

Readdress = Callable[[SchoolId], SchoolId]


@dataclass(frozen=True, slots=True)
class SchoolAddress:
    """Registry codes of a school; ``region`` is empty where the writer knows none."""

    region: str
    district: str
    code: str

    @property
    def key(self) -> SchoolId:
        """The key that these codes give in the database of an office."""
        return school_key(self.region, self.district, self.code)

    def within(self, region: str) -> "SchoolAddress":
        """Return the address with the region filled in where it was empty."""
        return self if self.region else replace(self, region=region)

    def same_as(self, other: "SchoolAddress") -> bool:
        """Tell whether both mean one school; an unknown region fits every region."""
        regions = {self.region, other.region} - {""}
        return len(regions) <= 1 and (self.district, self.code) == (
            other.district,
            other.code,
        )


def address_of(id: SchoolId) -> SchoolAddress | None:
    """Return the codes that a key is made of; None for a local id."""
    parts = id.split(KEY_SEPARATOR)
    return SchoolAddress(*parts) if len(parts) == KEY_PARTS else None


def address_of_school(school: School) -> SchoolAddress:
    """Return the codes of a school, whatever its id is."""
    known = address_of(school.id)
    region = known.region if known else ""
    return SchoolAddress(region, school.district_code, school.code)


def readdressed(content: Content, change: Readdress) -> Content:
    """Return the content with every id of a school changed."""
    match content:
        case HandOver():
            programme = content.programme
            return replace(
                content,
                school=_school(content.school, change),
                diagnosis=replace(
                    content.diagnosis, school=change(content.diagnosis.school)
                ),
                programme=programme
                and replace(programme, school=change(programme.school)),
                entries=_entries(content.entries, change),
            )
        case Part():
            diagnosis = content.diagnosis
            return replace(
                content,
                school=_school(content.school, change),
                diagnosis=replace(diagnosis, school=change(diagnosis.school)),
            )
        case Enrolment():
            school = content.school
            return replace(content, school=school and _school(school, change))
        case Review():
            return replace(
                content,
                decisions=_decisions(content.decisions, change),
                entries=_entries(content.entries, change),
            )
        case Bundle():
            return replace(
                content,
                standings=tuple(_standing(s, change) for s in content.standings),
                decisions=_decisions(content.decisions, change),
                entries=_entries(content.entries, change),
            )
        case _:
            return content


def _school(school: School, change: Readdress) -> School:
    return replace(school, id=change(school.id))


def _standing(standing: SchoolStanding, change: Readdress) -> SchoolStanding:
    return replace(standing, school=_school(standing.school, change))


def _entries(entries: Iterable[Entry], change: Readdress) -> tuple[Entry, ...]:
    return tuple(replace(entry, school=change(entry.school)) for entry in entries)


def _decisions(
    decisions: Iterable[Decision], change: Readdress
) -> tuple[Decision, ...]:
    return tuple(replace(one, school=change(one.school)) for one in decisions)
