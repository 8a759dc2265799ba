"""Take answers over from a file: look first, then all at once, undoable."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from shkola_desktop.app import answering, diagnosing, editions
from shkola_desktop.app.answer_table import (
    AnswerTable,
    answer_table,
    has_answers,
    told_year,
)
from shkola_desktop.app.answering import Batch
from shkola_desktop.app.printed_result import result_of
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.applying import title_of
from shkola_desktop.domain.carrying import Line, Taken, lines_of, merged
from shkola_desktop.domain.diagnosis import Answer, Diagnosis, Status
from shkola_desktop.domain.errors import (
    AnswersRefused,
    DiagnosisFrozen,
    FolderNotWritable,
    NoSchool,
    Problem,
)
from shkola_desktop.domain.form import Form
from shkola_desktop.domain.ids import DiagnosisId, IndicatorCode, OptionId
from shkola_desktop.domain.likeness import key
from shkola_desktop.domain.printout import (
    Match,
    PrintedResult,
    Printout,
    match_all,
)
from shkola_desktop.domain.scoring import Result, score
from shkola_desktop.domain.sheets import ReadBook
from shkola_desktop.words.answer_book import answer_book
from shkola_desktop.words.printout import MARKS

SHEETS = {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv"}
"""Endings of files that may hold a filled-in form; others are printouts."""
YEARS_BACK = 4
"""Years before this one into which a result can be taken over: a programme's length."""


@dataclass(frozen=True, slots=True)
class Target:
    """A year whose diagnosis can take answers; none is begun yet where it is None."""

    year: int
    diagnosis: Diagnosis | None
    form: Form

    @property
    def frozen(self) -> bool:
        """True where the diagnosis of the year is completed."""
        known = self.diagnosis
        return known is not None and known.status is Status.COMPLETED

    @property
    def answers(self) -> Mapping[IndicatorCode, Answer]:
        """The answers it has so far."""
        return self.diagnosis.answers if self.diagnosis else {}


