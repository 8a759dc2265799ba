"""The information about a school, as one JSON document a school."""

import msgspec
from sqlalchemy import Connection, select

from shkola_desktop.domain.ids import SchoolId
from shkola_desktop.domain.school_info import SchoolInfo
from shkola_desktop.storage import rows
from shkola_desktop.storage.upsert import upsert


class SchoolInfoStore:
    """Keeps the information; what an older program left out reads as empty."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, school: SchoolId) -> SchoolInfo | None:
        """Return a school's information, or None before it was filled in."""
        table = rows.school_info
        query = select(table.c.content).where(table.c.organisation == school)
        content = self._connection.execute(query).scalar()
        return (
            None if content is None else msgspec.json.decode(content, type=SchoolInfo)
        )

    def put(self, school: SchoolId, info: SchoolInfo) -> None:
        """Keep a school's information, new or changed."""
        content = msgspec.json.encode(info).decode()
        values = {"organisation": school, "content": content}
        upsert(self._connection, rows.school_info, values)
