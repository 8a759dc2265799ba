"""«Перенос ответов»: three ways, then what a file would change, then the change."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QProgressBar, QWidget

from shkola_desktop.app.carrying import Target
from shkola_desktop.domain.errors import Problem, ShkolaError
from shkola_desktop.domain.printout import Match
from shkola_desktop.ui.diagnosis.doubts_card import DoubtsCard
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, lines_high, muted, text, title
from shkola_desktop.ui.widgets.wrapped_list import WrappedList
from shkola_desktop.words.messages import problem_line
from shkola_desktop.words.russian import ANSWERS, counted

ABOUT = (
    "Если ответы уже записаны в другом месте, набирать их заново не нужно. Сначала "
    "программа покажет, что изменится; перенос можно отменить."
)
TABLE = (
    "Для коллег без этой программы: сохраните таблицу, раздайте её, потом прочитайте "
    "заполненную. В таблице – показатели вашей школы и списки значений."
)
PRINTOUT = (
    "Результат, который показал официальный сервис, сохраните из браузера как PDF, "
    "страницу или текст. Показатели узнаются по названию, сумма баллов сверяется."
)
DROP = "Файл можно и просто перетащить мышью на эту страницу."
LIST_LINES = 12
"""Lines of a list before it scrolls by itself."""
FROZEN = "Самодиагностика {year} года завершена, ответы в ней не меняются."
FROZEN_ADVICE = (
    "Выберите другой год или откройте её снова: «Проверить» – «Открыть снова»."
)


class CarryPage(ScrollPage):
    """Draws what a file says and tells wishes."""

    table_wanted = Signal()
    printout_wanted = Signal()
    save_wanted = Signal()
    back_wanted = Signal()
    year_wanted = Signal(int)
    carry_wanted = Signal()
    stop_wanted = Signal()
    undo_wanted = Signal()
    finish_wanted = Signal()
    other_wanted = Signal()
    picked = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("carry-page")
        self.column.addWidget(title("Перенос ответов"))
        self.notice = Notice("danger")
        self.column.addWidget(self.notice)
        self.column.addWidget(self._busy_card())
        self.done = self._done_notice()
        self.column.addWidget(self.done)
        self._ways = self._ways_cards()
        self._preview = self._preview_cards()
        back = button("Вернуться к ответам", "back-from-carry")
        back.clicked.connect(self.back_wanted)
        self.column.addLayout(row(back))
        self.show_ways()

    def show_ways(self) -> None:
        """Show where answers can come from."""
        self._show(ways=True, preview=False)
        self.done.say("")

    def show_busy(self, *, busy: bool) -> None:
        """Show that a file is being read."""
        self._busy.setVisible(busy)
        for widget in (self._from_table, self._from_printout, self._save, self._other):
            widget.setEnabled(not busy)

    def say_error(self, error: ShkolaError) -> None:
        """Say why a file was not taken."""
        self.notice.say_error(error)
        self.verticalScrollBar().setValue(0)

    def show_file(self, name: str, facts: Sequence[str]) -> None:
        """Show the file that was read and what it says of itself."""
        self._show(ways=False, preview=True)
        self.notice.say("")
        self.done.say("")
        self._name.setText(f"Файл: {name}")
        self._facts.setText("\n".join(facts))
        self._facts.setVisible(bool(facts))

    def show_targets(self, targets: Sequence[tuple[int, str]], chosen: Target) -> None:
        """Show the years to choose from, each with what is known of it."""
        self._year.blockSignals(True)  # Qt's setter
        self._year.clear()
        for year, words in targets:
            self._year.addItem(words, year)
        self._year.setCurrentIndex([year for year, _ in targets].index(chosen.year))
        self._year.blockSignals(False)
        self._frozen.say(
            FROZEN.format(year=chosen.year) if chosen.frozen else "",
            FROZEN_ADVICE if chosen.frozen else "",
        )

    def show_warnings(self, warnings: Sequence[str]) -> None:
        """Show what does not agree: another form, another school, other sums."""
        head = warnings[0] if warnings else ""
        self._warnings.say(head, "\n".join(warnings[1:]))

    def show_faults(self, problems: Sequence[Problem]) -> None:
        """Show the cells that have to be mended before anything is taken."""
        self._faults.setVisible(bool(problems))
        self._fault_list.clear()
        self._fault_list.addItems([problem_line(problem) for problem in problems])
        _fit(self._fault_list)

    def show_doubts(self, matches: Sequence[tuple[int, Match]]) -> None:
        """Show rows that a person has to decide about."""
        self._doubts.show_matches(matches)

    def show_clash(self, words: str) -> None:
        """Say that two rows were given the same indicator."""
        self._clash.say(words)

    def show_lines(
        self, changed: Sequence[str], new: Sequence[str], same: int, after: str
    ) -> None:
        """Show what changes, what is added, how many stay, and what it comes to."""
        self._fill(self._changed, self._changed_list, changed)
        self._fill(self._new, self._new_list, new)
        self._same.setText(f"Уже так отвечено: {counted(same, ANSWERS)}.")
        self._same.setVisible(same > 0)
        nothing = not changed and not new
        self._nothing.setVisible(nothing)
        self._after.setText(f"После переноса: {after}")
        self._after.setVisible(bool(after) and not nothing)

    def show_unknown(self, lines: Sequence[str]) -> None:
        """Show rows that nothing in the form belongs to."""
        self._fill(self._unknown, self._unknown_list, lines)

    def show_ready(self, count: int, *, ready: bool) -> None:
        """Show how many answers would be taken over, and whether they can be."""
        self._carry.setText(f"Перенести {counted(count, ANSWERS)}")
        self._carry.setEnabled(ready and count > 0)

    def show_done(self, words: str, more: str, *, finish: bool, undo: bool) -> None:
        """Say that answers were taken over, and offer what may follow."""
        self._show(ways=True, preview=False)
        self.notice.say("")
        self._finish.setVisible(finish)
        self._undo.setVisible(undo)
        self.done.say(words, more, tone="good")
        self.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Put the keyboard where the person goes on."""
        shown = self._carry if self._preview[0].isVisibleTo(self) else self._from_table
        if shown.isEnabled():
            shown.setFocus()

    def _show(self, *, ways: bool, preview: bool) -> None:
        for widget in self._ways:
            widget.setVisible(ways)
        for widget in self._preview:
            widget.setVisible(preview)

    def _busy_card(self) -> QWidget:
        self._busy = Card()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setAccessibleName("Файл читается")
        stop = button("Остановить", "stop-reading")
        stop.clicked.connect(self.stop_wanted)
        self._busy.body.addWidget(text("Файл читается…"))
        self._busy.body.addWidget(bar)
        self._busy.body.addLayout(row(stop))
        self._busy.hide()
        return self._busy

    def _done_notice(self) -> Notice:
        done = Notice("good")
        self._undo = done.add_button(
            "Отменить перенос", "undo-carry", self.undo_wanted.emit
        )
        self._finish = done.add_button(
            "Завершить", "finish-carried", self.finish_wanted.emit
        )
        return done

    def _ways_cards(self) -> tuple[QWidget, ...]:
        about = muted(ABOUT)
        table = Card("Таблица Excel")
        table.body.addWidget(text(TABLE))
        self._save = button("Сохранить таблицу для заполнения…", "save-table")
        self._save.clicked.connect(self.save_wanted)
        self._from_table = button("Прочитать заполненную…", "read-table", "main")
        self._from_table.clicked.connect(self.table_wanted)
        table.body.addLayout(row(self._from_table))
        table.body.addLayout(row(self._save))
        printed = Card("Распечатка официального сервиса")
        printed.body.addWidget(text(PRINTOUT))
        self._from_printout = button("Прочитать распечатку…", "read-printout", "main")
        self._from_printout.clicked.connect(self.printout_wanted)
        printed.body.addLayout(row(self._from_printout))
        drop = muted(DROP)
        for widget in (about, table, printed, drop):
            self.column.addWidget(widget)
        return about, table, printed, drop

    def _preview_cards(self) -> tuple[QWidget, ...]:
        box = Card()
        self._name = text("", "strong")
        self._facts = text("")
        self._year = QComboBox()
        self._year.setObjectName("carry-year")
        self._year.setAccessibleName("Куда перенести")
        self._year.activated.connect(
            lambda: self.year_wanted.emit(int(self._year.currentData()))
        )
        self._other = button("Другой файл…", "other-file")
        self._other.clicked.connect(self.other_wanted)
        self._frozen, self._warnings = Notice("warning"), Notice("warning")
        self._after, self._same = text("", "strong"), muted("")
        self._nothing = text("Переносить нечего: новых ответов в файле нет.")
        self._carry = button("Перенести", "carry-over", "main")
        self._carry.clicked.connect(self.carry_wanted)
        for widget in (self._name, self._facts, muted("Куда перенести")):
            box.body.addWidget(widget)
        box.body.addWidget(self._year)
        for widget in (self._frozen, self._warnings, self._nothing):
            box.body.addWidget(widget)
        box.body.addWidget(self._same)
        box.body.addWidget(self._after)
        box.body.addLayout(row(self._carry, self._other))
        self.column.addWidget(box)
        self._faults, self._fault_list = self._list_card(
            "Сначала исправьте в файле", "carry-faults"
        )
        self._doubts = DoubtsCard()
        self._doubts.picked.connect(self.picked)
        self._clash = Notice("danger")
        self.column.addWidget(self._clash)
        self.column.addWidget(self._doubts)
        self._changed, self._changed_list = self._list_card(
            "Ответы изменятся", "carry-changed"
        )
        self._new, self._new_list = self._list_card("Ответы добавятся", "carry-new")
        self._unknown, self._unknown_list = self._list_card(
            "Не перенесётся", "carry-unknown"
        )
        # the others show themselves when there is something in them
        return (box,)

    def _list_card(self, heading: str, name: str) -> tuple[Card, WrappedList]:
        card = Card(heading)
        lines = WrappedList(name, heading)
        card.body.addWidget(lines)
        self.column.addWidget(card)
        card.hide()
        return card, lines

    def _fill(self, card: Card, lines: WrappedList, words: Sequence[str]) -> None:
        card.setVisible(bool(words))
        lines.clear()
        lines.addItems(list(words))
        _fit(lines)


def _fit(lines: WrappedList) -> None:
    """Give a short list little room and a long one a bar of its own."""
    shown = min(LIST_LINES, 3 * max(1, lines.count()))
    lines.setFixedHeight(lines_high(lines, shown))
