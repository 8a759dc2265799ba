"""«Программа развития»: three tabs, or how to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from shkola_desktop.domain.programme import ProgrammeTemplate
from shkola_desktop.ui.programme.basics_tab import BasicsTab
from shkola_desktop.ui.programme.deficits_tab import DeficitsTab
from shkola_desktop.ui.programme.team_tab import TeamTab
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.scroll_page import ScrollPage
from shkola_desktop.ui.widgets.texts import button, text, title

EMPTY = (
    "Черновик составится из самодиагностики: каждый показатель без баллов станет "
    "дефицитом с возможными причинами и мероприятиями. Всё можно изменить, убрать "
    "или добавить своё."
)
NO_DIAGNOSIS = "Сначала ответьте хотя бы на часть показателей самодиагностики."
OUTDATED = (
    "Эта программа составлена по прошлой самодиагностике. Новый черновик не изменит "
    "старый."
)


class ProgrammePage(QWidget):
    """Draws the programme's tabs and tells wishes."""

    draft_wanted = Signal()
    diagnosis_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, template: ProgrammeTemplate) -> None:
        super().__init__()
        self.basics = BasicsTab(template)
        self.deficits = DeficitsTab()
        self.team = TeamTab()
        self.notice = Notice("danger")
        self.outdated = Notice("warning")
        self.outdated.add_button(
            "Составить новый черновик", "redraft", self.draft_wanted.emit
        )
        self._tabs = QTabWidget()
        self._tabs.setObjectName("programme-tabs")
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self.basics, "Основное")
        self._tabs.addTab(self.deficits, "Дефициты и мероприятия")
        self._tabs.addTab(self.team, "Команда")
        self._empty = ScrollPage()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._full())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._shortcuts()

    def show_empty(self, *, answered: bool) -> None:
        """Show how a programme begins."""
        self._empty.clear()
        self._empty.column.addWidget(title("Программа развития"))
        card = Card("Черновика ещё нет")
        card.body.addWidget(text(EMPTY if answered else NO_DIAGNOSIS))
        if answered:
            make = button("Составить черновик", "draft", "main")
            make.clicked.connect(self.draft_wanted)
        else:
            make = button("К самодиагностике", "to-diagnosis", "main")
            make.clicked.connect(self.diagnosis_wanted)
        card.body.addLayout(row(make))
        self._empty.column.addWidget(card)
        self._stack.setCurrentIndex(0)

    def show_period(self, period: str) -> None:
        """Show which years the programme is for."""
        self._title.setText(f"Программа развития на {period} годы")

    def show_tabs(self, *, outdated: bool) -> None:
        """Show the programme."""
        self.outdated.say(OUTDATED if outdated else "")
        self._stack.setCurrentIndex(1)

    def show_undo(self, *, undo: bool, redo: bool) -> None:
        """Show whether there is something to undo or redo."""
        self._undo.setEnabled(undo)
        self._redo.setEnabled(redo)

    def _full(self) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        self._title = title("")
        self._undo = button("Отменить", "undo-programme")
        self._undo.clicked.connect(self.undo_wanted)
        self._redo = button("Вернуть", "redo-programme")
        self._redo.clicked.connect(self.redo_wanted)
        layout.addLayout(row(self._title, self._undo, self._redo, stretch=0))
        layout.addWidget(self.outdated)
        layout.addWidget(self.notice)
        layout.addWidget(self._tabs, 1)
        return box

    def _shortcuts(self) -> None:
        pairs = (
            (QKeySequence("Ctrl+Z"), self.undo_wanted.emit),
            (QKeySequence("Ctrl+Y"), self.redo_wanted.emit),
        )
        for keys, wish in pairs:
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(wish)
