"""The letter to the founder: agree the programme, help where the school cannot."""

from collections.abc import Iterable

from shkola_desktop.domain.declension import Case, with_initials
from shkola_desktop.domain.documents import ProgrammeMaterial
from shkola_desktop.domain.programme import Deficit, Measure
from shkola_desktop.domain.programme_parts import Approval as Decision
from shkola_desktop.report.document import (
    Block,
    Column,
    Document,
    Gap,
    PageBreak,
    Paragraph,
    Row,
    RowKind,
    Style,
    Table,
)
from shkola_desktop.report.programme.mechanisms import OUTSIDE
from shkola_desktop.report.programme.plan import Plan, plan_of
from shkola_desktop.report.requisites import LAW, in_line, in_lines, numbered, signature
from shkola_desktop.words.levels import points_and_level
from shkola_desktop.words.plans import (
    deficits_included,
    dependence,
    goal,
    period_named,
    resource,
    term,
)
from shkola_desktop.words.russian import (
    DEFICITS,
    capital,
    counted,
    first_sentence,
    itemised,
    small,
)

REGISTERED = "____________ № ____________\nНа № _________ от ____________"
COLUMNS = (
    Column("Код", 7, centred=True),
    Column("Дефицит", 28),
    Column("Что требуется", 29),
    Column("Средства, источник", 16),
    Column("Срок", 20),
)
KINDS = {"no": "Не зависит от школы", "partly": "Зависит от школы частично"}
"""What the founder is asked about, the more pressing first."""


def founder_letter(material: ProgrammeMaterial) -> Document:
    """Return the letter, with an annex where the school cannot do all alone."""
    plan = plan_of(material)
    school = material.school
    asked = tuple(d for d in plan.programme.included if dependence(d) in KINDS)
    about = f"О согласовании Программы развития на {period_named(plan.programme)}"
    known = (in_lines(school.full_name), school.address, school.site)
    sender = "\n".join(part for part in known if part)
    return Document(
        title=about,
        author=school.short_name,
        subject=school.full_name,
        blocks=(
            in_line(sender, _receiver(material)),
            Gap(3),
            Paragraph(REGISTERED, Style.PLAIN),
            Gap(6),
            Paragraph(about, Style.LABEL),
            Gap(4),
            *_text(plan, asked),
            Gap(6),
            *_enclosed(plan, asked),
            Gap(10),
            signature("Директор", school.director),
            Gap(10),
            Paragraph(
                "Исполнитель: ____________________, тел. ____________", Style.SMALL
            ),
            *(_annex(plan, asked) if asked else ()),
        ),
    )


def _receiver(material: ProgrammeMaterial) -> str:
    """Return whom the letter goes to: the founder's head in the dative, if named."""
    addressee = material.programme.approvals.addressee
    if addressee.empty:
        return material.school.founder or "Учредителю"
    position = material.cases.of(addressee.position, Case.DATIVE)
    name = material.cases.of(addressee.name, Case.DATIVE)
    return "\n".join(filter(None, (capital(position), with_initials(name))))


def _text(plan: Plan, asked: tuple[Deficit, ...]) -> tuple[Block, ...]:
    material = plan.material
    result, year = material.result, material.diagnosis.year
    aim = goal(plan.programme, material.form, result, plan.planned)
    asking = (
        "согласовать Программу и рассмотреть предложения, изложенные в приложении"
        if asked
        else "согласовать Программу"
    )
    note = plan.footnote
    return (
        Paragraph(
            f"{material.school.full_name} направляет на согласование Программу "
            f"развития на {period_named(plan.programme)} (далее – Программа) на "
            f"основании {LAW}."
        ),
        Paragraph(
            f"Программа разработана по результатам самодиагностики за {year} год: "
            f"{points_and_level(result)}."
        ),
        Paragraph(f"Цель Программы: {small(aim)}"),
        Paragraph(_alone(plan, asked)),
        Paragraph(f"Просим {asking}."),
        *((Paragraph(note, Style.SMALL),) if note else ()),
    )


def _alone(plan: Plan, asked: tuple[Deficit, ...]) -> str:
    if not asked:
        return (
            "Программа выполняется силами школы, решений и дополнительных средств "
            "учредителя не требуется."
        )
    return (
        f"В Программу {deficits_included(plan.programme)}. Без участия учредителя и "
        "партнёров школа не может полностью устранить "
        f"{counted(len(asked), DEFICITS)}: что для этого нужно, указано в приложении."
    )


def _enclosed(plan: Plan, asked: tuple[Deficit, ...]) -> tuple[Block, ...]:
    """Return what goes with the letter; the sheets are counted by hand."""
    sheets = "на _____ л. в 1 экз."
    programme = f"Программа развития на {period_named(plan.programme)} {sheets}"
    if not asked:
        return (Paragraph(f"Приложение: {programme}", Style.PLAIN),)
    return (
        Paragraph("Приложения:", Style.PLAIN),
        Paragraph(f"1. {programme}", Style.PLAIN),
        Paragraph(f"2. Предложения учредителю {sheets}", Style.PLAIN),
    )


def _annex(plan: Plan, asked: tuple[Deficit, ...]) -> tuple[Block, ...]:
    rows: list[Row] = []
    for kind, title in KINDS.items():
        found = [deficit for deficit in asked if dependence(deficit) == kind]
        if found:
            rows.append(Row((title,), RowKind.SECTION))
        rows.extend(_row(plan, deficit) for deficit in found)
    return (
        PageBreak(),
        Paragraph(f"Приложение 2\nк письму {numbered(Decision())}", Style.RIGHT),
        Gap(4),
        Paragraph("Предложения учредителю", Style.SUBTITLE),
        Paragraph(
            "Дефициты, которые школа не может устранить без решений и средств "
            "учредителя или без партнёров."
        ),
        Table(COLUMNS, tuple(rows)),
    )


def _row(plan: Plan, deficit: Deficit) -> Row:
    """Return what a deficit needs from outside: the own decision, or the measures."""
    needed = _outside(deficit) or deficit.measures
    texts = _once(first_sentence(m.text) for m in needed)
    wanted = deficit.decision.strip() or itemised(texts)
    return Row(
        (
            deficit.code,
            deficit.text,
            wanted or "решение учредителя",
            "\n".join(_once(m.finance or resource(m.resource) for m in needed)) or "–",
            "\n".join(_once(term(m.term, plan.programme) for m in needed)) or "–",
        )
    )


def _outside(deficit: Deficit) -> tuple[Measure, ...]:
    return tuple(m for m in deficit.measures if m.finance or m.resource in OUTSIDE)


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
