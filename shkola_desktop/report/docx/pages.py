"""Sections of Word: the direction of the page, its margins, its number."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportPrivateUsage=false
# lxml has no types.

from docx.section import Section

from shkola_desktop.report.document import Document
from shkola_desktop.report.docx import styles
from shkola_desktop.report.docx.elements import (
    Element,
    code,
    element,
    field,
    mark,
    run,
    twips,
    when,
)
from shkola_desktop.report.docx.paragraphs import paragraph
from shkola_desktop.report.pdf.styles import NUMBER_EDGE, margins, page_size

SECOND = 2


def section(*, landscape: bool, bare_first: bool = False) -> Element:
    """Return the properties of a section; a bare first page shows no number."""
    width, height = page_size(landscape=landscape)
    left, right, top, bottom = margins(landscape=landscape)
    turned = {"orient": "landscape"} if landscape else {}
    return element(
        "sectPr",
        element("type", val="nextPage"),
        element("pgSz", w=twips(width), h=twips(height), **turned),
        element(
            "pgMar",
            top=twips(top),
            right=twips(right),
            bottom=twips(bottom),
            left=twips(left),
            header=twips(NUMBER_EDGE),
            footer=twips(NUMBER_EDGE),
            gutter=0,
        ),
        when(bare_first, "titlePg"),
    )


def number_pages(first: Section, document: Document) -> None:
    """Put the number of the page above or below the text of all sections.

    The first page is left bare by its section; where more pages are, the field asks
    for the number first.
    """
    below = document.setting.number_at == "bottom"
    place = first.footer if below else first.header
    style = styles.FOOTER if below else styles.HEADER
    place.is_linked_to_previous = False
    root = place._element  # noqa: SLF001  # no other way
    for child in list(root):
        root.remove(child)
    root.append(paragraph(style, _number(document.number_from)))


def _number(number_from: int) -> list[Element]:
    shown = field("PAGE", str(number_from))
    if number_from <= SECOND:
        return shown
    question = [code("IF"), *field("PAGE", "1"), code(f">= {number_from}"), *shown]
    return [mark("begin"), *question, mark("separate"), run(""), mark("end")]
