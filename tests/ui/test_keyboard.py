"""Every screen is served by the keyboard alone and can be heard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QWidget,
)

from shkola_desktop.domain.office import Role
from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.screens import SCREENS
from shkola_desktop.ui.widgets.indicator_card import IndicatorCard

SERVED = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QAbstractItemView,
    QComboBox,
    QAbstractSpinBox,
    QTabBar,
    IndicatorCard,
)
MOST_STEPS = 300
PARTS = (
    "section:passport",
    "section:about",
    "swot",
    "section:development",
    "deficit:02",
    "section:results",
    "risks",
    "target",
    "section:roadmap",
    "section:texts",
    "text:results.opening",
    "section:changes",
    "section:check",
)
PLACES = [
    *((screen, None) for screen in SCREENS[Role.SCHOOL]),
    *((Screen.PROGRAMME, place) for place in PARTS),
]


def served(desk):
    """Return what a person can use now, without the parts that others speak for.

    A digit takes an option on the card, so the card stands for its options.
    """
    return [
        widget
        for widget in desk.all(QWidget)
        if isinstance(widget, SERVED)
        and widget.isEnabled()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(widget.parent(), (QComboBox, QAbstractSpinBox))
        and not widget.objectName().startswith("qt_spinbox")
        and not reached_by_arrows(widget)
    ]


def reached_by_arrows(widget):
    """Tell whether Tab leads to the chosen button of a group instead of this one."""
    group = widget.group() if isinstance(widget, QRadioButton) else None
    return group is not None and group.checkedButton() not in (None, widget)


def walked(desk):
    """Return where Tab leads, until it comes round."""
    desk.key(Qt.Key.Key_Tab)
    met = [desk.focus]
    for _ in range(MOST_STEPS):
        desk.key(Qt.Key.Key_Tab)
        if desk.focus in met:
            break
        met.append(desk.focus)
    return met


def told(widget):
    """Return a widget as a failing test shows it."""
    return f"{type(widget).__name__} {widget.objectName()} {spoken(widget)}"


def spoken(widget):
    """Return what a screen reader says of a widget."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


@pytest.fixture
def shown(draft_desk, request):
    draft_desk.go(*request.param)
    return draft_desk


@pytest.fixture
def opened(draft_desk):
    """A risk of the programme, open for changes."""
    draft_desk.go(Screen.PROGRAMME, "risks")
    draft_desk.press("edit-risk")
    return draft_desk


@pytest.mark.parametrize("shown", PLACES, indirect=True)
def test_tab_reaches_everything(shown):
    met = walked(shown)
    missed = [told(widget) for widget in served(shown) if widget not in met]
    assert missed == []
    assert len(met) >= 3


@pytest.mark.parametrize("shown", PLACES, indirect=True)
def test_everything_has_a_name_for_the_ear_and_for_tests(shown):
    mute = [w for w in served(shown) if not isinstance(w, QTabBar) and not spoken(w)]
    assert [told(w) for w in mute] == []
    nameless = [told(w) for w in served(shown) if not w.objectName()]
    assert nameless == []


@pytest.mark.parametrize("screen", SCREENS[Role.DISTRICT])
def test_a_districts_screens_are_served_by_the_keyboard(district_desk, screen):
    district_desk.go(screen)
    met = walked(district_desk)
    assert [told(w) for w in served(district_desk) if w not in met] == []
    named = [w for w in served(district_desk) if not isinstance(w, QTabBar)]
    assert [told(w) for w in named if not spoken(w)] == []
    assert [told(w) for w in served(district_desk) if not w.objectName()] == []


@pytest.mark.usefixtures("handed_in")
def test_packages_are_taken_in_by_the_keyboard(district_desk):
    district_desk.go(Screen.RECEPTION)
    district_desk.press("choose-folder")
    met = walked(district_desk)
    assert [told(w) for w in served(district_desk) if w not in met] == []
    district_desk.the(QWidget, "packages").setFocus()
    district_desk.key(Qt.Key.Key_Return)
    assert district_desk.focus.objectName() == "words-match"
    district_desk.key(Qt.Key.Key_Space)
    district_desk.the(QWidget, "accept").setFocus()
    district_desk.key(Qt.Key.Key_Return)
    assert "Принято: 1" in district_desk.words()


def test_tab_reaches_everything_of_a_risk_that_is_open(opened):
    met = walked(opened)
    assert [told(w) for w in served(opened) if w not in met] == []
    assert [told(w) for w in served(opened) if not spoken(w)] == []


def test_tab_reaches_everything_of_a_compared_version(draft_desk):
    draft_desk.go(Screen.PROGRAMME, "versions")
    for name in ("keep-version", "keep-version", "delete-version", "compare-version"):
        draft_desk.press(name)
    met = walked(draft_desk)
    assert [told(w) for w in served(draft_desk) if w not in met] == []
    assert [told(w) for w in served(draft_desk) if not spoken(w)] == []


def test_tab_reaches_everything_at_the_first_start(desk):
    desk.open()
    met = walked(desk)
    assert [told(w) for w in served(desk) if w not in met] == []
    assert [told(w) for w in served(desk) if not spoken(w)] == []
    assert [told(w) for w in served(desk) if not w.objectName()] == []


def test_arrows_choose_whose_workspace_it_is(desk):
    desk.open()
    desk.the(QRadioButton, "role-school").setFocus()
    desk.key(Qt.Key.Key_Down)
    assert desk.the(QRadioButton, "role-district").isChecked()
    assert "Ваш район" in desk.words()


def test_the_check_is_served_by_the_keyboard(school_desk):
    school_desk.go(Screen.DIAGNOSIS)
    school_desk.key(Qt.Key.Key_F7)
    school_desk.draw()
    met = walked(school_desk)
    assert [told(w) for w in served(school_desk) if w not in met] == []


def test_the_screen_with_the_keyboard_is_shown_by_a_frame(school_desk):
    school_desk.go(Screen.DIAGNOSIS)
    cards = school_desk.all(IndicatorCard)
    assert [card.property("focused") for card in cards[:2]] == [True, False]
    school_desk.key(Qt.Key.Key_Down)
    assert [card.property("focused") for card in cards[:2]] == [False, True]


def test_critical_indicators_are_told_apart_without_colour(school_desk):
    school_desk.go(Screen.DIAGNOSIS)
    critical = [c for c in school_desk.all(IndicatorCard) if c.indicator.critical]
    assert [card.indicator.code for card in critical] == ["zn.1.2"]
    words = [label.text() for label in critical[0].findChildren(QLabel)]
    assert "критический" in words
