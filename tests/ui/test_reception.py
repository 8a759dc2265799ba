"""«Приём»: packages are looked through, taken in and confirmed on the same stick."""

import shutil
from shutil import copy

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QCheckBox

from shkola_desktop.app.exchange import receiving
from shkola_desktop.domain.ledger import ReceivingState
from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.reception.page import ReceptionPage
from shkola_desktop.ui.runner import ThreadRunner
from shkola_desktop.ui.widgets.rows_model import LinesTable
from tests.support import handing_in
from tests.support.window import Desk

MANY = 60


@pytest.fixture
def reception(district_desk, handed_in):
    return district_desk.go(Screen.RECEPTION)


def cells(desk, name):
    return [line.cells for line in desk.the(LinesTable, name).rows.lines]


def looked(desk):
    desk.press("choose-folder")
    return cells(desk, "packages")


def test_a_first_package_asks_for_its_words_and_is_not_taken_before(reception):
    (package,) = looked(reception)
    assert package[:3] == ("Самодиагностика школы", "Тихореченская ООШ (701204)", "2")
    assert package[5].startswith("первый от этого отправителя: сверьте слова – ответов")
    assert "К приёму: 0, ждут сверки слов: 1" in reception.words()
    assert reception.words().count(" · ") == 7
    assert not reception.enabled("accept")
    assert receiving.received(reception.workspace) == ()


def test_once_the_words_agree_it_is_taken_in_and_a_receipt_goes_back(reception, stick):
    looked(reception)
    reception.press("words-match")
    reception.press("accept")
    assert "Принято: 1" in reception.words()
    (outcome,) = cells(reception, "outcomes")
    assert outcome[1] == "Тихореченская ООШ (701204)"
    assert outcome[3].startswith("принят – ответов: ")
    assert "записано: 1\xa0квитанция. Носитель можно вынуть." in reception.words()
    assert [p.name[:9] for p in sorted(stick.iterdir())] == ["7012-0001", "701204-00"]
    (kept,) = receiving.received(reception.workspace)
    assert kept.state is ReceivingState.IMPORTED


def test_what_was_taken_in_is_known_and_our_own_receipt_is_left_out(reception):
    looked(reception)
    reception.press("words-match")
    reception.press("accept")
    (package,) = looked(reception)
    assert package[5] == "уже принят раньше, ничего не изменится"
    assert "записанные здесь же: 1" in reception.words()
    reception.press("accept")
    assert "были приняты раньше: 1" in reception.words()


def test_a_damaged_package_is_refused_with_a_sentence(reception, handed_in):
    handed_in.write_bytes(handed_in.read_bytes()[:-400])
    (package,) = looked(reception)
    assert package[5].startswith("не принят. ")
    assert "не подходят: 1" in reception.words()


def test_files_are_dropped_on_the_page(reception, handed_in):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(handed_in))])
    page = reception.all(ReceptionPage)[0]
    page.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    reception.draw()
    assert len(cells(reception, "packages")) == 1


def test_a_changed_key_is_a_strong_warning(reception, school_program, stick, tmp_path):
    looked(reception)
    reception.press("words-match")
    reception.press("accept")
    folder = tmp_path / "demo-school"
    shutil.rmtree(folder / "keys")
    keys = reception.workspace.keys.public()
    handing_in.hand_in(school_program, folder, keys, stick)
    reception.press("choose-folder")
    table = reception.the(LinesTable, "packages")
    states = [line.cells[5] for line in table.rows.lines]
    assert any(s.startswith("ключ отправителя сменился") for s in states)
    assert "выглядит и подделка" in reception.words()
    assert not reception.the(QCheckBox, "words-match").isChecked()


def test_an_old_package_is_taken_only_on_an_explicit_wish(
    reception, school_program, stick, tmp_path
):
    first = next(iter(stick.iterdir())).read_bytes()
    keys = reception.workspace.keys.public()
    handing_in.hand_in(school_program, tmp_path / "demo-school", keys, stick)
    for old in stick.glob("701204-0002-*"):
        old.unlink()
    looked(reception)
    reception.press("words-match")
    reception.press("accept")
    for known in stick.iterdir():
        known.unlink()
    (stick / "old.shkola").write_bytes(first)
    (package,) = looked(reception)
    assert package[5].startswith("старый: от этого отправителя уже принят более новый")
    assert not reception.enabled("accept")
    reception.press("take-stale")
    reception.press("accept")
    assert "Принято: 1" in reception.words()


def test_an_empty_folder_says_so(district_desk):
    district_desk.go(Screen.RECEPTION)
    district_desk.press("choose-folder")
    assert "Здесь нет пакетов для этого рабочего места." in district_desk.words()


def test_a_school_reads_what_came_from_its_district(demo_desk, stick):
    demo_desk.dialogs.place = stick
    demo_desk.go(Screen.EXCHANGE)
    demo_desk.press("read-package")
    assert demo_desk.window.screen_shown is Screen.RECEPTION
    assert demo_desk.lines("navigation").index("Обмен") == 5
    demo_desk.press("choose-folder")
    assert "Здесь нет пакетов" in demo_desk.words()


def test_reading_can_be_stopped_and_the_window_stays_alive(
    qtbot, district_desk, handed_in, stick
):
    district_desk.close()
    for number in range(MANY):  # so many that nobody is through before the click
        copy(handed_in, stick / f"copy-{number}.shkola")
    desk = Desk(qtbot, district_desk.folder, district_desk.program.forms, ThreadRunner)
    desk.dialogs.place = stick
    desk.open().go(Screen.RECEPTION)
    with qtbot.waitSignal(desk.runner.idle, timeout=20_000):
        desk.press("choose-folder")
        assert desk.shows("stop-reading")
        desk.press("stop-reading")
    desk.draw()
    assert "Действие остановлено." in desk.words()
    assert not desk.shows("stop-reading")
    assert receiving.received(desk.workspace) == ()
    desk.discard()


def test_a_package_that_is_opened_from_a_folder_is_looked_at(district_desk, handed_in):
    district_desk.shell.show_package(handed_in)
    district_desk.draw()
    assert district_desk.window.screen_shown is Screen.RECEPTION
    (package,) = cells(district_desk, "packages")
    assert package[1] == "Тихореченская ООШ (701204)"
