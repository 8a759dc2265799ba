"""Hand the diagnosis over: preflight → seal → write → read back → ledger."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from shkola_desktop.app import diagnosing, editions, planning, reporting
from shkola_desktop.app.logbook import who
from shkola_desktop.app.registering import receiver_of, required_school
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import Action, ActionKind
from shkola_desktop.domain.contents import MAX_ACTIONS
from shkola_desktop.domain.diagnosis import Diagnosis, Status
from shkola_desktop.domain.documents import DocumentKind, DocumentRecord
from shkola_desktop.domain.errors import (
    NoSuchDiagnosis,
    ReceiverUnknown,
    ShkolaError,
)
from shkola_desktop.domain.ids import PackageId
from shkola_desktop.domain.package import (
    Correspondent,
    HandOver,
    Header,
    PackageKind,
    Sending,
    SendingState,
)
from shkola_desktop.domain.school import School
from shkola_desktop.words.handing_over import content_lines

PACK_HASH_DIGITS = 12
"""Digits of the pack's hash in its id: enough to tell corrections apart by eye."""


@dataclass(frozen=True, slots=True)
class Preflight:
    """What will be handed over, shown before anything is written."""

    school: School
    receiver: Correspondent
    diagnosis: Diagnosis
    sequence: int
    unanswered: int
    files: int
    files_size: int
    with_programme: bool

    @property
    def draft(self) -> bool:
        """True where the diagnosis is not completed yet."""
        return self.diagnosis.status is Status.DRAFT


@dataclass(frozen=True, slots=True)
class Sent:
    """A package on its medium, with its covering sheet."""

    sending: Sending
    path: Path
    covering_sheet: DocumentRecord


def preflight(workspace: Workspace) -> Preflight:
    """Gather what would be handed over now.

    Raises:
        NoSchool: the workspace does not know its school yet.
        NoSuchDiagnosis: there is nothing to hand over.
    """
    receiver = receiver_of(workspace)
    found = diagnosing.diagnoses_of(workspace)
    if not found:
        raise NoSuchDiagnosis("")
    diagnosis = found[0]
    form = editions.form_of(diagnosis, workspace)
    files = {e.hash: e.size for a in diagnosis.answers.values() for e in a.evidence}
    with workspace.open_reading() as work:
        school = required_school(work)
        sequence = work.sendings.next_sequence(receiver.code)
        programme = work.programmes.list(school.id)
    return Preflight(
        school=school,
        receiver=receiver,
        diagnosis=diagnosis,
        sequence=sequence,
        unanswered=len(diagnosing.missing(form, diagnosis.options)),
        files=len(files),
        files_size=sum(files.values()),
        with_programme=bool(programme),
    )


def send(
    place: Path, workspace: Workspace, stop: Callable[[], bool] = lambda: False
) -> Sent:
    """Write the package to a drive or folder; done only when it was read back.

    The ledger has it as ``writing`` first; a failure leaves ``failed`` and the
    number free for the next try.

    Raises:
        ReceiverUnknown: the district's key is not known yet.
        DriveGone, DriveFull, DriveReadOnly, WriteNotVerified: nothing was left
            under the final name.
        Cancelled: the person stopped it.
    """
    flight = preflight(workspace)
    if flight.receiver.keys is None:
        raise ReceiverUnknown(flight.receiver.code)
    hand_over = _hand_over(flight, workspace)
    header = _header(flight, hand_over, workspace)
    package = workspace.sealer.seal(header, hand_over, (flight.receiver.keys.age,))
    sending = _sending(header, package, place, flight)
    _record(sending, ActionKind.PACKAGE_WRITTEN, workspace, note="writing")
    try:
        path = workspace.sealer.write(package, header, hand_over, place, stop)
    except ShkolaError:
        failed = replace(sending, state=SendingState.FAILED)
        _record(failed, ActionKind.PACKAGE_FAILED, workspace)
        raise
    written = replace(sending, state=SendingState.WRITTEN)
    _record(written, ActionKind.PACKAGE_WRITTEN, workspace)
    sheet = reporting.make(DocumentKind.COVERING_SHEET, workspace)
    return Sent(written, path, sheet)


def summary_of(flight: Preflight) -> tuple[str, ...]:
    """Return what is handed over, a line for each thing."""
    return content_lines(
        flight.diagnosis,
        unanswered=flight.unanswered,
        files=flight.files,
        files_size=flight.files_size,
        with_programme=flight.with_programme,
    )


def ledger(workspace: Workspace) -> tuple[Sending, ...]:
    """Return the packages given out, newest first."""
    with workspace.open_reading() as work:
        return work.sendings.list()


def settle_interrupted(workspace: Workspace) -> tuple[Sending, ...]:
    """Close the sendings that a crash left as ``writing``; return them.

    Their final name never appeared on the medium, or was not confirmed: the
    number is free again and the same hand-over can be repeated.
    """
    open_ones = tuple(s for s in ledger(workspace) if s.state is SendingState.WRITING)
    for sending in open_ones:
        failed = replace(sending, state=SendingState.FAILED)
        _record(failed, ActionKind.PACKAGE_FAILED, workspace, note="interrupted")
    return open_ones


def _hand_over(flight: Preflight, workspace: Workspace) -> HandOver:
    diagnosis = flight.diagnosis
    programme = planning.programme_of(workspace)
    with workspace.open_reading() as work:
        hashes = {e.hash for a in diagnosis.answers.values() for e in a.evidence}
        evidence = {hash: work.evidence.get(hash) for hash in sorted(hashes)}
        pack_text = work.editions.get(diagnosis.edition_hash) or ""
        actions = work.actions.list(MAX_ACTIONS)
    return HandOver(
        school=flight.school,
        diagnosis=diagnosis,
        programme=programme,
        actions=actions,
        evidence={h: content for h, content in evidence.items() if content is not None},
        pack_id=f"{diagnosis.edition}@{diagnosis.edition_hash[:PACK_HASH_DIGITS]}",
        pack_text=pack_text,
        program_version=workspace.program_version,
    )


def _header(flight: Preflight, hand_over: HandOver, workspace: Workspace) -> Header:
    return Header(
        id=PackageId(workspace.new_id()),
        kind=PackageKind.DIAGNOSIS,
        sender=flight.school.code,
        receiver=flight.receiver.code,
        sequence=flight.sequence,
        last_received=0,
        form=hand_over.pack_id,
        created_at=workspace.clock.now(),
    )


def _sending(header: Header, package: bytes, place: Path, flight: Preflight) -> Sending:
    return Sending(
        id=header.id,
        kind=header.kind,
        receiver=header.receiver,
        sequence=header.sequence,
        state=SendingState.WRITING,
        created_at=header.created_at,
        file_name=header.file_name,
        place=str(place),
        size=len(package),
        sha256=sha256(package).hexdigest(),
        summary="\n".join(summary_of(flight)),
    )


def _record(
    sending: Sending, kind: ActionKind, workspace: Workspace, note: str = ""
) -> None:
    with workspace.open_work() as work:
        work.sendings.put(sending)
        now = workspace.clock.now()
        work.actions.add(
            Action(now, who(work), kind, sending.id, new=sending.file_name, reason=note)
        )
        work.commit()
