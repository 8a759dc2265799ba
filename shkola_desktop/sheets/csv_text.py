"""CSV as Russian computers write it: its letters and its separator are found out."""

import csv
import io

from shkola_desktop.sheets import faults as f
from shkola_desktop.sheets import limits

SEPARATORS = (";", "\t", ",")
"""In this order where they are as frequent: Russian Excel writes semicolons."""
LOOKED_AT = 20
"""Lines that tell the separator."""


def read_csv(data: bytes, name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a CSV file.

    Raises:
        InputUnreadable: it is no text, or has more rows or columns than are read.
    """
    text = decoded(data, name)
    if not text.strip():
        raise f.fault(name, f.BOOK_EMPTY)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    rows: list[tuple[str, ...]] = []
    cells = 0
    try:
        for row in reader:
            cells += len(row)
            _check(len(rows), len(row), cells, name)
            rows.append(tuple(row))
    except csv.Error as error:
        raise f.fault(name, f.BOOK_BROKEN) from error
    return tuple(rows)


def decoded(data: bytes, name: str) -> str:
    """Return the text of bytes in UTF-8, UTF-16 with its mark, or Windows-1251.

    Raises:
        InputUnreadable: there is no text in it.
    """
    encodings = ["utf-8-sig", "cp1251"]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    if b"\0" in data and encodings[0] != "utf-16":
        raise f.fault(name, f.TEXT_LETTERS)
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise f.fault(name, f.TEXT_LETTERS)


def _separator(text: str) -> str:
    lines = text.splitlines()[:LOOKED_AT]
    return max(SEPARATORS, key=lambda sign: sum(line.count(sign) for line in lines))


def _check(rows: int, columns: int, cells: int, name: str) -> None:
    if rows >= limits.MAX_ROWS:
        raise f.fault(name, f.SHEET_ROWS, str(limits.MAX_ROWS))
    if columns > limits.MAX_COLUMNS:
        raise f.fault(name, f.SHEET_COLUMNS, str(limits.MAX_COLUMNS))
    if cells > limits.MAX_CELLS:
        raise f.fault(name, f.SHEET_CELLS, str(limits.MAX_CELLS))
