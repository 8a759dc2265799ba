"""Small settings, and the form packs that diagnoses were made with."""

from sqlalchemy import Connection, select

from shkola_desktop.domain.ids import EditionCode
from shkola_desktop.storage import rows
from shkola_desktop.storage.upsert import add_missing, upsert

PERSONAL = ("person", "look.", "wizard.")
"""Beginnings of names that mean one person: who sits here, how it looks, where."""


class SettingStore:
    """Keeps small settings: name → text.

    Where several people share the database each ``person`` has personal ones.
    """

    def __init__(self, connection: Connection, person: str = "") -> None:
        self._connection = connection
        self._person = person

    def get(self, name: str) -> str | None:
        """Return a setting, or None."""
        query = select(rows.setting.c.value).where(
            rows.setting.c.name == self._own(name)
        )
        return self._connection.execute(query).scalar()

    def put(self, name: str, value: str) -> None:
        """Keep a setting."""
        values = {"name": self._own(name), "value": value}
        upsert(self._connection, rows.setting, values)

    def _own(self, name: str) -> str:
        shared = not self._person or not name.startswith(PERSONAL)
        return name if shared else f"{name}@{self._person}"


class EditionStore:
    """Keeps form packs as text by hash."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def has(self, hash: str) -> bool:
        """Tell whether a pack is kept."""
        query = select(rows.edition.c.code).where(rows.edition.c.hash == hash)
        return self._connection.execute(query).first() is not None

    def get(self, hash: str) -> str | None:
        """Return the text of a pack, or None."""
        query = select(rows.edition.c.text).where(rows.edition.c.hash == hash)
        return self._connection.execute(query).scalar()

    def put(self, hash: str, code: EditionCode, text: str) -> None:
        """Keep a pack; the same hash again changes nothing."""
        values = {"hash": hash, "code": code, "text": text}
        add_missing(self._connection, rows.edition, [values])
