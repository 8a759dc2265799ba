"""The whole document: title page, contents, sections of the preset, annexes."""

from collections.abc import Callable

from shkola_desktop.domain.documents import ProgrammeMaterial
from shkola_desktop.domain.programme import Section
from shkola_desktop.report.document import (
    Block,
    Column,
    Contents,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Setting,
    Style,
    Table,
    Turn,
)
from shkola_desktop.report.programme.about import about
from shkola_desktop.report.programme.analysis import analysis
from shkola_desktop.report.programme.development import development
from shkola_desktop.report.programme.indicators import indicators
from shkola_desktop.report.programme.mechanisms import mechanisms
from shkola_desktop.report.programme.passport import passport
from shkola_desktop.report.programme.plan import Plan, plan_of
from shkola_desktop.report.programme.results import results
from shkola_desktop.report.programme.roadmap import roadmap
from shkola_desktop.report.programme.title_page import title_page
from shkola_desktop.report.protocol import answers_table
from shkola_desktop.report.requisites import ROOM
from shkola_desktop.words.levels import RECONSTRUCTION, footnote_for
from shkola_desktop.words.plans import period_named
from shkola_desktop.words.russian import short_date

CHANGES = (
    Column("№", 8, centred=True),
    Column("Дата", 18),
    Column("Основание (приказ №)", 30),
    Column("Что изменено", 44),
)
EMPTY_CHANGES = 6
"""Rows for handwriting: a correction a year and one to spare."""
FEWEST_EMPTY = 3
"""Empty rows that follow however many corrections are printed."""

SECTIONS: dict[str, Callable[[Plan, str], tuple[Block, ...]]] = {
    "passport": lambda plan, _number: passport(plan),
    "about": about,
    "analysis": analysis,
    "development": development,
    "results": lambda plan, _number: results(plan),
    "mechanisms": mechanisms,
    "indicators": lambda plan, _number: indicators(plan),
    "roadmap": lambda plan, _number: roadmap(plan),
}
"""What fills a section, by the section's code in ``forms/programme.yaml``."""
WIDE = frozenset({"roadmap"})
"""Sections on landscape pages."""


def programme(material: ProgrammeMaterial) -> Document:
    """Return the draft of the programme as a document."""
    plan = plan_of(material)
    preset = material.template.preset(material.programme.preset)
    blocks: list[Block] = [*title_page(plan), PageBreak(), Contents("Содержание")]
    wide = False
    for section in preset.sections:
        turned = section.code in WIDE
        blocks.append(Turn(turned) if turned != wide else PageBreak())
        wide = turned
        blocks.extend(section_blocks(plan, section))
    blocks.append(Turn(False) if wide else PageBreak())
    blocks.extend(_annexes(plan))
    paper = material.programme.paper
    return Document(
        title=f"Программа развития на {period_named(material.programme)}",
        author=material.school.short_name,
        subject=material.school.full_name,
        blocks=tuple(blocks),
        setting=Setting(paper.size, paper.spacing, paper.number_at),
    )


def section_blocks(plan: Plan, section: Section) -> tuple[Block, ...]:
    """Return a section: heading, the school's own opening, what the data tell."""
    fill = SECTIONS.get(section.code)
    own = plan.programme.texts.get(section.code, "").strip()
    return (
        Heading(f"{section.number} {section.title}", place=f"section:{section.code}"),
        *(Paragraph(part.strip()) for part in own.splitlines() if part.strip()),
        *(fill(plan, section.number) if fill else ()),
    )


def _annexes(plan: Plan) -> tuple[Block, ...]:
    material = plan.material
    notes = [footnote_for(material.result)]
    if material.form.edition.status == "reconstruction":
        notes.append(RECONSTRUCTION)
    table = answers_table(
        material.form,
        material.diagnosis.options,
        material.result,
        f"Ответы самодиагностики, {material.diagnosis.year} год",
        tuple(Paragraph(text, Style.SMALL) for text in notes if text),
    )
    return (
        Heading("Приложение 1. Результаты самодиагностики по показателям"),
        table,
        PageBreak(),
        Heading("Приложение 2. Лист изменений", place="section:changes"),
        Table(CHANGES, _changes(plan)),
    )


def _changes(plan: Plan) -> tuple[Row, ...]:
    """Return the corrections made, in order of their dates, and room for more."""
    made = sorted(plan.programme.changes, key=lambda change: change.on)
    printed = [
        Row((str(n), short_date(change.on), change.basis, change.what))
        for n, change in enumerate(made, 1)
    ]
    last = max(EMPTY_CHANGES, len(made) + FEWEST_EMPTY)
    empty = [Row((str(n), ROOM, "", "")) for n in range(len(made) + 1, last + 1)]
    return (*printed, *empty)
