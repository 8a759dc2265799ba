"""The years of a plan: counted by hand, and by brute force on small plans."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shkola_desktop.domain.year_plan import Lift, years_of


def rises(lifts, held, years, plan):
    """Return what every year brings, as scoring counts it."""
    totals = []
    for until in range(years):
        total = 0
        for gate in {lift.gate for lift in lifts}:
            group = [lift for lift in lifts if lift.gate == gate]
            keys = [x for x in group if x.critical and x.gate is not None]
            if all(plan[x.code] <= until for x in keys):
                total += held.get(gate, 0)
                total += sum(x.gain for x in group if plan[x.code] <= until)
        totals.append(total)
    return [b - a for a, b in zip([0, *totals], totals, strict=False)]


def in_order(lifts, plan):
    """Tell whether no critical lift is later than another of the same effort."""
    return all(
        plan[one.code] <= plan[other.code]
        for one in lifts
        for other in lifts
        if one.critical and not other.critical and one.effort == other.effort
    )


def delays(lifts, plan, *, critical):
    chosen = [x for x in lifts if x.critical == critical]
    return sum(plan[x.code] - x.earliest for x in chosen)


def every_plan(lifts, years):
    """Yield all plans that begin nothing too early and keep the order."""
    choices = [range(lift.earliest, years) for lift in lifts]
    for chosen in product(*choices):
        plan = {x.code: y for x, y in zip(lifts, chosen, strict=True)}
        if in_order(lifts, plan):
            yield plan


def test_where_nothing_is_steep_everything_comes_as_early_as_it_can():
    lifts = (
        Lift("a", 1, 0, 0, critical=True, gate="x"),
        Lift("b", 2, 1, 0),
        Lift("c", 3, 3, 3, gate="x"),
    )
    assert years_of(lifts, {"x": 10}, 4, 59) == {"a": 0, "b": 1, "c": 3}


def test_held_directions_open_one_after_another_the_quick_ones_first():
    lifts = (
        Lift("money", 1, 0, 3, critical=True, gate="x"),
        Lift("order", 1, 0, 0, critical=True, gate="y"),
    )
    held = {"x": 19, "y": 19}
    assert years_of(lifts, held, 4, 30) == {"money": 1, "order": 0}


def test_only_the_hardest_critical_of_a_direction_has_to_wait():
    lifts = (
        Lift("p", 1, 0, 2, critical=True, gate="x"),
        Lift("q", 1, 0, 0, critical=True, gate="x"),
        Lift("r", 1, 0, 1, critical=True, gate="y"),
    )
    plan = years_of(lifts, {"x": 10, "y": 25}, 3, 30)
    assert plan == {"p": 1, "q": 0, "r": 0}


def test_lifts_that_do_not_fit_into_a_year_wait_the_costly_ones_first():
    lifts = (Lift("a", 3, 0, 3), Lift("b", 3, 0, 0), Lift("c", 3, 0, 1))
    assert years_of(lifts, {}, 3, 6) == {"a": 1, "b": 0, "c": 0}


def test_where_the_limit_cannot_be_kept_the_steepest_year_is_as_flat_as_it_can_be():
    lifts = (
        Lift("a", 1, 0, 0, critical=True, gate="x"),
        Lift("b", 1, 0, 1, critical=True, gate="y"),
    )
    plan = years_of(lifts, {"x": 49, "y": 39}, 2, 30)
    assert sorted(plan.values()) == [0, 1]


def test_what_opens_nothing_is_done_at_once():
    lifts = (Lift("a", 0, 0, 0, critical=True), Lift("b", 0, 1, 0))
    assert years_of(lifts, {}, 1 + 1, 0) == {"a": 0, "b": 1}


def test_eight_held_directions_that_need_every_year_are_found():
    points = {"a": 22, "b": 25, "c": 24, "d": 15, "e": 21, "f": 25, "g": 13, "h": 16}
    lifts = tuple(Lift(gate, 1, 0, 1, critical=True, gate=gate) for gate in points)
    plan = years_of(lifts, points, 4, 54)
    assert max(rises(lifts, points, 4, plan)) <= 54


def test_nothing_to_lift_is_no_plan():
    assert years_of((), {}, 4, 10) == {}


@st.composite
def cases(draw):
    years = draw(st.integers(1, 3))
    lifts = []
    for number in range(draw(st.integers(1, 6))):
        critical = draw(st.booleans())
        earliest = 0 if critical else draw(st.integers(0, years - 1))
        gate = draw(st.sampled_from([None, "x", "y"]))
        gain, effort = draw(st.integers(1, 4)), draw(st.integers(0, 1))
        lifts.append(Lift(f"{number}", gain, earliest, effort, critical, gate))
    keys = {x.gate for x in lifts if x.critical}
    lifts = [x for x in lifts if x.gate is None or x.gate in keys]
    held = {gate: draw(st.integers(0, 12)) for gate in ("x", "y")}
    return tuple(lifts), held, years, draw(st.integers(1, 20))


@settings(deadline=None, max_examples=400)
@given(cases())
def test_no_year_is_too_steep_where_a_plan_exists(case):
    lifts, held, years, limit = case
    plan = years_of(lifts, held, years, limit)
    assert set(plan) == {x.code for x in lifts}
    assert all(x.earliest <= plan[x.code] < years for x in lifts)
    assert in_order(lifts, plan)
    others = list(every_plan(lifts, years))
    flattest = min(max(rises(lifts, held, years, p)) for p in others)
    assert max(rises(lifts, held, years, plan)) <= max(limit, flattest)


@settings(deadline=None, max_examples=300)
@given(cases())
def test_no_other_plan_delays_critical_lifts_less(case):
    lifts, held, years, limit = case
    plan = years_of(lifts, held, years, limit)
    steepest = max(limit, *rises(lifts, held, years, plan))
    kept = [
        p
        for p in every_plan(lifts, years)
        if max(rises(lifts, held, years, p)) <= steepest
    ]
    assert delays(lifts, plan, critical=True) == min(
        delays(lifts, p, critical=True) for p in kept
    )


@given(cases())
def test_the_same_plan_every_time(case):
    assert years_of(*case) == years_of(*case)


@pytest.mark.parametrize("years", [3, 4, 5])
def test_a_large_plan_is_found_in_the_time_of_a_key_press(years):
    lifts = [
        lift
        for gate in "abcdefgh"
        for lift in (
            Lift(f"{gate}-key", 1, 0, 1, critical=True, gate=gate),
            *(Lift(f"{gate}{n}", n % 3 + 1, 1, n % 4, gate=gate) for n in range(7)),
        )
    ]
    held = dict.fromkeys("abcdefgh", 14)
    plan = years_of(tuple(lifts), held, years, 59)
    assert max(rises(lifts, held, years, plan)) <= 100
