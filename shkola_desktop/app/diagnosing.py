"""The self-diagnosis: start, complete, reopen."""

from shkola_desktop.app.editions import form_of, newest_edition
from shkola_desktop.app.logbook import log
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.applying import variant_of
from shkola_desktop.domain.diagnosis import Diagnosis, Status, missing
from shkola_desktop.domain.errors import (
    AnswersMissing,
    DiagnosisFrozen,
    NoSchool,
    NoSuchDiagnosis,
    ReasonMissing,
)
from shkola_desktop.domain.form import Edition
from shkola_desktop.domain.ids import DiagnosisId


def start(year: int, workspace: Workspace) -> Diagnosis:
    """Begin the diagnosis of a year, or return the one already begun.

    The form pack is kept beside it, so that it stays readable for ever.

    Raises:
        NoSchool: the workspace does not know its school yet.
    """
    edition = newest_edition(workspace)
    with workspace.open_work() as work:
        diagnosis = begin(year, edition, work, workspace)
        work.commit()
    return diagnosis


def begin(
    year: int, edition: Edition, work: UnitOfWork, workspace: Workspace
) -> Diagnosis:
    """Begin the diagnosis of a year inside a transaction, or return the one there.

    Raises:
        NoSchool: the workspace does not know its school yet.
    """
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
    log(work, workspace, ActionKind.DIAGNOSIS_STARTED, diagnosis.id, new=str(year))
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
        return required(work, id)


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
        diagnosis = required(work, id)
        if diagnosis.status is Status.COMPLETED:
            raise DiagnosisFrozen
        left = missing(form, diagnosis.options)
        if left:
            raise AnswersMissing(tuple(i.code for i in left))
        done = diagnosis.completed(workspace.clock.now())
        work.diagnoses.put(done)
        log(work, workspace, ActionKind.DIAGNOSIS_COMPLETED, id)
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
        draft = required(work, id).reopened()
        work.diagnoses.put(draft)
        log(work, workspace, ActionKind.DIAGNOSIS_REOPENED, id, reason=reason.strip())
        work.commit()
    return draft


def required(work: UnitOfWork, id: DiagnosisId) -> Diagnosis:
    """Return a diagnosis inside a transaction.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
    """
    diagnosis = work.diagnoses.get(id)
    if diagnosis is None:
        raise NoSuchDiagnosis(id)
    return diagnosis
