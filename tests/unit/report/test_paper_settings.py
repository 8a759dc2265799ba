"""Size, spacing and page numbers as the school chose, and a turned first page."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from shkola_desktop.report.document import Heading, PageBreak, Paragraph, Setting, Turn
from shkola_desktop.report.pdf.render import render
from tests.support.papers import FONTS, a_document

PROSE = "Школа работает в одном здании. " * 400


def read(document):
    return PdfReader(BytesIO(render(document, FONTS)))


def heights_of_numbers(reader, number):
    """How high the page's number stands, in points from the foot."""
    found = []

    def visit(text, _matrix, place, _font, _size):
        if text.strip() == str(number):
            found.append(place[5])

    reader.pages[number - 1].extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize(
    ("setting", "fewest", "most"),
    [
        (Setting(size=12, spacing=1.0), 3, 4),
        (Setting(size=14, spacing=1.5), 5, 7),
    ],
)
def test_larger_text_takes_more_pages(setting, fewest, most):
    reader = read(a_document(Paragraph(PROSE), setting=setting))
    assert fewest <= len(reader.pages) <= most


@pytest.mark.parametrize(("place", "low"), [("top", False), ("bottom", True)])
def test_the_page_number_stands_where_it_was_wanted(place, low):
    blocks = (Paragraph("Первая"), PageBreak(), Paragraph("Вторая"))
    reader = read(a_document(*blocks, setting=Setting(number_at=place)))
    (height,) = heights_of_numbers(reader, 2)
    assert (height < 60) == low
    assert (height > 780) == (not low)


def test_a_document_that_begins_turned_has_no_empty_page():
    reader = read(a_document(Turn(True), Heading("Карта"), Paragraph("Текст")))
    assert len(reader.pages) == 1
    box = reader.pages[0].mediabox
    assert box.width > box.height
    assert "Карта" in reader.pages[0].extract_text()
