"""Material for documents, and documents read back as a person would read them."""

import re
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from pypdf import PdfReader

from shkola_desktop.domain.applying import form_for
from shkola_desktop.domain.documents import ProgrammeMaterial
from shkola_desktop.domain.measures import (
    BankMeasure,
    MeasureBank,
    MonitoringRow,
    Risk,
    StageText,
)
from shkola_desktop.domain.programme import (
    LegalAct,
    PassportRow,
    Preset,
    ProgrammeTemplate,
    Section,
)
from shkola_desktop.domain.scoring import score
from shkola_desktop.report.document import Document, Heading, Paragraph, Table
from shkola_desktop.report.docx.render import render as render_word
from shkola_desktop.report.pdf.render import render
from shkola_desktop.report.programme.plan import Plan, plan_of
from tests.support.builders import (
    NOON,
    a_diagnosis,
    a_programme,
    a_school,
    a_variant,
    an_edition,
)

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
NBSP = "\u00a0"
CODES = (
    "passport",
    "about",
    "analysis",
    "development",
    "results",
    "mechanisms",
    "indicators",
    "roadmap",
)
SECTIONS = (
    "1 Паспорт Программы развития",
    "2 Информационная справка об общеобразовательной организации",
    (
        "3 Проблемно-ориентированный анализ текущего состояния и результатов "
        "самодиагностики"
    ),
    "4 Основные направления развития организации",
    (
        "5 Ожидаемые результаты реализации Программы развития (повышение, сохранение "
        "уровня)"
    ),
    "6 Механизмы реализации Программы развития",
    "7 Критерии и показатели оценки реализации Программы развития",
    "8 Дорожная карта реализации Программы развития",
    "Приложение 1. Результаты самодиагностики по показателям",
    "Приложение 2. Лист изменений",
)
"""Chapters of the usual programme as its contents name them."""
WORST = {"a.1.1": "o0", "a.1.2": "o0", "b.1.1": "o0", "b.1.2": "o0"}
BEST = {"a.1.1": "o2", "a.1.2": "o1", "b.1.1": "o2", "b.1.2": "o1"}


def a_bank(**fields: Any) -> MeasureBank:
    common = BankMeasure(
        id="common-1",
        indicators=(),
        deficit="",
        text="Назначить кураторов",
        result="Приказ",
        indicator="Число кураторов, чел.",
        responsible="директор",
        term="1-й год, август",
        rural_hint="",
        resource="none",
    )
    known: dict[str, Any] = {
        "compiled": "2026-11-23",
        "note": "",
        "roles": (),
        "cross_cutting": (common,),
        "stages": (
            StageText("Подготовительный", "команда"),
            StageText("Основной", "новые программы"),
            StageText("Обобщающий", "отчёт"),
        ),
        "finance_sources": ("субсидия", "гранты"),
        "risks": (Risk("Отъезд педагога", "потеря кружка", "переподготовка"),),
        "monitoring": (
            MonitoringRow("Показатели", "сбор данных", "июнь", "директор", "педсовет"),
        ),
        "neutral_wording": ("Детей {n}, один ребёнок – {share} %.",),
        "criteria": (),
    }
    return MeasureBank(**{**known, **fields})


def a_template(**fields: Any) -> ProgrammeTemplate:
    sections = tuple(
        Section(str(n), code, f"Раздел {code}") for n, code in enumerate(CODES, 1)
    )
    passport = (
        "full_name",
        "basis",
        "team",
        "goal",
        "tasks",
        "period",
        "indicators",
        "results",
        "site",
    )
    known: dict[str, Any] = {
        "presets": (Preset("standard", "Типовой", sections),),
        "passport": tuple(PassportRow(code, f"Строка {code}") for code in passport),
        "acts": (
            LegalAct("law", "Закон об образовании", "in_force", None, "", cite=True),
            LegalAct("old", "Старый приказ", "superseded", None, "", cite=False),
            LegalAct("fgos-ooo-1", "Стандарт ООО", "in_force", None, "", cite=True),
            LegalAct("fgos-soo-1", "Стандарт СОО", "in_force", None, "", cite=True),
        ),
    }
    return ProgrammeTemplate(**{**known, **fields})


