"""A PDF on paper through the system's print dialog."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from shkola_desktop.ui.documents.preview import PdfPages

DOTS = 200
"""Dots per inch: fine for 10-point text, 40 pages stay below 100 MB a page."""


def print_document(content: bytes, name: str, parent: QWidget) -> bool:
    """Ask for a printer and print; return False where the person gave up."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    print_pages(PdfPages(content), printer)
    return True


def print_pages(pages: PdfPages, printer: QPrinter) -> None:
    """Paint every page on a printer, each in its own direction."""
    painter = QPainter()
    for page in range(len(pages)):
        wide = pages.height(page, 1000) < 1000  # noqa: PLR2004  # wider than high
        orientation = QPageLayout.Orientation
        printer.setPageOrientation(
            orientation.Landscape if wide else orientation.Portrait
        )
        if page == 0:
            painter.begin(printer)
        else:
            printer.newPage()
        room = printer.pageRect(QPrinter.Unit.DevicePixel)
        inches = room.width() / printer.resolution()
        image = pages.image(page, max(1, round(inches * DOTS)))
        scale = min(room.width() / image.width(), room.height() / image.height())
        target = QRectF(0, 0, image.width() * scale, image.height() * scale)
        painter.drawImage(target, image)
    painter.end()
