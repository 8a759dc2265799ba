"""The schools of the workspace."""

from typing import Any

from sqlalchemy import Connection, RowMapping, delete, select

from shkola_desktop.domain.ids import KindCode, ProgrammeCode, SchoolId
from shkola_desktop.domain.school import School
from shkola_desktop.storage import rows
from shkola_desktop.storage.upsert import upsert
from shkola_desktop.storage.values import from_codes, to_codes


class SchoolStore:
    """Keeps schools in their table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, id: SchoolId) -> School | None:
        """Return a school, or None."""
        query = select(rows.organisation).where(rows.organisation.c.id == id)
        row = self._connection.execute(query).mappings().first()
        return None if row is None else _from_row(row)

    def by_code(self, code: str) -> School | None:
        """Return the school with a registry code, or None."""
        table = rows.organisation
        query = select(table).where(table.c.code == code).order_by(table.c.id)
        row = self._connection.execute(query.limit(1)).mappings().first()
        return None if row is None else _from_row(row)

    def list(self) -> tuple[School, ...]:
        """Return every school, by code."""
        query = select(rows.organisation).order_by(rows.organisation.c.code)
        found = self._connection.execute(query).mappings()
        return tuple(_from_row(row) for row in found)

    def put(self, school: School) -> None:
        """Keep a school, new or changed."""
        upsert(self._connection, rows.organisation, _to_row(school))

    def delete(self, id: SchoolId) -> None:
        """Forget a school that nothing hangs on."""
        table = rows.organisation
        self._connection.execute(delete(table).where(table.c.id == id))


def _to_row(school: School) -> dict[str, object]:
    fields = {c.name: getattr(school, c.name) for c in rows.organisation.columns}
    return {**fields, "programmes": to_codes(school.programmes)}


def _from_row(row: RowMapping) -> School:
    fields: dict[str, Any] = dict(row)
    codes = from_codes(fields["programmes"])
    fields["programmes"] = tuple(ProgrammeCode(code) for code in codes)
    fields["kind"] = KindCode(fields["kind"])
    return School(**fields)
