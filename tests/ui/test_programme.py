"""«Программа развития»: period, goal, team, deficits with causes and measures."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QSpinBox,
)

from shkola_desktop.app import diagnosing, planning
from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.runner import ThreadRunner
from tests.support.window import Desk, FullDisk, SlowDisk

CTRL = Qt.KeyboardModifier.ControlModifier


def kept(desk):
    """Return the programme as the closed file has it."""
    desk.close()
    with desk.program.workspace(desk.folder) as workspace:
        return planning.programme_of(workspace)


@pytest.fixture
def programme(demo_desk):
    return demo_desk.go(Screen.PROGRAMME)


def write_goal(desk, words):
    goal = desk.the(QPlainTextEdit, "goal")
    goal.setFocus()
    goal.selectAll()
    desk.write(words)
    desk.key(Qt.Key.Key_Tab)


def test_without_answers_the_page_leads_to_the_diagnosis(school_desk):
    school_desk.go(Screen.PROGRAMME)
    assert "Сначала ответьте" in school_desk.words()
    school_desk.press("to-diagnosis")
    assert school_desk.window.screen_shown is Screen.DIAGNOSIS


def test_a_draft_is_made_from_the_answers(school_desk):
    school_desk.go(Screen.DIAGNOSIS)
    school_desk.key("1")
    school_desk.go(Screen.PROGRAMME)
    school_desk.press("draft")
    school_desk.go(Screen.PROGRAMME, "section:development")
    (line,) = school_desk.lines("deficits")
    assert line.startswith("01  ")
    made = kept(school_desk)
    assert [d.indicator for d in made.deficits] == ["zn.1.1"]
    assert made.deficits[0].measures


def test_the_period_changes_and_a_long_one_warns(programme):
    first = programme.the(QSpinBox, "first-year").value()
    programme.the(QSpinBox, "last-year").setValue(first + 2)
    assert "Обычно" not in programme.words()
    quiet = programme.words()
    programme.the(QSpinBox, "last-year").setValue(first + 8)
    assert programme.words() != quiet
    made = kept(programme)
    assert (made.first_year, made.last_year) == (first, first + 8)


def test_the_title_follows_the_period(programme):
    first = programme.the(QSpinBox, "first-year").value()
    programme.the(QSpinBox, "last-year").setValue(first + 2)
    assert f"Программа развития\nна {first}–{first + 2} годы" in programme.words()


def test_an_own_goal_is_kept_and_the_suggested_one_comes_back(programme):
    write_goal(programme, "Своя цель")
    assert planning.programme_of(programme.workspace).goal == "Своя цель"
    programme.press("clear-goal")
    assert programme.the(QPlainTextEdit, "goal").placeholderText() != ""
    assert kept(programme).goal == ""


def test_a_goal_that_is_being_typed_survives_closing(programme):
    programme.the(QPlainTextEdit, "goal").setFocus()
    programme.write("Не дописа")
    assert kept(programme).goal == "Не дописа"


def test_the_preset_is_kept(programme):
    programme.pick("preset", "Волгоградский")
    assert kept(programme).preset == "volgograd"


def test_undo_and_redo_of_the_programme(programme):
    write_goal(programme, "Своя цель")
    programme.the(QPlainTextEdit, "goal").clearFocus()
    programme.press("undo-programme")
    assert planning.programme_of(programme.workspace).goal == ""
    programme.press("redo-programme")
    assert planning.programme_of(programme.workspace).goal == "Своя цель"
    assert not programme.enabled("redo-programme")


def test_the_document_is_made_on_the_documents_screen(programme):
    programme.press("make-programme")
    assert programme.window.screen_shown is Screen.DOCUMENTS
    assert programme.lines("documents")[0].startswith("Программа развития\n")


def test_a_new_years_diagnosis_offers_a_new_draft(demo_desk):
    workspace = demo_desk.workspace
    old = planning.programme_of(workspace)
    diagnosing.start(workspace.clock.now().year + 1, workspace)
    demo_desk.go(Screen.PROGRAMME)
    assert "по прошлой самодиагностике" in demo_desk.words()
    demo_desk.press("redraft")
    assert kept(demo_desk).id != old.id


@pytest.fixture
def slow(qtbot, desk, demo_copy):
    """A window with the real worker thread, on a disk that holds every write."""
    made = Desk(qtbot, demo_copy, desk.program.forms, ThreadRunner)
    disk = SlowDisk()
    made.program.disk = disk
    yield made.open(), disk
    disk.let_go()
    made.discard()


def test_words_on_their_way_to_a_slow_disk_are_shown_and_not_lost(slow):
    desk, disk = slow
    desk.go(Screen.PROGRAMME)
    write_goal(desk, "Первая цель")
    desk.go(Screen.HOME)
    desk.go(Screen.PROGRAMME)
    assert desk.the(QPlainTextEdit, "goal").toPlainText() == "Первая цель"
    assert desk.enabled("undo-programme")
    desk.pick("preset", "Волгоградский")
    with desk.qtbot.waitSignal(desk.runner.idle):
        disk.let_go()
    made = kept(desk)
    assert (made.goal, made.preset) == ("Первая цель", "volgograd")


def test_a_full_disk_is_told_on_the_page(desk, demo_copy):
    disk = FullDisk()
    desk.program.disk = disk
    desk.open()
    desk.go(Screen.PROGRAMME)
    disk.full = True
    write_goal(desk, "Новая цель")
    assert planning.programme_of(desk.workspace).goal == ""
    assert desk.the(QPlainTextEdit, "goal").toPlainText() == "Новая цель"
    disk.full = False
    desk.pick("preset", "Волгоградский")
    made = planning.programme_of(desk.workspace)
    assert (made.goal, made.preset) == ("Новая цель", "volgograd")
