"""The shape of content.json: what travels inside the encryption."""

from typing import Annotated

import msgspec

from shkola_desktop.domain.actions import Action
from shkola_desktop.domain.diagnosis import Answer, Diagnosis
from shkola_desktop.domain.package import HandOver, Header
from shkola_desktop.domain.programme import Programme
from shkola_desktop.domain.school import School

Sha256 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
Size = Annotated[int, msgspec.Meta(ge=0)]
Number = Annotated[int, msgspec.Meta(ge=1)]
Short = Annotated[str, msgspec.Meta(max_length=200)]
Line = Annotated[str, msgspec.Meta(max_length=2_000)]
Prose = Annotated[str, msgspec.Meta(max_length=20_000)]


class Wire(msgspec.Struct, forbid_unknown_fields=True):
    """Every part of content.json; unknown keys are refused."""


class SchoolWire(Wire):
    """The school's passport data."""

    id: Short
    code: Short
    full_name: Line
    short_name: Line
    district: Line
    district_code: Short
    kind: Short
    programmes: list[Short]
    ovz: bool
    pupils: int | None
    class_sets: int | None
    teachers: int | None
    region: Line
    founder: Line
    settlement: Line
    address: Line
    site: Line
    director: Line


class EvidenceWire(Wire):
    """A file of evidence; its bytes lie under attachments/<sha256>."""

    sha256: Sha256
    name: Line
    size: Size


class AnswerWire(Wire):
    """An answer with the version it was made from."""

    indicator: Short
    option: Short | None
    comment: Prose
    version: Short
    base: Short | None
    changed_at: Short
    changed_by: Line
    evidence: list[EvidenceWire]


class DiagnosisWire(Wire):
    """A self-diagnosis with every answer."""

    id: Short
    school: Short
    edition: Short
    edition_hash: Sha256
    kind: Short
    programmes: list[Short]
    ovz: bool
    year: int
    status: Short
    started_at: Short
    completed_at: Short | None
    answers: list[AnswerWire]


class ActionWire(Wire):
    """An entry of the action log."""

    at: Short
    who: Line
    kind: Short
    subject: Line
    old: Prose
    new: Prose
    reason: Prose


class DiagnosisContent(Wire):
    """content.json of the kind ``diagnosis``."""

    format: Number
    package: Short
    sender: Short
    receiver: Short
    sequence: Number
    program_version: Short
    form: Short
    school: SchoolWire
    diagnosis: DiagnosisWire
    programme: Programme | None
    actions: list[ActionWire]


def content_of(header: Header, hand_over: HandOver) -> bytes:
    """Return content.json: sorted keys, UTF-8, the same bytes every time."""
    content = DiagnosisContent(
        format=1,
        package=header.id,
        sender=header.sender,
        receiver=header.receiver,
        sequence=header.sequence,
        program_version=hand_over.program_version,
        form=hand_over.pack_id,
        school=_school(hand_over.school),
        diagnosis=_diagnosis(hand_over.diagnosis),
        programme=hand_over.programme,
        actions=[_action(action) for action in hand_over.actions],
    )
    return msgspec.json.encode(content, order="sorted", enc_hook=_plain)


def content_from(data: bytes) -> DiagnosisContent:
    """Read content.json.

    Raises:
        msgspec.DecodeError: it is not of this shape.
    """
    return msgspec.json.decode(data, type=DiagnosisContent)


def schema_of() -> bytes:
    """Return the JSON Schema of the kind ``diagnosis``, as it is shipped."""
    schema = msgspec.json.schema(DiagnosisContent)
    return msgspec.json.format(msgspec.json.encode(schema, order="sorted")) + b"\n"


def _plain(value: object) -> object:
    # Mapping fields of frozen values hold a read-only view
    return dict(value)  # pyright: ignore[reportArgumentType, reportUnknownVariableType, reportCallIssue]


def _school(school: School) -> SchoolWire:
    return msgspec.convert(school, SchoolWire, from_attributes=True)


def _diagnosis(diagnosis: Diagnosis) -> DiagnosisWire:
    completed = diagnosis.completed_at
    return DiagnosisWire(
        id=diagnosis.id,
        school=diagnosis.school,
        edition=diagnosis.edition,
        edition_hash=diagnosis.edition_hash,
        kind=diagnosis.variant.kind,
        programmes=list(diagnosis.variant.programmes),
        ovz=diagnosis.variant.ovz,
        year=diagnosis.year,
        status=diagnosis.status.value,
        started_at=diagnosis.started_at.isoformat(),
        completed_at=completed.isoformat() if completed else None,
        answers=[_answer(code, diagnosis.answers[code]) for code in diagnosis.answers],
    )


def _answer(code: str, answer: Answer) -> AnswerWire:
    return AnswerWire(
        indicator=code,
        option=answer.option,
        comment=answer.comment,
        version=answer.version,
        base=answer.base,
        changed_at=answer.changed_at.isoformat(),
        changed_by=answer.changed_by,
        evidence=[EvidenceWire(e.hash, e.name, e.size) for e in answer.evidence],
    )


def _action(action: Action) -> ActionWire:
    return ActionWire(
        at=action.at.isoformat(),
        who=action.who,
        kind=action.kind.value,
        subject=action.subject,
        old=action.old,
        new=action.new,
        reason=action.reason,
    )
