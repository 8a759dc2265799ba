"""The own key in the window: password at the start, sheet, restoring, moving."""

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit

from shkola_desktop.app import offices, registering
from shkola_desktop.app.exchange import identity, moving, sending
from shkola_desktop.bootstrap import KEY_FILES, LOCKED_KEYS, Program
from shkola_desktop.domain.office import Role
from shkola_desktop.transfer import key_store
from shkola_desktop.ui.context import Screen
from tests.support.packages import DISTRICT


def rows_of(folder):
    with Program().workspace(folder) as workspace:
        return "\n".join(workspace.keys.recovery_sheet().rows)


def words_of(folder):
    with Program().workspace(folder) as workspace:
        return workspace.keys.fingerprint()


def type_rows(desk, rows):
    desk.the(QPlainTextEdit, "sheet-rows").setPlainText(rows)
    desk.press("restore-key")


@pytest.fixture
def locked(desk, demo_copy):
    with desk.program.workspace(demo_copy) as workspace:
        identity.protect("осенний лист", workspace)
    return desk.open()


@pytest.fixture
def lost(desk, demo_copy):
    """A school whose key files are gone, and the rows of its sheet."""
    rows = rows_of(demo_copy)
    for name in KEY_FILES:
        (demo_copy / "keys" / name).unlink(missing_ok=True)
    return desk.open(), rows


def test_the_names_of_the_key_files_are_those_of_the_store():
    assert LOCKED_KEYS == key_store.LOCKED_FILE
    known = {key_store.AGE_FILE, key_store.MINISIGN_FILE, key_store.LOCKED_FILE}
    assert set(KEY_FILES) == known


def test_the_password_is_asked_for_at_the_start(locked):
    assert locked.focus is locked.the(QLineEdit, "key-password")
    assert not locked.shows("navigation")
    locked.press("unlock")  # nothing typed: nothing happens
    locked.type("key-password", "другой")
    locked.press("unlock")
    assert "Пароль не подходит." in locked.words()
    locked.type("key-password", "осенний лист")
    locked.press("unlock")
    assert locked.window.screen_shown is Screen.HOME
    assert locked.shows("navigation")


def test_a_forgotten_password_gives_way_to_the_sheet(desk, demo_copy):
    rows = rows_of(demo_copy)
    with desk.program.workspace(demo_copy) as workspace:
        identity.protect("осенний лист", workspace)
    desk.open()
    desk.press("forgotten")
    type_rows(desk, rows)
    desk.press("restore-done")
    assert desk.window.screen_shown is Screen.HOME
    desk.open()  # no password any more
    assert desk.window.screen_shown is Screen.HOME


def test_turning_back_leads_to_the_password_again(locked):
    locked.press("forgotten")
    locked.press("restore-back")
    assert locked.shows("key-password")


def test_a_lost_key_comes_back_from_the_sheet(lost):
    desk, rows = lost
    assert "Файл ключа не найден" in desk.words()
    wrong = rows.replace(rows[5], "0" if rows[5] != "0" else "1", 1)
    type_rows(desk, wrong)
    assert "Опечатка в строке 1." in desk.words()
    type_rows(desk, rows.lower())
    desk.press("restore-done")
    assert desk.window.screen_shown is Screen.HOME
    assert desk.workspace.keys.recovery_sheet().rows == tuple(rows.splitlines())


def test_without_a_sheet_work_goes_on_with_new_keys(lost):
    desk, rows = lost
    desk.press("keys-anew")
    assert desk.window.screen_shown is Screen.HOME
    assert desk.workspace.keys.recovery_sheet().rows != tuple(rows.splitlines())
    desk.open()
    assert desk.window.screen_shown is Screen.HOME


def test_a_new_school_is_not_told_of_a_lost_key(school_desk):
    assert school_desk.window.screen_shown is Screen.HOME


def test_a_damaged_key_is_told_and_restored(desk, demo_copy):
    rows = rows_of(demo_copy)
    (demo_copy / "keys" / "age.txt").write_text("x")
    desk.open().go(Screen.SETTINGS)
    assert "Файл прочитать не удалось" in desk.words()
    desk.press("restore-from-sheet")
    type_rows(desk, rows)
    desk.press("restore-done")
    desk.go(Screen.SETTINGS)
    assert "Файл прочитать не удалось" not in desk.words()
    assert desk.text("own-age-key").startswith("age1")


def test_the_reminder_leads_to_the_sheet_and_goes(demo_desk, tmp_path):
    demo_desk.press("remind-sheet")
    assert demo_desk.window.screen_shown is Screen.SETTINGS
    assert demo_desk.focus.objectName() == "print-sheet"
    demo_desk.dialogs.target = tmp_path / "sheet.pdf"
    demo_desk.press("save-sheet")
    assert len(pypdfium2.PdfDocument(tmp_path / "sheet.pdf")) == 1
    assert demo_desk.go(Screen.HOME).shows("remind-sheet")
    demo_desk.go(Screen.SETTINGS)
    demo_desk.press("save-sheet")
    demo_desk.press("sheet-printed")
    assert "Памятка напечатана" in demo_desk.words()
    assert not demo_desk.go(Screen.HOME).shows("remind-sheet")


