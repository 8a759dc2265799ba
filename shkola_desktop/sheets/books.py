"""The door of this package for workbooks: the port ``Workbooks``."""

from collections.abc import Callable
from pathlib import Path

from shkola_desktop.domain.sheets import ReadBook, Workbook
from shkola_desktop.sheets.reader import read_book
from shkola_desktop.sheets.writer import write_book


class WorkbookFiles:
    """Reads workbooks and CSV files that people give, writes workbooks for them."""

    def write(self, book: Workbook) -> bytes:
        """Return a workbook as bytes; the same values give the same bytes."""
        return write_book(book)

    def read(self, path: Path, stop: Callable[[], bool] = lambda: False) -> ReadBook:
        """Return the tables of a file; see ``read_book`` for errors."""
        return read_book(path, stop)
