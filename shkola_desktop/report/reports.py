"""The one door of this package: values in, finished documents out."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from threading import Lock
from types import MappingProxyType

from shkola_desktop.domain.analysis import Analysis
from shkola_desktop.domain.diagnosis import Diagnosis
from shkola_desktop.domain.documents import (
    DocumentFormat,
    DocumentKind,
    DrawnProgramme,
    ProgrammeMaterial,
    RemarksMaterial,
)
from shkola_desktop.domain.form import Form
from shkola_desktop.domain.office import Office
from shkola_desktop.domain.package import Correspondent, Sending
from shkola_desktop.domain.programme_parts import PreparedText
from shkola_desktop.domain.recovery import RecoverySheet
from shkola_desktop.domain.school import School
from shkola_desktop.domain.scoring import Result
from shkola_desktop.domain.self_check.check import Checked
from shkola_desktop.report.analytics_report import analytics_report
from shkola_desktop.report.blank_form import blank_form
from shkola_desktop.report.covering_sheet import covering_sheet
from shkola_desktop.report.document import Document, Heading
from shkola_desktop.report.execution_report import execution_report
from shkola_desktop.report.founder_letter import founder_letter
from shkola_desktop.report.orders import council_extract, working_group_order
from shkola_desktop.report.programme.draft import programme
from shkola_desktop.report.programme.plan import plan_of
from shkola_desktop.report.programme.prepared import prepared_texts
from shkola_desktop.report.protocol import protocol
from shkola_desktop.report.recovery_sheet import recovery_sheet
from shkola_desktop.report.remarks_sheet import remarks_sheet
from shkola_desktop.report.road_map_alone import road_map_alone
from shkola_desktop.report.self_check_sheet import self_check_sheet
from shkola_desktop.report.summary import summary
from shkola_desktop.report.support_map import support_map

PAPERS: dict[DocumentKind, Callable[[ProgrammeMaterial], Document]] = {
    DocumentKind.PROGRAMME: programme,
    DocumentKind.SUMMARY: summary,
    DocumentKind.ROAD_MAP: road_map_alone,
    DocumentKind.ORDER: working_group_order,
    DocumentKind.COUNCIL_EXTRACT: council_extract,
    DocumentKind.FOUNDER_LETTER: founder_letter,
    DocumentKind.EXECUTION_REPORT: execution_report,
}
"""What is made from the material of a programme."""
OFFICE_PAPERS: dict[DocumentKind, Callable[[Analysis, datetime], Document]] = {
    DocumentKind.ANALYTICS: analytics_report,
    DocumentKind.SUPPORT_MAP: support_map,
}
"""What is made from the analysis of a year."""
_ONE_AT_A_TIME = Lock()
"""ReportLab keeps its fonts for the whole process, and a preview has its own thread."""


class PaperReports:
    """Documents as PDF, or for Word. The same input gives the same bytes."""

    def __init__(
        self, fonts: Path, format: DocumentFormat = DocumentFormat.PDF
    ) -> None:
        self._fonts = fonts
        self._format = format
        self.undrawn = ""

    def of(self, format: DocumentFormat) -> "PaperReports":
        """Return what makes documents in another format."""
        return PaperReports(self._fonts, format)

    def protocol(
        self,
        school: School,
        form: Form,
        diagnosis: Diagnosis,
        result: Result,
        made_at: datetime,
    ) -> bytes:
        """Return the protocol of the self-diagnosis."""
        return self._made(protocol(school, form, diagnosis, result, made_at))

    def blank_form(self, school: School | None, form: Form, made_at: datetime) -> bytes:
        """Return the form to fill in on paper."""
        return self._made(blank_form(school, form, made_at))

    def programme(self, kind: DocumentKind, material: ProgrammeMaterial) -> bytes:
        """Return the draft of a programme, or one of the papers around it.

        Raises:
            KeyError: the kind is none of ``PROGRAMME_PAPERS``.
        """
        return self._made(PAPERS[kind](material))

    def drawn_programme(self, material: ProgrammeMaterial) -> DrawnProgramme:
        """Return the programme as PDF, with the pages of its sections."""
        from shkola_desktop.report.pdf.render import render_with_pages  # noqa: PLC0415

        document = programme(material)
        headings = [b for b in document.blocks if isinstance(b, Heading)]
        with _ONE_AT_A_TIME:
            content, pages = render_with_pages(document, self._fonts)
        found = {
            heading.place: page
            for heading, page in zip(headings, pages, strict=True)
            if heading.place
        }
        return DrawnProgramme(content, MappingProxyType(found))

    def prepared_texts(self, material: ProgrammeMaterial) -> tuple[PreparedText, ...]:
        """Return what the programme's document says unless the school says it."""
        return prepared_texts(plan_of(material))

    def office_paper(
        self, kind: DocumentKind, analysis: Analysis, made_at: datetime
    ) -> bytes:
        """Return a paper of a district or region.

        Raises:
            KeyError: the kind is none of ``OFFICE_PAPERS``.
        """
        return self._made(OFFICE_PAPERS[kind](analysis, made_at))

    def self_check_sheet(self, checked: Checked, material: ProgrammeMaterial) -> bytes:
        """Return what the self-check found, as a sheet beside the programme."""
        return self._made(self_check_sheet(checked, material))

    def remarks_sheet(self, material: RemarksMaterial) -> bytes:
        """Return what offices remarked, as a sheet to hand over."""
        return self._made(remarks_sheet(material))

    def covering_sheet(
        self,
        sending: Sending,
        sender: School | Office,
        receiver: Correspondent,
        fingerprint: Sequence[str],
        content: Sequence[str],
    ) -> bytes:
        """Return the sheet that goes with a package."""
        sheet = covering_sheet(sending, sender, receiver, fingerprint, content)
        return self._made(sheet)

    def recovery_sheet(
        self, name: str, code: str, sheet: RecoverySheet, made_at: datetime
    ) -> bytes:
        """Return the paper that a workspace's keys are restored from."""
        return self._made(recovery_sheet(name, code, sheet, made_at))

    def qr_picture(self, content: str) -> bytes:
        """Return a QR code as PNG, without the white around it."""
        from shkola_desktop.report.docx.pictures import qr_picture  # noqa: PLC0415

        with _ONE_AT_A_TIME:
            return qr_picture(content)

    def _made(self, document: Document) -> bytes:
        # imports that cost start-up time
        match self._format:
            case DocumentFormat.PDF:
                from shkola_desktop.report.pdf.render import (  # noqa: PLC0415
                    render_telling,
                )

                with _ONE_AT_A_TIME:
                    content, self.undrawn = render_telling(document, self._fonts)
                return content
            case DocumentFormat.DOCX:
                from shkola_desktop.report.docx.render import render  # noqa: PLC0415

                with _ONE_AT_A_TIME:
                    return render(document, self._fonts)
