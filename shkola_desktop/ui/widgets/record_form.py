"""The fields of one record: lines, texts, choices, dates; told when one is left."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from shkola_desktop.ui.theme import SPACE
from shkola_desktop.ui.widgets.card import row
from shkola_desktop.ui.widgets.date_line import DateLine
from shkola_desktop.ui.widgets.typed_text import TypedText, limit_line, show_line

LONGEST = 1_000
"""Characters of a field."""
TEXT_LINES = 3


class Kind(Enum):
    """How a field is filled in."""

    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record; ``options`` are codes and words of a choice."""

    name: str
    label: str
    kind: Kind = Kind.LINE
    options: tuple[tuple[str, str], ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """What records of a sort are called, made of and told as.

    ``make`` turns the first words into a record, ``told`` a record into its head and
    the rest; ``read`` and ``write`` go between a record and its fields' values.
    """

    name: str
    noun: str
    hint: str
    fields: tuple[Field, ...]
    make: Callable[[str], Any]
    told: Callable[[Any], tuple[str, str]]
    read: Callable[[Any], Mapping[str, Any]]
    write: Callable[[Any, Mapping[str, Any]], Any]


class RecordForm(QWidget):
    """Shows the values of a record's fields; ``changed`` tells that one was left."""

    changed = Signal()

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self._widgets: dict[str, QWidget] = {}
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(SPACE // 2)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for field in shape.fields:
            widget = self._widget(f"{shape.name}-{field.name}", field)
            self._widgets[field.name] = widget
            if len(shape.fields) == 1:
                layout.addRow(widget)
            elif field.kind in {Kind.LINE, Kind.TEXT}:
                layout.addRow(field.label, widget)
            else:
                layout.addRow(field.label, row(widget))
            if isinstance(widget, DateLine):
                layout.addRow("", widget.fault)

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show values; a field that is being typed in keeps its words."""
        for name, widget in self._widgets.items():
            match widget:
                case QLineEdit():
                    show_line(widget, str(values[name]))
                case TypedText():
                    widget.show_words(str(values[name]))
                case QComboBox():
                    widget.setCurrentIndex(max(0, widget.findData(values[name])))
                case DateLine():
                    widget.show_day(values[name])
                case _:
                    pass

    def values(self) -> Mapping[str, Any]:
        """Return what stands in the fields now."""
        return {name: _value(widget) for name, widget in self._widgets.items()}

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        first = next(iter(self._widgets.values()))
        first.setFocus()
        if isinstance(first, QLineEdit | TypedText):
            first.selectAll()

    def _widget(self, name: str, field: Field) -> QWidget:
        match field.kind:
            case Kind.LINE:
                line = QLineEdit()
                limit_line(line, LONGEST)
                line.setPlaceholderText(field.hint)
                line.editingFinished.connect(self.changed)
                return _named(line, name, field.label)
            case Kind.TEXT:
                height = self.fontMetrics().lineSpacing() * TEXT_LINES + 2 * SPACE
                text = TypedText(name, field.label, height)
                text.setPlaceholderText(field.hint)
                text.left.connect(self.changed)
                return text
            case Kind.CHOICE:
                box = QComboBox()
                for code, words in field.options:
                    box.addItem(words, code)
                box.activated.connect(self.changed)
                return _named(box, name, field.label)
            case Kind.DATE:
                day = DateLine(name, field.label)
                day.left.connect(self.changed)
                return day


def _named(widget: QWidget, name: str, label: str) -> QWidget:
    widget.setObjectName(name)
    widget.setAccessibleName(label)
    return widget


def _value(widget: QWidget) -> Any:
    match widget:
        case QLineEdit():
            return widget.text().strip()
        case TypedText():
            return widget.toPlainText().strip()
        case QComboBox():
            return widget.currentData()
        case DateLine():
            return widget.day
        case _:
            return None
