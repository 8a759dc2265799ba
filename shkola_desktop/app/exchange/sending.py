"""Hand the diagnosis over to the district: preflight, package, covering sheet."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from shkola_desktop.app import diagnosing, editions, planning, reporting
from shkola_desktop.app.exchange.dispatching import Errand, dispatch
from shkola_desktop.app.registering import receiver_of, required_school
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.contents import MAX_ACTIONS
from shkola_desktop.domain.diagnosis import Diagnosis, Status
from shkola_desktop.domain.documents import DocumentKind, DocumentRecord
from shkola_desktop.domain.errors import NoSuchDiagnosis
from shkola_desktop.domain.package import Correspondent, HandOver, Sending
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
    """Write the package and make its covering sheet; see ``dispatch`` for errors.

    Raises:
        NoSchool, NoSuchDiagnosis: there is nothing to hand over.
    """
    flight = preflight(workspace)
    hand_over = _hand_over(flight, workspace)
    errand = Errand(hand_over, flight.receiver, hand_over.pack_id, summary_of(flight))
    done = dispatch(errand, place, workspace, stop)
    sheet = reporting.make(DocumentKind.COVERING_SHEET, workspace)
    return Sent(done.sending, done.path, sheet)


def summary_of(flight: Preflight) -> tuple[str, ...]:
    """Return what is handed over, a line for each thing."""
    return content_lines(
        flight.diagnosis,
        unanswered=flight.unanswered,
        files=flight.files,
        files_size=flight.files_size,
        with_programme=flight.with_programme,
    )


def pack_id(diagnosis: Diagnosis) -> str:
    """Return the id of the form pack that a diagnosis was made with."""
    return f"{diagnosis.edition}@{diagnosis.edition_hash[:PACK_HASH_DIGITS]}"


def _hand_over(flight: Preflight, workspace: Workspace) -> HandOver:
    diagnosis = flight.diagnosis
    programme = planning.programme_of(workspace)
    with workspace.open_reading() as work:
        hashes = {e.hash for a in diagnosis.answers.values() for e in a.evidence}
        evidence = {hash: work.evidence.get(hash) for hash in sorted(hashes)}
        pack_text = work.editions.get(diagnosis.edition_hash) or ""
        actions = work.actions.list(MAX_ACTIONS)
        entries = work.reviews.entries(flight.school.id)
    return HandOver(
        school=flight.school,
        diagnosis=diagnosis,
        programme=programme,
        actions=actions,
        evidence={h: content for h, content in evidence.items() if content is not None},
        pack_id=pack_id(diagnosis),
        pack_text=pack_text,
        program_version=workspace.program_version,
        entries=entries,
    )
