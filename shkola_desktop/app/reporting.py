"""Make a document, keep it, and tell whether it is still true."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from shkola_desktop.app import analytics, checking, diagnosing, editions
from shkola_desktop.app.analytics import Asked
from shkola_desktop.app.files import put_file
from shkola_desktop.app.logbook import who
from shkola_desktop.app.material import gather, with_cases
from shkola_desktop.app.offices import required_office, role_in
from shkola_desktop.app.ports import Reports, UnitOfWork
from shkola_desktop.app.registering import receiver_of, required_school
from shkola_desktop.app.remarks.sheet import own_sheet
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import Action, ActionKind
from shkola_desktop.domain.analytics import Scope
from shkola_desktop.domain.diagnosis import Diagnosis
from shkola_desktop.domain.documents import (
    DECLINING_PAPERS,
    OFFICE_PAPERS,
    PROGRAMME_PAPERS,
    DocumentFormat,
    DocumentKind,
    DocumentRecord,
)
from shkola_desktop.domain.errors import (
    NoSuchDiagnosis,
    NothingSent,
)
from shkola_desktop.domain.ids import DocumentId
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.package import PackageKind, SendingState
from shkola_desktop.domain.progress import finished_year
from shkola_desktop.domain.school import School
from shkola_desktop.domain.scoring import score
from shkola_desktop.domain.self_check.check import check


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document made, and whether the data changed since."""

    record: DocumentRecord
    outdated: bool


def make(
    kind: DocumentKind,
    workspace: Workspace,
    format: DocumentFormat = DocumentFormat.PDF,
    year: int | None = None,
) -> DocumentRecord:
    """Make a document from today's data and keep it.

    ``year`` is the one that a yearly report is about; without one it is the last that
    is over, or for a paper of an office the last with results. Other kinds do not look
    at it.

    Raises:
        NoSchool: the workspace does not know its school yet.
        NoOffice: it is no office's workspace, and only an office makes such a paper.
        NoSuchDiagnosis: there is no self-diagnosis to print.
        NoSuchProgramme: there is no programme to print.
        NothingSent: there is no package for a covering sheet.
        YearNotInProgramme: the programme does not have the year.
    """
    if kind is DocumentKind.EXECUTION_REPORT and year is None:
        year = _finished(workspace)
    reports = workspace.reports.of(format)
    content = _rendered(kind, workspace, reports, year)
    record = keep(kind, content, workspace, format, year)
    return replace(record, undrawn=reports.undrawn)


def keep(
    kind: DocumentKind,
    content: bytes,
    workspace: Workspace,
    format: DocumentFormat = DocumentFormat.PDF,
    year: int | None = None,
) -> DocumentRecord:
    """Keep the bytes of a document with the state of the data it was made from.

    The ``year`` of a yearly report is told by the name of its file.
    """
    state = state_of(kind, workspace)
    now = workspace.clock.now()
    with workspace.open_work() as work:
        yearly = kind is DocumentKind.EXECUTION_REPORT and year is not None
        named = f"{kind.value}-for-{year}" if yearly else kind.value
        name = f"{named}-{_owner_code(work)}-{now:%Y-%m-%d}.{format.value}"
        record = DocumentRecord(
            id=DocumentId(workspace.new_id()),
            kind=kind,
            format=format,
            made_at=now,
            file_name=name,
            size=len(content),
            state=state,
        )
        work.documents.put(record, content)
        work.actions.add(
            Action(now, who(work), ActionKind.DOCUMENT_MADE, record.id, new=name)
        )
        work.commit()
    return record


def render(
    kind: DocumentKind,
    workspace: Workspace,
    format: DocumentFormat = DocumentFormat.PDF,
    year: int | None = None,
) -> bytes:
    """Make the bytes of a document without keeping them; see ``make`` for errors."""
    return _rendered(kind, workspace, workspace.reports.of(format), year)


def _rendered(
    kind: DocumentKind, workspace: Workspace, reports: Reports, year: int | None
) -> bytes:
    if kind in OFFICE_PAPERS:
        analysis = analytics.analysis(workspace, Asked(year))
        return reports.office_paper(kind, analysis, workspace.clock.now())
    make_one = MADE.get(kind)
    if make_one is not None:
        return make_one(workspace, reports)
    if kind in DECLINING_PAPERS:
        return reports.programme(kind, with_cases(gather(workspace), workspace))
    # a new kind that is no paper of a programme is refused by the reports, and a test
    # makes every kind
    asked = year if kind is DocumentKind.EXECUTION_REPORT else None
    return reports.programme(kind, gather(workspace, asked))


def listed(workspace: Workspace) -> tuple[ListedDocument, ...]:
    """Return the documents made, newest first, with their freshness."""
    with workspace.open_reading() as work:
        records = work.documents.list()
    states = {kind: state_of(kind, workspace) for kind in {r.kind for r in records}}
    return tuple(ListedDocument(r, r.state != states[r.kind]) for r in records)


def content(id: DocumentId, workspace: Workspace) -> bytes | None:
    """Return the bytes of a document, or None."""
    with workspace.open_reading() as work:
        return work.documents.content(id)


def discard(id: DocumentId, workspace: Workspace) -> None:
    """Forget a document; it can be made again from the data."""
    with workspace.open_work() as work:
        work.documents.delete(id)
        work.commit()


