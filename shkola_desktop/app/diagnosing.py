"""The self-diagnosis: start, answer, attach, complete, reopen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import Action, ActionKind
from shkola_desktop.domain.applying import form_for, variant_of
from shkola_desktop.domain.diagnosis import (
    MAX_COMMENT,
    MAX_EVIDENCE_FILE,
    MAX_EVIDENCE_TOTAL,
    Answer,
    Diagnosis,
    Evidence,
    Status,
    missing,
)
from shkola_desktop.domain.errors import (
    AnswersMissing,
    AnswersRefused,
    CommentTooLong,
    DiagnosisFrozen,
    EvidenceTooLarge,
    FileUnreadable,
    NoSchool,
    NoSuchDiagnosis,
    Problem,
    ReasonMissing,
)
from shkola_desktop.domain.form import Edition, Form, Variant
from shkola_desktop.domain.ids import (
    DiagnosisId,
    EvidenceHash,
    IndicatorCode,
    OptionId,
    VersionId,
)
from shkola_desktop.domain.school import School

PERSON = "person"
"""Setting that names the person at the computer."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one answer; ``before`` None where there was none."""

    code: IndicatorCode
    before: Answer | None
    after: Answer


def current_variant(school: School, workspace: Workspace) -> Variant:
    """Return the variant of a school in the newest edition.

    Raises:
        VariantUnknown: the edition has no form for such a school.
    """
    return variant_of(
        newest_edition(workspace), school.kind, school.programmes, ovz=school.ovz
    )


def newest_edition(workspace: Workspace) -> Edition:
    """Return the edition that a new diagnosis is made with."""
    return workspace.catalogue.edition(workspace.catalogue.codes()[0])


def start(year: int, workspace: Workspace) -> Diagnosis:
    """Begin the diagnosis of a year, or return the one already begun.

    The form pack is kept beside it, so that it stays readable for ever.

    Raises:
        NoSchool: the workspace does not know its school yet.
    """
    edition = newest_edition(workspace)
    with workspace.open_work() as work:
        school = next(iter(work.schools.list()), None)
        if school is None:
            raise NoSchool
        for known in work.diagnoses.list(school.id):
            if known.year == year:
                return known
        diagnosis = Diagnosis(
            id=DiagnosisId(workspace.new_id()),
            school=school.id,
            edition=edition.code,
            edition_hash=edition.hash,
            variant=variant_of(edition, school.kind, school.programmes, ovz=school.ovz),
            year=year,
            started_at=workspace.clock.now(),
        )
        if not work.editions.has(edition.hash):
            text = workspace.catalogue.pack_text(edition.code)
            work.editions.put(edition.hash, edition.code, text)
        work.diagnoses.put(diagnosis)
        _log(work, workspace, ActionKind.DIAGNOSIS_STARTED, diagnosis.id, new=str(year))
        work.commit()
    return diagnosis


def diagnoses_of(workspace: Workspace) -> tuple[Diagnosis, ...]:
    """Return every diagnosis of the school, newest year first."""
    with workspace.open_reading() as work:
        school = next(iter(work.schools.list()), None)
        return () if school is None else work.diagnoses.list(school.id)


def load(id: DiagnosisId, workspace: Workspace) -> Diagnosis:
    """Return a diagnosis with its answers.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
    """
    with workspace.open_reading() as work:
        return _required(work, id)


def form_of(diagnosis: Diagnosis, workspace: Workspace) -> Form:
    """Return the form that a diagnosis was made with, even after a newer pack."""
    return form_for(_edition_of(diagnosis, workspace), diagnosis.variant)


def form_for_school(school: School, workspace: Workspace) -> Form:
    """Return the form that the school would be given today."""
    return form_for(newest_edition(workspace), current_variant(school, workspace))


def answer(
    id: DiagnosisId, code: IndicatorCode, option: OptionId | None, workspace: Workspace
) -> Change:
    """Take an option, or withdraw the answer with None; comment and files stay.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
        DiagnosisFrozen: it is completed.
    """
    with workspace.open_work() as work:
        before = _open_answer(work, id, code)
        after = _next_version(before, work, workspace, option=option)
        return _keep(id, Change(code, before, after), work, workspace)


