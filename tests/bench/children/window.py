"""The program as ``python -m shkola_desktop`` starts it, to its first painted frame."""

import os
import sys
from pathlib import Path

from shkola_desktop.bootstrap import Program
from shkola_desktop.ui.application import make_application
from shkola_desktop.ui.shell import Shell
from tests.bench.children.first_paint import FirstPaint
from tests.bench.children.telling import tell


def main() -> None:
    application = make_application()
    shell = Shell(Program(), Path(sys.argv[1]))
    shell.open()
    assert shell.window is not None

    def painted() -> None:
        tell()
        # a clean end: the next start must not ask about a crash
        shell.shut()
        os._exit(0)

    watch = FirstPaint(shell.window, painted)
    application.exec()
    watch.deleteLater()


main()
