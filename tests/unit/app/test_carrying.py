"""Answers from a file: looked at first, taken over at once, taken back at once."""

from pathlib import Path
from types import MappingProxyType

import pytest

from shkola_desktop.app import answering, carrying, diagnosing, registering
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.carrying import Fate, Taken
from shkola_desktop.domain.errors import (
    AnswersRefused,
    DiagnosisFrozen,
    FolderNotWritable,
    InputUnreadable,
    NoSchool,
)
from shkola_desktop.domain.printout import PrintedRow, Printout
from shkola_desktop.domain.sheets import ReadBook, ReadTable
from shkola_desktop.words import answer_book as words
from shkola_desktop.words.messages import problem_line
from tests.support.builders import a_school, an_edition
from tests.support.fakes import (
    FakeCatalogue,
    FakeWorkbooks,
    Tables,
    a_workspace,
)

HEAD = (words.CODE, words.NAME, words.ANSWER, words.COMMENT)
PRINT = (words.PRINT, "ab" * 32)
ASKED = ("a.1.1", "a.1.2", "b.1.1", "b.1.2")


@pytest.fixture
def tables():
    return Tables()


@pytest.fixture
def workspace(tables):
    workspace = a_workspace(tables)
    registering.save_school(a_school(), workspace)
    return workspace


@pytest.fixture
def id(workspace):
    return diagnosing.start(2026, workspace).id


def a_book(*rows, facts=(PRINT,), head=HEAD):
    sheet = ReadTable("Знание", (("Заголовок",), head, *rows))
    return ReadBook("ответы.xlsx", (ReadTable("Как", tuple(facts)), sheet))


def preview(workspace, *rows, **fields):
    return carrying.preview_table(a_book(*rows, **fields), 2026, workspace)


def told(shown):
    return [(line.indicator.code, line.fate) for line in shown.lines]


def problems(shown):
    return [problem_line(one) for one in shown.table.problems]


def options(workspace, id):
    return dict(diagnosing.load(id, workspace).options)


def test_the_template_holds_the_form_of_the_school_with_the_answers_so_far(
    workspace, id, tmp_path
):
    answering.answer(id, "a.1.1", "o1", workspace)
    answering.comment(id, "a.1.1", "Приказ № 5", workspace)
    carrying.save_table(2026, tmp_path / "a.xlsx", workspace)
    assert (tmp_path / "a.xlsx").exists()
    (book,) = workspace.workbooks.written
    assert [table.title for table in book.tables] == [
        "Как заполнять",
        "Направление a",
        "Направление b",
    ]
    assert ("Отпечаток формы", "ab" * 32) in book.tables[0].rows
    rows = book.tables[1].rows
    assert rows[1] == (
        "a.1.1", 1, "Показатель a.1.1", "", "значение 1 – 1 балл", "Приказ № 5",
    )  # fmt: skip
    assert rows[2][:4] == ("a.1.2", 2, "Показатель a.1.2", "да")
    assert book.tables[1].choices[1, 4] == (
        "значение 0 – 0 баллов",
        "значение 1 – 1 балл",
        "значение 2 – 2 балла",
    )
    assert all(table.protected for table in book.tables)


def test_a_template_that_cannot_be_written_says_so(workspace, tmp_path):
    with pytest.raises(FolderNotWritable):
        carrying.save_table(2026, tmp_path / "нет" / "a.xlsx", workspace)


def test_the_preview_tells_what_is_new_changed_and_the_same(workspace, id):
    answering.answer(id, "a.1.1", "o1", workspace)
    answering.answer(id, "b.1.1", "o0", workspace)
    shown = preview(
        workspace,
        ("a.1.1", "", "значение 1 – 1 балл", ""),
        ("a.1.2", "", "Значение 1", "Приказ"),
        ("b.1.1", "", "3", ""),
        ("b.1.2", "", "", ""),
    )
    assert told(shown) == [
        ("a.1.1", Fate.SAME),
        ("a.1.2", Fate.NEW),
        ("b.1.1", Fate.CHANGED),
    ]
    changed = shown.lines[2]
    assert (changed.old.points, changed.new.points) == (0, 3)
    assert problems(shown) == []
    assert not shown.table.other_edition
    assert options(workspace, id) == {"a.1.1": "o1", "b.1.1": "o0"}


