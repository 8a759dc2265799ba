"""«Программа развития»: deficits with causes, tasks and measures."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from shkola_desktop.app import planning
from shkola_desktop.ui import look
from shkola_desktop.ui.context import Screen

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def kept(desk):
    """Return the programme as the closed file has it."""
    desk.close()
    with desk.program.workspace(desk.folder) as workspace:
        return planning.programme_of(workspace)


@pytest.fixture
def programme(demo_desk):
    return demo_desk.go(Screen.PROGRAMME)


def chains(desk):
    return desk.go(Screen.PROGRAMME, "section:development")


def deficit(desk, row):
    chains(desk)
    desk.choose("deficits", row)
    return desk


def test_an_own_cause_is_added_by_enter(programme):
    deficit(programme, 0)
    programme.the(QLineEdit, "own-cause").setFocus()
    programme.write("нет ставки")
    programme.key(Qt.Key.Key_Return)
    programme.draw()
    assert "нет ставки (внутренняя)" in programme.words()
    assert kept(programme).deficits[0].causes[-1].text == "нет ставки"


def test_every_indicator_without_points_is_a_deficit(programme):
    chains(programme)
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
    programme.type("left-out", "решается районом")
    chains(programme)
    assert "не включён: решается районом" in programme.lines("deficits")[1]
    found = planning.programme_of(programme.workspace).deficits[1]
    assert (found.included, found.left_out) == (False, "решается районом")
    programme.choose("deficits", 1)
    programme.press("included")
    assert kept(programme).deficits[1].included


def test_an_indicator_with_some_points_can_be_added(programme):
    chains(programme)
    programme.press("add-deficit")
    assert "Дефицит 23." in programme.words()
    chains(programme)
    assert len(programme.lines("deficits")) == 23
    assert programme.lines("deficits")[-1].startswith("23  ")
    assert len(kept(programme).deficits) == 23


def test_ctrl_z_takes_a_dropped_measure_back(programme):
    deficit(programme, 0)
    before = planning.programme_of(programme.workspace)
    programme.press("drop-measure")
    programme.the(QListWidget, "programme-parts").setFocus()
    programme.key("Z", CTRL)
    assert kept(programme).deficits == before.deficits


def test_a_cause_gets_a_task_and_the_prepared_one_stands_behind(programme):
    deficit(programme, 0)
    task = programme.all(QPlainTextEdit, "cause-task")[0]
    assert task.toPlainText() == ""
    assert task.placeholderText() != ""
    task.setFocus()
    programme.write("Договор с психологом района")
    programme.key(Qt.Key.Key_Tab)
    made = kept(programme).deficits[0].causes
    assert [c.task for c in made] == ["Договор с психологом района", ""]


def test_a_task_that_is_being_typed_survives_closing(programme):
    deficit(programme, 0)
    programme.all(QPlainTextEdit, "cause-task")[1].setFocus()
    programme.write("Не дописа")
    assert kept(programme).deficits[0].causes[1].task == "Не дописа"


def test_a_cause_with_a_task_is_not_offered_again(programme):
    deficit(programme, 0)
    programme.all(QPlainTextEdit, "cause-task")[0].setFocus()
    programme.write("Своя задача")
    programme.key(Qt.Key.Key_Tab)
    taken = planning.programme_of(programme.workspace).deficits[0].causes[0]
    offered = programme.the(QComboBox, "suggested-causes")
    words = [offered.itemText(n) for n in range(offered.count())]
    assert not any(line.startswith(taken.text) for line in words)
    programme.type("own-cause", taken.text)
    programme.press("add-cause")
    assert len(kept(programme).deficits[0].causes) == 2


def test_whether_a_deficit_depends_on_the_school_is_chosen(programme):
    deficit(programme, 1)
    box = programme.the(QComboBox, "depends")
    assert box.currentText() == "по мероприятиям: да"
    programme.pick("depends", "частично")
    assert planning.programme_of(programme.workspace).deficits[1].depends == "partly"
    programme.pick("depends", "по мероприятиям")
    assert kept(programme).deficits[1].depends == ""


def test_alt_and_arrows_put_deficits_in_order(programme):
    chains(programme)
    deficits = programme.the(QListWidget, "deficits")
    deficits.setFocus()
    deficits.setCurrentRow(0)
    programme.key(Qt.Key.Key_Up, ALT)  # nothing is above
    programme.key(Qt.Key.Key_Down, ALT)
    programme.key(Qt.Key.Key_Down, ALT)
    assert [line[:2] for line in programme.lines("deficits")[:3]] == ["02", "03", "01"]
    assert programme.the(QListWidget, "deficits").currentRow() == 2
    assert [d.code for d in kept(programme).deficits[:3]] == ["02", "03", "01"]


def test_a_dragged_deficit_stays_where_it_was_dropped(programme):
    chains(programme)
    deficits = programme.the(QListWidget, "deficits")
    root = QModelIndex()
    assert deficits.model().moveRow(root, 0, root, 3)
    programme.draw()
    assert [line[:2] for line in programme.lines("deficits")[:3]] == ["02", "03", "01"]
    assert [d.code for d in kept(programme).deficits[:3]] == ["02", "03", "01"]


def test_the_chain_says_what_is_missing_and_leads_there(programme):
    deficit(programme, 0)
    for _ in planning.programme_of(programme.workspace).deficits[0].measures:
        programme.press("drop-measure")
    assert "мероприятий нет → результата нет" in programme.words()
    chains(programme)
    assert "мероприятий нет → результата нет" in programme.lines("deficits")[0]
    assert "не всё есть: 1\xa0дефицит" in programme.lines("programme-parts")[3]
    programme.choose("deficits", 0)
    assert programme.focus.objectName() == "own-measure"


def test_the_deficits_are_walked_one_after_another(programme):
    deficit(programme, 0)
    assert not programme.enabled("deficit-before")
    programme.press("deficit-after")
    assert "Дефицит 02." in programme.words()
    programme.press("deficit-before")
    programme.press("to-deficits")
    assert programme.the(QListWidget, "deficits").currentRow() == 0


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("deficit:03", "Дефицит 03."),
        ("indicator:zn.3.2", "Дефицит 02."),
        ("direction:klimat", "Дефицит 01."),
    ],
)
def test_a_place_opens_its_deficit(programme, place, shown):
    programme.go(Screen.PROGRAMME, place)
    assert shown in programme.words()


def test_a_place_opens_a_measure(programme):
    measure = planning.programme_of(programme.workspace).deficits[4].measures[-1]
    programme.go(Screen.PROGRAMME, f"measure:{measure.id}")
    assert programme.focus.objectName() == "measure-text"
    assert programme.focus.toPlainText() == measure.text


def test_an_indicator_that_is_not_planned_is_offered(programme):
    chains(programme)
    more = programme.the(QComboBox, "more-deficits")
    last = more.itemText(more.count() - 1)
    programme.go(Screen.PROGRAMME, f"indicator:{last.split(' ', 1)[0]}")
    assert programme.focus.objectName() == "more-deficits"
    assert more.currentText() == last


def test_unknown_deficits_open_the_list(programme):
    for place in ("deficit:99", "measure:nothing"):
        programme.go(Screen.PROGRAMME, place)
        assert programme.shows("deficits")


def test_five_hundred_measures_of_a_deficit_are_shown_ten_at_a_time(programme):
    deficit(programme, 0)
    usual = len(programme.window.findChildren(QWidget))
    known = planning.programme_of(programme.workspace)
    first, *others = known.deficits
    measures = tuple(
        replace(first.measures[0], id=f"many-{n}", text=f"Дело {n}")
        for n in range(1, 501)
    )
    larger = replace(known, deficits=(replace(first, measures=measures), *others))
    planning.save(larger, programme.workspace)
    deficit(programme, 0)
    assert "Мероприятия 1–10 из 500" in programme.words()
    assert len(programme.window.findChildren(QWidget)) < usual + 1_000
    programme.press("measures-after")
    texts = programme.all(QPlainTextEdit, "measure-text")
    assert [t.toPlainText() for t in texts] == [f"Дело {n}" for n in range(11, 21)]
    assert programme.focus is texts[0]
    programme.go(Screen.PROGRAMME, "measure:many-500")
    assert programme.focus.toPlainText() == "Дело 500"
    assert not programme.enabled("measures-after")
    programme.focus.selectAll()
    programme.write("Последнее")
    programme.press("measures-before")
    assert kept(programme).deficits[0].measures[-1].text == "Последнее"


@pytest.mark.parametrize(
    "place", ["section:development", "section:roadmap", "execution:works", "check"]
)
def test_lists_of_five_hundred_measures_make_no_widgets_for_them(demo_desk, place):
    known = planning.programme_of(demo_desk.workspace)
    deficits = tuple(
        replace(
            deficit,
            measures=tuple(
                replace(deficit.measures[0], id=f"{deficit.code}-{n}", text=f"Дело {n}")
                for n in range(23)
            ),
        )
        for deficit in known.deficits
    )
    assert sum(len(deficit.measures) for deficit in deficits) == 506
    demo_desk.go(Screen.PROGRAMME, place)
    usual = len(demo_desk.window.findChildren(QWidget))
    planning.save(replace(known, deficits=deficits), demo_desk.workspace)
    demo_desk.go(Screen.PROGRAMME, place)
    assert len(demo_desk.window.findChildren(QWidget)) < usual + 200


def codes(programme):
    return [line[:2] for line in programme.lines("deficits")]


def undo(programme):
    programme.the(QListWidget, "programme-parts").setFocus()
    programme.key("Z", CTRL)


@pytest.mark.parametrize("order", ["direction", "critical", "points"])
def test_all_deficits_are_ordered_by_the_keyboard_and_undone_in_one_step(
    programme, order
):
    chains(programme)
    urgent = codes(programme)
    programme.press("order-by-direction")
    grouped = codes(programme)
    assert grouped != urgent
    undo(programme)
    assert codes(programme) == urgent
    known = planning.programme_of(programme.workspace)
    turned = replace(known, deficits=known.deficits[::-1])
    planning.save(turned, programme.workspace)
    chains(programme)
    assert codes(programme) == urgent[::-1]
    chosen = programme.the(QPushButton, f"order-by-{order}")
    chosen.setFocus()
    programme.key(Qt.Key.Key_Space)
    ordered = codes(programme)
    assert ordered != urgent[::-1]
    assert sorted(ordered) == sorted(urgent)
    undo(programme)
    assert codes(programme) == urgent[::-1]
    chosen.setFocus()
    programme.key(Qt.Key.Key_Space)
    assert [d.code for d in kept(programme).deficits] == ordered


def test_the_order_by_direction_keeps_each_direction_together(programme):
    chains(programme)
    programme.press("order-by-direction")
    directions = [d.direction for d in kept(programme).deficits]
    ends = [d for d, after in pairwise([*directions, ""]) if d != after]
    assert len(ends) == len(set(directions))


def test_a_measure_is_moved_to_another_deficit_and_back_by_one_undo(programme):
    deficit(programme, 0)
    first, second = planning.programme_of(programme.workspace).deficits[:2]
    moved = first.measures[0]
    box = programme.all(QComboBox, "measure-deficit")[0]
    assert box.accessibleName() == f"Перенести в другой дефицит: {moved.text}"
    box.setFocus()
    programme.key(Qt.Key.Key_Down)
    programme.draw()
    after = planning.programme_of(programme.workspace).deficits
    assert after[0].measures == first.measures[1:]
    assert after[1].measures == (*second.measures, moved)
    assert "Дефицит 01." in programme.words()
    undo(programme)
    assert kept(programme).deficits[:2] == (first, second)


def test_a_measure_is_not_moved_to_a_deficit_that_is_left_out(programme):
    deficit(programme, 1)
    programme.press("included")
    deficit(programme, 0)
    box = programme.all(QComboBox, "measure-deficit")[0]
    offered = [box.itemText(n)[:2] for n in range(1, box.count())]
    assert offered[:2] == ["03", "04"]


@pytest.mark.parametrize("width", [1366, 1024])
def test_the_orders_are_not_cut_in_large_text(programme, width):
    look.save_look("light", 150, programme.workspace)
    programme.close()
    programme.open()
    programme.window.resize(width, 768)
    chains(programme)
    programme.draw()
    for order in ("direction", "critical", "points"):
        made = programme.the(QPushButton, f"order-by-{order}")
        assert made.width() >= made.sizeHint().width()
        box = made.parentWidget()
        assert box.rect().contains(made.geometry())
