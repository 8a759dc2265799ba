"""The PDF in one pass: true numbers in the contents, pages of places, no drift."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfbase.ttfonts import TTFont

from shkola_desktop.domain.documents import DocumentKind
from shkola_desktop.report.document import (
    Column,
    Contents,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Table,
    Turn,
)
from shkola_desktop.report.pdf.fonts import register
from shkola_desktop.report.pdf.render import heading_pages, render, render_with_pages
from shkola_desktop.report.pdf.styles import styles
from shkola_desktop.report.pdf.text import Text
from shkola_desktop.report.reports import PaperReports
from tests.support.papers import (
    FONTS,
    a_document,
    a_material,
    listed,
    pages,
    set_in_type,
)

LINE = re.compile(r"Глава \d+[ .]+ (\d+)$", re.MULTILINE)
LONG = "Школа повышает квалификацию учителей и открывает новые кружки. " * 40
ROWS = tuple(Row((str(n), LONG[:300])) for n in range(60))
BOOK = (
    Paragraph("Титул"),
    PageBreak(),
    Contents("Содержание"),
    PageBreak(),
    Heading("1 Первая", place="section:first"),
    Paragraph(LONG),
    Heading("1.1 Внутри", 2),
    Table((Column("№", 1), Column("Что", 4)), ROWS, "Длинная"),
    Turn(landscape=True),
    Heading("2 Вторая", place="section:second"),
    Paragraph(LONG),
)


def test_every_line_of_the_contents_tells_its_page_and_leads_to_it(tmp_path):
    pdf = set_in_type(*BOOK, folder=tmp_path)
    found = listed(pdf)
    assert [title for title, _ in found] == ["1 Первая", "1.1 Внутри", "2 Вторая"]
    made = pages(pdf)
    for title, page in found:
        assert title in made[page - 1]
    reader = PdfReader(pdf)
    links = [note.get_object() for note in reader.pages[1]["/Annots"]]
    led = [reader.get_page_number(link["/Dest"][0].get_object()) + 1 for link in links]
    assert led == [page for _, page in found]


def test_contents_of_several_pages_have_all_their_numbers(tmp_path):
    many = [b for n in range(90) for b in (Heading(f"Глава {n + 1}"), PageBreak())]
    pdf = set_in_type(Contents("Содержание"), PageBreak(), *many, folder=tmp_path)
    front = "\n".join(pages(pdf)[:3])
    numbers = [int(n) for n in LINE.findall(front)]
    first = next(n for n, page in enumerate(pages(pdf), 1) if ". . ." not in page)
    assert first > 2
    assert numbers == list(range(first, first + 90))


def test_contents_without_headings_are_a_title_alone(tmp_path):
    pdf = set_in_type(Contents("Содержание"), Paragraph("Текст"), folder=tmp_path)
    assert "Placeholder" not in pages(pdf)[0]
    assert "Содержание" in pages(pdf)[0]


@pytest.mark.parametrize("words", ["%number 0", "строка\n%number 0\nстрока"])
def test_a_schools_own_words_are_never_taken_for_a_number(words, tmp_path):
    blocks = (Contents("Содержание"), Heading(words), Paragraph(words))
    pdf = set_in_type(*blocks, folder=tmp_path)
    assert pages(pdf)[0].count("%number 0") == 3


def test_pages_are_told_beside_the_document_and_alone_without_drawing():
    document = a_document(*BOOK)
    content, found = render_with_pages(document, FONTS)
    assert found == heading_pages(document, FONTS)
    assert content == render(document, FONTS)
    text = [page.extract_text() for page in PdfReader(BytesIO(content)).pages]
    assert "Первая" in text[found[0] - 1]
    assert "Вторая" in text[found[2] - 1]


def test_a_drawn_programme_tells_where_its_sections_begin():
    material, reports = a_material(), PaperReports(FONTS)
    drawn = reports.drawn_programme(material)
    assert drawn.content == reports.programme(DocumentKind.PROGRAMME, material)
    text = [page.extract_text() for page in PdfReader(BytesIO(drawn.content)).pages]
    assert "Паспорт" in text[drawn.pages["section:passport"] - 1]
    assert "Дорожная карта" in text[drawn.pages["section:roadmap"] - 1]
    assert "Лист изменений" in text[drawn.pages["section:changes"] - 1]
    assert list(drawn.pages.values()) == sorted(drawn.pages.values())


def test_a_paragraph_breaks_anew_only_for_another_width():
    register(FONTS)
    text = Text(LONG, styles().cell)
    _, wide = text.wrap(300, 800)
    _, narrow = text.wrap(100, 800)
    assert narrow > 2 * wide
    assert text.wrap(300, 800) == (300, wide)


@pytest.mark.parametrize("word", ["", "Школа", "ёлочки «№ 5» – 100 %", "\u4e2d"])
def test_a_font_that_remembers_measures_as_one_that_counts(word):
    register(FONTS)
    counted = TTFont("Counted", str(FONTS / "Tinos-Regular.ttf"))
    for _ in range(2):
        assert getFont("Tinos").stringWidth(word, 12) == counted.stringWidth(word, 12)
