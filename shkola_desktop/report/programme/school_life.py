"""What surrounds lessons: equipment, transport, the settlement, partners, successes."""

from shkola_desktop.domain.school_info import Partner, SchoolInfo
from shkola_desktop.report.document import (
    Block,
    Column,
    Paragraph,
    Row,
    Style,
    Table,
)
from shkola_desktop.words.russian import sentence

PARTNER_WIDTHS = (30, 44, 26)
WITHOUT_AGREEMENTS = (38, 62)


def equipment_part(info: SchoolInfo) -> tuple[Block, ...]:
    """Return rooms and equipment, and how pupils come to school."""
    lines = _lines(info.equipment)
    opening = (Paragraph("Для образовательной деятельности в ОО есть:"),)
    return (*(opening if lines else ()), *lines, *_paragraphs(info.transport))


def surroundings_part(info: SchoolInfo) -> tuple[Block, ...]:
    """Return the settlement and the partners."""
    known = tuple(p for p in info.partners if p.name.strip())
    table = (_partners(known),) if known else ()
    return (*_paragraphs(info.surroundings), *table)


def achievements_part(info: SchoolInfo) -> tuple[Block, ...]:
    """Return the achievements, one a line."""
    lines = _lines(info.achievements)
    return (Paragraph("Достижения последних лет:"), *lines) if lines else ()


def _lines(lines: tuple[str, ...]) -> tuple[Paragraph, ...]:
    """Return a list in the Russian manner: semicolons, a full stop at its end."""
    bare = [line.strip().rstrip(";,. ") for line in lines]
    known = [line for line in bare if line]
    ends = [";"] * (len(known) - 1) + ["."]
    return tuple(
        Paragraph(f"{line}{end}", Style.BULLET)
        for line, end in zip(known, ends, strict=False)
    )


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    parts = (part.strip() for part in text.splitlines())
    return tuple(Paragraph(sentence(part)) for part in parts if part)


def _partners(partners: tuple[Partner, ...]) -> Table:
    rows = [(p.name, p.what or "–", p.agreement or "–") for p in partners]
    titles = ("Партнёр", "Что делается вместе", "Договор (соглашение)")
    widths = PARTNER_WIDTHS
    if not any(partner.agreement for partner in partners):
        widths = WITHOUT_AGREEMENTS
    columns = tuple(map(Column, titles, widths))
    return Table(
        columns, tuple(Row(cells[: len(columns)]) for cells in rows), "Партнёры ОО"
    )
