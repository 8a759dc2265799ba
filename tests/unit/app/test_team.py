"""A team suggested from the staff: one leads, every direction has its curator."""

import pytest

from shkola_desktop.app import diagnosing, planning, registering
from shkola_desktop.domain.programme import Member
from shkola_desktop.domain.school import Person
from tests.support.builders import a_programme, a_school
from tests.support.fakes import a_workspace

A, B, C = (Person(n, n, "учитель") for n in "АБВ")


@pytest.mark.parametrize(
    ("people", "team"),
    [
        ((), ()),
        ((A,), (Member("А", "учитель", True, ("a", "b"), "А"),)),
        (
            (A, B),
            (
                Member("А", "учитель", True, (), "А"),
                Member("Б", "учитель", False, ("a", "b"), "Б"),
            ),
        ),
        (
            (A, B, C),
            (
                Member("А", "учитель", True, (), "А"),
                Member("Б", "учитель", False, ("a",), "Б"),
                Member("В", "учитель", False, ("b",), "В"),
            ),
        ),
    ],
)
def test_a_team_has_one_leader_and_every_direction_a_curator(people, team):
    workspace = a_workspace()
    registering.save_school(a_school(), workspace)
    id = diagnosing.start(2026, workspace).id
    programme = a_programme(diagnosis=id)
    assert planning.team_from(people, programme, workspace) == team
