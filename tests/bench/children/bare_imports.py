"""The floor of the imports: the Qt modules alone."""

from PySide6 import QtCore, QtGui, QtSvg, QtWidgets

from tests.bench.children.telling import tell

USED = (QtCore, QtGui, QtSvg, QtWidgets)
tell()
