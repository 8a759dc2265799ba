"""The contents: a field that is filled, so that nothing asks to be updated."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false
# ReportLab's stubs know half of it.

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth

from shkola_desktop.report.docx import styles
from shkola_desktop.report.docx.elements import (
    Element,
    code,
    element,
    field,
    mark,
    runs,
    tab,
)
from shkola_desktop.report.docx.paragraphs import paragraph

FIELD = 'TOC \\o "1-3" \\h \\z'


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading as the contents show it; ``key`` is the name of its bookmark."""

    key: str
    text: str
    level: int
    page: int


def contents(
    entries: Sequence[Entry], looks: Sequence[ParagraphStyle], width: float
) -> Iterator[Element]:
    """Yield a paragraph for each entry, all of them the result of one field.

    ``looks`` are those of the three levels, ``width`` that of the page in points.
    """
    opening = [mark("begin"), code(FIELD), mark("separate")]
    for number, entry in enumerate(entries):
        before = opening if number == 0 else []
        after = [mark("end")] if number == len(entries) - 1 else []
        look = looks[entry.level - 1]
        line = _line(entry, "\n".join(_lines(entry.text, look, width)))
        style = f"{styles.CONTENTS}{entry.level}"
        yield paragraph(style, [*before, line, *after])


def bookmarked(entry: Entry, number: int) -> list[Element]:
    """Return the runs of a heading that the contents lead to."""
    return [
        element("bookmarkStart", id=number, name=entry.key),
        *runs(entry.text),
        element("bookmarkEnd", id=number),
    ]


def _lines(text: str, look: ParagraphStyle, width: float) -> list[str]:
    """Break a heading where its number would not fit beside it.

    A right indent would do that in Word; LibreOffice then hides the number.
    """
    room = width - look.leftIndent - look.rightIndent
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if stringWidth(longer, look.fontName, look.fontSize) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line for line in lines if line]


def _line(entry: Entry, text: str) -> Element:
    return element(
        "hyperlink",
        *runs(text),
        tab(),
        *field(f"PAGEREF {entry.key} \\h", str(entry.page)),
        anchor=entry.key,
        history=1,
    )
