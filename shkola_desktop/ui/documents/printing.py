"""A PDF on paper through the system's print dialog."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from shkola_desktop.ui.widgets.pdf_pages import PdfPages

DOTS = 200
"""Dots per inch: fine for 10-point text, 40 pages stay below 100 MB a page."""


def ask_to_print(
    content: bytes,
    name: str,
    parent: QWidget,
    failed: Callable[[], None],
    printed: Callable[[], None] = lambda: None,
) -> QPrintDialog:
    """Open the system's dialog; the document is printed once it is accepted.

    ``failed`` is called where the printer does not take the first page, ``printed``
    where it took them all.
    """

    def accepted() -> None:
        done = print_pages(PdfPages(content), printer)
        (printed if done else failed)()

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(accepted)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
    return dialog


def print_pages(pages: PdfPages, printer: QPrinter) -> bool:
    """Paint every page, each in its own direction; return False if none began."""
    painter = QPainter()
    for page in range(len(pages)):
        wide = pages.height(page, 1000) < 1000  # noqa: PLR2004  # wider than high
        orientation = QPageLayout.Orientation
        printer.setPageOrientation(
            orientation.Landscape if wide else orientation.Portrait
        )
        if page > 0:
            printer.newPage()
        elif not painter.begin(printer):
            return False
        room = printer.pageRect(QPrinter.Unit.DevicePixel)
        inches = room.width() / printer.resolution()
        image = pages.image(page, max(1, round(inches * DOTS)))
        scale = min(room.width() / image.width(), room.height() / image.height())
        target = QRectF(0, 0, image.width() * scale, image.height() * scale)
        painter.drawImage(target, image)
    painter.end()
    return True
