"""Copies of a database on a server: compared, opened without it, brought back."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from shkola_desktop.domain.actions import Action, ActionKind
from shkola_desktop.domain.errors import DatabaseDamaged, DatabaseUnwritable
from shkola_desktop.storage.database import open_database
from shkola_desktop.storage.postgres import open_server
from shkola_desktop.storage.server_backup import (
    ServerBackups,
    copy_to_file,
    findings,
    restore_to_server,
)
from shkola_desktop.storage.work import SqlWork
from tests.support.builders import NOON, a_diagnosis, a_programme, a_school, an_answer
from tests.support.disks import file_limit

GOLDEN = Path(__file__).parents[2] / "golden" / "version-1.sqlite.gz"
ACTION = Action(NOON, "Громова", ActionKind.ANSWER_CHANGED, "a.1.1", "", "o1", "")


@pytest.fixture
def database(postgres):
    """A server's database with something in many tables."""
    opened = open_server(postgres.address(postgres.new_database()), None)
    answers = {f"a.{n}": an_answer("o1", comment="«ёлочки» 😀") for n in range(1200)}
    with SqlWork(opened) as work:
        work.schools.put(a_school(pupils=None))
        work.diagnoses.put(a_diagnosis())
        work.diagnoses.put_answers("d1", answers)
        work.programmes.put(a_programme())
        work.actions.add(ACTION)
        for number in range(9):
            work.evidence.put(f"{number}", bytes([number, 0, 255]) * 1000)
        work.commit()
    yield opened
    opened.close()


def same(opened):
    """What the tests look at, of any database."""
    with SqlWork(opened, reading=True) as work:
        return (
            work.schools.list(),
            len(work.diagnoses.get("d1").answers),
            work.diagnoses.answer("d1", "a.7"),
            work.programmes.list("s1"),
            work.actions.list(),
            work.evidence.get("8"),
        )


def test_a_copy_is_a_file_that_opens_without_the_server(database, tmp_path):
    path = copy_to_file(database, tmp_path / "copy.sqlite")
    assert [p.name for p in tmp_path.iterdir()] == ["copy.sqlite"]
    opened = open_database(path)
    assert same(opened) == same(database)
    assert same(opened)[1] == 1200
    opened.close()


def test_the_daily_copy_is_listed_and_old_ones_give_way(database, tmp_path):
    backups = ServerBackups(database, tmp_path)
    made = backups.make(NOON)
    assert [copy.path for copy in backups.list()] == [made]
    assert made.suffixes[-2:] == [".backup", ".sqlite"]


def test_a_copy_never_takes_the_place_of_another(database, tmp_path):
    backups = ServerBackups(database, tmp_path)
    first, second = backups.make(NOON), backups.make(NOON)
    assert first != second
    assert [copy.path for copy in backups.list()] == [second, first]


def test_a_copy_comes_back_and_what_was_there_is_kept(database, tmp_path):
    backup = copy_to_file(database, tmp_path / "copy.sqlite")
    before = same(database)
    with SqlWork(database) as work:
        work.schools.put(a_school(id="s2", code="9"))
        work.diagnoses.put_answer("d1", "a.7", an_answer("o2"))
        work.actions.add(ACTION)
        work.commit()
    kept = restore_to_server(backup, database, tmp_path / "kept.sqlite")
    assert same(database) == before
    replaced = open_database(kept)
    assert len(same(replaced)[0]) == 2
    replaced.close()
    with SqlWork(database) as work:
        work.actions.add(ACTION)  # numbering goes on behind what came back
        work.commit()
    assert same(database)[4] == (ACTION, ACTION)


def test_a_copy_of_an_old_file_comes_onto_a_server(database, tmp_path):
    backup = tmp_path / "old.sqlite"
    backup.write_bytes(gzip.decompress(GOLDEN.read_bytes()))
    before = backup.read_bytes()
    restore_to_server(backup, database, tmp_path / "kept.sqlite")
    assert backup.read_bytes() == before
    with SqlWork(database, reading=True) as work:
        (school,) = work.schools.list()
        years = [d.year for d in work.diagnoses.list(school.id)]
    assert (school.pupils, years) == (64, [2026, 2025])


def test_a_damaged_copy_changes_nothing(database, tmp_path):
    before = same(database)
    backup = copy_to_file(database, tmp_path / "copy.sqlite")
    data = bytearray(backup.read_bytes())
    data[8192:12288] = bytes(4096)
    backup.write_bytes(data)
    with pytest.raises(DatabaseDamaged):
        restore_to_server(backup, database, tmp_path / "kept.sqlite")
    assert same(database) == before


def test_a_copy_with_orphans_changes_nothing(database, tmp_path):
    before = same(database)
    backup = copy_to_file(database, tmp_path / "copy.sqlite")
    with closing(sqlite3.connect(backup)) as raw, raw:
        raw.execute("DELETE FROM organisation")
    with pytest.raises(Exception, match="foreign key"):
        restore_to_server(backup, database, tmp_path / "kept.sqlite")
    assert same(database) == before


def test_a_full_disk_leaves_no_half_copy(database, tmp_path):
    with file_limit(100_000), pytest.raises(DatabaseUnwritable):
        copy_to_file(database, tmp_path / "copy.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_every_row_can_be_read(database):
    assert findings(database) == ()
