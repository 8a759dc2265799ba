"""The window: screens by number, saving and closing, what is in the way at start."""

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget

from shkola_desktop.app import diagnosing, keeping, registering
from shkola_desktop.bootstrap import DATABASE
from shkola_desktop.domain.office import Role
from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.main_window import MainWindow
from shkola_desktop.ui.runner import ThreadRunner
from shkola_desktop.ui.screens import SCREENS
from shkola_desktop.ui.trouble_window import TroubleWindow
from shkola_desktop.ui.widgets.indicator_card import IndicatorCard
from tests.support.window import Desk, FullDisk, SlowDisk

CTRL = Qt.KeyboardModifier.ControlModifier
CRASH = """
import os, sys
from pathlib import Path
from shkola_desktop.bootstrap import Program
opened = Program().open_workspace(Path(sys.argv[1]))
os._exit(1)
"""
CRASHED = "В прошлый раз программа закрылась не сама."


def answers(desk):
    with desk.program.workspace(desk.folder) as workspace:
        return dict(diagnosing.diagnoses_of(workspace)[0].options)


@pytest.fixture
def slow(qtbot, school_desk):
    """A window with the real worker thread, on a disk that holds every write."""
    school_desk.close()
    desk = Desk(qtbot, school_desk.folder, school_desk.program.forms, ThreadRunner)
    disk = SlowDisk()
    desk.program.disk = disk
    yield desk, disk
    disk.let_go()
    desk.discard()


@pytest.mark.parametrize(
    ("number", "screen"), [*enumerate(SCREENS[Role.SCHOOL], start=1)]
)
def test_ctrl_and_a_number_open_a_screen(demo_desk, number, screen):
    start = Screen.SETTINGS if screen is Screen.HOME else Screen.HOME
    demo_desk.go(start)
    demo_desk.key(str(number), CTRL)
    assert demo_desk.window.screen_shown is screen


def test_the_side_list_opens_a_screen(demo_desk):
    demo_desk.choose("navigation", 4)
    assert demo_desk.window.screen_shown is Screen.DOCUMENTS
    assert demo_desk.lines("navigation") == [
        "Обзор",
        "Самодиагностика",
        "Результаты",
        "Программа развития",
        "Документы",
        "Обмен",
        "Части для коллег",
        "Настройки",
        "Журнал",
    ]


def test_the_overview_leads_to_the_next_step(school_desk):
    assert "Начните самодиагностику" in school_desk.words()
    school_desk.press("next-step")
    assert school_desk.window.screen_shown is Screen.DIAGNOSIS
    school_desk.key("1")
    school_desk.go(Screen.HOME)
    assert "Продолжите самодиагностику" in school_desk.words()
    assert "осталось 110\xa0показателей" in school_desk.words()


