"""Tables of blocks as ReportLab gets them: lists in cells, rows that stay together."""

from reportlab.platypus import Paragraph as Text

from shkola_desktop.report.document import Column, Row, RowKind, Table
from shkola_desktop.report.pdf.fallback import Glyphs
from shkola_desktop.report.pdf.paragraphs import Paragraphs
from shkola_desktop.report.pdf.styles import styles
from shkola_desktop.report.pdf.tables import grid
from shkola_desktop.report.table_rows import held
from tests.support.papers import FONTS

COLUMNS = (Column("Код", 1, centred=True), Column("Текст", 3))


def cells_of(*rows, **fields):
    known = styles()
    table = Table(COLUMNS, rows, **fields)
    made = grid(table, known, 400, Paragraphs(Glyphs(FONTS)))
    return made, known


def test_widths_are_shares_of_the_whole():
    made, _ = cells_of(Row(("1", "а")))
    assert made._colWidths == [100, 300]
    assert made.repeatRows == 1


def test_a_headless_table_repeats_nothing():
    made, _ = cells_of(Row(("1", "а")), headless=True)
    assert made.repeatRows == 0
    assert len(made._cellvalues) == 1


def test_lines_with_dashes_boxes_and_numbers_are_items():
    made, known = cells_of(Row(("– 1", "Итог\n– первое\n□ да (1 балл)\n2) второе")))
    centred, listed = made._cellvalues[1]
    assert [text.style.name for text in listed] == ["cell", "item", "item", "item"]
    assert [text.style.name for text in centred] == ["centred-cell"]
    assert known.item_cell.leftIndent == -known.item_cell.firstLineIndent == 9


def test_a_heading_spans_the_table_and_a_sum_is_bold():
    made, _ = cells_of(
        Row(("Знание",), RowKind.SECTION), Row(("1", "Итого"), RowKind.TOTAL)
    )
    heading, total = made._cellvalues[1], made._cellvalues[2]
    assert isinstance(heading[0], Text)
    assert heading[0].style.fontName == "Tinos-Bold"
    assert heading[1] == ""
    assert total[1][0].style.fontName == "Tinos-Bold"
    assert made._spanCmds == [("SPAN", (0, 1), (-1, 1))]


def test_headings_stay_with_what_follows_and_sums_with_what_precedes():
    rows = (
        Row(("Знание",), RowKind.SECTION),
        Row(("Критерий",), RowKind.SUBSECTION),
        Row(("1", "первый")),
        Row(("2", "второй")),
        Row(("", "Итого"), RowKind.TOTAL),
        Row(("", "Здоровье"), RowKind.GROUP),
        Row(("3", "третий")),
    )
    assert held(Table(COLUMNS, rows)) == (
        True,
        True,
        True,
        False,
        True,
        False,
        True,
        False,
    )
    assert held(Table(COLUMNS, rows[2:4], headless=True)) == (False, False)
