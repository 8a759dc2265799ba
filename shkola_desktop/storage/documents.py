"""Documents made: their records and their bytes."""

from sqlalchemy import Connection, delete, select

from shkola_desktop.domain.documents import (
    DocumentFormat,
    DocumentKind,
    DocumentRecord,
)
from shkola_desktop.domain.ids import DocumentId
from shkola_desktop.storage import rows
from shkola_desktop.storage.upsert import upsert
from shkola_desktop.storage.values import from_text, to_text


class DocumentStore:
    """Keeps documents."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def list(self) -> tuple[DocumentRecord, ...]:
        """Return the records, newest first."""
        columns = [c for c in rows.document.columns if c.name != "content"]
        query = select(*columns).order_by(
            rows.document.c.made_at.desc(), rows.document.c.id
        )
        return tuple(
            DocumentRecord(
                id=DocumentId(row["id"]),
                kind=DocumentKind(row["kind"]),
                format=DocumentFormat(row["format"]),
                made_at=from_text(row["made_at"]),
                file_name=row["file_name"],
                size=row["size"],
                state=row["state"],
            )
            for row in self._connection.execute(query).mappings()
        )

    def put(self, record: DocumentRecord, content: bytes) -> None:
        """Keep a document."""
        upsert(
            self._connection,
            rows.document,
            {
                "id": record.id,
                "kind": record.kind.value,
                "format": record.format.value,
                "made_at": to_text(record.made_at),
                "file_name": record.file_name,
                "size": record.size,
                "state": record.state,
                "content": content,
            },
        )

    def content(self, id: DocumentId) -> bytes | None:
        """Return the bytes of a document, or None."""
        query = select(rows.document.c.content).where(rows.document.c.id == id)
        return self._connection.execute(query).scalar()

    def delete(self, id: DocumentId) -> None:
        """Forget a document."""
        self._connection.execute(delete(rows.document).where(rows.document.c.id == id))
