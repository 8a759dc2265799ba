"""Remarks and decisions are sets that only grow: any order gives the same picture."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shkola_desktop.domain.office import Role, school_key
from shkola_desktop.domain.review import (
    Decision,
    Entry,
    EntryKind,
    PlaceKind,
    Standing,
    Verdict,
    last_decision,
    standing_of,
    threads,
)
from tests.support.builders import NOON


def an_entry(id, number=1, kind=EntryKind.REMARK, side=Role.DISTRICT, remark="r1"):
    return Entry(
        id,
        remark,
        number,
        "70/7012/1",
        "d1",
        kind,
        PlaceKind.INDICATOR,
        "zn.1",
        side,
        "М",
        NOON,
        "текст",
    )


def a_decision(id, number, verdict, sequence=1):
    return Decision(
        id,
        "70/7012/1",
        "d1",
        sequence,
        verdict,
        Role.DISTRICT,
        "М",
        NOON,
        number,
    )


def test_the_key_of_a_school_begins_with_region_and_district():
    assert school_key("70", "7012", "701204") == "70/7012/701204"


def test_a_thread_is_ordered_by_number_whatever_the_clocks_say():
    early = NOON - timedelta(days=900)
    reply = replace(an_entry("b", 2, EntryKind.REPLY, Role.SCHOOL), at=early)
    (thread,) = threads([reply, an_entry("a")])
    assert [e.id for e in thread.entries] == ["a", "b"]
    assert (thread.open, thread.answered) == (True, True)


def test_a_reply_without_its_remark_is_kept_back():
    assert threads([an_entry("b", 2, EntryKind.REPLY)]) == ()


@pytest.mark.parametrize(
    ("kinds", "is_open", "withdrawn"),
    [
        ([], True, False),
        ([EntryKind.REPLY], True, False),
        ([EntryKind.RESOLVED], False, False),
        ([EntryKind.RESOLVED, EntryKind.REOPENED], True, False),
        ([EntryKind.RESOLVED, EntryKind.REPLY], False, False),
        ([EntryKind.WITHDRAWN], False, True),
    ],
)
def test_a_remark_is_open_until_resolved_or_withdrawn(kinds, is_open, withdrawn):
    later = [an_entry(f"e{n}", n, kind) for n, kind in enumerate(kinds, start=2)]
    (thread,) = threads([an_entry("a"), *later])
    assert (thread.open, thread.withdrawn) == (is_open, withdrawn)


@given(st.permutations([an_entry("a"), an_entry("b", 2), an_entry("c", 2)]), st.data())
def test_threads_do_not_depend_on_order_or_repetition(entries, data):
    again = data.draw(st.lists(st.sampled_from(entries)))
    assert threads([*entries, *again]) == threads(
        [an_entry("a"), an_entry("b", 2), an_entry("c", 2)]
    )


def test_taking_a_decision_back_uncovers_the_one_before():
    returned = a_decision("a", 1, Verdict.RETURNED)
    accepted = a_decision("b", 2, Verdict.ACCEPTED)
    back = a_decision("c", 3, Verdict.WITHDRAWN)
    again = a_decision("d", 4, Verdict.WITHDRAWN)
    assert last_decision([]) is None
    assert last_decision([accepted, returned]) == accepted
    assert last_decision([back, accepted, returned]) == returned
    assert last_decision([again, back, accepted, returned, returned]) is None


@pytest.mark.parametrize(
    ("sequence", "completed", "decisions", "expected"),
    [
        (None, False, [], Standing.NOT_STARTED),
        (1, False, [], Standing.IN_WORK),
        (1, True, [], Standing.HANDED_IN),
        (1, True, [a_decision("a", 1, Verdict.RETURNED)], Standing.RETURNED),
        (1, True, [a_decision("a", 1, Verdict.ACCEPTED)], Standing.ACCEPTED),
        (2, True, [a_decision("a", 1, Verdict.RETURNED)], Standing.HANDED_IN),
        (
            1,
            True,
            [
                a_decision("a", 1, Verdict.ACCEPTED),
                a_decision("b", 2, Verdict.WITHDRAWN),
            ],
            Standing.HANDED_IN,
        ),
    ],
)
def test_the_standing_follows_from_hand_overs_and_decisions(
    sequence, completed, decisions, expected
):
    assert standing_of(sequence, decisions, completed=completed) is expected
