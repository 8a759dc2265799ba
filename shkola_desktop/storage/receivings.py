"""The ledger of packages read, and packages kept untouched."""

import json
from typing import cast

from sqlalchemy import Connection, RowMapping, func, select

from shkola_desktop.domain.ids import PackageId
from shkola_desktop.domain.ledger import Receiving, ReceivingState
from shkola_desktop.domain.package import PackageKind
from shkola_desktop.storage.exchange_rows import package_file
from shkola_desktop.storage.exchange_rows import receiving as table
from shkola_desktop.storage.upsert import add_missing, upsert
from shkola_desktop.storage.values import from_text, to_text


class ReceivingStore:
    """Keeps the ledger."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, id: PackageId) -> Receiving | None:
        """Return a receiving, or None."""
        query = select(table).where(table.c.id == id)
        row = self._connection.execute(query).mappings().first()
        return None if row is None else _from_row(row)

    def list(self) -> tuple[Receiving, ...]:
        """Return the receivings, newest first."""
        query = select(table).order_by(table.c.received_at.desc(), table.c.id)
        return tuple(_from_row(r) for r in self._connection.execute(query).mappings())

    def put(self, receiving: Receiving) -> None:
        """Keep a receiving, new or changed."""
        fields = {c.name: getattr(receiving, c.name) for c in table.columns}
        fields["kind"] = receiving.kind.value
        fields["state"] = receiving.state.value
        fields["received_at"] = to_text(receiving.received_at)
        fields["reasons"] = json.dumps(receiving.reasons, ensure_ascii=False)
        upsert(self._connection, table, fields)

    def last_received(self, sender: str) -> int:
        """Return the highest number imported from a sender, 0 where none was."""
        query = select(func.max(table.c.sequence)).where(
            table.c.sender == sender,
            table.c.state == ReceivingState.IMPORTED.value,
        )
        return self._connection.execute(query).scalar() or 0


class PackageFileStore:
    """Keeps the bytes of packages; the same id again changes nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, id: PackageId) -> bytes | None:
        """Return the bytes, or None."""
        query = select(package_file.c.content).where(package_file.c.id == id)
        return self._connection.execute(query).scalar()

    def put(self, id: PackageId, content: bytes) -> None:
        """Keep the bytes: a package is immutable, so the first ones stay."""
        add_missing(self._connection, package_file, [{"id": id, "content": content}])


def _from_row(row: RowMapping) -> Receiving:
    return Receiving(
        id=PackageId(row["id"]),
        kind=PackageKind(row["kind"]),
        sender=row["sender"],
        sequence=row["sequence"],
        state=ReceivingState(row["state"]),
        received_at=from_text(row["received_at"]),
        file_name=row["file_name"],
        size=row["size"],
        sha256=row["sha256"],
        summary=row["summary"],
        reasons=tuple(cast("list[str]", json.loads(row["reasons"]))),
    )