@dataclass(frozen=True, slots=True)
class TablePreview:
    """A workbook laid against a diagnosis."""

    target: Target
    table: AnswerTable
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Points printed and points that the answers give; no name for the whole."""

    direction: str
    printed: int
    computed: int


@dataclass(frozen=True, slots=True)
class PrintoutPreview:
    """A printout laid against a diagnosis."""

    target: Target
    printed: PrintedResult
    matches: tuple[Match, ...]
    other_variant: bool


@dataclass(frozen=True, slots=True)
class Carried:
    """What was taken over; ``begun`` where the diagnosis is new."""

    diagnosis: DiagnosisId
    year: int
    batch: Batch
    begun: bool


def years(workspace: Workspace) -> tuple[int, ...]:
    """Return the years to choose from, this one first."""
    now = workspace.clock.now().astimezone().year
    return tuple(now - back for back in range(YEARS_BACK + 1))


def year_of(book: ReadBook, workspace: Workspace) -> int:
    """Return the year that a workbook names where it can be chosen, else this one."""
    known = years(workspace)
    told = told_year(book)
    return int(told) if told in {str(year) for year in known} else known[0]


def school_name(workspace: Workspace) -> str:
    """Return the short name of the school, or nothing."""
    with workspace.open_reading() as work:
        school = next(iter(work.schools.list()), None)
    return school.short_name if school else ""


def target_of(year: int, workspace: Workspace) -> Target:
    """Return the diagnosis of a year, or the form that a new one would have.

    Raises:
        NoSchool: the workspace does not know its school yet.
    """
    with workspace.open_reading() as work:
        school = next(iter(work.schools.list()), None)
        known = () if school is None else work.diagnoses.list(school.id)
    if school is None:
        raise NoSchool
    found = next((one for one in known if one.year == year), None)
    if found is None:
        return Target(year, None, editions.form_for_school(school, workspace))
    return Target(year, found, editions.form_of(found, workspace))


def save_table(year: int, path: Path, workspace: Workspace) -> Path:
    """Write the form as a workbook to be filled in, with the answers so far.

    Raises:
        NoSchool: the workspace does not know its school yet.
        FolderNotWritable: the file cannot be written there.
    """
    target = target_of(year, workspace)
    with workspace.open_reading() as work:
        school = work.schools.list()[0]
    book = answer_book(target.form, target.answers, year, school.short_name)
    data = workspace.workbooks.write(book)
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise FolderNotWritable(path.parent) from error
    return path


def preview_table(book: ReadBook, year: int, workspace: Workspace) -> TablePreview:
    """Lay a workbook against the diagnosis of a year.

    Raises:
        NoSchool: the workspace does not know its school yet.
        InputUnreadable: no sheet is one of the form.
    """
    target = target_of(year, workspace)
    table = answer_table(book, target.form)
    return TablePreview(
        target, table, lines_of(target.form, target.answers, table.taken)
    )


def preview_printout(
    printout: Printout, year: int, workspace: Workspace
) -> PrintoutPreview:
    """Lay a printout against the diagnosis of a year.

    Raises:
        NoSchool: the workspace does not know its school yet.
    """
    target = target_of(year, workspace)
    printed = result_of(printout, target.form.edition)
    return PrintoutPreview(
        target=target,
        printed=printed,
        matches=match_all(printed.answers, target.form, MARKS),
        other_variant=_names_other_variant(printed, target.form),
    )


def lines_for(
    target: Target, options: Mapping[IndicatorCode, OptionId]
) -> tuple[Line, ...]:
    """Return what the chosen answers of a printout would change."""
    taken = {code: Taken(option) for code, option in options.items()}
    return lines_of(target.form, target.answers, taken)


def differences(
    preview: PrintoutPreview, options: Mapping[IndicatorCode, OptionId]
) -> tuple[Difference, ...]:
    """Compare printed points with those of the chosen answers, the total first."""
    result = score(preview.target.form, options)
    found: list[Difference] = []
    total = preview.printed.total
    if total is not None and total != result.total:
        found.append(Difference("", total, result.total))
    for direction in result.directions:
        printed = preview.printed.directions.get(direction.code)
        if printed is not None and printed not in {direction.score, direction.raw}:
            found.append(Difference(direction.name, printed, direction.score))
    return tuple(found)


def outcome(target: Target, taken: Mapping[IndicatorCode, Taken]) -> Result:
    """Return the result that the diagnosis would have afterwards."""
    return score(target.form, merged(target.answers, taken))


def carry(
    year: int, taken: Mapping[IndicatorCode, Taken], origin: str, workspace: Workspace
) -> Carried:
    """Take answers over into the diagnosis of a year, all or none.

    A year without a diagnosis gets one. ``origin`` (the file's name) goes into the
    action log beside every answer; answers that change nothing are left alone.

    Raises:
        NoSchool: the workspace does not know its school yet.
        DiagnosisFrozen: the diagnosis of the year is completed.
        AnswersRefused: the form does not have such an indicator or option.
    """
    target = target_of(year, workspace)
    if target.frozen:
        raise DiagnosisFrozen
    _check(target.form, taken)
    with workspace.open_work() as work:
        diagnosis = diagnosing.begin(year, target.form.edition, work, workspace)
        fields = {
            code: _fields(diagnosis.answers.get(code), given)
            for code, given in taken.items()
        }
        changed = {code: one for code, one in fields.items() if one}
        batch = answering.change_all(diagnosis.id, changed, origin, work, workspace)
        work.commit()
    return Carried(diagnosis.id, year, batch, begun=target.diagnosis is None)


def undo(carried: Carried, workspace: Workspace) -> Batch:
    """Take the answers back; a diagnosis that was begun stays, empty.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
        DiagnosisFrozen: it was completed meanwhile.
    """
    before = {change.code: change.before for change in carried.batch.changes}
    return answering.revert_all(carried.diagnosis, before, workspace)


def read_table(
    path: Path, workspace: Workspace, stop: Callable[[], bool] = lambda: False
) -> ReadBook:
    """Read a workbook or CSV file; see the port for errors."""
    return workspace.workbooks.read(path, stop)


def read_printout(
    path: Path, workspace: Workspace, stop: Callable[[], bool] = lambda: False
) -> Printout:
    """Read a printed result; see the port for errors."""
    return workspace.printouts.read(path, stop)


def read_any(
    path: Path, workspace: Workspace, stop: Callable[[], bool] = lambda: False
) -> ReadBook | Printout:
    """Read a file as what it is: a filled-in form, or else a printed result.

    Raises:
        FileUnreadable, FileTooLarge, InputUnreadable, Cancelled: see the ports.
    """
    if path.suffix.lower() not in SHEETS:
        return read_printout(path, workspace, stop)
    book = read_table(path, workspace, stop)
    return book if has_answers(book) else read_printout(path, workspace, stop)


def _fields(before: Answer | None, given: Taken) -> dict[str, object]:
    fields: dict[str, object] = {}
    if given.option is not None and (before is None or before.option != given.option):
        fields["option"] = given.option
    if given.comment and (before is None or before.comment != given.comment):
        fields["comment"] = given.comment
    return fields


def _check(form: Form, taken: Mapping[IndicatorCode, Taken]) -> None:
    problems: list[Problem] = []
    for code, given in taken.items():
        indicator = form.indicator(code)
        if indicator is None:
            problems.append(Problem("", code, "indicator-unknown", code, ""))
        elif given.option is not None and indicator.option(given.option) is None:
            choice = ", ".join(one.id for one in indicator.options)
            problems.append(Problem("", code, "option-unknown", given.option, choice))
    if problems:
        raise AnswersRefused(tuple(problems))


def _names_other_variant(printed: PrintedResult, form: Form) -> bool:
    """Tell whether the heading names a variant of school, and not this one."""

    own = key(form.title)
    # longest first: one set of programmes may be the beginning of another
    told = [key(line) for line in printed.lines]
    titles = sorted(
        {key(title_of(form.edition, one)) for one in form.edition.variants},
        key=len,
        reverse=True,
    )
    for line in told:
        found = next((title for title in titles if title in line), None)
        if found is not None:
            return found != own
    return False
