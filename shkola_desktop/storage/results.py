"""Results as offices keep them: a head, its directions, its shortfalls."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Table,
    bindparam,
    delete,
    insert,
    select,
)

from shkola_desktop.domain.ids import (
    DiagnosisId,
    DirectionCode,
    EditionCode,
    IndicatorCode,
    LevelId,
    SchoolId,
)
from shkola_desktop.domain.results import StoredPoints, StoredResult, StoredShortfall
from shkola_desktop.domain.scoring import Basis
from shkola_desktop.storage.exchange_rows import (
    result as head,
)
from shkola_desktop.storage.exchange_rows import (
    result_direction as direction,
)
from shkola_desktop.storage.exchange_rows import (
    result_shortfall as shortfall,
)

Key = tuple[str, str]
"""Organisation and diagnosis."""
Children = dict[Key, list[RowMapping]]


class ResultStore:
    """Keeps one result a diagnosis."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, diagnosis: DiagnosisId) -> StoredResult | None:
        """Return the result of a diagnosis, or None."""
        return next(iter(self._where(head.c.diagnosis == diagnosis)), None)

    def list(self, year: int | None = None) -> tuple[StoredResult, ...]:
        """Return the results of a year, or all, by school and year."""
        return self._where(*(() if year is None else (head.c.year == year,)))

    def of_school(self, school: SchoolId) -> tuple[StoredResult, ...]:
        """Return the results of a school, by year."""
        return self._where(head.c.organisation == school)

    def put(self, result: StoredResult) -> None:
        """Keep a result; what was kept of the same diagnosis goes."""
        self.put_all([result])

    def put_all(self, results: Sequence[StoredResult]) -> None:
        """Keep many results, in a few calls of the driver."""
        # of two results of one diagnosis the later one holds
        kept = {(r.school, r.diagnosis): r for r in results}.values()
        self._forget([_own_key(result) for result in kept])
        self._insert(head, [_head_row(result) for result in kept])
        self._insert(direction, [row for r in kept for row in _direction_rows(r)])
        self._insert(shortfall, [row for r in kept for row in _shortfall_rows(r)])

    def _forget(self, keys: Sequence[dict[str, str]]) -> None:
        if keys:  # directions and shortfalls go with their head
            same = (head.c[name] == bindparam(f"b_{name}") for name in keys[0])
            asked = [{f"b_{name}": key[name] for name in key} for key in keys]
            self._connection.execute(delete(head).where(*same), asked)

    def _insert(self, table: Table, rows: Sequence[dict[str, object]]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)

    def _where(self, *asked: ColumnElement[bool]) -> tuple[StoredResult, ...]:
        order = head.c.organisation, head.c.year, head.c.diagnosis
        query = select(head).where(*asked).order_by(*order)
        heads = self._connection.execute(query).mappings().all()
        points = self._children(direction, asked)
        short = self._children(shortfall, asked)
        return tuple(_result(row, points[_key(row)], short[_key(row)]) for row in heads)

    def _children(self, table: Table, asked: Iterable[ColumnElement[bool]]) -> Children:
        # one query for all of them: a region asks for a thousand schools
        same = (table.c.organisation == head.c.organisation) & (
            table.c.diagnosis == head.c.diagnosis
        )
        query = select(table).join(head, same).where(*asked).order_by(table.c.place)
        found: Children = defaultdict(list)
        for row in self._connection.execute(query).mappings():
            found[_key(row)].append(row)
        return found


def _key(row: RowMapping) -> Key:
    return row["organisation"], row["diagnosis"]


def _own_key(result: StoredResult) -> dict[str, str]:
    return {"organisation": result.school, "diagnosis": result.diagnosis}


def _head_row(result: StoredResult) -> dict[str, object]:
    return {
        **_own_key(result),
        "year": result.year,
        "edition": result.edition,
        "edition_hash": result.edition_hash,
        "completed": result.completed,
    }


def _direction_rows(result: StoredResult) -> list[dict[str, object]]:
    return [
        {
            **_own_key(result),
            "direction": points.direction,
            "place": place,
            "raw": points.raw,
            "points": points.points,
            "maximum": points.maximum,
            "level": points.level,
            "basis": points.basis.value if points.basis else None,
            "zeroed": points.zeroed,
            "answered": points.answered,
            "applicable": points.applicable,
        }
        for place, points in enumerate(result.points)
    ]


def _shortfall_rows(result: StoredResult) -> list[dict[str, object]]:
    return [
        {
            **_own_key(result),
            "indicator": short.indicator,
            "year": result.year,
            "place": place,
            "points": short.points,
            "maximum": short.maximum,
            "critical": short.critical,
        }
        for place, short in enumerate(result.shortfalls)
    ]


def _result(
    row: RowMapping, points: Iterable[RowMapping], short: Iterable[RowMapping]
) -> StoredResult:
    return StoredResult(
        school=SchoolId(row["organisation"]),
        diagnosis=DiagnosisId(row["diagnosis"]),
        year=row["year"],
        edition=EditionCode(row["edition"]),
        edition_hash=row["edition_hash"],
        completed=row["completed"],
        points=tuple(_points(found) for found in points),
        shortfalls=tuple(_shortfall(found) for found in short),
    )


def _points(row: RowMapping) -> StoredPoints:
    level, basis = row["level"], row["basis"]
    return StoredPoints(
        direction=DirectionCode(row["direction"]),
        raw=row["raw"],
        points=row["points"],
        maximum=row["maximum"],
        level=None if level is None else LevelId(level),
        basis=None if basis is None else Basis(basis),
        zeroed=row["zeroed"],
        answered=row["answered"],
        applicable=row["applicable"],
    )


def _shortfall(row: RowMapping) -> StoredShortfall:
    return StoredShortfall(
        indicator=IndicatorCode(row["indicator"]),
        points=row["points"],
        maximum=row["maximum"],
        critical=row["critical"],
    )
