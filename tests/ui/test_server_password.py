"""The window asks for the password of the database's server, and opens with it."""

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit

from shkola_desktop.storage import server
from shkola_desktop.ui.main_window import MainWindow
from shkola_desktop.ui.trouble_window import TroubleWindow
from tests.support.postgres import GUARDED, PASSWORD


@pytest.fixture
def locked(desk, postgres):
    """A workspace on a server that wants a password."""
    server.write(desk.folder, postgres.address(postgres.new_database(), GUARDED))
    return desk


def field(desk):
    return desk.window.findChild(QLineEdit, "password")


def test_the_password_is_asked_for_and_opens_the_workspace(locked):
    locked.open()
    assert isinstance(locked.window, TroubleWindow)
    assert field(locked).accessibleName() == "Пароль к базе данных"
    assert field(locked).echoMode() is QLineEdit.EchoMode.Password
    locked.press("enter")  # nothing typed: nothing happens
    field(locked).setText("тайна 2")
    locked.press("enter")
    assert isinstance(locked.window, TroubleWindow)
    field(locked).setText(PASSWORD)
    field(locked).returnPressed.emit()
    assert isinstance(locked.window, MainWindow)
    assert "не поддерживает защищённый журнал" not in locked.words()


def test_a_password_that_the_system_cannot_keep_is_told(locked):
    locked.open()
    field(locked).setText(PASSWORD)
    locked.window.findChild(QCheckBox, "keep-password").setChecked(True)
    locked.press("enter")
    assert isinstance(locked.window, MainWindow)
    assert "Пароль не сохранён" in locked.words()
