"""Districts and regions that the workspace knows."""

from datetime import date

from sqlalchemy import Connection, RowMapping, select

from shkola_desktop.domain.office import Office, Role
from shkola_desktop.storage.exchange_rows import office as table
from shkola_desktop.storage.upsert import upsert


class OfficeStore:
    """Keeps offices by code."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, code: str) -> Office | None:
        """Return an office, or None."""
        query = select(table).where(table.c.code == code)
        row = self._connection.execute(query).mappings().first()
        return None if row is None else _from_row(row)

    def list(self) -> tuple[Office, ...]:
        """Return every office, by code."""
        found = self._connection.execute(select(table).order_by(table.c.code))
        return tuple(_from_row(row) for row in found.mappings())

    def put(self, office: Office) -> None:
        """Keep an office, new or changed."""
        fields = {c.name: getattr(office, c.name) for c in table.columns}
        fields["role"] = office.role.value
        fields["term"] = office.term.isoformat() if office.term else None
        upsert(self._connection, table, fields)


def _from_row(row: RowMapping) -> Office:
    term = row["term"]
    return Office(
        code=row["code"],
        name=row["name"],
        role=Role(row["role"]),
        region=row["region"],
        region_name=row["region_name"],
        head=row["head"],
        head_position=row["head_position"],
        term=date.fromisoformat(term) if term else None,
    )
