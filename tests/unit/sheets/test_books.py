"""Workbooks written and read back: text stays text, other programs can open them."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shkola_desktop.domain.errors import Cancelled
from shkola_desktop.domain.sheets import (
    CellKind,
    Column,
    SheetTable,
    Workbook,
    cell_name,
)
from shkola_desktop.sheets.books import WorkbookFiles

FILES = WorkbookFiles()
INJECTED = ('=HYPERLINK("http://x")', "+1+1", "-1", "@SUM(A1)", "=1+1", "http://x.ru")


def a_book(*rows, **fields):
    known = {
        "columns": (Column("Код", 8, quiet=True), Column("Ответ", 30, open=True)),
        "rows": rows,
    }
    table = SheetTable("Лист", **{**known, **fields})
    return Workbook("Книга", (table,), "Нельзя")


def read(tmp_path, data, name="a.xlsx"):
    path = tmp_path / name
    path.write_bytes(data)
    return FILES.read(path)


def made_by(change):
    """Return a workbook that openpyxl made, with its first sheet changed."""
    book = openpyxl.Workbook()
    change(book.active)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def test_what_is_written_is_read_and_the_same_values_give_the_same_bytes(tmp_path):
    book = a_book(("a", "да"), ("b", 2), ("c", 2.5), ("d", date(2026, 11, 24)))
    data = FILES.write(book)
    assert data == FILES.write(book)
    assert read(tmp_path, data).tables[0].rows == (
        ("Код", "Ответ"),
        ("a", "да"),
        ("b", "2"),
        ("c", "2.5"),
        ("d", "2026-11-24"),
    )


def test_a_text_that_looks_like_a_formula_stays_text(tmp_path):
    data = FILES.write(a_book(*((text, text) for text in INJECTED)))
    table = read(tmp_path, data).tables[0]
    assert table.faults == ()
    assert table.rows[1:] == tuple((text, text) for text in INJECTED)
    sheet = openpyxl.load_workbook(BytesIO(data)).active
    assert [sheet.cell(n, 1).data_type for n in range(2, 8)] == ["s"] * 6
    assert sheet.cell(7, 1).hyperlink is None


def test_a_protected_sheet_opens_its_open_column_and_offers_its_lists():
    options = ("нет – 0 баллов", "да, " + "слово " * 60)
    book = a_book(
        ("a", None), ("b", None), choices={(0, 1): options}, protected=True,
        preface=("Заголовок",),
    )  # fmt: skip
    known = openpyxl.load_workbook(BytesIO(FILES.write(book)))
    sheet = known["Лист"]
    assert sheet.protection.sheet
    assert (sheet["A3"].protection.locked, sheet["B3"].protection.locked) == (1, 0)
    (rule,) = sheet.data_validations.dataValidation
    assert (str(rule.sqref), rule.formula1) == ("B3", "lists!$A$1:$B$1")
    assert rule.error == "Нельзя"
    assert [cell.value for cell in known["lists"][1]] == list(options)
    assert known["lists"].sheet_state == "veryHidden"
    assert sheet.freeze_panes == "A3"
    assert sheet.print_title_rows == "$2:$2"


def test_shares_and_figures_have_their_formats():
    columns = (Column("Доля", kind=CellKind.SHARE), Column("n", kind=CellKind.WHOLE))
    data = FILES.write(a_book((0.5, 7), columns=columns))
    sheet = openpyxl.load_workbook(BytesIO(data)).active
    assert (sheet["A2"].number_format, sheet["B2"].number_format) == ("0%", "0")


def test_whole_floats_dates_and_spaces_are_read_as_people_see_them(tmp_path):
    def fill(sheet):
        day = date(2026, 9, 1)
        sheet.append([1.0, 1.5, True, day, "  два\u00a0 слова\u200b "])
        sheet.append(["и\u0306", None, 701204.0])

    rows = read(tmp_path, made_by(fill)).tables[0].rows
    assert rows == (("1", "1.5", "1", "2026-09-01", "два слова"), ("й", "", "701204"))


def test_a_merged_cell_says_what_every_row_under_it_is_of(tmp_path):
    def fill(sheet):
        sheet["A1"], sheet["B1"], sheet["B2"], sheet["B3"] = "район", "1", "2", "3"
        sheet["C1"] = "x"
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("C1:D1")

    rows = read(tmp_path, made_by(fill)).tables[0].rows
    assert rows == (("район", "1", "x"), ("район", "2"), ("", "3"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_csv_is_read_whatever_wrote_it(tmp_path, encoding, sign):
    text = f'Код{sign}Школа\r\n70{sign}"Тихая{sign}Речка"\r\n'
    shown = " " if sign == "\t" else sign
    book = read(tmp_path, text.encode(encoding), "школы.csv")
    assert book.tables[0].title == "школы"
    assert book.tables[0].rows == (
        ("Код", "Школа"),
        ("70", f"Тихая{shown}Речка"),
    )


def test_reading_stops_when_asked(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(FILES.write(a_book(("a", "b"))))
    with pytest.raises(Cancelled):
        FILES.read(path, lambda: True)


@pytest.mark.parametrize(
    ("row", "column", "name"), [(0, 0, "A1"), (11, 2, "C12"), (0, 26, "AA1")]
)
def test_cells_are_named_as_sheets_name_them(row, column, name):
    assert cell_name(row, column) == name


@given(st.lists(st.text(max_size=40), min_size=1, max_size=5))
def test_any_text_comes_back_as_it_is_seen(tmp_path_factory, texts):
    from shkola_desktop.sheets.reader import clean

    folder = tmp_path_factory.mktemp("any")
    known = [text for text in texts if all(ord(letter) > 31 for letter in text)]
    data = FILES.write(a_book(*((text, "x") for text in known)))
    rows = read(folder, data).tables[0].rows[1:]
    assert rows == tuple((clean(text), "x") for text in known)
