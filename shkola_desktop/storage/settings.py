"""Small settings, and the form packs that diagnoses were made with."""

from sqlalchemy import Connection, select

from shkola_desktop.domain.ids import EditionCode
from shkola_desktop.storage import rows
from shkola_desktop.storage.upsert import add_missing, upsert


class SettingStore:
    """Keeps small settings: name → text."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str) -> str | None:
        """Return a setting, or None."""
        query = select(rows.setting.c.value).where(rows.setting.c.name == name)
        return self._connection.execute(query).scalar()

    def put(self, name: str, value: str) -> None:
        """Keep a setting."""
        upsert(self._connection, rows.setting, {"name": name, "value": value})


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
