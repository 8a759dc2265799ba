"""A date that may be empty, typed as people write it: 24.11.2026."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from shkola_desktop.ui.widgets.texts import restyle, text
from shkola_desktop.words.russian import short_date

FAULT = "Введите дату так: 24.11.2026."
LONGEST = 10
PARTS = 3
CENTURY = 2_000
"""Years are written with two figures too: 26 is 2026."""


class DateLine(QWidget):
    """``left`` tells that another date was typed and left.

    ``fault`` says that a date is wrong; whoever makes the line puts it below.
    """

    left = Signal()

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        self._day: date | None = None
        self._line = QLineEdit()
        self._line.setObjectName(name)
        self._line.setAccessibleName(label)
        self._line.setPlaceholderText("дд.мм.гггг")
        self._line.setMaxLength(LONGEST)
        self._line.editingFinished.connect(self._read)
        self.fault = text(FAULT, "danger")
        self.fault.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._line)
        self.setFocusProxy(self._line)

    @property
    def day(self) -> date | None:
        """The date as it was last understood."""
        known = day_of(self._line.text())
        return self._day if known is None and self._line.text().strip() else known

    def show_day(self, day: date | None) -> None:
        """Show a date; what is being typed stays."""
        if day == self._day and (self._line.hasFocus() or self._wrong):
            return
        self._day = day
        self._line.setText(short_date(day) if day else "")
        self._say(wrong=False)

    @property
    def _wrong(self) -> bool:
        return bool(self._line.text().strip()) and day_of(self._line.text()) is None

    def _read(self) -> None:
        self._say(wrong=self._wrong)
        day = self.day
        if day != self._day:
            self._day = day
            self.left.emit()
        if not self._wrong:
            self._line.setText(short_date(day) if day else "")

    def _say(self, *, wrong: bool) -> None:
        restyle(self._line, "wrong", wrong)
        self.fault.setVisible(wrong)


def day_of(words: str) -> date | None:
    """Return the date that is written, or None."""
    parts = words.strip().replace("/", ".").replace(",", ".").split(".")
    if len(parts) != PARTS or not all(part.isdecimal() for part in parts):
        return None
    day, month, year = (int(part) for part in parts)
    try:
        return date(year if year >= CENTURY else CENTURY + year % 100, month, day)
    except ValueError:
        return None
