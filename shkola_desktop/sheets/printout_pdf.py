"""A printout saved as PDF → rows: words by their places, rows by the lines drawn."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false
# pypdfium2 carries its types half.

import ctypes
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from shkola_desktop.domain.errors import Cancelled
from shkola_desktop.domain.printout import PrintedRow, Printout
from shkola_desktop.sheets import faults as f
from shkola_desktop.sheets import limits
from shkola_desktop.sheets.grid import Grid, Line, Word, grid_of, head_at, rows_of

MAX_DRAWN = 20_000
"""Pieces of drawings on a page: a table of 20 rows has about 200."""
THIN = 1.5
"""Points: a flatter stroke is a rule."""
LONG = 20
"""Points: a shorter stroke underlines or decorates."""
SAME_RULE = 1.5
"""Points between rules that are one: borders are often drawn twice."""
FIRST_SURROGATE, LAST_SURROGATE = 0xD800, 0xDFFF
SAME_LINE = 0.5
"""Share of a word's height by which words of one line may differ."""


@dataclass(frozen=True, slots=True)
class _Placed:
    word: Word
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class _Page:
    """Lines from top to bottom with their heights, and heights of the rules."""

    lines: tuple[tuple[float, Line], ...]
    rules: tuple[float, ...]


def read_pdf(data: bytes, name: str, stop: Callable[[], bool]) -> Printout:
    """Return the table of a PDF and the lines above it.

    Raises:
        InputUnreadable: it is damaged, locked, too long, or holds pictures alone.
        Cancelled: ``stop`` said so.
    """
    import pypdfium2  # noqa: PLC0415  # costs start-up time

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).casefold()
        rule = f.PRINTOUT_LOCKED if locked else f.PRINTOUT_BROKEN
        raise f.fault(name, rule) from error
    try:
        return _printout(_pages(document, name, stop), name)
    except pypdfium2.PdfiumError as error:
        raise f.fault(name, f.PRINTOUT_BROKEN) from error
    finally:
        document.close()


def _pages(document: Any, name: str, stop: Callable[[], bool]) -> list[_Page]:
    if len(document) > limits.MAX_PAGES:
        raise f.fault(name, f.PRINTOUT_PAGES, str(limits.MAX_PAGES))
    pages: list[_Page] = []
    signs = 0
    for number in range(len(document)):
        if stop():
            raise Cancelled
        page = document[number]
        text = page.get_textpage()
        signs += text.count_chars()
        if signs > limits.MAX_SIGNS:
            raise f.fault(name, f.PRINTOUT_TOO_LONG)
        pages.append(_Page(_lines(_words(text)), _rules(page)))
        text.close()
        page.close()
    if not signs:
        raise f.fault(name, f.PRINTOUT_NO_TEXT)
    return pages


def _printout(pages: Sequence[_Page], name: str) -> Printout:
    above: list[str] = []
    rows: list[PrintedRow] = []
    grid: Grid | None = None
    body = [line for page in pages for _, line in page.lines]
    for number, page in enumerate(pages, start=1):
        head = head_at([line for _, line in page.lines])
        first = 0
        if head is not None:
            before = page.lines[: head[0]]
            above.extend(_plain(line) for _, line in before)
            first = head[1] + 1
            grid = grid or grid_of(
                [line for _, line in page.lines[head[0] : first]], body
            )
        if grid is None:
            above.extend(_plain(line) for _, line in page.lines)
            continue
        rows.extend(_page_rows(page, first, grid, number))
    if grid is None:
        raise f.fault(name, f.PRINTOUT_NO_TABLE)
    return Printout(name, tuple(above), tuple(rows))


def _page_rows(page: _Page, first: int, grid: Grid, number: int) -> list[PrintedRow]:
    bands: dict[int, list[Line]] = {}
    for height, line in page.lines[first:]:
        band = sum(1 for rule in page.rules if rule > height)
        bands.setdefault(band, []).append(line)
    inside = {band: lines for band, lines in bands.items() if _inside(band, page)}
    rows = list(rows_of((inside or bands).values(), grid, number))
    return [
        _as_part(row) if position in {0, len(rows) - 1} else row
        for position, row in enumerate(rows)
    ]


def _inside(band: int, page: _Page) -> bool:
    """Tell whether a band lies between two rules: page numbers do not."""
    return 0 < band < len(page.rules)


