"""What is too long for a field is refused aloud, and nothing is cut off unseen."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QToolTip

from shkola_desktop.app import planning
from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.widgets.typed_text import TypedText, limit_line

# widgets without a window around them: the offscreen plugin complains
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
UNLIMITED = 32_767
"""What Qt lets a line hold that nobody limited."""
REFUSED = (
    "Не вставлено: вышло бы 21\u00a0знак, а помещается 20. "
    "Текст в поле не изменился; сократите вставку."
)


@pytest.fixture
def field(qtbot):
    made = TypedText("note", "Заметка", 80, longest=20)
    qtbot.addWidget(made)
    made.resize(300, 80)
    made.show()
    return made


def paste(field, words):
    mime = QMimeData()
    mime.setText(words)
    field.insertFromMimeData(mime)


def fault(field):
    label = field.findChild(QLabel)
    return label.text() if label.isVisible() else ""


def test_a_text_that_fits_to_the_letter_is_pasted(field):
    paste(field, "щ" * 20)
    assert (field.toPlainText(), fault(field)) == ("щ" * 20, "")


def test_a_text_too_long_by_a_letter_is_refused_whole_and_told(field):
    field.show_words("было")
    paste(field, "щ" * 17)
    assert (field.toPlainText(), fault(field)) == ("было", REFUSED)
    assert field.accessibleDescription() == REFUSED
    field.selectAll()
    paste(field, "щ" * 17)
    assert (field.toPlainText(), fault(field)) == ("щ" * 17, "")


def test_a_letter_more_is_refused_and_one_less_is_not(field):
    field.show_words("щ" * 20)
    QTest.keyClicks(field, "z")
    assert (field.toPlainText(), fault(field)) == ("щ" * 20, REFUSED)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "щ" * 20
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, "z")
    assert (field.toPlainText(), fault(field)) == ("z", "")


def test_the_sentence_makes_room_for_itself(field):
    before = field.height(), field.viewport().height()
    field.show_words("щ" * 20)
    paste(field, "z")
    assert field.height() > before[0]
    assert field.viewport().height() == before[1]
    field.clear()
    assert (field.height(), field.viewport().height()) == before


def test_what_is_kept_already_is_shown_however_long(field):
    field.show_words("щ" * 30)
    assert field.toPlainText() == "щ" * 30


def test_a_line_tells_that_it_took_only_a_part(qtbot):
    line = QLineEdit()
    qtbot.addWidget(line)
    limit_line(line, 5)
    line.show()
    QGuiApplication.clipboard().setText("щ" * 6)
    line.paste()
    assert line.text() == "щ" * 5
    assert QToolTip.text().startswith(
        "Поле вмещает 5\u00a0знаков: лишнее не вставлено."
    )


def test_ten_thousand_characters_of_a_measure_are_kept(demo_desk):
    desk = demo_desk.go(Screen.PROGRAMME, "deficit:01")
    field = desk.all(QPlainTextEdit, "measure-text")[0]
    words = " ".join(["дело"] * 2_000)
    field.selectAll()
    paste(field, words)
    field.left.emit()
    desk.draw()
    programme = planning.programme_of(desk.workspace)
    kept = [m.text for d in programme.deficits for m in d.measures]
    assert words in kept
    paste(field, "щ" * 1_000_000)
    assert "вышло бы 1009999\u00a0знаков" in fault(field)
    assert field.toPlainText() == words


@pytest.mark.parametrize("screen", [Screen.PROGRAMME, Screen.SETTINGS, Screen.EXCHANGE])
def test_every_line_of_a_screen_tells_what_it_does_not_take(demo_desk, screen):
    demo_desk.go(screen)
    if screen is Screen.EXCHANGE:
        demo_desk.press("type-keys")
    lines = [
        line
        for line in demo_desk.all(QLineEdit)
        if line.maxLength() < UNLIMITED and not line.objectName().endswith("-on")
    ]
    assert lines
    for line in lines:
        QToolTip.hideText()
        line.setFocus()
        line.insert("ж" * (line.maxLength() + 1))
        assert "лишнее не вставлено" in QToolTip.text(), line.objectName()
