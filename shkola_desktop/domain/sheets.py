"""Workbooks as plain values: what is written into one, and what was read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from shkola_desktop.domain.errors import Problem

Cell = str | int | float | date | None
"""What a cell holds; text is always text, never a formula."""


class CellKind(StrEnum):
    """How the cells of a column look."""

    TEXT = "text"
    WHOLE = "whole"
    DECIMAL = "decimal"
    SHARE = "share"
    """A part of one, shown in per cent."""
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``width`` in characters, ``open`` may be typed into when protected."""

    heading: str
    width: float = 14
    kind: CellKind = CellKind.TEXT
    open: bool = False
    quiet: bool = False
    """Small grey cells: codes that people need not read."""


def _no_choices() -> Mapping[tuple[int, int], tuple[str, ...]]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SheetTable:
    """One sheet to be written: lines above, a heading, rows.

    ``choices`` gives a cell of ``rows`` (row, column, from 0) a list to choose
    from; ``bands`` are the rows that set groups apart.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    preface: tuple[str, ...] = ()
    choices: Mapping[tuple[int, int], tuple[str, ...]] = field(
        default_factory=_no_choices
    )
    bands: frozenset[int] = frozenset()
    protected: bool = False
    landscape: bool = True
    filtered: bool = False
    """Headings with a list to filter the rows by."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """Sheets in their order; ``wrong_choice`` is said where a list is not followed."""

    title: str
    tables: tuple[SheetTable, ...]
    wrong_choice: str = ""


@dataclass(frozen=True, slots=True)
class ReadTable:
    """One sheet as it was read: every row from the first, cells as trimmed text.

    Whole numbers stand without a fraction, dates as 2026-11-24. ``faults`` are the
    cells that could not be taken; their text is empty.
    """

    title: str
    rows: tuple[tuple[str, ...], ...]
    faults: tuple[Problem, ...] = ()

    def cell(self, row: int, column: int) -> str:
        """Return the text of a cell (from 0), empty where there is none."""
        known = self.rows[row] if row < len(self.rows) else ()
        return known[column] if 0 <= column < len(known) else ""


@dataclass(frozen=True, slots=True)
class ReadBook:
    """A workbook or a CSV file as it was read; ``name`` is that of the file."""

    name: str
    tables: tuple[ReadTable, ...]


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell (row and column from 0) as sheets tell it: «C12»."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
