"""A filled-in workbook of the form, read back: answers, and every fault by its cell."""

from collections.abc import Iterator
from dataclasses import dataclass

from shkola_desktop.domain.carrying import Taken
from shkola_desktop.domain.diagnosis import MAX_COMMENT
from shkola_desktop.domain.errors import InputUnreadable, Problem
from shkola_desktop.domain.form import Form, Indicator, Option
from shkola_desktop.domain.ids import IndicatorCode
from shkola_desktop.domain.likeness import key
from shkola_desktop.domain.sheets import ReadBook, ReadTable, cell_name
from shkola_desktop.words import answer_book as words

HEAD_WITHIN = 40
"""Rows in which the heading of a sheet is looked for."""


@dataclass(frozen=True, slots=True)
class Stranger:
    """A row that the form does not know; ``place`` names sheet and row."""

    place: str
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """What a workbook says; ``other_edition`` where it was made from another form."""

    name: str
    taken: dict[IndicatorCode, Taken]
    strangers: tuple[Stranger, ...]
    problems: tuple[Problem, ...]
    other_edition: bool
    school: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    table: ReadTable
    row: int
    columns: dict[str, int]

    def text(self, heading: str) -> str:
        return self.table.cell(self.row, self.columns.get(heading, -1))

    def problem(self, heading: str, rule: str, what: str, cure: str = "") -> Problem:
        cell = cell_name(self.row, self.columns[heading])
        return Problem(self.table.title, cell, rule, what, cure)


def answer_table(book: ReadBook, form: Form) -> AnswerTable:
    """Return the answers of a workbook as the form knows them.

    Rows are known by their code; where the workbook was made from another form, the
    name must agree as well. A cell that cannot be taken is a problem with its place.

    Raises:
        InputUnreadable: no sheet is one of the form.
    """
    facts = _facts(book)
    other = facts.get(key(words.PRINT), "") != form.edition.hash
    taken: dict[IndicatorCode, Taken] = {}
    strangers: list[Stranger] = []
    problems: list[Problem] = []
    met = False
    for table in book.tables:
        head = _head(table)
        if head is None:
            continue
        met = True
        problems.extend(table.faults)
        problems.extend(_missing(table, head))
        for place in _places(table, head):
            _read(place, form, other, taken, strangers, problems)
    if not met:
        raise InputUnreadable(book.name, (Problem("", "", "answers-no-sheet", "", ""),))
    return AnswerTable(
        book.name,
        taken,
        tuple(strangers),
        tuple(problems),
        other,
        facts.get(key(words.SCHOOL), ""),
        facts.get(key(words.YEAR), ""),
    )


def has_answers(book: ReadBook) -> bool:
    """Tell whether any sheet has the heading of answers."""
    return any(_head(table) is not None for table in book.tables)


def told_year(book: ReadBook) -> str:
    """Return the year that a workbook names, or nothing."""
    return _facts(book).get(key(words.YEAR), "")


def _facts(book: ReadBook) -> dict[str, str]:
    rows = (row for table in book.tables for row in table.rows[:HEAD_WITHIN])
    return {key(row[0]): row[1] for row in rows if len(row) > 1 and row[0]}


def _head(table: ReadTable) -> tuple[int, dict[str, int]] | None:
    for number, row in enumerate(table.rows[:HEAD_WITHIN]):
        known = {key(cell): place for place, cell in enumerate(row) if cell}
        found = {
            heading: known[key(heading)]
            for heading in (words.CODE, words.NAME, words.ANSWER, words.COMMENT)
            if key(heading) in known
        }
        if words.ANSWER in found or words.CODE in found:
            return number, found
    return None


def _missing(table: ReadTable, head: tuple[int, dict[str, int]]) -> Iterator[Problem]:
    number, columns = head
    for heading in (words.CODE, words.ANSWER):
        if heading not in columns:
            place = cell_name(number, 0)
            yield Problem(table.title, place, "answers-no-column", heading, "")


def _places(table: ReadTable, head: tuple[int, dict[str, int]]) -> Iterator[_Place]:
    number, columns = head
    if words.CODE not in columns or words.ANSWER not in columns:
        return
    for row in range(number + 1, len(table.rows)):
        place = _Place(table, row, columns)
        if place.text(words.CODE):
            yield place
        elif place.text(words.ANSWER):
            yield _Place(table, row, columns)


def _read(  # noqa: PLR0913, PLR0917  # three lists that are filled
    place: _Place,
    form: Form,
    other: bool,  # noqa: FBT001  # passed on
    taken: dict[IndicatorCode, Taken],
    strangers: list[Stranger],
    problems: list[Problem],
) -> None:
    code = IndicatorCode(place.text(words.CODE))
    name = place.text(words.NAME)
    indicator = form.indicator(code)
    if indicator is None or (other and not _same_name(indicator, name)):
        where = f"{place.table.title}, {place.row + 1}"
        strangers.append(Stranger(where, code, name))
        return
    if code in taken:
        problems.append(place.problem(words.CODE, "answers-twice", code))
        return
    words_given, comment = place.text(words.ANSWER), place.text(words.COMMENT)
    option = _option(indicator, words_given) if words_given else None
    if words_given and option is None:
        choice = "; ".join(words.option_words(one) for one in indicator.options)
        problems.append(
            place.problem(words.ANSWER, "option-unknown", words_given, choice)
        )
    if len(comment) > MAX_COMMENT:
        limit = str(MAX_COMMENT)
        problems.append(place.problem(words.COMMENT, "comment-long", limit))
        comment = ""
    if option is not None or comment:
        taken[code] = Taken(option.id if option else None, comment)


def _same_name(indicator: Indicator, name: str) -> bool:
    names = (indicator.name, *indicator.names_by_kind.values())
    return key(name) in {key(known) for known in names}


def _option(indicator: Indicator, text: str) -> Option | None:
    """Return the option a cell means: its words, or its points alone."""
    wanted = key(text)
    by_words = [o for o in indicator.options if wanted in words.option_keys(o)]
    by_points = [o for o in indicator.options if text == str(o.points)]
    found = by_words or by_points
    return found[0] if len(found) == 1 else None
