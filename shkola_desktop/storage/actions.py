"""The action log; only ever added to."""

from sqlalchemy import Connection, insert, select

from shkola_desktop.domain.actions import Action, ActionKind
from shkola_desktop.storage import rows
from shkola_desktop.storage.values import from_text, to_text


class ActionStore:
    """Keeps the action log."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, action: Action) -> None:
        """Add one entry."""
        values = {
            "at": to_text(action.at),
            "who": action.who,
            "kind": action.kind.value,
            "subject": action.subject,
            "old": action.old,
            "new": action.new,
            "reason": action.reason,
        }
        self._connection.execute(insert(rows.action), values)

    def list(self, limit: int | None = None) -> tuple[Action, ...]:
        """Return the entries, newest first."""
        query = select(rows.action).order_by(rows.action.c.number.desc()).limit(limit)
        return tuple(
            Action(
                at=from_text(row["at"]),
                who=row["who"],
                kind=ActionKind(row["kind"]),
                subject=row["subject"],
                old=row["old"],
                new=row["new"],
                reason=row["reason"],
            )
            for row in self._connection.execute(query).mappings()
        )
