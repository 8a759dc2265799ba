"""Sums over stored results, made by the database: no school is loaded for a sum."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    RowMapping,
    Subquery,
    and_,
    case,
    cast,
    exists,
    func,
    select,
    true,
)

from shkola_desktop.domain.analytics import (
    DirectionAverage,
    DistrictAverage,
    DistrictName,
    LevelCount,
    Mark,
    SchoolMarks,
    Scope,
    ShortfallCount,
    VariantCount,
)
from shkola_desktop.domain.form import Variant
from shkola_desktop.domain.ids import (
    DiagnosisId,
    DirectionCode,
    EditionCode,
    IndicatorCode,
    KindCode,
    LevelId,
    ProgrammeCode,
    SchoolId,
)
from shkola_desktop.domain.school import SMALL_SCHOOL_PUPILS
from shkola_desktop.domain.scoring import Basis
from shkola_desktop.storage.exchange_rows import (
    result,
    result_direction,
    result_shortfall,
)
from shkola_desktop.storage.rows import diagnosis, organisation
from shkola_desktop.storage.values import from_codes

SHARE = cast(result_direction.c.points, Float) / func.nullif(
    result_direction.c.maximum, 0
)
AVERAGES = (
    func.count().label("schools"),
    func.coalesce(func.avg(SHARE), 0.0).label("share"),
    func.coalesce(func.min(SHARE), 0.0).label("lowest"),
    func.coalesce(func.max(SHARE), 0.0).label("highest"),
    func.sum(case((result_direction.c.zeroed, 1), else_=0)).label("zeroed"),
)


class AnalyticsStore:
    """Asks the tables of results; writes nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def years(self) -> tuple[int, ...]:
        """Return the years that have a completed result, newest first."""
        query = (
            select(result.c.year)
            .where(result.c.completed)
            .distinct()
            .order_by(result.c.year.desc())
        )
        return tuple(self._connection.execute(query).scalars())

    def districts(self) -> tuple[DistrictName, ...]:
        """Return the districts of the registry, by name and code."""
        code, name = organisation.c.district_code, organisation.c.district
        query = select(code, func.max(name).label("name"), func.count().label("n"))
        query = query.group_by(code).order_by(func.max(name), code)
        found = self._connection.execute(query).mappings()
        return tuple(
            DistrictName(row["district_code"], row["name"], row["n"]) for row in found
        )

    def registered(self, scope: Scope) -> int:
        """Return how many schools of the registry are meant."""
        query = select(func.count()).select_from(organisation).where(_meant(scope))
        return int(self._connection.execute(query).scalar_one())

    def directions(self, scope: Scope) -> tuple[DirectionAverage, ...]:
        """Return the averages of the directions, the whole form first."""
        chosen = _chosen(scope)
        code = result_direction.c.direction
        query = (
            select(code, *AVERAGES)
            .join(chosen, _of(chosen, result_direction.c))
            .group_by(code)
            .order_by(func.min(result_direction.c.place), code)
        )
        found = self._connection.execute(query).mappings()
        return tuple(_average(row) for row in found)

    def by_district(self, scope: Scope) -> tuple[DistrictAverage, ...]:
        """Return the same of each district, by its code."""
        chosen = _chosen(scope)
        code, district = result_direction.c.direction, organisation.c.district_code
        query = (
            select(district, code, *AVERAGES)
            .select_from(result_direction)
            .join(chosen, _of(chosen, result_direction.c))
            .join(organisation, organisation.c.id == chosen.c.organisation)
            .group_by(district, code)
            .order_by(district, func.min(result_direction.c.place), code)
        )
        found = self._connection.execute(query).mappings()
        return tuple(
            DistrictAverage(row["district_code"], _average(row)) for row in found
        )

    def levels(self, scope: Scope) -> tuple[LevelCount, ...]:
        """Return how many schools reached which level, by direction, then level."""
        chosen = _chosen(scope)
        table = result_direction.c
        query = (
            select(
                table.direction, table.level, table.basis, func.count().label("schools")
            )
            .join(chosen, _of(chosen, table))
            .group_by(table.direction, table.level, table.basis)
            .order_by(func.min(table.place), table.direction, table.level, table.basis)
        )
        return tuple(_level(row) for row in self._connection.execute(query).mappings())

    def shortfalls(self, scope: Scope) -> tuple[ShortfallCount, ...]:
        """Return how many schools fall short in what, by edition and indicator."""
        chosen = _chosen(scope)
        short = result_shortfall.c
        query = (
            select(
                chosen.c.edition_hash,
                short.indicator,
                func.count().label("schools"),
                func.sum(case((short.points == 0, 1), else_=0)).label("zeros"),
                func.sum(short.maximum - short.points).label("lost"),
                func.max(case((short.critical, 1), else_=0)).label("critical"),
            )
            .join(chosen, _of(chosen, short))
            .where(short.year == scope.year)
            .group_by(chosen.c.edition_hash, short.indicator)
            .order_by(chosen.c.edition_hash, short.indicator)
        )
        found = self._connection.execute(query).mappings()
        return tuple(_shortfall(row) for row in found)

    def variants(self, scope: Scope) -> tuple[VariantCount, ...]:
        """Return how many schools answered which form, those of most schools first."""
        chosen = _chosen(scope)
        kept = diagnosis.c
        what = (
            kept.edition,
            kept.edition_hash,
            kept.kind,
            kept.programmes,
            kept.ovz,
        )
        query = (
            select(*what, func.count().label("schools"))
            .join(chosen, chosen.c.diagnosis == kept.id)
            .group_by(*what)
            .order_by(func.count().desc(), *what)
        )
        found = self._connection.execute(query).mappings()
        return tuple(_variant(row) for row in found)

    def marks(self, scope: Scope) -> tuple[SchoolMarks, ...]:
        """Return every school with what it reached, by name and code."""
        chosen = _chosen(scope)
        school, points = organisation.c, result_direction.c
        query = (
            select(
                chosen.c.organisation,
                chosen.c.diagnosis,
                school.code,
                school.short_name,
                school.district,
                school.district_code,
                school.settlement,
                school.pupils,
                points.direction,
                points.points,
                points.maximum,
                points.level,
                points.zeroed,
            )
            .select_from(result_direction)
            .join(chosen, _of(chosen, points))
            .join(organisation, school.id == chosen.c.organisation)
            .order_by(school.short_name, school.code, school.id, points.place)
        )
        rows: dict[str, list[RowMapping]] = {}
        for row in self._connection.execute(query).mappings():
            rows.setdefault(row["organisation"], []).append(row)
        return tuple(_marks(found) for found in rows.values())


