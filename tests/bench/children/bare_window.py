"""The floor of a start: an empty window with the Qt modules the program uses."""

import os
import sys

from PySide6 import QtCore, QtGui, QtSvg, QtWidgets

from tests.bench.children.first_paint import FirstPaint
from tests.bench.children.telling import tell

USED = (QtCore, QtGui, QtSvg)


def main() -> None:
    application = QtWidgets.QApplication(sys.argv[:1])
    window = QtWidgets.QMainWindow()
    window.setCentralWidget(QtWidgets.QLabel("bare"))
    window.resize(1280, 720)
    window.show()

    def painted() -> None:
        tell()
        os._exit(0)

    watch = FirstPaint(window, painted)
    application.exec()
    watch.deleteLater()


main()
