"""The first window waits for nothing that it does not need."""

import json
import os
import subprocess
import sys

import pytest

from shkola_desktop.app import demo
from shkola_desktop.bootstrap import Program

CHILD = """
import json, os, sys
from pathlib import Path
from shkola_desktop.bootstrap import Program
from shkola_desktop.ui.application import make_application
from shkola_desktop.ui.shell import Shell

application = make_application()
shell = Shell(Program(), Path(sys.argv[1]))
shell.open()
application.processEvents()
print(json.dumps([type(shell.window).__name__, sorted(sys.modules)]))
shell.shut()
sys.stdout.flush()
os._exit(0)
"""
HEAVY = (
    "PIL",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "PySide6.QtTest",
    "alembic",
    "cryptography",
    "docx",
    "keyring",
    "lxml",
    "openpyxl",
    "minisign",
    "psycopg",
    "pymorphy3",
    "pypdfium2",
    "pyphen",
    "pyrage",
    "reportlab",
    "rich",
    "sqlalchemy.dialects.postgresql",
    "sqlalchemy.orm",
    "typer",
    "xlsxwriter",
)
"""Paper, encryption, migrations, grammar, commands: loaded when asked for."""
OTHER_SCREENS = (
    "shkola_desktop.cli",
    "shkola_desktop.grammar",
    "shkola_desktop.report",
    "shkola_desktop.sheets",
    "shkola_desktop.transfer",
    "shkola_desktop.ui.diagnosis",
    "shkola_desktop.ui.documents",
    "shkola_desktop.ui.exchange",
    "shkola_desktop.ui.parts",
    "shkola_desktop.ui.programme",
    "shkola_desktop.ui.result",
    "shkola_desktop.ui.settings",
)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory) -> set[str]:
    """The modules of a process that has just shown the window of a known school."""
    folder = tmp_path_factory.mktemp("school")
    program = Program()
    with program.workspace(folder) as workspace:
        school = demo.parse(program.demo_text())
        demo.fill(school, program.demo_district(folder), workspace)
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    window, modules = json.loads(done.stdout)
    assert window == "MainWindow"
    return set(modules)


@pytest.mark.parametrize("name", [*HEAVY, *OTHER_SCREENS])
def test_the_first_window_does_not_load(loaded, name):
    inside = {module for module in loaded if module.startswith(f"{name}.")}
    assert loaded & {name} | inside == set()
