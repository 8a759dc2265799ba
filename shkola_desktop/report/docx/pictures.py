"""Pictures for Word: the bars and the QR code of the PDF, painted in dots.

Their alternative text holds everything they show.
"""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from shkola_desktop.report.document import Bar, BarChart
from shkola_desktop.report.docx.paragraphs import plain
from shkola_desktop.report.pdf.drawings import (
    BAR_HEIGHT,
    BAR_STEP,
    CHART_SIZE,
    FILL,
    LABEL_SHARE,
    VALUE_GAP,
    VALUE_WIDTH,
    fitted,
    reached_of,
    squares,
)
from shkola_desktop.report.pdf.fonts import FAMILY, register
from shkola_desktop.report.typography import printable, typeset

DOTS = 300 / 72
"""Dots of a point: sharp on paper."""
QR_DOTS = 8
"""Dots of a square of a QR code."""
QUICK = 2
"""Of 9 levels of packing: a chart gets a few KB larger, five times as fast."""
BEFORE = ", в прошлом году {}"


def bars_words(chart: BarChart) -> str:
    """Return what a chart shows, in words."""
    return "; ".join((plain(chart.caption), *(_bar_words(bar) for bar in chart.bars)))


def bars_height(chart: BarChart) -> float:
    """Return the height of a chart in points."""
    return BAR_STEP * len(chart.bars)


def bars_picture(chart: BarChart, width: float, fonts: Path) -> bytes:
    """Return a chart as PNG, so many points wide."""
    size = (round(width * DOTS), round(bars_height(chart) * DOTS))
    image = Image.new("RGB", size, "white")
    painter = _Painter(image, fonts)
    for number, bar in enumerate(chart.bars):
        painter.bar(bar, width, BAR_STEP * number)
    return _png(image)


def qr_picture(content: str) -> bytes:
    """Return a QR code as PNG, without the white around it."""
    rows = squares(content)
    side = len(rows) * QR_DOTS
    image = Image.new("1", (side, side), 1)
    draw = ImageDraw.Draw(image)
    for down, row in enumerate(rows):
        for along, dark in enumerate(row):
            if dark:
                left, top = along * QR_DOTS, down * QR_DOTS
                draw.rectangle((left, top, left + QR_DOTS - 1, top + QR_DOTS - 1), 0)
    return _png(image)


class _Painter:
    """Paints in points, from the top; it knows the font."""

    def __init__(self, image: Image.Image, fonts: Path) -> None:
        self._draw = ImageDraw.Draw(image)
        self._covered = register(fonts)
        path = fonts / f"{FAMILY}-Regular.ttf"
        self._font = ImageFont.truetype(path, round(CHART_SIZE * DOTS))

    def bar(self, bar: Bar, width: float, top: float) -> None:
        start = width * LABEL_SHARE
        room = width - start - VALUE_WIDTH
        full = bar.maximum or 1
        bottom = top + BAR_STEP - 2
        above = bottom - BAR_HEIGHT
        self._text(0, bottom - 3, fitted(self._drawn(bar.label), start - 4))
        self._text(start + room + VALUE_GAP, bottom - 3, reached_of(bar))
        self._box(start, above, room, bottom, fill="white", outline="black")
        self._box(start, above, room * bar.value / full, bottom, fill=FILL)
        if bar.before is not None:
            at = start + room * bar.before / full
            self._box(at - 0.8, above - 4, 1.6, bottom + 2, fill="black")

    def _drawn(self, words: str) -> str:
        # the picture has one font; the alternative text has the words as they are
        return typeset(printable(words, self._covered))

    def _text(self, left: float, base: float, words: str) -> None:
        place = (left * DOTS, base * DOTS)
        self._draw.text(place, words, fill="black", font=self._font, anchor="ls")

    def _box(
        self, left: float, top: float, width: float, bottom: float, **look: str
    ) -> None:
        corners = (left, top, left + width, bottom)
        self._draw.rectangle([round(at * DOTS) for at in corners], **look, width=2)


def _bar_words(bar: Bar) -> str:
    before = "" if bar.before is None else BEFORE.format(_before(bar))
    return f"{plain(bar.label)}: {reached_of(bar)}{before}"


def _before(bar: Bar) -> str:
    if not bar.said:
        return str(bar.before)
    earlier = 100 * (bar.before or 0) / (bar.maximum or 1)
    return f"{earlier:.1f} %".replace(".", ",")


def _png(image: Image.Image) -> bytes:
    out = BytesIO()
    # the hardest search for a shorter file takes longer than the whole document
    image.save(out, "PNG", compress_level=QUICK)
    return out.getvalue()
