"""Title page: draft mark, approvals, name, period, place and year."""

from shkola_desktop.report.document import (
    Approvals,
    Block,
    Gap,
    Paragraph,
    Style,
)
from shkola_desktop.report.programme.plan import Plan
from shkola_desktop.words.plans import period

DATE = "«____» ____________ 20___ г."
SIGNATURE = "__________________"


def title_page(plan: Plan) -> tuple[Block, ...]:
    """Return the title page (programme.md §2.1, §5.2)."""
    school = plan.material.school
    place = school.settlement or school.district
    year = plan.material.made_at.astimezone().year
    return (
        Paragraph("ПРОЕКТ", Style.RIGHT),
        Gap(4),
        Approvals(
            (
                (
                    "ПРИНЯТА",
                    "педагогическим советом",
                    "протокол",
                    "от ____________ № _____",
                ),
                (
                    "СОГЛАСОВАНА",
                    school.founder or "учредителем",
                    SIGNATURE,
                    DATE,
                ),
                (
                    "УТВЕРЖДЕНА",
                    "приказом директора",
                    "от ____________ № _____",
                    f"{SIGNATURE} {school.director}".strip(),
                ),
            )
        ),
        Gap(48),
        Paragraph("ПРОГРАММА РАЗВИТИЯ", Style.TITLE),
        Paragraph(school.full_name, Style.SUBTITLE),
        Gap(4),
        Paragraph(f"на {period(plan.programme)} годы", Style.SUBTITLE),
        Gap(80),
        Paragraph(f"{place}\n{year}" if place else str(year), Style.CENTRED),
    )
