"""«Выполнение»: marks by a key, reached values, checks, the correction, the report."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QListWidget,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QWidget,
)

from shkola_desktop.app import planning, programme_versions, reporting
from shkola_desktop.domain.documents import DocumentKind
from shkola_desktop.domain.execution import CheckKind, Progress
from shkola_desktop.domain.programme_parts import Target
from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.programme.execution.works_list import ROW


@pytest.fixture
def running(desk, demo_copy):
    """The demo school in the second year of its programme."""
    with desk.program.workspace(demo_copy) as workspace:
        known = planning.programme_of(workspace)
        first = known.first_year - 2
        target = Target("Кружки", "%", "40", ("50", "60"))
        fields = {"first_year": first, "last_year": first + 3, "targets": (target,)}
        planning.save(replace(known, **fields), workspace)
    return desk.open()


def now(desk):
    return planning.programme_of(desk.workspace)


def year(desk, position):
    desk.pick("execution-year", str(now(desk).years[position]))


def row(desk):
    return desk.the(QListWidget, "works").currentItem().data(ROW)


def records(desk):
    return {r.measure: r.state for r in now(desk).execution.records}


def test_before_the_first_year_it_says_when_it_begins(demo_desk):
    demo_desk.go(Screen.PROGRAMME, "execution")
    first = now(demo_desk).first_year
    begins = f"Программа начинается 1\xa0января {first}\xa0г."
    assert begins in demo_desk.words()
    assert f"начнётся в {first} году" in demo_desk.lines("programme-parts")[9]
    assert not demo_desk.shows("works")
    demo_desk.press("execution-early")
    assert demo_desk.the(QComboBox, "execution-year").currentText() == f"{first} год"
    assert demo_desk.focus.objectName() == "works"


def test_a_digit_marks_a_measure_and_undo_takes_it_back(running):
    running.go(Screen.PROGRAMME, "execution")
    key = row(running).key
    running.key("3")
    assert row(running).key == key
    assert row(running).state is Progress.DONE
    assert "выполнено" in row(running).spoken
    (record,) = now(running).execution.records
    assert record.state is Progress.DONE
    assert running.the(QRadioButton, "state-done").isChecked()
    running.press("undo-programme")
    assert now(running).execution.records == ()
    assert running.shows("works")
    running.press("redo-programme")
    assert now(running).execution.records == (record,)


def test_a_click_marks_and_words_are_kept_when_left(running):
    running.go(Screen.PROGRAMME, "execution")
    running.press("state-moved")
    running.key(Qt.Key.Key_Tab)
    assert set(records(running).values()) == {Progress.MOVED}
    running.the(QWidget, "record-note").setFocus()
    running.write("нет педагога")
    running.go(Screen.HOME)
    (record,) = now(running).execution.records
    assert record.note == "нет педагога"


def test_another_row_gets_its_own_words(running):
    running.go(Screen.PROGRAMME, "execution")
    running.the(QWidget, "record-done").setFocus()
    running.write("приказ")
    running.the(QListWidget, "works").setFocus()
    running.key(Qt.Key.Key_Down)
    running.key("2")
    first, second = now(running).execution.records
    assert (first.done, first.state) == ("приказ", Progress.NOT_BEGUN)
    assert (second.done, second.state) == ("", Progress.GOING)


def test_the_filters_show_late_and_open_ones(running):
    running.go(Screen.PROGRAMME, "execution")
    year(running, 0)
    whole = len(running.lines("works"))
    running.pick("works-filter", "просроченные")
    late = len(running.lines("works"))
    assert 0 < late <= whole
    assert row(running).late
    running.pick("works-filter", "не выполненные")
    before, key = len(running.lines("works")), row(running).key
    running.key("3")
    assert len(running.lines("works")) < before
    assert row(running).key != key


def test_a_direction_tells_its_share(running):
    running.go(Screen.PROGRAMME, "execution")
    heading = running.the(QListWidget, "works").item(0)
    assert heading.data(ROW).words == "Общие мероприятия"
    assert heading.data(ROW).percent == 0
    running.key("3")
    heading = running.the(QListWidget, "works").item(0)
    assert heading.data(ROW).percent > 0
    assert not heading.flags()


def test_reached_values_are_typed_and_judged(running):
    running.go(Screen.PROGRAMME, "execution:values")
    year(running, 0)
    table = running.the(QTableWidget, "reached-values")
    table.item(0, 3).setText("45,5")
    assert now(running).targets[0].reached == ("45,5",)
    assert table.item(0, 4).text() == "не достигнуто, разница 4,5"
    points = running.the(QTableWidget, "reached-points")
    assert points.item(0, 0).text() == "Знание"
    assert points.item(0, 2).text() == "35\nсредний*"


def test_checks_are_written_down(running):
    running.go(Screen.PROGRAMME, "execution:checks")
    year(running, 0)
    first = now(running).first_year
    assert f"Итоговая проверка за год, июнь {first + 1}\xa0года" in running.words()
    running.type("check-june-by", "директор")
    check = now(running).execution.check(first, CheckKind.JUNE)
    assert check.by == "директор"
    running.type("check-june-by", "")
    assert now(running).execution.checks == ()


def test_a_correction_is_taken_over_and_undone_at_once(running):
    running.go(Screen.PROGRAMME, "execution:correction")
    year(running, 0)
    before = now(running)
    running.type("decision-reason", "нет педагога")
    running.type("correction-basis", "приказ № 5")
    words = running.the(QPushButton, "take-correction").text()
    running.press("take-correction")
    made = now(running)
    assert words == f"Внести {len(made.changes)}\xa0изменений"
    assert {change.basis for change in made.changes} == {"приказ № 5"}
    assert "Причина: нет педагога." in made.changes[0].what
    assert f"Внесено по итогам {made.first_year} года" in running.words()
    (version,) = programme_versions.versions_of(made.id, running.workspace)
    assert version.name == f"Редакция до корректировки {made.first_year} года"
    assert version.content == before
    running.press("undo-programme")
    assert now(running) == before


def test_a_decision_can_be_another_one(running):
    running.go(Screen.PROGRAMME, "execution:correction")
    year(running, 0)
    running.pick("decision", "исключить")
    running.press("take-correction")
    made = now(running)
    assert len(made.execution.dropped) == 1
    gone = made.execution.dropped[0].measure
    planned = [m.id for d in made.deficits for m in d.measures]
    assert gone.id not in planned


def test_the_report_of_the_year_is_made_from_here(running):
    running.go(Screen.PROGRAMME, "execution:checks")
    year(running, 0)
    running.press("make-execution-report")
    listed = reporting.listed(running.workspace)
    assert listed[0].record.kind is DocumentKind.EXECUTION_REPORT
    first = planning.programme_of(running.workspace).first_year
    made = f"Готово: Отчёт о реализации Программы развития за {first} год."
    assert made in running.words()


def test_documents_offer_a_report_of_every_year(running):
    running.go(Screen.DOCUMENTS)
    first = now(running).first_year
    name = f"make-execution-report-{first + 1}"
    action = running.window.findChild(QAction, name)
    assert action.text() == f"за {first + 1} год"
    action.trigger()
    listed = reporting.listed(running.workspace)
    assert listed[0].record.kind is DocumentKind.EXECUTION_REPORT
