"""Tab «Проверки»: January and June, what they find by data, what people conclude."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit

from shkola_desktop.app import executing
from shkola_desktop.app.outlook import Outlook
from shkola_desktop.domain.execution import CheckKind, YearCheck
from shkola_desktop.domain.progress import Course
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.date_line import DateLine
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, heading, lines_high, muted, text
from shkola_desktop.ui.widgets.typed_text import TypedText, limit_line, show_line
from shkola_desktop.words.execution import check_said, held_in

EXPLAINED = {
    CheckKind.JANUARY: (
        "Что нужно было сделать до конца года. Проверку проводят на совещании при "
        "директоре, чтобы успеть исправить до лета."
    ),
    CheckKind.JUNE: (
        "Весь год и весна учебного года, который в нём начался. По её итогам делают "
        "корректировку и отчёт для педсовета и учредителя."
    ),
}
LONGEST = 400
LINES = 4


class CheckCard(Card):
    """``changed`` carries the changed check."""

    changed = Signal(object)

    def __init__(self, kind: CheckKind) -> None:
        super().__init__()
        self._check = YearCheck(0, kind)
        name = f"check-{kind.value}"
        self._title = heading("")
        self.body.addWidget(self._title)
        self._found = text("")
        self.body.addWidget(muted(EXPLAINED[kind]))
        self.body.addWidget(self._found)
        self._on = DateLine(f"{name}-on", "Дата проверки")
        self._on.left.connect(self.flush)
        self._by = QLineEdit()
        self._by.setObjectName(f"{name}-by")
        self._by.setAccessibleName("Кто проверил")
        limit_line(self._by, LONGEST)
        self._by.editingFinished.connect(self.flush)
        self._said = TypedText(
            f"{name}-conclusions", "Выводы проверки", lines_high(self, LINES)
        )
        self._said.left.connect(self.flush)
        form = QFormLayout()
        form.setVerticalSpacing(SPACE // 2)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow("Дата", row(self._on))
        form.addRow("", self._on.fault)
        form.addRow("Кто проверил", self._by)
        form.addRow("Выводы", self._said)
        self.body.addLayout(form)

    def show_check(self, check: YearCheck, found: str) -> None:
        """Show a check and what follows from the data."""
        if check.key != self._check.key and self._check.year:
            self.flush()
        self._check = check
        self._title.setText(held_in(check.kind, check.year))
        self._found.setText(found)
        self._on.show_day(check.on)
        show_line(self._by, check.by)
        self._said.show_words(check.conclusions)

    def focus(self) -> None:
        """Put the keyboard at the date."""
        self._on.setFocus()

    def flush(self) -> None:
        """Tell fields that are still being typed in."""
        known = self._check
        changed = YearCheck(
            known.year,
            known.kind,
            self._on.day,
            self._by.text().strip(),
            self._said.toPlainText().strip()[: executing.LONGEST],
        )
        if changed != known and known.year:
            self._check = changed
            self.changed.emit(changed)


class ChecksTab(ScrollPage):
    """``changed`` carries the changed programme, ``report_wanted`` nothing."""

    changed = Signal(object)
    report_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._outlook: Outlook | None = None
        self._cards = {kind: CheckCard(kind) for kind in CheckKind}
        for card in self._cards.values():
            card.changed.connect(self._keep)
            self.column.addWidget(card)
        report = Card("Отчёт за год")
        self._report = text("")
        report.body.addWidget(self._report)
        make = button("Сделать отчёт", "make-execution-report")
        make.clicked.connect(self.report_wanted)
        report.body.addLayout(row(make))
        self.column.addWidget(report)

    def show_year(self, outlook: Outlook, course: Course, year: int) -> None:
        """Show the checks of a year."""
        self._outlook = outlook
        today: date = outlook.material.made_at.astimezone().date()
        for kind, card in self._cards.items():
            check = outlook.programme.execution.check(year, kind)
            found = check_said(course.looked_at(year, kind), today)
            card.show_check(check, found)
        self._report.setText(
            f"«Отчёт о реализации Программы развития за {year} год»: что выполнено по "
            "направлениям, показатели, уровни, причины и корректировка. Его можно "
            "сделать в любой момент."
        )

    def flush(self) -> None:
        """Tell what is still being typed."""
        for card in self._cards.values():
            card.flush()

    def focus(self) -> None:
        """Put the keyboard at the first date."""
        self._cards[CheckKind.JANUARY].focus()

    def _keep(self, check: YearCheck) -> None:
        if self._outlook is None:
            return
        changed = executing.with_check(self._outlook.programme, check)
        if changed != self._outlook.programme:
            self.changed.emit(changed)
