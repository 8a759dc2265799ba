"""Planned and reached values: numbers in words, bounds, what is no number."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shkola_desktop.domain.figures import compared, number_in
from shkola_desktop.words.execution import VALUES, number_said


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("80", "80"),
        ("не менее 80 %", "80"),
        ("12,5", "12.5"),
        ("1 200 чел.", "1200"),
        ("−3", "-3"),
        ("12 чел.", "12"),
    ],
)
def test_a_number_is_found_in_words(text, number):
    assert number_in(text) == Decimal(number)


@pytest.mark.parametrize("text", ["", "да", "12 из 40", "85–90", "нет"])
def test_no_number_or_several_are_none(text):
    assert number_in(text) is None


@pytest.mark.parametrize(
    ("planned", "reached", "short"),
    [
        ("50 %", "45,5", "4.5"),
        ("не менее 80 %", "80", "0"),
        ("не менее 80", "91", "0"),
        ("не более 5", "7", "2"),
        ("не более 5", "3", "0"),
        ("да", "Да ", "0"),
    ],
)
def test_by_how_much_a_plan_was_missed(planned, reached, short):
    assert compared(planned, reached, VALUES).short == Decimal(short)


@pytest.mark.parametrize(
    ("planned", "reached"), [("да", "нет"), ("50", ""), ("", "50"), ("50", "мало")]
)
def test_what_cannot_be_compared_is_only_shown(planned, reached):
    found = compared(planned, reached, VALUES)
    assert (found.planned, found.reached, found.met) == (planned, reached, None)


def test_a_falling_target_is_missed_above_its_plan():
    by_name = compared("10", "12", VALUES, name="Снижение пропусков")
    by_base = compared("10", "12", VALUES, baseline="20")
    assert (by_name.short, by_base.short) == (Decimal(2), Decimal(2))


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_short_is_never_negative_and_zero_means_met(plan, got):
    found = compared(str(plan), str(got), VALUES)
    assert found.short == max(0, plan - got)
    assert found.met is (got >= plan)


@pytest.mark.parametrize(
    ("number", "words"), [("4.50", "4,5"), ("100", "100"), ("0", "0")]
)
def test_a_number_is_said_as_people_write_it(number, words):
    assert number_said(Decimal(number)) == words
