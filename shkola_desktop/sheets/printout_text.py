"""A printout saved as text → rows: between tabs, between strokes, or by spaces."""

import re
from collections.abc import Iterator, Sequence

from shkola_desktop.domain.printout import PrintedRow, Printout
from shkola_desktop.sheets import faults as f
from shkola_desktop.sheets import limits
from shkola_desktop.sheets.csv_text import decoded
from shkola_desktop.sheets.grid import Line, Word, grid_of, head_at, rows_of
from shkola_desktop.sheets.printout_html import printout_of
from shkola_desktop.words import printout as known

DRAWN = str.maketrans(dict.fromkeys("│┃║¦", "|"))
RULE = re.compile(r"^[\s\-–—=_+|*┌┐└┘├┤┬┴┼─━═╔╗╚╝╠╣╦╩╬]*$")
WORDS = re.compile(r"\S+(?: \S+)*")
"""A piece of a line between two or more spaces."""
SINGLE = re.compile(r"\S+")
NUMBER = re.compile(r"^\s*\d+(?:\.\d+)*\.?\s*$")


def read_text(data: bytes, name: str) -> Printout:
    """Return the table of a text file and the lines above it.

    Raises:
        InputUnreadable: no table of the kind is in it, or it is too long.
    """
    text = decoded(data, name).translate(DRAWN)
    if len(text) > limits.MAX_SIGNS:
        raise f.fault(name, f.PRINTOUT_TOO_LONG)
    pages = text.replace("\r\n", "\n").replace("\r", "\n").split("\f")
    lines = [line for page in pages for line in page.replace("\u00a0", " ").split("\n")]
    for sign in ("\t", "|", ";"):
        if any(_is_head(line.split(sign)) for line in lines):
            return _divided(lines, sign, name)
    head = head_at([_words(line) for line in lines])
    if head is not None and _one_line(lines[head[0] : head[1] + 1]):
        return _laid_out(lines, head, name)
    return _one_cell_a_line(lines, name)


def _is_head(cells: Sequence[str]) -> bool:
    columns = {known.column_of(cell) for cell in cells}
    return known.NAME in columns and len(columns - {None}) > 1


def _divided(lines: list[str], sign: str, name: str) -> Printout:
    """Cells between signs; lines between two rules, or a number, make a row."""
    rows: list[tuple[str, ...]] = []
    above: list[str] = []
    for band in _bands(lines):
        cells = [_cells(line, sign) for line in band]
        table = [one for one in cells if len(one) > 1]
        if not table:
            above.extend(line.strip() for line in band)
        elif sign == "|" and sum(1 for one in table if known.amount(one[-1])) <= 1:
            rows.append(_stacked(table))
        else:
            rows.extend(_continued(cells))
    return printout_of(name, above, rows)


def _cells(line: str, sign: str) -> tuple[str, ...]:
    inner = line.strip().strip("|") if sign == "|" else line
    return tuple(cell.strip(' "') for cell in inner.split(sign))


def _stacked(cells: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    width = max(map(len, cells))
    return tuple(
        " ".join(one[n] for one in cells if n < len(one) and one[n])
        for n in range(width)
    )


def _continued(cells: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Put lines whose first and last cell are empty to the row above."""
    rows: list[tuple[str, ...]] = []
    for one in cells:
        goes_on = rows and len(one) > 2 and not one[0] and not one[-1]  # noqa: PLR2004
        if goes_on and len(one) == len(rows[-1]):
            rows[-1] = _stacked([rows[-1], one])
        else:
            rows.append(one)
    return rows


def _bands(lines: Sequence[str]) -> Iterator[list[str]]:
    band: list[str] = []
    for line in lines:
        if RULE.match(line):
            if band:
                yield band
            band = []
        else:
            band.append(line)
    if band:
        yield band


def _one_line(head: Sequence[str]) -> bool:
    """Tell whether headings stand beside each other, not below each other."""
    return any(len(WORDS.findall(line.strip())) > 1 for line in head)


def _laid_out(lines: list[str], head: tuple[int, int], name: str) -> Printout:
    first, last = head
    above = tuple(line.strip() for line in lines[:first] if line.strip())
    body = [line for line in lines[last + 1 :] if not _repeats(line)]
    grid = grid_of(
        [_words(line) for line in lines[first : last + 1]],
        [_words(line) for line in body],
    )
    bands = [[_words(line) for line in band] for band in _bands(body)]
    rows = rows_of(bands, grid)
    if not rows:
        raise f.fault(name, f.PRINTOUT_NO_TABLE)
    return Printout(name, above, rows)


def _repeats(line: str) -> bool:
    """Tell whether a line is a heading again, on the next page."""
    words = [word.casefold() for word in SINGLE.findall(line)]
    return bool(words) and all(
        word in known.HEAD_WORDS or word in known.NUMBER_HEADS for word in words
    )


def _words(line: str) -> Line:
    return tuple(
        Word(found[0], found.start(), found.end())
        for found in SINGLE.finditer(line.expandtabs())
    )


def _one_cell_a_line(lines: list[str], name: str) -> Printout:
    """Number, name, value and points, each on a line of its own."""
    heads = [n for n, line in enumerate(lines) if known.column_of(line) is not None]
    columns = {known.column_of(lines[n]) for n in heads}
    if known.NAME not in columns or known.POINTS not in columns:
        raise f.fault(name, f.PRINTOUT_NO_TABLE)
    above = tuple(line.strip() for line in lines[: heads[0]] if line.strip())
    rows: list[PrintedRow] = []
    block: list[str] = []
    for line in (one.strip() for one in lines[heads[0] :]):
        if not line or known.column_of(line) is not None:
            continue
        if known.amount(line) is not None and _complete(block):
            rows.extend(_of_block(block, line))
            block = []
        else:
            block.append(line)
    rows.extend(PrintedRow(name=line) for line in block)
    return Printout(name, above, tuple(rows))


def _complete(block: Sequence[str]) -> bool:
    """Tell whether a name and a value are there, so that a figure must be points."""
    return sum(1 for line in block if not NUMBER.match(line)) > 1


def _of_block(block: Sequence[str], points: str) -> Iterator[PrintedRow]:
    """Return the headings before the number, then the row."""
    numbers = [n for n, line in enumerate(block) if NUMBER.match(line)]
    start = numbers[-1] if numbers else max(0, len(block) - 2)
    yield from (PrintedRow(name=line) for line in block[:start])
    rest = list(block[start:])
    number = rest.pop(0) if numbers else ""
    value = rest.pop() if len(rest) > 1 else ""
    yield PrintedRow(number, " ".join(rest), value, points)
