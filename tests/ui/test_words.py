"""No word is cut: on the smallest screen, with usual and with large text."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QListWidget,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from shkola_desktop.app import diagnosing, editions
from shkola_desktop.domain.office import Role
from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.look import save_look
from shkola_desktop.ui.screens import SCREENS
from shkola_desktop.ui.widgets.facts_table import FactsTable
from shkola_desktop.ui.widgets.school_form import SchoolForm
from tests.support import printouts as printed
from tests.support.window import SCREEN

SCALES = (100, 150)
LIGHT = "light"


def cut(desk):
    """Return the words that have less room than they need."""
    return [
        *_cut_labels(desk),
        *_cut_buttons(desk),
        *_cut_rows(desk),
        *_cut_cells(desk),
    ]


def _cut_labels(desk):
    for label in desk.all(QLabel):
        if not label.text():
            continue
        if label.wordWrap():
            if label.height() < label.heightForWidth(label.width()):
                yield f"height of «{label.text()}»"
        elif label.width() < label.sizeHint().width():
            yield f"width of «{label.text()}»"


def _cut_buttons(desk):
    for button in desk.all(QAbstractButton):
        if button.text() and button.width() < button.sizeHint().width():
            yield f"button «{button.text()}»"


def _cut_rows(desk):
    for view in desk.all(QListWidget):
        for row in range(view.count()):
            room = view.visualItemRect(view.item(row))
            needed = view.fontMetrics().boundingRect(
                0,
                0,
                room.width(),
                10_000,
                Qt.TextFlag.TextWordWrap,
                view.item(row).text(),
            )
            if room.height() < needed.height() or room.width() < needed.width():
                yield f"row «{view.item(row).text()}»"


def _cut_cells(desk):
    for table in desk.all(FactsTable):
        for row in range(table.rowCount()):
            for column in range(table.columnCount()):
                item = table.item(row, column)
                metrics = QFontMetrics(item.font())
                room = table.visualItemRect(item)
                needed = metrics.boundingRect(
                    0,
                    0,
                    room.width(),
                    10_000,
                    Qt.TextFlag.TextWordWrap,
                    item.text(),
                )
                if room.height() < needed.height() or room.width() < needed.width():
                    yield f"cell «{item.text()}»"


def beyond(desk):
    """Return what reaches out of the window or out of the page that scrolls it."""
    return [*_outside(desk), *_sideways(desk)]


def _outside(desk):
    edge = desk.window.width()
    for widget in desk.all(QWidget):
        right = widget.mapTo(desk.window, QPoint(widget.width(), 0)).x()
        if right > edge:
            yield f"{type(widget).__name__} {widget.objectName()} ends at {right}"


def _sideways(desk):
    for bar in desk.all(QScrollBar):
        if bar.orientation() is Qt.Orientation.Horizontal:
            yield f"bar under {bar.parent().parent().objectName()}"
    for area in desk.all(QAbstractScrollArea):
        if area.horizontalScrollBar().maximum() > 0 and not area.inherits(
            "QPlainTextEdit"
        ):
            yield f"{type(area).__name__} {area.objectName()} hides its right side"
    for area in desk.all(QScrollArea):
        if area.widget().width() > area.viewport().width():
            yield f"{type(area).__name__} is wider than its room"


def assert_readable(desk):
    assert (desk.window.width(), desk.window.height()) == SCREEN
    assert cut(desk) == []
    assert beyond(desk) == []


@pytest.fixture(params=SCALES)
def looked(request, desk, demo_copy):
    """The demo school on the smallest screen, with a text size."""
    with desk.program.workspace(demo_copy) as workspace:
        save_look(LIGHT, request.param, workspace)
    return desk.open()


@pytest.mark.parametrize("screen", SCREENS[Role.SCHOOL])
def test_a_screen_shows_all_its_words(looked, screen):
    looked.go(screen)
    assert_readable(looked)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("screen", SCREENS[Role.DISTRICT])
def test_a_districts_screen_shows_all_its_words(district_desk, screen, scale):
    save_look(LIGHT, scale, district_desk.workspace)
    district_desk.close()
    district_desk.open().go(screen)
    assert_readable(district_desk)


@pytest.mark.usefixtures("handed_in")
@pytest.mark.parametrize("scale", SCALES)
def test_the_reading_of_packages_shows_all_its_words(district_desk, scale):
    save_look(LIGHT, scale, district_desk.workspace)
    district_desk.close()
    district_desk.open().go(Screen.RECEPTION)
    district_desk.press("choose-folder")
    assert_readable(district_desk)
    district_desk.press("words-match")
    district_desk.press("accept")
    district_desk.draw()
    assert_readable(district_desk)


def test_every_part_of_the_programme_shows_all_its_words(looked):
    looked.go(Screen.PROGRAMME)
    parts = 1
    assert_readable(looked)
    while looked.enabled("next-part"):
        looked.press("next-part")
        assert_readable(looked)
        parts += 1
    assert parts == 12


def test_a_deficit_shows_all_its_words(looked):
    looked.go(Screen.PROGRAMME, "deficit:04")
    assert_readable(looked)


def test_what_is_opened_in_the_programme_shows_all_its_words(looked):
    for place, name in (
        ("risks", "edit-risk"),
        ("finance", "edit-finance"),
        ("monitoring", "edit-monitoring"),
        ("swot", "take-strengths"),
        ("swot", "edit-strengths"),
        ("section:results", "own-words-open"),
        ("text:results.opening", "edit-text"),
    ):
        looked.go(Screen.PROGRAMME, place)
        looked.press(name)
        assert_readable(looked)
    looked.go(Screen.PROGRAMME, "target")
    looked.type("new-target", "Доля обучающихся, занятых в объединениях школы")
    looked.press("add-target")
    assert_readable(looked)


def test_compared_versions_and_the_starts_show_all_their_words(looked):
    looked.go(Screen.PROGRAMME, "versions")
    looked.press("keep-version")
    looked.go(Screen.PROGRAMME, "team")
    looked.press("suggest-team")
    looked.go(Screen.PROGRAMME, "deficit:04")
    looked.press("drop-measure")
    looked.go(Screen.PROGRAMME, "versions")
    looked.press("restore-version")
    looked.press("delete-version")
    looked.press("undo-programme")
    looked.go(Screen.PROGRAMME, "versions")
    looked.press("compare-version")
    assert_readable(looked)
    diagnosing.start(looked.workspace.clock.now().year + 1, looked.workspace)
    looked.go(Screen.PROGRAMME)
    looked.the(QWidget, "redraft-earlier")
    assert_readable(looked)


def test_every_page_of_the_form_shows_all_its_words(looked):
    looked.go(Screen.DIAGNOSIS, "zn.1.1")
    pages = 0
    while "Проверка и завершение" not in looked.words():
        assert_readable(looked)
        looked.press("next")
        pages += 1
    assert pages == 20
    assert_readable(looked)


def test_help_comments_and_files_show_all_their_words(looked):
    looked.go(Screen.DIAGNOSIS, "kl.1.1")
    for name in ("help", "details"):
        looked.press(name)
    assert_readable(looked)


@pytest.mark.parametrize("scale", SCALES)
def test_the_first_start_shows_all_its_words(desk, scale):
    with desk.program.workspace(desk.folder) as workspace:
        save_look(LIGHT, scale, workspace)
    desk.open()
    desk.press("begin")  # with every fault at its place
    assert desk.all(SchoolForm)[0].isVisible()
    assert_readable(desk)


def test_answers_taken_over_from_a_file_show_all_their_words(looked, tmp_path):
    diagnosis = diagnosing.diagnoses_of(looked.workspace)[0]
    form = editions.form_of(diagnosis, looked.workspace)
    lines, rows = printed.printed(form, {i.code: "o0" for i in form.indicators})
    rows[2] = ("2", "Федеральные рабочие программы по предметам", "не все", "0")
    rows[3] = (*rows[3][:3], "9")
    rows.append(("9.9", "Чего в форме нет", "да", "1"))
    page = tmp_path / f"{'очень-длинное-имя-файла' * 4}.html"
    page.write_text(printed.as_html(lines, rows), "utf-8")
    looked.go(Screen.DIAGNOSIS, "zn.1.1")
    looked.press("carry")
    assert_readable(looked)
    looked.dialogs.files = (page,)
    looked.press("read-printout")
    assert looked.all(QWidget, "doubt-1-0")
    looked.draw()  # cards within cards find their height one after another
    assert_readable(looked)
    looked.pick("carry-year", str(diagnosis.year - 2))
    looked.press("carry-over")
    assert_readable(looked)
