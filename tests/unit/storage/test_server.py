"""A database on a PostgreSQL server: opened, shared, refused in our own words."""

from dataclasses import replace

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from shkola_desktop.domain import errors
from shkola_desktop.domain.server import Server
from shkola_desktop.storage.columns import METADATA
from shkola_desktop.storage.migrations import MIGRATIONS
from shkola_desktop.storage.postgres import open_server
from shkola_desktop.storage.server_errors import server_error
from shkola_desktop.storage.work import SqlWork
from tests.support.at_once import at_once
from tests.support.builders import (
    NOON,
    a_school,
)
from tests.support.postgres import GUARDED, PASSWORD, STRANGER

TODAY = len(MIGRATIONS)


@pytest.fixture
def name(postgres):
    """A fresh database with our tables."""
    return postgres.new_database()


@pytest.fixture
def database(postgres, name):
    opened = open_server(postgres.address(name), None)
    with SqlWork(opened) as work:
        work.schools.put(a_school())
        work.commit()
    yield opened
    opened.close()


def add_colour(op):
    with op.batch_alter_table("organisation") as table:
        table.add_column(sa.Column("colour", sa.String(), server_default="синий"))


def stumble(op):
    add_colour(op)
    op.execute("ALTER TABLE nothing ADD COLUMN x INTEGER")


def version_of(postgres, name):
    return postgres.run("SELECT version FROM schema_version", database=name)


def test_the_steps_end_at_the_tables_of_today(database):
    with database.engine.connect() as connection:
        options = {
            "compare_type": True,
            "include_name": lambda found, *_: found != "schema_version",
        }
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []


def test_letters_sort_as_in_a_file_whatever_the_server_speaks(database):
    codes = ["Б1", "а2", "a", "B", "ё", "Ё"]
    with SqlWork(database) as work:
        for code in codes:
            work.schools.put(a_school(id=code, code=code))
        found = [school.code for school in work.schools.list()]
    assert found == ["701204", "B", "a", "Ё", "Б1", "а2", "ё"]


def test_a_step_is_taken_and_sorts_its_new_column(postgres, name, database):
    open_server(postgres.address(name), None, (*MIGRATIONS, add_colour)).close()
    assert version_of(postgres, name) == [(TODAY + 1,)]
    query = "SELECT colour FROM organisation ORDER BY colour"
    assert postgres.run(query, database=name) == [("синий",)]
    with pytest.raises(errors.DatabaseTooNew) as caught:
        open_server(postgres.address(name), None)
    assert (caught.value.found, caught.value.supported) == (TODAY + 1, TODAY)


def test_a_failing_step_leaves_everything_as_it_was(postgres, name, database):
    with pytest.raises(errors.ServerFailed):
        open_server(postgres.address(name), None, (*MIGRATIONS, stumble))
    assert version_of(postgres, name) == [(TODAY,)]
    query = "SELECT * FROM organisation"
    assert "синий" not in postgres.run(query, database=name)[0]


def test_two_that_open_an_empty_database_at_once_make_it_once(postgres):
    address = postgres.address(postgres.new_database("template1"))
    opened = []
    task = lambda: opened.append(open_server(address, None))  # noqa: E731
    assert at_once(task, task, task) == []
    with SqlWork(opened[0]) as work:
        assert work.schools.list() == ()
    for one in opened:
        one.close()
    assert version_of(postgres, address.database) == [(TODAY,)]


def test_a_reader_waits_for_no_writer_and_sees_one_moment(postgres, name, database):
    other = open_server(postgres.address(name), None)
    changed = a_school(short_name="Другая")
    with SqlWork(other) as writing:
        writing.schools.put(changed)
        with SqlWork(database, reading=True) as reading:
            assert reading.schools.list() == (a_school(),)
            writing.commit()
            assert reading.schools.list() == (a_school(),)
    with SqlWork(database, reading=True) as reading:
        assert reading.schools.list() == (changed,)
    other.close()


def test_each_person_has_a_look_and_a_name_of_their_own(postgres, name, database):
    other = open_server(postgres.address(name, GUARDED), PASSWORD)
    for opened, person in ((database, "Лаптева"), (other, "Громова")):
        with SqlWork(opened) as work:
            work.settings.put("person", person)
            work.settings.put("look.theme", f"{person}-dark")
            work.settings.put("role", "region")
            work.commit()
    with SqlWork(database) as work:
        assert work.settings.get("person") == "Лаптева"
        assert work.settings.get("look.theme") == "Лаптева-dark"
        assert work.settings.get("role") == "region"
    other.close()


