"""The real pages beside the form: when they are drawn, and where they open."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QSplitter,
    QWidget,
)

from shkola_desktop.app import planning
from shkola_desktop.app.material import gather
from shkola_desktop.domain.errors import ResourceMissing
from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.programme.page import ProgrammePage
from shkola_desktop.ui.programme.preview.drawing import Drawing
from shkola_desktop.ui.programme.preview.pane import PreviewPane
from shkola_desktop.ui.runner import ThreadRunner
from shkola_desktop.ui.widgets.pdf_pages import Preview
from tests.support.window import PATIENCE, Desk

WIDE = (1920, 1000)


def pane(desk):
    return desk.window.findChild(PreviewPane)


def show(desk, qtbot):
    """Open the pages and wait until they are there."""
    desk.go(Screen.PROGRAMME)
    with qtbot.waitSignal(pane(desk).renewed):
        desk.press("preview-toggle")
    desk.draw()
    return desk


def number(desk):
    return desk.the(QLabel, "preview-number").text()


def seen(desk):
    """Return the picture of the first page that has one."""
    labels = pane(desk).findChildren(QLabel)
    (first, *_) = [label for label in labels if not label.pixmap().isNull()]
    return first.pixmap().toImage()


def pictured(desk):
    labels = pane(desk).findChildren(QLabel)
    return [label for label in labels if not label.pixmap().isNull()]


def write_goal(desk, words):
    goal = desk.the(QPlainTextEdit, "goal")
    goal.setFocus()
    goal.selectAll()
    desk.write(words)
    desk.key(Qt.Key.Key_Tab)


def drawn_pages(desk):
    workspace = desk.workspace
    return workspace.reports.drawn_programme(gather(workspace)).pages


@pytest.fixture
def shown(demo_desk, qtbot):
    return show(demo_desk, qtbot)


def test_in_a_small_window_the_pages_wait_behind_their_button(demo_desk):
    demo_desk.go(Screen.PROGRAMME)
    assert not demo_desk.shows("preview")
    assert not demo_desk.the(QPushButton, "preview-toggle").isChecked()


def test_in_a_wide_window_the_pages_come_by_themselves(demo_desk, qtbot):
    demo_desk.window.resize(*WIDE)
    demo_desk.go(Screen.PROGRAMME)
    assert demo_desk.shows("preview")
    assert demo_desk.shows("programme-parts")
    with qtbot.waitSignal(pane(demo_desk).renewed):
        pass
    demo_desk.draw()
    assert number(demo_desk).startswith("стр. 3 из ")


def test_the_pages_open_where_the_open_part_begins(shown):
    assert number(shown) == "стр. 3 из 43"
    for section in ("about", "development", "roadmap", "changes"):
        shown.go(Screen.PROGRAMME, f"section:{section}")
        page = drawn_pages(shown)[f"section:{section}"]
        assert number(shown) == f"стр. {page} из 43"


def test_a_part_that_prints_nothing_of_its_own_leaves_the_page_alone(shown):
    shown.go(Screen.PROGRAMME, "section:mechanisms")
    before = number(shown)
    shown.go(Screen.PROGRAMME, "section:check")
    assert number(shown) == before


def test_only_pages_in_sight_are_kept_as_pictures(shown):
    for section in ("about", "indicators", "roadmap"):
        shown.go(Screen.PROGRAMME, f"section:{section}")
        assert 1 <= len(pictured(shown)) <= 6


def test_a_change_is_drawn_where_one_looks(shown, qtbot):
    bar = shown.the(QScrollArea, "preview-pages").verticalScrollBar()
    bar.triggerAction(QScrollBar.SliderAction.SliderSingleStepAdd)
    shown.draw()
    before, at = seen(shown), bar.value()
    with qtbot.waitSignal(pane(shown).renewed):
        write_goal(shown, "Цель, какой не было ни у одной школы.")
        assert shown.the(QLabel, "preview-updating").text() == "обновляется…"
        assert seen(shown) == before
    shown.draw()
    assert seen(shown) != before
    assert bar.value() == at
    assert shown.the(QWidget, "preview").isVisible()
    assert "обновляется" not in shown.words()


def test_buttons_and_keys_turn_the_pages(shown):
    shown.press("preview-on")
    assert number(shown) == "стр. 4 из 43"
    shown.press("preview-back")
    assert number(shown) == "стр. 3 из 43"
    shown.the(Preview, "preview-pages").setFocus()
    shown.key(Qt.Key.Key_End)
    shown.draw()
    assert number(shown) == "стр. 43 из 43"
    assert not shown.enabled("preview-on")
    shown.key(Qt.Key.Key_Home)
    shown.draw()
    assert number(shown) == "стр. 1 из 43"
    assert not shown.enabled("preview-back")


def test_the_key_puts_the_pages_away_and_it_is_remembered(shown):
    shown.the(QPlainTextEdit, "goal").setFocus()
    shown.key(Qt.Key.Key_F9)
    shown.draw()
    assert not shown.shows("preview")
    shown.window.resize(*WIDE)
    shown.open().go(Screen.PROGRAMME)
    assert not shown.shows("preview")
    shown.press("preview-toggle")
    shown.open().go(Screen.PROGRAMME)
    assert shown.shows("preview")


def test_in_a_small_window_the_list_of_parts_makes_room(shown):
    shown.window.resize(1100, 700)
    shown.draw()
    assert not shown.shows("programme-parts")
    shown.press("next-part")
    shown.press("preview-toggle")
    assert shown.shows("programme-parts")


def test_back_from_another_screen_the_pages_are_where_they_were(shown):
    shown.press("preview-on")
    shown.go(Screen.HOME)
    assert pictured(shown) == []
    shown.go(Screen.PROGRAMME)
    assert number(shown) == "стр. 4 из 43"
    assert pictured(shown) != []


def test_the_whole_document_opens_among_the_documents(shown):
    shown.press("preview-whole")
    assert shown.window.screen_shown is Screen.DOCUMENTS


def test_what_cannot_be_drawn_is_said_in_place(demo_desk, qtbot, with_reports):
    desk = with_reports(demo_desk, Broken)
    desk.go(Screen.PROGRAMME)
    drawing = desk.window.findChild(Drawing)
    with qtbot.waitSignal(drawing.failed):
        desk.press("preview-toggle")
    desk.draw()
    assert "Tinos-Regular.ttf" in desk.words()
    assert "Составляем документ" not in desk.words()
    assert desk.shows("goal")


def test_no_save_waits_for_the_pages(demo_copy, desk, qtbot, with_reports):
    made = Desk(qtbot, demo_copy, desk.program.forms, ThreadRunner)
    made.program = desk.program
    made = with_reports(made, Held)
    try:
        made.go(Screen.PROGRAMME)
        made.press("preview-toggle")
        qtbot.waitUntil(Held.reached.is_set)
        with qtbot.waitSignal(made.runner.idle):
            write_goal(made, "Сохранено, пока рисуется.")
        kept = planning.programme_of(made.workspace)
        assert kept.goal == "Сохранено, пока рисуется."
        assert made.saved().startswith("Сохранено в")
    finally:
        Held.go.set()
        made.close()
        made.discard()


class Broken:
    """Reports whose font is gone."""

    def __init__(self, reports):
        self._reports = reports

    def drawn_programme(self, material):
        raise ResourceMissing("fonts/Tinos-Regular.ttf")

    def __getattr__(self, name):
        return getattr(self._reports, name)


class Held(Broken):
    """Reports that do not end before they are let go."""

    reached, go = threading.Event(), threading.Event()

    def drawn_programme(self, material):
        self.reached.set()
        assert self.go.wait(PATIENCE)
        return self._reports.drawn_programme(material)


@pytest.fixture
def with_reports(monkeypatch):
    """Open a desk whose documents are made by something else."""

    def opened(desk, kind):
        program = desk.program
        usual = program.open_workspace

        def open_workspace(folder):
            found = usual(folder)
            reports = kind(found.workspace.reports)
            workspace = replace(found.workspace, reports=reports)
            program.opened = replace(found, workspace=workspace)
            return program.opened

        monkeypatch.setattr(program, "open_workspace", open_workspace)
        return desk.open()

    return opened


class HeldRunner:
    """A runner whose task ends when the test says so."""

    def __init__(self):
        self.tasks = []
        self.waiting = []

    @property
    def busy(self):
        return bool(self.tasks)

    def run(self, task, done, failed):
        self.tasks.append((task, done))

    def when_idle(self, then):
        self.waiting.append(then)

    def finish(self):
        task, done = self.tasks.pop()
        done(task())
        for then in self.waiting[:]:
            self.waiting.remove(then)
            then()


@pytest.fixture
def drawing(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = []
    runner = HeldRunner()

    def draw(material):
        made.append(material)
        return material

    yield Drawing(runner, draw, parent), runner, made
    parent.deleteLater()


def test_of_many_changes_only_the_last_is_drawn(qtbot, drawing):
    asked, runner, made = drawing
    for state in ("first", "second", "third"):
        asked.ask(state)
    qtbot.waitUntil(lambda: runner.busy)
    with qtbot.waitSignal(asked.drawn) as told:
        runner.finish()
    assert told.args == ["third"]
    assert made == ["third"]


def test_changes_during_drawing_wait_and_only_the_last_is_drawn(qtbot, drawing):
    asked, runner, made = drawing
    asked.ask("first")
    qtbot.waitUntil(lambda: runner.busy)
    asked.ask("second")
    asked.ask("third")
    qtbot.waitUntil(lambda: bool(runner.waiting))
    runner.finish()
    runner.finish()
    assert made == ["first", "third"]


def test_nothing_is_drawn_for_nobody(qtbot, drawing):
    asked, runner, made = drawing
    asked.ask("first")
    qtbot.waitUntil(lambda: runner.busy)
    asked.ask("second")
    qtbot.waitUntil(lambda: bool(runner.waiting))
    asked.forget()
    runner.finish()
    assert (made, runner.busy) == (["first"], False)


def test_the_border_beside_the_form_is_remembered(shown, qtbot):
    shown.window.resize(*WIDE)
    shown.draw()
    border = shown.the(QSplitter, "")
    usual = border.sizes()
    page = shown.window.findChild(ProgrammePage)
    with qtbot.waitSignal(page.share_moved):
        border.moveSplitter(usual[0] - 200, 1)
    moved = border.sizes()
    assert moved[1] - usual[1] == pytest.approx(200, abs=10)
    shown.open().go(Screen.PROGRAMME)
    shown.window.resize(*WIDE)
    shown.draw()
    assert shown.the(QSplitter, "").sizes() == pytest.approx(moved, abs=20)


def test_the_buttons_above_the_form_are_whole_beside_the_pages(shown):
    for name in ("undo-programme", "preview-toggle", "make-programme"):
        tool = shown.the(QPushButton, name)
        assert tool.width() >= tool.sizeHint().width(), name