def test_every_fault_is_told_by_sheet_and_cell(workspace, id):
    shown = preview(
        workspace,
        ("a.1.1", "", "как-нибудь", ""),
        ("a.1.2", "", "1", "я" * 4001),
        ("a.1.2", "", "1", ""),
    )
    assert problems(shown) == [
        (
            "Знание, C3: нет значения «как-нибудь»; возможны: значение 0 – 0 баллов; "
            "значение 1 – 1 балл; значение 2 – 2 балла."
        ),
        "Знание, D4: комментарий длиннее 4000 знаков. Сократите его.",
        "Знание, A5: показатель a.1.2 записан второй раз. Оставьте одну строку.",
    ]


def test_a_row_that_the_form_does_not_know_is_told_apart(workspace, id):
    shown = preview(workspace, ("a.2.1", "Профиль", "1", ""))
    assert [(s.place, s.code) for s in shown.table.strangers] == [
        ("Знание, 3", "a.2.1")
    ]
    assert shown.lines == ()


def test_a_table_of_another_edition_is_known_by_code_and_name_together(workspace, id):
    shown = preview(
        workspace,
        ("a.1.1", "показатель  A.1.1", "1", ""),
        ("a.1.2", "Другое", "1", ""),
        facts=((words.PRINT, "cd" * 32),),
    )
    assert shown.table.other_edition
    assert told(shown) == [("a.1.1", Fate.NEW)]
    assert [s.code for s in shown.table.strangers] == ["a.1.2"]


def test_a_sheet_without_the_column_of_answers_says_so(workspace, id):
    shown = preview(workspace, ("a.1.1", "1"), head=(words.CODE, "Ответ"))
    assert problems(shown) == [
        (
            "Знание, A2: нет столбца «Ответ (выберите из списка)». Верните его или "
            "возьмите новую таблицу."
        )
    ]


def test_a_workbook_without_answers_is_refused(workspace, id):
    with pytest.raises(InputUnreadable) as refused:
        carrying.preview_table(
            ReadBook("x", (ReadTable("1", (("a",),)),)), 2026, workspace
        )
    assert [p.rule for p in refused.value.problems] == ["answers-no-sheet"]


def test_taking_over_is_one_step_that_is_logged_and_undone(workspace, id):
    answering.answer(id, "a.1.1", "o1", workspace)
    taken = {
        "a.1.1": Taken("o2", "Приказ"),
        "a.1.2": Taken("o0"),
        "b.1.2": Taken(None, "см. сайт"),
    }
    done = carrying.carry(2026, taken, "ответы.xlsx", workspace)
    assert len(done.batch.changes) == 3
    assert not done.begun
    assert options(workspace, id) == {"a.1.1": "o2", "a.1.2": "o0"}
    with workspace.open_work() as work:
        logged = work.actions.list()[:3]
    assert {(a.kind, a.reason) for a in logged} == {
        (ActionKind.ANSWER_CHANGED, "ответы.xlsx")
    }
    carrying.undo(done, workspace)
    assert options(workspace, id) == {"a.1.1": "o1"}
    kept = diagnosing.load(id, workspace).answers
    assert kept["b.1.2"].empty


def test_an_empty_cell_takes_nothing_away(workspace, id):
    answering.answer(id, "a.1.1", "o1", workspace)
    answering.comment(id, "a.1.1", "Приказ", workspace)
    carrying.carry(2026, {"a.1.1": Taken("o2", "")}, "x", workspace)
    kept = diagnosing.load(id, workspace).answers["a.1.1"]
    assert (kept.option, kept.comment) == ("o2", "Приказ")


def test_what_changes_nothing_is_not_written(workspace, id):
    answering.answer(id, "a.1.1", "o1", workspace)
    done = carrying.carry(2026, {"a.1.1": Taken("o1")}, "x", workspace)
    assert done.batch.changes == ()


