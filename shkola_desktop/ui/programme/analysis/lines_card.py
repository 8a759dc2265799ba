"""One corner of SWOT: own lines, and lines to take over from the data."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import Card, row
from shkola_desktop.ui.widgets.lines import line_shape
from shkola_desktop.ui.widgets.records import Records
from shkola_desktop.ui.widgets.scroll_page import empty
from shkola_desktop.ui.widgets.texts import button, muted, text

SHOWN = 3
"""Suggestions at a time: the next ones move up as these are taken."""


class LinesCard(Card):
    """``changed`` carries the lines."""

    changed = Signal(object)

    def __init__(self, name: str, title: str, hint: str, source: str) -> None:
        """``source`` tells what the suggestions are made from."""
        super().__init__(title)
        self._name, self._source = name, source
        self._lines: tuple[str, ...] = ()
        self._offered: tuple[str, ...] | None = None
        self._first: QPushButton | None = None
        self._records = Records(line_shape(name, title.lower(), hint))
        self._records.changed.connect(self.changed)
        self.body.addWidget(self._records)
        self._suggestions = QVBoxLayout()
        self._suggestions.setSpacing(SPACE // 2)
        self.body.addLayout(self._suggestions)

    def show_lines(self, lines: Sequence[str], suggested: Sequence[str]) -> None:
        """Show own lines, and what is suggested but not taken."""
        self._lines = tuple(lines)
        self._records.show_records(lines)
        offered = tuple(line for line in suggested if line not in self._lines)
        if offered != self._offered:
            self._offered = offered
            self._offer(offered)

    def focus(self) -> None:
        """Put the keyboard at the line for a new entry."""
        self._records.focus_new()

    def flush(self) -> None:
        """Tell a line that is still being typed."""
        self._records.flush()

    def _offer(self, offered: Sequence[str]) -> None:
        empty(self._suggestions)
        self._first = None
        if not offered:
            return
        left = len(offered) - SHOWN
        more = f", ещё {left}" if left > 0 else ""
        self._suggestions.addWidget(muted(f"Подсказки: {self._source}{more}"))
        for line in offered[:SHOWN]:
            take = button("Взять", f"take-{self._name}", "link")
            take.setAccessibleName(f"Взять: {line}")
            take.clicked.connect(partial(self._take, (line,)))
            self._first = self._first or take
            self._suggestions.addLayout(row(text(line), take, stretch=0))
        if len(offered) > 1:
            every = button(
                f"Взять все ({len(offered)})", f"take-all-{self._name}", "link"
            )
            every.setAccessibleName(f"Взять все подсказки: {self._source}")
            every.clicked.connect(partial(self._take, tuple(offered)))
            self._suggestions.addLayout(row(every))

    def _take(self, lines: tuple[str, ...]) -> None:
        self.changed.emit((*self._lines, *lines))
        if self._first is not None:
            self._first.setFocus()
        else:
            self._records.focus_new()
