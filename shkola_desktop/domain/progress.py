"""The course of a programme: what is planned for a year, done, late, still to do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from shkola_desktop.domain.due_dates import (
    Due,
    MonthWords,
    due_date,
    half_of,
    years_due,
)
from shkola_desktop.domain.execution import CheckKind, MeasureRecord, Progress
from shkola_desktop.domain.figures import Compared, ValueWords, compared
from shkola_desktop.domain.ids import DirectionCode
from shkola_desktop.domain.measures import BankMeasure
from shkola_desktop.domain.planned_measure import Measure
from shkola_desktop.domain.programme import Programme
from shkola_desktop.domain.programme_parts import Target
from shkola_desktop.domain.terms import TermWords

OPEN = frozenset({Progress.NOT_BEGUN, Progress.GOING})
ENDED = frozenset({Progress.DONE, Progress.DROPPED})
LAST_DAY = (8, 31)
"""Month and day on which the school year ends that began in a programme's year."""


@dataclass(frozen=True, slots=True)
class CourseWords:
    """What must be known of the language to read terms and values."""

    terms: TermWords
    months: MonthWords
    values: ValueWords


@dataclass(frozen=True, slots=True)
class Work:
    """A measure of the road map, once for all deficits that it is planned for.

    ``direction`` None: a common measure of the bank. ``until`` is the last year of
    one that a correction dropped.
    """

    direction: DirectionCode | None
    codes: tuple[str, ...]
    ids: tuple[str, ...]
    measure: Measure
    due: Due
    until: int | None = None

    @property
    def id(self) -> str:
        """The id that its records are found by."""
        return self.ids[0]


@dataclass(frozen=True, slots=True)
class Entry:
    """A work in a year of the programme; ``due`` None: it cannot be late."""

    work: Work
    record: MeasureRecord
    due: date | None

    @property
    def year(self) -> int:
        """The year of the programme."""
        return self.record.year

    @property
    def open(self) -> bool:
        """True where it is still to be done."""
        return self.record.state in OPEN

    @property
    def stage(self) -> bool:
        """True where it goes on beyond the year, and need not be done in it."""
        last = self.due is not None and self.due > last_day(self.year)
        return last and self.open

    def overdue(self, today: date) -> bool:
        """Tell whether its last day is over and it is not done."""
        return self.open and self.due is not None and self.due < today

    def due_between(self, first: date, last: date) -> bool:
        """Tell whether its last day lies between two days, both included."""
        return self.due is not None and first <= self.due <= last


@dataclass(frozen=True, slots=True)
class Share:
    """How many measures were done out of those that a year had to see done."""

    done: int
    planned: int

    @property
    def percent(self) -> int | None:
        """Whole per cent, None where nothing was planned. 100 only where all is."""
        return 100 * self.done // self.planned if self.planned else None


@dataclass(frozen=True, slots=True)
class TargetYear:
    """A target of the school's own in a year; ``position`` is its place in the list."""

    position: int
    target: Target
    compared: Compared


