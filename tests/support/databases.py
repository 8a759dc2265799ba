"""Small databases that tests copy, break and bring back."""

import sqlite3
from contextlib import closing

from shkola_desktop.storage.database import open_database
from shkola_desktop.storage.work import SqlWork
from tests.support.builders import a_school


def keep_name(path, name):
    """Keep a school of this name, in a new database or a known one."""
    database = open_database(path)
    with SqlWork(database) as work:
        work.schools.put(a_school(short_name=name))
        work.commit()
    database.close()


def name_in(path):
    """The school's name, read past the program."""
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("SELECT short_name FROM organisation").fetchone()[0]
