"""Title page: draft mark, approvals, name, period, place and year."""

from shkola_desktop.domain.school import School
from shkola_desktop.report.document import (
    Approval,
    Approvals,
    Block,
    Gap,
    PageFoot,
    Paragraph,
    Style,
)
from shkola_desktop.report.programme.plan import Plan
from shkola_desktop.words.plans import period_named

DATE = "«____» ____________ 20___ г."
SIGNATURE = "__________"
NUMBERED = "от ____________ № _____"


def title_page(plan: Plan) -> tuple[Block, ...]:
    """Return the title page (programme.md §2.1, §5.2).

    The room under the approvals is for the marks of electronic signatures.
    """
    school = plan.material.school
    place = school.settlement or school.district
    year = str(plan.material.made_at.astimezone().year)
    return (
        Paragraph("ПРОЕКТ", Style.RIGHT),
        Gap(4),
        Paragraph(school.full_name, Style.SUBTITLE),
        Gap(6),
        _approvals(school),
        Gap(48),
        Paragraph("ПРОГРАММА РАЗВИТИЯ", Style.TITLE),
        Paragraph(f"на {period_named(plan.programme)}", Style.SUBTITLE),
        PageFoot("\n".join(part for part in (place, year) if part)),
    )


def _approvals(school: School) -> Approvals:
    founder = f": {school.founder}" if school.founder else ""
    return Approvals(
        (
            Approval("ПРИНЯТА", "педагогическим советом", f"протокол\n{NUMBERED}"),
            Approval(
                "СОГЛАСОВАНА",
                f"Учредитель{founder}",
                f"{SIGNATURE} / {SIGNATURE}\n{DATE}",
            ),
            Approval(
                "УТВЕРЖДЕНА",
                "приказом директора",
                f"{NUMBERED}\n{SIGNATURE} {school.director}".strip(),
            ),
        )
    )
