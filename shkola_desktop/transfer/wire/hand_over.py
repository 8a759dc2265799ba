"""``diagnosis``: what a school hands over."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from msgspec import Meta

from shkola_desktop.domain.contents import MAX_ACTIONS
from shkola_desktop.domain.ids import EvidenceHash
from shkola_desktop.domain.package import HandOver
from shkola_desktop.transfer import layout
from shkola_desktop.transfer.wire.answers import (
    ActionWire,
    DiagnosisWire,
    action_to_wire,
    actions_from_wire,
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
from shkola_desktop.transfer.wire.plan import (
    ProgrammeWire,
    programme_faults,
    programme_from_wire,
    programme_to_wire,
)
from shkola_desktop.transfer.wire.remarks import (
    Entries,
    entries_from_wire,
    entry_faults,
    entry_to_wire,
)
from shkola_desktop.transfer.wire.terms import PackId, Short, Top


class DiagnosisContent(Top, kw_only=True):
    """content.json of the kind ``diagnosis``."""

    program_version: Short
    pack: PackId
    school: SchoolWire
    diagnosis: DiagnosisWire
    programme: ProgrammeWire | None
    actions: Annotated[tuple[ActionWire, ...], Meta(max_length=MAX_ACTIONS)]
    entries: Entries


def to_wire(content: HandOver, top: Mapping[str, Any]) -> DiagnosisContent:
    """Put the content into its shape; every entry is about the school itself."""
    school = school_to_wire(content.school)
    programme = content.programme
    return DiagnosisContent(
        **top,
        program_version=content.program_version,
        pack=content.pack_id,
        school=school,
        diagnosis=diagnosis_to_wire(content.diagnosis),
        programme=programme and programme_to_wire(programme),
        actions=tuple(action_to_wire(action) for action in content.actions),
        entries=tuple(entry_to_wire(e, school.address) for e in content.entries),
    )


def members(content: HandOver) -> dict[str, bytes]:
    """Return the files beside content.json."""
    files = {layout.ATTACHMENTS + hash: d for hash, d in content.evidence.items()}
    return {**files, layout.form_member(content.pack_id): content.pack_text.encode()}


def expected(wire: DiagnosisContent) -> dict[str, str]:
    """Return the names of these files with their hashes, empty where none is told."""
    files = {layout.ATTACHMENTS + hash: hash for hash in evidence_of(wire.diagnosis)}
    return {**files, layout.form_member(wire.pack): ""}


def faults(wire: DiagnosisContent) -> Iterator[tuple[str, str]]:
    """Yield place and what is wrong of everything that contradicts itself."""
    yield from diagnosis_faults(wire.diagnosis)
    yield from entry_faults(wire.entries)
    for entry in wire.entries:
        if entry.school != wire.school.address:
            yield f"entries[{entry.id}].school", entry.school.code
    if wire.programme is not None:
        yield from programme_faults(wire.programme)


def from_wire(wire: DiagnosisContent, inside: Inside) -> HandOver:
    """Return the content; its school bears the key of an office."""
    school = school_from_wire(wire.school)
    programme = wire.programme
    return HandOver(
        school=school,
        diagnosis=diagnosis_from_wire(wire.diagnosis, school.id),
        programme=programme and programme_from_wire(programme, school.id),
        actions=actions_from_wire(wire.actions),
        evidence=inside.under(layout.ATTACHMENTS, EvidenceHash),
        pack_id=wire.pack,
        pack_text=inside.text(layout.form_member(wire.pack)),
        program_version=wire.program_version,
        entries=entries_from_wire(wire.entries, school.id),
    )
