"""«Обмен» of a district: the bundle for the region, both ledgers."""

import pytest

from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.widgets.rows_model import LinesTable
from tests.support import handing_in


def cells(desk, name):
    return [line.cells for line in desk.the(LinesTable, name).rows.lines]


@pytest.fixture
def taken_in(district_desk, handed_in, school_program, stick, tmp_path):
    """A district that the region enrolled and that one school handed in to."""
    region = tmp_path / "region"
    region.mkdir()
    handing_in.enrol_district(school_program, region, stick)
    district_desk.go(Screen.RECEPTION)
    district_desk.press("choose-folder")
    for row in range(2):
        district_desk.the(LinesTable, "packages").selectRow(row)
        district_desk.draw()
        district_desk.press("words-match")
    district_desk.press("accept")
    assert "Принято: 2" in district_desk.words()
    assert handed_in.exists()
    return district_desk


def test_without_the_regions_key_the_page_leads_to_reception(district_desk):
    district_desk.go(Screen.EXCHANGE)
    assert "Регион ещё не подключил ваш район." in district_desk.words()
    assert "Пакетов ещё не записано." in district_desk.words()
    assert not district_desk.enabled("write-package")
    district_desk.press("to-reception")
    assert district_desk.window.screen_shown is Screen.RECEPTION


def test_a_bundle_goes_to_the_region_with_its_covering_sheet(taken_in, tmp_path):
    place = tmp_path / "for-region"
    place.mkdir()
    taken_in.dialogs.place = place
    taken_in.go(Screen.EXCHANGE)
    assert "Кому: Институт развития образования (код 70)" in taken_in.words()
    assert "– Пакетов школ: 1" in taken_in.words()
    taken_in.press("choose-folder")
    taken_in.press("write-package")
    assert "Сводный пакет записан и проверен." in taken_in.words()
    names = sorted(p.name for p in place.iterdir())
    assert [n.split(".")[-1] for n in names] == ["pdf", "shkola"]
    assert (place / names[0]).read_bytes().startswith(b"%PDF")
    sent = cells(taken_in, "sent")
    assert sent[0][1:3] == (
        "Институт развития образования (70)",
        "Сводный пакет района",
    )
    assert sent[0][4] == "на пути"


def test_the_ledger_names_both_sides(taken_in):
    taken_in.go(Screen.EXCHANGE)
    received = [line[1:3] + line[4:] for line in cells(taken_in, "received")]
    assert sorted(received) == [
        ("Институт развития образования (70)", "Подключение", "принят"),
        ("МБОУ «Тихореченская ООШ» (701204)", "Самодиагностика школы", "принят"),
    ]
    whom = {line[1] for line in cells(taken_in, "sent")}
    assert whom == {
        "Институт развития образования (70)",
        "МБОУ «Тихореченская ООШ» (701204)",
    }


def test_a_place_that_vanished_is_told(taken_in, tmp_path):
    place = tmp_path / "for-region"
    place.mkdir()
    taken_in.dialogs.place = place
    taken_in.go(Screen.EXCHANGE)
    taken_in.press("choose-folder")
    place.rmdir()
    taken_in.press("write-package")
    assert "Носитель исчез во время записи" in taken_in.words()
    assert cells(taken_in, "sent")[0][4] == "не записан"
