"""The road map as a document of its own: for the wall and for the founder."""

from shkola_desktop.domain.documents import ProgrammeMaterial
from shkola_desktop.report.document import (
    Approval,
    Approvals,
    Document,
    Gap,
    Paragraph,
    Style,
    Turn,
)
from shkola_desktop.report.programme.plan import plan_of
from shkola_desktop.report.programme.roadmap import OPENING, road_table
from shkola_desktop.report.requisites import name_of, numbered, signature
from shkola_desktop.words.plans import period_named

NOTHING = Approval("", "", "")


def road_map_alone(material: ProgrammeMaterial) -> Document:
    """Return the road map on landscape pages, with the order that approves it."""
    plan = plan_of(material)
    programme, school = material.programme, material.school
    order = Approval(
        "УТВЕРЖДЕНА", "приказом директора", numbered(programme.approvals.order)
    )
    name = f"Дорожная карта реализации Программы развития на {period_named(programme)}"
    return Document(
        title=name,
        author=school.short_name,
        subject=school.full_name,
        blocks=(
            Turn(landscape=True),
            Approvals((NOTHING, NOTHING, order)),
            Gap(2),
            name_of(school),
            Gap(3),
            Paragraph("ДОРОЖНАЯ КАРТА", Style.TITLE),
            Paragraph(
                f"реализации Программы развития на {period_named(programme)}",
                Style.SUBTITLE,
            ),
            Paragraph(plan.words("roadmap.opening", OPENING)),
            road_table(plan),
            Gap(6),
            signature("Директор", school.director),
        ),
    )
