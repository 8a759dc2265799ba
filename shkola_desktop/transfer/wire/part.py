"""``part``: chosen directions on their way between colleagues of one school."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from shkola_desktop.domain.contents import Part
from shkola_desktop.domain.ids import DirectionCode, EvidenceHash, PackageId
from shkola_desktop.transfer import layout
from shkola_desktop.transfer.wire.answers import (
    DiagnosisWire,
    diagnosis_faults,
    diagnosis_from_wire,
    diagnosis_to_wire,
    evidence_of,
)
from shkola_desktop.transfer.wire.inside import Inside
from shkola_desktop.transfer.wire.places import (
    SchoolWire,
    school_from_wire,
    school_to_wire,
)
from shkola_desktop.transfer.wire.terms import Id, Keys, Line, PackId, Prose, Top


class PartContent(Top, kw_only=True):
    """content.json of the kind ``part``."""

    pack: PackId
    school: SchoolWire
    diagnosis: DiagnosisWire
    directions: Keys
    given_to: Line
    note: Prose
    returned: bool
    part: Id | None = None
    """None in the first parts: the package itself was the part."""
    given_by: Line = ""
    due: date | None = None


def to_wire(content: Part, top: Mapping[str, Any]) -> PartContent:
    """Put the content into its shape."""
    return PartContent(
        **top,
        pack=content.pack_id,
        school=school_to_wire(content.school),
        diagnosis=diagnosis_to_wire(content.diagnosis),
        directions=content.directions,
        part=content.id,
        given_to=content.given_to,
        given_by=content.given_by,
        note=content.note,
        due=content.due,
        returned=content.returned,
    )


def members(content: Part) -> dict[str, bytes]:
    """Return the files beside content.json."""
    files = {layout.ATTACHMENTS + hash: d for hash, d in content.evidence.items()}
    return {**files, layout.form_member(content.pack_id): content.pack_text.encode()}


def expected(wire: PartContent) -> dict[str, str]:
    """Return the names of these files with their hashes, empty where none is told."""
    files = {layout.ATTACHMENTS + hash: hash for hash in evidence_of(wire.diagnosis)}
    return {**files, layout.form_member(wire.pack): ""}


def faults(wire: PartContent) -> Iterator[tuple[str, str]]:
    """Yield place and what is wrong of everything that contradicts itself."""
    yield from diagnosis_faults(wire.diagnosis)


def from_wire(wire: PartContent, inside: Inside) -> Part:
    """Return the content; its school bears the key of an office."""
    school = school_from_wire(wire.school)
    return Part(
        school=school,
        diagnosis=diagnosis_from_wire(wire.diagnosis, school.id),
        directions=tuple(DirectionCode(code) for code in wire.directions),
        evidence=inside.under(layout.ATTACHMENTS, EvidenceHash),
        pack_id=wire.pack,
        pack_text=inside.text(layout.form_member(wire.pack)),
        given_to=wire.given_to,
        id=PackageId(wire.part or wire.package),
        given_by=wire.given_by,
        note=wire.note,
        due=wire.due,
        returned=wire.returned,
    )
