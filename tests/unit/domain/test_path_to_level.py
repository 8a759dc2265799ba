"""The cheapest way to a level: counted by hand, and by brute force on random forms."""

from dataclasses import dataclass
from itertools import accumulate, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shkola_desktop.domain.applying import form_for
from shkola_desktop.domain.form import Form, Rules, Scale, Threshold, TotalRule
from shkola_desktop.domain.path_to_level import (
    MOST,
    Goal,
    cheapest_paths,
    goal_for,
    next_level,
)
from shkola_desktop.domain.scoring import score
from tests.support.builders import a_direction, a_variant, an_edition, an_indicator

EVERY = dict.fromkeys(["a.1.1", "a.1.2", "b.1.1", "b.1.2"], (1, 2))
"""The same effort for each option of the tiny form."""


def form(*directions, **fields) -> Form:
    if directions:
        fields["directions"] = directions
    return form_for(an_edition(**fields), a_variant())


def steps(path):
    return [(s.indicator, s.planned.id) for s in path.steps]


def all_steps(found):
    return [steps(path) for path in found.paths]


def reached(a_form, options, direction):
    result = score(a_form, options)
    if direction is None:
        return result.total
    return next(d.score for d in result.directions if d.code == direction)


# Steps


def even(effort):
    """Climbing where every option asks the same effort again."""
    return effort, 2 * effort, 3 * effort


@pytest.mark.parametrize("climb", [(0, 1), (2, 2), (3, 1)])
def test_effort_that_does_not_grow_is_refused(climb):
    with pytest.raises(ValueError, match="effort"):
        cheapest_paths(form(), {}, Goal(None, 1), {**EVERY, "a.1.1": climb})


def test_a_step_costs_what_is_above_the_present_option():
    climbing = {"a.1.1": (3, 9)}
    found = cheapest_paths(form(), {"a.1.2": "o1"}, Goal("a", 3), climbing)
    assert found is not None
    assert (all_steps(found), found.effort) == ([[("a.1.1", "o2")]], 9)
    assert found.paths[0].steps[0].height == 2
    options = {"a.1.1": "o1", "a.1.2": "o1"}
    found = cheapest_paths(form(), options, Goal("a", 3), climbing)
    assert found is not None
    assert (all_steps(found), found.effort) == ([[("a.1.1", "o2")]], 6)


def test_two_first_options_are_nearer_than_one_second():
    a_form = form(a_direction("a", (an_indicator("a"), an_indicator("b"))))
    climbing = {"a": (2, 6), "b": (3, 9)}
    found = cheapest_paths(a_form, {}, Goal("a", 2), climbing)
    assert found is not None
    assert (all_steps(found), found.effort) == ([[("a", "o1"), ("b", "o1")]], 5)


def test_nothing_goes_higher_than_its_effort_is_known():
    assert cheapest_paths(form(), {}, Goal("b", 3), {"b.1.1": (1,)}) is None


def test_options_out_of_order_are_climbed_by_their_points():
    a_form = form(a_direction("a", (an_indicator("a", (2, 0, 1, 1)),)))
    found = cheapest_paths(a_form, {"a": "o1"}, Goal("a", 1), {"a": even(5)})
    assert found is not None
    assert (all_steps(found), found.effort) == ([[("a", "o2")]], 5)
    found = cheapest_paths(a_form, {"a": "o3"}, Goal("a", 2), {"a": even(5)})
    assert found is not None
    assert (all_steps(found), found.effort) == ([[("a", "o0")]], 5)


# Goals


def test_a_goal_is_the_threshold_of_a_level():
    # orientation: 60 % of 7 is 4.2 → 5, of 4 is 2.4 → 3
    assert goal_for(form(), None, "medium") == Goal(None, 5)
    assert goal_for(form(), "b", "medium") == Goal("b", 3)


def test_an_official_threshold_wins_and_an_unknown_one_is_no_goal():
    scale = Scale(a_variant().code, None, (Threshold("basic", 4),))
    a_form = form(official=(scale,))
    assert goal_for(a_form, None, "basic") == Goal(None, 4)
    assert goal_for(a_form, None, "high") is None
    assert goal_for(form(), "z", "basic") is None
    assert goal_for(form(orientation=()), None, "basic") is None


def test_the_next_level_is_the_one_above_the_reached():
    def next_id(options, direction):
        level = next_level(form(), options, direction)
        return level and level.id

    assert next_id({}, None) == "basic"
    assert next_id({"b.1.1": "o2"}, None) == "medium"
    assert next_id({"b.1.1": "o2"}, "b") == "high"
    assert next_id({"b.1.1": "o2", "b.1.2": "o1"}, "b") is None
    assert next_id({"a.1.1": "o2", "a.1.2": "o0"}, "a") == "basic"
    assert next_level(form(orientation=()), {}, None) is None


# Paths


