"""What is wrong, said at its place; hidden while nothing is."""

from PySide6.QtWidgets import QLabel

from shkola_desktop.ui.widgets.texts import text


def fault_label(name: str) -> QLabel:
    """Return the place of a fault, hidden."""
    label = text("", "danger")
    label.setObjectName(name)
    label.hide()
    return label


def say(fault: QLabel, words: str) -> None:
    """Tell a fault, or hide with empty words."""
    fault.setText(words)
    fault.setVisible(bool(words))
