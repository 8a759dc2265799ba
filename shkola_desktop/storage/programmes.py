"""Development programmes: the head in columns, the chain as one JSON document."""

from types import MappingProxyType

import msgspec
from sqlalchemy import Connection, RowMapping, select

from shkola_desktop.domain.ids import ProgrammeId, SchoolId
from shkola_desktop.domain.programme import Programme
from shkola_desktop.storage import rows
from shkola_desktop.storage.upsert import upsert
from shkola_desktop.storage.values import to_text


class ProgrammeStore:
    """Keeps programmes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, id: ProgrammeId) -> Programme | None:
        """Return a programme, or None."""
        query = select(rows.programme).where(rows.programme.c.id == id)
        row = self._connection.execute(query).mappings().first()
        return None if row is None else _from_row(row)

    def list(self, school: SchoolId) -> tuple[Programme, ...]:
        """Return a school's programmes, newest first."""
        query = (
            select(rows.programme)
            .where(rows.programme.c.organisation == school)
            .order_by(rows.programme.c.created_at.desc(), rows.programme.c.id)
        )
        found = self._connection.execute(query).mappings()
        return tuple(_from_row(row) for row in found)

    def put(self, programme: Programme) -> None:
        """Keep a programme, new or changed."""
        upsert(
            self._connection,
            rows.programme,
            {
                "id": programme.id,
                "organisation": programme.school,
                "diagnosis": programme.diagnosis,
                "created_at": to_text(programme.created_at),
                "content": as_json(programme),
            },
        )


def as_json(programme: Programme) -> str:
    """Return a whole programme as one JSON document."""
    return msgspec.json.encode(programme, enc_hook=_plain).decode()


def from_json(content: str) -> Programme:
    """Return the programme of a document; what it does not hold reads as empty."""
    return msgspec.json.decode(content, type=Programme)


def _plain(value: object) -> object:
    if isinstance(value, MappingProxyType):
        return dict(value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
    raise NotImplementedError(type(value))


def _from_row(row: RowMapping) -> Programme:
    return from_json(row["content"])
