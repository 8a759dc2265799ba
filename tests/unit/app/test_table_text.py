"""CSV as Excel in Russian opens it, and nothing in it that would be run."""

from datetime import date

from shkola_desktop.app.table_text import csv_bytes
from shkola_desktop.domain.sheets import CellKind, Column, SheetTable

COLUMNS = (
    Column("Школа"),
    Column("Доля", kind=CellKind.SHARE),
    Column("Баллы", kind=CellKind.WHOLE),
    Column("День", kind=CellKind.DATE),
)


def test_numbers_have_commas_and_texts_are_quoted_where_they_must():
    rows = (("«А; Б»", 0.63125, 12, date(2026, 11, 24)), (None, 1.0, None, None))
    made = csv_bytes(SheetTable("Лист", COLUMNS, rows, preface=("Выше",)))
    assert made.startswith(b"\xef\xbb\xbf")
    assert made.decode("utf-8-sig").split("\r\n") == [
        "Школа;Доля;Баллы;День",
        '"«А; Б»";0,6312;12;24.11.2026',
        ";1,0000;;",
        "",
    ]


def test_no_text_is_a_formula():
    rows = tuple((text, None, None, None) for text in ("=1+1", "+7", "-x", "@a"))
    lines = csv_bytes(SheetTable("Лист", COLUMNS, rows)).decode("utf-8-sig").split()
    assert [line.split(";")[0] for line in lines[1:]] == ["'=1+1", "'+7", "'-x", "'@a"]