@dataclass(frozen=True, slots=True)
class Course:
    """A programme with its works; every answer follows from it."""

    programme: Programme
    works: tuple[Work, ...]
    words: CourseWords
    records: Mapping[tuple[str, int], MeasureRecord]

    def entries(self, year: int) -> tuple[Entry, ...]:
        """Return what is planned for a year, in the order of the road map."""
        return tuple(
            self.entry(work, year) for work in self.works if self._planned(work, year)
        )

    def entry(self, work: Work, year: int) -> Entry:
        """Return a work in a year, planned for it or not."""
        return Entry(work, self._record(work, year), self._due(work, year))

    def overdue(self, year: int, today: date) -> tuple[Entry, ...]:
        """Return what is late, of this year and of earlier ones, the oldest first.

        What was settled in a later year is not late any more.
        """
        return tuple(
            entry
            for known in self.programme.years
            if known <= year
            for entry in self.entries(known)
            if entry.overdue(today) and not self._settled_after(entry.work, known)
        )

    def due_in_half(self, year: int, today: date) -> tuple[Entry, ...]:
        """Return what ends in the half-year of a day."""
        first, last = half_of(today)
        return tuple(e for e in self.entries(year) if e.due_between(first, last))

    def looked_at(self, year: int, kind: CheckKind) -> tuple[Entry, ...]:
        """Return what a check looks at: in January what autumn had to see done."""
        entries = tuple(e for e in self.entries(year) if not e.stage)
        if kind is CheckKind.JUNE:
            return entries
        autumn = date(year, 12, 31)
        return tuple(e for e in entries if e.due is None or e.due <= autumn)

    def target_years(self, year: int) -> tuple[TargetYear, ...]:
        """Return the targets of the school's own in a year."""
        position = year - self.programme.first_year
        return tuple(
            TargetYear(number, target, self._compared(target, position))
            for number, target in enumerate(self.programme.targets)
        )

    def _compared(self, target: Target, position: int) -> Compared:
        return compared(
            target.planned_at(position),
            target.reached_at(position),
            self.words.values,
            name=target.name,
            baseline=target.baseline,
        )

    def _planned(self, work: Work, year: int) -> bool:
        if self._record(work, year).state is not Progress.NOT_BEGUN:
            return True
        if work.until is not None and year > work.until:
            return False
        earlier = [known for known in self.programme.years if known < year]
        states = [self._record(work, known).state for known in earlier]
        if Progress.DROPPED in states:
            return False
        if states and states[-1] is Progress.MOVED:
            return True
        return year in work.due.years and not self._done_for(work, year, earlier)

    def _done_for(self, work: Work, year: int, earlier: Sequence[int]) -> bool:
        """Tell whether what ends in a year was done in an earlier one already.

        «1–2-й годы» ends once; «1-й год – заявка; 2-й год – получение» ends twice.
        """
        return any(
            self._record(work, known).state is Progress.DONE
            and self._due(work, known) == self._due(work, year)
            for known in earlier
        )

    def over(self, work: Work) -> bool:
        """Tell whether nothing of a work is left for the years after the programme."""
        years = self.programme.years
        states = {known: self._record(work, known).state for known in years}
        if Progress.DROPPED in states.values():
            return True
        if work.due.recurring:
            return False
        last = max(work.due.years)
        done = [known for known in years if states[known] is Progress.DONE]
        return any(known >= last for known in done) or self._done_for(work, last, done)

    def _record(self, work: Work, year: int) -> MeasureRecord:
        return self.records.get((work.id, year)) or MeasureRecord(work.id, year)

    def _settled_after(self, work: Work, year: int) -> bool:
        later = (known for known in self.programme.years if known > year)
        states = {self._record(work, known).state for known in later}
        return not states.isdisjoint(
            {Progress.DROPPED} if work.due.recurring else ENDED
        )

    def _due(self, work: Work, year: int) -> date | None:
        if not work.due.known:
            return None
        if year not in work.due.years:
            return date(year, 12, 31)
        term, period = work.measure.term, self.programme.years
        return due_date(term, year, period, self.words.terms, self.words.months)


def course_of(
    programme: Programme, common: Sequence[BankMeasure], words: CourseWords
) -> Course:
    """Return the course of a programme; common measures of the bank come first."""
    records = {known.key: known for known in programme.execution.records}
    works = tuple(_works(programme, common, words))
    return Course(programme, works, words, MappingProxyType(records))


def share_of(entries: Sequence[Entry]) -> Share:
    """Return how much is done of what had to be; stages of longer work are left out."""
    counted = [entry for entry in entries if not entry.stage]
    done = sum(entry.record.state is Progress.DONE for entry in counted)
    return Share(done, len(counted))


def tally(entries: Sequence[Entry]) -> Mapping[Progress, int]:
    """Return how many entries are in each state."""
    states = [entry.record.state for entry in entries]
    return {state: states.count(state) for state in Progress}


def first_day(programme: Programme) -> date:
    """Return the day on which a programme begins to be carried out."""
    return date(programme.first_year, 1, 1)


def last_day(year: int) -> date:
    """Return the end of the school year that begins in a year of the programme."""
    return date(year + 1, *LAST_DAY)


def year_at(programme: Programme, today: date) -> int:
    """Return the year of the programme that is worked on, its first or last outside."""
    return max(programme.first_year, min(today.year, programme.last_year))


def finished_year(programme: Programme, today: date) -> int:
    """Return the last year that is over; before that, the first one."""
    return max(programme.first_year, min(today.year - 1, programme.last_year))


def _works(
    programme: Programme, common: Sequence[BankMeasure], words: CourseWords
) -> Iterator[Work]:
    def due(measure: Measure) -> Due:
        return years_due(measure.term, programme.years, words.terms)

    for bank in common:
        measure = _as_measure(bank)
        yield Work(None, (), (bank.id,), measure, due(measure))
    alike: dict[tuple[DirectionCode, Measure], list[tuple[str, str]]] = {}
    for deficit in programme.included:
        for measure in deficit.measures:
            key = deficit.direction, replace(measure, id="")
            alike.setdefault(key, []).append((deficit.code, measure.id))
    for (direction, measure), known in alike.items():
        codes = tuple(dict.fromkeys(code for code, _ in known))
        ids = tuple(id for _, id in known)
        yield Work(direction, codes, ids, replace(measure, id=ids[0]), due(measure))
    for gone in programme.execution.dropped:
        yield Work(
            direction=gone.direction,
            codes=gone.codes,
            ids=(gone.measure.id,),
            measure=gone.measure,
            due=due(gone.measure),
            until=gone.year,
        )


def _as_measure(bank: BankMeasure) -> Measure:
    return Measure(
        id=bank.id,
        text=bank.text,
        result=bank.result,
        indicator=bank.indicator,
        responsible=bank.responsible,
        term=bank.term,
        resource=bank.resource,
        bank_id=bank.id,
    )
