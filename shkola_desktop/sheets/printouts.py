"""The door of this package for printouts: the port ``Printouts``."""

from collections.abc import Callable
from pathlib import Path

from shkola_desktop.domain.printout import Printout
from shkola_desktop.sheets import faults as f
from shkola_desktop.sheets import limits
from shkola_desktop.sheets.gate import OLE_MAGIC, ZIP_MAGIC
from shkola_desktop.sheets.printout_html import printout_of, read_html
from shkola_desktop.sheets.printout_pdf import read_pdf
from shkola_desktop.sheets.printout_text import read_text
from shkola_desktop.sheets.reader import read_book

PDF_MAGIC = b"%PDF-"
LOOKED_AT = 2_048
"""Bytes that tell whether a text is a saved page."""


class PrintoutFiles:
    """Reads results of the official service saved as PDF, page, text or workbook."""

    def read(self, path: Path, stop: Callable[[], bool] = lambda: False) -> Printout:
        """Return the table of a file and the lines above it, by its content.

        Raises:
            FileUnreadable, FileTooLarge: the file is in the way.
            InputUnreadable: it holds no such table, with the reason.
            Cancelled: ``stop`` said so.
        """
        data = f.read_bytes(path, limits.MAX_FILE)
        if not data.strip():
            raise f.fault(path.name, f.BOOK_EMPTY)
        if PDF_MAGIC in data[:1024]:
            return read_pdf(data, path.name, stop)
        if data.startswith((ZIP_MAGIC, OLE_MAGIC)):
            return _of_book(path, stop)
        start = data[:LOOKED_AT].lower()
        if any(mark in start for mark in (b"<html", b"<!doctype html", b"<table")):
            return read_html(data, path.name)
        return read_text(data, path.name)


def _of_book(path: Path, stop: Callable[[], bool]) -> Printout:
    book = read_book(path, stop)
    rows = [row for table in book.tables for row in table.rows if any(row)]
    return printout_of(book.name, [], rows)
