"""A diagnosis with its answers, and the action log."""

from collections import Counter
from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Annotated

from msgspec import Meta

from shkola_desktop.domain.actions import Action, ActionKind
from shkola_desktop.domain.diagnosis import Answer, Diagnosis, Evidence, Status
from shkola_desktop.domain.form import Variant
from shkola_desktop.domain.ids import (
    DiagnosisId,
    EditionCode,
    EvidenceHash,
    IndicatorCode,
    KindCode,
    OptionId,
    ProgrammeCode,
    SchoolId,
    VersionId,
)
from shkola_desktop.transfer.wire.terms import (
    MAX_ANSWERS,
    MAX_FILES,
    Id,
    Key,
    Keys,
    Line,
    Moment,
    Prose,
    Sha256,
    Short,
    Size,
    Wire,
    Year,
)


class EvidenceWire(Wire):
    """A file of evidence; its bytes lie under attachments/<sha256>."""

    sha256: Sha256
    name: Line
    size: Size


class AnswerWire(Wire):
    """An answer with the version it was made from."""

    indicator: Key
    option: Key | None
    comment: Prose
    version: Id
    base: Id | None
    changed_at: Moment
    changed_by: Line
    evidence: Annotated[tuple[EvidenceWire, ...], Meta(max_length=MAX_FILES)]


class DiagnosisWire(Wire):
    """A self-diagnosis; of which school says the content around it."""

    id: Id
    edition: Key
    edition_hash: Sha256
    kind: Key
    programmes: Keys
    ovz: bool
    year: Year
    status: Status
    started_at: Moment
    completed_at: Moment | None
    answers: Annotated[tuple[AnswerWire, ...], Meta(max_length=MAX_ANSWERS)]


class ActionWire(Wire):
    """An entry of the action log; its kind is open for those of later versions."""

    at: Moment
    who: Line
    kind: Short
    subject: Line
    old: Prose
    new: Prose
    reason: Prose


def diagnosis_to_wire(diagnosis: Diagnosis) -> DiagnosisWire:
    """Put a diagnosis into its travelling shape."""
    return DiagnosisWire(
        id=diagnosis.id,
        edition=diagnosis.edition,
        edition_hash=diagnosis.edition_hash,
        kind=diagnosis.variant.kind,
        programmes=diagnosis.variant.programmes,
        ovz=diagnosis.variant.ovz,
        year=diagnosis.year,
        status=diagnosis.status,
        started_at=diagnosis.started_at,
        completed_at=diagnosis.completed_at,
        answers=tuple(_answer(c, diagnosis.answers[c]) for c in diagnosis.answers),
    )


def diagnosis_from_wire(wire: DiagnosisWire, school: SchoolId) -> Diagnosis:
    """Return the diagnosis of a school."""
    programmes = tuple(ProgrammeCode(code) for code in wire.programmes)
    return Diagnosis(
        id=DiagnosisId(wire.id),
        school=school,
        edition=EditionCode(wire.edition),
        edition_hash=wire.edition_hash,
        variant=Variant(KindCode(wire.kind), programmes, wire.ovz),
        year=wire.year,
        started_at=wire.started_at,
        status=wire.status,
        completed_at=wire.completed_at,
        answers=MappingProxyType(
            {IndicatorCode(a.indicator): _answer_from(a) for a in wire.answers}
        ),
    )


def diagnosis_faults(wire: DiagnosisWire) -> Iterator[tuple[str, str]]:
    """Yield place and what is wrong of everything that contradicts itself."""
    if (wire.status is Status.COMPLETED) != (wire.completed_at is not None):
        yield "diagnosis.completed_at", wire.status.value
    codes = Counter(answer.indicator for answer in wire.answers)
    yield from (("diagnosis.answers", c) for c, count in codes.items() if count > 1)


def evidence_of(wire: DiagnosisWire) -> set[str]:
    """Return the hashes of all files that the answers name."""
    return {file.sha256 for answer in wire.answers for file in answer.evidence}


def action_to_wire(action: Action) -> ActionWire:
    """Put an entry of the log into its travelling shape."""
    return ActionWire(
        at=action.at,
        who=action.who,
        kind=action.kind.value,
        subject=action.subject,
        old=action.old,
        new=action.new,
        reason=action.reason,
    )


def actions_from_wire(wires: Iterable[ActionWire]) -> tuple[Action, ...]:
    """Return the log; entries whose kind only a later version knows are left out."""
    known = {kind.value for kind in ActionKind}
    return tuple(
        Action(w.at, w.who, ActionKind(w.kind), w.subject, w.old, w.new, w.reason)
        for w in wires
        if w.kind in known
    )


def _answer(code: IndicatorCode, answer: Answer) -> AnswerWire:
    return AnswerWire(
        indicator=code,
        option=answer.option,
        comment=answer.comment,
        version=answer.version,
        base=answer.base,
        changed_at=answer.changed_at,
        changed_by=answer.changed_by,
        evidence=tuple(EvidenceWire(e.hash, e.name, e.size) for e in answer.evidence),
    )


def _answer_from(wire: AnswerWire) -> Answer:
    return Answer(
        option=None if wire.option is None else OptionId(wire.option),
        version=VersionId(wire.version),
        changed_at=wire.changed_at,
        changed_by=wire.changed_by,
        comment=wire.comment,
        evidence=tuple(
            Evidence(EvidenceHash(e.sha256), e.name, e.size) for e in wire.evidence
        ),
        base=None if wire.base is None else VersionId(wire.base),
    )
