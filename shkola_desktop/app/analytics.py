"""«Аналитика» of an office: one year of its schools, and down to an answer."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

from shkola_desktop.app import editions
from shkola_desktop.app.campaign import SchoolState, states_of
from shkola_desktop.app.files import put_file
from shkola_desktop.app.offices import required_office
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.table_text import csv_bytes
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.analysis import Analysis, YearAverages, YearChanges
from shkola_desktop.domain.analytics import (
    CommonDeficit,
    Scope,
    ShortfallCount,
    VariantCount,
    by_weight,
    meant,
)
from shkola_desktop.domain.applying import form_for
from shkola_desktop.domain.diagnosis import Answer, Diagnosis
from shkola_desktop.domain.dynamics import YearSums, changes
from shkola_desktop.domain.errors import NoSuchDiagnosis
from shkola_desktop.domain.form import Direction, Edition, Indicator, Option
from shkola_desktop.domain.ids import DiagnosisId, DirectionCode, IndicatorCode
from shkola_desktop.domain.measures import RESOURCES, BankMeasure, MeasureBank
from shkola_desktop.domain.results import TOTAL
from shkola_desktop.domain.review import Standing
from shkola_desktop.domain.school import School
from shkola_desktop.domain.spread import places, quartiles, unusual
from shkola_desktop.words.analytics_book import analytics_book, schools_table
from shkola_desktop.words.schools import TOWN_MARKS


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person chose to look at; without a year the newest one with results."""

    year: int | None = None
    district: str = ""
    small: bool = False
    rural: bool = False


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """An indicator of a school with its answer; both are None while unanswered."""

    indicator: Indicator
    option: Option | None
    answer: Answer | None

    @property
    def lost(self) -> int:
        """Points below the maximum."""
        return self.indicator.maximum - (self.option.points if self.option else 0)


@dataclass(frozen=True, slots=True)
class SchoolAnswers:
    """The answers of a school in one direction, in the order of the form."""

    school: School
    diagnosis: Diagnosis
    direction: Direction
    lines: tuple[AnswerLine, ...]


def analysis(workspace: Workspace, asked: Asked | None = None) -> Analysis:
    """Return the analysis of what was asked for.

    Raises:
        NoOffice: it is no office's workspace.
    """
    asked = asked or Asked()
    with workspace.open_reading() as work:
        office = required_office(work)
        years = work.analytics.years()
        this_year = workspace.clock.now().astimezone().year
        year = asked.year or (years[0] if years else this_year)
        towns = TOWN_MARKS if asked.rural else ()
        scope = Scope(year, asked.district, asked.small, towns)
        sums = [
            _sums(work, replace(scope, year=known))
            for known in sorted(years)
            if known <= year
        ]
        now = sums[-1] if sums and sums[-1].year == year else YearSums(year, (), (), ())
        packs = _editions(work, workspace, sums)
        marks = work.analytics.marks(scope)
        totals = {m.school: m.marks[TOTAL].share for m in marks if TOTAL in m.marks}
        below, above = unusual(totals)
        everywhere = replace(scope, district="")
        states = [s for s in states_of(work, year) if meant(s.school, scope)]
        own = [packs[count.edition_hash] for count in now.variants]
        return Analysis(
            office=office,
            scope=scope,
            years=years,
            districts=work.analytics.districts(),
            registered=work.analytics.registered(scope),
            standings=Counter(state.standing for state in states),
            standings_by_district=_by_district(states),
            names=_names(now, own),
            levels=own[0].levels if own else (),
            marks=marks,
            averages=now.averages,
            level_counts=work.analytics.levels(scope),
            deficits=_deficits(now, packs, workspace.catalogue.bank()),
            history=tuple(YearAverages(one.year, one.averages) for one in sums),
            changes=tuple(_changes(sums, packs)),
            by_district=work.analytics.by_district(everywhere),
            everywhere=work.analytics.directions(everywhere),
            places=places(totals),
            quartiles=quartiles(tuple(totals.values())),
            far_below=below,
            far_above=above,
        )


def answers_of(
    id: DiagnosisId, code: DirectionCode, workspace: Workspace
) -> SchoolAnswers:
    """Return what a school answered in a direction.

    Raises:
        NoSuchDiagnosis: the diagnosis, its school or the direction is not there.
    """
    with workspace.open_reading() as work:
        diagnosis = work.diagnoses.get(id)
        school = work.schools.get(diagnosis.school) if diagnosis else None
    if diagnosis is None or school is None:
        raise NoSuchDiagnosis(id)
    form = editions.form_of(diagnosis, workspace)
    direction = next((d for d in form.directions if d.code == code), None)
    if direction is None:
        raise NoSuchDiagnosis(id)
    lines = tuple(
        _line(indicator, diagnosis.answers.get(indicator.code))
        for indicator in direction.indicators
    )
    return SchoolAnswers(school, diagnosis, direction, lines)


