"""Who a workspace belongs to: a school, a district office or the region's operator."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shkola_desktop.domain.ids import SchoolId

KEY_SEPARATOR = "/"


class Role(StrEnum):
    """What a workspace is for; chosen at first start and never changed."""

    SCHOOL = "school"
    DISTRICT = "district"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class Office:
    """Управление образования of a district, or the operator of a region.

    ``region`` is the code of the region it lies in (its own code for a region).
    """

    code: str
    """Registry code; Latin letters, digits, hyphens."""
    name: str
    role: Role
    region: str
    region_name: str = ""
    head: str = ""
    """Name of its head as in «И. О. Фамилия»."""
    head_position: str = ""
    term: date | None = None
    """The day by which its schools hand in this year."""


def school_key(region: str, district: str, code: str) -> SchoolId:
    """Return the key of a school in the database of an office.

    It begins with region and district, so that a database spread over many servers
    keeps the rows of a district together.
    """
    return SchoolId(KEY_SEPARATOR.join((region, district, code)))
