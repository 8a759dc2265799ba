"""Workbook or CSV file → tables of text; nothing is computed, nothing is fetched."""

import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from shkola_desktop.domain.errors import Cancelled, Problem
from shkola_desktop.domain.sheets import ReadBook, ReadTable, cell_name
from shkola_desktop.sheets import faults as f
from shkola_desktop.sheets import limits
from shkola_desktop.sheets.csv_text import read_csv
from shkola_desktop.sheets.gate import OLE_MAGIC, ZIP_MAGIC, Merge, check_book

SPACES = re.compile(r"[^\S\n]+")
CSV_SUFFIXES = (".csv", ".txt", ".tsv")


def read_book(path: Path, stop: Callable[[], bool] = lambda: False) -> ReadBook:
    """Return the tables of a file by its content, CSV where the name says so.

    Raises:
        FileUnreadable, FileTooLarge: the file is in the way.
        InputUnreadable: it is no table that may be read, with the reason.
        Cancelled: ``stop`` said so.
    """
    data = f.read_bytes(path, limits.MAX_FILE)
    if path.suffix.lower() in CSV_SUFFIXES and not data.startswith(
        (ZIP_MAGIC, OLE_MAGIC)
    ):
        rows = read_csv(data, path.name)
        return ReadBook(path.name, (_cleaned(path.stem, rows),))
    return ReadBook(path.name, _tables(data, path.name, stop))


def _tables(data: bytes, name: str, stop: Callable[[], bool]) -> tuple[ReadTable, ...]:
    import openpyxl  # noqa: PLC0415  # costs start-up time

    merges = check_book(data, name)
    try:
        book = openpyxl.load_workbook(
            io.BytesIO(data), read_only=True, data_only=False, keep_links=False
        )
        budget = _Budget(name)
        tables = tuple(_table(sheet, merges, budget, stop) for sheet in book.worksheets)
    except (Cancelled, f.InputUnreadable):
        raise
    except Exception as error:
        # whatever a library that reads files of others may stumble over
        raise f.fault(name, f.BOOK_BROKEN) from error
    if not tables:
        raise f.fault(name, f.BOOK_BROKEN)
    return tables


class _Budget:
    """Counts the characters of all cells: one text may stand in each of them."""

    def __init__(self, name: str) -> None:
        self._left = limits.MAX_TEXT
        self._name = name

    def text(self, value: object) -> str:
        text = "" if value is None else clean(as_text(value))
        self._left -= len(text)
        if self._left < 0:
            raise f.fault(self._name, f.BOOK_TOO_LARGE)
        return text


def _table(
    sheet: Any,
    merges: dict[str, list[Merge]],
    budget: _Budget,
    stop: Callable[[], bool],
) -> ReadTable:
    # what the file claims of its size is not believed: rows are counted as they come
    sheet.reset_dimensions()
    problems: list[Problem] = []
    rows: list[list[str]] = []
    for number, cells in enumerate(sheet.iter_rows(max_row=limits.MAX_ROWS)):
        if stop():
            raise Cancelled
        rows.append([])
        for column, cell in enumerate(cells[: limits.MAX_COLUMNS]):
            rule = _rule(cell)
            if rule:
                limit = str(limits.MAX_CELL) if rule == f.CELL_LONG else ""
                place = cell_name(number, column)
                problems.append(f.problem(rule, limit, place, sheet.title))
            rows[-1].append("" if rule else budget.text(cell.value))
    part = str(sheet._worksheet_path).lstrip("/")  # noqa: SLF001  # no public name
    _spread(rows, merges.get(part, ()))
    return ReadTable(str(sheet.title), _trimmed(rows), f.all_of(problems))


def _rule(cell: Any) -> str:
    """Return why a cell cannot be taken, or nothing."""
    if cell.data_type == "f":
        return f.CELL_FORMULA
    if cell.data_type == "e":
        return f.CELL_ERROR
    long = isinstance(cell.value, str) and len(cell.value) > limits.MAX_CELL
    return f.CELL_LONG if long else ""


def as_text(value: object) -> str:
    """Return a value of a cell as text: 1.0 → 1, dates by ISO 8601."""
    match value:
        case bool():
            return "1" if value else "0"
        case float() if value.is_integer() and abs(value) < 1e15:  # noqa: PLR2004
            return str(int(value))
        case float():
            return repr(round(value, 10))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            return str(value)


def clean(text: str) -> str:
    """Return text without signs that nobody sees, spaces put together."""
    known = unicodedata.normalize("NFC", text).replace("\r\n", "\n")
    known = known.replace("\r", "\n").replace("\t", " ").replace("_x000D_", "")
    seen = "".join(
        letter
        for letter in known
        if letter == "\n" or unicodedata.category(letter) not in {"Cc", "Cf", "Cs"}
    )
    lines = (SPACES.sub(" ", line).strip() for line in seen.split("\n"))
    return "\n".join(lines).strip()


def _spread(rows: list[list[str]], merges: Iterable[Merge]) -> None:
    """Repeat a merged cell down its first column: every row says what it is of."""
    for merge in merges:
        if merge.top >= len(rows) or merge.left >= len(rows[merge.top]):
            continue
        text = rows[merge.top][merge.left]
        for row in rows[merge.top + 1 : merge.bottom + 1]:
            if merge.left < len(row) and not row[merge.left]:
                row[merge.left] = text


def _cleaned(title: str, rows: Sequence[Sequence[str]]) -> ReadTable:
    problems: list[Problem] = []
    kept: list[list[str]] = []
    for number, row in enumerate(rows):
        kept.append([])
        for column, text in enumerate(row):
            long = len(text) > limits.MAX_CELL
            if long:
                place = cell_name(number, column)
                limit = str(limits.MAX_CELL)
                problems.append(f.problem(f.CELL_LONG, limit, place, title))
            kept[-1].append("" if long else clean(text))
    return ReadTable(title, _trimmed(kept), f.all_of(problems))


def _trimmed(rows: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    """Return the rows without what is empty at their ends and at the end of all."""
    kept: list[tuple[str, ...]] = []
    for row in rows:
        last = max((n for n, text in enumerate(row, start=1) if text), default=0)
        kept.append(tuple(row[:last]))
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)
