"""The outcome for eyes and for machines."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from tests.bench.measuring import Row, Spread

HEAD = ("", "program", "against", "its figure", "program ÷ it", "rounds")
NOTE = (
    "Median, in brackets the quartiles. Both sides of a ratio come from the same "
    "round of the same run; below 1 the program is ahead."
)


def as_text(sections: Mapping[str, Sequence[Row]]) -> str:
    """Return one aligned table with a heading for each benchmark."""
    cells = {title: [_cells(row) for row in rows] for title, rows in sections.items()}
    everything = [HEAD, *(line for lines in cells.values() for line in lines)]
    widths = [max(len(line[n]) for line in everything) for n in range(len(HEAD))]
    out = [_line(HEAD, widths)]
    for title, lines in cells.items():
        out += ["", title, *(_line(line, widths) for line in lines)]
    return "\n".join([*out, "", NOTE])


def as_json(sections: Mapping[str, Sequence[Row]]) -> str:
    """Return the same figures for a program."""
    found = {title: [asdict(row) for row in rows] for title, rows in sections.items()}
    return json.dumps(found, ensure_ascii=False, indent=2)


def _cells(row: Row) -> tuple[str, ...]:
    return (
        f"  {row.what}",
        f"{_spread(row.program)} {row.unit}",
        row.against,
        f"{_spread(row.other)} {row.unit}",
        f"{row.ratio.median:.2f} ({row.ratio.low:.2f}–{row.ratio.high:.2f})",
        str(row.rounds),
    )


def _spread(spread: Spread) -> str:
    digits = 2 if spread.median < 10 else 0
    return (
        f"{spread.median:.{digits}f} ({spread.low:.{digits}f}–{spread.high:.{digits}f})"
    )


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (c.ljust(w) for c, w in zip(cells, widths, strict=True))
    return "  ".join([first, *others]).rstrip()
