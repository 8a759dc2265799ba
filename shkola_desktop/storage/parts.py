"""Parts given out and held, and the merges that came of them."""

import json

from sqlalchemy import Connection, delete, func, select

from shkola_desktop.domain.ids import PackageId
from shkola_desktop.domain.parts import Merge, PartRecord
from shkola_desktop.storage import part_rows as rows
from shkola_desktop.storage.part_values import (
    merge_from_row,
    merge_to_text,
    record_from_json,
    record_to_json,
)
from shkola_desktop.storage.upsert import upsert
from shkola_desktop.storage.values import to_text


class PartStore:
    """Keeps records and merges."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, id: PackageId) -> PartRecord | None:
        """Return a part, or None."""
        query = select(rows.part.c.record).where(rows.part.c.id == id)
        found = self._connection.execute(query).scalar()
        return None if found is None else record_from_json(json.loads(found))

    def list(self) -> tuple[PartRecord, ...]:
        """Return the parts, newest first."""
        query = select(rows.part.c.record).order_by(
            rows.part.c.given_at.desc(), rows.part.c.id
        )
        found = self._connection.execute(query).scalars()
        return tuple(record_from_json(json.loads(text)) for text in found)

    def put(self, record: PartRecord) -> None:
        """Keep a part, new or changed."""
        fields = {
            "id": record.id,
            "way": record.way.value,
            "diagnosis": record.diagnosis,
            "given_at": to_text(record.given_at),
            "record": json.dumps(record_to_json(record), ensure_ascii=False),
        }
        upsert(self._connection, rows.part, fields)

    def delete(self, id: PackageId) -> None:
        """Forget a part; nothing where it is not known."""
        self._connection.execute(delete(rows.part).where(rows.part.c.id == id))

    def merges(self) -> tuple[Merge, ...]:
        """Return the merges, newest first."""
        table = rows.part_merge
        query = select(table).order_by(table.c.number.desc())
        found = self._connection.execute(query).mappings()
        return tuple(merge_from_row(row) for row in found)

    def merge(self, package: PackageId) -> Merge | None:
        """Return the newest merge of a package, or None."""
        table = rows.part_merge
        query = (
            select(table)
            .where(table.c.package == package)
            .order_by(table.c.number.desc())
        )
        row = self._connection.execute(query).mappings().first()
        return None if row is None else merge_from_row(row)

    def put_merge(self, merge: Merge) -> None:
        """Keep a merge, new or changed; a new one is the newest."""
        table = rows.part_merge
        kept = select(table.c.number).where(table.c.id == merge.id)
        number = self._connection.execute(kept).scalar()
        if number is None:
            last = select(func.max(table.c.number))
            number = (self._connection.execute(last).scalar() or 0) + 1
        fields = {
            "id": merge.id,
            "package": merge.package,
            "diagnosis": merge.diagnosis,
            "at": to_text(merge.at),
            "number": number,
            "undone_at": to_text(merge.undone_at) if merge.undone_at else None,
            "content": merge_to_text(merge),
        }
        upsert(self._connection, table, fields)
