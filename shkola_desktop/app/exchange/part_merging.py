"""Merge a part that was previewed, in one transaction; take the merge back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from shkola_desktop.app.answering import in_words
from shkola_desktop.app.exchange.part_looking import PartPreview, preview_of
from shkola_desktop.app.logbook import PERSON, log, who
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.diagnosis import Answer, Status
from shkola_desktop.domain.errors import (
    ChoicesMissing,
    DiagnosisFrozen,
    NothingToUndo,
)
from shkola_desktop.domain.ids import DiagnosisId, IndicatorCode, VersionId
from shkola_desktop.domain.ledger import Receiving, ReceivingState
from shkola_desktop.domain.merging import Choice, Hand, MergeLine, merged
from shkola_desktop.domain.parts import Merge, PartRecord, Return, Way
from shkola_desktop.words.parts import meeting_counts

Choices = Mapping[IndicatorCode, Choice]


@dataclass(frozen=True, slots=True)
class Undone:
    """A merge taken back; ``kept`` were changed after it and stay as they are."""

    merge: Merge
    kept: tuple[IndicatorCode, ...]


def merge(preview: PartPreview, choices: Choices, workspace: Workspace) -> Merge:
    """Take a part in: a backup, then everything or nothing.

    The same package again returns the merge that it came to and changes nothing.

    Raises:
        ChoicesMissing: a conflict is undecided, or one side changed since the preview.
        DatabaseDamaged, DatabaseUnwritable: no backup could be made.
        See ``part_looking.look`` for what may have changed meanwhile.
    """
    if preview.merged is not None:
        return preview.merged
    asked = {m.code: m for m in preview.conflicts}
    _require_choices(preview, choices)
    workspace.backups.make(workspace.clock.now())
    with workspace.open_work() as work:
        now = preview_of(preview.arrived, work, workspace)
        if now.merged is not None:
            return now.merged
        moved = [m for m in now.conflicts if asked.get(m.code) != m]
        if moved:
            raise ChoicesMissing(len(moved))
        made = _merged(now, choices, work, workspace)
        work.commit()
    return made


def undo(id: str, workspace: Workspace) -> Undone:
    """Take the newest merge back as a whole.

    Answers that were changed after it stay as they are. The package can be read again.

    Raises:
        NothingToUndo: it was taken back before, or another merge came after it.
        DiagnosisFrozen: the diagnosis is completed.
    """
    with workspace.open_work() as work:
        standing = [m for m in work.parts.merges() if m.undone_at is None]
        if not standing or standing[0].id != id:
            raise NothingToUndo
        last = standing[0]
        if work.diagnoses.status(last.diagnosis) is Status.COMPLETED:
            raise DiagnosisFrozen
        kept = tuple(_back(last, work, workspace))
        record = last.record
        if record.package == last.package:
            work.parts.delete(record.id)  # it came with this merge
        else:
            work.parts.put(record)
        undone = last.undone(workspace.clock.now())
        work.parts.put_merge(undone)
        log(work, workspace, ActionKind.MERGE_UNDONE, last.package, reason=last.source)
        work.commit()
    return Undone(undone, kept)


def merges_of(workspace: Workspace) -> tuple[Merge, ...]:
    """Return every merge with both values of what it touched, newest first."""
    with workspace.open_reading() as work:
        return work.parts.merges()


def _require_choices(preview: PartPreview, choices: Choices) -> None:
    left = sum(m.code not in choices for m in preview.conflicts)
    if left:
        raise ChoicesMissing(left)


def _merged(
    preview: PartPreview, choices: Choices, work: UnitOfWork, workspace: Workspace
) -> Merge:
    part, header = preview.part, preview.header
    _keep_school_and_diagnosis(preview, work)
    for hash, data in part.evidence.items():
        work.evidence.put(hash, data)
    hand = Hand(who(work), workspace.clock.now(), lambda: VersionId(workspace.new_id()))
    lines = merged(preview.meetings, choices, hand)
    after = {line.code: line.after for line in lines if line.after != line.before}
    work.diagnoses.put_answers(part.diagnosis.id, after)
    before = preview.record or _record(preview)
    work.parts.put(_moved_on(before, preview, hand) if part.returned else before)
    made = Merge(
        id=workspace.new_id(),
        package=header.id,
        diagnosis=part.diagnosis.id,
        at=hand.at,
        who=hand.who,
        source=preview.source,
        record=before,
        lines=lines,
        asked=tuple(m.code for m in preview.conflicts),
    )
    work.parts.put_merge(made)
    work.receivings.put(_receiving(preview, hand))
    _log_lines(made, work, workspace)
    return made


def _keep_school_and_diagnosis(preview: PartPreview, work: UnitOfWork) -> None:
    part, diagnosis = preview.part, preview.part.diagnosis
    if preview.new_school:
        work.schools.put(part.school)
    if not (work.settings.get(PERSON) or part.returned):
        work.settings.put(PERSON, part.given_to)  # answers are signed with it
    if not work.editions.has(diagnosis.edition_hash):
        work.editions.put(diagnosis.edition_hash, diagnosis.edition, part.pack_text)
    if work.diagnoses.status(diagnosis.id) is None:
        empty = replace(diagnosis, answers=MappingProxyType({}))
        work.diagnoses.put(empty.reopened())


def _record(preview: PartPreview) -> PartRecord:
    part, header = preview.part, preview.header
    answers = part.diagnosis.answers
    return PartRecord(
        id=part.id,
        way=Way.HELD,
        diagnosis=part.diagnosis.id,
        directions=tuple(d.code for d in preview.form.directions),
        given_to=part.given_to,
        given_by=part.given_by,
        given_at=header.created_at,
        secret=preview.arrived.secret,
        note=part.note,
        due=part.due,
        package=header.id,
        sequence=header.sequence,
        bases={code: answer.version for code, answer in answers.items()},
    )


def _moved_on(record: PartRecord, preview: PartPreview, hand: Hand) -> PartRecord:
    # what came is known from now on: whoever kept the own value is not asked again
    answers = preview.part.diagnosis.answers
    seen = {code: answer.version for code, answer in answers.items()}
    sequence = preview.header.sequence
    return record.with_return(Return(preview.key, sequence, hand.at, seen))


def _receiving(preview: PartPreview, hand: Hand) -> Receiving:
    header = preview.header
    return Receiving(
        id=header.id,
        kind=header.kind,
        sender=header.sender,
        sequence=header.sequence,
        state=ReceivingState.IMPORTED,
        received_at=hand.at,
        file_name=preview.arrived.file_name,
        size=preview.arrived.opened.size,
        sha256=preview.arrived.opened.sha256,
        summary="; ".join(meeting_counts(preview.meetings)),
    )


def _log_lines(made: Merge, work: UnitOfWork, workspace: Workspace) -> None:
    for line in made.lines:
        if line.before == line.after:
            continue
        log(
            work,
            workspace,
            ActionKind.ANSWER_CHANGED,
            line.code,
            old=in_words(line.before),
            new=in_words(line.after),
            reason=made.source,
        )
    kind = ActionKind.PART_MERGED
    log(
        work,
        workspace,
        kind,
        made.package,
        new=str(len(made.lines)),
        reason=made.source,
    )


def _back(
    last: Merge, work: UnitOfWork, workspace: Workspace
) -> Iterator[IndicatorCode]:
    for line in last.lines:
        if line.before == line.after:
            continue
        now = work.diagnoses.answer(last.diagnosis, line.code)
        if now is None or now.version != line.after.version:
            yield line.code
            continue
        earlier = line.before or _nothing(line, work, workspace)
        _put_back(last.diagnosis, line, earlier, work, workspace)


def _put_back(
    id: DiagnosisId,
    line: MergeLine,
    earlier: Answer,
    work: UnitOfWork,
    workspace: Workspace,
) -> None:
    work.diagnoses.put_answer(id, line.code, earlier)
    old, new = in_words(line.after), in_words(earlier)
    log(work, workspace, ActionKind.ANSWER_CHANGED, line.code, old=old, new=new)


def _nothing(line: MergeLine, work: UnitOfWork, workspace: Workspace) -> Answer:
    # nothing is deleted: an empty answer follows the one that is taken back
    version = VersionId(workspace.new_id())
    now = workspace.clock.now()
    return Answer(None, version, now, who(work), base=line.after.version)
