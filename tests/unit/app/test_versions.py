"""Undo and redo of a programme: whole states, each with the place of its change."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from shkola_desktop.app import versions
from shkola_desktop.app.versions import DEPTH, Versions, Written
from shkola_desktop.domain.school_info import SchoolInfo
from tests.support.builders import a_programme


def a_written(goal="", transport=""):
    return Written(a_programme(goal=goal), SchoolInfo(transport=transport))


def test_a_change_is_undone_and_redone_at_its_place():
    first, second = a_written("одна"), a_written("другая")
    known = versions.changed(Versions(first), second, "deficit:01")
    back, place = versions.stepped_back(known)
    assert (back.now, place) == (first, "deficit:01")
    again, place = versions.stepped_forward(back)
    assert (again, place) == (known, "deficit:01")


def test_the_information_about_the_school_is_undone_too():
    first, second = a_written(), a_written(transport="автобус")
    known = versions.changed(Versions(first), second, "section:about")
    assert versions.stepped_back(known)[0].now == first


def test_the_same_again_is_no_change():
    known = Versions(a_written("одна"))
    assert versions.changed(known, a_written("одна"), "team") is known


def test_without_changes_nothing_moves():
    known = Versions(a_written())
    assert versions.stepped_back(known) == (known, "")
    assert versions.stepped_forward(known) == (known, "")


def test_a_new_change_forgets_what_was_undone():
    known = versions.changed(Versions(a_written("1")), a_written("2"), "")
    known, _ = versions.stepped_back(known)
    known = versions.changed(known, a_written("3"), "team")
    assert known.future == ()


def test_the_oldest_states_are_forgotten():
    known = Versions(a_written("0"))
    for number in range(1, DEPTH + 10):
        known = versions.changed(known, a_written(str(number)), "team")
    assert len(known.past) == DEPTH
    assert known.past[0].written == a_written("9")


@given(st.lists(st.one_of(st.integers(0, 5), st.sampled_from(["undo", "redo"]))))
def test_any_walk_is_that_of_two_plain_stacks(steps):
    known = Versions(a_written("начало"))
    past, future = [a_written("начало")], []
    for step in steps:
        if step == "undo":
            known, _ = versions.stepped_back(known)
            if len(past) > 1:
                future.append(past.pop())
        elif step == "redo":
            known, _ = versions.stepped_forward(known)
            if future:
                past.append(future.pop())
        else:
            written = replace(past[-1], programme=a_programme(goal=str(step)))
            known = versions.changed(known, written, "passport:goal")
            if written != past[-1]:
                past.append(written)
                future.clear()
        assert known.now == past[-1]
        assert [v.written for v in known.past] == past[:-1]
        assert [v.written for v in known.future] == future
