"""The result as it is shown: this year, last year, what is critical, what is short."""

import pytest

from shkola_desktop.app import answering, diagnosing, registering, reviewing
from shkola_desktop.domain.errors import NoSuchDiagnosis
from tests.support.builders import a_school, an_edition
from tests.support.fakes import FakeCatalogue, a_workspace

ASKED = ("a.1.1", "a.1.2", "b.1.1", "b.1.2")


def school_workspace(**ports):
    workspace = a_workspace(**ports)
    registering.save_school(a_school(), workspace)
    return workspace


@pytest.fixture
def workspace():
    return school_workspace()


def a_year(year, workspace, *options, done=True):
    id = diagnosing.start(year, workspace).id
    for code, option in zip(ASKED, options, strict=False):
        answering.answer(id, code, option, workspace)
    if done:
        diagnosing.complete(id, workspace)
    return id


def test_the_first_year_stands_alone(workspace):
    review = reviewing.review(a_year(2026, workspace, *["o1"] * 4), workspace)
    assert (review.previous, review.previous_year) == (None, None)
    assert [(row.now.score, row.change) for row in review.rows] == [
        (2, None),
        (2, None),
    ]
    assert review.result.total == 4


def test_last_year_stands_beside_this_year(workspace):
    a_year(2024, workspace, *["o1"] * 4)
    a_year(2025, workspace, "o1", "o1", "o0", "o0")
    id = a_year(2026, workspace, "o0", "o1", "o2", "o1")
    review = reviewing.review(id, workspace)
    assert review.previous_year == 2025
    assert review.previous.total == 2
    assert [row.change for row in review.rows] == [-1, 4]


def test_an_unfinished_or_later_year_is_not_last_year(workspace):
    a_year(2024, workspace, *["o1"] * 4)
    a_year(2025, workspace, "o1", done=False)
    id = a_year(2026, workspace, *["o1"] * 4)
    a_year(2027, workspace, *["o0"] * 4)
    assert reviewing.review(id, workspace).previous_year == 2024


def test_critical_indicators_are_shown_with_what_was_taken(workspace):
    id = a_year(2026, workspace, done=False)
    (critical,) = reviewing.review(id, workspace).critical
    assert (critical.indicator.code, critical.taken) == ("a.1.2", None)
    assert critical.direction == "Направление a"
    assert not critical.failed
    for option, failed in (("o0", True), ("o1", False)):
        answering.answer(id, "a.1.2", option, workspace)
        (critical,) = reviewing.review(id, workspace).critical
        assert (critical.taken.id, critical.failed) == (option, failed)


def test_a_critical_zero_takes_the_direction_and_comes_first(workspace):
    id = a_year(2026, workspace, "o1", "o0", "o0", "o1")
    review = reviewing.review(id, workspace)
    assert [(row.now.raw, row.now.score) for row in review.rows] == [(1, 0), (1, 1)]
    assert [s.indicator.code for s in review.deficits] == ["a.1.2", "b.1.1", "a.1.1"]


def test_a_level_of_the_orientation_scale_says_so(workspace):
    id = a_year(2026, workspace, *["o1"] * 4)
    assert reviewing.review(id, workspace).orientation
    plain = school_workspace(catalogue=FakeCatalogue(an_edition(orientation=())))
    review = reviewing.review(a_year(2026, plain, *["o1"] * 4), plain)
    assert review.result.level is None
    assert not review.orientation


def test_an_unknown_diagnosis_is_told(workspace):
    with pytest.raises(NoSuchDiagnosis):
        reviewing.review("x", workspace)
