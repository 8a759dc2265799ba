"""Bytes of evidence, kept once by their hash."""

from sqlalchemy import Connection, select

from shkola_desktop.domain.ids import EvidenceHash
from shkola_desktop.storage import rows
from shkola_desktop.storage.upsert import add_missing


class EvidenceStore:
    """Keeps files of evidence."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, hash: EvidenceHash) -> bytes | None:
        """Return the bytes, or None."""
        query = select(rows.evidence.c.content).where(rows.evidence.c.hash == hash)
        return self._connection.execute(query).scalar()

    def put(self, hash: EvidenceHash, content: bytes) -> None:
        """Keep the bytes; the same hash again changes nothing."""
        values = {"hash": hash, "size": len(content), "content": content}
        add_missing(self._connection, rows.evidence, [values])