def test_a_step_says_what_it_lifts_and_what_it_costs():
    found = cheapest_paths(form(), {"b.1.1": "o1"}, Goal("b", 3), {"b.1.1": even(4)})
    assert found is not None
    (path,) = found.paths
    (step,) = path.steps
    assert (step.now and step.now.id, step.planned.id) == ("o1", "o2")
    assert (step.gained, step.effort, step.critical) == (2, 4, False)
    assert (path.reached, found.effort, found.truncated) == (3, 4, False)


def test_an_unanswered_indicator_is_lifted_from_nothing():
    found = cheapest_paths(form(), {}, Goal("b", 1), {"b.1.2": even(1)})
    assert found is not None
    assert found.paths[0].steps[0].now is None


def test_the_cheapest_point_first_is_not_the_cheapest_path():
    a_form = form(
        a_direction(
            "a",
            (an_indicator("a", (0, 2)), an_indicator("b", (0, 3))),
            (an_indicator("c", (0, 1)),),
        )
    )
    # greedy takes a, one effort a point, and then needs c: 5; b alone is enough
    found = cheapest_paths(a_form, {}, Goal("a", 3), {"a": (2,), "b": (4,), "c": (3,)})
    assert found is not None
    assert (all_steps(found), found.effort) == ([[("b", "o1")]], 4)


def test_a_critical_zero_is_lifted_first_and_brings_the_direction_back():
    options = {"a.1.1": "o2", "a.1.2": "o0", "b.1.1": "o1", "b.1.2": "o0"}
    for goal in (Goal("a", 1), Goal("a", 3), Goal(None, 4), Goal(None, 5)):
        found = cheapest_paths(form(), options, goal, EVERY)
        assert found is not None
        assert steps(found.paths[0])[0] == ("a.1.2", "o1")
    found = cheapest_paths(form(), options, Goal(None, 4), EVERY)
    assert found is not None
    assert (all_steps(found), found.paths[0].reached) == ([[("a.1.2", "o1")]], 4)


def test_a_held_direction_is_left_alone_where_the_rest_is_cheaper():
    options = {"a.1.1": "o1", "a.1.2": "o0", "b.1.1": "o1", "b.1.2": "o0"}
    found = cheapest_paths(form(), options, Goal(None, 3), {**EVERY, "a.1.2": (3,)})
    assert found is not None
    assert all_steps(found) == [[("b.1.1", "o2")]]


def test_a_total_before_zeroing_asks_for_no_critical_zero():
    rules = Rules(critical_zero=True, total=TotalRule.BEFORE_ZEROING)
    options = {"a.1.1": "o1", "a.1.2": "o0"}
    climbing = {"a.1.1": even(1), "a.1.2": even(9)}
    found = cheapest_paths(form(rules=rules), options, Goal(None, 2), climbing)
    assert found is not None
    assert all_steps(found) == [[("a.1.1", "o2")]]
    found = cheapest_paths(form(rules=rules), options, Goal("a", 2), climbing)
    assert found is not None
    assert all_steps(found) == [[("a.1.2", "o1")]]


def test_equally_cheap_paths_critical_first_then_shorter_then_in_order():
    a_form = form(
        a_direction(
            "a",
            (an_indicator("a"), an_indicator("b")),
            (an_indicator("c", (0, 1, 2), critical=True),),
        )
    )
    found = cheapest_paths(a_form, {}, Goal("a", 2), dict.fromkeys("abc", even(1)))
    assert found is not None
    assert all_steps(found) == [
        [("c", "o2")],
        [("c", "o1"), ("a", "o1")],
        [("c", "o1"), ("b", "o1")],
        [("a", "o2")],
        [("b", "o2")],
    ]
    assert (found.effort, found.truncated) == (2, True)


def test_the_steps_of_a_path_go_from_the_cheapest_point():
    options = {"a.1.2": "o0"}
    climbing = {
        "a.1.1": even(1),
        "a.1.2": even(9),
        "b.1.1": even(1),
        "b.1.2": even(4),
    }
    found = cheapest_paths(form(), options, Goal(None, 7), climbing)
    assert found is not None
    order = ["a.1.2", "b.1.1", "a.1.1", "b.1.2"]
    assert [step.indicator for step in found.paths[0].steps] == order


@pytest.mark.parametrize("goal", [Goal(None, 3), Goal("b", 3), Goal("a", 0)])
def test_a_reached_goal_has_one_path_without_steps(goal):
    found = cheapest_paths(form(), {"b.1.1": "o2"}, goal, EVERY)
    assert found is not None
    assert (all_steps(found), found.effort, found.truncated) == ([[]], 0, False)
    assert found.paths[0].reached == (0 if goal.direction == "a" else 3)


