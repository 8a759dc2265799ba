"""One text in its cases: what the program suggests, put right by typing over it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from shkola_desktop.app.declining import Shown
from shkola_desktop.domain.declension import LONGEST_FORM, Case
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import row
from shkola_desktop.ui.widgets.fault import fault_label, say
from shkola_desktop.ui.widgets.texts import button, muted, text
from shkola_desktop.ui.widgets.typed_text import limit_line, show_line
from shkola_desktop.words.russian import capital, joined

ASKED = {
    Case.GENITIVE: "Нет кого?",
    Case.DATIVE: "Дать кому?",
    Case.ACCUSATIVE: "Назначить кого?",
    Case.INSTRUMENTAL: "Доволен кем?",
}
"""The cases that documents take, with the questions of school grammar."""
NAMES = {
    Case.GENITIVE: "родительный",
    Case.DATIVE: "дательный",
    Case.ACCUSATIVE: "винительный",
    Case.INSTRUMENTAL: "творительный",
}


class CaseForm(QWidget):
    """``corrected`` carries case and form, ``given_back`` wants the suggestion."""

    corrected = Signal(object, str)
    given_back = Signal()

    def __init__(self, what: str, name: str) -> None:
        """Make the lines; ``what`` heads them, ``name`` begins the names."""
        super().__init__()
        self._shown: Shown | None = None
        self._head = text(what, "strong")
        self._doubt = fault_label(f"{name}-doubt")
        self._changed = muted("")
        self._back = button("Вернуть как предложено", f"{name}-back")
        self._back.setAccessibleName(f"Вернуть как предложено: {what}")
        self._back.clicked.connect(self.given_back)
        self._lines = {case: self._line(case, what, name) for case in ASKED}
        layout = QFormLayout()
        layout.setVerticalSpacing(SPACE // 2)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for case, line in self._lines.items():
            layout.addRow(ASKED[case], line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addWidget(self._head)
        column.addWidget(self._doubt)
        column.addLayout(layout)
        column.addWidget(self._changed)
        column.addLayout(row(self._back))

    def show_cases(self, shown: Shown) -> None:
        """Show the forms that documents take, and which of them were put right."""
        self._shown = shown
        for case, line in self._lines.items():
            show_line(line, shown.declined.in_case(case))
        names = [NAMES[c.case] for c in shown.corrected if c.case in NAMES]
        self._changed.setText(f"Исправлено вами: {joined(names)}." if names else "")
        self._changed.setVisible(bool(names))
        self._back.setVisible(bool(names))
        unsure = shown.suggested.doubtful and not names
        words = "Проверьте: в этих словах программа не уверена." if unsure else ""
        say(self._doubt, words)

    def flush(self) -> None:
        """Tell a form that is still being typed."""
        for case in self._lines:
            self._tell(case)

    def _line(self, case: Case, what: str, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(f"{name}-{case.value}")
        line.setAccessibleName(f"{what}: {NAMES[case]}, {ASKED[case]}")
        line.setToolTip(f"{capital(NAMES[case])} падеж")
        limit_line(line, LONGEST_FORM)
        line.editingFinished.connect(partial(self._tell, case))
        return line

    def _tell(self, case: Case) -> None:
        if self._shown is None:
            return
        form = " ".join(self._lines[case].text().split())
        if form == self._shown.declined.in_case(case):
            return
        suggested = form == self._shown.suggested.in_case(case)
        self.corrected.emit(case, "" if suggested else form)
