"""Stable codes of faults of files, and the error that carries them."""

from collections.abc import Sequence
from pathlib import Path

from shkola_desktop.domain.errors import (
    FileTooLarge,
    FileUnreadable,
    InputUnreadable,
    Problem,
)

BOOK_BROKEN = "book-broken"
BOOK_EMPTY = "book-empty"
BOOK_OLD = "book-old"
BOOK_ENCRYPTED = "book-encrypted"
BOOK_MACROS = "book-macros"
BOOK_EXTERNAL = "book-external"
BOOK_BINARY = "book-binary"
BOOK_OPEN_DOCUMENT = "book-open-document"
BOOK_KIND = "book-kind"
BOOK_ENTITIES = "book-entities"
BOOK_TOO_LARGE = "book-too-large"
BOOK_TOO_MANY_PARTS = "book-too-many-parts"
BOOK_RATIO = "book-ratio"
BOOK_SHEETS = "book-sheets"
SHEET_ROWS = "sheet-rows"
SHEET_COLUMNS = "sheet-columns"
SHEET_CELLS = "sheet-cells"
CELL_FORMULA = "cell-formula"
CELL_ERROR = "cell-error"
CELL_LONG = "cell-long"
TEXT_LETTERS = "text-letters"
PRINTOUT_NO_TABLE = "printout-no-table"
PRINTOUT_BROKEN = "printout-broken"
PRINTOUT_LOCKED = "printout-locked"
PRINTOUT_PAGES = "printout-pages"
PRINTOUT_NO_TEXT = "printout-no-text"
PRINTOUT_TOO_LONG = "printout-too-long"


def refused(name: str, *problems: Problem) -> InputUnreadable:
    """Return the error for a file."""
    return InputUnreadable(name, problems)


def fault(name: str, rule: str, what: str = "", place: str = "") -> InputUnreadable:
    """Return the error for a file with one fault."""
    return refused(name, problem(rule, what, place))


def problem(rule: str, what: str = "", place: str = "", sheet: str = "") -> Problem:
    """Return a fault at a place of a sheet."""
    return Problem(sheet, place, rule, what, "")


def read_bytes(path: Path, limit: int) -> bytes:
    """Return a file that a person named, at most ``limit`` bytes of it.

    Raises:
        FileTooLarge: it is larger.
        FileUnreadable: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            raise FileTooLarge(path, path.stat().st_size, limit)
    except OSError as error:
        raise FileUnreadable(path) from error
    return data


def all_of(problems: Sequence[Problem], most: int = 200) -> tuple[Problem, ...]:
    """Return the faults, not more than a person reads."""
    return tuple(problems[:most])
