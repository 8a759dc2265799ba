"""The answers of a self-diagnosis: take, comment, bring back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from shkola_desktop.app.logbook import log, who
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.diagnosis import MAX_COMMENT, Answer, Status
from shkola_desktop.domain.errors import (
    AnswersRefused,
    CommentTooLong,
    DiagnosisFrozen,
    NoSuchDiagnosis,
    Problem,
)
from shkola_desktop.domain.form import Edition
from shkola_desktop.domain.ids import DiagnosisId, IndicatorCode, OptionId, VersionId


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one answer; ``before`` None where there was none."""

    code: IndicatorCode
    before: Answer | None
    after: Answer


@dataclass(frozen=True, slots=True)
class Batch:
    """Changes of many answers that were made, and are undone, at once."""

    changes: tuple[Change, ...]


def answer(
    id: DiagnosisId, code: IndicatorCode, option: OptionId | None, workspace: Workspace
) -> Change:
    """Take an option, or withdraw the answer with None; comment and files stay.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
        DiagnosisFrozen: it is completed.
    """
    with workspace.open_work() as work:
        before = open_answer(work, id, code)
        after = next_version(before, work, workspace, option=option)
        return keep(id, Change(code, before, after), work, workspace)


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
        before = open_answer(work, id, code)
        after = next_version(before, work, workspace, comment=text)
        return keep(id, Change(code, before, after), work, workspace)


def revert(
    id: DiagnosisId, code: IndicatorCode, wanted: Answer | None, workspace: Workspace
) -> Change:
    """Bring an earlier state of an answer back as a new version: Undo and Redo.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
        DiagnosisFrozen: it is completed.
    """
    return revert_all(id, {code: wanted}, workspace).changes[0]


def revert_all(
    id: DiagnosisId, wanted: Mapping[IndicatorCode, Answer | None], workspace: Workspace
) -> Batch:
    """Bring earlier states of many answers back at once, all or none.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
        DiagnosisFrozen: it is completed.
    """
    with workspace.open_work() as work:
        fields = {
            code: {
                "option": known.option if known else None,
                "comment": known.comment if known else "",
                "evidence": known.evidence if known else (),
            }
            for code, known in wanted.items()
        }
        batch = change_all(id, fields, "", work, workspace)
        work.commit()
    return batch


def change_all(
    id: DiagnosisId,
    fields: Mapping[IndicatorCode, Mapping[str, object]],
    reason: str,
    work: UnitOfWork,
    workspace: Workspace,
) -> Batch:
    """Change fields of many answers inside a transaction; each is logged.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
        DiagnosisFrozen: it is completed.
    """
    made: list[Change] = []
    for code, changed in fields.items():
        before = open_answer(work, id, code)
        after = next_version(before, work, workspace, **changed)
        made.append(Change(code, before, after))
        _put(id, made[-1], reason, work, workspace)
    return Batch(tuple(made))


def open_answer(
    work: UnitOfWork, id: DiagnosisId, code: IndicatorCode
) -> Answer | None:
    """Return an answer that may be changed, or None where there is none yet.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
        DiagnosisFrozen: it is completed.
    """
    status = work.diagnoses.status(id)
    if status is None:
        raise NoSuchDiagnosis(id)
    if status is Status.COMPLETED:
        raise DiagnosisFrozen
    return work.diagnoses.answer(id, code)


def next_version(
    before: Answer | None, work: UnitOfWork, workspace: Workspace, **changed: object
) -> Answer:
    """Return the answer with changed fields, as a version after ``before``."""
    version = VersionId(workspace.new_id())
    now = workspace.clock.now()
    start = before or Answer(None, version, now)
    return replace(
        start,
        version=version,
        changed_at=now,
        changed_by=who(work),
        base=before.version if before else None,
        **changed,  # pyright: ignore[reportArgumentType]  # fields of Answer
    )


def keep(
    id: DiagnosisId, change: Change, work: UnitOfWork, workspace: Workspace
) -> Change:
    """Keep a changed answer, write it down and commit."""
    _put(id, change, "", work, workspace)
    work.commit()
    return change


def _put(
    id: DiagnosisId,
    change: Change,
    reason: str,
    work: UnitOfWork,
    workspace: Workspace,
) -> None:
    work.diagnoses.put_answer(id, change.code, change.after)
    log(
        work,
        workspace,
        ActionKind.ANSWER_CHANGED,
        change.code,
        old=in_words(change.before),
        new=in_words(change.after),
        reason=reason,
    )


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


def in_words(given: Answer | None) -> str:
    """Return an answer as the action log tells it."""
    if given is None:
        return ""
    marks = [given.option or "-"]
    if given.comment:
        marks.append(given.comment)
    marks.extend(evidence.name for evidence in given.evidence)
    return "; ".join(marks)
