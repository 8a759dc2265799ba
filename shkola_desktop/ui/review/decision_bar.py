"""The bar below a school: what was decided, and the next decision in one step."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout

from shkola_desktop.app.remarks.dossier import Dossier
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.review import Standing, Verdict
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import row
from shkola_desktop.ui.widgets.quick_line import QuickLine
from shkola_desktop.ui.widgets.texts import button, restyle, text
from shkola_desktop.words.reviews import OPEN_REMARKS, decided
from shkola_desktop.words.russian import counted

RETURN_HINT = "Что поправить. Замечания к показателям уйдут вместе с решением."
DRAFT = "Школа прислала черновик: его можно только вернуть."
WAITING = "Решения о последней сдаче ещё нет."
LONGEST = 160
"""Characters of a decision in the bar; the history has it whole."""


class DecisionBar(QFrame):
    """``returned`` carries the comment."""

    accepted = Signal()
    returned = Signal(str)
    undone = Signal()
    write_wanted = Signal()
    sheet_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._state = text("")
        self._accept = button("Принять", "accept", "main")
        self._accept.clicked.connect(self.accepted)
        self._return = button("Вернуть на доработку…", "return")
        self._return.clicked.connect(self._ask)
        self._undo = button("Отменить решение", "undo-decision")
        self._undo.clicked.connect(self.undone)
        self._write = button("", "write-review", "main")
        self._write.clicked.connect(self.write_wanted)
        self._sheet = button("Лист замечаний…", "remarks-sheet", "link")
        self._sheet.clicked.connect(self.sheet_wanted)
        self._comment = QuickLine("return", "Что поправить школе", "Вернуть")
        self._comment.given.connect(self.returned)
        self._comment.dropped.connect(self._comment.hide)
        self._comment.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self._state)
        layout.addWidget(self._comment)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.setSpacing(SPACE)
        self._rows.addLayout(row(self._accept, self._return, self._undo))
        self._rows.addLayout(row(self._write, self._sheet))
        layout.addLayout(self._rows)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what stands and what can be decided."""
        held = dossier.decision
        self._state.setText(_state(dossier))
        accepted = held is not None and held.verdict is Verdict.ACCEPTED
        completed = dossier.state.result is not None and dossier.state.result.completed
        self._accept.setVisible(not accepted)
        self._accept.setEnabled(completed)
        self._accept.setToolTip("" if completed else DRAFT)
        self._return.setVisible(not accepted)
        self._undo.setVisible(dossier.may_undo)
        self._show_write(dossier)
        main = not (dossier.unsent and held is not None)
        for made, looks_main in ((self._accept, main), (self._write, not main)):
            restyle(made, "role", "main" if looks_main else "")
            made.updateGeometry()  # bold words are wider
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Put the buttons into two rows where the text is large."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        every = (self._accept, self._return, self._undo, self._write, self._sheet)
        shown = [made for made in every if not made.isHidden()]
        needed = sum(made.sizeHint().width() + SPACE for made in shown) + 4 * SPACE
        ways = QBoxLayout.Direction
        narrow = needed > self.width()
        self._rows.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def done(self) -> None:
        """Close the line of the comment: it was kept."""
        self._comment.forget()
        self._comment.hide()

    def _show_write(self, dossier: Dossier) -> None:
        whom = "района" if dossier.side is Role.REGION else "школы"
        again = "" if dossier.unsent else " ещё раз"
        said = bool(dossier.threads) or dossier.decision is not None
        self._write.setText(f"Записать пакет для {whom}{again}…")
        self._write.setVisible(said or dossier.unsent > 0)
        self._sheet.setVisible(bool(dossier.threads))

    def _ask(self) -> None:
        self._comment.begin("", RETURN_HINT, self._comment.words)


def _state(dossier: Dossier) -> str:
    parts: list[str] = []
    if dossier.decision is not None:
        words = decided(dossier.decision)
        parts.append(words if len(words) <= LONGEST else f"{words[:LONGEST]}…")
    elif dossier.state.standing is Standing.IN_WORK:
        parts.append(DRAFT)
    else:
        parts.append(WAITING)
    if dossier.open:
        parts.append(f"{counted(dossier.open, OPEN_REMARKS)}.")
    if dossier.unsent:
        parts.append("Ещё не записано в пакет.")
    return " ".join(parts)
