"""Shares of the maximum by direction as a radar, last year's as a dashed line."""

from dataclasses import dataclass
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

RINGS = (0.25, 0.5, 0.75, 1.0)
LEAST_AXES = 3
LABEL_LINES = 4.2


@dataclass(frozen=True, slots=True)
class Axis:
    """A direction with its share of the maximum from 0 to 1."""

    label: str
    share: float
    before: float | None = None


class RadarView(QWidget):
    """Paints the radar; with fewer than three axes it stays empty."""

    def __init__(self) -> None:
        super().__init__()
        self._axes: tuple[Axis, ...] = ()
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Expanding)
        self.setMinimumSize(320, 360)

    def show_axes(self, axes: tuple[Axis, ...]) -> None:
        """Show other axes."""
        self._axes = axes
        spoken = "; ".join(f"{a.label}: {round(a.share * 100)} %" for a in axes)
        self.setAccessibleName(f"Доли от максимума. {spoken}")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """Return a comfortable square."""
        return QSize(440, 380)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Paint rings, axes, both years, labels."""
        if len(self._axes) < LEAST_AXES:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_net(painter)
        before = [axis.before for axis in self._axes]
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        if all(share is not None for share in before):
            shares = [share or 0.0 for share in before]
            self._paint_shape(painter, shares, QPen(colour, 1.5, Qt.PenStyle.DashLine))
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        shares = [axis.share for axis in self._axes]
        self._paint_shape(painter, shares, QPen(accent, 2.5), accent)
        self._paint_labels(painter)

    def _paint_net(self, painter: QPainter) -> None:
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ring in RINGS:
            painter.drawPolygon(self._polygon([ring] * len(self._axes)))
        for number in range(len(self._axes)):
            painter.drawLine(self._centre(), self._point(number, 1))

    def _paint_shape(
        self,
        painter: QPainter,
        shares: list[float],
        pen: QPen,
        fill: QColor | None = None,
    ) -> None:
        painter.setPen(pen)
        if fill is None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            soft = QColor(fill)
            soft.setAlpha(60)
            painter.setBrush(soft)
        painter.drawPolygon(self._polygon(shares))

    def _paint_labels(self, painter: QPainter) -> None:
        metrics = QFontMetricsF(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        for number, axis in enumerate(self._axes):
            at = self._label_point(number)
            width = self._label_width()
            height = metrics.height() * LABEL_LINES
            box = QRectF(at.x() - width / 2, at.y() - height / 2, width, height)
            box.moveLeft(min(max(box.left(), 0), self.width() - width))
            box.moveTop(min(max(box.top(), 0), self.height() - height))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            words = f"{axis.label}\n{round(axis.share * 100)} %"
            painter.drawText(box, int(flags), words)

    def _polygon(self, shares: list[float]) -> QPolygonF:
        return QPolygonF([self._point(n, share) for n, share in enumerate(shares)])

    def _point(self, number: int, share: float) -> QPointF:
        angle = 2 * pi * number / len(self._axes) - pi / 2
        reach = self._radius() * share
        centre = self._centre()
        return QPointF(centre.x() + reach * cos(angle), centre.y() + reach * sin(angle))

    def _label_point(self, number: int) -> QPointF:
        # beside the net, on an ellipse: labels are wider than high
        angle = 2 * pi * number / len(self._axes) - pi / 2
        height = QFontMetricsF(self.font()).height() * LABEL_LINES
        across = self._radius() + self._label_width() / 2 + 4
        down = self._radius() + height / 2 + 2
        centre = self._centre()
        return QPointF(centre.x() + across * cos(angle), centre.y() + down * sin(angle))

    def _centre(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)

    def _radius(self) -> float:
        height = QFontMetricsF(self.font()).height() * LABEL_LINES
        down = self.height() / 2 - height - 2
        return max(40.0, min(down, self.width() / 2 - self._label_width() - 4))

    def _label_width(self) -> float:
        # the longest word must fit, the longest name in two lines
        metrics = QFontMetricsF(self.font())
        words = [word for axis in self._axes for word in axis.label.split()]
        longest = max((metrics.horizontalAdvance(w) for w in words), default=0.0)
        names = (metrics.horizontalAdvance(axis.label) for axis in self._axes)
        return max(longest, max(names, default=0.0) * 0.62) + 6
