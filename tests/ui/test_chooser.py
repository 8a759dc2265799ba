"""«С чем работать?»: several workspaces on one computer."""

import pytest

from shkola_desktop.app import offices
from shkola_desktop.domain.office import Role
from shkola_desktop.ui.chooser_window import ChooserWindow
from shkola_desktop.ui.context import Screen
from shkola_desktop.ui.main_window import MainWindow
from tests.support import handing_in


@pytest.fixture
def two(desk, tmp_path):
    """A computer with a district, and a school on a stick that is not there."""
    district = tmp_path / "district"
    with desk.program.workspace(district) as workspace:
        handing_in.begin(desk.program, workspace)
    desk.program.remember(tmp_path / "gone", Role.SCHOOL, "Лесная НОШ")
    desk.program.remember(district, Role.DISTRICT, "Управление образования")
    desk.shell.begin()
    desk.draw()
    return desk


def test_several_workspaces_are_offered_and_one_is_opened(two):
    assert isinstance(two.window, ChooserWindow)
    lines = two.lines("workspaces")
    assert lines[0].startswith("Управление образования – район\nоткрыто ")
    assert lines[1].startswith("Лесная НОШ – школа, сейчас недоступно")
    two.press("open-workspace")
    assert isinstance(two.window, MainWindow)
    assert offices.office_of(two.workspace).code == "7012"


def test_one_that_is_not_there_can_only_be_forgotten(two):
    two.choose("workspaces", 1)
    assert not two.enabled("open-workspace")
    two.press("forget-workspace")
    assert len(two.lines("workspaces")) == 1


def test_a_folder_without_a_workspace_is_told(two, tmp_path):
    two.dialogs.place = tmp_path
    two.press("open-other")
    assert "В этой папке рабочего места нет." in two.words()
    assert isinstance(two.window, ChooserWindow)


def test_a_new_workspace_begins_with_the_first_start(two, tmp_path):
    two.dialogs.place = tmp_path / "new"
    two.press("new-workspace")
    assert two.shows("role-district")


def test_the_settings_lead_to_the_other_workspaces(two):
    two.press("open-workspace")
    two.go(Screen.SETTINGS)
    two.press("other-workspace")
    assert isinstance(two.window, ChooserWindow)


def test_a_package_waits_until_a_workspace_is_chosen(two, tmp_path):
    package = tmp_path / "701204-0001-ab.shkola"
    package.write_bytes(b"no package")
    two.shell.show_package(package)
    two.press("open-workspace")
    assert two.window.screen_shown is Screen.RECEPTION
