"""Accept, return, take back: one step each, and what was changed since."""

import pytest

from shkola_desktop.app import answering, diagnosing
from shkola_desktop.app.campaign import campaign
from shkola_desktop.app.remarks import deciding, writing
from shkola_desktop.app.remarks.dossier import Show, dossier
from shkola_desktop.app.remarks.own import own_review
from shkola_desktop.app.remarks.writing import Spot
from shkola_desktop.domain.errors import (
    DraftHandedIn,
    NoDecision,
    NoSuchDiagnosis,
    NothingHandedIn,
    RemarkTooLong,
    ReturnUnexplained,
)
from shkola_desktop.domain.review import PlaceKind, Standing, Verdict
from tests.support.desks import KEY, YEAR, deliver


def standing(seat):
    (state,) = campaign(seat.workspace).schools
    return state.standing


def test_nothing_is_decided_before_something_was_handed_in(desks):
    with pytest.raises(NothingHandedIn):
        deciding.accept(KEY, YEAR, desks.district.workspace)
    with pytest.raises(NoSuchDiagnosis):
        dossier(KEY, YEAR, desks.district.workspace)


def test_accepting_twice_is_one_decision(handed_in):
    workspace = handed_in.district.workspace
    first = deciding.accept(KEY, YEAR, workspace)
    assert deciding.accept(KEY, YEAR, workspace) == first
    assert standing(handed_in.district) is Standing.ACCEPTED


def test_a_decision_is_taken_back_in_one_step(handed_in):
    workspace = handed_in.district.workspace
    deciding.give_back(KEY, YEAR, workspace, "Поправьте здоровье.")
    assert standing(handed_in.district) is Standing.RETURNED
    deciding.accept(KEY, YEAR, workspace)
    deciding.undo(KEY, YEAR, workspace)
    assert standing(handed_in.district) is Standing.RETURNED
    deciding.undo(KEY, YEAR, workspace)
    assert standing(handed_in.district) is Standing.HANDED_IN
    with pytest.raises(NoDecision):
        deciding.undo(KEY, YEAR, workspace)


def test_nobody_takes_the_decision_of_another_side_back(handed_in):
    deciding.accept(KEY, YEAR, handed_in.region.workspace)
    deliver(handed_in.review(handed_in.region), handed_in.district)
    with pytest.raises(NoDecision):
        deciding.undo(KEY, YEAR, handed_in.district.workspace)
    assert standing(handed_in.district) is Standing.ACCEPTED


def test_a_return_says_what_is_to_be_put_right(handed_in):
    workspace = handed_in.district.workspace
    with pytest.raises(ReturnUnexplained):
        deciding.give_back(KEY, YEAR, workspace, "  ")
    spot = Spot(KEY, handed_in.diagnosis, PlaceKind.WHOLE)
    writing.remark(spot, "Нет подписей.", workspace)
    assert deciding.give_back(KEY, YEAR, workspace).verdict is Verdict.RETURNED
    with pytest.raises(RemarkTooLong):
        deciding.give_back(KEY, YEAR, workspace, "я" * 4_001)


def test_a_draft_is_not_accepted(desks):
    diagnosing.reopen(desks.diagnosis, "ещё не всё", desks.school.workspace)
    desks.hand_over_to_all()
    with pytest.raises(DraftHandedIn):
        deciding.accept(KEY, YEAR, desks.district.workspace)
    deciding.give_back(KEY, YEAR, desks.district.workspace, "Завершите.")
    assert standing(desks.district) is Standing.RETURNED


def test_the_school_learns_of_the_decision_until_it_hands_in_again(handed_in):
    district, school = handed_in.district, handed_in.school
    assert own_review(school.workspace).standing is Standing.HANDED_IN
    deciding.give_back(KEY, YEAR, district.workspace, "Поправьте a.1.1.")
    deliver(handed_in.review(district), school)
    review = own_review(school.workspace)
    assert review.standing is Standing.RETURNED
    assert review.decision.comment == "Поправьте a.1.1."
    handed_in.correct("a.1.1", "o2")
    deliver(handed_in.hand_in(), district)
    assert own_review(school.workspace).standing is Standing.HANDED_IN
    assert own_review(school.workspace).decision is None
    assert standing(district) is Standing.HANDED_IN


def test_what_changed_is_told_against_the_hand_over_that_was_decided(handed_in):
    workspace = handed_in.district.workspace
    assert dossier(KEY, YEAR, workspace).changed == {}
    deciding.give_back(KEY, YEAR, workspace, "Поправьте.")
    handed_in.correct("a.1.1", "o2")
    deliver(handed_in.hand_in(), handed_in.district)
    handed_in.correct("b.1.1", "o0")
    deliver(handed_in.hand_in(), handed_in.district)
    found = dossier(KEY, YEAR, workspace)
    assert found.changed_since == 1
    assert {c: b.option for c, b in found.changed.items()} == {
        "a.1.1": "o1",
        "b.1.1": "o1",
    }
    shown = [i.code for d in found.form.directions for i in found.shown(d, Show.ZERO)]
    assert shown == ["b.1.1"]


def test_a_comment_alone_is_a_change_too(handed_in):
    workspace = handed_in.school.workspace
    diagnosing.reopen(handed_in.diagnosis, "комментарий", workspace)
    answering.comment(handed_in.diagnosis, "a.1.2", "Приказ № 5", workspace)
    deliver(handed_in.hand_in(), handed_in.district)
    found = dossier(KEY, YEAR, handed_in.district.workspace)
    assert list(found.changed) == ["a.1.2"]
    direction = found.form.directions[0]
    changed = [i.code for i in found.shown(direction, Show.CHANGED)]
    critical = [i.code for i in found.shown(direction, Show.CRITICAL)]
    assert (changed, critical) == (["a.1.2"], ["a.1.2"])


def test_the_history_tells_hand_overs_decisions_and_remarks(handed_in):
    workspace = handed_in.district.workspace
    spot = Spot(KEY, handed_in.diagnosis, PlaceKind.SECTION, "results")
    writing.remark(spot, "Нет сроков.", workspace)
    deciding.give_back(KEY, YEAR, workspace)
    kinds = [type(e.what).__name__ for e in dossier(KEY, YEAR, workspace).events]
    assert kinds == ["Decision", "Entry", "HandedIn"]
