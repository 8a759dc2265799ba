"""The list of workspaces of a computer: newest first, and never in the way."""

from datetime import timedelta
from pathlib import Path

import pytest

from shkola_desktop.bootstrap import DEMO_MARK, Program
from shkola_desktop.domain.known_workspace import KnownWorkspace
from shkola_desktop.domain.office import Role
from shkola_desktop.host.known_workspaces import WorkspaceList
from shkola_desktop.host.paths import settings_folder
from tests.support.builders import NOON

LATER = NOON + timedelta(days=1)


@pytest.fixture
def settings(tmp_path):
    return tmp_path / "настройки"


@pytest.fixture
def known(settings):
    return WorkspaceList(settings)


@pytest.fixture
def places(tmp_path):
    """Two folders of workspaces."""
    for name in ("school", "region"):
        (tmp_path / name).mkdir()
    return tmp_path / "school", tmp_path / "region"


def test_the_one_opened_last_comes_first(known, places):
    school, region = places
    known.remember(region, Role.REGION, "Оператор", NOON)
    known.remember(school, Role.SCHOOL, "Тихореченская ООШ", LATER)
    assert known.known() == (
        KnownWorkspace(school, Role.SCHOOL, "Тихореченская ООШ", LATER),
        KnownWorkspace(region, Role.REGION, "Оператор", NOON),
    )
    known.remember(region, Role.REGION, "Новое имя", LATER + timedelta(days=1))
    assert [one.name for one in known.known()] == ["Новое имя", "Тихореченская ООШ"]


def test_a_folder_that_is_gone_is_listed_as_gone(known, places):
    known.remember(places[0], Role.SCHOOL, "А", NOON)
    places[0].rmdir()
    (one,) = known.known()
    assert not one.there


def test_one_can_be_forgotten_and_its_folder_stays(known, places):
    known.remember(places[0], Role.SCHOOL, "А", NOON)
    known.remember(places[1], Role.REGION, "Б", NOON)
    known.forget(places[0])
    known.forget(places[0])
    assert [one.name for one in known.known()] == ["Б"]
    assert places[0].is_dir()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[" * 50_000,
        b"{}x",
        b"[1]",
        b'[{"folder": "/a"}]',
        b'[{"folder": "a", "role": "school", "name": "", "opened_at": "2026-11-24"}]',
        b'[{"folder": 1, "role": "x", "name": "", "opened_at": 5}]',
    ],
)
def test_a_damaged_list_is_put_aside_and_begun_anew(known, settings, places, content):
    settings.mkdir()
    (settings / "workspaces.json").write_bytes(content)
    assert known.known() == ()
    assert (settings / "workspaces.damaged.json").read_bytes() == content
    known.remember(places[0], Role.SCHOOL, "А", NOON)
    assert [one.name for one in known.known()] == ["А"]


def test_a_list_that_cannot_be_written_stops_nobody(tmp_path, places):
    (tmp_path / "file").touch()
    known = WorkspaceList(tmp_path / "file")
    known.remember(places[0], Role.SCHOOL, "А", NOON)
    assert known.known() == ()


def test_the_list_stays_short(known, tmp_path):
    for number in range(60):
        at = NOON + timedelta(minutes=number)
        known.remember(tmp_path / str(number), Role.SCHOOL, str(number), at)
    found = known.known()
    assert (len(found), found[0].name, found[-1].name) == (50, "59", "10")


def test_the_program_keeps_the_list_and_leaves_the_demo_out(places):
    program = Program()
    (places[1] / DEMO_MARK).touch()
    program.remember(places[0], Role.SCHOOL, "А")
    program.remember(places[1], Role.SCHOOL, "Учебная")
    assert [one.name for one in Program().known_workspaces()] == ["А"]
    program.forget(places[0])
    assert program.known_workspaces() == ()


def test_where_the_list_lies(tmp_path):
    program = tmp_path / "python"
    assert settings_folder({"XDG_CONFIG_HOME": "/c"}, program, "posix") == Path(
        "/c/shkola-desktop"
    )
    assert settings_folder({"APPDATA": "C:/r"}, program, "nt") == Path(
        "C:/r/shkola-desktop"
    )
    (tmp_path / "portable.txt").touch()
    assert settings_folder({}, program, "posix") == tmp_path / "shkola-data"
