"""Undo and redo as a value, and on a diagnosis."""

import pytest

from shkola_desktop.app import answering, diagnosing, history, registering
from shkola_desktop.app.answering import Change
from shkola_desktop.app.history import History
from tests.support.builders import a_school, an_answer
from tests.support.fakes import a_workspace


def change(number):
    return Change("a.1.1", None, an_answer("o1", version=f"v{number}"))


def test_an_empty_history_has_nothing_to_undo_or_redo():
    empty = History()
    assert (empty.last, empty.next) == (None, None)
    assert history.stepped_back(empty) == empty
    assert history.stepped_forward(empty) == empty


def test_stepping_back_and_forward_comes_to_the_same():
    past = history.changed(history.changed(History(), change(1)), change(2))
    back = history.stepped_back(past)
    assert (back.last, back.next) == (change(1), change(2))
    assert history.stepped_forward(back) == past


def test_a_new_change_forgets_what_was_undone():
    past = history.stepped_back(history.changed(History(), change(1)))
    past = history.changed(past, change(2))
    assert past == History((change(2),), ())


def test_the_oldest_changes_are_forgotten():
    past = History()
    for number in range(501):
        past = history.changed(past, change(number))
    assert len(past.done) == 500
    assert (past.done[0], past.last) == (change(1), change(500))


@pytest.fixture
def workspace():
    workspace = a_workspace()
    registering.save_school(a_school(), workspace)
    return workspace


def test_an_answer_is_undone_and_redone_with_its_comment(workspace):
    id = diagnosing.start(2026, workspace).id

    def shown():
        answer = diagnosing.load(id, workspace).answers["a.1.1"]
        return answer.option, answer.comment

    past = History()
    for made in (
        answering.answer(id, "a.1.1", "o1", workspace),
        answering.comment(id, "a.1.1", "Приказ № 5", workspace),
        answering.answer(id, "a.1.1", "o2", workspace),
    ):
        past = history.changed(past, made)
    expected = [("o1", "Приказ № 5"), ("o1", ""), (None, "")]
    for state in expected:
        answering.revert(id, "a.1.1", past.last.before, workspace)
        past = history.stepped_back(past)
        assert shown() == state
    assert past.last is None
    for state in [("o1", ""), ("o1", "Приказ № 5"), ("o2", "Приказ № 5")]:
        answering.revert(id, "a.1.1", past.next.after, workspace)
        past = history.stepped_forward(past)
        assert shown() == state
