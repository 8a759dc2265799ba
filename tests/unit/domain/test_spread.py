"""Places, quartiles and who stands far from the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shkola_desktop.domain.spread import Quartiles, places, quartiles, unusual

SHARES = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=4), st.floats(0, 1), max_size=40
)


def test_quartiles_lie_between_values():
    assert quartiles([4, 1, 3, 2]) == Quartiles(1.75, 2.5, 3.25)
    assert quartiles([7]) == Quartiles(7, 7, 7)
    assert quartiles([]) is None


def test_the_quarter_of_a_value():
    found = Quartiles(0.2, 0.5, 0.8)
    assert [found.quarter(v) for v in (0.9, 0.8, 0.6, 0.3, 0.1)] == [1, 1, 2, 3, 4]


def test_equals_share_the_better_place():
    assert places({"a": 0.5, "b": 0.9, "c": 0.5, "d": 0.1}) == {
        "b": 1,
        "a": 2,
        "c": 2,
        "d": 4,
    }


def test_who_lies_beyond_the_fences_is_unusual():
    usual = {f"s{n}": 0.5 + n / 100 for n in range(9)}
    found = unusual(usual | {"low": 0.1, "lower": 0.05, "high": 1.0})
    assert found == (("lower", "low"), ("high",))


def test_among_few_nobody_is_unusual():
    assert unusual({f"s{n}": 0.5 + n / 100 for n in range(6)} | {"x": 0.0}) == ((), ())


def test_where_most_are_alike_nobody_is_unusual():
    assert unusual({f"s{n}": 0.5 for n in range(20)} | {"x": 0.51}) == ((), ())


@given(SHARES)
def test_places_are_filled_from_the_first_and_follow_the_values(values):
    found = places(values)
    for one in values:
        better = sum(v > values[one] for v in values.values())
        assert found[one] == better + 1


@given(SHARES)
def test_quartiles_stand_in_order_within_the_values(values):
    found = quartiles(list(values.values()))
    if values:
        assert found is not None
        ordered = [found.first, found.median, found.third]
        assert ordered == sorted(ordered)
        assert min(values.values()) <= found.first
        assert found.third <= max(values.values())


@given(SHARES)
def test_nobody_is_unusual_on_both_sides_or_within_the_middle_half(values):
    low, high = unusual(values)
    assert not set(low) & set(high)
    found = quartiles(list(values.values()))
    for key in (*low, *high):
        assert not found.first <= values[key] <= found.third


@pytest.mark.parametrize("value", [0.0, 0.4, 1.0])
def test_one_school_alone_is_first(value):
    assert places({"a": value}) == {"a": 1}
