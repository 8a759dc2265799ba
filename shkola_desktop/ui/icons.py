"""SVG icons of one family, drawn in the colour that the palette asks for."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

SIZE = 24


class Icons:
    """The icons of a folder. A missing file gives an empty icon, not a crash."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str, colour: QColor, selected: QColor | None = None) -> QIcon:
        """Return an icon; ``selected`` is its colour in a marked row."""
        icon = QIcon(_pixmap(self._folder / f"{name}.svg", colour.name()))
        if selected is not None:
            marked = _pixmap(self._folder / f"{name}.svg", selected.name())
            icon.addPixmap(marked, QIcon.Mode.Selected)
        return icon


@cache
def _pixmap(path: Path, colour: str) -> QPixmap:
    pixmap = QPixmap(QSize(SIZE * 2, SIZE * 2))
    pixmap.fill(Qt.GlobalColor.transparent)
    try:
        text = path.read_text("utf-8").replace("currentColor", colour)
    except OSError:
        return pixmap
    renderer = QSvgRenderer(QByteArray(text.encode()))
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(2)
    return pixmap