@pytest.mark.parametrize(
    ("goal", "climbing"),
    [
        (Goal(None, 8), EVERY),
        (Goal("b", 5), EVERY),
        (Goal("z", 1), EVERY),
        (Goal("a", 1), {"a.1.1": even(1)}),
    ],
)
def test_a_goal_out_of_reach_has_no_paths(goal, climbing):
    assert cheapest_paths(form(), {"a.1.2": "o0"}, goal, climbing) is None


# Against brute force


@dataclass(frozen=True)
class Case:
    form: Form
    options: dict[str, str]
    climbing: dict[str, tuple[int, ...]]
    goal: Goal


@st.composite
def indicators(draw, code):
    rest = draw(st.lists(st.integers(0, 3), min_size=1, max_size=2))
    points = draw(st.permutations([0, *rest]))
    return an_indicator(code, tuple(points), critical=draw(st.booleans()))


SIZES = [(1,), (4,), (7,), (1, 2), (3, 4), (2, 2, 2), (1, 3, 3)]
"""Indicators of each direction: seven in all keep brute force bearable."""


@st.composite
def cases(draw):
    a_form = form(
        *(
            a_direction(
                f"d{n}", tuple(draw(indicators(f"{n}.{i}")) for i in range(size))
            )
            for n, size in enumerate(draw(st.sampled_from(SIZES)))
        ),
        rules=Rules(draw(st.booleans()), draw(st.sampled_from(TotalRule))),
    )
    options: dict[str, str] = {}
    climbing: dict[str, tuple[int, ...]] = {}
    dearest = draw(st.integers(1, 3))  # 1: all the same, so that many paths tie
    for indicator in a_form.indicators:
        taken = draw(st.sampled_from([None, None, *(o.id for o in indicator.options)]))
        if taken is not None:
            options[indicator.code] = taken
        if draw(st.integers(0, 9)):
            asked = st.lists(st.integers(1, dearest), min_size=2, max_size=2)
            climbing[indicator.code] = tuple(accumulate(draw(asked)))
    direction = draw(st.sampled_from([None, *(d.code for d in a_form.directions)]))
    most = sum(d.maximum for d in a_form.directions if direction in (None, d.code))
    points = draw(st.integers(most // 3, most + 1))
    return Case(a_form, options, climbing, Goal(direction, points))


STAY = 99


def choices(case, indicator):
    """Every choice for an indicator as (rank, effort, option, critical)."""
    taken = case.options.get(indicator.code)
    now = 0 if taken is None else indicator.option(taken).points
    found = [(STAY, 0, taken, False)]
    if indicator.code in case.climbing:
        climb = (0, *case.climbing[indicator.code])
        heights = dict(enumerate(sorted({o.points for o in indicator.options})))
        done = next(climb[h] for h, points in heights.items() if points == now)
        for height, points in heights.items():
            if points > now:
                option = next(o.id for o in indicator.options if o.points == points)
                effort = climb[height] - done
                found.append((height, effort, option, indicator.critical))
    return found


def by_brute_force(case):
    """Return the least effort and all its ways, in the order asked for, or None."""
    every = product(*(choices(case, i) for i in case.form.indicators))
    cheapest: list = []
    least = None
    for way in sorted(every, key=lambda way: sum(effort for _, effort, _, _ in way)):
        effort = sum(effort for _, effort, _, _ in way)
        if least is not None and effort > least:
            break
        codes = [i.code for i in case.form.indicators]
        after = {code: w[2] for code, w in zip(codes, way, strict=True) if w[2]}
        if reached(case.form, after, case.goal.direction) >= case.goal.points:
            least = effort
            cheapest.append(way)
    cheapest.sort(
        key=lambda way: (
            -sum(critical for *_, critical in way),
            sum(rank != STAY for rank, *_ in way),
            [rank for rank, *_ in way],
        )
    )
    return least, [
        {
            (i.code, option)
            for i, (rank, _, option, _) in zip(case.form.indicators, way, strict=True)
            if rank != STAY
        }
        for way in cheapest
    ]


@settings(deadline=None)
@given(cases())
def test_the_paths_are_those_of_brute_force(case):
    least, ways = by_brute_force(case)
    found = cheapest_paths(case.form, case.options, case.goal, case.climbing)
    if found is None:
        assert ways == []
        return
    assert found.effort == least
    assert [set(path) for path in all_steps(found)] == ways[:MOST]
    assert found.truncated == (len(ways) > MOST)


@settings(deadline=None)
@given(cases())
def test_every_path_keeps_its_word(case):
    found = cheapest_paths(case.form, case.options, case.goal, case.climbing)
    for path in found.paths if found else ():
        after = case.options | dict(steps(path))
        assert path.reached == reached(case.form, after, case.goal.direction)
        assert path.reached >= case.goal.points
        assert sum(step.effort for step in path.steps) == found.effort
        order = [(not s.critical, s.effort / s.gained) for s in path.steps]
        assert order == sorted(order)
