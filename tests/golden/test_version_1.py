"""A file that version 1 of the database left: it opens and tells the same.

``version-1.sqlite.gz`` is the demo school as the program filled it at that version.
"""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from shkola_desktop.app import (
    diagnosing,
    editions,
    planning,
    programme_versions,
    registering,
    school_info,
)
from shkola_desktop.bootstrap import DATABASE
from shkola_desktop.domain.school_info import SchoolInfo
from shkola_desktop.domain.scoring import score
from shkola_desktop.storage.database import open_database
from shkola_desktop.storage.migrations import MIGRATIONS
from tests.support.builders import an_info

GOLDEN = Path(__file__).with_name("version-1.sqlite.gz")


@pytest.fixture
def old(tmp_path):
    """The folder of a workspace of version 1."""
    (tmp_path / DATABASE).write_bytes(gzip.decompress(GOLDEN.read_bytes()))
    return tmp_path


def asked(path, query):
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute(query).fetchall()


def test_it_is_migrated_and_scores_the_same(old, program):
    with program.workspace(old) as workspace:
        found = diagnosing.diagnoses_of(workspace)
        results = [score(editions.form_of(d, workspace), d.options) for d in found]
        programme = planning.programme_of(workspace)
        assert registering.school_of(workspace).pupils == 64
        assert len(registering.people_of(workspace)) == 5
    assert [d.year for d in found] == [2026, 2025]
    assert [(r.total, r.maximum) for r in results] == [(136, 199), (109, 199)]
    assert len(programme.deficits) == 22
    assert asked(old / DATABASE, "PRAGMA user_version") == [(len(MIGRATIONS),)]


def test_it_can_take_what_version_1_did_not_know(old, program):
    with program.workspace(old) as workspace:
        assert school_info.info_of(workspace) == SchoolInfo()
        school_info.save_info(an_info(), workspace)
        assert school_info.info_of(workspace) == an_info()


def test_its_programme_can_be_kept_under_a_name(old, program):
    with program.workspace(old) as workspace:
        programme = planning.programme_of(workspace)
        kept = programme_versions.save_version("до педсовета", programme, workspace)
        assert programme_versions.versions_of(programme.id, workspace) == (kept,)
        assert kept.content == programme


def test_it_was_copied_before(old):
    open_database(old / DATABASE).close()
    copy = old / "shkola.before-v2.sqlite"
    assert asked(copy, "PRAGMA user_version") == [(1,)]
    assert asked(copy, "SELECT count(*) FROM answer") == [(222,)]
    names = "SELECT name FROM sqlite_master WHERE name = 'school_info'"
    assert asked(copy, names) == []
