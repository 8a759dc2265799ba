"""A reader never waits for a writer: the window stays alive beside a slow disk."""

import sqlite3
from contextlib import closing

import pytest

from shkola_desktop.domain.errors import DatabaseLocked
from shkola_desktop.storage.database import open_database
from shkola_desktop.storage.work import SqlWork
from tests.support.builders import a_school


@pytest.fixture
def database(tmp_path):
    opened = open_database(tmp_path / "shkola.sqlite", timeout=0.05)
    with SqlWork(opened) as work:
        work.schools.put(a_school())
        work.commit()
    yield opened
    opened.close()


@pytest.fixture
def writer(database, tmp_path):
    """Another connection in the middle of a write."""
    path = tmp_path / "shkola.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE organisation SET short_name = 'Другая'")
        yield raw


def test_a_reader_sees_the_last_saved_state_beside_a_writer(database, writer):
    with SqlWork(database, reading=True) as work:
        assert work.schools.list() == (a_school(),)
    writer.execute("COMMIT")
    with SqlWork(database, reading=True) as work:
        assert work.schools.list()[0].short_name == "Другая"


def test_a_writer_takes_its_turn_at_once_or_is_refused(database, writer):
    with pytest.raises(DatabaseLocked), SqlWork(database):
        pass
    writer.execute("ROLLBACK")
    with SqlWork(database) as work:
        assert work.schools.list() == (a_school(),)
