"""Words with their places → rows of the four columns of a printout."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from shkola_desktop.domain.printout import PrintedRow
from shkola_desktop.words import printout as known

HEAD_LINES = 3
"""Lines that a wrapped heading takes at most, on either side of its first word."""
STEPS = 48
"""Places looked at between two headings for the gap between their columns."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word from ``left`` to ``right`` in any unit."""

    text: str
    left: float
    right: float


Line = tuple[Word, ...]
"""Words from left to right."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns in their order, and the borders between them."""

    columns: tuple[str, ...]
    borders: tuple[float, ...]

    def cells(self, line: Line) -> dict[str, str]:
        """Return the words of a line by column."""
        found: dict[str, list[str]] = {column: [] for column in self.columns}
        for word in line:
            middle = (word.left + word.right) / 2
            number = sum(1 for border in self.borders if border < middle)
            found[self.columns[number]].append(word.text)
        return {column: " ".join(words) for column, words in found.items()}


def head_at(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Return the first and last line of the table's heading, or None."""
    for number, line in enumerate(lines):
        first = max(0, number - HEAD_LINES + 1)
        nearby = lines[first : number + HEAD_LINES]
        if _starts(line).get(known.NAME) is None:
            continue
        met = {column for near in nearby for column in _starts(near)}
        if met & {known.VALUE, known.POINTS}:
            heads = [
                first + n
                for n, near in enumerate(nearby)
                if _starts(near) or _only_head_words(near)
            ]
            return min(heads), max(heads)
    return None


def grid_of(head: Sequence[Line], body: Sequence[Line]) -> Grid:
    """Return the columns that a heading names, with borders where words are fewest."""
    starts: dict[str, Word] = {}
    for line in head:
        for column, word in _starts(line).items():
            starts.setdefault(column, word)
    ordered = sorted(starts.items(), key=lambda pair: pair[1].left)
    borders = tuple(
        _border(one, other, body) for (_, one), (_, other) in pairwise(ordered)
    )
    return Grid(tuple(column for column, _ in ordered), borders)


def rows_of(
    bands: Iterable[Sequence[Line]], grid: Grid, page: int = 1
) -> tuple[PrintedRow, ...]:
    """Return a row for each band of lines; a band with many points is cut by lines."""
    rows: list[PrintedRow] = []
    for band in bands:
        cells = [grid.cells(line) for line in band]
        scored = sum(
            1 for one in cells if known.amount(one.get(known.POINTS, "")) is not None
        )
        if scored > 1 or (known.POINTS not in grid.columns and len(band) > 1):
            rows.extend(_row([one], page, part=True) for one in cells)
        elif cells:
            rows.append(_row(cells, page, part=False))
    return tuple(rows)


def _row(cells: Sequence[dict[str, str]], page: int, *, part: bool) -> PrintedRow:
    def text(column: str) -> str:
        parts = (one.get(column, "") for one in cells)
        return "\n".join(words for words in parts if words)

    return PrintedRow(
        text(known.NUMBER),
        text(known.NAME),
        text(known.VALUE),
        text(known.POINTS),
        page,
        part,
    )


def _starts(line: Line) -> dict[str, Word]:
    """Return the words of a line that begin a heading."""
    found: dict[str, Word] = {}
    for word in line:
        plain = word.text.casefold()
        column = known.FIRST_WORDS.get(plain)
        if column is None and plain in known.NUMBER_HEADS:
            column = known.NUMBER
        if column is not None and column not in found:
            found[column] = word
    return found


def _only_head_words(line: Line) -> bool:
    return bool(line) and all(word.text.casefold() in known.HEAD_WORDS for word in line)


def _border(one: Word, other: Word, body: Sequence[Line]) -> float:
    """Return the middle of the emptiest strip between the words of two headings."""
    left, right = one.right, max(one.right, other.left)
    places = [left + (right - left) * n / STEPS for n in range(STEPS + 1)]
    crossed = [
        sum(1 for line in body for word in line if word.left < place < word.right)
        for place in places
    ]
    least = min(crossed)
    empty = [p for p, count in zip(places, crossed, strict=True) if count == least]
    return _widest_middle(empty, (right - left) / STEPS)


def _widest_middle(places: Sequence[float], step: float) -> float:
    runs: list[list[float]] = []
    for place in places:
        if runs and place - runs[-1][-1] < step * 1.5:
            runs[-1].append(place)
        else:
            runs.append([place])
    widest = max(runs, key=len)
    return (widest[0] + widest[-1]) / 2
