"""Ties the taking over of answers to its use case: read, look, decide, take over."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from shkola_desktop.app import carrying, diagnosing
from shkola_desktop.app.answering import Batch
from shkola_desktop.app.carrying import (
    Carried,
    PrintoutPreview,
    TablePreview,
    Target,
)
from shkola_desktop.domain.carrying import Fate, Line, Taken
from shkola_desktop.domain.diagnosis import Diagnosis, missing
from shkola_desktop.domain.errors import Cancelled, ShkolaError
from shkola_desktop.domain.ids import IndicatorCode, OptionId
from shkola_desktop.domain.printout import Certainty, Printout, taken_by
from shkola_desktop.domain.sheets import ReadBook
from shkola_desktop.ui.context import Context
from shkola_desktop.ui.diagnosis.carry_page import CarryPage
from shkola_desktop.words.carry_checks import (
    printout_facts,
    printout_warnings,
    table_facts,
    table_warnings,
)
from shkola_desktop.words.carrying import DOUBTS, line_words, printed_words
from shkola_desktop.words.levels import footnote_for, points_and_level
from shkola_desktop.words.russian import ANSWERS, counted

EXCEL = "Таблица Excel (*.xlsx)"


@dataclass
class _Open:
    """The file that is looked at, and what was decided about its doubtful rows."""

    content: ReadBook | Printout
    preview: TablePreview | PrintoutPreview
    picked: dict[int, int] = field(default_factory=dict[int, int])


class CarryPresenter(QObject):
    """``carried`` tells what was taken over, ``changed`` that answers are others."""

    back_wanted = Signal()
    carried = Signal(object)
    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._open: _Open | None = None
        self._done: Carried | None = None
        self._stop = Event()
        self.page = CarryPage()
        page = self.page
        page.table_wanted.connect(self._ask_table)
        page.printout_wanted.connect(self._ask_printout)
        page.save_wanted.connect(self._save)
        page.back_wanted.connect(self.back_wanted)
        page.year_wanted.connect(self._choose_year)
        page.carry_wanted.connect(self._carry)
        page.stop_wanted.connect(self._stop.set)
        page.undo_wanted.connect(self._undo)
        page.finish_wanted.connect(self._finish)
        page.picked.connect(self._pick)
        page.other_wanted.connect(self.open)

    def open(self) -> None:
        """Show where answers can come from."""
        self._open = None
        self.page.notice.say("")
        self.page.show_ways()
        self._hide_preview()
        self.page.focus_first()

    def read_any(self, path: Path) -> None:
        """Read a file that was dropped: a filled-in form or a printout."""
        workspace = self._context.workspace
        self._read(lambda: carrying.read_any(path, workspace, self._stop.is_set))

    def _ask_table(self) -> None:
        workspace, stop = self._context.workspace, self._stop.is_set
        for path in self._context.ask.open_files("Заполненная таблица Excel")[:1]:
            self._read(partial(carrying.read_table, path, workspace, stop))

    def _ask_printout(self) -> None:
        workspace, stop = self._context.workspace, self._stop.is_set
        for path in self._context.ask.open_files("Распечатка результата")[:1]:
            self._read(partial(carrying.read_printout, path, workspace, stop))

    def _save(self) -> None:
        workspace = self._context.workspace
        year = carrying.years(workspace)[0]
        name = f"samodiagnostika-{year}.xlsx"
        path = self._context.ask.save_file("Сохранить таблицу", name, EXCEL)
        if path is None:
            return
        if not path.suffix:
            path = path.with_suffix(".xlsx")
        self._context.runner.run(
            lambda: carrying.save_table(year, path, workspace),
            lambda made: self.page.notice.say(f"Сохранено: {made}", tone="good"),
            self.page.say_error,
        )

    def _read(self, read: Callable[[], ReadBook | Printout]) -> None:
        self._stop.clear()
        self.page.notice.say("")
        self.page.show_busy(busy=True)
        self._look(read, None)

    def _choose_year(self, year: int) -> None:
        if self._open is not None:
            content = self._open.content
            self._look(lambda: content, year)

    def _look(self, read: Callable[[], ReadBook | Printout], year: int | None) -> None:
        workspace = self._context.workspace

        def task() -> _Open:
            content = read()
            if isinstance(content, Printout):
                chosen = year or carrying.years(workspace)[0]
                shown = carrying.preview_printout(content, chosen, workspace)
                return _Open(content, shown)
            chosen = year or carrying.year_of(content, workspace)
            return _Open(content, carrying.preview_table(content, chosen, workspace))

        self._context.runner.run(task, self._show, self._refused)

    def _refused(self, error: ShkolaError) -> None:
        self.page.show_busy(busy=False)
        if isinstance(error, Cancelled):
            self.page.notice.say("Чтение остановлено, ничего не изменено.", tone="info")
        else:
            self.page.say_error(error)

    def _show(self, opened: _Open) -> None:
        self._open = opened
        self.page.show_busy(busy=False)
        preview = opened.preview
        if isinstance(preview, TablePreview):
            self.page.show_file(preview.table.name, table_facts(preview.table))
            self.page.show_faults(preview.table.problems)
            self.page.show_doubts(())
            self.page.show_unknown(
                [
                    f"{one.place}: {one.code} {one.name}"
                    for one in preview.table.strangers
                ]
            )
        else:
            self.page.show_file(preview.printed.name, printout_facts(preview.printed))
            self.page.show_faults(())
            self.page.show_doubts(
                [
                    (number, match)
                    for number, match in enumerate(preview.matches)
                    if match.certainty is Certainty.DOUBTFUL
                ]
            )
            self.page.show_unknown(
                [
                    f"{printed_words(match.row)}\n{DOUBTS[match.doubt]}"
                    for match in preview.matches
                    if match.certainty is Certainty.UNKNOWN
                ]
            )
        self._show_targets(preview.target)
        self._show_change()
        self.page.verticalScrollBar().setValue(0)
        self.page.focus_first()

    def _show_targets(self, chosen: Target) -> None:
        workspace = self._context.workspace
        known = {one.year: one for one in diagnosing.diagnoses_of(workspace)}
        years = dict.fromkeys((*carrying.years(workspace), chosen.year))
        self.page.show_targets(
            [(year, _year_words(year, known.get(year))) for year in years], chosen
        )

    def _pick(self, number: int, candidate: int) -> None:
        if self._open is not None:
            self._open.picked[number] = candidate
            self._show_change()

    def _show_change(self) -> None:
        opened = self._open
        if opened is None:
            return
        lines, clash = self._lines(opened)
        told = [line for line in lines if line.fate is not Fate.SAME]
        target = opened.preview.target
        after = carrying.outcome(
            target, {line.indicator.code: line.taken for line in lines}
        )
        self.page.show_lines(
            [line_words(line) for line in told if line.fate is Fate.CHANGED],
            [line_words(line) for line in told if line.fate is Fate.NEW],
            len(lines) - len(told),
            "\n".join(filter(None, (points_and_level(after), footnote_for(after)))),
        )
        self.page.show_clash(clash)
        self._show_warnings(opened)
        faults = isinstance(opened.preview, TablePreview) and bool(
            opened.preview.table.problems
        )
        ready = not target.frozen and not clash and not faults
        self.page.show_ready(len(told), ready=ready)

    def _show_warnings(self, opened: _Open) -> None:
        preview = opened.preview
        if isinstance(preview, TablePreview):
            school = carrying.school_name(self._context.workspace)
            self.page.show_warnings(table_warnings(preview.table, school))
            return
        options, _clash = self._options(opened, preview)
        found = carrying.differences(preview, options)
        self.page.show_warnings(printout_warnings(preview.other_variant, found))

    def _lines(self, opened: _Open) -> tuple[tuple[Line, ...], str]:
        preview = opened.preview
        if isinstance(preview, TablePreview):
            return preview.lines, ""
        options, clash = self._options(opened, preview)
        return carrying.lines_for(preview.target, options), clash

    def _options(
        self, opened: _Open, preview: PrintoutPreview
    ) -> tuple[dict[IndicatorCode, OptionId], str]:
        """Return the answers as decided, and what is said where two rows clash."""
        options = taken_by(preview.matches)
        for number, place in opened.picked.items():
            if place < 0:
                continue
            chosen = preview.matches[number].candidates[place]
            code = chosen.indicator.code
            if options.get(code, chosen.option.id) != chosen.option.id:
                return options, (
                    f"Показателю {code} «{chosen.indicator.name}» даны два разных "
                    "ответа. Оставьте один из них."
                )
            options[code] = chosen.option.id
        return options, ""

    def _carry(self) -> None:
        opened = self._open
        if opened is None:
            return
        lines, _clash = self._lines(opened)
        taken: dict[IndicatorCode, Taken] = {
            line.indicator.code: line.taken for line in lines
        }
        year, name = opened.preview.target.year, opened.content.name
        workspace = self._context.workspace
        self._context.saving.save(
            lambda: carrying.carry(year, taken, name, workspace),
            self._carried,
            self._refused,
        )

    def _carried(self, carried: Carried) -> None:
        self._open = None
        self._done = carried
        self._hide_preview()
        count = counted(len(carried.batch.changes), ANSWERS)
        target = carrying.target_of(carried.year, self._context.workspace)
        left = missing(
            target.form, target.diagnosis.options if target.diagnosis else {}
        )
        this_year = carried.year == carrying.years(self._context.workspace)[0]
        self.page.show_done(
            f"Перенесено: {count}, самодиагностика {carried.year} года.",
            _what_next(len(left), this_year=this_year),
            finish=not left and not this_year,
            undo=True,
        )
        self.carried.emit(carried)

    def _hide_preview(self) -> None:
        page = self.page
        page.show_faults(())
        page.show_doubts(())
        page.show_unknown(())
        page.show_clash("")
        page.show_lines((), (), 0, "")

    def _undo(self) -> None:
        done, workspace = self._done, self._context.workspace
        if done is not None:
            self._context.saving.save(
                lambda: carrying.undo(done, workspace), self._undone, self._refused
            )

    def _undone(self, batch: Batch) -> None:
        done, self._done = self._done, None
        if done is not None:
            # one more step, which Undo of the answers can take back as well
            undone = Carried(done.diagnosis, done.year, batch, begun=False)
            self.carried.emit(undone)
        self.page.show_done(
            "Перенос отменён, ответы такие же, как были.", "", finish=False, undo=False
        )

    def _finish(self) -> None:
        done, workspace = self._done, self._context.workspace
        if done is not None:
            self._context.saving.save(
                lambda: diagnosing.complete(done.diagnosis, workspace),
                self._finished,
                self._refused,
            )

    def _finished(self, diagnosis: Diagnosis) -> None:
        self._done = None
        self.page.show_done(
            f"Самодиагностика {diagnosis.year} года завершена.",
            "Её результат виден рядом с нынешним.",
            finish=False,
            undo=False,
        )
        self.changed.emit()


def _year_words(year: int, known: Diagnosis | None) -> str:
    if known is None:
        return f"{year} год: новая самодиагностика"
    if known.completed_at is not None:
        return f"{year} год: завершена"
    count = counted(len(known.options), ANSWERS)
    return f"{year} год: черновик, {count}"


def _what_next(left: int, *, this_year: bool) -> str:
    if left:
        return f"Без ответа ещё {left}."
    if this_year:
        return "Есть ответы на все показатели; проверьте их и завершите."
    return "Есть ответы на все показатели. Завершите её, чтобы сравнивать с ней."
