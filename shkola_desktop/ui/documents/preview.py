"""Pages of a PDF as pictures; drawn when they scroll into sight."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false
# pypdfium2 carries its types half.

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.scroll_page import empty

NARROWEST = 240


class PdfPages:
    """An open PDF: sizes of its pages and pictures of them."""

    def __init__(self, content: bytes) -> None:
        import pypdfium2  # noqa: PLC0415  # costs start-up time

        self._pdf = pypdfium2.PdfDocument(content)

    def close(self) -> None:
        """Free the document."""
        self._pdf.close()

    def __len__(self) -> int:
        return len(self._pdf)

    def height(self, page: int, width: int) -> int:
        """Return the height of a page that is shown ``width`` pixels wide."""
        size = self._pdf[page].get_size()
        return round(width * size[1] / size[0])

    def image(self, page: int, width: int) -> QImage:
        """Return the picture of a page, ``width`` pixels wide."""
        known = self._pdf[page]
        picture: Any = known.render(scale=width / known.get_width())
        return QImage(
            bytes(picture.buffer),
            picture.width,
            picture.height,
            picture.stride,
            QImage.Format.Format_BGR888,
        ).copy()


class Preview(QScrollArea):
    """Shows a document page under page."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: PdfPages | None = None
        self._labels: list[QLabel] = []
        self._drawn: set[int] = set()
        self._width = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Просмотр документа")
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(SPACE)
        self._column.setAlignment(
            Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
        )
        self.setWidget(inside)
        self.verticalScrollBar().valueChanged.connect(self._draw_seen)

    def show_content(self, content: bytes | None) -> None:
        """Show a PDF from its first page, or nothing."""
        if self._pages is not None:
            self._pages.close()
        self._pages = PdfPages(content) if content else None
        self._build()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Draw anew for the new width."""
        super().resizeEvent(event)
        if abs(self._page_width() - self._width) > SPACE:
            self._build()

    def _build(self) -> None:
        empty(self._column)
        self._labels, self._drawn = [], set()
        self._width = self._page_width()
        for page in range(len(self._pages) if self._pages else 0):
            label = QLabel()
            label.setFixedSize(self._size(page))
            label.setStyleSheet("background: white; border: 1px solid #c9d2da;")
            label.setAccessibleName(f"Страница {page + 1}")
            self._labels.append(label)
            self._column.addWidget(label)
            label.show()
        self._draw_seen()

    def _page_width(self) -> int:
        return max(NARROWEST, self.viewport().width() - 4 * SPACE)

    def _size(self, page: int) -> QSize:
        height = self._pages.height(page, self._width) if self._pages else 0
        return QSize(self._width, height)

    def _draw_seen(self) -> None:
        if self._pages is None:
            return
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        reach = 0
        for page, label in enumerate(self._labels):
            start, reach = reach, reach + label.height() + SPACE
            if start <= bottom and reach >= top and page not in self._drawn:
                self._drawn.add(page)
                ratio = self.devicePixelRatioF()
                image = self._pages.image(page, round(self._width * ratio))
                pixmap = QPixmap.fromImage(image)
                pixmap.setDevicePixelRatio(ratio)
                label.setPixmap(pixmap)
