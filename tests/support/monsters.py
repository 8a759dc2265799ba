"""A school that writes the same text into every field that people type into."""

from collections.abc import Iterator
from types import MappingProxyType

from shkola_desktop.domain.documents import ProgrammeMaterial
from shkola_desktop.domain.ids import DirectionCode, PackageId, PersonId
from shkola_desktop.domain.package import (
    Correspondent,
    PackageKind,
    Sending,
    SendingState,
)
from shkola_desktop.domain.programme import Cause, Member
from shkola_desktop.domain.programme_parts import (
    Approval,
    ApprovalRow,
    Change,
    PlannedMonitoring,
    PlannedRisk,
    Swot,
    Target,
)
from shkola_desktop.domain.school import Person
from shkola_desktop.domain.school_info import Partner, Staff
from shkola_desktop.domain.self_check.check import Checked
from shkola_desktop.domain.self_check.finding import Finding, Severity
from shkola_desktop.report.blank_form import blank_form
from shkola_desktop.report.covering_sheet import covering_sheet
from shkola_desktop.report.document import Document
from shkola_desktop.report.protocol import protocol
from shkola_desktop.report.reports import PAPERS
from shkola_desktop.report.self_check_sheet import self_check_sheet
from tests.support.builders import (
    NOON,
    a_deficit,
    a_measure,
    a_programme,
    a_school,
    an_info,
)
from tests.support.papers import CODES, a_material


def everywhere(text: str) -> ProgrammeMaterial:
    """Return material with the text in every field of school and programme."""
    decided = Approval(number=text, by=text)
    measure = a_measure(
        text=text,
        result=text,
        indicator=text,
        responsible=text,
        finance=text,
    )
    deficit = a_deficit(
        text=text,
        causes=(Cause(text, external=False, task=text), Cause(text, external=True)),
        decision=text,
        task=text,
        measures=(measure,),
    )
    left_out = a_deficit(
        code="02", indicator="b.1.1", direction="b", text=text, left_out=text
    )
    return a_material(
        programme=a_programme(
            goal=text,
            team=(Member(text, text, leads=True, directions=(DirectionCode("a"),)),),
            deficits=(deficit, left_out),
            texts=MappingProxyType(dict.fromkeys(CODES, text)),
            swot=Swot((text,), (text,), (text,), (text,)),
            risks=(PlannedRisk(text, text, text, responsible=text),),
            monitoring=(PlannedMonitoring(text, text, text, text, text),),
            finance=(text,),
            targets=(Target(text, text, text, (text,) * 4, text, text),),
            changes=(Change(NOON.date(), text, text),),
            approvals=ApprovalRow(decided, decided, decided, ((text, decided),)),
        ),
        school=a_school(
            full_name=text,
            short_name=text,
            founder=text,
            settlement=text,
            address=text,
            site=text,
            director=text,
            district=text,
            region=text,
        ),
        people=(Person(PersonId("1"), text, text), Person(PersonId("2"), text, text)),
        info=an_info(
            staff=Staff(teachers=3, lacking=text),
            equipment=(text,),
            transport=text,
            surroundings=text,
            achievements=(text,),
            branches=text,
            partners=(Partner(text, text, text),),
        ),
    )


def documents(text: str) -> Iterator[tuple[str, Document]]:
    """Yield name and content of every document that can hold such texts."""
    material = everywhere(text)
    for kind, made in PAPERS.items():
        yield kind.value, made(material)
    school, form = material.school, material.form
    diagnosis, result = material.diagnosis, material.result
    yield "protocol", protocol(school, form, diagnosis, result, NOON)
    yield "blank-form", blank_form(school, form, NOON)
    yield (
        "covering-sheet",
        covering_sheet(
            _sending(text), school, Correspondent("7012", text), (text,) * 8, (text,)
        ),
    )
    finding = Finding("C6", Severity.ERROR, "school:site")
    yield "self-check", self_check_sheet(Checked((finding,)), material)


def _sending(text: str) -> Sending:
    return Sending(
        id=PackageId("01890a5d-ac96-774b-bcce-b302099a8057"),
        kind=PackageKind.DIAGNOSIS,
        receiver="7012",
        sequence=1,
        state=SendingState.WRITTEN,
        created_at=NOON,
        file_name=text,
        place=text,
        size=10,
        sha256="ab" * 32,
        summary=text,
    )
