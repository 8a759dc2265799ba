"""Passwords of servers: given now, by the environment, kept by the system's store."""

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from shkola_desktop.domain.server import Server
from shkola_desktop.host.passwords import SystemPasswords

SERVER = Server("host", "shkola", "laptev")
OTHER = Server("host", "other", "laptev")


class Wallet(KeyringBackend):
    """A system's store in memory; ``fault`` is what a broken one raises."""

    priority = 1

    def __init__(self) -> None:
        self.kept = {}
        self.fault = None

    def get_password(self, service, username):
        self._fail()
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self._fail()
        self.kept[service, username] = password

    def delete_password(self, service, username):
        self._fail()
        if (service, username) not in self.kept:
            raise PasswordDeleteError("nothing")
        del self.kept[service, username]

    def _fail(self) -> None:
        if self.fault is not None:
            raise self.fault


@pytest.fixture
def wallet():
    before = keyring.get_keyring()
    made = Wallet()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_a_kept_password_is_there_at_the_next_start(wallet):
    assert SystemPasswords({}).put(SERVER, "тайна", keep=True)
    assert wallet.kept == {
        ("shkola-desktop", "laptev@host:5432/shkola"): "тайна",
    }
    again = SystemPasswords({})
    assert again.get(SERVER) == "тайна"
    assert again.get(OTHER) is None
    again.forget(SERVER)
    again.forget(SERVER)
    assert SystemPasswords({}).get(SERVER) is None


def test_a_password_for_now_is_not_kept(wallet):
    passwords = SystemPasswords({})
    assert not passwords.put(SERVER, "тайна", keep=False)
    assert passwords.get(SERVER) == "тайна"
    assert wallet.kept == {}


def test_the_environment_serves_commands_and_what_was_typed_goes_before(wallet):
    passwords = SystemPasswords({"SHKOLA_PGPASSWORD": "из среды"})
    assert passwords.get(SERVER) == "из среды"
    passwords.put(SERVER, "тайна", keep=False)
    assert passwords.get(SERVER) == "тайна"


@pytest.mark.parametrize(
    "fault", [KeyringLocked("locked"), OSError("bus"), RuntimeError("no service")]
)
def test_without_a_store_it_lasts_as_long_as_the_program(wallet, fault):
    wallet.fault = fault
    passwords = SystemPasswords({})
    assert passwords.get(SERVER) is None
    assert not passwords.put(SERVER, "тайна", keep=True)
    assert passwords.get(SERVER) == "тайна"
    passwords.forget(SERVER)
    assert passwords.get(SERVER) is None
