"""The contents: their lines are set with all pages, their numbers when all are known.

A number changes no line, so one pass over the document is enough: a line leaves a mark
on its page, and the mark gives way to the number before the file is written.
"""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false
# ReportLab's stubs know half of it.

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from shkola_desktop.report.pdf.text import Text, only_places

DOT = " . "
MARK = "%number "
"""Begins a comment of PDF; no text of a page can stand on a line of its own."""


def key_of(heading: int) -> str:
    """Return the name of the place of a heading, counted from 0."""
    return f"h{heading}"


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Where the text of a line ends, where the line ends, and what it points to."""

    heading: int
    start: float
    end: float
    baseline: float
    style: ParagraphStyle


class Numbers:
    """The numbers of the lines of one document, until they are known."""

    def __init__(self) -> None:
        self._waiting: list[_Waiting] = []

    def later(self, waiting: _Waiting, canvas: Canvas) -> None:
        """Leave a mark on the page."""
        canvas.addLiteral(f"{MARK}{len(self._waiting)}")
        self._waiting.append(waiting)

    def settle(self, canvas: Canvas, pages: Sequence[int]) -> None:
        """Put the numbers in place of the marks; pages of the headings in order."""
        if not self._waiting:
            return
        code = [_drawn(line, canvas, pages[line.heading]) for line in self._waiting]
        for page in canvas._doc.Pages.pages:  # noqa: SLF001  # no other way
            if MARK in page.stream:
                lines = page.stream.split("\n")
                page.stream = "\n".join(_settled(line, code) for line in lines)


class ContentsLine(Flowable):
    """A heading in the contents, with dots to its number; all of it is a link."""

    def __init__(self, text: Text, heading: int, numbers: Numbers) -> None:
        super().__init__()
        self._text = text
        self._heading = heading
        self._numbers = numbers

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803  # the base
        """Measure the text."""
        self.width, self.height = self._text.wrap(aW, aH)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the text, leave the number for later."""
        canvas = self.canv
        if only_places(canvas):
            return
        self._text.drawOn(canvas, 0, 0)
        area = (self._text.style.leftIndent, 0, self.width, self.height)
        canvas.linkRect("", key_of(self._heading), area, relative=1)
        self._numbers.later(self._end(), canvas)

    def _end(self) -> _Waiting:
        style, broken = self._text.style, self._text.blPara
        room = self.width - style.leftIndent - style.rightIndent
        lines = broken.lines
        unused = _unused(broken) if lines else room
        start = style.leftIndent + room - unused
        # a first line stands its size below the top
        down = style.fontSize + max(0, len(lines) - 1) * style.leading
        return _Waiting(self._heading, start, self.width, self.height - down, style)


def _unused(broken: Any) -> float:
    # lines in several fonts are objects, lines in one are pairs
    last = broken.lines[-1]
    return last.extraSpace if broken.kind else last[0]


def _drawn(line: _Waiting, canvas: Canvas, page: int) -> str:
    """Return what draws the dots and the number, right-aligned."""
    style = line.style
    font = (style.fontName, style.fontSize)
    number = str(page)
    dot, wide = stringWidth(DOT, *font), stringWidth(number, *font)
    dots = max(0, int((line.end - line.start - wide) / dot))
    start = line.end - dots * dot - wide
    text = canvas.beginText(start, line.baseline)
    text.setFont(*font)
    text.setFillColor(style.textColor)
    text.textOut(dots * DOT + number)
    return text.getCode()


def _settled(line: str, code: Sequence[str]) -> str:
    return code[int(line.removeprefix(MARK))] if line.startswith(MARK) else line
