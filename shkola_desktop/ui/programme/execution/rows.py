"""The rows of the year's measures: which are shown, and what they say."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

from shkola_desktop.domain.execution import Progress
from shkola_desktop.domain.form import Direction
from shkola_desktop.domain.progress import Course, Entry, share_of
from shkola_desktop.ui.programme.execution.works_list import WorkRow
from shkola_desktop.words.execution import STATES, due_words, share_words

COMMON = "Общие мероприятия"


class Filter(StrEnum):
    """Which measures of a year are shown."""

    ALL = "all"
    LATE = "late"
    HALF = "half"
    OPEN = "open"


FILTERS = {
    Filter.ALL: "все мероприятия года",
    Filter.LATE: "просроченные, и прошлых лет",
    Filter.HALF: "со сроком в этом полугодии",
    Filter.OPEN: "не выполненные",
}
NOTHING = {
    Filter.ALL: "На этот год мероприятий нет.",
    Filter.LATE: "Просроченных мероприятий нет.",
    Filter.HALF: "В этом полугодии срок ни у одного мероприятия не кончается.",
    Filter.OPEN: "Невыполненных мероприятий нет.",
}


def entries_of(
    course: Course, year: int, known: Filter, today: date
) -> tuple[Entry, ...]:
    """Return the entries that a filter lets through."""
    match known:
        case Filter.ALL:
            return course.entries(year)
        case Filter.LATE:
            return course.overdue(year, today)
        case Filter.HALF:
            return course.due_in_half(year, today)
        case Filter.OPEN:
            entries = course.entries(year)
            return tuple(e for e in entries if e.record.state is not Progress.DONE)


def rows_of(
    course: Course,
    year: int,
    entries: Sequence[Entry],
    directions: Sequence[Direction],
    today: date,
) -> Iterator[WorkRow]:
    """Return directions with their share of the year, and under them their entries."""
    whole = course.entries(year)
    groups = [(None, COMMON), *((d.code, d.name) for d in directions)]
    for code, name in groups:
        shown = [e for e in entries if e.work.direction == code]
        if shown:
            share = share_of([e for e in whole if e.work.direction == code])
            words = share_words(share)
            yield WorkRow("", name, words, f"{name}: {words}", percent=share.percent)
        for entry in shown:
            yield _row(entry, year, today)


def key_of(entry: Entry) -> str:
    """Return what tells an entry from every other."""
    return f"{entry.year}:{entry.work.id}"


def _row(entry: Entry, year: int, today: date) -> WorkRow:
    late = entry.overdue(today)
    codes = ", ".join(entry.work.codes)
    words = f"{codes}  {entry.work.measure.text}" if codes else entry.work.measure.text
    parts = (
        str(entry.year) + " год" if entry.year != year else "",
        STATES[entry.record.state],
        "просрочено" if late else "",
        due_words(entry) if entry.open else "",
        entry.work.measure.responsible,
    )
    more = " · ".join(part for part in parts if part)
    return WorkRow(
        key_of(entry), words, more, f"{words}. {more}", entry.record.state, late
    )
