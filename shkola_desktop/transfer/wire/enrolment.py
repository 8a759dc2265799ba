"""``enrolment``: an office introduces itself and names whom it enrols."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from msgspec import Meta

from shkola_desktop.domain.contents import Enrolment
from shkola_desktop.domain.package import PublicKeys
from shkola_desktop.transfer import layout
from shkola_desktop.transfer.wire.inside import Inside
from shkola_desktop.transfer.wire.places import (
    OfficeWire,
    SchoolWire,
    office_from_wire,
    office_to_wire,
    school_from_wire,
    school_to_wire,
)
from shkola_desktop.transfer.wire.terms import KeysWire, PackId, Top

MaybeAgeKey = Annotated[str, Meta(pattern="^(age1[0-9a-z]{20,100})?$")]


class EnrolmentContent(Top, kw_only=True):
    """content.json of the kind ``enrolment``; the sender's keys stand on top."""

    pack: PackId
    office: OfficeWire
    recovery: MaybeAgeKey
    school: SchoolWire | None
    enrolled: OfficeWire | None


def to_wire(content: Enrolment, top: Mapping[str, Any]) -> EnrolmentContent:
    """Put the content into its shape; the school lies in the sender's region."""
    school, region = content.school, content.sender.region
    keys: Any = KeysWire(content.keys.age, content.keys.minisign)
    own = {**top, "keys": keys}
    return EnrolmentContent(
        **own,
        pack=content.pack_id,
        office=office_to_wire(content.sender),
        recovery=content.recovery,
        school=school and school_to_wire(school, region),
        enrolled=content.office and office_to_wire(content.office),
    )


def members(content: Enrolment) -> dict[str, bytes]:
    """Return the files beside content.json."""
    return {layout.form_member(content.pack_id): content.pack_text.encode()}


def expected(wire: EnrolmentContent) -> dict[str, str]:
    """Return the names of these files."""
    return {layout.form_member(wire.pack): ""}


def faults(wire: EnrolmentContent) -> Iterator[tuple[str, str]]:
    """Yield place and what is wrong of everything that contradicts itself."""
    if wire.office.code != wire.sender:
        yield "office.code", wire.office.code
    if (wire.school is None) == (wire.enrolled is None):
        yield "school", "" if wire.school is None else wire.school.address.code
    elif wire.school is not None and wire.school.address.code != wire.receiver:
        yield "school.address.code", wire.school.address.code
    elif wire.enrolled is not None and wire.enrolled.code != wire.receiver:
        yield "enrolled.code", wire.enrolled.code


def from_wire(wire: EnrolmentContent, inside: Inside) -> Enrolment:
    """Return the content."""
    return Enrolment(
        sender=office_from_wire(wire.office),
        keys=PublicKeys(wire.keys.age, wire.keys.minisign),
        recovery=wire.recovery,
        school=wire.school and school_from_wire(wire.school),
        office=wire.enrolled and office_from_wire(wire.enrolled),
        pack_id=wire.pack,
        pack_text=inside.text(layout.form_member(wire.pack)),
    )