def comment(
    id: DiagnosisId, code: IndicatorCode, text: str, workspace: Workspace
) -> Change:
    """Keep the comment of an answer.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
        DiagnosisFrozen: it is completed.
        CommentTooLong: more characters than ``MAX_COMMENT``.
    """
    if len(text) > MAX_COMMENT:
        raise CommentTooLong(len(text), MAX_COMMENT)
    with workspace.open_work() as work:
        before = _open_answer(work, id, code)
        after = _next_version(before, work, workspace, comment=text)
        return _keep(id, Change(code, before, after), work, workspace)


def attach(
    id: DiagnosisId, code: IndicatorCode, path: Path, workspace: Workspace
) -> Change:
    """Keep a file as evidence of an answer, once by its hash.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
        DiagnosisFrozen: it is completed.
        FileUnreadable: the file cannot be read.
        EvidenceTooLarge: the file, or all files together, pass the limit.
    """
    content = _read(path)
    hash = EvidenceHash(sha256(content).hexdigest())
    new = Evidence(hash, _shown_name(path), len(content))
    with workspace.open_work() as work:
        _check_total(_required(work, id), new)
        before = _open_answer(work, id, code)
        had = before.evidence if before else ()
        if before is not None and new in had:
            return Change(code, before, before)
        work.evidence.put(hash, content)
        after = _next_version(before, work, workspace, evidence=(*had, new))
        return _keep(id, Change(code, before, after), work, workspace)


def detach(
    id: DiagnosisId, code: IndicatorCode, evidence: Evidence, workspace: Workspace
) -> Change:
    """Take a file away from an answer; its bytes stay, so that Undo works.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
        DiagnosisFrozen: it is completed.
    """
    with workspace.open_work() as work:
        before = _open_answer(work, id, code)
        left = tuple(e for e in (before.evidence if before else ()) if e != evidence)
        after = _next_version(before, work, workspace, evidence=left)
        return _keep(id, Change(code, before, after), work, workspace)


def revert(
    id: DiagnosisId, code: IndicatorCode, wanted: Answer | None, workspace: Workspace
) -> Change:
    """Bring an earlier state of an answer back as a new version: Undo and Redo.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
        DiagnosisFrozen: it is completed.
    """
    with workspace.open_work() as work:
        before = _open_answer(work, id, code)
        after = _next_version(
            before,
            work,
            workspace,
            option=wanted.option if wanted else None,
            comment=wanted.comment if wanted else "",
            evidence=wanted.evidence if wanted else (),
        )
        return _keep(id, Change(code, before, after), work, workspace)


def evidence_content(hash: EvidenceHash, workspace: Workspace) -> bytes | None:
    """Return the bytes of a file of evidence, or None."""
    with workspace.open_reading() as work:
        return work.evidence.get(hash)


def complete(id: DiagnosisId, workspace: Workspace) -> Diagnosis:
    """Freeze a diagnosis in which everything is answered.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
        DiagnosisFrozen: it is completed already.
        AnswersMissing: some applicable indicator has no answer.
    """
    # before the transaction: an older form is read in one of its own
    form = form_of(load(id, workspace), workspace)
    with workspace.open_work() as work:
        diagnosis = _required(work, id)
        if diagnosis.status is Status.COMPLETED:
            raise DiagnosisFrozen
        left = missing(form, diagnosis.options)
        if left:
            raise AnswersMissing(tuple(i.code for i in left))
        done = diagnosis.completed(workspace.clock.now())
        work.diagnoses.put(done)
        _log(work, workspace, ActionKind.DIAGNOSIS_COMPLETED, id)
        work.commit()
    return done


def reopen(id: DiagnosisId, reason: str, workspace: Workspace) -> Diagnosis:
    """Make a completed diagnosis a draft again; the reason goes into the log.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
        ReasonMissing: the reason is empty.
    """
    if not reason.strip():
        raise ReasonMissing
    with workspace.open_work() as work:
        draft = _required(work, id).reopened()
        work.diagnoses.put(draft)
        _log(work, workspace, ActionKind.DIAGNOSIS_REOPENED, id, reason=reason.strip())
        work.commit()
    return draft


