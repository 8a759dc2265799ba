"""The ledger of packages given out, and the other sides of transfers."""

from sqlalchemy import Connection, RowMapping, func, select

from shkola_desktop.domain.ids import PackageId
from shkola_desktop.domain.package import (
    Correspondent,
    PackageKind,
    PublicKeys,
    Sending,
    SendingState,
)
from shkola_desktop.storage import rows
from shkola_desktop.storage.upsert import upsert
from shkola_desktop.storage.values import from_text, to_text

USED = (
    SendingState.WRITTEN.value,
    SendingState.DELIVERED.value,
    SendingState.REFUSED.value,
)
"""States that use a number up; a failed try is repeated under the same one."""


class SendingStore:
    """Keeps the ledger."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, id: str) -> Sending | None:
        """Return a sending, or None."""
        query = select(rows.sending).where(rows.sending.c.id == id)
        row = self._connection.execute(query).mappings().first()
        return None if row is None else _from_row(row)

    def list(self) -> tuple[Sending, ...]:
        """Return the sendings, newest first."""
        query = select(rows.sending).order_by(
            rows.sending.c.created_at.desc(), rows.sending.c.id
        )
        return tuple(_from_row(r) for r in self._connection.execute(query).mappings())

    def sent_to(self, receiver: str) -> tuple[Sending, ...]:
        """Return the sendings to one receiver, newest first."""
        query = (
            select(rows.sending)
            .where(rows.sending.c.receiver == receiver)
            .order_by(rows.sending.c.created_at.desc(), rows.sending.c.id)
        )
        return tuple(_from_row(r) for r in self._connection.execute(query).mappings())

    def put(self, sending: Sending) -> None:
        """Keep a sending, new or changed."""
        fields = {c.name: getattr(sending, c.name) for c in rows.sending.columns}
        fields["created_at"] = to_text(sending.created_at)
        fields["kind"] = sending.kind.value
        fields["state"] = sending.state.value
        upsert(self._connection, rows.sending, fields)

    def next_sequence(self, receiver: str) -> int:
        """Return one above the highest number used for a receiver."""
        query = select(func.max(rows.sending.c.sequence)).where(
            rows.sending.c.receiver == receiver, rows.sending.c.state.in_(USED)
        )
        return (self._connection.execute(query).scalar() or 0) + 1


class CorrespondentStore:
    """Keeps the other sides by code."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, code: str) -> Correspondent | None:
        """Return a correspondent, or None."""
        query = select(rows.correspondent).where(rows.correspondent.c.code == code)
        row = self._connection.execute(query).mappings().first()
        if row is None:
            return None
        age, minisign = row["age_key"], row["minisign_key"]
        keys = PublicKeys(age, minisign or "") if age else None
        return Correspondent(row["code"], row["name"], keys)

    def put(self, correspondent: Correspondent) -> None:
        """Keep a correspondent, new or changed."""
        keys = correspondent.keys
        upsert(
            self._connection,
            rows.correspondent,
            {
                "code": correspondent.code,
                "name": correspondent.name,
                "age_key": keys.age if keys else None,
                "minisign_key": keys.minisign if keys else None,
            },
        )


def _from_row(row: RowMapping) -> Sending:
    return Sending(
        id=PackageId(row["id"]),
        kind=PackageKind(row["kind"]),
        receiver=row["receiver"],
        sequence=row["sequence"],
        state=SendingState(row["state"]),
        created_at=from_text(row["created_at"]),
        file_name=row["file_name"],
        place=row["place"],
        size=row["size"],
        sha256=row["sha256"],
        summary=row["summary"],
    )
