"""A page saved from the official service → rows; nothing in it is run or fetched."""

import re
from html.parser import HTMLParser

from shkola_desktop.domain.printout import PrintedRow, Printout
from shkola_desktop.sheets import faults as f
from shkola_desktop.sheets import limits
from shkola_desktop.sheets.csv_text import decoded
from shkola_desktop.words import printout as known

CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
LOOKED_AT = 4_096
"""Bytes in which a page names its letters."""
ENCODINGS = {b"utf-8": "utf-8-sig", b"windows-1251": "cp1251", b"cp1251": "cp1251"}
UNSEEN = {"script", "style", "head", "template", "noscript"}
BLOCKS = {
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "br",
    "section",
    "table",
}
MAX_SPAN = 100


def read_html(data: bytes, name: str) -> Printout:
    """Return the table of a saved page and the lines around it.

    Raises:
        InputUnreadable: no table of the kind is in it, or it is too long.
    """
    page = _Page(name)
    page.feed(_text(data, name))
    page.close()
    page.end_line()
    return printout_of(name, page.lines, page.rows)


def printout_of(name: str, lines: list[str], rows: list[tuple[str, ...]]) -> Printout:
    """Return rows of any number of columns as a printout, by their heading.

    Raises:
        InputUnreadable: no row is the heading of a result.
    """
    columns: dict[str, int] = {}
    above = list(lines)
    made: list[PrintedRow] = []
    for cells in rows:
        heads = {known.column_of(cell): n for n, cell in reversed([*enumerate(cells)])}
        found = {column: n for column, n in heads.items() if column is not None}
        if known.NAME in found and len(found) > 1:
            columns = found
        elif columns:
            made.append(_row(cells, columns))
        else:
            above.append(" ".join(cell for cell in cells if cell))
    if not columns:
        raise f.fault(name, f.PRINTOUT_NO_TABLE)
    return Printout(name, tuple(line for line in above if line), tuple(made))


def _row(cells: tuple[str, ...], columns: dict[str, int]) -> PrintedRow:
    filled = [n for n, cell in enumerate(cells) if cell]
    if len(filled) == 1 and filled[0] != columns.get(known.POINTS):
        # a heading that stands across the table, wherever its cell begins
        return PrintedRow(name=cells[filled[0]])

    def text(column: str) -> str:
        place = columns.get(column, -1)
        return cells[place] if 0 <= place < len(cells) else ""

    number, name, value, points = (text(column) for column in known.COLUMNS)
    return PrintedRow(number, name, value, points)


def _text(data: bytes, name: str) -> str:
    told = CHARSET.search(data[:LOOKED_AT])
    encoding = ENCODINGS.get(told[1].lower()) if told else None
    if encoding is not None:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass  # what it says of itself is wrong: found out below
    return decoded(data, name)


class _Page(HTMLParser):
    """Collects rows of tables, and lines outside of them."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.rows: list[tuple[str, ...]] = []
        self._name = name
        self._unseen = 0
        self._line: list[str] = []
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._spans = (1, 1)
        self._down: dict[int, int] = {}
        """Columns that a cell above still covers, with the rows left."""
        self._signs = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a row, a cell or a line."""
        if tag in UNSEEN:
            self._unseen += 1
        elif tag == "tr":
            self._end_row()
            self.end_line()
            self._row = []
        elif tag in {"td", "th"} and self._row is not None:
            self._end_cell()
            self._cell = []
            told = dict(attrs)
            self._spans = (_span(told.get("colspan")), _span(told.get("rowspan")))
        elif tag in BLOCKS:
            self.end_line()

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened."""
        if tag in UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in {"td", "th"}:
            self._end_cell()
        elif tag in {"tr", "table"}:
            self._end_row()
            if tag == "table":
                self._down = {}
        elif tag in BLOCKS:
            self.end_line()

    def handle_data(self, data: str) -> None:
        """Add text to the open cell or line."""
        if self._unseen:
            return
        self._signs += len(data)
        if self._signs > limits.MAX_SIGNS:
            raise f.fault(self._name, f.PRINTOUT_TOO_LONG)
        (self._line if self._cell is None else self._cell).append(data)

    def end_line(self) -> None:
        """End the line outside of tables; inside a cell lines are kept apart."""
        if self._cell is not None:
            self._cell.append("\n")
            return
        text = " ".join("".join(self._line).split())
        self._line = []
        if text:
            self.lines.append(text)

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        self._skip_covered()
        text = " ".join("".join(self._cell).split())
        self._cell = None
        across, down = self._spans
        for number in range(across):
            if down > 1:
                self._down[len(self._row)] = down - 1
            self._row.append("" if number else text)
        if len(self._row) > limits.MAX_COLUMNS:
            raise f.fault(self._name, f.SHEET_COLUMNS, str(limits.MAX_COLUMNS))

    def _skip_covered(self) -> None:
        while self._row is not None and self._down.get(len(self._row), 0) > 0:
            self._down[len(self._row)] -= 1
            self._row.append("")

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is None:
            return
        self._skip_covered()
        if any(self._row):
            self.rows.append(tuple(self._row))
        self._row = None
        if len(self.rows) > limits.MAX_ROWS:
            raise f.fault(self._name, f.SHEET_ROWS, str(limits.MAX_ROWS))


def _span(text: str | None) -> int:
    return min(int(text), MAX_SPAN) if text and text.isdecimal() and text != "0" else 1
