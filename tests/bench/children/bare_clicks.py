"""The floor of a click: plain radio buttons in a plain window."""

import os
import sys
from time import perf_counter

from PySide6.QtCore import QEventLoop, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from tests.bench.children.first_paint import FirstPaint
from tests.bench.children.telling import tell


def click(button: QRadioButton) -> float:
    """Return ms from a click to the frame that shows it."""
    loop = QEventLoop()
    watch = FirstPaint(button, loop.quit, button.isChecked)
    start = perf_counter()
    # a radio button takes clicks on its mark and its words alone
    mark = QPoint(8, button.height() // 2)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=mark)
    loop.exec()
    watch.deleteLater()
    return (perf_counter() - start) * 1000


def main() -> None:
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    middle = QWidget()
    layout = QVBoxLayout(middle)
    buttons = [QRadioButton(f"option {n}") for n in range(int(sys.argv[1]))]
    for button in buttons:
        layout.addWidget(button)
    window.setCentralWidget(middle)
    window.resize(1280, 720)
    window.show()
    application.processEvents()
    tell()
    for _line in sys.stdin:
        tell(shown=click(buttons[1 if buttons[0].isChecked() else 0]))
    os._exit(0)


main()
