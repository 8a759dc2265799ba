"""Where tables and headings break over pages, seen in a finished PDF."""

import pytest

from shkola_desktop.report.document import (
    Approval,
    Approvals,
    Column,
    Gap,
    Heading,
    PageFoot,
    Paragraph,
    Row,
    RowKind,
    Style,
    Table,
    Turn,
)
from tests.support.papers import bottom_of, pages, set_in_type, words_outside

COLUMNS = (Column("Номер", 1), Column("Значение", 4))
FRAME = 257
"""Millimetres of a portrait page between its margins."""


def rows(count):
    return tuple(Row((f"строка-{n}", "значение")) for n in range(1, count + 1))


def table(count, **fields):
    return Table(COLUMNS, rows(count), **fields)


def pages_of(*blocks, folder):
    return pages(set_in_type(*blocks, folder=folder))


def test_a_long_table_repeats_its_head_and_says_that_it_continues(tmp_path):
    made = pages_of(table(120, caption="Показатели"), folder=tmp_path)
    assert len(made) == 4
    assert "Таблица 1 – Показатели" in made[0]
    assert all("Номер" in page and "Значение" in page for page in made)
    assert ["Продолжение таблицы 1" in page for page in made] == [
        False,
        True,
        True,
        True,
    ]


def test_only_tables_with_a_caption_are_numbered(tmp_path):
    (page,) = pages_of(
        table(2),
        table(2, caption="Вторая"),
        table(2, caption="Третья"),
        folder=tmp_path,
    )
    assert "Таблица 1 – Вторая" in page
    assert "Таблица 2 – Третья" in page
    assert "Таблица 3" not in page


@pytest.mark.parametrize("height", range(40, 52))
def test_no_row_stands_alone_before_or_after_a_break(height, tmp_path):
    made = pages_of(
        Gap(FRAME - 12 - height), table(9, caption="Строки"), folder=tmp_path
    )
    counts = [page.count("строка-") for page in made]
    assert sum(counts) == 9
    assert 1 not in counts


def test_a_table_that_hardly_begins_begins_on_the_next_page(tmp_path):
    first, second = pages_of(
        Paragraph("Вводный текст"),
        Gap(FRAME - 24),
        table(5, caption="Строки"),
        folder=tmp_path,
    )
    assert "Таблица 1" not in first
    assert second.count("строка-") == 5
    assert "Продолжение" not in second


def test_a_heading_goes_with_the_table_under_it(tmp_path):
    first, second = pages_of(
        Gap(FRAME - 30),
        Heading("Дефициты", 2),
        table(30, caption="Строки"),
        folder=tmp_path,
    )
    assert "Дефициты" not in first
    assert second.index("Дефициты") < second.index("Таблица 1")


def test_a_heading_does_not_drag_a_long_table_to_a_new_page(tmp_path):
    first, second = pages_of(
        Gap(FRAME / 2),
        Heading("Дефициты", 2),
        table(30, caption="Строки"),
        folder=tmp_path,
    )
    assert "Дефициты" in first
    assert first.count("строка-") >= 10
    assert "Продолжение таблицы 1" in second


def test_a_heading_stays_with_the_first_lines_of_a_paragraph(tmp_path):
    first, second = pages_of(
        Gap(FRAME - 14),
        Heading("Анализ", 2),
        Paragraph("Слово " * 100),
        folder=tmp_path,
    )
    assert first.strip() == ""
    assert "Анализ" in second


def test_the_foot_of_a_table_never_stands_without_rows(tmp_path):
    note = Paragraph("* примечание", Style.SMALL)
    for height in range(3, 9):
        made = pages_of(
            Gap(FRAME - 70 - height), table(10, foot=(note,)), folder=tmp_path
        )
        (last,) = [page for page in made if "примечание" in page]
        assert last.count("строка-") >= 2
        assert last == made[-1]


def test_a_sum_stays_with_its_rows_and_a_heading_with_what_it_heads(tmp_path):
    body = [
        *rows(31),
        Row(("", "Итого"), RowKind.TOTAL),
        Row(("Здоровье",), RowKind.SECTION),
        *rows(3),
    ]
    for start in range(8):
        made = pages_of(Table(COLUMNS, tuple(body[start:])), folder=tmp_path)
        for page in made:
            lines = [line.strip() for line in page.splitlines() if line.strip()]
            assert lines[-1] != "Здоровье"
            assert lines[1:2] != ["Итого"]


def test_a_row_that_no_page_holds_breaks_inside_and_loses_nothing(tmp_path):
    words = [f"слово{n}" for n in range(2500)]
    made = pages_of(
        Table(COLUMNS, (*rows(3), Row(("длинная", " ".join(words))), *rows(3))),
        folder=tmp_path,
    )
    whole = " ".join(made).split()
    assert len(made) >= 3
    assert [word for word in whole if word.startswith("слово")] == words


def test_landscape_pages_are_turned_and_show_their_number(tmp_path):
    path = set_in_type(
        Paragraph("Первая"),
        Turn(landscape=True),
        table(60, caption="Дорожная карта"),
        Turn(landscape=False),
        Paragraph("Последняя"),
        folder=tmp_path,
    )
    made = pages(path)
    numbers = [page.split()[0] for page in made[1:]]
    assert numbers == [str(n) for n in range(2, len(made) + 1)]
    assert words_outside(path) == []


def test_the_foot_of_a_page_stands_at_its_bottom(tmp_path):
    path = set_in_type(
        Paragraph("Верх"),
        PageFoot("с. Тихая Речка\n2026"),
        Paragraph("Дальше"),
        folder=tmp_path,
    )
    first, second = pages(path)
    assert first.split() == ["Верх", "с.", "Тихая", "Речка", "2026"]
    assert second.split() == ["2", "Дальше"]
    bottom = 842 - 20 * 72 / 25.4
    assert bottom - 8 < bottom_of("2026", path) < bottom


def test_lines_to_sign_stand_level(tmp_path):
    (page,) = pages_of(
        Approvals(
            (
                Approval("ПРИНЯТА", "педсоветом", "от ___ № ___"),
                Approval("СОГЛАСОВАНА", "Учредитель: " + "очень длинный " * 12, "дата"),
            )
        ),
        folder=tmp_path,
    )
    (line,) = [line for line in page.splitlines() if "дата" in line]
    assert line.split()[0] == "от"
