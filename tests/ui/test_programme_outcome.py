"""«Программа развития»: results, targets, road map, changes, own words, check."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QListWidget,
    QSpinBox,
    QTableWidget,
)

from shkola_desktop.app import planning
from shkola_desktop.domain.programme_parts import (
    Change,
    Target,
)
from shkola_desktop.ui.context import Screen

CTRL = Qt.KeyboardModifier.ControlModifier


ALT = Qt.KeyboardModifier.AltModifier


def kept(desk):
    """Return the programme as the closed file has it."""
    desk.close()
    with desk.program.workspace(desk.folder) as workspace:
        return planning.programme_of(workspace)


@pytest.fixture
def programme(demo_desk):
    return demo_desk.go(Screen.PROGRAMME)


def now(desk):
    return planning.programme_of(desk.workspace)


def test_expected_results_are_told_by_year(programme):
    programme.go(Screen.PROGRAMME, "section:results")
    table = programme.the(QTableWidget, "results-table")
    rows = [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]
    assert rows[0] == ["Знание\nповышение, из\xa044", "36", "36", "39", "40", "40"]
    assert rows[1] == ["Здоровье\nсохранение, из\xa027", *["24"] * 5]
    assert rows[-1][1:] == ["136", "149", "164", "169", "170"]
    assert "Уровень в целом: средний* → высокий*." in programme.words()


def test_targets_are_typed_into_the_table(programme):
    programme.go(Screen.PROGRAMME, "target")
    programme.type("new-target", "Доля детей в кружках")
    programme.press("add-target")
    table = programme.the(QTableWidget, "targets")
    for column, words in ((1, "%"), (2, "40"), (3, "45"), (6, "60")):
        table.item(0, column).setText(words)
    programme.type("target-source", "журнал")
    assert "не заполнено своих: 1" in programme.lines("programme-parts")[6]
    target = Target("Доля детей в кружках", "%", "40", ("45", "", "", "60"), "журнал")
    assert kept(programme).targets == (target,)


def test_a_cell_that_is_being_typed_survives_another_screen(programme):
    programme.go(Screen.PROGRAMME, "target")
    programme.type("new-target", "Кружки")
    programme.press("add-target")
    programme.key("7")
    programme.write("0")
    programme.go(Screen.HOME)
    assert kept(programme).targets[0].unit == "70"


def test_a_shorter_period_keeps_the_values_of_later_years(programme):
    programme.go(Screen.PROGRAMME, "target")
    programme.type("new-target", "Кружки")
    programme.press("add-target")
    table = programme.the(QTableWidget, "targets")
    for column, words in enumerate(("1", "2", "3", "4"), start=3):
        table.item(0, column).setText(words)
    programme.go(Screen.PROGRAMME, "passport:period")
    last = programme.the(QSpinBox, "last-year")
    last.setValue(last.value() - 2)
    programme.go(Screen.PROGRAMME, "target")
    assert programme.the(QTableWidget, "targets").columnCount() == 5
    programme.the(QTableWidget, "targets").item(0, 3).setText("9")
    assert kept(programme).targets[0].values == ("9", "2", "3", "4")


def test_a_target_is_dropped(programme):
    programme.go(Screen.PROGRAMME, "target")
    programme.type("new-target", "Кружки")
    programme.press("add-target")
    programme.press("drop-target")
    assert programme.focus.objectName() == "new-target"
    assert kept(programme).targets == ()


def test_the_road_map_reads_aloud_and_leads_to_a_measure(programme):
    programme.go(Screen.PROGRAMME, "year:2027")
    roadmap = programme.the(QListWidget, "roadmap")
    spoken = roadmap.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Годы: 2027" in spoken
    programme.key(Qt.Key.Key_Down)
    words = roadmap.currentItem().text().split("  ", 1)[1]
    programme.key(Qt.Key.Key_Return)
    programme.draw()
    assert programme.focus.objectName() == "measure-text"
    assert programme.focus.toPlainText() == words


def test_a_term_without_years_is_told(programme):
    programme.go(Screen.PROGRAMME, "deficit:02")
    programme.type("measure-term", "когда-нибудь")
    assert "не понятен срок: 1" in programme.lines("programme-parts")[7]
    programme.go(Screen.PROGRAMME, "section:roadmap")
    roadmap = programme.the(QListWidget, "roadmap")
    spoken = roadmap.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "срок не понятен" in spoken


def test_changes_are_listed(programme):
    programme.go(Screen.PROGRAMME, "changes")
    programme.type("new-change", "Сроки ремонта перенесены")
    programme.press("add-change")
    programme.type("change-basis", "приказ № 5")
    programme.type("change-on", "01.09.2027")
    assert kept(programme).changes == (
        Change(date(2027, 9, 1), "приказ № 5", "Сроки ремонта перенесены"),
    )


def test_own_words_begin_a_section(programme):
    programme.go(Screen.PROGRAMME, "section:results")
    programme.press("own-words-open")
    programme.write("Нас мало, но мы сила")
    programme.press("next-part")
    assert dict(now(programme).texts) == {"results": "Нас мало, но мы сила"}
    assert not programme.shows("own-words")
    programme.press("back-part")
    assert programme.shows("own-words")
    programme.press("undo-programme")
    assert dict(kept(programme).texts) == {}


def test_a_finding_is_left_alone_and_taken_back(programme):
    programme.go(Screen.PROGRAMME, "section:check")
    programme.press("ignore")
    programme.type("ignore-reason", "так решил педсовет")
    programme.press("keep-ignored")
    assert [one.reason for one in now(programme).ignored] == ["так решил педсовет"]
    programme.press("unignore")
    assert kept(programme).ignored == ()


def test_a_finding_leads_to_its_place(programme):
    programme.go(Screen.PROGRAMME, "section:check")
    assert "12. Проверка\n" in programme.lines("programme-parts")[11]
    programme.press("jump")
    assert not programme.shows("jump")
