"""«Информация о школе»: the section alone, typed into as a person does."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QWidget,
)

from shkola_desktop.domain.school_info import Partner, SchoolInfo, Staff, YearFigures
from shkola_desktop.ui.programme.school_info_section import SchoolInfoSection
from shkola_desktop.ui.widgets.figure_box import FigureBox
from tests.support.builders import an_info

YEAR = 2026


class Screen:
    """The section with what it told."""

    def __init__(self, qtbot):
        self.qtbot = qtbot
        self.section = SchoolInfoSection()
        self.told = []
        self.section.changed.connect(self.told.append)
        qtbot.addWidget(self.section)
        self.section.resize(900, 700)
        self.section.show()
        qtbot.waitExposed(self.section)

    def show(self, info, year=YEAR, taught=("noo", "ooo", "soo")):
        self.section.show_info(info, year, taught)
        return self

    def the(self, kind, name):
        (found,) = [
            w for w in self.section.findChildren(kind) if w.objectName() == name
        ]
        return found

    def type(self, name, words, *, leave=True):
        """Type into a field from its beginning; Tab leaves it."""
        field = self.the(QWidget, name)
        field.setFocus()
        field.selectAll()
        self.write(words) if words else self.key(Qt.Key.Key_Delete)
        if leave:
            self.key(Qt.Key.Key_Tab)

    def write(self, words):
        """Type letters where the keyboard is; QtTest knows only Latin ones."""
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(QApplication.focusWidget(), event)

    def key(self, key):
        self.qtbot.keyClick(QApplication.focusWidget(), key)

    def press(self, name):
        self.the(QPushButton, name).click()

    def figure(self, name):
        return self.the(FigureBox, name).figure()

    def fault(self, name):
        label = self.the(QLabel, f"{name}-fault")
        return label.text() if label.isVisibleTo(self.section) else ""


@pytest.fixture
def screen(qtbot):
    return Screen(qtbot)


def test_what_is_shown_stands_in_its_fields_and_nothing_is_told(screen):
    screen.show(an_info())
    assert screen.figure("pupils-2024") == 58
    assert screen.figure("pupils-2026") == 64
    assert screen.figure("bused-2025") is None
    assert screen.figure("teachers") == 13
    equipment = screen.the(QPlainTextEdit, "equipment").toPlainText()
    assert equipment == "кабинет информатики, 8 компьютеров\nспортивный зал"
    assert screen.the(QTableWidget, "partners").item(0, 2).text() == "№ 4"
    screen.section.flush()
    assert screen.told == []


def test_before_anything_is_shown_nothing_can_be_told(screen):
    screen.section.flush()
    assert screen.told == []


def test_a_number_is_told_with_everything_else(screen):
    screen.show(an_info())
    screen.type("pupils-2026", "70")
    (told,) = screen.told
    newest = replace(an_info().of_year(2026), pupils=70)
    assert told == an_info().with_year(newest)


def test_an_emptied_number_is_not_given(screen):
    screen.show(an_info())
    screen.type("bused-2026", "")
    assert screen.told[-1].of_year(2026).bused is None


def test_a_year_without_numbers_is_no_year(screen):
    screen.show(SchoolInfo(years=(YearFigures(2019, 90), YearFigures(2026, 64))))
    screen.type("pupils-2026", "")
    assert screen.told == [SchoolInfo(years=(YearFigures(2019, 90),))]


@pytest.mark.parametrize(
    ("words", "kept"), [("-5", 5), ("6,4", 64), ("шесть", None), ("٣", None)]
)
def test_no_key_but_digits_reaches_a_number(words, kept, screen):
    screen.show(SchoolInfo())
    screen.type("pupils-2026", words)
    assert screen.figure("pupils-2026") == kept


@pytest.mark.parametrize(
    ("name", "kept"), [("pupils-2026", 999), ("class_sets-2026", 99), ("young", 999)]
)
def test_an_absurd_number_cannot_be_typed(name, kept, screen):
    screen.show(SchoolInfo())
    screen.type(name, "999999")
    assert screen.figure(name) == kept


def test_the_wheel_over_a_number_changes_nothing(screen):
    screen.show(an_info())
    box = screen.the(FigureBox, "pupils-2026")
    box.setFocus()
    where = QPointF(5, 5)
    wheel = QWheelEvent(
        where,
        box.mapToGlobal(where),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert box.figure() == 64


def test_arrow_keys_count(screen):
    screen.show(an_info())
    screen.the(FigureBox, "pupils-2026").setFocus()
    screen.key(Qt.Key.Key_Up)
    assert screen.told[-1].of_year(2026).pupils == 65


def test_more_than_all_is_said_at_its_place_and_kept(screen):
    screen.show(an_info())
    assert screen.fault("years") == ""
    screen.type("pupils_ovz-2026", "65")
    assert screen.fault("years") == (
        "2026/27, с ОВЗ и инвалидностью: больше, чем обучающихся всего."
    )
    assert screen.told[-1].of_year(2026).pupils_ovz == 65
    screen.type("young", "14")
    assert screen.fault("staff") == (
        "До 35 лет: больше, чем педагогических работников всего."
    )
    screen.type("pupils_ovz-2026", "6")
    assert screen.fault("years") == ""


def test_next_year_begins_with_the_numbers_of_this(screen):
    screen.show(an_info(), 2027)
    assert screen.figure("pupils-2027") is None
    screen.type("pupils-2027", "66")
    screen.press("repeat-year")
    assert screen.told[-1].of_year(2027) == replace(
        an_info().of_year(2026), year=2027, pupils=66
    )
    assert screen.told[-1].of_year(2024) == an_info().of_year(2024)


def test_lists_are_a_thing_a_line(screen):
    screen.show(SchoolInfo())
    screen.type("achievements", "грамота", leave=False)
    screen.key(Qt.Key.Key_Return)
    screen.key(Qt.Key.Key_Return)
    screen.write("кубок ")
    screen.key(Qt.Key.Key_Tab)
    assert screen.told == [SchoolInfo(achievements=("грамота", "кубок"))]


@pytest.mark.parametrize(
    ("name", "info"),
    [
        ("transport", SchoolInfo(transport="автобус")),
        ("surroundings", SchoolInfo(surroundings="автобус")),
        ("branches", SchoolInfo(branches="автобус")),
        ("equipment", SchoolInfo(equipment=("автобус",))),
        ("lacking", SchoolInfo(staff=Staff(lacking="автобус"))),
    ],
)
def test_leaving_the_page_loses_no_text(name, info, screen):
    screen.show(SchoolInfo())
    screen.type(name, "автобус", leave=False)
    assert screen.told == []
    screen.section.flush()
    assert screen.told == [info]


def test_leaving_the_page_loses_no_number(screen):
    screen.show(SchoolInfo())
    screen.type("pupils-2026", "64", leave=False)
    screen.section.flush()
    assert screen.told == [SchoolInfo(years=(YearFigures(2026, 64),))]


def test_leaving_the_page_loses_no_cell(screen):
    screen.show(SchoolInfo())
    screen.press("add-partner")
    screen.key(Qt.Key.Key_F2)
    screen.write("Дом культуры")
    screen.section.flush()
    assert screen.told == [SchoolInfo(partners=(Partner("Дом культуры", ""),))]


def test_a_partner_is_named_or_told_to_be(screen):
    screen.show(an_info())
    table = screen.the(QTableWidget, "partners")
    table.item(0, 0).setText("")
    assert "Назовите партнёра" in screen.fault("partners")
    assert screen.told[-1].partners == (Partner("", "театральный кружок", "№ 4"),)
    table.item(0, 0).setText("ДК")
    assert screen.fault("partners") == ""
    table.setCurrentCell(0, 0)
    screen.press("drop-partner")
    assert screen.told[-1].partners == ()
    screen.press("drop-partner")
    assert table.rowCount() == 0


def test_showing_the_same_again_leaves_the_cursor_alone(screen):
    screen.show(SchoolInfo())
    screen.type("transport", "автобус", leave=False)
    screen.section.flush()
    field = screen.the(QPlainTextEdit, "transport")
    place = field.textCursor().position()
    screen.show(screen.told[-1])
    assert (field.textCursor().position(), place) == (7, 7)
    screen.show(SchoolInfo())
    assert field.toPlainText() == ""


def test_a_long_text_is_said_to_be_long_and_kept(screen):
    screen.show(SchoolInfo(transport="а" * 2001))
    assert screen.fault("transport").startswith("Длинно: 2001\u00a0знак,")
    assert screen.fault("surroundings") == ""
    screen.section.flush()
    assert screen.told == []


def test_every_field_has_a_name_for_those_who_hear(screen):
    screen.show(an_info())
    kinds = (FigureBox, QPlainTextEdit, QTableWidget)
    fields = [f for kind in kinds for f in screen.section.findChildren(kind)]
    assert len(fields) == 32
    assert all(f.objectName() and f.accessibleName() for f in fields)
    box = screen.the(FigureBox, "pupils-2025")
    assert box.accessibleName() == "Обучающиеся, всего, 2025/26 учебный год"


def test_tab_goes_through_a_row_of_years(screen):
    screen.show(an_info())
    screen.the(FigureBox, "pupils-2024").setFocus()
    for name in ("pupils-2025", "pupils-2026", "pupils_ovz-2024"):
        screen.key(Qt.Key.Key_Tab)
        assert QApplication.focusWidget().objectName() == name


@pytest.mark.parametrize(
    ("taught", "leavers"),
    [
        (("noo",), "Выпускники 4-х классов"),
        (("noo", "ooo"), "Выпускники 9-х классов"),
        (("noo", "ooo", "soo"), "Выпускники 9-х и 11-х классов"),
    ],
)
def test_those_who_leave_leave_the_schools_own_last_class(qtbot, taught, leavers):
    screen = Screen(qtbot).show(SchoolInfo(), taught=taught)
    said = [label.text() for label in screen.section.findChildren(QLabel)]
    assert [words for words in said if "Выпускники" in words] == [leavers]
    box = screen.the(FigureBox, f"graduates-{YEAR}")
    assert box.accessibleName().startswith(f"{leavers}, ")
