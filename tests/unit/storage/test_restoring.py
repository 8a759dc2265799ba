"""A copy brought back: only a good one, and what it replaces stays."""

import sqlite3
from contextlib import closing

import pytest

from shkola_desktop.domain.errors import DatabaseDamaged, DatabaseUnwritable
from shkola_desktop.storage import backup
from shkola_desktop.storage.database import open_database
from shkola_desktop.storage.work import SqlWork
from tests.support.builders import a_school
from tests.support.databases import keep_name, name_in
from tests.support.disks import file_limit


@pytest.fixture
def path(tmp_path):
    keep_name(tmp_path / "shkola.sqlite", "Первая")
    return tmp_path / "shkola.sqlite"


def test_bringing_back_keeps_every_replaced_file(path, tmp_path):
    copy = backup.make_backup(path, tmp_path / "a.backup.sqlite")
    keep_name(path, "Вторая")
    assert backup.restore(copy, path) == tmp_path / "shkola.replaced-1.sqlite"
    keep_name(path, "Третья")
    assert backup.restore(copy, path) == tmp_path / "shkola.replaced-2.sqlite"
    assert name_in(path) == "Первая"
    assert name_in(tmp_path / "shkola.replaced-1.sqlite") == "Вторая"
    assert name_in(tmp_path / "shkola.replaced-2.sqlite") == "Третья"
    open_database(path).close()


def test_bringing_back_where_nothing_is(path, tmp_path):
    copy = backup.make_backup(path, tmp_path / "a.backup.sqlite")
    path.unlink()
    assert backup.restore(copy, path) is None
    assert name_in(path) == "Первая"


def test_what_a_crash_left_beside_the_database_goes_with_it(path, tmp_path):
    copy = backup.make_backup(path, tmp_path / "a.backup.sqlite")
    database = open_database(path)
    with SqlWork(database) as work:
        work.schools.put(a_school(short_name="Вторая"))
        work.commit()
    beside = path.with_name("shkola.sqlite-wal")
    crashed = (path.read_bytes(), beside.read_bytes())
    database.close()
    path.write_bytes(crashed[0])
    beside.write_bytes(crashed[1])
    kept = backup.restore(copy, path)
    assert name_in(path) == "Первая"
    assert name_in(kept) == "Вторая"


@pytest.mark.parametrize("kind", ["missing", "text", "foreign", "spoiled", "cut"])
def test_a_bad_copy_is_refused_and_the_database_stays(path, tmp_path, kind):
    copy = tmp_path / "a.backup.sqlite"
    if kind in {"spoiled", "cut"}:
        backup.make_backup(path, copy)
        whole = copy.read_bytes()
        spoiled = whole[:4096] + bytes([whole[4096] ^ 0xFF]) + whole[4097:]
        copy.write_bytes(spoiled if kind == "spoiled" else whole[:9000])
    elif kind == "text":
        copy.write_text("Это не база. " * 500)
    elif kind == "foreign":
        with closing(sqlite3.connect(copy)) as raw:
            raw.execute("CREATE TABLE contacts (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(DatabaseDamaged):
        backup.restore(copy, path)
    assert path.read_bytes() == before
    assert not [p for p in tmp_path.iterdir() if ".replaced" in p.name]


def test_a_full_disk_leaves_the_database_as_it_was(path, tmp_path):
    copy = backup.make_backup(path, tmp_path / "a.backup.sqlite")
    before = path.read_bytes()
    with file_limit(20_000), pytest.raises(DatabaseUnwritable):
        backup.restore(copy, path)
    assert path.read_bytes() == before
    beside = {"shkola.sqlite-wal", "shkola.sqlite-shm"}  # left by reading alone
    found = {p.name for p in tmp_path.iterdir()} - beside
    assert found == {"a.backup.sqlite", "shkola.sqlite"}
