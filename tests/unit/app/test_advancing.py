"""The way to a higher level, trying answers out, taking steps into the programme."""

import pytest

from shkola_desktop.app import (
    advancing,
    answering,
    diagnosing,
    drafting,
    planning,
    registering,
    reviewing,
)
from shkola_desktop.domain.measures import MeasureBank
from tests.support.builders import a_school
from tests.support.fakes import FakeCatalogue, a_workspace

ZERO = {"a.1.1": "o1", "a.1.2": "o0", "b.1.1": "o2", "b.1.2": "o0"}


@pytest.fixture
def workspace():
    bank = MeasureBank("2026", "", (), (), (), (), (), (), (), ())
    workspace = a_workspace(catalogue=FakeCatalogue(bank=bank))
    registering.save_school(a_school(), workspace)
    return workspace


def review_of(workspace, answers, *, done=True):
    id = diagnosing.start(2026, workspace).id
    for code, option in answers.items():
        answering.answer(id, code, option, workspace)
    if done:
        diagnosing.complete(id, workspace)
    return reviewing.review(id, workspace)


def test_the_way_to_the_next_level_of_the_whole_school(workspace):
    review = review_of(workspace, ZERO)
    found = advancing.advance(review, None, workspace.catalogue.bank())
    assert (found.now, found.maximum, found.reached.level.id) == (3, 7, "basic")
    assert (found.level.id, found.needed) == ("medium", 5)
    cheapest = found.paths.paths[0]
    assert cheapest.reached == 5
    assert [step.indicator for step in cheapest.steps] == ["a.1.2"]


def test_the_way_of_one_direction(workspace):
    review = review_of(workspace, ZERO)
    found = advancing.advance(review, "a", workspace.catalogue.bank())
    assert (found.direction, found.now, found.maximum) == ("a", 0, 3)
    assert [step.critical for step in found.paths.paths[0].steps] == [True]


def test_at_the_top_there_is_no_next_level(workspace):
    best = {"a.1.1": "o2", "a.1.2": "o1", "b.1.1": "o2", "b.1.2": "o1"}
    review = review_of(workspace, best)
    found = advancing.advance(review, None, workspace.catalogue.bank())
    assert (found.level, found.paths, found.needed) == (None, None, 7)


def test_what_is_tried_out_changes_nothing(workspace):
    review = review_of(workspace, ZERO)
    trial = advancing.try_out(review, {"a.1.2": "o1", "b.1.1": "o2", "x": "o1"})
    assert [(i.code, o.id) for i, o in trial.changes] == [("a.1.2", "o1")]
    assert (trial.now.total, trial.then.total) == (3, 5)
    again = reviewing.review(review.diagnosis.id, workspace)
    assert again.result.total == 3


def test_only_what_rises_can_become_a_deficit(workspace):
    review = review_of(workspace, ZERO)
    trial = advancing.try_out(review, {"a.1.2": "o1", "b.1.1": "o0"})
    assert advancing.raised(trial, review) == ("a.1.2",)


def test_steps_become_deficits_of_a_new_programme(workspace):
    review = review_of(workspace, ZERO)
    made = advancing.take_over(("a.1.1",), review, workspace)
    assert [d.indicator for d in made.deficits] == ["a.1.2", "b.1.2", "a.1.1"]
    assert planning.programme_of(workspace) == made


def test_a_left_out_deficit_comes_back_and_others_stay(workspace):
    review = review_of(workspace, ZERO)
    drafted = drafting.draft(review.diagnosis.id, workspace)
    first = drafted.deficits[0]
    left = drafted.with_deficit(
        type(first)(
            code=first.code,
            indicator=first.indicator,
            direction=first.direction,
            text="своя формулировка",
            left_out="не сейчас",
        )
    )
    planning.save(left, workspace)
    made = advancing.take_over((first.indicator,), review, workspace)
    assert made.id == drafted.id
    assert made.deficits[0].included
    assert made.deficits[0].text == "своя формулировка"
    assert made.deficits[1] == drafted.deficits[1]
