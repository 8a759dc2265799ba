"""What the program puts on paper, and the record of what was made."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from shkola_desktop.domain.declension import Cases
from shkola_desktop.domain.diagnosis import Diagnosis
from shkola_desktop.domain.form import Form
from shkola_desktop.domain.ids import DocumentId
from shkola_desktop.domain.measures import MeasureBank
from shkola_desktop.domain.programme import Programme, ProgrammeTemplate
from shkola_desktop.domain.review import Decision, Thread
from shkola_desktop.domain.school import Person, School
from shkola_desktop.domain.school_info import SchoolInfo
from shkola_desktop.domain.scoring import Result


class DocumentKind(StrEnum):
    """Kinds of document; the value is the name on the command line."""

    PROTOCOL = "protocol"
    BLANK_FORM = "blank-form"
    PROGRAMME = "programme"
    COVERING_SHEET = "covering-sheet"
    SUMMARY = "summary"
    ROAD_MAP = "road-map"
    ORDER = "order"
    COUNCIL_EXTRACT = "council-extract"
    FOUNDER_LETTER = "founder-letter"
    SELF_CHECK = "self-check"
    EXECUTION_REPORT = "execution-report"
    ANALYTICS = "analytics"
    SUPPORT_MAP = "support-map"
    REMARKS_SHEET = "remarks-sheet"


PROGRAMME_PAPERS = (
    DocumentKind.PROGRAMME,
    DocumentKind.SUMMARY,
    DocumentKind.ROAD_MAP,
    DocumentKind.ORDER,
    DocumentKind.COUNCIL_EXTRACT,
    DocumentKind.FOUNDER_LETTER,
    DocumentKind.EXECUTION_REPORT,
)
"""Kinds that are made from the material of a programme."""

OFFICE_PAPERS = (DocumentKind.ANALYTICS, DocumentKind.SUPPORT_MAP)
"""Kinds that a district or region makes about its schools."""

DECLINING_PAPERS = (
    DocumentKind.ORDER,
    DocumentKind.COUNCIL_EXTRACT,
    DocumentKind.FOUNDER_LETTER,
)
"""Kinds that name people within their sentences."""


class DocumentFormat(StrEnum):
    """File formats; the value is the ending of the name."""

    PDF = "pdf"
    DOCX = "docx"


YEARLY = re.compile(rf"{DocumentKind.EXECUTION_REPORT}-for-(\d{{4}})-")
"""Begins the name of a yearly report's file; one of before has no year in it."""


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document that was made, with the state of the data it was made from.

    ``state`` is a hash of the data; a different one now means it is outdated.
    """

    id: DocumentId
    kind: DocumentKind
    format: DocumentFormat
    made_at: datetime
    file_name: str
    size: int
    state: str
    undrawn: str = ""
    """Characters that no font has; known of a document just made, and not kept."""

    @property
    def about_year(self) -> int | None:
        """Return the year that a yearly report is about, None of other documents."""
        found = YEARLY.match(self.file_name)
        return int(found[1]) if found else None


@dataclass(frozen=True, slots=True)
class RemarksMaterial:
    """Everything that «Лист замечаний» is made from; ``office`` is who hands it out."""

    school: School
    office: str
    form: Form
    diagnosis: Diagnosis
    decision: Decision | None
    threads: tuple[Thread, ...]
    made_at: datetime


def _no_results() -> Mapping[int, Result]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class DrawnProgramme:
    """The PDF of a programme, and the page, from 1, on which each place begins.

    Places are named as the self-check names them: ``section:about``.
    """

    content: bytes
    pages: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ProgrammeMaterial:
    """Everything that the programme's document is made from."""

    school: School
    people: tuple[Person, ...]
    form: Form
    diagnosis: Diagnosis
    result: Result
    previous: Result | None
    programme: Programme
    bank: MeasureBank
    template: ProgrammeTemplate
    made_at: datetime
    info: SchoolInfo = field(default_factory=SchoolInfo)
    cases: Cases = field(default_factory=Cases)
    """Names and positions declined; papers without any leave it empty."""
    found_in: Mapping[int, Result] = field(default_factory=_no_results)
    """What later self-diagnoses found, by year: only completed ones."""
    report_year: int | None = None
    """The year that a yearly report is about; None: the last one that is over."""
