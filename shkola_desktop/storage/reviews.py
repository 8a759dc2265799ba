"""Decisions and entries of remarks: sets that only grow."""

from collections.abc import Sequence

from sqlalchemy import Connection, RowMapping, select, update

from shkola_desktop.domain.ids import DiagnosisId, PackageId, SchoolId
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.review import (
    Decision,
    Entry,
    EntryKind,
    PlaceKind,
    Verdict,
)
from shkola_desktop.storage.exchange_rows import decision as decision_table
from shkola_desktop.storage.exchange_rows import entry as entry_table
from shkola_desktop.storage.upsert import add_missing
from shkola_desktop.storage.values import from_text, to_text

AT_ONCE = 500
"""Ids in one statement: databases take a thousand parameters at least."""


class ReviewStore:
    """Keeps what offices decided and what both sides remarked."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def decisions(self, school: SchoolId | None = None) -> tuple[Decision, ...]:
        """Return decisions, of one school or of all, by number and id."""
        table = decision_table
        query = select(table).order_by(table.c.number, table.c.id)
        if school is not None:
            query = query.where(table.c.organisation == school)
        found = self._connection.execute(query).mappings()
        return tuple(_decision(row) for row in found)

    def entries(self, school: SchoolId | None = None) -> tuple[Entry, ...]:
        """Return entries, of one school or of all, by number and id."""
        table = entry_table
        query = select(table).order_by(table.c.number, table.c.id)
        if school is not None:
            query = query.where(table.c.organisation == school)
        found = self._connection.execute(query).mappings()
        return tuple(_entry(row) for row in found)

    def add_decisions(self, decisions: Sequence[Decision]) -> None:
        """Add those that are not there yet."""
        found = [_decision_row(decision) for decision in decisions]
        add_missing(self._connection, decision_table, found)

    def add_entries(self, entries: Sequence[Entry]) -> None:
        """Add those that are not there yet."""
        found = [_entry_row(entry) for entry in entries]
        add_missing(self._connection, entry_table, found)

    def mark_sent(self, decisions: Sequence[str], package: PackageId) -> None:
        """Note the package that carried decisions; the first one stays."""
        table = decision_table
        for start in range(0, len(decisions), AT_ONCE):
            ids = decisions[start : start + AT_ONCE]
            unsent = table.c.id.in_(ids), table.c.package.is_(None)
            query = update(table).where(*unsent).values(package=package)
            self._connection.execute(query)


def _decision_row(decision: Decision) -> dict[str, object]:
    return {
        "organisation": decision.school,
        "id": decision.id,
        "diagnosis": decision.diagnosis,
        "sequence": decision.sequence,
        "verdict": decision.verdict.value,
        "side": decision.side.value,
        "who": decision.who,
        "at": to_text(decision.at),
        "number": decision.number,
        "comment": decision.comment,
        "package": decision.package,
    }


def _decision(row: RowMapping) -> Decision:
    package = row["package"]
    return Decision(
        id=row["id"],
        school=SchoolId(row["organisation"]),
        diagnosis=DiagnosisId(row["diagnosis"]),
        sequence=row["sequence"],
        verdict=Verdict(row["verdict"]),
        side=Role(row["side"]),
        who=row["who"],
        at=from_text(row["at"]),
        number=row["number"],
        comment=row["comment"],
        package=None if package is None else PackageId(package),
    )


def _entry_row(entry: Entry) -> dict[str, object]:
    return {
        "organisation": entry.school,
        "id": entry.id,
        "remark": entry.remark,
        "number": entry.number,
        "diagnosis": entry.diagnosis,
        "kind": entry.kind.value,
        "place_kind": entry.place_kind.value,
        "place": entry.place,
        "side": entry.side.value,
        "who": entry.who,
        "at": to_text(entry.at),
        "text": entry.text,
    }


def _entry(row: RowMapping) -> Entry:
    return Entry(
        id=row["id"],
        remark=row["remark"],
        number=row["number"],
        school=SchoolId(row["organisation"]),
        diagnosis=DiagnosisId(row["diagnosis"]),
        kind=EntryKind(row["kind"]),
        place_kind=PlaceKind(row["place_kind"]),
        place=row["place"],
        side=Role(row["side"]),
        who=row["who"],
        at=from_text(row["at"]),
        text=row["text"],
    )