def test_a_sheet_that_cannot_be_saved_is_told(demo_desk, tmp_path):
    demo_desk.go(Screen.SETTINGS)
    demo_desk.dialogs.target = tmp_path / "missing" / "sheet.pdf"
    demo_desk.press("save-sheet")
    assert "В папку записать нельзя" in demo_desk.words()
    demo_desk.dialogs.target = None
    demo_desk.press("save-sheet")  # given up: nothing happens
    assert identity.sheet_printed(demo_desk.workspace) is None


def test_a_password_is_set_changed_and_taken_away(demo_desk):
    demo_desk.go(Screen.SETTINGS)
    demo_desk.type("new-password", "лист")
    demo_desk.type("new-password-again", "куст")
    demo_desk.press("protect-keys")
    assert "Пароли не одинаковы" in demo_desk.words()
    assert not demo_desk.workspace.keys.protected
    demo_desk.type("new-password-again", "лист")
    demo_desk.press("protect-keys")
    assert "Ключ закрыт паролем." in demo_desk.words()
    assert demo_desk.text("new-password") == ""
    demo_desk.press("unprotect-keys")
    assert "Ключ без пароля." in demo_desk.words()
    assert not demo_desk.workspace.keys.protected


def test_the_public_keys_are_shown_as_a_code_and_copied(demo_desk, tmp_path):
    demo_desk.go(Screen.SETTINGS)
    keys = demo_desk.workspace.keys.public()
    picture = tmp_path / "code.png"
    demo_desk.the(QLabel, "own-code").grab().save(str(picture))
    (found,) = zxingcpp.read_barcodes(Image.open(picture))
    assert found.text == f"{keys.age}\n{keys.minisign}"
    demo_desk.press("copy-keys")
    assert QApplication.clipboard().text() == found.text


def test_a_school_moves_to_a_new_computer(desk, demo_folder, tmp_path, qtbot):
    rows, words = rows_of(demo_folder), words_of(demo_folder)
    with Program().workspace(demo_folder) as workspace:
        copy = moving.write_copy(tmp_path, workspace)
        name = registering.school_of(workspace).short_name
    desk.open()
    desk.press("move")
    type_rows(desk, rows)
    assert " · ".join(words) in desk.words()
    desk.dialogs.files = ()
    desk.press("take-copy")  # given up: nothing happens
    desk.dialogs.files = (copy,)
    desk.press("take-copy")
    desk.settle()
    assert desk.window.screen_shown is Screen.HOME
    assert registering.school_of(desk.workspace).short_name == name
    assert desk.workspace.keys.fingerprint() == words


def test_a_file_that_is_no_copy_is_told_in_place(desk, demo_folder, tmp_path):
    rows = rows_of(demo_folder)
    wrong = tmp_path / "wrong.shkola"
    wrong.write_bytes(b"nothing")
    desk.open()
    desk.press("move")
    type_rows(desk, rows)
    desk.dialogs.files = (wrong,)
    desk.press("take-copy")
    assert "Пакет повреждён." in desk.words()
    desk.press("restore-done")
    assert desk.shows("begin")


def test_a_copy_is_written_and_taken_from_the_settings(demo_desk, tmp_path):
    demo_desk.dialogs.place = tmp_path
    demo_desk.go(Screen.SETTINGS)
    demo_desk.press("write-copy")
    assert "Копия записана и проверена." in demo_desk.words()
    (copy,) = tmp_path.glob("*.shkola")
    demo_desk.type("director", "И. И. Иванова")
    demo_desk.press("save-owner")
    demo_desk.dialogs.files = (copy,)
    demo_desk.press("take-copy")
    demo_desk.press("take-copy-sure")
    demo_desk.settle()
    assert "Данные возвращены из резервной копии." in demo_desk.words()
    assert registering.school_of(demo_desk.workspace).director != "И. И. Иванова"


def test_a_region_makes_its_recovery_key(desk, tmp_path):
    region = offices.Office("70", "Департамент", Role.REGION, "70", "Томская область")
    with desk.program.workspace(desk.folder) as workspace:
        offices.save_office(region, workspace)
    desk.open().go(Screen.SETTINGS)
    assert "Ключа восстановления ещё нет" in desk.words()
    desk.dialogs.place = tmp_path
    desk.press("make-recovery")
    made = tmp_path / "region-recovery-70.key"
    assert made.read_text().splitlines()[1].startswith("AGE-SECRET-KEY-")
    desk.press("close-recovery")
    desk.dialogs.files = (made,)
    desk.press("open-recovery")
    assert "Ключ открыт до закрытия программы." in desk.words()
    desk.press("make-recovery")  # a key lies there already
    assert "В папку записать нельзя" in desk.words()


def test_a_district_has_no_recovery_key(desk):
    with desk.program.workspace(desk.folder) as workspace:
        offices.save_office(DISTRICT, workspace)
    desk.open().go(Screen.SETTINGS)
    assert not desk.shows("make-recovery")
    assert desk.shows("print-sheet")


def test_what_was_restored_writes_packages(lost, tmp_path):
    desk, rows = lost
    type_rows(desk, rows)
    desk.press("restore-done")
    assert sending.send(tmp_path, desk.workspace).path.is_file()
