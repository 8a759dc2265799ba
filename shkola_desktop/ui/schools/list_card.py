"""The table of a registry with its search, filter and what is done to a line."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from shkola_desktop.domain.review import Standing
from shkola_desktop.ui.schools.lines import SCHOOL_HEADINGS
from shkola_desktop.ui.widgets.card import Card, Notice, row
from shkola_desktop.ui.widgets.rows_model import Line, LinesTable
from shkola_desktop.ui.widgets.texts import button, muted
from shkola_desktop.words.standings import STANDINGS

LINES = 18
"""Lines of text that the table is high: nine schools on a small screen."""
PAUSE = 200
"""Milliseconds after the last letter until the table is searched."""


class ListCard(Card):
    """``chosen`` carries the keys of the chosen lines, the wishes that of one."""

    narrowed = Signal()
    chosen = Signal(object)
    add_wanted = Signal()
    edit_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(
        self,
        headings: Sequence[str] = SCHOOL_HEADINGS,
        *,
        wide: Sequence[int] = (0,),
        noun: str = "школу",
        standings: bool = True,
    ) -> None:
        super().__init__()
        self._search = QLineEdit()
        self._search.setObjectName("search-registry")
        self._search.setAccessibleName("Поиск в реестре")
        self._search.setPlaceholderText("Поиск: название, село или код")
        self._search.setClearButtonEnabled(True)
        self._search.setMaxLength(100)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.narrowed)
        self._search.textEdited.connect(self._wait)
        self._search.returnPressed.connect(self.narrowed)
        self._standing = QComboBox()
        self._standing.setObjectName("standing")
        self._standing.setAccessibleName("Показать школы")
        self._standing.addItem("все школы", None)
        for standing in Standing:
            self._standing.addItem(STANDINGS[standing], standing)
        self._standing.currentIndexChanged.connect(self.narrowed)
        if not standings:
            self._standing.hide()
        self._count = muted("")
        self._nothing = Notice("info")
        self.table = LinesTable(
            "registry", "Реестр", headings, wide=wide, lines=LINES, many=True
        )
        self.table.chosen.connect(self._follow)
        self.table.wished.connect(self.edit_wanted)
        self.add = button(f"Добавить {noun}", "add-entry")
        self.add.clicked.connect(self.add_wanted)
        self._edit = button("Изменить…", "edit-entry")
        self._edit.clicked.connect(lambda: self.edit_wanted.emit(self._first))
        self._remove = button("Убрать из реестра", "remove-entry")
        self._remove.clicked.connect(lambda: self.remove_wanted.emit(self._first))
        search = row(self._search, self._standing, stretch=0)
        self.body.addLayout(search)
        self.body.addWidget(self._count)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.table)
        self.body.addLayout(row(self.add, self._edit, self._remove))

    def show_lines(self, lines: Sequence[Line], words: str, nothing: str) -> None:
        """Show lines; ``words`` count them, ``nothing`` is said without any."""
        self._count.setText(words)
        self._nothing.say("" if lines else nothing)
        self.table.setVisible(bool(lines))
        self.table.show_lines(lines)
        self._follow()

    def show_standing(self, standing: Standing | None) -> None:
        """Narrow the table to a standing, None for all."""
        self._standing.setCurrentIndex(max(0, self._standing.findData(standing)))

    def forbid_removing(self) -> None:
        """Offer no removing here."""
        self._remove.hide()

    @property
    def searched(self) -> str:
        """What is searched for."""
        return self._search.text().strip()

    @property
    def standing(self) -> Standing | None:
        """The standing that is asked for, None for all."""
        found = self._standing.currentData()
        return Standing(found) if found is not None else None

    def _wait(self, _words: str) -> None:
        self._pause.start()

    def _follow(self) -> None:
        one = len(self.table.chosen_keys) == 1 and not self.table.isHidden()
        self._edit.setEnabled(one)
        self._remove.setEnabled(one)
        self.chosen.emit(self.table.chosen_keys)

    @property
    def _first(self) -> str:
        return next(iter(self.table.chosen_keys), "")
