"""A workbook of schools, read: what each row says, and every fault by its cell."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from shkola_desktop.domain.errors import InputUnreadable, Problem
from shkola_desktop.domain.form import Edition
from shkola_desktop.domain.ids import KindCode, ProgrammeCode
from shkola_desktop.domain.likeness import key
from shkola_desktop.domain.office import Office, school_key
from shkola_desktop.domain.school import School
from shkola_desktop.domain.sheets import ReadBook, ReadTable, cell_name
from shkola_desktop.words import registry_book as words

HEAD_WITHIN = 40
"""Rows in which the heading of a sheet is looked for."""
CODE = re.compile("[A-Za-z0-9-]{1,20}")
"""Registry codes go into file names on a stick."""
MOST_PUPILS = 5_000
"""No school passes it: a larger number is a slip of the hand."""
LONGEST = 400
"""Characters of a text: the longest name in a charter has about 250."""
TEXTS = ("settlement", "director", "address", "site", "founder")
BOTH = {words.YES: True, words.NO: False, "+": True, "-": False, "1": True, "0": False}


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """A row without faults: the school it makes, and the attributes it names."""

    place: str
    school: School
    given: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SchoolTable:
    """What a workbook says about schools."""

    name: str
    rows: tuple[SchoolRow, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    table: ReadTable
    number: int
    columns: Mapping[str, int]

    def text(self, heading: str) -> str:
        return self.table.cell(self.number, self.columns.get(heading, -1)).strip()

    def problem(
        self, heading: str, rule: str, what: str = "", cure: str = ""
    ) -> Problem:
        column = self.columns.get(heading, self.columns[words.CODE])
        place = cell_name(self.number, column)
        return Problem(self.table.title, place, rule, what, cure)


def school_table(
    book: ReadBook, office: Office, known: Mapping[str, School], edition: Edition
) -> SchoolTable:
    """Read the schools of a workbook; ``known`` are those of the registry by code.

    Empty cells keep what the registry knows. A row with a fault is told and left out.

    Raises:
        InputUnreadable: no sheet has the headings of schools.
    """
    rows: list[SchoolRow] = []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    met = False
    for table in book.tables:
        head = _head(table)
        if head is None:
            continue
        met = True
        problems.extend(table.faults)
        for row in _rows(table, *head):
            reader = _Reader(row, office, known, edition)
            made = reader.read(seen)
            problems.extend(reader.problems)
            if made is not None and not reader.problems:
                rows.append(made)
    if not met:
        fault = Problem("", "", "registry-no-table", "", "")
        raise InputUnreadable(book.name, (fault,))
    return SchoolTable(book.name, tuple(rows), tuple(problems))


def _head(table: ReadTable) -> tuple[int, dict[str, int]] | None:
    for number, cells in enumerate(table.rows[:HEAD_WITHIN]):
        places = {key(cell): place for place, cell in enumerate(cells) if cell}
        found: dict[str, int] = {}
        for heading in words.FIELDS:
            for name in (heading, *words.OTHER_NAMES.get(heading, ())):
                if key(name) in places:
                    found[heading] = places[key(name)]
                    break
        if words.CODE in found and words.SHORT in found:
            return number, found
    return None


def _rows(table: ReadTable, head: int, columns: dict[str, int]) -> Iterator[_Row]:
    for number in range(head + 1, len(table.rows)):
        row = _Row(table, number, columns)
        if any(row.text(heading) for heading in columns):
            yield row


class _Reader:
    """Reads one row; ``problems`` gathers what is wrong with it."""

    def __init__(
        self,
        row: _Row,
        office: Office,
        known: Mapping[str, School],
        edition: Edition,
    ) -> None:
        self._row, self._office = row, office
        self._known, self._edition = known, edition
        self.problems: list[Problem] = []

    def read(self, seen: dict[str, int]) -> SchoolRow | None:
        code = self._code(seen)
        if code is None:
            return None
        known = self._known.get(code)
        name = self._text(words.SHORT) or (known.short_name if known else "")
        if not name:
            self._fault(words.SHORT, "registry-no-name")
            return None
        school = known or self._new(code, name)
        values = self._values(name, known)
        school = replace(school, short_name=name, **values)
        if known is None and not school.full_name:
            school = replace(school, full_name=name)
        place = f"{self._row.table.title}, {self._row.number + 1}"
        return SchoolRow(place, school, ("short_name", *values))

    def _new(self, code: str, name: str) -> School:
        office = self._office
        return School(
            id=school_key(office.region, office.code, code),
            code=code,
            full_name="",
            short_name=name,
            district=office.name,
            district_code=office.code,
            region=office.region_name,
            kind=self._edition.kinds[0].code,
            programmes=(),
            ovz=False,
        )

    def _values(self, name: str, known: School | None) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for field in ("full_name", *TEXTS):
            told = self._text(words.HEADINGS[field])
            if told:
                values[field] = told
        for field, read in (
            ("kind", self._kind),
            ("ovz", self._ovz),
            ("pupils", self._pupils),
        ):
            told = read()
            if told is not None:
                values[field] = told
        programmes = self._programmes(name, known)
        if programmes:
            values["programmes"] = programmes
        kind = self._edition.kind(KindCode(str(values.get("kind", ""))))
        if kind is not None and kind.always_ovz:
            values["ovz"] = True
        return values

    def _code(self, seen: dict[str, int]) -> str | None:
        code = self._row.text(words.CODE)
        if not code:
            self._fault(words.CODE, "registry-no-code")
            return None
        if not CODE.fullmatch(code):
            self._fault(words.CODE, "registry-code", code[:40])
            return None
        if code in seen:
            self._fault(words.CODE, "registry-twice", code, str(seen[code]))
            return None
        seen[code] = self._row.number + 1
        return code

    def _text(self, heading: str) -> str:
        told = " ".join(self._row.text(heading).split())
        if len(told) > LONGEST:
            self._fault(heading, "registry-long", str(LONGEST))
            return ""
        return told

    def _kind(self) -> str | None:
        told = self._row.text(words.KIND)
        if not told:
            return None
        for kind in self._edition.kinds:
            if key(told) in {key(kind.name), key(kind.code)}:
                return kind.code
        names = ", ".join(kind.name for kind in self._edition.kinds)
        self._fault(words.KIND, "registry-kind", told[:40], names)
        return None

    def _ovz(self) -> bool | None:
        told = self._row.text(words.OVZ).casefold()
        if told and told not in BOTH:
            self._fault(words.OVZ, "registry-ovz", told[:40])
        return BOTH.get(told)

    def _pupils(self) -> int | None:
        told = self._row.text(words.PUPILS)
        if not told:
            return None
        if re.fullmatch("[0-9]{1,5}", told) and int(told) <= MOST_PUPILS:
            return int(told)
        self._fault(words.PUPILS, "registry-number", told[:40], str(MOST_PUPILS))
        return None

    def _programmes(
        self, name: str, known: School | None
    ) -> tuple[ProgrammeCode, ...] | None:
        told = self._row.text(words.PROGRAMMES)
        if not told:
            return None if known is not None else self._told_by_name(name)
        wanted = {key(part) for part in re.split(r"[,;/+\s]+", told) if part}
        found = tuple(
            one.code
            for one in self._edition.programmes
            if wanted & {key(one.name), key(one.code)}
        )
        if len(found) != len(wanted) or found not in self._edition.programme_sets:
            self._fault(words.PROGRAMMES, "registry-programmes", told[:40])
            return None
        return found

    def _told_by_name(self, name: str) -> tuple[ProgrammeCode, ...] | None:
        full = self._row.text(words.FULL)
        found = words.programmes_from(name) or words.programmes_from(full)
        if not found:
            self._fault(words.PROGRAMMES, "registry-no-programmes")
        return found or None

    def _fault(self, heading: str, rule: str, what: str = "", cure: str = "") -> None:
        self.problems.append(self._row.problem(heading, rule, what, cure))
