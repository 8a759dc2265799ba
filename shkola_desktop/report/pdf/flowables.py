"""Flowables that ReportLab lacks: tables that break well, headings that stay."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false
# ReportLab's stubs know half of it.

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, FrameBreak, KeepTogether, Paragraph, Table

from shkola_desktop.report.pdf.text import only_places

FEWEST = 2
"""Rows, or lines, that may stand alone before or after a break."""
CAPTION_GAP = 1.2 * mm
FOOT_GAP = 1.5 * mm
HUGE = 0xFFFFFF
"""A height that fits nowhere: ReportLab asks to split then."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a table; ``continued`` is the caption of further pages."""

    caption: Paragraph | None
    continued: Paragraph | None
    foot: tuple[Paragraph, ...]
    page_height: float

    @property
    def further(self) -> "Around":
        """What stands around the rest of the table, on the next page."""
        return Around(self.continued, self.continued, self.foot, self.page_height)

    @property
    def open_ended(self) -> "Around":
        """What stands around a part that is not the last: no foot."""
        return Around(self.caption, self.continued, (), self.page_height)


class SetTable(Flowable):
    """A table under its caption and over its foot; it breaks where a reader expects.

    ``held`` tells for every row, the head's too, whether it stays with the next.
    """

    def __init__(self, table: Table, held: Sequence[bool], around: Around) -> None:
        super().__init__()
        self._table = table
        self._held = tuple(held)
        self._around = around
        self._measured_for: float | None = None
        self.spaceBefore = 2 * mm
        self.spaceAfter = 4 * mm

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803  # the base
        """Measure caption, table and foot together."""
        self._measure(aW)
        self.width = aW
        self.height = self._above + sum(self._rows) + self._below
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Any]:  # noqa: N803  # the base
        """Break between rows; the rest gets «Продолжение таблицы».

        Nothing is returned where the table should begin on the next page.
        """
        self._measure(aW)
        at_top = aH >= self._around.page_height - 1
        good = [row for row in self._breaks() if self._upto(row) <= aH]
        fair = [row for row in good if self._seemly(row)]
        if fair:
            return self._parts(max(fair), aW)
        if not at_top:
            return []
        if good:
            return self._parts(max(good), aW)
        if self._upto(len(self._rows)) <= aH:
            return self._footless()
        return self._torn(aW, aH)

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803  # the base
        """Draw, unless only places are wanted."""
        if not only_places(canvas):
            super().drawOn(canvas, x, y, _sW)  # pyright: ignore[reportCallIssue]  # the stub forgets it

    def draw(self) -> None:
        """Draw from the top down."""
        top = self.height
        caption = self._around.caption
        if caption is not None:
            caption.drawOn(self.canv, 0, top - caption.height)
        top -= self._above + sum(self._rows)
        self._table.drawOn(self.canv, 0, top)
        top -= FOOT_GAP
        for paragraph in self._around.foot:
            top -= paragraph.height
            paragraph.drawOn(self.canv, 0, top)

    def least(self, width: float) -> float:
        """Return the height of the smallest part that may stand at a page's end."""
        self._measure(width)
        fair = [row for row in self._breaks() if self._seemly(row)]
        return self._upto(min(fair)) if fair else self.wrap(width, 0)[1]

    def _measure(self, width: float) -> None:
        if self._measured_for == width:
            return
        self._measured_for = width
        around, table = self._around, self._table
        table.wrap(width, HUGE)
        self._rows: list[float] = table._rowHeights  # noqa: SLF001  # no other way
        # or it measures every cell again to be split, and its parts do
        table._argH = self._rows  # noqa: SLF001  # as above
        self._above = self._below = 0.0
        if around.caption is not None:
            self._above = around.caption.wrap(width, HUGE)[1] + CAPTION_GAP
        if around.foot:
            self._below = FOOT_GAP + _heights(around.foot, width)

    def _breaks(self) -> list[int]:
        """Return after how many rows a page may end."""
        first = self._heads + 1
        return [n for n in range(first, len(self._rows)) if not self._held[n - 1]]

    def _seemly(self, row: int) -> bool:
        before, after = row - self._heads, len(self._rows) - row
        return before >= FEWEST and after >= FEWEST

    def _upto(self, row: int) -> float:
        return self._above + sum(self._rows[:row])

    def _parts(self, row: int, width: float) -> list[Any]:
        parts = self._table.split(width, sum(self._rows[:row]) + 0.01)
        return self._around_both(parts, row)

    def _torn(self, width: float, height: float) -> list[Any]:
        """Break inside a row: no page can hold it."""
        self._table.splitInRow = 1
        parts = self._table.split(width, height - self._above)
        row = len(parts[0]._rowHeights) if parts else 0  # noqa: SLF001  # as above
        return self._around_both(parts, row)

    def _footless(self) -> list[Any]:
        """Let the foot flow below the rows: no page can hold both."""
        rows = SetTable(self._table, self._held, self._around.open_ended)
        rows.spaceAfter = FOOT_GAP
        return [rows, *self._around.foot]

    def _around_both(self, parts: Sequence[Any], row: int) -> list[Any]:
        if len(parts) < 2:  # noqa: PLR2004  # it did not break
            return []
        first, rest = parts
        rows = rest._nrows - self._heads  # noqa: SLF001  # as above
        held = (*self._held[: self._heads], *self._held[-rows:])
        return [
            SetTable(first, self._held[:row], self._around.open_ended),
            SetTable(rest, held, self._around.further),
        ]

    @property
    def _heads(self) -> int:
        return self._table.repeatRows


