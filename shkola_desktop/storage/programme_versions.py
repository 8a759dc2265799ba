"""Versions of programmes: name and moment in columns, the programme as JSON."""

from sqlalchemy import Connection, RowMapping, delete, select

from shkola_desktop.domain.ids import ProgrammeId, ProgrammeVersionId
from shkola_desktop.domain.programme_version import ProgrammeVersion
from shkola_desktop.storage import rows
from shkola_desktop.storage.programmes import as_json, from_json
from shkola_desktop.storage.upsert import upsert
from shkola_desktop.storage.values import from_text, to_text

TABLE = rows.programme_version


class ProgrammeVersionStore:
    """Keeps versions; they go with their programme."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, id: ProgrammeVersionId) -> ProgrammeVersion | None:
        """Return a version, or None."""
        query = select(TABLE).where(TABLE.c.id == id)
        row = self._connection.execute(query).mappings().first()
        return None if row is None else _from_row(row)

    def list(self, programme: ProgrammeId) -> tuple[ProgrammeVersion, ...]:
        """Return a programme's versions, newest first."""
        query = (
            select(TABLE)
            .where(TABLE.c.programme == programme)
            .order_by(TABLE.c.made_at.desc(), TABLE.c.id)
        )
        found = self._connection.execute(query).mappings()
        return tuple(_from_row(row) for row in found)

    def put(self, version: ProgrammeVersion) -> None:
        """Keep a version, new or changed."""
        upsert(
            self._connection,
            TABLE,
            {
                "id": version.id,
                "programme": version.content.id,
                "name": version.name,
                "made_at": to_text(version.made_at),
                "content": as_json(version.content),
            },
        )

    def delete(self, id: ProgrammeVersionId) -> None:
        """Forget a version."""
        self._connection.execute(delete(TABLE).where(TABLE.c.id == id))


def _from_row(row: RowMapping) -> ProgrammeVersion:
    return ProgrammeVersion(
        id=row["id"],
        name=row["name"],
        made_at=from_text(row["made_at"]),
        content=from_json(row["content"]),
    )