def save_as(id: DocumentId, path: Path, workspace: Workspace) -> Path:
    """Write a document to a file of the person's choice, whole or not at all.

    Raises:
        FolderNotWritable: the file cannot be written there.
    """
    return put_file(content(id, workspace) or b"", path)


def state_of(kind: DocumentKind, workspace: Workspace) -> str:
    """Return a hash of the data that a kind of document is made from."""
    if kind in OFFICE_PAPERS:
        return _state_of_office(workspace)
    with workspace.open_reading() as work:
        school = required_school(work)
        people = work.people.list(school.id)
        diagnoses = work.diagnoses.list(school.id)
        programmes = work.programmes.list(school.id)
        info = work.school_infos.get(school.id)
        corrected = work.corrections.list(school.id)
        said = (work.reviews.entries(school.id), work.reviews.decisions(school.id))
    latest = diagnoses[:1]
    parts: tuple[object, ...]
    match kind:
        case DocumentKind.BLANK_FORM:
            parts = (school.kind, school.programmes, school.ovz)
        case DocumentKind.REMARKS_SHEET:
            parts = (school, [d.id for d in latest], said)
        case DocumentKind.PROTOCOL:
            parts = (school, [_answers(d) for d in latest])
        case _:
            parts = (school, people, [_answers(d) for d in diagnoses], programmes[:1])
    if (
        kind in {*PROGRAMME_PAPERS, DocumentKind.SELF_CHECK}
        and info is not None
        and not info.empty
    ):
        parts = (*parts, info)  # without it, earlier documents stay up to date
    if kind in DECLINING_PAPERS and corrected:
        parts = (*parts, corrected)
    if kind is DocumentKind.EXECUTION_REPORT:
        reached = [[t.reached for t in p.targets] for p in programmes[:1]]
        parts = (*parts, [p.execution for p in programmes[:1]], reached)
    return sha256(repr(parts).encode()).hexdigest()


def _state_of_office(workspace: Workspace) -> str:
    # whatever year it is about: an import into any of them makes it outdated
    with workspace.open_reading() as work:
        office = required_office(work)
        years = work.analytics.years()
        scopes = [Scope(year) for year in years]
        sums = [work.analytics.directions(scope) for scope in scopes]
        registered = work.analytics.registered(Scope(0))
    return sha256(repr((office, years, sums, registered)).encode()).hexdigest()


def _owner_code(work: UnitOfWork) -> str:
    if role_in(work) is Role.SCHOOL:
        return required_school(work).code
    return required_office(work).code


def _finished(workspace: Workspace) -> int:
    material = gather(workspace)
    return finished_year(material.programme, material.made_at.astimezone().date())


def _answers(diagnosis: Diagnosis) -> tuple[object, ...]:
    taken = sorted(diagnosis.options.items())
    return (diagnosis.id, diagnosis.variant, diagnosis.status, taken)


def _latest(workspace: Workspace) -> tuple[School, Diagnosis]:
    found = diagnosing.diagnoses_of(workspace)
    with workspace.open_reading() as work:
        school = required_school(work)
    if not found:
        raise NoSuchDiagnosis("")
    return school, found[0]


def _protocol(workspace: Workspace, reports: Reports) -> bytes:
    school, diagnosis = _latest(workspace)
    form = editions.form_of(diagnosis, workspace)
    result = score(form, diagnosis.options)
    now = workspace.clock.now()
    return reports.protocol(school, form, diagnosis, result, now)


def _blank_form(workspace: Workspace, reports: Reports) -> bytes:
    with workspace.open_reading() as work:
        school = required_school(work)
    found = diagnosing.diagnoses_of(workspace)
    if found:
        form = editions.form_of(found[0], workspace)
    else:
        form = editions.form_for_school(school, workspace)
    return reports.blank_form(school, form, workspace.clock.now())


def _covering_sheet(workspace: Workspace, reports: Reports) -> bytes:
    with workspace.open_reading() as work:
        school = required_school(work)
        written = [
            s
            for s in work.sendings.list()
            if s.state is SendingState.WRITTEN and s.kind is PackageKind.DIAGNOSIS
        ]
    if not written:
        raise NothingSent
    return reports.covering_sheet(
        written[0],
        school,
        receiver_of(workspace),
        workspace.keys.fingerprint(),
        tuple(written[0].summary.splitlines()),
    )


def _self_check(workspace: Workspace, reports: Reports) -> bytes:
    material = gather(workspace)
    found = check(checking.material_of(material))
    return reports.self_check_sheet(found, material)


def _remarks_sheet(workspace: Workspace, reports: Reports) -> bytes:
    school, diagnosis = _latest(workspace)
    return own_sheet(school, diagnosis, reports, workspace)


MADE: dict[DocumentKind, Callable[[Workspace, Reports], bytes]] = {
    DocumentKind.PROTOCOL: _protocol,
    DocumentKind.BLANK_FORM: _blank_form,
    DocumentKind.COVERING_SHEET: _covering_sheet,
    DocumentKind.SELF_CHECK: _self_check,
    DocumentKind.REMARKS_SHEET: _remarks_sheet,
}
"""Kinds that are no papers of a programme."""