def _meant(scope: Scope) -> ColumnElement[bool]:
    school = organisation.c
    asked: list[ColumnElement[bool]] = [true()]
    if scope.district:
        asked.append(school.district_code == scope.district)
    if scope.small:
        asked.append(school.pupils <= SMALL_SCHOOL_PUPILS)
    if scope.towns:
        asked.append(school.settlement != "")
    asked += [
        ~school.settlement.startswith(beginning, autoescape=True)
        for beginning in scope.towns
    ]
    return and_(*asked)


def _chosen(scope: Scope) -> Subquery:
    """The completed results that are meant; of two of one school the later id holds."""
    later = result.alias("later")
    newer = exists().where(
        later.c.organisation == result.c.organisation,
        later.c.year == result.c.year,
        later.c.completed,
        later.c.diagnosis > result.c.diagnosis,
    )
    query = select(
        result.c.organisation, result.c.diagnosis, result.c.edition_hash
    ).where(result.c.year == scope.year, result.c.completed, ~newer)
    if scope.district or scope.small or scope.towns:
        query = query.join(organisation, organisation.c.id == result.c.organisation)
        query = query.where(_meant(scope))
    return query.subquery("chosen")


def _of(chosen: Subquery, table: Any) -> ColumnElement[bool]:  # a collection of columns
    return and_(
        table.organisation == chosen.c.organisation,
        table.diagnosis == chosen.c.diagnosis,
    )


def _average(row: RowMapping) -> DirectionAverage:
    return DirectionAverage(
        direction=DirectionCode(row["direction"]),
        schools=int(row["schools"]),
        share=float(row["share"]),
        lowest=float(row["lowest"]),
        highest=float(row["highest"]),
        zeroed=int(row["zeroed"]),
    )


def _level(row: RowMapping) -> LevelCount:
    level, basis = row["level"], row["basis"]
    return LevelCount(
        direction=DirectionCode(row["direction"]),
        level=None if level is None else LevelId(level),
        basis=None if basis is None else Basis(basis),
        schools=int(row["schools"]),
    )


def _shortfall(row: RowMapping) -> ShortfallCount:
    return ShortfallCount(
        edition_hash=row["edition_hash"],
        indicator=IndicatorCode(row["indicator"]),
        schools=int(row["schools"]),
        zeros=int(row["zeros"]),
        lost=int(row["lost"]),
        critical=bool(row["critical"]),
    )


def _variant(row: RowMapping) -> VariantCount:
    programmes = tuple(ProgrammeCode(c) for c in from_codes(row["programmes"]))
    return VariantCount(
        edition=EditionCode(row["edition"]),
        edition_hash=row["edition_hash"],
        variant=Variant(KindCode(row["kind"]), programmes, row["ovz"]),
        schools=int(row["schools"]),
    )


def _marks(rows: list[RowMapping]) -> SchoolMarks:
    first = rows[0]
    return SchoolMarks(
        school=SchoolId(first["organisation"]),
        diagnosis=DiagnosisId(first["diagnosis"]),
        code=first["code"],
        name=first["short_name"],
        district=first["district"],
        district_code=first["district_code"],
        settlement=first["settlement"],
        pupils=first["pupils"],
        marks={DirectionCode(row["direction"]): _mark(row) for row in rows},
    )


def _mark(row: RowMapping) -> Mark:
    level = row["level"]
    return Mark(
        points=row["points"],
        maximum=row["maximum"],
        level=None if level is None else LevelId(level),
        zeroed=row["zeroed"],
    )
