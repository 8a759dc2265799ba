"""Pages of a PDF as pictures; drawn when they scroll into sight."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false
# pypdfium2 carries its types half.

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QKeyEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from shkola_desktop.ui.theme import SPACE

NARROWEST = 240
HALF = 0.5
"""A page is in sight while no more than this share of it is above the edge."""


class PdfPages:
    """An open PDF: sizes of its pages and pictures of them.

    PDFium serves one thread: only the window's may ask.
    """

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
    """Shows a document page under page, as wide as there is room.

    ``page_seen`` carries the number, from 1, of the page that is in sight. Only pages
    in sight are kept as pictures.
    """

    page_seen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._content: bytes | None = None
        self._pages: PdfPages | None = None
        self._labels: list[QLabel] = []
        self._drawn: set[int] = set()
        self._width = 0
        self._seen = 0
        self._aim: int | None = None
        self._asked: int | None = None
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
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._look)
        bar.rangeChanged.connect(self._take_aim)
        bar.actionTriggered.connect(self._let_go)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._labels)

    @property
    def page(self) -> int:
        """The number of the page in sight, from 1; 0 without a document."""
        return self._seen if self._labels else 0

    def show_content(self, content: bytes | None) -> None:
        """Show a PDF from its first page, or nothing."""
        self._let_go()
        self._open(content)
        self.verticalScrollBar().setValue(0)

    def replace_content(self, content: bytes, moved: int = 0) -> None:
        """Show a newer state of the same PDF without moving from the place.

        ``moved`` is by how many pages that place is further on now.
        """
        aim = self.verticalScrollBar().value() + moved * self._step()
        self._asked = self._asked + moved if self._asked is not None else None
        self._open(content)
        self._go(aim)

    def show_page(self, number: int) -> None:
        """Show the beginning of a page, counted from 1; there may be fewer."""
        asked = max(1, min(number, self.count))
        # the last pages cannot come to the top: the asked one counts as seen
        self._asked = asked
        self._go(self._top_of(asked) - SPACE // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Draw anew for the new width, at the same place."""
        super().resizeEvent(event)
        before = self._width
        if self._pages is not None and abs(self._page_width() - before) > SPACE:
            page = self.page
            at = self.verticalScrollBar().value() - self._top_of(page)
            self._build()
            if before:
                self._go(self._top_of(page) + round(at * self._width / before))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """Open again what was closed while nobody looked."""
        super().showEvent(event)
        if self._pages is None and self._content:
            self._open(self._content)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  # Qt's name
        """Free the document; the place in it is kept."""
        super().hideEvent(event)
        if self._pages is not None:
            self._pages.close()
            self._pages = None
        self._drawn.clear()
        for label in self._labels:
            label.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Scroll by keys; Home and End lead to the first and last page."""
        if event.key() == Qt.Key.Key_Home:
            self.show_page(1)
        elif event.key() == Qt.Key.Key_End:
            self.show_page(self.count)
        else:
            super().keyPressEvent(event)

    def _open(self, content: bytes | None) -> None:
        old, self._content = self._pages, content
        self._pages = PdfPages(content) if content else None
        if old is not None:
            old.close()
        self._build()

    def _build(self) -> None:
        count = len(self._pages) if self._pages else 0
        self._drawn.clear()
        self._width = self._page_width()
        while len(self._labels) > count:
            label = self._labels.pop()
            self._column.removeWidget(label)
            label.hide()
            label.deleteLater()
        while len(self._labels) < count:
            self._labels.append(self._label(len(self._labels) + 1))
        for page, label in enumerate(self._labels):
            label.setFixedSize(self._size(page))
        self._look()

    def _label(self, number: int) -> QLabel:
        label = QLabel()
        label.setStyleSheet("background: white; border: 1px solid #c9d2da;")
        label.setAccessibleName(f"Страница {number}")
        self._column.addWidget(label)
        label.show()
        return label

    def _page_width(self) -> int:
        return max(NARROWEST, self.viewport().width() - 4 * SPACE)

    def _size(self, page: int) -> QSize:
        height = self._pages.height(page, self._width) if self._pages else 0
        return QSize(self._width, height)

    def _top_of(self, number: int) -> int:
        above = self._labels[: max(0, number - 1)]
        margin = self._column.contentsMargins().top()
        return margin + sum(label.height() + SPACE for label in above)

    def _step(self) -> int:
        return self._labels[0].height() + SPACE if self._labels else 0

    def _go(self, aim: int) -> None:
        self._aim = aim
        self._take_aim()

    def _let_go(self) -> None:
        """Let the person decide where to look."""
        self._aim = self._asked = None

    def _take_aim(self) -> None:
        # the bar learns only later how long the column has become
        if self._aim is not None:
            self.verticalScrollBar().setValue(self._aim)
        self._look()

    def _look(self) -> None:
        """Draw what is in sight, forget what is not, and tell the page."""
        if self._pages is None:
            return
        top = self.verticalScrollBar().value()
        height = self.viewport().height()
        seen, reach = self._asked, self._column.contentsMargins().top()
        for page, label in enumerate(self._labels):
            start, reach = reach, reach + label.height() + SPACE
            if seen is None and start + label.height() * HALF >= top:
                seen = page + 1
            if start <= top + height and reach >= top:
                self._draw(page, label)
            else:
                self._drawn.discard(page)
                label.clear()
        if seen is not None and seen != self._seen:
            self._seen = seen
            self.page_seen.emit(seen)

    def _draw(self, page: int, label: QLabel) -> None:
        if page in self._drawn or self._pages is None:
            return
        self._drawn.add(page)
        ratio = self.devicePixelRatioF()
        image = self._pages.image(page, round(self._width * ratio))
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        label.setPixmap(pixmap)
