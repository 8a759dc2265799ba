"""Numbers, dates and sizes as Russian writes them."""

from datetime import date

import pytest

from shkola_desktop.words.russian import (
    POINTS,
    capital,
    counted,
    decimal,
    itemised,
    joined,
    long_date,
    short_date,
    since,
    size,
)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0 баллов"),
        (1, "1 балл"),
        (2, "2 балла"),
        (5, "5 баллов"),
        (11, "11 баллов"),
        (14, "14 баллов"),
        (21, "21 балл"),
        (104, "104 балла"),
        (111, "111 баллов"),
    ],
)
def test_a_number_takes_the_right_form(number, text):
    assert counted(number, POINTS) == text.replace(" ", "\u00a0")


def test_dates():
    assert long_date(date(2026, 11, 24)) == "24\u00a0ноября 2026\u00a0г."
    assert short_date(date(2026, 3, 1)) == "01.03.2026"


@pytest.mark.parametrize(
    ("count", "text"),
    [(12, "12 Б"), (1536, "1,5 КБ"), (640 * 1024, "640 КБ"), (3 << 30, "3,0 ГБ")],
)
def test_sizes(count, text):
    assert size(count) == text.replace(" ", "\u00a0")


def test_lists_are_joined_as_in_a_sentence():
    assert joined([]) == ""
    assert joined(["А"]) == "А"
    assert joined(["А", "Б", "В"]) == "А, Б и\u00a0В"


def test_one_item_needs_no_dash():
    assert itemised([]) == ""
    assert itemised(["А"]) == "А"
    assert itemised(["А", "Б"]) == "– А\n– Б"


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "с 0"), (36, "с 36"), (99, "с 99"), (100, "со 100"), (136, "со 136")],
)
def test_the_preposition_goes_by_the_spoken_number(number, text):
    assert since(number) == text.replace(" ", "\u00a0")
    assert since(200) == "с\u00a0200"


def test_only_the_first_letter_grows():
    assert capital("нет ставки ПМПК") == "Нет ставки ПМПК"
    assert capital("") == ""


def test_a_decimal_has_a_comma():
    assert decimal(100 / 64) == "1,6"
