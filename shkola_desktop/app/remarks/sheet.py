"""«Лист замечаний» as a document: of a school for its office, or the school's own."""

from pathlib import Path

from shkola_desktop.app import editions
from shkola_desktop.app.ports import Reports
from shkola_desktop.app.remarks.dossier import dossier
from shkola_desktop.app.remarks.own import own_review
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.diagnosis import Diagnosis
from shkola_desktop.domain.documents import DocumentFormat, RemarksMaterial
from shkola_desktop.domain.errors import FolderNotWritable
from shkola_desktop.domain.ids import SchoolId
from shkola_desktop.domain.school import School


def write_sheet(school: SchoolId, year: int, path: Path, workspace: Workspace) -> Path:
    """Write the sheet of a school to a file: for Word where its name ends so.

    Raises:
        FolderNotWritable: the file cannot be written there.
        NoOffice, SenderUnknown, NoSuchDiagnosis: as of ``dossier``.
    """
    found = dossier(school, year, workspace)
    material = RemarksMaterial(
        school=found.state.school,
        office=found.office.name,
        form=found.form,
        diagnosis=found.diagnosis,
        decision=found.decision,
        threads=found.threads,
        made_at=workspace.clock.now(),
    )
    word = path.suffix.lower() == f".{DocumentFormat.DOCX.value}"
    format = DocumentFormat.DOCX if word else DocumentFormat.PDF
    content = workspace.reports.of(format).remarks_sheet(material)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise FolderNotWritable(path.parent) from error
    return path


def own_sheet(
    school: School, diagnosis: Diagnosis, reports: Reports, workspace: Workspace
) -> bytes:
    """Return the sheet of a school's own diagnosis."""
    review = own_review(workspace, diagnosis)
    return reports.remarks_sheet(
        RemarksMaterial(
            school=school,
            office=school.district,
            form=editions.form_of(diagnosis, workspace),
            diagnosis=diagnosis,
            decision=review.decision,
            threads=review.threads,
            made_at=workspace.clock.now(),
        )
    )
