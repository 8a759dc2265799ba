"""A table to read: wrapped names, figures in the middle, as high as its rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
)

LEAST = 17
"""Characters of the first column; with many years the table scrolls sideways."""
LONG_WORD = re.compile(r"[а-яё]{14,}", re.IGNORECASE)
SYLLABLE = re.compile(r"([аеёиоуыэюя])(?=[бвгджзклмнпрстфхцчшщ][аеёиоуыэюя])")
"""Where a word may be divided: a vowel, and a consonant with its vowel after it."""
SOFT_HYPHEN = "\u00ad"
NARROW = "QHeaderView::section { padding: 5px 3px; }"
"""Five years and a name stand side by side on a small screen."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A row; ``strong`` sets sums apart."""

    cells: tuple[str, ...]
    strong: bool = False


class FactsTable(QTableWidget):
    """Read-only; the page scrolls, the table does not."""

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        head.setStyleSheet(NARROW)

    def show_facts(self, heads: Sequence[str], facts: Sequence[Fact]) -> None:
        """Show other rows."""
        self.setColumnCount(len(heads))
        self.setRowCount(len(facts))
        self.setHorizontalHeaderLabels(list(heads))
        for number, fact in enumerate(facts):
            for column, words in enumerate(fact.cells):
                self.setItem(number, column, _item(words, column, strong=fact.strong))
        head = self.horizontalHeader()
        mode = QHeaderView.ResizeMode
        for column in range(len(heads)):
            head.setSectionResizeMode(
                column, mode.ResizeToContents if column else mode.Fixed
            )
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self.columnCount():
            return
        head = self.horizontalHeader()
        head.resizeSections(QHeaderView.ResizeMode.ResizeToContents)
        rest = sum(head.sectionSize(n) for n in range(1, self.columnCount()))
        least = self.fontMetrics().averageCharWidth() * LEAST
        self.setColumnWidth(0, max(least, self.viewport().width() - rest))
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(number) for number in range(self.rowCount()))
        height = rows + self.horizontalHeader().sizeHint().height()
        bar = self.horizontalScrollBar()
        if bar.isVisible():
            height += bar.height()
        height += 2 * self.frameWidth() + 2
        if self.height() != height:
            self.setFixedHeight(height)


def _item(words: str, column: int, *, strong: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(_breakable(words))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    if column:
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
    else:
        item.setTextAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
    if strong:
        font = QFont(item.font())
        font.setBold(True)
        item.setFont(font)
    return item


def _breakable(words: str) -> str:
    """Return the words with soft hyphens in the long ones: columns may be narrower."""
    return LONG_WORD.sub(lambda word: SYLLABLE.sub(rf"\1{SOFT_HYPHEN}", word[0]), words)
