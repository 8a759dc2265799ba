"""Steps between versions: the file is copied first, and a failure changes nothing."""

import sqlite3
from contextlib import closing

import pytest
import sqlalchemy as sa

from shkola_desktop.domain.errors import (
    DatabaseDamaged,
    DatabaseTooNew,
    DatabaseUnwritable,
)
from shkola_desktop.storage.database import open_database
from shkola_desktop.storage.migrations import MIGRATIONS
from shkola_desktop.storage.work import SqlWork
from tests.support.builders import a_diagnosis, a_school

TODAY = len(MIGRATIONS)


def add_colour(op):
    with op.batch_alter_table("organisation") as table:
        table.add_column(sa.Column("colour", sa.String(), server_default="синий"))


@pytest.fixture
def path(tmp_path):
    """A file of this version with a school and its diagnosis."""
    database = open_database(tmp_path / "shkola.sqlite")
    with SqlWork(database) as work:
        work.schools.put(a_school())
        work.diagnoses.put(a_diagnosis({"a.1.1": "o2"}))
        work.commit()
    database.close()
    return tmp_path / "shkola.sqlite"


def rows_of(path, query):
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute(query).fetchall()


def test_a_step_is_taken_and_the_data_stays(path):
    open_database(path, (*MIGRATIONS, add_colour)).close()
    assert rows_of(path, "PRAGMA user_version") == [(TODAY + 1,)]
    assert rows_of(path, "SELECT code, colour FROM organisation") == [
        ("701204", "синий")
    ]
    assert rows_of(path, "SELECT indicator, option FROM answer") == [("a.1.1", "o2")]


def test_rebuilding_a_parent_keeps_its_children(path):
    def rebuild(op):
        with op.batch_alter_table("organisation", recreate="always"):
            pass

    open_database(path, (*MIGRATIONS, rebuild)).close()
    assert rows_of(path, "SELECT count(*) FROM answer") == [(1,)]


def test_the_file_is_copied_before_the_first_step(path):
    open_database(path, (*MIGRATIONS, add_colour, lambda _op: None)).close()
    copy = path.with_name(f"shkola.before-v{TODAY + 1}.sqlite")
    assert rows_of(copy, "PRAGMA user_version") == [(TODAY,)]
    assert rows_of(copy, "SELECT indicator, option FROM answer") == [("a.1.1", "o2")]
    assert sorted(p.name for p in path.parent.iterdir()) == [
        f"shkola.before-v{TODAY + 1}.sqlite",
        "shkola.sqlite",
    ]


def test_a_file_of_this_version_is_not_copied(path):
    open_database(path).close()
    assert [p.name for p in path.parent.iterdir()] == ["shkola.sqlite"]


def stumble(_op):
    raise KeyError("a bug in a step")


def bad_sql(op):
    op.execute("ALTER TABLE nothing ADD COLUMN x")


def orphan(op):
    op.execute("DELETE FROM organisation")


@pytest.mark.parametrize(
    ("step", "error"),
    [(stumble, KeyError), (bad_sql, DatabaseUnwritable), (orphan, DatabaseDamaged)],
)
def test_a_failing_step_leaves_the_file_as_it_was(path, step, error):
    before = path.read_bytes()
    with pytest.raises(error):
        open_database(path, (*MIGRATIONS, add_colour, step))
    assert path.read_bytes() == before
    open_database(path).close()
    assert rows_of(path, "PRAGMA user_version") == [(TODAY,)]
    assert rows_of(path, "SELECT indicator, option FROM answer") == [("a.1.1", "o2")]


def test_a_version_from_the_future_is_refused_and_untouched(path):
    open_database(path, (*MIGRATIONS, add_colour)).close()
    before = path.read_bytes()
    with pytest.raises(DatabaseTooNew) as caught:
        open_database(path)
    assert (caught.value.found, caught.value.supported) == (TODAY + 1, TODAY)
    assert path.read_bytes() == before
