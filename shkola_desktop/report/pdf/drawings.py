"""Drawings: horizontal bars and a QR code.

They draw on the page themselves: ReportLab's own Drawing begins with a font that is
not embedded.
"""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false
# ReportLab's stubs know half of it.

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from shkola_desktop.report.document import Bar, BarChart
from shkola_desktop.report.pdf.fonts import FAMILY

FILL = "#3d6a8f"
BAR_HEIGHT = 5 * mm
BAR_STEP = 9 * mm
LABEL_SHARE = 0.34
VALUE_WIDTH = 34 * mm
"""Room for the gap and «1204 из 1204 (100 %)», a town school's pupils."""
VALUE_GAP = 2 * mm
CHART_SIZE = 10


class Bars(Flowable):
    """Reached points out of possible, one bar a line; a stroke marks last year."""

    def __init__(self, chart: BarChart, width: float) -> None:
        super().__init__()
        self._chart = chart
        self.width = width
        self.height = BAR_STEP * len(chart.bars)

    def draw(self) -> None:
        """Draw the bars from the top down."""
        for number, bar in enumerate(self._chart.bars, start=1):
            self._bar(bar, self.height - BAR_STEP * number)

    def _bar(self, bar: Bar, bottom: float) -> None:
        start = self.width * LABEL_SHARE
        room = self.width - start - VALUE_WIDTH
        full = bar.maximum or 1
        canvas = self.canv
        canvas.setFont(FAMILY, CHART_SIZE)
        canvas.setFillColor(black)
        canvas.drawString(0, bottom + 5, fitted(bar.label, start - 4))
        canvas.drawString(start + room + VALUE_GAP, bottom + 5, reached_of(bar))
        canvas.setLineWidth(0.4)
        canvas.setFillColor(white)
        canvas.rect(start, bottom + 2, room, BAR_HEIGHT, fill=1)
        canvas.setFillColor(HexColor(FILL))
        reached = room * bar.value / full
        canvas.rect(start, bottom + 2, reached, BAR_HEIGHT, stroke=0, fill=1)
        if bar.before is not None:
            at = start + room * bar.before / full
            canvas.setLineWidth(1.6)
            canvas.line(at, bottom, at, bottom + BAR_HEIGHT + 4)


class QrSquare(Flowable):
    """A QR code of this side length in points, without the white around it."""

    def __init__(self, content: str, side: float) -> None:
        super().__init__()
        self._rows = squares(content)
        self.width = self.height = side

    def draw(self) -> None:
        """Draw every dark square; rows count from the top."""
        step = self.width / len(self._rows)
        self.canv.setFillColor(black)
        for down, row in enumerate(self._rows, start=1):
            for along, dark in enumerate(row):
                if dark:
                    left, bottom = along * step, self.height - down * step
                    self.canv.rect(left, bottom, step, step, stroke=0, fill=1)


def squares(content: str) -> list[list[bool]]:
    """Return the rows of a QR code, from the top; True is a dark square."""
    widget = QrCodeWidget(content, barLevel="M")
    widget.qr.make()
    return widget.qr.modules


def reached_of(bar: Bar) -> str:
    """Return what stands beside a bar."""
    if bar.said:
        return bar.said
    percent = round(100 * bar.value / (bar.maximum or 1))
    return f"{bar.value} из {bar.maximum} ({percent} %)"


def fitted(text: str, width: float) -> str:
    """Return a label, cut where it is wider than so many points."""
    if stringWidth(text, FAMILY, CHART_SIZE) <= width:
        return text
    while text and stringWidth(text + "…", FAMILY, CHART_SIZE) > width:
        text = text[:-1]
    return text.rstrip() + "…"
