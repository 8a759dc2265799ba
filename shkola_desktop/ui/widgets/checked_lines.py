"""Lines of a form that say at their place what is missing or wrong."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit

from shkola_desktop.ui.widgets.texts import muted, restyle
from shkola_desktop.ui.widgets.typed_text import limit_line

CODE = re.compile("[A-Za-z0-9-]{1,20}")
"""Registry codes go into file names on a stick: Latin letters, digits, hyphen."""
LONGEST = 400
"""Characters of a line: the longest name in a charter has about 250."""


@dataclass(frozen=True, slots=True)
class TextField:
    """A line of the form; ``hint`` is shown inside while it is empty."""

    name: str
    label: str
    hint: str = ""
    required: bool = False
    code: bool = False


class CheckedLines:
    """Lines put into a form layout; ``typed`` is emitted when a person types."""

    def __init__(self, fields: Sequence[TextField], typed: SignalInstance) -> None:
        self._fields = tuple(fields)
        self._typed = typed
        self._lines: dict[str, QLineEdit] = {}
        self._faults: dict[str, QLabel] = {}

    def add_to(self, layout: QFormLayout, field: TextField) -> None:
        """Make the line of a field and put it at the end of a layout."""
        line = QLineEdit()
        line.setObjectName(field.name)
        line.setAccessibleName(field.label)
        line.setPlaceholderText(field.hint)
        limit_line(line, LONGEST)
        line.textEdited.connect(self._typed)
        fault = muted(_fault(field))
        fault.setProperty("look", "danger")
        fault.hide()
        self._lines[field.name] = line
        self._faults[field.name] = fault
        layout.addRow(field.label + (" *" if field.required else ""), line)
        layout.addRow("", fault)

    def show_values(self, of: object) -> None:
        """Fill the lines from the attributes of their names."""
        for name, line in self._lines.items():
            line.setText(getattr(of, name))
            line.setCursorPosition(0)  # a long name shows its beginning

    def clear(self) -> None:
        """Make the lines empty, without faults."""
        for name, line in self._lines.items():
            line.clear()
            restyle(line, "wrong", value=False)
            self._faults[name].hide()

    def focus_first(self) -> None:
        """Put the keyboard into the first line."""
        next(iter(self._lines.values())).setFocus()

    def values(self) -> dict[str, str]:
        """Return what the lines hold, without blanks at the ends."""
        return {name: line.text().strip() for name, line in self._lines.items()}

    def complete(self) -> bool:
        """Tell whether nothing is missing; mark what is and go to the first."""
        first: QLineEdit | None = None
        for field in self._fields:
            line = self._lines[field.name]
            words = line.text().strip()
            wrong = field.required and not words
            if field.code and words:
                wrong = not CODE.fullmatch(words)
            restyle(line, "wrong", wrong)
            self._faults[field.name].setVisible(wrong)
            if wrong and first is None:
                first = line
        if first is not None:
            first.setFocus()
        return first is None


def _fault(field: TextField) -> str:
    if field.code:
        return "Введите код: латинские буквы, цифры, дефис."
    return "Заполните это поле."
