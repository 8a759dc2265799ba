"""Title page: draft mark, approvals, name, period, place and year."""

from shkola_desktop.domain.programme_parts import Approval as Decision
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
from shkola_desktop.report.requisites import SIGNATURE, dated, numbered
from shkola_desktop.words.plans import period_named

IN_A_ROW = 3
"""Approvals side by side: more would not leave room for their blanks."""
ROOM = 34
"""Millimetres for the mark of an electronic signature, 30 × 70 mm, and some air."""
NOTHING = Approval("", "", "")


def title_page(plan: Plan) -> tuple[Block, ...]:
    """Return the title page (programme.md §2.1, §5.2)."""
    school = plan.material.school
    paper = plan.programme.paper
    place = school.settlement or school.district
    year = str(plan.material.made_at.astimezone().year)
    mark = (Paragraph("ПРОЕКТ", Style.RIGHT), Gap(4)) if paper.draft_mark else ()
    return (
        *mark,
        Paragraph(school.full_name, Style.SUBTITLE),
        Gap(6),
        *_approvals(plan),
        *((Gap(ROOM), Gap(22)) if paper.signature_room else (Gap(48),)),
        Paragraph("ПРОГРАММА РАЗВИТИЯ", Style.TITLE),
        Paragraph(f"на {period_named(plan.programme)}", Style.SUBTITLE),
        PageFoot("\n".join(part for part in (place, year) if part)),
    )


def _approvals(plan: Plan) -> tuple[Block, ...]:
    """Return council, founder and order; other bodies in rows under them."""
    school, decided = plan.material.school, plan.programme.approvals
    first = (
        _council(decided.council),
        _founder(decided.founder, school),
        _order(decided.order, school),
    )
    others = [_other(name, other) for name, other in decided.others if name.strip()]
    rows = [others[n : n + IN_A_ROW] for n in range(0, len(others), IN_A_ROW)]
    return (
        Approvals(first),
        *(
            block
            for row in rows
            for block in (
                Gap(5),
                Approvals((*row, *[NOTHING] * (IN_A_ROW - len(row)))),
            )
        ),
    )


def _council(decided: Decision) -> Approval:
    body = decided.by.strip() or "педагогическим советом"
    return Approval("ПРИНЯТА", body, f"протокол\n{numbered(decided)}")


def _founder(decided: Decision, school: School) -> Approval:
    """Return the founder's agreement: by a letter with a number, or by signature."""
    who = f"Учредитель: {school.founder}" if school.founder else "Учредитель"
    by = decided.by.strip()
    body = "\n".join(part for part in (who, by) if part)
    if decided.number.strip():
        return Approval("СОГЛАСОВАНА", body, f"письмо\n{numbered(decided)}")
    name = SIGNATURE if by else f"{SIGNATURE} / {SIGNATURE}"
    return Approval("СОГЛАСОВАНА", body, f"{name}\n{dated(decided.on)}")


def _order(decided: Decision, school: School) -> Approval:
    """Return the order; where another person signs, it is not the director's."""
    by = decided.by.strip()
    body = "приказом директора" if by in {"", school.director} else "приказом по школе"
    line = f"{SIGNATURE} {by or school.director}".strip()
    return Approval("УТВЕРЖДЕНА", body, f"{numbered(decided)}\n{line}")


def _other(name: str, decided: Decision) -> Approval:
    body = "\n".join(part for part in (name.strip(), decided.by.strip()) if part)
    return Approval("СОГЛАСОВАНА", body, f"протокол\n{numbered(decided)}")
