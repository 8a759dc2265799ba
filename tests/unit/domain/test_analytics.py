"""Averages put together, deficits by weight, years compared where they can be."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shkola_desktop.domain.analytics import (
    CommonDeficit,
    DirectionAverage,
    ShortfallCount,
    VariantCount,
    by_weight,
    merged,
)
from shkola_desktop.domain.dynamics import Change, YearSums, alike, changes
from tests.support.builders import a_direction, a_variant, an_edition, an_indicator

OLD = an_edition(hash="old")


def deficit(code, **fields):
    known = {"critical": False, "zeros": 0, "lost": 1, "applicable": 10}
    return CommonDeficit(code, code, "a", measures=(), **{**known, **fields})


def average(share, schools=2, direction="a", zeroed=0):
    return DirectionAverage(direction, schools, share, share, share, zeroed)


def year(number, hash, averages=(), shortfalls=(), schools=2):
    count = VariantCount("tiny", hash, a_variant(), schools)
    return YearSums(number, averages, shortfalls, (count,))


def test_critical_zeros_come_first_then_what_most_schools_miss():
    found = by_weight(
        [
            deficit("most", schools=9),
            deficit("zeros", schools=8, zeros=8),
            deficit("critical", schools=1, zeros=1, critical=True),
            deficit("most-lost", schools=9, lost=5),
        ]
    )
    assert [d.indicator for d in found] == ["critical", "most-lost", "most", "zeros"]


def test_the_share_is_of_those_who_were_asked():
    assert deficit("x", schools=3, applicable=4).share == 0.75
    assert deficit("x", schools=0, applicable=0).share == 0.0


def test_every_school_counts_once_when_averages_are_put_together():
    (found,) = merged([average(1.0, schools=1), average(0.4, schools=3, zeroed=1)])
    assert found == DirectionAverage("a", 4, pytest.approx(0.55), 0.4, 1.0, 1)


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(1, 50)), min_size=1))
def test_an_average_of_averages_lies_between_them(found):
    (whole,) = merged([average(share, schools) for share, schools in found])
    assert whole.schools == sum(schools for _, schools in found)
    assert whole.lowest - 1e-9 <= whole.share <= whole.highest + 1e-9


def test_one_pack_in_both_years_compares_the_directions():
    before = year(2025, "old", (average(0.5), average(0.3, direction="gone")))
    now = year(2026, "old", (average(0.75), average(0.3, direction="new")))
    assert changes(before, now, {"old": OLD}) == (Change("a", 0.5, 0.75, whole=True),)


def test_two_packs_compare_what_both_ask_alike():
    new = an_edition(
        hash="new",
        directions=(
            a_direction(
                "a",
                (an_indicator("a.1.1"), an_indicator("a.1.2", (0, 2), critical=True)),
            ),
            a_direction("c", (an_indicator("c.1.1"),)),
        ),
    )
    assert alike(OLD, new) == {"a.1.1"}
    short = ShortfallCount("old", "a.1.1", 1, 1, 2, critical=False)
    other = ShortfallCount("old", "a.1.2", 2, 2, 2, critical=True)
    before = year(2025, "old", (average(0.1),), (short, other))
    now = year(2026, "new", (average(0.9),))
    # two schools could reach 2 points each in a.1.1 and one of them lost both
    assert changes(before, now, {"old": OLD, "new": new}) == (
        Change("a", 0.5, 1.0, whole=False, indicators=1),
    )


def test_what_an_edition_asks_otherwise_is_not_compared():
    new = an_edition(hash="new", directions=(a_direction("z", (an_indicator("z.1"),)),))
    before, now = year(2025, "old", (average(0.1),)), year(2026, "new")
    assert changes(before, now, {"old": OLD, "new": new}) == ()


def test_a_year_without_schools_compares_with_nothing():
    empty = YearSums(2025, (), (), ())
    assert changes(empty, year(2026, "old", (average(0.5),)), {"old": OLD}) == ()
    assert changes(empty, replace(empty, year=2026), {}) == ()
