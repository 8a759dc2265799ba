"""The whole way of a school with the real worker thread, answers by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from shkola_desktop.app import diagnosing
from shkola_desktop.bootstrap import DEMO_DISTRICT
from shkola_desktop.domain.opened import SignatureState
from shkola_desktop.transfer import reader
from shkola_desktop.transfer.keys import KeyFile
from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.runner import ThreadRunner
from shkola_desktop.ui.widgets.indicator_card import IndicatorCard
from tests.support.window import Desk

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def journey(qtbot, tmp_path, forms):
    desk = Desk(qtbot, tmp_path / "school", forms, ThreadRunner)
    yield desk
    desk.discard()


def wait(desk):
    """Wait until everything asked for is on the disk and on the screen."""
    if desk.runner.busy:
        with desk.qtbot.waitSignal(desk.runner.idle):
            pass
    desk.draw()


def tab_to(desk, name):
    """Press Tab until the keyboard is there."""
    for _ in range(100):
        if desk.focus.objectName() == name:
            return
        desk.key(Key.Key_Tab)
    raise AssertionError(name)


def here(desk):
    assert isinstance(desk.focus, IndicatorCard), desk.focus
    return desk.focus.indicator.code


def introduce(desk):
    """Fill the first start by keyboard."""
    words = {
        "full_name": "МБОУ «Тихореченская основная общеобразовательная школа»",
        "short_name": "Тихореченская ООШ",
        "code": "701204",
        "district": "Кедровский район",
        "district_code": "7012",
    }
    desk.the(QLineEdit, "full_name").setFocus()
    for name, said in words.items():
        tab_to(desk, name)
        desk.write(said)
    for programme in ("programme-noo", "programme-ooo"):
        tab_to(desk, programme)
        desk.key(Key.Key_Space)
    tab_to(desk, "begin")
    desk.key(Key.Key_Return)
    wait(desk)


def answer_a_direction(desk, name):
    """Answer every page of a direction: second option, on with the arrow."""
    count = 0
    while desk.the(QLabel, "direction-score").text().startswith(name):
        while isinstance(desk.focus, IndicatorCard):
            desk.key("2")
            desk.key(Key.Key_Down)
            count += 1
        assert desk.focus.objectName() == "next"
        desk.key(Key.Key_Return)
        desk.draw()
    return count


def answer_the_rest(desk):
    """Jump from one unanswered indicator to the next, until the check opens."""
    count = 0
    while desk.shows("direction-score"):
        desk.key("2")
        desk.key(Key.Key_Return, CTRL)
        desk.draw()
        count += 1
    return count


def finish(desk):
    """Finish at the check, by keyboard; the result opens."""
    assert "На все показатели есть ответ." in desk.words()
    tab_to(desk, "finish")
    desk.key(Key.Key_Return)
    wait(desk)
    assert desk.window.screen_shown is Screen.RESULT
    assert "101 из 180" in desk.words().split("\n")


def plan(desk):
    """Draft the programme and make its document."""
    desk.key("4", CTRL)
    desk.draw()
    desk.press("draft")
    wait(desk)
    desk.press("make-programme")
    wait(desk)
    assert desk.lines("documents")[0].startswith("Программа развития\n")


def hand_over(desk, stick, district):
    """Enter the district's keys and write the package; return where it lies."""
    stick.mkdir()
    desk.dialogs.place = stick
    desk.go(Screen.EXCHANGE)
    desk.press("type-keys")
    desk.type("age-key", district.age)
    desk.type("minisign-key", district.minisign)
    desk.press("save-keys")
    wait(desk)
    desk.press("choose-folder")
    desk.press("write-package")
    wait(desk)
    assert "Пакет записан и проверен. Носитель можно вынуть." in desk.words()
    desk.press("show-sheet")
    wait(desk)
    assert desk.lines("documents")[0].startswith("Сопроводительный лист к пакету\n")
    (package,) = stick.iterdir()
    return package


def test_from_the_first_start_to_a_package_on_a_stick(journey, tmp_path):
    desk = journey.open()
    introduce(desk)
    assert desk.window.screen_shown is Screen.HOME

    assert desk.focus.objectName() == "next-step"
    desk.key(Key.Key_Return)
    desk.draw()
    assert here(desk) == "zn.1.1"
    assert answer_a_direction(desk, "Знание") == 14
    assert here(desk) == "zd.1.1"
    desk.key(Key.Key_Down)
    wait(desk)
    assert desk.saved().startswith("Сохранено в ")
    assert desk.lines("criteria")[0] == "Знание\n14 из 14"
    desk.close()

    desk.open()
    wait(desk)
    assert "Продолжите самодиагностику" in desk.words()
    desk.key(Key.Key_Return)
    desk.draw()
    assert here(desk) == "zd.1.2"
    assert answer_the_rest(desk) == 87
    finish(desk)
    plan(desk)
    district = desk.program.demo_district(tmp_path / "district")
    package = hand_over(desk, tmp_path / "stick", district)
    assert package.name.startswith("701204-0001-")
    desk.go(Screen.HOME)
    assert "Всё сделано" in desk.words()
    desk.close()

    with desk.program.workspace(desk.folder) as workspace:
        (done,) = diagnosing.diagnoses_of(workspace)
        sender = workspace.keys.public().minisign
    assert done.status.value == "completed"
    words = desk.program.fingerprint_words()
    keys = KeyFile(tmp_path / "district" / DEMO_DISTRICT, words)
    found = reader.inspect(package, keys, sender)
    assert (found.problems, found.signature) == ((), SignatureState.GOOD)
    answers = dict(found.content.diagnosis.options)
    assert len(answers) == 101
    assert answers == dict(done.options)
