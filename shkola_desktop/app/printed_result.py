"""Rows cut out of a printout → answers, total, level, points of directions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from shkola_desktop.domain.form import Edition
from shkola_desktop.domain.ids import DirectionCode
from shkola_desktop.domain.likeness import key
from shkola_desktop.domain.printout import (
    PrintedAnswer,
    PrintedResult,
    PrintedRow,
    Printout,
)
from shkola_desktop.words import printout as words


@dataclass(slots=True)
class _Found:
    total: int | None = None
    level: str = ""
    directions: dict[DirectionCode, int] = field(
        default_factory=dict[DirectionCode, int]
    )
    answers: list[PrintedAnswer] = field(default_factory=list[PrintedAnswer])


def result_of(printout: Printout, edition: Edition) -> PrintedResult:
    """Return what a printout tells; headings of directions are those of the edition."""
    sections = _sections(edition)
    criteria = {key(c.name) for d in edition.directions for c in d.criteria}
    found = _Found()
    for line in printout.lines:
        _read_heading(line, found)
    direction: DirectionCode | None = None
    for row in _joined(printout.rows, sections, criteria):
        begun = _section(row, sections)
        if begun is not None:
            direction = begun
            _note_points(row, direction, found)
        elif words.SUM_ROW.match(row.words):
            _read_sum(row, direction, found)
        elif not _plain_heading(row, criteria):
            _add(row, found)
    return PrintedResult(
        name=printout.name,
        lines=printout.lines,
        total=found.total,
        level=found.level,
        directions=found.directions,
        answers=tuple(found.answers),
    )


def _read_heading(line: str, found: _Found) -> None:
    total = words.TOTAL.search(line)
    if total and found.total is None:
        found.total = int(total[1])
    level = words.LEVEL.match(line)
    if level and not found.level:
        found.level = level[1].strip().casefold()


def _joined(
    rows: tuple[PrintedRow, ...],
    sections: dict[str, DirectionCode],
    criteria: set[str],
) -> Iterable[PrintedRow]:
    """Put together the rows that a page or a line broke; repeated heads go."""
    made: list[PrintedRow] = []
    waiting: PrintedRow | None = None
    left = [row for row in rows if not _repeated_head(row)]
    for row, following in zip_longest(left, left[1:]):
        whole = row if waiting is None else _together(waiting, row)
        waiting = None
        bare = whole.part and not whole.number and words.amount(whole.points) is None
        if not bare or not made or _is_heading(whole, sections, criteria):
            made.append(whole)
        elif _goes_on_overleaf(whole, following, made[-1]):
            waiting = whole
        else:
            made[-1] = _together(made[-1], whole)
    return made


def _repeated_head(row: PrintedRow) -> bool:
    second = row.value or row.points
    return (
        words.column_of(row.name) == words.NAME
        and words.column_of(second) in {words.VALUE, words.POINTS}
        and words.amount(row.points) is None
    )


def _goes_on_overleaf(
    row: PrintedRow, following: PrintedRow | None, above: PrintedRow
) -> bool:
    """Tell whether a row without points at the foot of a page goes on overleaf.

    With cells set to the middle, the points stand on the second page.
    """
    return (
        following is not None
        and following.page > row.page
        and words.amount(above.points) is not None
        and above.page == row.page
        and words.amount(following.points) is not None
        and following.part
    )


def _together(first: PrintedRow, second: PrintedRow) -> PrintedRow:
    def both(one: str, other: str) -> str:
        return f"{one}\n{other}".strip()

    return replace(
        first,
        number=both(first.number, second.number),
        name=both(first.name, second.name),
        value=both(first.value, second.value),
        points=both(first.points, second.points),
        page=second.page,
    )


def _sections(edition: Edition) -> dict[str, DirectionCode]:
    return dict(_section_keys(edition))


def _section_keys(edition: Edition) -> Iterator[tuple[str, DirectionCode]]:
    for direction in edition.directions:
        kind = edition.direction_kinds.get(direction.kind, "")
        for name in {key(kind + direction.name), key(direction.name)}:
            yield name, direction.code


def _section(
    row: PrintedRow, sections: dict[str, DirectionCode]
) -> DirectionCode | None:
    text = f"{row.number} {row.name} {row.value}"
    plain = text if words.amount(row.points) is not None else row.words
    return sections.get(key(plain)) or sections.get(key(row.name + row.value))


def _is_heading(
    row: PrintedRow, sections: dict[str, DirectionCode], criteria: set[str]
) -> bool:
    return (
        _section(row, sections) is not None
        or key(row.words) in criteria
        or words.SUM_ROW.match(row.words) is not None
    )


def _plain_heading(row: PrintedRow, criteria: set[str]) -> bool:
    return key(row.words) in criteria or not key(row.name)


def _note_points(row: PrintedRow, direction: DirectionCode, found: _Found) -> None:
    points = words.amount(row.points)
    if points is not None:
        found.directions[direction] = points


def _read_sum(row: PrintedRow, direction: DirectionCode | None, found: _Found) -> None:
    points = words.amount(row.points)
    if key(words.WHOLE_TEST) in key(row.words):
        _read_heading(row.words, found)
    elif direction is not None and points is not None:
        found.directions.setdefault(direction, points)


def _add(row: PrintedRow, found: _Found) -> None:
    points = words.amount(row.points)
    value = "" if key(row.value) in words.NO_ANSWER else row.value
    found.answers.append(
        PrintedAnswer(
            number=" ".join(row.number.split()),
            name=" ".join(row.name.split()),
            value=" ".join(value.split()),
            points=points,
        )
    )
