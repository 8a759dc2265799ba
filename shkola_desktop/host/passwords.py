"""Passwords of database servers: given now, by the environment, kept by the system."""

import os
from collections.abc import Mapping
from contextlib import suppress
from typing import Protocol, cast

from shkola_desktop.domain.server import Server

SERVICE = "shkola-desktop"
"""The name that the system's store shows to the person."""
VARIABLE = "SHKOLA_PGPASSWORD"
"""For commands that nobody watches."""


class Store(Protocol):
    """What we ask of the system's store of passwords."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


class SystemPasswords:
    """Never writes a password into a file of ours.

    Where the system has no store (a bare server, Linux without a wallet) a password
    lasts as long as the program runs, and libpq's own ``~/.pgpass`` still serves.
    """

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._environment = environment
        self._given: dict[str, str] = {}

    def get(self, server: Server) -> str | None:
        """Return the password for a server, or None where none is known."""
        given = self._given.get(server.address) or self._environment.get(VARIABLE)
        return given or self._kept(server)

    def put(self, server: Server, password: str, *, keep: bool) -> bool:
        """Use a password from now on; tell whether the system keeps it."""
        self._given[server.address] = password
        if not keep:
            return False
        with suppress(*_troubles()):
            _store().set_password(SERVICE, server.address, password)
            return True
        return False

    def forget(self, server: Server) -> None:
        """Forget a password that the server refused."""
        self._given.pop(server.address, None)
        with suppress(*_troubles()):
            _store().delete_password(SERVICE, server.address)

    def _kept(self, server: Server) -> str | None:
        with suppress(*_troubles()):
            return _store().get_password(SERVICE, server.address)
        return None


def _store() -> "Store":
    # looks for wallets and services when it is loaded
    import keyring  # noqa: PLC0415

    return cast("Store", keyring.get_keyring())


def _troubles() -> tuple[type[Exception], ...]:
    from keyring.errors import KeyringError  # noqa: PLC0415

    # a wallet that is locked, not running, or answers over a broken bus
    return KeyringError, OSError, RuntimeError, ValueError