def test_an_earlier_year_gets_a_diagnosis_of_its_own(workspace, id):
    done = carrying.carry(2024, {"a.1.1": Taken("o2")}, "x", workspace)
    assert done.begun
    years = {d.year: dict(d.options) for d in diagnosing.diagnoses_of(workspace)}
    assert years == {2026: {}, 2024: {"a.1.1": "o2"}}


def test_a_completed_diagnosis_takes_nothing(workspace, id):
    for code in ASKED:
        answering.answer(id, code, "o1", workspace)
    diagnosing.complete(id, workspace)
    assert carrying.target_of(2026, workspace).frozen
    with pytest.raises(DiagnosisFrozen):
        carrying.carry(2026, {"a.1.1": Taken("o2")}, "x", workspace)
    assert options(workspace, id)["a.1.1"] == "o1"


def test_answers_that_the_form_does_not_have_change_nothing(workspace, id):
    taken = {"a.1.1": Taken("o1"), "a.1.2": Taken("o9"), "x": Taken("o1")}
    with pytest.raises(AnswersRefused) as refused:
        carrying.carry(2026, taken, "x", workspace)
    assert [p.rule for p in refused.value.problems] == [
        "option-unknown",
        "indicator-unknown",
    ]
    assert options(workspace, id) == {}


def test_a_workspace_without_a_school_has_nowhere_to_take_answers_to():
    with pytest.raises(NoSchool):
        carrying.target_of(2026, a_workspace())


def a_printout(*rows, lines=()):
    return Printout(
        "a.html", tuple(lines), tuple(PrintedRow(name=n, points=p) for n, p in rows)
    )


def test_printed_sums_are_compared_with_those_of_the_answers(workspace, id):
    printout = a_printout(
        ("Магистральное направление «Направление a»", "3"),
        ("Показатель a.1.1", "2"),
        ("Показатель a.1.2", "1"),
        ("Направление b", "4"),
        ("Показатель b.1.1", "3"),
        lines=("Сумма баллов за весь тест: 7",),
    )
    shown = carrying.preview_printout(printout, 2026, workspace)
    chosen = {"a.1.1": "o2", "a.1.2": "o1", "b.1.1": "o2"}
    assert [
        (one.direction, one.printed, one.computed)
        for one in carrying.differences(shown, chosen)
    ] == [("", 7, 6), ("Направление b", 4, 3)]


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("Самодиагностика общеобразовательной школы: НОО, ООО", False),
        ("Самодиагностика общеобразовательной школы: НОО, ООО, СОО", True),
        ("Самодиагностика коррекционной школы: НОО, ООО", True),
        ("Результат", False),
    ],
)
def test_a_printout_of_another_variant_is_noticed(workspace, id, line, other):
    shown = carrying.preview_printout(a_printout(lines=(line,)), 2026, workspace)
    assert shown.other_variant is other


def test_a_file_is_read_as_what_it_is(workspace):
    table = a_book(("a.1.1", "", "1", ""))
    plain = ReadBook("x", (ReadTable("1", (("a",),)),))
    printout = a_printout()
    known = a_workspace(
        workbooks=FakeWorkbooks(answers=table, result=plain),
        printouts=FakeWorkbooks(result=printout, page=printout),
    )
    assert carrying.read_any(Path("answers.xlsx"), known) is table
    assert carrying.read_any(Path("result.xlsx"), known) is printout
    assert carrying.read_any(Path("page.html"), known) is printout


def test_a_form_with_long_and_odd_names_still_makes_sheets(tables, tmp_path):
    from tests.support.builders import a_direction, an_indicator

    edition = an_edition(
        directions=(a_direction("a", (an_indicator("a.1.1"),), name="[Я]/" * 20),),
        direction_kinds=MappingProxyType({}),
    )
    workspace = a_workspace(tables, catalogue=FakeCatalogue(edition))
    registering.save_school(a_school(), workspace)
    carrying.save_table(2026, tmp_path / "a.xlsx", workspace)
    title = workspace.workbooks.written[0].tables[1].title
    assert len(title) <= 31
    assert not set(title) & set("[]:*?/\\'")
