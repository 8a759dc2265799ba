"""What ``shkola self-test`` tries without a window: the parts, and the whole job."""

import json
import platform
import sqlite3
import tempfile
from pathlib import Path

from shkola_desktop import __version__
from shkola_desktop.bootstrap import DATABASE, KEYS, Program
from shkola_desktop.cli import demo
from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.host import assets

PDF, ZIP = b"%PDF-", b"PK\x03\x04"
"""How a PDF begins, and a file of Word, which is a ZIP inside."""
MADE = {"programme": PDF, "programme_docx": ZIP, "covering_sheet": PDF}


def versions() -> dict[str, str]:
    """Return the versions of the program and of what it stands on."""
    from PySide6.QtCore import qVersion

    return {
        "program": __version__,
        "python": platform.python_version(),
        "qt": qVersion(),
        "sqlite": sqlite3.sqlite_version,
        "system": platform.platform(),
    }


def parts(program: Program) -> dict[str, int]:
    """Count the fonts, forms and schemas that are there and can be read.

    Raises:
        ShkolaError: a form is damaged, or a folder is missing.
    """
    schemas = sorted((assets.asset("resources") / "schemas").glob("*.json"))
    for schema in schemas:
        json.loads(schema.read_bytes())
    return {
        "forms": len([program.forms.edition(code) for code in program.forms.codes()]),
        "fonts": len(list((assets.asset("resources") / "fonts").glob("*.ttf"))),
        "schemas": len(schemas),
    }


def faults_of_job(program: Program) -> tuple[str, ...]:
    """Do the whole job in a folder that is thrown away; return what went wrong.

    A database is made, migrated and opened again, documents and a package are
    written, and the package is read back.
    """
    from shkola_desktop.transfer import reader
    from shkola_desktop.transfer.keys import KeyFile

    with tempfile.TemporaryDirectory(
        prefix="shkola-", ignore_cleanup_errors=True
    ) as name:
        folder = Path(name)
        try:
            made = demo.run(folder, program)
            with program.workspace(folder):  # opens what was written
                pass
            keys = KeyFile(folder / KEYS, program.fingerprint_words())
            sound = reader.inspect(Path(made["package"]), keys, None).sound
        except ShkolaError as error:
            return (f"{type(error).__name__}: {error}",)
        wrong = [
            label
            for label, start in MADE.items()
            if not Path(made[label]).read_bytes().startswith(start)
        ]
        if not (folder / DATABASE).is_file():
            wrong.append("database")
        if not sound:
            wrong.append("package")
    return tuple(wrong)
