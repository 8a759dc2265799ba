"""The demo school: complete, its years counted from today."""

import pytest

from shkola_desktop.app import demo, registering, school_info


@pytest.fixture
def known(program):
    return demo.parse(program.demo_text())


def test_the_information_agrees_with_the_schools_own_data(known):
    newest, school = known.info.newest, known.school
    assert [figures.year for figures in known.info.years] == [-2, -1, 0]
    assert (newest.pupils, newest.class_sets) == (school.pupils, school.class_sets)
    assert known.info.staff.teachers == school.teachers
    figures = (*known.info.years, known.info.staff)
    assert [part.excessive for part in figures] == [(), (), (), ()]


def test_its_years_end_with_the_current_one(program, tmp_path, known):
    with program.workspace(tmp_path / "place") as workspace:
        demo.fill(known, program.demo_district(tmp_path), workspace)
        told = school_info.info_of(workspace)
        this_year = school_info.suggested_year(workspace)
        assert registering.school_of(workspace) == known.school
    years = [figures.year for figures in told.years]
    assert years == [this_year - 2, this_year - 1, this_year]
