"""«Путь к следующему уровню» and what is hard for the school."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel

from shkola_desktop.app import registering, weighing
from shkola_desktop.domain.effort import Weights
from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.runner import ThreadRunner
from tests.support.window import Desk, FullDisk

USUAL = {
    "none": "легко",
    "internal": "скорее легко",
    "partner": "по-разному",
    "budget": "очень трудно",
    "no_measure": "трудно",
}


def answers(desk):
    boxes = {name: desk.the(QComboBox, f"weight-{name}") for name in USUAL}
    return {name: box.currentText() for name, box in boxes.items()}


def path_words(desk):
    """Return the line that sums the path up: «1 шаг, усилие 4. Станет: …»."""
    said = [label.text() for label in desk.all(QLabel)]
    return next(words for words in said if ", усилие " in words and "Станет" in words)


def test_the_usual_answers_are_shown_and_nothing_is_to_bring_back(demo_desk):
    demo_desk.go(Screen.RESULT)
    assert answers(demo_desk) == USUAL
    assert not demo_desk.enabled("weights-usual")


def test_effort_is_explained_as_what_it_is(demo_desk):
    said = demo_desk.go(Screen.RESULT).words()
    assert "Усилие – не дни и не рубли, а число для сравнения" in said


def test_an_answer_is_kept_at_once_and_the_path_follows(demo_desk):
    demo_desk.go(Screen.RESULT)
    demo_desk.pick("path-goal", "Школьный климат")
    assert path_words(demo_desk) == "1\xa0шаг, усилие 4. Станет: 13\xa0баллов."
    demo_desk.pick("weight-partner", "очень трудно")
    assert path_words(demo_desk) == "1\xa0шаг, усилие 8. Станет: 13\xa0баллов."
    assert weighing.weights_of(demo_desk.workspace) == Weights(partner=8)
    demo_desk.go(Screen.HOME)
    demo_desk.go(Screen.RESULT)
    assert answers(demo_desk) == {**USUAL, "partner": "очень трудно"}
    demo_desk.press("weights-usual")
    assert answers(demo_desk) == USUAL
    assert path_words(demo_desk) == "1\xa0шаг, усилие 4. Станет: 13\xa0баллов."
    assert weighing.weights_of(demo_desk.workspace) == Weights()


def test_the_keyboard_stays_where_it_answered(demo_desk):
    demo_desk.go(Screen.RESULT)
    box = demo_desk.the(QComboBox, "weight-budget")
    box.setFocus()
    demo_desk.qtbot.keyClick(box, Qt.Key.Key_Up)
    demo_desk.draw()
    assert demo_desk.window.focusWidget() is box
    assert weighing.weights_of(demo_desk.workspace) == Weights(budget=6)


def test_what_could_not_be_kept_is_taken_back_and_said(desk, demo_copy):
    disk = desk.program.disk = FullDisk()
    desk.open().go(Screen.RESULT)
    disk.full = True
    desk.pick("weight-internal", "очень трудно")
    assert answers(desk) == USUAL
    assert "shkola.sqlite" in desk.words()


def test_nonsense_in_the_workspace_is_not_shown(demo_desk):
    registering.save_setting(weighing.WEIGHTS, '{"none": -5}', demo_desk.workspace)
    demo_desk.go(Screen.RESULT)
    assert answers(demo_desk) == USUAL


def test_the_path_comes_from_the_background(qtbot, demo_copy, desk):
    made = Desk(qtbot, demo_copy, desk.program.forms, ThreadRunner)
    made.open()
    made.go(Screen.RESULT)
    made.pick("weight-budget", "легко")
    qtbot.waitUntil(lambda: not made.runner.busy)
    made.draw()
    assert path_words(made)
    assert weighing.weights_of(made.workspace) == Weights(budget=1)
    made.close()
    made.discard()
