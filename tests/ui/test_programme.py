"""«Программа развития»: period, goal, team, deficits with causes and measures."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QSpinBox,
    QTabWidget,
)

from shkola_desktop.app import diagnosing, planning
from shkola_desktop.ui.context import Screen

CTRL = Qt.KeyboardModifier.ControlModifier


def kept(desk):
    """Return the programme as the closed file has it."""
    desk.close()
    with desk.program.workspace(desk.folder) as workspace:
        return planning.programme_of(workspace)


@pytest.fixture
def programme(demo_desk):
    return demo_desk.go(Screen.PROGRAMME)


def tab(desk, number):
    desk.the(QTabWidget, "programme-tabs").setCurrentIndex(number)
    desk.draw()
    return desk


def deficit(desk, row):
    tab(desk, 1)
    desk.the(QListWidget, "deficits").setCurrentRow(row)
    desk.draw()
    return desk


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
    tab(school_desk, 1)
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
    assert f"Программа развития на {first}–{first + 2} годы" in programme.words()


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


def test_the_team_is_chosen_from_the_staff(programme):
    tab(programme, 2)
    programme.pick("leader", "Громова")
    programme.pick("curator-znanie", "Лыткин")
    team = kept(programme).team
    assert [m.name for m in team if m.leads] == ["Громова Елена Викторовна"]
    curator = next(m for m in team if "znanie" in m.directions)
    assert curator.name == "Лыткин Сергей Иванович"


def test_the_keyboard_stays_at_the_box_that_was_changed(programme):
    tab(programme, 2)
    programme.the(QComboBox, "leader").setFocus()
    programme.key(Qt.Key.Key_Down)
    programme.key(Qt.Key.Key_Down)
    programme.draw()
    assert programme.focus.objectName() == "leader"
    assert [m.name for m in kept(programme).team if m.leads] == [
        "Лыткин Сергей Иванович"
    ]


def test_an_own_cause_is_added_by_enter(programme):
    deficit(programme, 0)
    programme.the(QLineEdit, "own-cause").setFocus()
    programme.write("нет ставки")
    programme.key(Qt.Key.Key_Return)
    programme.draw()
    assert "нет ставки (внутренняя)" in programme.words()
    assert kept(programme).deficits[0].causes[-1].text == "нет ставки"


def test_every_indicator_without_points_is_a_deficit(programme):
    tab(programme, 1)
    lines = programme.lines("deficits")
    assert len(lines) == 22
    assert lines[0].startswith("01  ")
    assert "\xa0мероприяти" in lines[0]


def test_a_measure_of_the_bank_is_taken(programme):
    deficit(programme, 0)
    first, *others = planning.programme_of(programme.workspace).deficits[0].measures
    programme.press("drop-measure")
    programme.press("take-measure")
    after = kept(programme).deficits[0].measures
    assert [m.bank_id for m in after] == [m.bank_id for m in others] + [first.bank_id]
    assert after[-1].text == first.text
    assert after[-1].id != first.id


def test_an_own_measure_is_written_and_dropped(programme):
    deficit(programme, 0)
    programme.press("own-measure")
    texts = programme.all(QPlainTextEdit, "measure-text")
    assert texts[-1].toPlainText() == "Новое мероприятие"
    texts[-1].setFocus()
    texts[-1].selectAll()
    programme.write("Открыть кружок")
    programme.key(Qt.Key.Key_Tab)
    made = planning.programme_of(programme.workspace).deficits[0]
    words = [m.text for m in made.measures]
    assert words[-1] == "Открыть кружок"
    programme.press("drop-measure")
    left = [m.text for m in kept(programme).deficits[0].measures]
    assert left == words[1:]


def test_a_term_of_a_measure_is_changed(programme):
    deficit(programme, 0)
    programme.type("measure-term", "сентябрь")
    assert kept(programme).deficits[0].measures[0].term == "сентябрь"


def test_a_measure_that_is_being_typed_survives_closing(programme):
    deficit(programme, 0)
    text = programme.all(QPlainTextEdit, "measure-text")[0]
    text.setFocus()
    text.selectAll()
    programme.write("Не дописа")
    assert kept(programme).deficits[0].measures[0].text == "Не дописа"


def test_a_line_of_a_measure_that_is_being_typed_survives_another_screen(programme):
    deficit(programme, 0)
    programme.the(QPlainTextEdit, "measure-text").setFocus()
    programme.key(Qt.Key.Key_Tab)
    programme.focus.selectAll()
    programme.write("Приказ")
    programme.go(Screen.HOME)
    assert kept(programme).deficits[0].measures[0].result == "Приказ"


def test_causes_come_from_the_bank_or_are_ones_own_and_go(programme):
    deficit(programme, 0)
    known = planning.programme_of(programme.workspace).deficits[0].causes
    programme.press("take-cause")
    programme.type("own-cause", "нет ставки")
    programme.press("add-cause")
    assert "нет ставки (внутренняя)" in programme.words()
    causes = planning.programme_of(programme.workspace).deficits[0].causes
    assert causes[: len(known)] == known
    assert causes[-1].text == "нет ставки"
    assert len(causes) == len(known) + 2
    programme.press("drop-cause")
    assert kept(programme).deficits[0].causes == causes[1:]


def test_a_deficit_is_left_out_with_a_reason_and_taken_back(programme):
    deficit(programme, 1)
    programme.press("included")
    assert "не включён" in programme.lines("deficits")[1]
    programme.type("left-out", "решается районом")
    found = planning.programme_of(programme.workspace).deficits[1]
    assert (found.included, found.left_out) == (False, "решается районом")
    programme.press("included")
    assert kept(programme).deficits[1].included


def test_an_indicator_with_some_points_can_be_added(programme):
    tab(programme, 1)
    programme.press("add-deficit")
    assert len(programme.lines("deficits")) == 23
    assert programme.lines("deficits")[-1].startswith("23  ")
    assert len(kept(programme).deficits) == 23


def test_ctrl_z_takes_a_dropped_measure_back(programme):
    deficit(programme, 0)
    before = planning.programme_of(programme.workspace)
    programme.press("drop-measure")
    programme.the(QListWidget, "deficits").setFocus()
    programme.key("Z", CTRL)
    assert kept(programme).deficits == before.deficits


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