class WholeRows(Table):
    """A table whose rows stay whole, unless no page can hold one."""

    def split(self, aW: float, aH: float) -> list[Any]:  # noqa: N803  # the base
        """Break between rows; inside a row only at the top of a page."""
        frame = getattr(self, "_frame", None)
        at_top = frame is None or frame._atTop  # noqa: SLF001  # as KeepHeading does
        parts = list(super().split(aW, aH))
        if parts or not at_top:
            return parts
        self.splitInRow = 1
        return list(super().split(aW, aH))


class KeepHeading(KeepTogether):
    """Headings with the beginning of what they head.

    ReportLab's own class wants all of it on one page, or else starts a new one.
    """

    def split(self, aW: float, aH: float) -> list[Any]:  # noqa: N803  # the base
        """Let the contents flow, on a new page where too little would fit."""
        frame = getattr(self, "_frame", None)
        at_top = frame is not None and frame._atTop  # noqa: SLF001  # as the base does
        if at_top or self._needed(aW) <= aH:
            return list(self._content)
        return [FrameBreak(), *self._content]

    def _needed(self, width: float) -> float:
        *heads, last = self._content
        spaces = sum(f.getSpaceBefore() + f.getSpaceAfter() for f in heads)
        return _heights(heads, width) + spaces + _least(last, width)


class PageFootText(Flowable):
    """Lines at the very bottom of the page, however much is left above them."""

    def __init__(self, text: Paragraph) -> None:
        super().__init__()
        self._text = text

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803  # the base
        """Take all the room that is left."""
        _, needed = self._text.wrap(aW, aH)
        self.width, self.height = aW, max(needed, aH)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines at the bottom."""
        self._text.drawOn(self.canv, 0, 0)

    def split(self, aW: float, aH: float) -> list[Any]:  # noqa: N803  # the base
        """Let lines that no page can hold flow as any text does."""
        return list(self._text.split(aW, aH))


def _least(flowable: Flowable, width: float) -> float:
    """Return the height that has to fit under a heading."""
    before = flowable.getSpaceBefore()
    if isinstance(flowable, SetTable):
        return before + flowable.least(width)
    height = flowable.wrap(width, HUGE)[1]
    if isinstance(flowable, Paragraph):
        leading = flowable.style.leading
        # a shorter paragraph cannot break without a widow or an orphan
        if height >= 2 * FEWEST * leading:
            return before + FEWEST * leading
    return before + height


def _heights(flowables: Iterable[Flowable], width: float) -> float:
    return sum(flowable.wrap(width, HUGE)[1] for flowable in flowables)