def _line(indicator: Indicator, answer: Answer | None) -> AnswerLine:
    taken = answer.option if answer else None
    option = None if taken is None else indicator.option(taken)
    return AnswerLine(indicator, option, answer)


def _sums(work: UnitOfWork, scope: Scope) -> YearSums:
    ask = work.analytics
    return YearSums(
        scope.year, ask.directions(scope), ask.shortfalls(scope), ask.variants(scope)
    )


def _editions(
    work: UnitOfWork, workspace: Workspace, sums: Iterable[YearSums]
) -> dict[str, Edition]:
    counts = {count.edition_hash: count for one in sums for count in one.variants}
    return {hash: _edition(work, workspace, c) for hash, c in counts.items()}


def _edition(work: UnitOfWork, workspace: Workspace, count: VariantCount) -> Edition:
    catalogue = workspace.catalogue
    if count.edition in catalogue.codes():
        shipped = catalogue.edition(count.edition)
        if shipped.hash == count.edition_hash:
            return shipped
    text = work.editions.get(count.edition_hash)
    # an import refuses a pack that is not kept; a shipped one may be newer today
    return (
        catalogue.from_pack(text) if text else catalogue.edition(catalogue.codes()[0])
    )


def _by_district(states: Iterable[SchoolState]) -> Mapping[str, Counter[Standing]]:
    found: dict[str, Counter[Standing]] = defaultdict(Counter)
    for state in states:
        found[state.school.district_code][state.standing] += 1
    return MappingProxyType(found)


def _names(now: YearSums, packs: Sequence[Edition]) -> Mapping[DirectionCode, str]:
    known = {d.code: d.name for pack in reversed(packs) for d in pack.directions}
    found = {a.direction: known.get(a.direction, a.direction) for a in now.averages}
    found.pop(TOTAL, None)
    return MappingProxyType(found)


def _changes(
    sums: Sequence[YearSums], packs: Mapping[str, Edition]
) -> Iterable[YearChanges]:
    for before, now in pairwise(one for one in sums if one.variants):
        yield YearChanges(before.year, now.year, changes(before, now, packs))


def _deficits(
    now: YearSums, packs: Mapping[str, Edition], bank: MeasureBank
) -> tuple[CommonDeficit, ...]:
    asked = _asked(now.variants, packs)
    grouped: dict[tuple[IndicatorCode, str], list[ShortfallCount]] = defaultdict(list)
    places_in: dict[IndicatorCode, DirectionCode] = {}
    names: dict[tuple[str, IndicatorCode], str] = {}
    for hash, pack in packs.items():
        for direction in pack.directions:
            for indicator in direction.indicators:
                places_in[indicator.code] = direction.code
                names[hash, indicator.code] = indicator.name
    for count in now.shortfalls:
        name = names.get((count.edition_hash, count.indicator))
        if name is not None:
            grouped[count.indicator, name].append(count)
    return by_weight(
        CommonDeficit(
            indicator=code,
            name=name,
            direction=places_in[code],
            critical=any(count.critical for count in counts),
            schools=sum(count.schools for count in counts),
            zeros=sum(count.zeros for count in counts),
            lost=sum(count.lost for count in counts),
            applicable=sum(asked[c.edition_hash, code] for c in counts),
            measures=_measures(bank, code),
        )
        for (code, name), counts in grouped.items()
    )


def _asked(
    variants: Iterable[VariantCount], packs: Mapping[str, Edition]
) -> Counter[tuple[str, IndicatorCode]]:
    found: Counter[tuple[str, IndicatorCode]] = Counter()
    for count in variants:
        form = form_for(packs[count.edition_hash], count.variant)
        for indicator in form.indicators:
            found[count.edition_hash, indicator.code] += count.schools
    return found


def _measures(bank: MeasureBank, code: IndicatorCode) -> tuple[BankMeasure, ...]:
    found = bank.measures_for(code)
    return tuple(sorted(found, key=lambda m: RESOURCES.index(m.resource)))


def export(found: Analysis, path: Path, workspace: Workspace) -> Path:
    """Write an analysis into a file: every table for .xlsx, the schools for .csv.

    Raises:
        FolderNotWritable: the file cannot be written there.
    """
    if path.suffix.lower() == ".csv":
        return put_file(csv_bytes(schools_table(found)), path)
    return put_file(workspace.workbooks.write(analytics_book(found)), path)
