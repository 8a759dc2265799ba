"""Until when a measure is to be done: years, months, half-years."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shkola_desktop.domain.due_dates import due_date, half_of, years_due
from shkola_desktop.words.execution import MONTHS
from shkola_desktop.words.self_check_lexicon import TERM_WORDS

PERIOD = range(2027, 2031)


def due(text, year=2027):
    return due_date(text, year, PERIOD, TERM_WORDS, MONTHS)


@pytest.mark.parametrize(
    ("text", "year", "day"),
    [
        ("1-й год", 2027, date(2027, 12, 31)),
        ("1-й год, сентябрь–ноябрь", 2027, date(2027, 11, 30)),
        ("ежегодно, до 31 августа", 2029, date(2029, 8, 31)),
        ("ежегодно, февраль", 2028, date(2028, 2, 29)),
        ("ежегодно, осень", 2028, date(2028, 11, 30)),
        ("2027–2028 годы", 2027, date(2028, 12, 31)),
        ("1–2-й годы", 2028, date(2028, 12, 31)),
        ("2028 год, май", 2028, date(2028, 5, 31)),
        ("1-й год, октябрь; далее ежегодно", 2029, date(2029, 10, 31)),
        ("1-й год – заявка; 2-й год – получение", 2027, date(2027, 12, 31)),
        ("1-й год – заявка; 2-й год – получение", 2028, date(2028, 12, 31)),
        ("постоянно", 2030, date(2030, 12, 31)),
    ],
)
def test_the_last_day_of_a_term(text, year, day):
    assert due(text, year) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ежегодно, сентябрь–май", date(2028, 5, 31)),
        ("ежегодно, октябрь и апрель", date(2028, 4, 30)),
        ("1-й год, октябрь–март; далее ежегодно", date(2028, 3, 31)),
        ("ежегодно, январь–август", date(2027, 8, 31)),
    ],
)
def test_months_that_go_back_end_in_the_next_year(text, day):
    assert due(text) == day


@pytest.mark.parametrize("text", ["", "сентябрь–май", "когда-нибудь"])
def test_a_term_without_a_year_is_never_late_and_may_be_any_year(text):
    assert due(text) is None
    known = years_due(text, PERIOD, TERM_WORDS)
    assert (known.years, known.known) == ((2027, 2028, 2029, 2030), False)


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_half_years_hold_their_day_and_follow_each_other(day):
    first, last = half_of(day)
    assert first <= day <= last
    assert half_of(last + timedelta(days=1))[0] == last + timedelta(days=1)
    assert half_of(first) == half_of(last) == (first, last)
    assert 181 <= (last - first).days + 1 <= 184


@given(
    st.lists(st.sampled_from(["октябрь", "март", "май", "2-й год", "ежегодно", ";"])),
    st.sampled_from(list(PERIOD)),
)
def test_any_words_give_a_day_inside_two_years_of_the_period_or_none(words, year):
    day = due(" ".join(words), year)
    assert day is None or date(2027, 1, 1) <= day <= date(2030 + len(words), 12, 31)
