"""«Программа развития»: undo gives back exactly what was, whatever was changed."""

import random
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QPushButton, QSpinBox

from shkola_desktop.app import planning, school_info
from shkola_desktop.domain.programme_parts import Change
from shkola_desktop.ui.context import Screen

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
STEPS = 60


def written(desk):
    """Return what the file holds now."""
    workspace = desk.workspace
    return planning.programme_of(workspace), school_info.info_of(workspace)


def type_text(desk, name, words):
    field = desk.the(QPlainTextEdit, name)
    field.setFocus()
    field.selectAll()
    desk.write(words)
    desk.key(Qt.Key.Key_Tab)
    desk.draw()


def longer_period(desk):
    desk.go(Screen.PROGRAMME, "passport:period")
    last = desk.the(QSpinBox, "last-year")
    last.setValue(last.value() + 1)


def own_goal(desk):
    desk.go(Screen.PROGRAMME, "passport:goal")
    type_text(desk, "goal", f"Цель {desk.the(QSpinBox, 'last-year').value()}")


def approval(desk):
    desk.go(Screen.PROGRAMME, "approvals")
    day = "02" if desk.text("founder-on").startswith("01") else "01"
    desk.type("founder-on", f"{day}.12.2026")


def paper(desk):
    desk.go(Screen.PROGRAMME, "paper")
    desk.press("paper-signature")


def transport(desk):
    desk.go(Screen.PROGRAMME, "section:about")
    words = desk.the(QPlainTextEdit, "transport").toPlainText()
    type_text(desk, "transport", "Нет" if words == "Есть" else "Есть")


def suggested_line(desk):
    desk.go(Screen.PROGRAMME, "swot")
    if desk.shows("take-weaknesses"):
        desk.press("take-weaknesses")


def dropped_line(desk):
    desk.go(Screen.PROGRAMME, "swot")
    if desk.shows("drop-weaknesses"):
        desk.press("drop-weaknesses")


def order(desk):
    desk.go(Screen.PROGRAMME, "section:development")
    desk.the(QListWidget, "deficits").setFocus()
    desk.the(QListWidget, "deficits").setCurrentRow(3)
    desk.key(Qt.Key.Key_Up, ALT)


def deficit_words(desk):
    desk.go(Screen.PROGRAMME, "deficit:03")
    field = desk.the(QPlainTextEdit, "deficit-text")
    type_text(desk, "deficit-text", field.toPlainText() + "!")


def cause(desk):
    desk.go(Screen.PROGRAMME, "deficit:05")
    desk.type("own-cause", f"причина {len(desk.all(QPushButton, 'drop-cause'))}")
    desk.press("add-cause")


def measure(desk):
    desk.go(Screen.PROGRAMME, "deficit:05")
    desk.press("own-measure")


def dropped_measure(desk):
    desk.go(Screen.PROGRAMME, "deficit:05")
    if desk.shows("drop-measure"):
        desk.press("drop-measure")


def left_out(desk):
    desk.go(Screen.PROGRAMME, "deficit:07")
    desk.press("included")


def risk(desk):
    desk.go(Screen.PROGRAMME, "risks")
    if desk.shows("drop-risk"):
        desk.press("drop-risk")


def team(desk):
    desk.go(Screen.PROGRAMME, "team")
    desk.press("suggest-team")


def target(desk):
    desk.go(Screen.PROGRAMME, "target")
    desk.type("new-target", "Показатель")
    desk.press("add-target")


def own_words(desk):
    desk.go(Screen.PROGRAMME, "section:results")
    if not desk.shows("own-words"):
        desk.press("own-words-open")
    words = desk.the(QPlainTextEdit, "own-words").toPlainText()
    type_text(desk, "own-words", words + "а")


def own_text(desk):
    desk.go(Screen.PROGRAMME, "section:texts")
    desk.press("edit-text")
    words = desk.the(QPlainTextEdit, "text-editor").toPlainText()
    type_text(desk, "text-editor", words[:40] + "а")


def change(desk):
    desk.go(Screen.PROGRAMME, "changes")
    desk.type("new-change", "Уточнён срок")
    desk.press("add-change")


EDITS = (
    longer_period,
    own_goal,
    approval,
    paper,
    transport,
    suggested_line,
    order,
    deficit_words,
    cause,
    measure,
    dropped_measure,
    left_out,
    risk,
    target,
    own_words,
    own_text,
    change,
)


@pytest.fixture
def programme(demo_desk):
    return demo_desk.go(Screen.PROGRAMME)


@pytest.mark.parametrize("edit", EDITS)
def test_undo_gives_back_exactly_what_was_and_redo_what_came(programme, edit):
    before = written(programme)
    edit(programme)
    after = written(programme)
    assert after != before
    programme.go(Screen.PROGRAMME, "section:roadmap")
    while programme.enabled("undo-programme"):
        programme.press("undo-programme")
    assert written(programme) == before
    while programme.enabled("redo-programme"):
        programme.press("redo-programme")
    assert written(programme) == after


@pytest.mark.parametrize("seed", [1, 2])
def test_any_walk_of_edits_undos_and_redos_keeps_what_a_plain_stack_would(
    programme, seed
):
    chance = random.Random(seed)  # noqa: S311  # a repeatable walk, no secret
    past, future = [written(programme)], []
    for _ in range(STEPS):
        step = chance.choice(["edit", "edit", "undo", "redo"])
        if step == "edit":
            chance.choice((*EDITS, dropped_line, team))(programme)
            if written(programme) != past[-1]:
                past.append(written(programme))
                future.clear()
        elif step == "undo" and programme.enabled("undo-programme"):
            programme.press("undo-programme")
            future.append(past.pop())
        elif step == "redo" and programme.enabled("redo-programme"):
            programme.press("redo-programme")
            past.append(future.pop())
        assert written(programme) == past[-1]
        assert programme.enabled("undo-programme") == (len(past) > 1)
        assert programme.enabled("redo-programme") == bool(future)


def test_undo_shows_the_place_of_the_change(programme):
    deficit_words(programme)
    programme.go(Screen.PROGRAMME, "team")
    programme.the(QListWidget, "programme-parts").setFocus()
    programme.key("Z", CTRL)
    assert "Дефицит 03." in programme.words()
    assert not programme.enabled("undo-programme")


def test_undo_of_words_that_have_the_keyboard_shows_the_earlier_ones(programme):
    programme.go(Screen.PROGRAMME, "passport:goal")
    type_text(programme, "goal", "Первая")
    programme.the(QPlainTextEdit, "goal").setFocus()
    programme.the(QPushButton, "undo-programme").click()  # the keyboard stays
    assert programme.the(QPlainTextEdit, "goal").toPlainText() == ""
    programme.go(Screen.HOME)
    assert written(programme)[0].goal == ""


def test_half_typed_words_are_kept_before_they_are_undone(programme):
    programme.go(Screen.PROGRAMME, "passport:goal")
    programme.write("Не дописа")
    programme.the(QPushButton, "undo-programme").setEnabled(True)
    programme.press("undo-programme")
    assert written(programme)[0].goal == ""
    programme.press("redo-programme")
    assert written(programme)[0].goal == "Не дописа"


def test_a_programme_that_was_changed_elsewhere_has_nothing_to_undo(programme):
    own_goal(programme)
    programme.go(Screen.HOME)
    known = planning.programme_of(programme.workspace)
    changes = (Change(date(2027, 9, 1), "приказ", "срок"),)
    planning.save(replace(known, changes=changes), programme.workspace)
    programme.go(Screen.PROGRAMME)
    assert not programme.enabled("undo-programme")
