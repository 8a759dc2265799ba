"""Remarks are lines of threads: who may add which, and what a second time does."""

import pytest

from shkola_desktop.app.remarks import writing
from shkola_desktop.app.remarks.writing import Spot
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.errors import (
    NoSuchRemark,
    RemarkEmpty,
    RemarkNotYours,
    RemarkTooLong,
)
from shkola_desktop.domain.review import EntryKind, PlaceKind, threads
from tests.support.desks import KEY, deliver


@pytest.fixture
def spot(handed_in):
    return Spot(KEY, handed_in.diagnosis, PlaceKind.INDICATOR, "a.1.1")


@pytest.fixture
def remark(handed_in, spot):
    return writing.remark(spot, "  Нет приказа. ", handed_in.district.workspace)


def thread_of(seat):
    with seat.workspace.open_reading() as work:
        (thread,) = threads(work.reviews.entries(seat.school))
    return thread


def test_a_remark_begins_a_thread_and_is_logged(handed_in, remark):
    assert (remark.text, remark.number, remark.place) == ("Нет приказа.", 1, "a.1.1")
    with handed_in.district.workspace.open_reading() as work:
        action = work.actions.list(1)[0]
    assert (action.kind, action.subject) == (ActionKind.REMARK_WRITTEN, "a.1.1")


def test_every_line_is_numbered_one_above_the_highest_known(handed_in, spot, remark):
    workspace = handed_in.district.workspace
    second = writing.remark(spot, "И протокола нет.", workspace)
    answer = writing.reply(KEY, remark.id, "Приложите оба.", workspace)
    assert (second.number, answer.number) == (2, 3)


def test_the_same_remark_twice_is_one(handed_in, spot, remark):
    again = writing.remark(spot, "Нет приказа.", handed_in.district.workspace)
    assert again == remark
    assert len(handed_in.district.entries()) == 1


@pytest.mark.parametrize("turn", [writing.resolve, writing.withdraw])
def test_a_remark_is_closed_once(handed_in, remark, turn):
    workspace = handed_in.district.workspace
    first = turn(KEY, remark.id, workspace)
    assert turn(KEY, remark.id, workspace) == first
    assert not thread_of(handed_in.district).open


def test_a_closed_remark_is_opened_again_and_an_open_one_stays(handed_in, remark):
    workspace = handed_in.district.workspace
    assert writing.reopen(KEY, remark.id, workspace) == remark
    writing.resolve(KEY, remark.id, workspace)
    writing.reopen(KEY, remark.id, workspace)
    kinds = [e.kind for e in thread_of(handed_in.district).entries]
    assert kinds == [EntryKind.REMARK, EntryKind.RESOLVED, EntryKind.REOPENED]


def test_what_was_taken_back_is_not_answered_any_more(handed_in, remark):
    workspace = handed_in.district.workspace
    writing.withdraw(KEY, remark.id, workspace)
    with pytest.raises(NoSuchRemark):
        writing.reply(KEY, remark.id, "Ещё слово.", workspace)
    with pytest.raises(NoSuchRemark):
        writing.reply(KEY, "r-unknown", "Ещё слово.", workspace)


def test_a_school_only_answers(handed_in, spot, remark):
    deliver(handed_in.review(handed_in.district), handed_in.school)
    workspace = handed_in.school.workspace
    school = handed_in.school.school
    answer = writing.reply(school, remark.id, "Приложили.", workspace)
    assert (answer.kind, answer.number) == (EntryKind.REPLY, 2)
    assert thread_of(handed_in.school).answered
    for turn in (writing.resolve, writing.withdraw):
        with pytest.raises(RemarkNotYours):
            turn(school, remark.id, workspace)
    with pytest.raises(RemarkNotYours):
        writing.remark(spot, "Своё замечание.", workspace)


def test_a_district_takes_no_remark_of_its_region_back(handed_in, spot):
    remark = writing.remark(spot, "Проверьте.", handed_in.region.workspace)
    deliver(handed_in.review(handed_in.region), handed_in.district)
    for turn in (writing.resolve, writing.withdraw):
        with pytest.raises(RemarkNotYours):
            turn(KEY, remark.id, handed_in.district.workspace)
    assert writing.reply(KEY, remark.id, "Проверили.", handed_in.district.workspace)


@pytest.mark.parametrize(
    ("text", "fault"),
    [(" \n ", RemarkEmpty), ("я" * 4_001, RemarkTooLong)],
)
def test_a_text_that_is_refused_keeps_nothing(handed_in, spot, text, fault):
    with pytest.raises(fault):
        writing.remark(spot, text, handed_in.district.workspace)
    assert handed_in.district.entries() == []


def test_a_school_cannot_close_a_remark_in_the_name_of_its_district(handed_in, remark):
    closing = writing.resolve(KEY, remark.id, handed_in.district.workspace)
    forged = {"id": "forged", "kind": EntryKind.WITHDRAWN, "number": 9}
    header, content = handed_in.hand_in()
    from dataclasses import replace

    entries = (replace(closing, **forged, school=handed_in.school.school),)
    deliver((header, replace(content, entries=entries)), handed_in.district)
    assert [e.id for e in handed_in.district.entries()] == [remark.id, closing.id]