class Watch(QObject):
    """Notes every window that comes up."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def eventFilter(self, watched, event):  # noqa: N802  # Qt's name
        shown = event.type() == QEvent.Type.Show
        if shown and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_nothing_of_a_page_flashes_as_a_window_of_its_own(demo_desk):
    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    for screen in SCREENS[Role.SCHOOL]:
        demo_desk.go(screen)
    demo_desk.go(Screen.SETTINGS)
    demo_desk.pick("theme", "светлое")
    QApplication.instance().removeEventFilter(watch)
    assert watch.shown == ["MainWindow"]  # the one of the new look


def test_an_answer_is_shown_before_a_slow_disk_has_it(slow, qtbot):
    desk, disk = slow
    desk.open().go(Screen.DIAGNOSIS)
    desk.key("3")
    card = desk.all(IndicatorCard)[0]
    assert [row.chosen for row in card._rows] == [False, False, True, False]
    assert desk.the(QLabel, "direction-score").text().startswith("Знание: 2 из 44")
    assert desk.saved() == "Сохраняется…"
    disk.let_go()
    with qtbot.waitSignal(desk.runner.idle):
        pass
    assert desk.saved().startswith("Сохранено в ")
    desk.close()
    assert answers(desk) == {"zn.1.1": "o2"}


def test_closing_waits_for_the_last_write(slow, qtbot):
    desk, disk = slow
    desk.open().go(Screen.DIAGNOSIS)
    desk.key("3")
    desk.key(Qt.Key.Key_Down)
    desk.key("2")
    closed = []
    desk.window.closed.connect(lambda: closed.append(True))
    desk.window.close()
    assert closed == []
    assert desk.window.isVisible()
    assert desk.saved() == "Сохраняем последние ответы…"
    with qtbot.waitSignal(desk.window.closed):
        disk.let_go()
    assert not desk.window.isVisible()
    assert answers(desk) == {"zn.1.1": "o2", "zn.1.2": "o1"}


def test_undo_waits_behind_the_answer_that_is_being_written(slow, qtbot):
    desk, disk = slow
    desk.open().go(Screen.DIAGNOSIS)
    desk.key("3")
    desk.key("Z", CTRL)
    disk.let_go()
    with qtbot.waitSignal(desk.runner.idle):
        pass
    desk.close()
    assert answers(desk) == {}


def test_the_result_counts_an_answer_that_was_on_its_way(slow, qtbot):
    desk, disk = slow
    desk.open().go(Screen.DIAGNOSIS)
    desk.key("3")
    desk.window.go(Screen.RESULT)
    disk.let_go()
    with qtbot.waitSignal(desk.runner.idle):
        pass
    desk.draw()
    assert "2 из 199" in desk.words().split("\n")
    desk.close()


def test_what_a_full_disk_refuses_is_said_and_not_shown_as_kept(school_desk):
    disk = FullDisk()
    school_desk.close()
    school_desk.program.disk = disk
    school_desk.open().go(Screen.DIAGNOSIS)
    disk.full = True
    school_desk.key("2")
    card = school_desk.all(IndicatorCard)[0]
    assert not any(row.chosen for row in card._rows)
    assert school_desk.saved().startswith("Не сохранено. Сохранить не удалось")
    assert "Проверьте свободное место на диске" in school_desk.words()
    disk.full = False
    school_desk.key("2")
    assert school_desk.saved().startswith("Сохранено в ")
    school_desk.close()
    assert answers(school_desk) == {"zn.1.1": "o1"}


def crash(folder):
    done = subprocess.run([sys.executable, "-c", CRASH, str(folder)], check=False)
    assert done.returncode == 1


def test_after_a_crash_the_person_is_asked_once(desk, demo_copy):
    crash(demo_copy)
    desk.open()
    assert CRASHED in desk.words()
    desk.press("crash-continue")
    assert desk.window.screen_shown is Screen.DIAGNOSIS
    assert CRASHED not in desk.words()
    desk.close()
    desk.open()
    assert CRASHED not in desk.words()


def test_after_a_crash_one_can_begin_at_the_overview(desk, demo_copy):
    crash(demo_copy)
    desk.open()
    desk.press("crash-home")
    assert desk.window.screen_shown is Screen.HOME
    assert CRASHED not in desk.words()


def test_after_a_clean_exit_nobody_is_asked(demo_desk):
    for _ in range(2):
        assert CRASHED not in demo_desk.words()
        demo_desk.close()
        demo_desk.open()


def test_a_damaged_database_shows_the_copy_that_can_be_brought_back(desk, demo_copy):
    with desk.program.workspace(demo_copy) as workspace:
        keeping.back_up(workspace)
    (demo_copy / DATABASE).write_bytes(b"not a database" * 100)
    desk.shell.open()
    assert isinstance(desk.window, TroubleWindow)
    assert "База данных повреждена" in desk.words()
    desk.press("restore")
    assert isinstance(desk.window, MainWindow)
    assert "МБОУ «Тихореченская ООШ»" in desk.words()
    assert registering.school_of(desk.workspace).code == "701204"
    files = [p for p in demo_copy.iterdir() if p.is_file()]
    assert [p.name for p in files if p.read_bytes()[:3] == b"not"] != []


def test_a_damaged_database_without_a_copy_can_only_be_tried_again(desk, demo_copy):
    (demo_copy / DATABASE).write_bytes(b"not a database" * 100)
    desk.shell.open()
    assert "База данных повреждена" in desk.words()
    assert not desk.shows("restore")
    assert desk.enabled("again")
    desk.press("leave")
    assert not desk.window.isVisible()


def test_a_database_of_a_newer_program_stays_as_it_is(desk, demo_copy):
    path = demo_copy / DATABASE
    with closing(sqlite3.connect(path)) as connection:
        (today,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    desk.shell.open()
    assert isinstance(desk.window, TroubleWindow)
    assert "База создана более новой программой" in desk.words()
    assert "Обновите программу. База не изменена." in desk.words()
    assert not desk.shows("restore")
    assert path.read_bytes() == before
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {today}")
    desk.press("again")
    assert isinstance(desk.window, MainWindow)


def test_a_second_window_of_the_same_workspace_waits_its_turn(qtbot, demo_desk):
    second = Desk(qtbot, demo_desk.folder, demo_desk.program.forms)
    second.shell.open()
    assert isinstance(second.window, TroubleWindow)
    assert "База занята другой программой." in second.words()
    demo_desk.close()
    second.press("again")
    assert isinstance(second.window, MainWindow)
    second.discard()


def test_the_trouble_window_is_served_by_the_keyboard(desk, demo_copy):
    (demo_copy / DATABASE).write_bytes(b"not a database" * 100)
    desk.shell.open()
    desk.settle()
    assert isinstance(desk.window, QMainWindow)
    assert desk.focus.objectName() == "again"
    desk.key(Qt.Key.Key_Tab)
    desk.key(Qt.Key.Key_Space)
    assert not desk.window.isVisible()
