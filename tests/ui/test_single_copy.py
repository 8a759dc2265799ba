"""A second start of the program brings the first one forward."""

import json
import subprocess
import sys
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalSocket

from shkola_desktop.bootstrap import Program
from shkola_desktop.ui import application
from shkola_desktop.ui.single_copy import Door, door_name, knock

OFFSCREEN = pytest.mark.qt_log_ignore("This plugin does not support raise")


@pytest.fixture
def door(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", "")
    made = Door()
    assert made.listen(tmp_path)
    yield made
    made.close()


KNOCK = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from shkola_desktop.ui.single_copy import knock
application = QCoreApplication([])
folder, *files = map(Path, sys.argv[1:])
sys.exit(0 if knock(folder, *files) else 1)
"""


@contextmanager
def knocking(*paths):
    """Knock from another process; gives what tells whether it was heard."""
    command = [sys.executable, "-c", KNOCK, *map(str, paths)]
    with subprocess.Popen(command) as process:
        yield lambda: process.poll() == 0


def test_a_knock_is_answered_and_brings_its_file(qtbot, door, tmp_path):
    file = tmp_path / "701204-0001 «пакет».shkola"
    with (
        qtbot.waitSignal(door.knocked, timeout=30_000) as heard,
        knocking(tmp_path, file) as answer,
    ):
        qtbot.waitUntil(answer, timeout=30_000)
    assert heard.args == [file]


def test_a_knock_without_a_file(qtbot, door, tmp_path):
    with (
        qtbot.waitSignal(door.knocked, timeout=30_000) as heard,
        knocking(tmp_path) as answer,
    ):
        qtbot.waitUntil(answer, timeout=30_000)
    assert heard.args == [None]


def test_nobody_answers_at_another_folder_or_a_closed_door(qtbot, door, tmp_path):
    assert not knock(tmp_path / "other", patience=1)
    door.close()
    assert not knock(tmp_path, patience=1)


def test_a_door_left_by_a_crash_is_opened_anew(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    left = (
        "import socket, sys; s = socket.socket(socket.AF_UNIX); s.bind(sys.argv[1]);"
        " s.listen()"
    )
    subprocess.run([sys.executable, "-c", left, door_name(tmp_path)], check=True)
    assert not knock(tmp_path, patience=1)
    door = Door()
    assert door.listen(tmp_path)
    with qtbot.waitSignal(door.knocked, timeout=30_000), knocking(tmp_path) as answer:
        qtbot.waitUntil(answer, timeout=30_000)
    door.close()


@pytest.mark.parametrize(
    "line",
    [
        b"\xff\n",
        b"[]\n",
        b"{}\n",
        b"[" * 10_000 + b"\n",
        json.dumps({"file": "relative.shkola"}).encode() + b"\n",
        json.dumps({"file": 7}).encode() + b"\n",
    ],
)
def test_a_strange_knock_only_brings_the_window_forward(qtbot, door, tmp_path, line):
    guest = QLocalSocket()
    guest.connectToServer(door_name(tmp_path))
    with qtbot.waitSignal(door.knocked, timeout=30_000) as heard:
        guest.write(line)
    assert heard.args == [None]


def test_a_guest_that_never_stops_is_thrown_out(qtbot, door, tmp_path):
    guest = QLocalSocket()
    guest.connectToServer(door_name(tmp_path))
    with qtbot.waitSignal(guest.disconnected), qtbot.assertNotEmitted(door.knocked):
        guest.write(b"x" * 100_000)


@OFFSCREEN
def test_the_first_window_comes_forward_and_the_second_start_ends(desk, qtbot):
    desk.open()
    desk.window.showMinimized()
    door = Door()
    door.knocked.connect(desk.shell.come_forward)
    door.listen(desk.folder)
    second = [sys.executable, "-m", "shkola_desktop", "--workspace", str(desk.folder)]
    with subprocess.Popen(second) as process:
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
    door.close()
    assert process.returncode == 0
    assert not desk.window.windowState() & Qt.WindowState.WindowMinimized


@OFFSCREEN
def test_the_window_that_is_open_listens(qtbot, tmp_path, monkeypatch):
    """The whole start: the door opens after the window, and is shut with it."""
    heard = []

    def look() -> int:
        with knocking(tmp_path) as answer:
            qtbot.waitUntil(answer, timeout=30_000)
            heard.append("answered")
        return 7

    running = application.make_application()
    monkeypatch.setattr(type(running), "exec", lambda *_: look())
    assert application.open_window(Program(), tmp_path) == 7
    assert heard == ["answered"]
    assert not knock(tmp_path, patience=1)
