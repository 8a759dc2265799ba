"""What a database says of itself: its counts, its faults, whose it is."""

import sqlite3
from contextlib import closing

import pytest

from shkola_desktop.domain.errors import DatabaseDamaged
from shkola_desktop.storage import backup
from shkola_desktop.storage.database import open_database
from shkola_desktop.storage.migrations import MIGRATIONS
from shkola_desktop.storage.work import SqlWork
from tests.support.builders import a_school


@pytest.fixture
def path(tmp_path):
    database = open_database(tmp_path / "shkola.sqlite")
    with SqlWork(database) as work:
        work.schools.put(a_school())
        work.commit()
    database.close()
    return tmp_path / "shkola.sqlite"


def test_a_database_is_described(path):
    found = backup.info(path)
    assert (found.place, found.version, found.journal_mode) == (
        str(path),
        len(MIGRATIONS),
        "wal",
    )
    assert found.size == path.stat().st_size
    assert found.counts == (
        ("organisation", 1),
        ("person", 0),
        ("diagnosis", 0),
        ("answer", 0),
        ("programme", 0),
    )


def test_a_check_finds_an_answer_without_its_diagnosis(path):
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(
            "INSERT INTO person (organisation, position_in_list, id, name, position)"
            " VALUES ('nobody', 0, '1', 'А', 'директор')"
        )
    (finding,) = backup.check(path)
    assert finding.startswith("foreign key: ('person', 1, 'organisation'")


@pytest.mark.parametrize("ask", [backup.check, backup.info])
def test_a_file_of_another_program_is_not_ours(tmp_path, ask):
    path = tmp_path / "shkola.sqlite"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE contacts (name TEXT)")
    with pytest.raises(DatabaseDamaged) as caught:
        ask(path)
    assert caught.value.findings == ("application_id 0x0",)
