"""The widget of the self-check, alone: what it says and what it wishes."""

from types import MappingProxyType

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from shkola_desktop.domain.self_check.check import Checked, IgnoredFinding
from shkola_desktop.domain.self_check.finding import Finding, Severity
from shkola_desktop.ui.programme.check_section import CheckSection, FindingRow
from shkola_desktop.ui.widgets.card import Notice

NBSP = "\u00a0"


def a_finding(rule, place, severity, **facts):
    return Finding(rule, severity, place, MappingProxyType(facts))


NO_CAUSE = a_finding("L2", "deficit:03", Severity.ERROR, code="03")
NO_SITE = a_finding("C6", "school:site", Severity.WARN)
NO_TEAM = a_finding("C5", "team", Severity.WARN, what="nobody")
FOUND = Checked((NO_CAUSE, NO_SITE))
LEFT = Checked((NO_CAUSE,), (IgnoredFinding(NO_SITE, "сайт переезжает"),))


@pytest.fixture
def section(qtbot):
    made = CheckSection()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def seen(widget, kind, name=""):
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = widget.findChildren(kind, name or None)
    return [one for one in found if one.isVisible()]


def words(widget):
    return [label.text() for label in seen(widget, QLabel) if label.text()]


def summary(section):
    (notice,) = seen(section, Notice, "check-summary")
    return notice.words.replace(NBSP, " ")


def rows(section):
    return seen(section, FindingRow)


def the(widget, kind, name):
    return seen(widget, kind, name)[0]


def test_the_findings_stand_by_severity_with_their_cures(section):
    section.show_checked(FOUND)
    assert summary(section) == "1 ошибка, 1 предупреждение"
    said = words(section)
    assert said.index("Ошибки: 1") < said.index("Предупреждения: 1")
    assert words(rows(section)[0]) == [
        "Дефицит 03",
        "У дефицита 03 нет ни одной причины.",
        "L2 У дефицита есть причина",
        "Возьмите причину из списка или напишите свою: почему так получилось.",
    ]


def test_without_findings_it_says_so_and_names_what_the_program_keeps(section):
    section.show_checked(Checked(()))
    assert summary(section) == "Замечаний нет"
    assert rows(section) == []
    assert any(text.startswith("F1 ") for text in words(section))


def test_it_leads_to_the_place_of_a_finding(section, qtbot):
    section.show_checked(FOUND)
    with qtbot.waitSignal(section.jump_wanted) as wish:
        the(rows(section)[1], QPushButton, "jump").click()
    assert wish.args == ["school:site"]


def test_a_finding_is_left_so_only_with_a_reason(section, qtbot):
    section.show_checked(FOUND)
    wishes = []
    section.ignore_wanted.connect(lambda *args: wishes.append(args))
    row = rows(section)[1]
    assert seen(row, QLineEdit) == []
    the(row, QPushButton, "ignore").click()
    reason = the(row, QLineEdit, "ignore-reason")
    assert QApplication.focusWidget() is reason
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    assert wishes == []
    assert seen(row, QLabel, "no-reason")
    reason.setText(" сайт переезжает ")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    assert wishes == [(NO_SITE, "сайт переезжает")]


def test_one_may_think_better_of_it(section):
    section.show_checked(FOUND)
    row = rows(section)[0]
    the(row, QPushButton, "ignore").click()
    the(row, QLineEdit, "ignore-reason").setText("нет")
    the(row, QPushButton, "drop-ignored").click()
    assert seen(row, QLineEdit) == []
    assert QApplication.focusWidget() is the(row, QPushButton, "ignore")


def test_what_was_left_is_shown_with_its_reason_and_can_come_back(section, qtbot):
    section.show_checked(LEFT)
    assert summary(section) == ("1 ошибка 1 замечание оставлено с указанием причины.")
    assert "Причина: сайт переезжает" in words(section)
    assert len(rows(section)) == 1
    with qtbot.waitSignal(section.unignore_wanted) as wish:
        the(section, QPushButton, "unignore").click()
    assert wish.args == [NO_SITE]


def test_the_same_again_does_not_disturb_who_is_typing(section):
    section.show_checked(FOUND)
    row = rows(section)[0]
    the(row, QPushButton, "ignore").click()
    the(row, QLineEdit, "ignore-reason").setText("потому что")
    section.show_checked(Checked((NO_CAUSE, NO_SITE)))
    assert the(section, QLineEdit, "ignore-reason").text() == "потому что"
    section.show_checked(Checked((NO_CAUSE,)))
    assert seen(section, QLineEdit) == []


def test_after_a_change_the_keyboard_stays_on_the_page(section):
    section.show_checked(FOUND)
    the(rows(section)[1], QPushButton, "jump").setFocus()
    section.show_checked(Checked((NO_CAUSE,)))
    QApplication.processEvents()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert section.isAncestorOf(focus)


def test_everything_is_reached_with_the_tab_key(section, qtbot):
    section.show_checked(LEFT)
    the(section, QPushButton, "jump").setFocus()
    reached = []
    for _ in range(3):
        focus = QApplication.focusWidget()
        reached.append(focus.objectName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert reached == ["jump", "ignore", "unignore"]


def test_every_button_says_which_finding_it_is_about(section):
    section.show_checked(Checked((NO_CAUSE, NO_TEAM), LEFT.ignored))
    spoken = [b.accessibleName() for b in seen(section, QPushButton)]
    assert spoken[0] == "Перейти: Дефицит 03. У дефицита 03 нет ни одной причины."
    assert len(set(spoken)) == len(spoken) == 5


def test_nothing_is_drawn_before_it_is_looked_at(qtbot):
    hidden = CheckSection()
    qtbot.addWidget(hidden)
    hidden.show_checked(FOUND)
    assert hidden.findChildren(FindingRow) == []
    hidden.show()
    QApplication.processEvents()
    assert len(hidden.findChildren(FindingRow)) == 2
