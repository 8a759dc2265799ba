"""A programme kept under a name: saved, brought back, deleted."""

from dataclasses import replace

import pytest

from shkola_desktop.app import planning, programme_versions, registering
from shkola_desktop.domain.actions import ActionKind
from tests.support.builders import a_programme, a_school
from tests.support.fakes import a_workspace


@pytest.fixture
def workspace():
    made = a_workspace()
    registering.save_school(a_school(), made)
    with made.open_work() as work:
        (school,) = work.schools.list()
        work.programmes.put(a_programme(school=school.id))
        work.commit()
    return made


@pytest.fixture
def programme(workspace):
    return planning.programme_of(workspace)


def names(workspace):
    found = programme_versions.versions_of("p1", workspace)
    return [version.name for version in found]


def test_versions_are_listed_newest_first(workspace, programme):
    programme_versions.save_version(" до педсовета ", programme, workspace)
    later = replace(programme, goal="Цель")
    kept = programme_versions.save_version("после", later, workspace)
    assert names(workspace) == ["после", "до педсовета"]
    assert kept.content.goal == "Цель"
    assert planning.programme_of(workspace).goal == ""


def test_a_version_without_a_name_is_called_by_its_date(workspace, programme):
    programme_versions.save_version("  ", programme, workspace)
    assert names(workspace) == ["Вариант от 24\xa0ноября 2026\xa0г."]


def test_a_long_name_is_cut(workspace, programme):
    programme_versions.save_version("а" * 500, programme, workspace)
    assert names(workspace) == ["а" * 120]


def test_a_version_comes_back_and_what_was_there_stays(workspace, programme):
    kept = programme_versions.save_version("первый", programme, workspace)
    present = planning.save(replace(programme, goal="Новая"), workspace)
    back = programme_versions.restore_version(kept, present, workspace)
    assert back == programme
    assert planning.programme_of(workspace) == programme
    newest = programme_versions.versions_of("p1", workspace)[0]
    assert newest.name == "до возврата к варианту «первый»"
    assert newest.content == present
    with workspace.open_reading() as work:
        action = work.actions.list()[0]
    assert (action.kind, action.subject, action.reason) == (
        ActionKind.PROGRAMME_CHANGED,
        "p1",
        "первый",
    )


def test_a_deleted_version_can_be_put_back(workspace, programme):
    kept = programme_versions.save_version("первый", programme, workspace)
    programme_versions.delete_version(kept, workspace)
    assert names(workspace) == []
    programme_versions.put_back(kept, workspace)
    assert programme_versions.versions_of("p1", workspace) == (kept,)
