"""Schools and offices as they travel: named by registry codes."""

from datetime import date

import msgspec

from shkola_desktop.domain.addressing import (
    SchoolAddress,
    address_of,
    address_of_school,
)
from shkola_desktop.domain.ids import SchoolId
from shkola_desktop.domain.office import Office, Role
from shkola_desktop.domain.school import School
from shkola_desktop.transfer.wire.terms import (
    Code,
    Key,
    Keys,
    Line,
    MaybeCode,
    People,
    Wire,
)


class AddressWire(Wire):
    """A school by its codes; ``region`` is empty where the sender knows none."""

    region: MaybeCode
    district: MaybeCode
    code: Code


class SchoolWire(Wire):
    """The school's passport data."""

    address: AddressWire
    full_name: Line
    short_name: Line
    district: Line
    kind: Key
    programmes: Keys
    ovz: bool
    pupils: People | None
    class_sets: People | None
    teachers: People | None
    region: Line
    founder: Line
    settlement: Line
    postal: Line
    site: Line
    director: Line


class OfficeWire(Wire):
    """A district office or a region's operator."""

    code: Code
    name: Line
    role: Role
    region: MaybeCode
    region_name: Line
    head: Line
    head_position: Line
    term: date | None


def address_to_wire(id: SchoolId) -> AddressWire:
    """Name a school of an office's database.

    Raises:
        ValueError: it is the local id of a school's own workspace.
    """
    found = address_of(id)
    if found is None:
        raise ValueError(id)
    return AddressWire(found.region, found.district, found.code)


def key_from_wire(address: AddressWire) -> SchoolId:
    """Return the key that an office keeps the school under."""
    return SchoolAddress(address.region, address.district, address.code).key


def school_to_wire(school: School, region: str = "") -> SchoolWire:
    """Put a school into its travelling shape; ``region`` where its id tells none."""
    address = address_of_school(school).within(region)
    return SchoolWire(
        address=AddressWire(address.region, address.district, address.code),
        full_name=school.full_name,
        short_name=school.short_name,
        district=school.district,
        kind=school.kind,
        programmes=school.programmes,
        ovz=school.ovz,
        pupils=school.pupils,
        class_sets=school.class_sets,
        teachers=school.teachers,
        region=school.region,
        founder=school.founder,
        settlement=school.settlement,
        postal=school.address,
        site=school.site,
        director=school.director,
    )


def school_from_wire(wire: SchoolWire) -> School:
    """Return the school, under the key of an office."""
    values = msgspec.structs.asdict(wire)
    address: AddressWire = values.pop("address")
    postal: str = values.pop("postal")
    return School(
        id=key_from_wire(address),
        code=address.code,
        district_code=address.district,
        address=postal,
        **values,
    )


def office_to_wire(office: Office) -> OfficeWire:
    """Put an office into its travelling shape."""
    return OfficeWire(
        code=office.code,
        name=office.name,
        role=office.role,
        region=office.region,
        region_name=office.region_name,
        head=office.head,
        head_position=office.head_position,
        term=office.term,
    )


def office_from_wire(wire: OfficeWire) -> Office:
    """Return the office."""
    return msgspec.convert(wire, Office, from_attributes=True)
