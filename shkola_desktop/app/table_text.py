"""Tables as CSV, in the way that Excel in Russian opens without questions."""

import csv
import io
from datetime import date

from shkola_desktop.domain.sheets import Cell, CellKind, Column, SheetTable

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins so would be run as a formula by whoever opens the file."""
DIGITS = 4
"""After the comma of a share: a hundredth of a per cent."""


def csv_bytes(table: SheetTable) -> bytes:
    """Return a table as CSV: semicolons, decimal commas, UTF-8 with its mark.

    Shares stand as numbers from 0 to 1, the lines above the table are left out.
    """
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow([_safe(column.heading) for column in table.columns])
    for row in table.rows:
        pairs = zip(table.columns, row, strict=False)
        writer.writerow([_text(cell, column) for column, cell in pairs])
    return target.getvalue().encode("utf-8-sig")


def _text(cell: Cell, column: Column) -> str:
    match cell:
        case None:
            return ""
        case str():
            return _safe(cell)
        case float():
            digits = DIGITS if column.kind is CellKind.SHARE else 1
            return f"{cell:.{digits}f}".replace(".", ",")
        case date():
            return f"{cell:%d.%m.%Y}"
        case _:
            return str(cell)


def _safe(words: str) -> str:
    return f"'{words}" if words.startswith(DANGEROUS) else words
