"""Points of directions as horizontal bars, last year's beside this year's."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

ROW = 2.2
"""Height of a row in heights of the text."""
LABEL_SHARE = 0.36
VALUE_WIDTH = 12
"""Characters kept free for «199 из 199»."""


@dataclass(frozen=True, slots=True)
class BarItem:
    """A bar: reached out of possible, a note behind it, last year's points."""

    label: str
    value: int
    maximum: int
    note: str = ""
    before: int | None = None


class BarsView(QWidget):
    """Paints bars; reads aloud as text."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: tuple[BarItem, ...] = ()
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed)

    def show_bars(self, bars: tuple[BarItem, ...]) -> None:
        """Show other bars."""
        self._bars = bars
        spoken = "; ".join(f"{b.label}: {b.value} из {b.maximum}" for b in bars)
        self.setAccessibleName(f"Баллы по направлениям. {spoken}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Return room for every bar."""
        return QSize(480, int(self._row_height() * len(self._bars)) + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Paint label, bar, mark of last year, points."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, bar in enumerate(self._bars):
            top = number * self._row_height()
            self._paint_bar(
                painter, bar, QRectF(0, top, self.width(), self._row_height())
            )

    def _paint_bar(self, painter: QPainter, bar: BarItem, room: QRectF) -> None:
        metrics = QFontMetricsF(self.font())
        palette = self.palette()
        label_width = room.width() * LABEL_SHARE
        value_width = metrics.averageCharWidth() * VALUE_WIDTH
        label = QRectF(room.left(), room.top(), label_width - 10, room.height())
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        middle = Qt.AlignmentFlag.AlignVCenter
        flags = middle | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(label, int(flags), bar.label)
        thick = metrics.height() * 0.9
        left = room.left() + label_width
        width = room.width() - label_width - value_width - 12
        frame = QRectF(left, room.center().y() - thick / 2, width, thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.AlternateBase))
        painter.drawRoundedRect(frame, 3, 3)
        full = bar.maximum or 1
        reached = QRectF(frame)
        reached.setWidth(frame.width() * bar.value / full)
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
        painter.drawRoundedRect(reached, 3, 3)
        if bar.before is not None:
            at = frame.left() + frame.width() * bar.before / full
            mark = QRectF(at - 1.5, frame.top() - 4, 3, frame.height() + 8)
            painter.setBrush(palette.color(QPalette.ColorRole.WindowText))
            painter.drawRect(mark)
        value = QRectF(frame.right() + 12, room.top(), value_width, room.height())
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        words = f"{bar.value} из {bar.maximum}"
        painter.drawText(value, int(middle | Qt.AlignmentFlag.AlignLeft), words)

    def _row_height(self) -> float:
        return QFontMetricsF(self.font()).height() * ROW
