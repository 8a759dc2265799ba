"""A workspace's file as it is opened: made, set up, brought to today's tables."""

import sqlite3
from contextlib import closing

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from shkola_desktop.storage.columns import METADATA
from shkola_desktop.storage.database import open_database
from shkola_desktop.storage.migrations import MIGRATIONS
from shkola_desktop.storage.work import SqlWork
from tests.support.builders import a_school


def pragma(database, name):
    with database.engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_a_new_file_is_made_with_its_folder(tmp_path):
    path = tmp_path / "Мои документы" / "shkola.sqlite"
    open_database(path).close()
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
        assert raw.execute("PRAGMA application_id").fetchone() == (0x53484B4C,)
    assert [p.name for p in path.parent.iterdir()] == ["shkola.sqlite"]


def test_an_answer_is_on_the_disk_when_it_is_saved(tmp_path):
    database = open_database(tmp_path / "shkola.sqlite")
    assert database.journal_mode == "wal"
    assert pragma(database, "journal_mode") == "wal"
    assert pragma(database, "synchronous") == 2  # FULL
    assert pragma(database, "foreign_keys") == 1
    database.close()


def test_an_empty_file_is_filled_like_a_new_one(tmp_path):
    path = tmp_path / "shkola.sqlite"
    path.touch()
    open_database(path).close()
    assert [p.name for p in tmp_path.iterdir()] == ["shkola.sqlite"]
    open_database(path).close()


def test_what_was_kept_is_there_after_closing_and_opening(tmp_path):
    path = tmp_path / "shkola.sqlite"
    first = open_database(path)
    with SqlWork(first) as work:
        work.schools.put(a_school())
        work.commit()
    first.close()
    second = open_database(path)
    with SqlWork(second) as work:
        assert work.schools.list() == (a_school(),)
    second.close()
    assert [p.name for p in tmp_path.iterdir()] == ["shkola.sqlite"]


def test_the_steps_end_at_the_tables_of_today(tmp_path):
    database = open_database(tmp_path / "shkola.sqlite")
    with database.engine.connect() as connection:
        options = {"compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []
    database.close()
