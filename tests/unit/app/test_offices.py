"""Whose workspace it is: a school's until an office says otherwise."""

import pytest

from shkola_desktop.app import offices
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.errors import NoOffice
from shkola_desktop.domain.office import Office, Role
from tests.support.builders import a_school
from tests.support.fakes import a_workspace


@pytest.fixture
def workspace():
    return a_workspace()


DISTRICT = Office("7012", "Управление образования", Role.DISTRICT, "70", "Область")


def test_an_empty_workspace_belongs_to_nobody_and_is_a_schools(workspace):
    assert offices.role_of(workspace) is Role.SCHOOL
    assert offices.owner_of(workspace) is None
    assert offices.office_of(workspace) is None
    with workspace.open_reading() as work, pytest.raises(NoOffice):
        offices.required_office(work)


def test_a_school_owns_its_workspace(workspace):
    with workspace.open_work() as work:
        work.schools.put(a_school())
        work.commit()
    assert offices.owner_of(workspace) == a_school()


def test_an_office_owns_its_workspace_whatever_schools_are_in_it(workspace):
    offices.save_office(DISTRICT, workspace)
    with workspace.open_work() as work:
        work.schools.put(a_school())
        work.commit()
    assert offices.role_of(workspace) is Role.DISTRICT
    assert offices.owner_of(workspace) == DISTRICT
    with workspace.open_reading() as work:
        assert work.actions.list()[0].kind is ActionKind.OFFICE_CHANGED


def test_what_is_no_role_in_the_database_is_taken_for_a_schools(workspace):
    with workspace.open_work() as work:
        work.settings.put("role", "emperor")
        work.commit()
    assert offices.role_of(workspace) is Role.SCHOOL
