"""Copies of the database: whole or not there, the newest first, brought back."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from shkola_desktop.domain.errors import DatabaseDamaged, DatabaseUnwritable
from shkola_desktop.storage import backup
from shkola_desktop.storage.database import open_database
from shkola_desktop.storage.work import SqlWork
from tests.support.builders import a_school
from tests.support.databases import keep_name, name_in
from tests.support.disks import file_limit

NIGHT = datetime(2026, 11, 24, 23, 30, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _moscow(monkeypatch):
    """Names of copies are told in the computer's zone."""

    monkeypatch.setenv("TZ", "Europe/Moscow")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def path(tmp_path):
    keep_name(tmp_path / "shkola.sqlite", "Первая")
    return tmp_path / "shkola.sqlite"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "backups"


def test_a_copy_is_named_by_its_moment_and_is_one_file(path, folder):
    made = backup.BackupFolder(path, folder).make(NIGHT)
    assert made == folder / "2026-11-25_02-30-05.backup.sqlite"
    assert list(folder.iterdir()) == [made]
    assert name_in(made) == "Первая"
    assert backup.check(made) == ()


def test_an_open_database_is_copied_with_the_last_answer(path, folder):
    database = open_database(path)
    with SqlWork(database) as work:
        work.schools.put(a_school(short_name="Сегодня"))
        work.commit()
    made = backup.BackupFolder(path, folder).make(NIGHT)
    database.close()
    assert name_in(made) == "Сегодня"


def test_the_oldest_copies_give_way_and_the_newest_come_first(path, folder):
    copies = backup.BackupFolder(path, folder)
    made = [copies.make(NIGHT + timedelta(days=day)) for day in range(22)]
    assert [copy.path for copy in copies.list()] == made[:1:-1]
    assert copies.list()[0].size == made[-1].stat().st_size
    assert sorted(folder.iterdir()) == made[2:]


def test_only_copies_are_listed_and_pruned(path, folder):
    backup.BackupFolder(path, folder).make(NIGHT)
    (folder / "мой отчёт.txt").write_text("не трогать")
    backup.prune(folder, keep=0)
    assert [p.name for p in folder.iterdir()] == ["мой отчёт.txt"]
    assert backup.list_backups(folder) == ()


def test_a_folder_that_is_not_there_holds_no_copies(tmp_path):
    assert backup.list_backups(tmp_path / "none") == ()


def test_a_copy_that_cannot_be_finished_is_not_there(path, folder):
    folder.mkdir()
    target = folder / "a.backup.sqlite"
    with file_limit(20_000), pytest.raises(DatabaseUnwritable):
        backup.make_backup(path, target)
    assert list(folder.iterdir()) == []


def test_a_copy_of_a_damaged_database_does_not_replace_a_good_one(path, folder):
    target = folder / "a.backup.sqlite"
    backup.make_backup(path, target)
    good = target.read_bytes()
    spoiled = bytearray(path.read_bytes())
    spoiled[4096] ^= 0xFF
    path.write_bytes(spoiled)
    with pytest.raises(DatabaseDamaged):
        backup.make_backup(path, target)
    assert target.read_bytes() == good
    assert list(folder.iterdir()) == [target]


def test_a_copy_onto_a_folder_is_told(path, tmp_path):
    (tmp_path / "stick").mkdir()
    with pytest.raises(DatabaseUnwritable):
        backup.make_backup(path, tmp_path / "stick")
    assert list((tmp_path / "stick").iterdir()) == []