def _as_part(row: PrintedRow) -> PrintedRow:
    return PrintedRow(row.number, row.name, row.value, row.points, row.page, part=True)


def _plain(line: Line) -> str:
    return " ".join(word.text for word in line)


def _words(text: Any) -> list[_Placed]:
    """Return the words of a page with their boxes, in points from below."""
    from pypdfium2 import raw  # noqa: PLC0415  # costs start-up time

    words: list[_Placed] = []
    letters: list[tuple[str, tuple[float, float, float, float]]] = []
    for number in range(text.count_chars()):
        letter = _letter(raw.FPDFText_GetUnicode(text.raw, number))
        box = text.get_charbox(number, loose=True)
        apart = bool(letters) and _apart(letters[-1][1], box)
        if letter.isspace() or not letter.isprintable() or apart:
            _end_word(letters, words)
        if letter.isprintable() and not letter.isspace():
            letters.append((letter, box))
    _end_word(letters, words)
    return words


def _letter(code: int) -> str:
    """Return a letter by its code; what is none ends a word."""
    surrogate = FIRST_SURROGATE <= code <= LAST_SURROGATE
    return " " if surrogate or not 0 < code <= sys.maxunicode else chr(code)


def _apart(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> bool:
    """Tell whether two letters are of different words by their places."""
    height = max(1.0, one[3] - one[1])
    jumped = other[0] - one[2] > height * 0.25 or other[0] < one[0] - height
    return jumped or abs(other[1] - one[1]) > height * SAME_LINE


def _end_word(
    letters: list[tuple[str, tuple[float, float, float, float]]],
    words: list[_Placed],
) -> None:
    if not letters:
        return
    boxes = [box for _, box in letters]
    word = Word(
        "".join(letter for letter, _ in letters),
        min(box[0] for box in boxes),
        max(box[2] for box in boxes),
    )
    words.append(
        _Placed(word, max(box[3] for box in boxes), min(box[1] for box in boxes))
    )
    letters.clear()


def _lines(words: Sequence[_Placed]) -> tuple[tuple[float, Line], ...]:
    """Put words of one height together, from top to bottom, left to right."""
    lines: list[list[_Placed]] = []
    for word in sorted(words, key=lambda one: -one.middle):
        height = max(1.0, word.top - word.bottom)
        if lines and abs(lines[-1][0].middle - word.middle) < height * SAME_LINE:
            lines[-1].append(word)
        else:
            lines.append([word])
    return tuple(
        (
            line[0].middle,
            tuple(sorted((one.word for one in line), key=lambda w: w.left)),
        )
        for line in lines
    )


def _rules(page: Any) -> tuple[float, ...]:
    """Return the heights of horizontal rules, from top to bottom."""
    from pypdfium2 import raw  # noqa: PLC0415  # costs start-up time

    found: list[float] = []
    for number, drawn in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])):
        if number > MAX_DRAWN:
            break
        found.extend(_strokes(drawn, raw))
    found.sort(reverse=True)
    rules: list[float] = []
    for height in found:
        if not rules or rules[-1] - height > SAME_RULE:
            rules.append(height)
    return tuple(rules)


def _strokes(drawn: Any, raw: Any) -> list[float]:
    """Return the heights of the level strokes of a path, in points of the page."""
    left, bottom, right, top = drawn.get_bounds()
    if right - left < LONG:
        return []
    if top - bottom < THIN:
        return [(top + bottom) / 2]
    matrix = drawn.get_matrix()
    points = [_point(drawn, n, raw) for n in range(_count(drawn, raw))]
    placed = [matrix.on_point(x, y) for x, y in points]
    return [
        one[1]
        for one, other in pairwise(placed)
        if abs(one[1] - other[1]) < THIN and abs(one[0] - other[0]) > LONG
    ] + ([bottom, top] if len(placed) <= 5 else [])  # noqa: PLR2004  # a box closes itself


def _count(drawn: Any, raw: Any) -> int:
    return min(int(raw.FPDFPath_CountSegments(drawn.raw)), MAX_DRAWN)


def _point(drawn: Any, number: int, raw: Any) -> tuple[float, float]:
    segment = raw.FPDFPath_GetPathSegment(drawn.raw, number)
    x, y = ctypes.c_float(), ctypes.c_float()
    raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
    return x.value, y.value
