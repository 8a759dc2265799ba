"""A district or region begins: its own data, its own side list, its own overview."""

from PySide6.QtCore import Qt

from shkola_desktop.app import offices
from shkola_desktop.domain.office import Office, Role
from shkola_desktop.domain.package import Correspondent
from shkola_desktop.domain.review import Standing
from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.screens import SCREENS
from tests.support.builders import a_school


def begin_district(desk):
    desk.open()
    desk.press("role-district")
    desk.type("name", "Управление образования Кедровского района")
    desk.type("code", "7012")
    desk.type("region_name", "Томская область")
    desk.type("region", "70")
    desk.type("term", "15.11.2026")
    desk.type("person", "Лосева М. И.")
    desk.press("begin")
    desk.settle()


def test_a_district_begins_and_sees_its_own_screens(desk):
    begin_district(desk)
    office = offices.office_of(desk.workspace)
    assert isinstance(office, Office)
    assert (office.code, office.region, office.role) == ("7012", "70", Role.DISTRICT)
    assert desk.window.screen_shown is Screen.CAMPAIGN
    assert "Самодиагностика" not in desk.lines("navigation")
    assert "Срок сдачи: 15\xa0ноября 2026" in desk.words()
    assert "Школ в реестре ещё нет." in desk.words()


def test_what_is_missing_says_so_and_nothing_begins(desk):
    desk.open()
    desk.press("role-region")
    desk.type("name", "Институт")
    desk.press("begin")
    assert "Введите код: латинские буквы, цифры, дефис." in desk.words()
    assert offices.owner_of(desk.workspace) is None


def test_the_overview_counts_schools_by_standing(desk):
    begin_district(desk)
    with desk.workspace.open_work() as work:
        work.schools.put(a_school())
        work.commit()
    desk.go(Screen.CAMPAIGN)
    found = desk.the(type(desk.window.centralWidget()), "standing-not_started")
    assert found.accessibleName() == "не начали: 1"
    assert desk.shows(f"standing-{Standing.ACCEPTED.value}")


def test_the_overview_tells_the_next_step(desk):
    begin_district(desk)
    assert "Загрузите реестр школ" in desk.words()
    desk.press("next-step")
    assert desk.window.screen_shown is Screen.SCHOOLS
    with desk.workspace.open_work() as work:
        work.schools.put(a_school())
        work.correspondents.put(
            Correspondent("701204", "Школа", desk.workspace.keys.public())
        )
        work.commit()
    desk.go(Screen.CAMPAIGN)
    assert "Примите пакеты школ" in desk.words()
    assert desk.focus.objectName() == "next-step"
    desk.press("next-step")
    assert desk.window.screen_shown is Screen.RECEPTION


def test_the_data_of_the_office_are_changed_in_the_settings(desk):
    begin_district(desk)
    desk.go(Screen.SETTINGS)
    assert desk.text("name") == "Управление образования Кедровского района"
    assert not desk.shows("people")
    desk.type("head", "О. П. Ким")
    desk.press("save-owner")
    office = offices.office_of(desk.workspace)
    assert office is not None
    assert office.head == "О. П. Ким"


def test_a_district_comes_up_as_a_district_again(desk):
    begin_district(desk)
    desk.close()
    desk.open()
    assert desk.window.screen_shown is Screen.CAMPAIGN
    screens = SCREENS[Role.DISTRICT]
    last = Qt.Key(Qt.Key.Key_0 + len(screens))
    desk.key(last, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.screen_shown is screens[-1] is Screen.JOURNAL
