"""«Школы» and «Районы»: the registry by hand and from a table, and the connection."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QTableView

from shkola_desktop.app import offices, registry
from shkola_desktop.domain.office import Office, Role
from shkola_desktop.ui.context import Screen

REGION = Office("70", "Институт развития образования", Role.REGION, "70", "Область")
HEAD = "Код;Краткое название;Программы;Обучающихся\n"


def rows(desk, name="registry"):
    """Return the lines of a table, or nothing where it is not shown."""
    found = desk.all(QTableView, name)
    return [line.cells for line in found[0].model().lines] if found else []


def a_table(tmp_path, *lines):
    path = tmp_path / "школы.csv"
    path.write_text(HEAD + "\n".join(lines), "utf-8")
    return path


def load(desk, path):
    desk.dialogs.files = (path,)
    desk.press("load-registry")


def choose(desk, row):
    desk.the(QTableView, "registry").selectRow(row)
    desk.draw()


@pytest.fixture
def schools(district_desk):
    return district_desk.go(Screen.SCHOOLS)


@pytest.fixture
def region(desk):
    with desk.program.workspace(desk.folder) as workspace:
        offices.save_office(REGION, workspace)
    return desk.open().go(Screen.DISTRICTS)


def test_the_registry_is_shown_with_standing_and_connection(schools):
    assert rows(schools)[0] == (
        "Боровая ООШ",
        "с. Тихая Речка",
        "701201",
        "не начата",
        "не подключена",
    )
    assert "12\xa0школ" in schools.words()


def test_the_search_and_the_standing_narrow_the_table(schools):
    schools.the(QLineEdit, "search-registry").setFocus()
    schools.write("кедр 70120")
    schools.key(Qt.Key.Key_Return)
    assert [cells[2] for cells in rows(schools)] == ["701206", "701207"]
    schools.pick("standing", "сдана")
    assert rows(schools) == []
    assert "Таких школ нет." in schools.words()
    schools.go(Screen.SCHOOLS, "standing:not_started")
    assert len(rows(schools)) == 2


def test_a_school_is_added_changed_removed_and_put_back(schools):
    schools.press("add-entry")
    schools.press("save-entry")
    assert "Заполните это поле." in schools.words()
    schools.type("full_name", "МБОУ «Ягодная ООШ»")
    schools.type("short_name", "Ягодная ООШ")
    schools.type("code", "701299")
    schools.press("programme-noo")
    schools.press("save-entry")
    assert "Сохранено: Ягодная ООШ." in schools.words()
    assert rows(schools)[-1][:3] == ("Ягодная ООШ", "", "701299")
    choose(schools, 12)
    schools.press("edit-entry")
    assert schools.text("code") == "701299"
    schools.type("short_name", "Ягодинская ООШ")
    schools.press("save-entry")
    choose(schools, 12)
    schools.press("remove-entry")
    assert "Убрана из реестра: Ягодинская ООШ." in schools.words()
    assert len(rows(schools)) == 12
    schools.press("undo-removing")
    assert rows(schools)[-1][0] == "Ягодинская ООШ"


def test_a_code_of_another_school_is_refused_at_its_place(schools):
    schools.press("add-entry")
    schools.type("full_name", "Двойник")
    schools.type("short_name", "Двойник")
    schools.type("code", "701201")
    schools.press("programme-noo")
    schools.press("save-entry")
    assert "Код 701201 в реестре уже есть: Боровая ООШ." in schools.words()
    assert len(rows(schools)) == 12


def test_a_table_is_looked_at_and_taken_over(schools, tmp_path):
    path = a_table(
        tmp_path,
        "701201;Боровая ООШ;НОО, ООО;77",
        "701250;Ягодная ООШ;;31",
        "код;Пустая ООШ;;",
        "701251;Барсуковская школа;;",
    )
    load(schools, path)
    assert [cells[1:] for cells in rows(schools, "registry-preview")] == [
        ("701201", "Боровая ООШ", "Обучающихся"),
        ("701250", "Ягодная ООШ", "новая школа"),
    ]
    assert "код «код» не годится" in schools.words()
    assert "из названия это не видно" in schools.words()
    assert len(rows(schools)) == 12
    schools.press("take-registry")
    assert "Внесено в реестр: 2\xa0школы." in schools.words()
    assert len(rows(schools)) == 13
    load(schools, path)
    assert not schools.enabled("take-registry")
    schools.press("drop-registry")
    assert not schools.shows("registry-preview")


def test_a_likely_twin_is_taken_over_only_where_it_is_ticked(schools, tmp_path):
    load(schools, a_table(tmp_path, "701260;МБОУ «Заозерная ООШ»;;"))
    assert not schools.enabled("take-registry")
    told = "МБОУ «Заозерная ООШ» (код 701260) похожа на: Заозёрная ООШ (код 701203)"
    assert told in schools.words()
    assert schools.the(QCheckBox, "twin-701260").accessibleName() == f"Внести: {told}"
    schools.press("twin-701260")
    schools.press("take-registry")
    assert len(rows(schools)) == 13


def test_a_file_that_is_no_table_of_schools_says_what_is_needed(schools, tmp_path):
    path = tmp_path / "письмо.csv"
    path.write_text("Уважаемые коллеги;\n", "utf-8")
    load(schools, path)
    assert "нужны столбцы «Код» и «Краткое название»" in schools.words()


def test_the_template_is_read_back_as_it_was_written(schools, tmp_path):
    schools.dialogs.target = tmp_path / "шаблон.xlsx"
    schools.press("save-template")
    assert "Шаблон сохранён" in schools.words()
    load(schools, tmp_path / "шаблон.xlsx")
    assert "без изменений: 12" in schools.words()
    assert "ошибок" not in schools.words()


def test_chosen_and_all_schools_are_connected(schools, stick):
    schools.press("connect-folder")
    choose(schools, 0)
    schools.press("connect-chosen")
    assert "Записано и проверено: 1\xa0пакет." in schools.words()
    assert rows(schools)[0][4] == "пакет записан, ждём ответ"
    words = schools.the(QPushButton, "connect-all").text()
    assert words == "Записать всем, у кого пакета ещё нет: 11"
    schools.press("connect-all")
    assert len(list(stick.glob("*.shkola"))) == 12
    assert not schools.enabled("connect-all")


def test_a_stick_that_is_gone_is_told_and_nothing_is_written_down(schools, stick):
    schools.press("connect-folder")
    stick.rmdir()
    schools.press("connect-all")
    assert rows(schools)[0][4] == "не подключена"
    assert "Записано и проверено" not in schools.words()
    assert schools.enabled("connect-all")


def test_the_list_with_the_words_of_the_key_is_saved(schools, tmp_path):
    schools.dialogs.target = tmp_path / "список.pdf"
    schools.press("connect-list")
    assert Path(tmp_path / "список.pdf").read_bytes().startswith(b"%PDF")
    assert "Список сохранён" in schools.words()


def test_a_region_adds_its_districts(region):
    assert "Районов ещё нет." in region.words()
    region.press("add-entry")
    region.type("name", "Управление образования Кедровского района")
    region.type("code", "7012")
    region.press("save-entry")
    assert rows(region) == [
        (
            "Управление образования Кедровского района",
            "7012",
            "0",
            "0",
            "0",
            "не подключён",
        )
    ]
    (district,) = registry.districts(region.workspace)
    assert (district.office.region, district.office.region_name) == ("70", "Область")
