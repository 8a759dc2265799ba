"""The course of a programme: planned for a year, done, late, left."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shkola_desktop.domain.execution import (
    CheckKind,
    Execution,
    MeasureRecord,
    Progress,
)
from shkola_desktop.domain.programme_parts import Target
from shkola_desktop.domain.progress import (
    Share,
    course_of,
    finished_year,
    first_day,
    share_of,
    tally,
    year_at,
)
from shkola_desktop.words.execution import COURSE_WORDS
from tests.support.builders import a_deficit, a_measure, a_programme
from tests.support.papers import a_bank

DONE, GOING, MOVED = Progress.DONE, Progress.GOING, Progress.MOVED


def course(*measures, records=(), **fields):
    made = a_programme(
        deficits=(a_deficit(measures=measures),),
        execution=Execution(records=tuple(records)),
        **fields,
    )
    return course_of(made, (), COURSE_WORDS)


def ids(entries):
    return [entry.work.id for entry in entries]


def with_term(term, id="m1", **fields):
    return a_measure(id=id, term=term, text=f"Мера {id}", **fields)


def test_a_year_holds_what_its_terms_name():
    known = course(
        with_term("1-й год"), with_term("2-й год", "m2"), with_term("", "m3")
    )
    assert ids(known.entries(2027)) == ["m1", "m3"]
    assert ids(known.entries(2028)) == ["m2", "m3"]


def test_one_measure_for_two_deficits_comes_once_with_both_codes():
    twice = (
        a_deficit(code="01", measures=(a_measure(id="m1"),)),
        a_deficit(code="02", measures=(a_measure(id="m2"),)),
    )
    (work,) = course_of(a_programme(deficits=twice), (), COURSE_WORDS).works
    assert (work.codes, work.ids) == (("01", "02"), ("m1", "m2"))


def test_common_measures_of_the_bank_come_first():
    works = course_of(a_programme(), a_bank().cross_cutting, COURSE_WORDS).works
    assert [(work.id, work.direction) for work in works] == [
        ("common-1", None),
        ("m1", "a"),
    ]


def test_what_was_done_once_does_not_come_again_but_a_second_part_does():
    records = [MeasureRecord("m1", 2027, DONE), MeasureRecord("m2", 2027, DONE)]
    records += [MeasureRecord("m3", 2027, DONE)]
    parts = with_term("1-й год – заявка; 2-й год – получение", "m2")
    yearly = with_term("ежегодно", "m3")
    known = course(with_term("1–2-й годы"), parts, yearly, records=records)
    assert ids(known.entries(2028)) == ["m2", "m3"]


def test_what_was_moved_comes_in_the_next_year():
    known = course(with_term("1-й год"), records=[MeasureRecord("m1", 2027, MOVED)])
    (entry,) = known.entries(2028)
    assert entry.due == date(2028, 12, 31)
    assert ids(known.entries(2029)) == []


def test_what_was_dropped_goes_for_good():
    record = MeasureRecord("m1", 2027, Progress.DROPPED)
    assert course(with_term("ежегодно"), records=[record]).entries(2028) == ()


def test_late_is_what_is_open_after_its_last_day():
    known = course(
        with_term("1-й год, май"),
        with_term("1-й год, ноябрь", "m2"),
        with_term("когда-нибудь", "m3"),
    )
    assert ids(known.overdue(2027, date(2027, 5, 31))) == []
    assert ids(known.overdue(2027, date(2027, 6, 1))) == ["m1"]
    assert ids(known.overdue(2028, date(2028, 3, 1))) == ["m1", "m2"]


def test_what_was_done_later_is_not_late_any_more():
    records = [MeasureRecord("m1", 2028, DONE)]
    known = course(with_term("1-й год, май"), records=records)
    assert known.overdue(2028, date(2028, 9, 1)) == ()


def test_a_stage_of_longer_work_is_no_failure_of_its_year():
    known = course(with_term("1–2-й годы"), with_term("1-й год", "m2"))
    entries = known.entries(2027)
    assert [entry.stage for entry in entries] == [True, False]
    assert share_of(entries) == Share(0, 1)


def test_january_looks_at_autumn_and_june_at_the_whole_year():
    known = course(with_term("1-й год, октябрь"), with_term("ежегодно, май–март", "m2"))
    assert ids(known.looked_at(2027, CheckKind.JANUARY)) == ["m1"]
    assert ids(known.looked_at(2027, CheckKind.JUNE)) == ["m1", "m2"]


def test_what_ends_in_this_half_year():
    known = course(with_term("1-й год, май"), with_term("1-й год, ноябрь", "m2"))
    assert ids(known.due_in_half(2027, date(2027, 2, 1))) == ["m1"]
    assert ids(known.due_in_half(2027, date(2027, 9, 1))) == ["m2"]


def test_targets_of_a_year_tell_what_was_missed():
    target = Target("Кружки", "%", "40", ("50", "60"), reached=("45,5",))
    known = course(targets=(target,))
    (first,) = known.target_years(2027)
    (second,) = known.target_years(2028)
    assert (str(first.compared.short), second.compared.met) == ("4.5", None)


@pytest.mark.parametrize(
    ("day", "now", "over"),
    [
        (date(2026, 11, 25), 2027, 2027),
        (date(2028, 1, 10), 2028, 2027),
        (date(2029, 7, 1), 2029, 2028),
        (date(2040, 1, 1), 2030, 2030),
    ],
)
def test_the_year_that_is_worked_on_and_the_last_that_is_over(day, now, over):
    known = a_programme()
    assert (year_at(known, day), finished_year(known, day)) == (now, over)
    assert first_day(known) == date(2027, 1, 1)


def test_what_is_over_for_the_next_programme():
    records = [
        MeasureRecord("m1", 2027, DONE),
        MeasureRecord("m2", 2027, DONE),
        MeasureRecord("m3", 2027, GOING),
        MeasureRecord("m4", 2028, Progress.DROPPED),
        MeasureRecord("m5", 2027, DONE),
    ]
    known = course(
        with_term("1-й год"),
        with_term("ежегодно", "m2"),
        with_term("1-й год", "m3"),
        with_term("ежегодно", "m4"),
        with_term("1-й год – заявка; 2-й год – получение", "m5"),
        records=records,
    )
    over = [work.id for work in known.works if known.over(work)]
    assert over == ["m1", "m4"]


STATES = st.lists(st.sampled_from(list(Progress)), max_size=8)


@given(STATES)
def test_a_share_counts_every_measure_once(states):
    measures = [with_term("1-й год", f"m{n}") for n in range(len(states))]
    records = [MeasureRecord(f"m{n}", 2027, s) for n, s in enumerate(states)]
    entries = course(*measures, records=records).entries(2027)
    share = share_of(entries)
    assert (share.done, share.planned) == (states.count(DONE), len(states))
    assert (share.percent == 100) == (bool(states) and share.done == share.planned)
    assert (share.percent is None) == (not states)
    assert sum(tally(entries).values()) == len(states)


@given(STATES, st.dates(date(2026, 1, 1), date(2032, 1, 1)))
def test_late_is_never_what_is_settled(states, today):
    measures = [with_term("ежегодно, май", f"m{n}") for n in range(len(states))]
    records = [MeasureRecord(f"m{n}", 2027, s) for n, s in enumerate(states)]
    known = course(*measures, records=records)
    for entry in known.overdue(2030, today):
        assert entry.open
        assert entry.due < today


def test_records_do_not_change_what_papers_of_the_plan_are_made_from():
    marked = replace(
        a_programme(), execution=Execution(records=(MeasureRecord("m1", 2027, DONE),))
    )
    assert repr(marked) == repr(a_programme())
    assert marked != a_programme()
