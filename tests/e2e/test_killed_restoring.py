"""Bringing a copy back, killed at every step: a database is always in its place."""

import sqlite3
import subprocess
import sys
from contextlib import closing

from shkola_desktop.storage import backup
from tests.support.databases import keep_name

STEPS = ("open", "os.remove", "os.rename", "shutil.copyfile")
CHILD = """
import os, signal, sys
from pathlib import Path
from shkola_desktop.storage import backup

copy, path, at = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
steps = set(sys.argv[4:])
seen = 0

def hook(event, arguments):
    global seen
    if event in steps and "shkola.sqlite" in str(arguments):
        seen += 1
        if seen == at:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(hook)
backup.restore(copy, path)
"""


def test_a_killed_restoring_leaves_a_database(tmp_path):
    path, copy = tmp_path / "shkola.sqlite", tmp_path / "copy.backup.sqlite"
    keep_name(path, "Из копии")
    backup.make_backup(path, copy)
    keep_name(path, "Нынешняя")
    names, at, code = [], 0, -9
    while code == -9:
        at += 1
        done = subprocess.run(
            [sys.executable, "-c", CHILD, str(copy), str(path), str(at), *STEPS],
            check=False,
        )
        code = done.returncode
        with closing(sqlite3.connect(path)) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            row = raw.execute("SELECT short_name FROM organisation").fetchone()
        names.append(row[0])
    assert code == 0
    assert len(names) > 3
    assert names[0] == "Нынешняя"
    assert names[-1] == "Из копии"
