"""«Журнал действий»: every role reads it, narrows it and writes it out."""

import openpyxl
import pytest
from PySide6.QtWidgets import QComboBox, QTableView

from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.screens import SCREENS
from shkola_desktop.words.actions import ACTION_NAMES


def rows(desk):
    model = desk.the(QTableView, "action-log").model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def choose(desk, name, words):
    found = desk.the(QComboBox, name)
    found.setCurrentIndex(found.findText(words))
    found.activated.emit(found.currentIndex())
    desk.settle()


def test_every_action_has_a_name_of_its_own():
    assert set(ACTION_NAMES) == set(ActionKind)
    assert len(set(ACTION_NAMES.values())) == len(ActionKind)


@pytest.mark.parametrize("screens", SCREENS.values())
def test_every_role_has_the_log(screens):
    assert screens[-1] is Screen.JOURNAL


def test_an_answer_is_told_in_words_and_found_by_them(demo_desk):
    demo_desk.go(Screen.JOURNAL)
    demo_desk.settle()
    choose(demo_desk, "journal-kind", "Изменён ответ")
    shown = rows(demo_desk)
    assert {row[2] for row in shown} == {"Изменён ответ"}
    assert "записей, показаны" in demo_desk.words() or len(shown) > 100
    assert ". " in shown[0][3]
    assert not shown[0][5].startswith("o")
    choose(demo_desk, "journal-kind", "Завершена самодиагностика")
    assert len(rows(demo_desk)) == 2


def test_what_is_typed_narrows_the_log_whatever_its_capitals(demo_desk, qtbot):
    demo_desk.go(Screen.JOURNAL)
    demo_desk.settle()
    demo_desk.type("journal-search", "ЗАПИСАН ПАКЕТ")
    qtbot.waitUntil(lambda: {row[2] for row in rows(demo_desk)} == {"Записан пакет"})
    demo_desk.type("journal-search", "такого нет")
    qtbot.waitUntil(lambda: not rows(demo_desk))
    assert "Таких записей нет. Измените отбор вверху." in demo_desk.words()


def test_the_log_is_written_out_as_it_was_narrowed(demo_desk, tmp_path):
    demo_desk.go(Screen.JOURNAL)
    demo_desk.settle()
    choose(demo_desk, "journal-kind", "Составлен документ")
    count = len(rows(demo_desk))
    demo_desk.dialogs.target = tmp_path / "log.xlsx"
    demo_desk.press("journal-excel")
    demo_desk.settle()
    sheet = openpyxl.load_workbook(tmp_path / "log.xlsx").active
    assert sheet.max_row == count + 2
    assert sheet.freeze_panes == "A3"
    demo_desk.dialogs.target = tmp_path / "log.csv"
    demo_desk.press("journal-csv")
    demo_desk.settle()
    lines = (tmp_path / "log.csv").read_text("utf-8-sig").splitlines()
    assert lines[0] == "Когда;Кто;Что сделано;Где;Было;Стало;Причина"
    assert len(lines) == count + 1
