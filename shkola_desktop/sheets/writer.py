"""Tables → a workbook: text stays text, lists to choose from, pages that print well."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# XlsxWriter carries no types.

import io
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from shkola_desktop.domain.sheets import Cell, CellKind, SheetTable, Workbook

EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001  # Excel knows no zones; no clock
LISTS = "lists"
"""The hidden sheet that holds what can be chosen: Excel cuts others at 255 signs."""
FORMATS = {
    CellKind.TEXT: "@",
    CellKind.WHOLE: "0",
    CellKind.DECIMAL: "0.0",
    CellKind.SHARE: "0%",
    CellKind.DATE: "dd.mm.yyyy",
}
BORDER, HEAD, BAND, QUIET, TYPED = "#B8C2CB", "#DCE6EF", "#EEF2F5", "#7A8791", "#FFFBE8"
MAX_ERROR = 255
"""Signs of what Excel says about a wrong choice."""


def write_book(book: Workbook) -> bytes:
    """Return the bytes of a workbook (.xlsx); the same values give the same bytes."""
    import xlsxwriter  # noqa: PLC0415  # costs start-up time

    target = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    made = xlsxwriter.Workbook(target, options)
    made.set_properties({"title": book.title, "created": EPOCH})
    writer = _Writer(made, book)
    for table in book.tables:
        writer.add(table)
    writer.add_lists()
    made.close()
    return target.getvalue()


class _Writer:
    def __init__(self, made: Any, book: Workbook) -> None:
        self._made = made
        self._book = book
        self._formats: dict[tuple[object, ...], Any] = {}
        self._lists: dict[tuple[str, ...], int] = {}

    def add(self, table: SheetTable) -> None:
        sheet = self._made.add_worksheet(table.title)
        head = len(table.preface)
        last = max(1, len(table.columns)) - 1
        for number, words in enumerate(table.preface):
            # the merged line is as high as its words need; Excel does not see to it
            form = self._format(wrap=True, bold=number == 0, size=11)
            if last:
                sheet.merge_range(number, 0, number, last, "", form)
            sheet.write_string(number, 0, words, form)
            sheet.set_row(number, 15 * _lines(words, _width(table)))
        for column, known in enumerate(table.columns):
            sheet.set_column(column, column, known.width)
            form = self._format(head=True, wrap=True, bold=True, border=True)
            sheet.write_string(head, column, known.heading, form)
        for number, row in enumerate(table.rows):
            self._row(sheet, table, number, row)
        self._choices(sheet, table, head + 1)
        self._setup(sheet, table, head)

    def add_lists(self) -> None:
        if not self._lists:
            return
        sheet = self._made.add_worksheet(LISTS)
        for options, number in self._lists.items():
            for column, words in enumerate(options):
                sheet.write_string(number, column, words)
        sheet.very_hidden()
        sheet.protect()

    def _row(
        self, sheet: Any, table: SheetTable, number: int, row: tuple[Cell, ...]
    ) -> None:
        at = len(table.preface) + 1 + number
        band = number in table.bands
        for column, known in enumerate(table.columns):
            value = row[column] if column < len(row) else None
            dated = isinstance(value, date) and known.kind is CellKind.TEXT
            form = self._format(
                kind=CellKind.DATE if dated else known.kind,
                wrap=True,
                border=True,
                band=band,
                bold=band,
                open=known.open and not band,
                quiet=known.quiet,
            )
            _write(sheet, at, column, value, form)

    def _choices(self, sheet: Any, table: SheetTable, first: int) -> None:
        from xlsxwriter.utility import xl_range_abs  # noqa: PLC0415  # as in write_book

        for (number, column), options in table.choices.items():
            row = self._lists.setdefault(options, len(self._lists))
            rule: Mapping[str, object] = {
                "validate": "list",
                "source": f"={LISTS}!{xl_range_abs(row, 0, row, len(options) - 1)}",
                "error_message": self._book.wrong_choice[:MAX_ERROR],
            }
            at = first + number
            sheet.data_validation(at, column, at, column, rule)

    def _setup(self, sheet: Any, table: SheetTable, head: int) -> None:
        if table.columns and table.rows:
            sheet.freeze_panes(head + 1, 0)
            sheet.repeat_rows(head)
        if table.filtered and table.rows:
            last = len(table.columns) - 1
            sheet.autofilter(head, 0, head + len(table.rows), last)
        if table.landscape:
            sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        sheet.set_footer("&L&A&R&P / &N")
        if table.protected:
            sheet.protect(
                "",
                {
                    "format_columns": True,
                    "format_rows": True,
                    "select_locked_cells": True,
                },
            )

    def _format(self, **wanted: Any) -> Any:
        known = tuple(sorted(wanted.items()))
        if known not in self._formats:
            self._formats[known] = self._made.add_format(_properties(wanted))
        return self._formats[known]


def _properties(wanted: Mapping[str, Any]) -> dict[str, object]:
    made: dict[str, object] = {"valign": "top", "font_size": wanted.get("size", 10)}
    made["num_format"] = FORMATS[wanted.get("kind", CellKind.TEXT)]
    made["locked"] = not wanted.get("open", False)
    if wanted.get("border"):
        made |= {"border": 1, "border_color": BORDER}
    for name, key in (("bold", "bold"), ("wrap", "text_wrap")):
        if wanted.get(name):
            made[key] = True
    for name, colour in (("head", HEAD), ("band", BAND), ("open", TYPED)):
        if wanted.get(name):
            made["bg_color"] = colour
    if wanted.get("quiet"):
        made |= {"font_color": QUIET, "font_size": 8}
    return made


def _write(sheet: Any, row: int, column: int, value: Cell, form: Any) -> None:
    if value is None or value == "":
        sheet.write_blank(row, column, None, form)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, form)
    elif isinstance(value, date):
        moment = datetime(value.year, value.month, value.day)  # noqa: DTZ001  # as EPOCH
        sheet.write_datetime(row, column, moment, form)
    else:
        sheet.write_number(row, column, value, form)


def _width(table: SheetTable) -> int:
    return max(20, round(sum(column.width for column in table.columns)))


def _lines(words: str, width: int) -> int:
    return sum(1 + len(line) // width for line in words.split("\n"))