def check_options(
    edition: Edition, options: Mapping[str, str]
) -> Mapping[IndicatorCode, OptionId]:
    """Check answers from outside against an edition.

    Raises:
        AnswersRefused: every unknown indicator and option, by rule and place.
    """
    known = {indicator.code: indicator for indicator in edition.indicators}
    problems: list[Problem] = []
    for code, option in options.items():
        indicator = known.get(IndicatorCode(code))
        if indicator is None:
            problems.append(Problem("", code, "indicator-unknown", code, ""))
        elif indicator.option(OptionId(option)) is None:
            choice = ", ".join(o.id for o in indicator.options)
            problems.append(Problem("", code, "option-unknown", option, choice))
    if problems:
        raise AnswersRefused(tuple(problems))
    return {IndicatorCode(c): OptionId(o) for c, o in options.items()}


def _edition_of(diagnosis: Diagnosis, workspace: Workspace) -> Edition:
    if diagnosis.edition in workspace.catalogue.codes():
        shipped = workspace.catalogue.edition(diagnosis.edition)
        if shipped.hash == diagnosis.edition_hash:
            return shipped
    with workspace.open_reading() as work:
        text = work.editions.get(diagnosis.edition_hash)
    if text is None:
        return workspace.catalogue.edition(diagnosis.edition)
    return workspace.catalogue.from_pack(text)


def _required(work: UnitOfWork, id: DiagnosisId) -> Diagnosis:
    diagnosis = work.diagnoses.get(id)
    if diagnosis is None:
        raise NoSuchDiagnosis(id)
    return diagnosis


def _open_answer(
    work: UnitOfWork, id: DiagnosisId, code: IndicatorCode
) -> Answer | None:
    status = work.diagnoses.status(id)
    if status is None:
        raise NoSuchDiagnosis(id)
    if status is Status.COMPLETED:
        raise DiagnosisFrozen
    return work.diagnoses.answer(id, code)


def _next_version(
    before: Answer | None, work: UnitOfWork, workspace: Workspace, **changed: object
) -> Answer:
    version = VersionId(workspace.new_id())
    now = workspace.clock.now()
    who = work.settings.get(PERSON) or ""
    start = before or Answer(None, version, now)
    return replace(
        start,
        version=version,
        changed_at=now,
        changed_by=who,
        base=before.version if before else None,
        **changed,  # pyright: ignore[reportArgumentType]  # fields of Answer
    )


def _keep(
    id: DiagnosisId, change: Change, work: UnitOfWork, workspace: Workspace
) -> Change:
    work.diagnoses.put_answer(id, change.code, change.after)
    _log(
        work,
        workspace,
        ActionKind.ANSWER_CHANGED,
        change.code,
        old=_in_words(change.before),
        new=_in_words(change.after),
    )
    work.commit()
    return change


def _in_words(given: Answer | None) -> str:
    if given is None:
        return ""
    marks = [given.option or "-"]
    if given.comment:
        marks.append(given.comment)
    marks.extend(evidence.name for evidence in given.evidence)
    return "; ".join(marks)


def _log(
    work: UnitOfWork,
    workspace: Workspace,
    kind: ActionKind,
    subject: str,
    **words: str,
) -> None:
    who = work.settings.get(PERSON) or ""
    work.actions.add(Action(workspace.clock.now(), who, kind, subject, **words))


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_EVIDENCE_FILE:
            raise EvidenceTooLarge(path.name, size, MAX_EVIDENCE_FILE)
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadable(path) from error


def _shown_name(path: Path) -> str:
    # a name from an old disk may hold bytes that are no text
    return path.name.encode("utf-8", "replace").decode("utf-8")


def _check_total(diagnosis: Diagnosis, new: Evidence) -> None:
    kept = {e.hash: e.size for a in diagnosis.answers.values() for e in a.evidence}
    total = sum({**kept, new.hash: new.size}.values())
    if total > MAX_EVIDENCE_TOTAL:
        raise EvidenceTooLarge(new.name, total, MAX_EVIDENCE_TOTAL)
