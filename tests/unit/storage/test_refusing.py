"""Files and disks in the way: told in our own errors, and nothing is spoiled."""

import sqlite3
from contextlib import closing

import pytest

from shkola_desktop.domain.errors import (
    DatabaseDamaged,
    DatabaseLocked,
    DatabaseUnwritable,
    FolderNotWritable,
)
from shkola_desktop.storage.database import open_database
from shkola_desktop.storage.work import SqlWork
from tests.support.builders import a_diagnosis, a_school
from tests.support.disks import file_limit

PAGE = 4096


@pytest.fixture
def path(tmp_path):
    """A closed file with a school and its diagnosis."""
    database = open_database(tmp_path / "shkola.sqlite")
    with SqlWork(database) as work:
        work.schools.put(a_school())
        work.diagnoses.put(a_diagnosis({"a.1.1": "o2"}))
        work.commit()
    database.close()
    return tmp_path / "shkola.sqlite"


def test_a_file_of_another_program_is_refused_and_untouched(tmp_path):
    path = tmp_path / "shkola.sqlite"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE contacts (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(DatabaseDamaged) as caught:
        open_database(path)
    assert caught.value.findings == ("application_id 0x0",)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_untouched(tmp_path):
    path = tmp_path / "shkola.sqlite"
    path.write_bytes("Это письмо, а не база.".encode() * 500)
    before = path.read_bytes()
    with pytest.raises(DatabaseDamaged):
        open_database(path)
    assert path.read_bytes() == before


def test_a_spoiled_page_is_found(path):
    whole = path.read_bytes()
    assert len(whole) > 10 * PAGE
    for start in range(PAGE, len(whole), PAGE):
        spoiled = bytearray(whole)
        spoiled[start] ^= 0xFF
        path.write_bytes(spoiled)
        with pytest.raises(DatabaseDamaged):
            open_database(path)
        assert path.read_bytes() == spoiled
    path.write_bytes(whole)
    open_database(path).close()


@pytest.mark.parametrize("left", [PAGE // 2, PAGE, 3 * PAGE, 10 * PAGE + 1])
def test_a_file_that_was_cut_off_is_found(path, left):
    path.write_bytes(path.read_bytes()[:left])
    with pytest.raises(DatabaseDamaged):
        open_database(path)


def test_a_file_held_by_another_program_is_told(path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseLocked):
            open_database(path, timeout=0)
        other.rollback()
    open_database(path).close()


def test_work_that_could_not_begin_can_begin_later(path):
    database = open_database(path, timeout=0)
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        for _ in range(3):
            with pytest.raises(DatabaseLocked), SqlWork(database):
                pytest.fail("the work began")
        other.rollback()
    with SqlWork(database) as work:
        assert work.schools.list() == (a_school(),)
    database.close()


def test_a_folder_that_is_a_file_is_told(tmp_path):
    (tmp_path / "folder").write_text("a file")
    with pytest.raises(FolderNotWritable) as caught:
        open_database(tmp_path / "folder" / "shkola.sqlite")
    assert caught.value.path == tmp_path / "folder"


def test_a_database_that_is_a_folder_is_told(tmp_path):
    (tmp_path / "shkola.sqlite").mkdir()
    with pytest.raises(DatabaseUnwritable):
        open_database(tmp_path / "shkola.sqlite")


def test_a_new_file_on_a_full_disk_is_told_and_can_be_made_later(tmp_path):
    path = tmp_path / "shkola.sqlite"
    with file_limit(2 * PAGE), pytest.raises(DatabaseUnwritable):
        open_database(path)
    open_database(path).close()


def keep_scan(database):
    with SqlWork(database) as work:
        work.settings.put("place", "zn.1")
        work.evidence.put("ab", b"scan" * 250_000)
        work.commit()


def test_a_full_disk_undoes_the_work_and_the_next_one_goes_on(path):
    database = open_database(path)
    limit = path.stat().st_size + 50_000
    with file_limit(limit), pytest.raises(DatabaseUnwritable):
        keep_scan(database)
    with SqlWork(database) as work:
        assert work.settings.get("place") is None
    keep_scan(database)
    with SqlWork(database) as work:
        assert work.settings.get("place") == "zn.1"
        assert work.evidence.get("ab") == b"scan" * 250_000
    database.close()


def test_work_that_is_not_open_takes_nothing(path):
    database = open_database(path)
    with pytest.raises(RuntimeError):
        SqlWork(database).commit()
    database.close()
