"""What a table of schools would change: rows, faults by cell, likely twins."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from shkola_desktop.app.registry import RegistryPreview
from shkola_desktop.domain.registry import Change, RegistryLine
from shkola_desktop.ui.schools.lines import (
    PREVIEW_HEADINGS,
    preview_lines,
    twin_words,
)
from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.rows_model import LinesTable
from shkola_desktop.ui.widgets.scroll_page import empty
from shkola_desktop.ui.widgets.texts import button, heading, muted, text
from shkola_desktop.words.messages import problem_line
from shkola_desktop.words.russian import SCHOOLS, counted

LINES = 7
MOST_FAULTS = 20
"""Faults told at once: who meets more has taken another file."""
MOST_TWINS = 30
"""Questions asked at once; further twins are left out and told."""


class ImportCard(Card):
    """``taken`` carries the rows that are to be taken over."""

    taken = Signal(object)
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._preview: RegistryPreview | None = None
        self._twins: list[tuple[QCheckBox, RegistryLine]] = []
        self._name = heading("")
        self._counts = text("")
        self._table = LinesTable(
            "registry-preview",
            "Что изменится в реестре",
            PREVIEW_HEADINGS,
            wide=(2, 3),
            lines=LINES,
        )
        self._asked = QVBoxLayout()
        self._asked.setSpacing(SPACE)
        self._faults = text("", "danger")
        self._take = button("Внести в реестр", "take-registry", "main")
        self._take.clicked.connect(self._tell)
        drop = button("Не вносить", "drop-registry")
        drop.clicked.connect(self.dropped)
        for widget in (self._name, self._counts, self._table):
            self.body.addWidget(widget)
        self.body.addLayout(self._asked)
        self.body.addWidget(self._faults)
        self.body.addLayout(row(self._take, drop))
        self.hide()

    def show_preview(self, preview: RegistryPreview) -> None:
        """Show what a file would change."""
        self._preview = preview
        self._name.setText(f"Из файла «{preview.name}»")
        self._counts.setText(_counts(preview))
        lines = preview_lines(preview)
        self._table.setVisible(bool(lines))
        self._table.show_lines(lines)
        self._ask_twins(preview)
        self._tell_faults(preview)
        self._count()
        self.show()

    @property
    def _chosen(self) -> tuple[RegistryLine, ...]:
        if self._preview is None:
            return ()
        sure = [
            line
            for line in self._preview.lines
            if line.change is not Change.SAME and line.alike is None
        ]
        return (*sure, *(line for box, line in self._twins if box.isChecked()))

    def _ask_twins(self, preview: RegistryPreview) -> None:
        empty(self._asked)
        twins = [line for line in preview.lines if line.alike is not None]
        self._twins = []
        if twins:
            words = "Похоже, эти школы в реестре уже есть под другим кодом. Отметьте те"
            self._asked.addWidget(text(f"{words}, что вносить всё равно.", "strong"))
        for line in twins[:MOST_TWINS]:
            words = twin_words(line)
            box = QCheckBox("внести")
            box.setObjectName(f"twin-{line.school.code}")
            box.setAccessibleName(f"Внести: {words}")
            box.toggled.connect(self._count)
            self._twins.append((box, line))
            self._asked.addLayout(row(box, text(words), stretch=1))
        if len(twins) > MOST_TWINS:
            rest = counted(len(twins) - MOST_TWINS, SCHOOLS)
            self._asked.addWidget(muted(f"И ещё {rest}: сначала внесите эти."))

    def _tell_faults(self, preview: RegistryPreview) -> None:
        told = [problem_line(p) for p in preview.problems[:MOST_FAULTS]]
        rest = len(preview.problems) - len(told)
        if rest > 0:
            told.append(f"…и ещё {rest}. Исправьте файл и загрузите его снова.")
        self._faults.setText("\n".join(told))
        self._faults.setVisible(bool(told))

    def _count(self) -> None:
        count = len(self._chosen)
        self._take.setEnabled(count > 0)
        self._take.setText(f"Внести в реестр: {count}" if count else "Вносить нечего")

    def _tell(self) -> None:
        self.taken.emit(self._chosen)


def _counts(preview: RegistryPreview) -> str:
    parts = (
        ("новых", len(preview.of(Change.NEW))),
        ("изменятся", len(preview.of(Change.CHANGED))),
        ("без изменений", len(preview.of(Change.SAME))),
        ("ошибок в строках", len(preview.problems)),
    )
    told = [f"{name}: {count}" for name, count in parts if count]
    return "Школы в файле – " + ", ".join(told) if told else "Школ в файле нет."
