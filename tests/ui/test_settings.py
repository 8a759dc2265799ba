"""«Настройки»: school, people, look, backups, folders."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTableWidget

from shkola_desktop.app import declining, diagnosing, keeping, logbook, registering
from shkola_desktop.ui.context import Screen


@pytest.fixture
def settings(demo_desk):
    return demo_desk.go(Screen.SETTINGS)


def write_cell(desk, row, column, words):
    table = desk.the(QTableWidget, "people")
    table.setCurrentCell(row, column)
    table.editItem(table.item(row, column))
    desk.focus.selectAll()
    desk.write(words)
    desk.key(Qt.Key.Key_Return)
    desk.draw()


def names(desk):
    return [person.name for person in registering.people_of(desk.workspace)]


def test_the_schools_data_are_changed(settings):
    settings.type("director", "И. И. Иванова")
    settings.press("save-owner")
    assert "Сведения сохранены." in settings.words()
    assert registering.school_of(settings.workspace).director == "И. И. Иванова"


def test_missing_data_say_so_and_nothing_is_kept(settings):
    settings.type("short_name", "")
    settings.press("save-owner")
    assert "Заполните это поле." in settings.words()
    kept = registering.school_of(settings.workspace)
    assert kept.short_name == "МБОУ «Тихореченская ООШ»"


def test_a_form_that_does_not_exist_says_so_at_the_form(settings):
    settings.press("programme-ooo")
    settings.press("programme-soo")
    settings.press("save-owner")
    assert "НОО, ООО, СОО идут подряд" in settings.words()
    assert registering.school_of(settings.workspace).programmes == ("noo", "ooo")


def test_the_person_at_the_computer_is_kept(settings):
    settings.type("person", "Громова Е. В.")
    kept = registering.setting(logbook.PERSON, settings.workspace)
    assert kept == "Громова Е. В."


def test_a_person_is_changed_added_and_taken_off_the_list(settings):
    write_cell(settings, 0, 0, "Соболева Анна")
    assert names(settings)[0] == "Соболева Анна"
    settings.press("add-person")
    table = settings.the(QTableWidget, "people")
    assert (table.rowCount(), table.currentRow()) == (6, 5)
    assert len(names(settings)) == 5


def test_a_new_person_is_typed(settings):
    settings.press("add-person")
    settings.key(Qt.Key.Key_F2)
    settings.write("Новикова Ольга")
    settings.key(Qt.Key.Key_Return)
    settings.draw()
    assert names(settings)[-1] == "Новикова Ольга"


def test_a_person_is_dropped(settings):
    settings.the(QTableWidget, "people").setCurrentCell(1, 0)
    settings.press("drop-person")
    assert len(names(settings)) == 4
    assert "Громова Елена Викторовна" not in names(settings)


def test_larger_text_comes_at_once_and_stays(settings):
    before = QApplication.font().pointSizeF()
    settings.pick("scale", "150 %")
    settings.settle()
    assert QApplication.font().pointSizeF() == pytest.approx(before * 1.5)
    assert settings.window.screen_shown is Screen.SETTINGS
    settings.close()
    settings.open().go(Screen.SETTINGS)
    assert settings.the(QComboBox, "scale").currentText() == "150 %"
    assert QApplication.font().pointSizeF() == pytest.approx(before * 1.5)


def test_a_dark_look_turns_text_light(settings):
    settings.pick("theme", "светлое")
    settings.settle()
    light = settings.window.palette().windowText().color().lightness()
    settings.pick("theme", "тёмное")
    settings.settle()
    dark = settings.window.palette().windowText().color().lightness()
    assert light < 80
    assert dark > 200


def test_a_changed_look_keeps_the_answers_open_for_work(school_desk):
    school_desk.go(Screen.DIAGNOSIS)
    school_desk.key("2")
    school_desk.go(Screen.SETTINGS)
    school_desk.pick("scale", "125 %")
    school_desk.settle()
    school_desk.go(Screen.DIAGNOSIS, "zn.1.2")
    school_desk.key("2")
    found = diagnosing.diagnoses_of(school_desk.workspace)[0]
    assert found.options == {"zn.1.1": "o1", "zn.1.2": "o1"}


def test_a_backup_is_made_and_named(settings):
    settings.press("back-up")
    copy = keeping.backups_of(settings.workspace)[0]
    assert copy.path.read_bytes().startswith(b"SQLite format 3")
    assert f"Копия сделана и проверена: {copy.path.name}" in settings.words()


def test_the_schools_own_key_is_shown_with_its_words(settings):
    own = settings.workspace.keys.public()
    assert settings.text("own-age-key") == own.age
    assert settings.the(QLineEdit, "own-minisign-key").isReadOnly()
    assert " · ".join(settings.workspace.keys.fingerprint()) in settings.words()


def test_a_backup_is_brought_back_after_one_question(settings):
    settings.press("back-up")
    settings.type("director", "И. И. Иванова")
    settings.press("save-owner")
    settings.press("restore-backup")
    assert "Всё, что сделано после неё, из программы исчезнет" in settings.words()
    settings.press("restore-sure")
    assert registering.school_of(settings.workspace).director == "А. П. Соболева"
    assert "Данные возвращены из резервной копии." in settings.words()
    kept = list(settings.workspace.folder.glob("shkola.replaced-*.sqlite"))
    assert len(kept) == 1


def ids(desk):
    return [person.id for person in registering.people_of(desk.workspace)]


def test_a_person_keeps_the_id_whatever_happens_around(settings):
    before = ids(settings)
    settings.the(QTableWidget, "people").setCurrentCell(0, 0)
    settings.press("drop-person")
    assert ids(settings) == before[1:]
    write_cell(settings, 0, 0, "Соболева Анна")
    assert ids(settings) == before[1:]
    settings.press("add-person")
    settings.key(Qt.Key.Key_F2)
    settings.write("Новикова Ольга")
    settings.key(Qt.Key.Key_Return)
    settings.draw()
    after = ids(settings)
    assert after[:-1] == before[1:]
    assert after[-1] not in before
    assert len(after[-1]) > 8


def test_a_person_is_unfolded_into_cases(settings):
    assert not settings.shows("cases-1-position-dative")
    settings.press("cases-1")
    assert settings.text("cases-1-position-dative") == (
        "заместителю директора по учебно-воспитательной работе"
    )
    assert settings.text("cases-1-name-accusative") == "Громову Елену Викторовну"
    assert settings.text("cases-1-name-instrumental") == "Громовой Еленой Викторовной"
    assert not settings.shows("cases-1-position-back")
    settings.press("cases-1")
    assert not settings.shows("cases-1-position-dative")


def test_a_form_put_right_is_remembered_and_given_back(settings):
    settings.press("cases-1")
    settings.type("cases-1-name-genitive", "Громовой Е. В.")
    assert "Исправлено вами: родительный." in settings.words()
    settings.close()
    settings.open().go(Screen.SETTINGS)
    settings.press("cases-1")
    assert settings.text("cases-1-name-genitive") == "Громовой Е. В."
    assert settings.text("cases-1-name-dative") == "Громовой Елене Викторовне"
    settings.press("cases-1-name-back")
    assert settings.text("cases-1-name-genitive") == "Громовой Елены Викторовны"
    assert "Исправлено вами" not in settings.words()


def test_a_position_put_right_once_is_right_for_all_who_hold_it(settings):
    write_cell(settings, 2, 1, "учитель информатики")
    write_cell(settings, 3, 1, "учитель информатики")
    settings.press("cases-2")
    settings.press("cases-3")
    settings.type("cases-2-position-dative", "учительнице информатики")
    assert settings.text("cases-3-position-dative") == "учительнице информатики"


def test_words_that_the_program_does_not_know_are_marked(settings):
    write_cell(settings, 0, 1, "гыжник по УВР")
    settings.press("cases-0")
    assert settings.text("cases-0-position-dative") == "гыжник по УВР"
    assert "в этих словах программа не уверена" in settings.words()
    settings.type("cases-0-position-dative", "гыжнику по УВР")
    assert "в этих словах программа не уверена" not in settings.words()


def test_a_form_still_being_typed_is_kept_on_leaving(settings):
    settings.press("cases-1")
    line = settings.the(QLineEdit, "cases-1-name-dative")
    line.setFocus()
    line.selectAll()
    settings.write("Елене")
    settings.go(Screen.HOME)
    found = declining.name_in_cases("Громова Елена Викторовна", settings.workspace)
    assert found.declined.dative == "Елене"
