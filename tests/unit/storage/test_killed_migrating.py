"""The program killed while it changes the tables: nothing has happened."""

import sqlite3
import subprocess
import sys
from contextlib import closing

from shkola_desktop.storage.database import open_database
from shkola_desktop.storage.migrations import MIGRATIONS
from shkola_desktop.storage.work import SqlWork
from tests.support.builders import a_school

KILLED = """
import os, signal, sys
from pathlib import Path
from shkola_desktop.storage.database import open_database
from shkola_desktop.storage.migrations import MIGRATIONS

def die(op):
    # a small cache spills: pages are in the file before the commit
    op.execute("PRAGMA cache_size = 1")
    op.execute("CREATE TABLE heavy (content BLOB)")
    for _ in range(8):
        op.execute("INSERT INTO heavy VALUES (randomblob(500000))")
    os.kill(os.getpid(), signal.SIGKILL)

open_database(Path(sys.argv[1]), (*MIGRATIONS, die))
"""


def rows_of(path, query):
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute(query).fetchall()


def killed_while_migrating(path):
    done = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert done.returncode == -9


def test_a_step_that_was_killed_never_happened(tmp_path):
    path = tmp_path / "shkola.sqlite"
    database = open_database(path)
    with SqlWork(database) as work:
        work.schools.put(a_school())
        work.commit()
    database.close()
    killed_while_migrating(path)
    open_database(path).close()
    assert rows_of(path, "PRAGMA user_version") == [(len(MIGRATIONS),)]
    assert rows_of(path, "SELECT name FROM sqlite_master WHERE name = 'heavy'") == []
    assert rows_of(path, "SELECT code FROM organisation") == [("701204",)]


def test_a_first_start_that_was_killed_is_begun_anew(tmp_path):
    path = tmp_path / "shkola.sqlite"
    killed_while_migrating(path)
    assert path.stat().st_size > 0
    open_database(path).close()
    assert rows_of(path, "PRAGMA user_version") == [(len(MIGRATIONS),)]
    assert [p.name for p in tmp_path.iterdir()] == ["shkola.sqlite"]
