"""«Обмен»: keys of the district, a package on a folder, the ledger."""

import pytest

from shkola_desktop.app import registering
from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.runner import ThreadRunner
from shkola_desktop.ui.widgets.rows_model import LinesTable
from tests.support.window import Desk, SlowDisk


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def exchange(demo_desk, stick):
    demo_desk.dialogs.place = stick
    return demo_desk.go(Screen.EXCHANGE)


def sent(desk):
    return [line.cells for line in desk.the(LinesTable, "sent").rows.lines]


def test_the_page_says_to_whom_and_what(exchange):
    year = exchange.workspace.clock.now().astimezone().year
    said = exchange.words()
    assert "Кедровский муниципальный район (код 7012)" in said
    assert f"– Самодиагностика за {year} год, завершена" in said
    assert "– Черновик программы развития" in said
    assert "Номер отправки: 2" in said
    assert said.count(" · ") >= 5  # the words of the district's key


def test_a_package_is_written_read_back_and_entered(exchange, stick):
    exchange.press("choose-folder")
    exchange.press("write-package")
    (package,) = stick.iterdir()
    assert package.name.startswith("701204-0002-")
    assert package.suffix == ".shkola"
    assert "Пакет записан и проверен. Носитель можно вынуть." in exchange.words()
    assert str(package) in exchange.words()
    assert sent(exchange)[0][0] == "2"
    assert "Номер отправки: 3" in exchange.words()


def test_the_covering_sheet_waits_among_the_documents(exchange):
    exchange.press("choose-folder")
    exchange.press("write-package")
    exchange.press("show-sheet")
    assert exchange.window.screen_shown is Screen.DOCUMENTS
    assert len(exchange.lines("documents")) == 7
    assert exchange.lines("documents")[0].startswith("Сопроводительный лист к пакету")


def test_a_folder_that_vanished_is_an_error_on_the_page(exchange, stick):
    exchange.press("choose-folder")
    stick.rmdir()
    exchange.press("write-package")
    assert "Носитель исчез во время записи" in exchange.words()
    assert sent(exchange)[0][4] == "не записан"
    assert "Номер отправки: 2" in exchange.words()
    assert not exchange.enabled("write-package")
    stick.mkdir()
    exchange.press("choose-folder")
    exchange.press("write-package")
    assert [p.name[:12] for p in stick.iterdir()] == ["701204-0002-"]


def test_a_writing_that_was_stopped_leaves_nothing_and_can_be_repeated(
    qtbot, exchange, stick
):
    exchange.close()
    desk = Desk(qtbot, exchange.folder, exchange.program.forms, ThreadRunner)
    disk = SlowDisk()
    desk.program.disk = disk
    desk.dialogs.place = stick
    desk.open().go(Screen.EXCHANGE)
    desk.press("choose-folder")
    qtbot.waitUntil(lambda: desk.enabled("write-package"))  # the drives answer late
    desk.press("write-package")
    assert not desk.shows("write-package")
    desk.press("stop-writing")
    with qtbot.waitSignal(desk.runner.idle):
        disk.let_go()
    desk.draw()
    assert list(stick.iterdir()) == []
    assert "Действие остановлено." in desk.words()
    assert not desk.shows("stop-writing")
    with qtbot.waitSignal(desk.runner.idle):
        desk.press("write-package")
    assert [p.name[:12] for p in stick.iterdir()] == ["701204-0002-"]
    desk.discard()


def test_giving_up_the_dialog_changes_nothing(exchange):
    exchange.dialogs.place = None
    exchange.press("choose-folder")
    assert not exchange.enabled("write-package")


def test_what_is_no_key_says_what_a_key_looks_like(exchange):
    before = registering.receiver_of(exchange.workspace).keys
    exchange.press("type-keys")
    exchange.type("age-key", "ключ")
    exchange.press("save-keys")
    assert "Это не ключ." in exchange.words()
    assert registering.receiver_of(exchange.workspace).keys == before


def test_the_keys_of_another_district_are_kept(exchange, tmp_path):
    other = exchange.program.demo_district(tmp_path / "other")
    exchange.press("type-keys")
    exchange.type("age-key", other.age)
    exchange.type("minisign-key", other.minisign)
    exchange.press("save-keys")
    assert "Ключ района сохранён." in exchange.words()
    assert registering.receiver_of(exchange.workspace).keys == other


def test_an_unfinished_diagnosis_goes_as_a_draft(draft_desk, stick):
    draft_desk.dialogs.place = stick
    draft_desk.go(Screen.EXCHANGE)
    assert "район увидит черновик" in draft_desk.words()
    draft_desk.press("choose-folder")
    assert draft_desk.enabled("write-package")


def test_without_a_diagnosis_there_is_nothing_to_hand_over(school_desk, stick):
    school_desk.dialogs.place = stick
    school_desk.go(Screen.EXCHANGE)
    school_desk.press("choose-folder")
    assert not school_desk.enabled("write-package")
    school_desk.press("to-diagnosis")
    assert school_desk.window.screen_shown is Screen.DIAGNOSIS
