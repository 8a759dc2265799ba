"""Workbooks that mean harm, or that are something else: named, and not parsed."""

import io
import zipfile
from io import BytesIO

import openpyxl
import pytest

from shkola_desktop.domain.errors import FileTooLarge, FileUnreadable, InputUnreadable
from shkola_desktop.domain.sheets import Column, SheetTable, Workbook
from shkola_desktop.sheets import faults, limits
from shkola_desktop.sheets.books import WorkbookFiles
from shkola_desktop.words.messages import PROBLEMS, message_for, problem_line

SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def plain_book():
    book = openpyxl.Workbook()
    book.active["A1"] = "x"
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def rebuilt(data=None, **changed):
    """Return a workbook with parts replaced or added; None takes a part away."""
    known = {}
    with zipfile.ZipFile(io.BytesIO(data or plain_book())) as archive:
        known = {name: archive.read(name) for name in archive.namelist()}
    known |= changed
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in known.items():
            if content is not None:
                archive.writestr(name, content)
    return target.getvalue()


def a_sheet(inside, head=""):
    return f'<?xml version="1.0"?>{head}<worksheet {MAIN}>{inside}</worksheet>'.encode()


def with_sheet(inside, head=""):
    return rebuilt(**{SHEET: a_sheet(inside, head)})


def rule_of(tmp_path, data, name="a.xlsx"):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputUnreadable) as refused:
        WorkbookFiles().read(path)
    assert message_for(refused.value).details
    return [problem.rule for problem in refused.value.problems]


CELL = '<c r="A1" t="inlineStr"><is><t>x</t></is></c>'
HOSTILE = {
    "ten million rows": (
        with_sheet(f'<sheetData><row r="10000000">{CELL}</row></sheetData>'),
        "sheet-rows",
    ),
    "the last column": (
        with_sheet('<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>'),
        "sheet-columns",
    ),
    "a million cells": (
        with_sheet(
            "<sheetData><row>"
            + "".join(f'<c r="A{n}"/>' for n in range(400_001))
            + "</row></sheetData>"
        ),
        "sheet-cells",
    ),
    "a zip bomb": (rebuilt(**{"xl/media/a.bin": b"\0" * 40_000_000}), "book-ratio"),
    "a larger bomb": (
        rebuilt(**{f"xl/media/{n}.bin": b"\0" * 1_000_000 for n in range(70)}),
        "book-too-large",
    ),
    "entities": (
        with_sheet("<sheetData/>", '<!DOCTYPE a [<!ENTITY b "c">]>'),
        "book-entities",
    ),
    "entities in another part and encoding": (
        rebuilt(
            **{
                "xl/sharedStrings.xml": (
                    '<?xml version="1.0" encoding="utf-16"?>'
                    f'<!DOCTYPE a [<!ENTITY b "c">]><sst {MAIN}>&b;</sst>'
                ).encode("utf-16")
            }
        ),
        "book-entities",
    ),
    "external links": (
        rebuilt(**{"xl/externalLinks/externalLink1.xml": b"<a/>"}),
        "book-external",
    ),
    "macros": (rebuilt(**{"xl/vbaProject.bin": b"\xd0\xcf"}), "book-macros"),
    "a binary workbook": (rebuilt(**{"xl/workbook.bin": b"x"}), "book-binary"),
    "too many parts": (
        rebuilt(**{f"xl/{n}.xml": b"<a/>" for n in range(600)}),
        "book-too-many-parts",
    ),
    "too many sheets": (
        rebuilt(**{f"xl/worksheets/s{n}.xml": b"<a/>" for n in range(70)}),
        "book-sheets",
    ),
    "broken XML": (with_sheet("<sheetData>"), "book-broken"),
    "a Word document": (rebuilt(**{"xl/workbook.xml": None}), "book-kind"),
    "a LibreOffice table": (
        rebuilt(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
        "book-open-document",
    ),
    "an old workbook renamed": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
        "book-old",
    ),
    "an encrypted workbook": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "book-encrypted",
    ),
    "half a workbook": (plain_book()[:2000], "book-broken"),
    "nothing": (b"", "book-empty"),
    "a picture": (b"\x89PNG\r\n", "book-kind"),
    "no sheet at all": (rebuilt(**{SHEET: None}), "book-broken"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_named(tmp_path, name):
    data, rule = HOSTILE[name]
    assert rule_of(tmp_path, data) == [rule]


def test_a_size_that_is_only_claimed_is_not_believed(tmp_path):
    inside = f'<dimension ref="A1:XFD10000000"/><sheetData><row r="1">{CELL}</row></sheetData>'  # noqa: E501
    path = tmp_path / "a.xlsx"
    path.write_bytes(with_sheet(inside))
    assert WorkbookFiles().read(path).tables[0].rows == (("x",),)


def test_formulas_errors_and_long_texts_are_told_by_their_cells(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Знание"
    sheet["B2"], sheet["C3"] = "=1+1", "#REF!"
    sheet["C3"].data_type = "e"
    sheet["A4"], sheet["A5"] = "я" * 8_001, "цел"
    path = tmp_path / "a.xlsx"
    book.save(path)
    table = WorkbookFiles().read(path).tables[0]
    assert [problem_line(one) for one in table.faults] == [
        (
            "Знание, B2: в ячейке формула. Замените её значением: скопируйте ячейку и "
            "вставьте «только значения»."
        ),
        "Знание, C3: в ячейке ошибка вычисления. Исправьте её или очистите ячейку.",
        "Знание, A4: текст длиннее 8000 знаков. Сократите его.",
    ]
    assert table.cell(1, 1) == ""
    assert table.cell(4, 0) == "цел"


def test_a_text_repeated_by_reference_does_not_fill_the_memory(tmp_path):
    strings = f"<sst {MAIN}><si><t>{'я' * 7_000}</t></si></sst>".encode()
    cells = '<c t="s"><v>0</v></c>' * 100
    inside = "<sheetData>" + f"<row>{cells}</row>" * 100 + "</sheetData>"
    ours = WorkbookFiles().write(
        Workbook("x", (SheetTable("x", (Column("x"),), (("x",),)),))
    )
    parts = {SHEET: a_sheet(inside), "xl/sharedStrings.xml": strings}
    assert rule_of(tmp_path, rebuilt(ours, **parts)) == ["book-too-large"]


def test_a_large_file_is_not_read_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "MAX_FILE", 1000)
    path = tmp_path / "a.xlsx"
    path.write_bytes(plain_book())
    with pytest.raises(FileTooLarge):
        WorkbookFiles().read(path)


def test_a_file_that_is_not_there_says_so(tmp_path):
    with pytest.raises(FileUnreadable):
        WorkbookFiles().read(tmp_path / "нет.xlsx")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (b"a\0b", "text-letters"),
        (b"  \n", "book-empty"),
        (b";" * 300, "sheet-columns"),
        (b"a;b\n" * 20_001, "sheet-rows"),
    ],
)
def test_a_hostile_csv_file_is_named(tmp_path, text, rule):
    assert rule_of(tmp_path, text, "a.csv") == [rule]


def test_every_fault_of_a_file_has_words():
    rules = {
        value
        for name, value in vars(faults).items()
        if name.isupper() and isinstance(value, str)
    }
    assert len(rules) >= 25
    assert rules - set(PROBLEMS) == set()