def a_material(
    options: dict[str, str] | None = None,
    previous: dict[str, str] | None = None,
    **fields: Any,
) -> ProgrammeMaterial:
    """A small school that answered everything with nothing, unless told otherwise."""
    edition = fields.pop("edition", None) or an_edition()
    form = form_for(edition, a_variant())
    answers = WORST if options is None else options
    known: dict[str, Any] = {
        "school": a_school(),
        "people": (),
        "form": form,
        "diagnosis": a_diagnosis(answers),
        "result": score(form, answers),
        "previous": None if previous is None else score(form, previous),
        "programme": a_programme(),
        "bank": a_bank(),
        "template": a_template(),
        "made_at": NOON,
    }
    return ProgrammeMaterial(**{**known, **fields})


def a_plan(*args: Any, **fields: Any) -> Plan:
    return plan_of(a_material(*args, **fields))


def without_levels() -> Any:
    """An edition that knows no thresholds: no level can be printed."""
    return an_edition(orientation=(), official=())


def tables(blocks) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def cells(table: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


def texts(blocks) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def headings(blocks) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Heading)]


def a_document(*blocks: Any, **fields: Any) -> Document:
    known = {"title": "Проба", "author": "", "subject": ""}
    return Document(**{**known, **fields}, blocks=tuple(blocks))


def set_in_type(*blocks: Any, folder: Path) -> Path:
    """Render blocks into a file."""
    path = folder / "document.pdf"
    path.write_bytes(render(a_document(*blocks), FONTS))
    return path


def written(*blocks: Any, **fields: Any) -> WordDocument:
    """Make a document of Word and read it back."""
    return docx.Document(BytesIO(render_word(a_document(*blocks, **fields), FONTS)))


def word_texts(word: WordDocument) -> list[str]:
    """Return the text of every paragraph, those of tables too, in order."""
    found = word.element.body.iter(qn("w:p"))
    return [WordParagraph(p, word.part).text for p in found]


def word_styles(word: WordDocument) -> list[str]:
    """Return the style of every paragraph as Word calls it."""
    found = word.element.body.iter(qn("w:p"))
    return [WordParagraph(p, word.part).style.name for p in found]


def output(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout


def pages(pdf: Path) -> list[str]:
    """Return the text of every page as pdftotext reads it."""
    return output("pdftotext", "-layout", pdf, "-").split("\f")[:-1]


def run_together(text: str) -> str:
    """Return the text without what typesetting changes: spaces, hyphens, quotes."""
    return re.sub(r'[\s\u00ad\u2010-\u2014"«»„“-]', "", text)


def words_outside(pdf: Path) -> list[str]:
    """Return the words that stand outside the margins of their page."""
    found: list[str] = []
    width = 0.0
    right = 0.0
    for line in output("pdftotext", "-bbox", pdf, "-").splitlines():
        page = re.search(r'<page width="([\d.]+)" height="([\d.]+)"', line)
        if page:
            width, height = float(page[1]), float(page[2])
            right = (12 if width < height else 20) * 72 / 25.4
        word = re.search(r'xMax="([\d.]+)" yMax="[\d.]+">(.*)</word', line)
        if word and float(word[1]) > width - right + 1:
            found.append(word[2])
    return found


def bottom_of(word: str, pdf: Path) -> float:
    """Return how many points below its page's top a word ends."""
    text = output("pdftotext", "-bbox", pdf, "-")
    found = re.search(rf'yMax="([\d.]+)">{word}</word', text)
    assert found is not None
    return float(found[1])


def flat(text: str) -> str:
    """Return the text on one line."""
    return " ".join(text.split())


def _outline(
    reader: PdfReader, entries: Any, depth: int = 0
) -> Iterator[tuple[int, str, int]]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _outline(reader, entry, depth + 1)
        else:
            yield depth, entry.title, reader.get_destination_page_number(entry) + 1


def outlined(pdf: Path) -> list[tuple[int, str, int]]:
    """Return depth, heading and page of every bookmark."""
    reader = PdfReader(pdf)
    return [
        (depth, title.replace("\u00a0", " "), page)
        for depth, title, page in _outline(reader, reader.outline)
    ]


def listed(pdf: Path) -> list[tuple[str, int]]:
    """Return heading and page of every line of the contents."""
    text = flat(pages(pdf)[1].split("Содержание", 1)[1])
    found = re.findall(r"(\S.*?)(?: \.)+ ?(\d+)(?= |$)", text)
    return [(title.strip(), int(page)) for title, page in found]