def test_what_one_member_made_another_can_change(postgres):
    """Set up as README says: a role that owns the database, people as its members."""
    postgres.run(
        "CREATE ROLE office NOLOGIN",
        "CREATE ROLE laptev LOGIN IN ROLE office",
        "CREATE ROLE gromova LOGIN IN ROLE office",
        "CREATE DATABASE office OWNER office",
    )
    first = open_server(postgres.address("office", "laptev"), None)
    second = open_server(postgres.address("office", "gromova"), None)
    for opened in (first, second, first):
        with SqlWork(opened) as work:
            work.schools.put(a_school(short_name=opened.person))
            work.commit()
    with SqlWork(second, reading=True) as work:
        assert work.schools.list()[0].short_name == "laptev"
    first.close()
    second.close()


def refusal(address, password=None):
    with pytest.raises(errors.ServerError) as caught:
        open_server(address, password)
    assert caught.value.address == address.address
    assert "тайна" not in str(caught.value)
    return type(caught.value)


def test_a_server_that_is_not_there_is_told(postgres, tmp_path):
    address = replace(postgres.address("shkola"), host=str(tmp_path))
    assert refusal(address) is errors.ServerUnreachable


def test_a_wrong_or_missing_password_is_told(postgres, name):
    address = postgres.address(name, GUARDED)
    assert refusal(address) is errors.ServerPasswordWrong
    assert refusal(address, "тайна 2") is errors.ServerPasswordWrong
    open_server(address, PASSWORD).close()


def test_a_database_that_is_not_there_is_told(postgres):
    assert refusal(postgres.address("nothing")) is errors.ServerDatabaseMissing


def test_a_user_without_rights_is_told(postgres, name):
    assert refusal(postgres.address(name, STRANGER)) is errors.ServerNoRights


def test_a_database_of_another_program_is_refused_and_untouched(postgres):
    name = postgres.new_database("template1")
    postgres.run("CREATE TABLE contacts (name TEXT)", database=name)
    assert refusal(postgres.address(name)) is errors.ServerDatabaseForeign
    query = "SELECT relname FROM pg_class WHERE relname = 'organisation'"
    assert postgres.run(query, database=name) == []


def test_a_connection_that_breaks_is_told_and_made_again(postgres, name, database):
    end = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()"""

    def save_while_it_breaks():
        with SqlWork(database) as work:
            postgres.run(end, database=name)
            work.schools.put(a_school(short_name="Другая"))

    with pytest.raises(errors.ServerUnreachable):
        save_while_it_breaks()
    with SqlWork(database) as work:
        assert work.schools.list() == (a_school(),)


class Said(Exception):
    """An error of the driver, with the server's code or without."""

    def __init__(self, sentence, sqlstate=None):
        super().__init__(sentence)
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (Said("could not extend file", "53100"), errors.ServerDiskFull),
        (Said("could not serialize access", "40001"), errors.ServerBusy),
        (Said("canceling statement due to lock timeout", "55P03"), errors.ServerBusy),
        (Said("connection failure", "08006"), errors.ServerUnreachable),
        (Said("terminating connection", "57P01"), errors.ServerUnreachable),
        (Said("cannot execute INSERT", "25006"), errors.ServerNoRights),
        (Said("something else", "XX000"), errors.ServerFailed),
        (
            Said('ВАЖНО: пользователь "а" не прошёл проверку подлинности'),
            errors.ServerPasswordWrong,
        ),
        (Said('ВАЖНО: база данных "б" не существует'), errors.ServerDatabaseMissing),
        (Said("PostgreSQL text fields cannot contain NUL"), errors.ServerFailed),
        (ConnectionResetError("reset"), errors.ServerUnreachable),
    ],
)
def test_every_refusal_has_a_kind(error, kind):
    told = server_error(Server("host", "db", "user"), error)
    assert type(told) is kind
    assert told.address == "user@host:5432/db"


def test_the_log_goes_on_counting(database):
    from shkola_desktop.domain.actions import Action, ActionKind

    kind = ActionKind.ANSWER_CHANGED
    entries = [Action(NOON, "А", kind, f"a.{n}", "", "", "") for n in range(3)]
    with SqlWork(database) as work:
        for entry in entries:
            work.actions.add(entry)
        work.commit()
    with SqlWork(database) as work:
        assert work.actions.list() == tuple(reversed(entries))
