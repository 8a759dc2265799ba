"""Flowables that ReportLab lacks: continued tables, bars, a QR code."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false
# ReportLab's stubs know half of it.

from typing import Any

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph, Table

from shkola_desktop.report.document import Bar, BarChart
from shkola_desktop.report.fonts import FAMILY

FILL = HexColor("#3d6a8f")
BEFORE = HexColor("#b9c7d3")
BAR_HEIGHT = 5 * mm
BAR_STEP = 10 * mm
LABEL_SHARE = 0.42
CHART_SIZE = 10


class CaptionedTable(Flowable):
    """A table under its caption; further pages say that it continues."""

    def __init__(
        self, caption: Paragraph, table: Table, continued: Paragraph, page_height: float
    ) -> None:
        super().__init__()
        self._caption = caption
        self._table = table
        self._continued = continued
        self._page_height = page_height

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803  # the base
        """Measure caption and table together."""
        _, caption = self._caption.wrap(aW, aH)
        _, table = self._table.wrap(aW, aH - caption)
        self._split_giants()
        self._caption_height = caption
        self.width, self.height = aW, caption + table
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Any]:  # noqa: N803  # the base
        """Split between rows; the rest gets «Продолжение таблицы»."""
        _, caption = self._caption.wrap(aW, aH)
        parts: list[Any] = list(self._table.split(aW, aH - caption))
        if len(parts) < 2:  # noqa: PLR2004  # nothing fits here
            return []
        further, height = self._continued, self._page_height
        return [
            CaptionedTable(self._caption, parts[0], further, height),
            CaptionedTable(further, parts[1], further, height),
        ]

    def draw(self) -> None:
        """Draw the caption above the table."""
        self._table.drawOn(self.canv, 0, 0)
        self._caption.drawOn(self.canv, 0, self.height - self._caption_height)

    def _split_giants(self) -> None:
        # only a row that no page can hold may break inside
        heights: list[float] = self._table._rowHeights  # noqa: SLF001  # no other way
        if max(heights, default=0) > self._page_height * 0.8:
            self._table.splitInRow = 1


def bar_chart(chart: BarChart, width: float) -> Drawing:
    """Draw reached points out of possible, one bar a line."""
    height = BAR_STEP * len(chart.bars)
    drawing = Drawing(width, height)
    for number, bar in enumerate(chart.bars):
        _draw_bar(drawing, bar, width, height - BAR_STEP * (number + 1))
    return drawing


def qr_code(content: str, size: float) -> Drawing:
    """Draw a QR code of this side length in points."""
    widget = QrCodeWidget(content, barLevel="M")
    left, bottom, right, top = widget.getBounds()
    scale = (size / (right - left), 0, 0, size / (top - bottom), 0, 0)
    drawing = Drawing(size, size, transform=scale)
    drawing.add(widget)
    return drawing


def _draw_bar(drawing: Drawing, bar: Bar, width: float, bottom: float) -> None:
    start = width * LABEL_SHARE
    room = width - start - 26 * mm
    full = bar.maximum or 1
    _add(drawing, String(0, bottom + 4, _fitted(bar.label, start - 4), **_text()))
    frame: dict[str, Any] = {"fillColor": white, "strokeWidth": 0.4}
    _add(drawing, Rect(start, bottom + 2, room, BAR_HEIGHT, **frame))
    solid: dict[str, Any] = {"fillColor": FILL, "strokeColor": None}
    reached = room * bar.value / full
    _add(drawing, Rect(start, bottom + 2, reached, BAR_HEIGHT, **solid))
    if bar.before is not None:
        at = start + room * bar.before / full
        mark: dict[str, Any] = {"strokeColor": black, "strokeWidth": 1.6}
        _add(drawing, Line(at, bottom, at, bottom + BAR_HEIGHT + 4, **mark))
    percent = round(100 * bar.value / full)
    value = f"{bar.value} из {bar.maximum} ({percent} %)"
    _add(drawing, String(start + room + 2 * mm, bottom + 4, value, **_text()))


def _add(drawing: Drawing, shape: Any) -> None:
    drawing.add(shape)


def _text() -> dict[str, Any]:
    return {"fontName": FAMILY, "fontSize": CHART_SIZE, "fillColor": black}


def _fitted(text: str, width: float) -> str:
    if stringWidth(text, FAMILY, CHART_SIZE) <= width:
        return text
    while text and stringWidth(text + "…", FAMILY, CHART_SIZE) > width:
        text = text[:-1]
    return text.rstrip() + "…"
