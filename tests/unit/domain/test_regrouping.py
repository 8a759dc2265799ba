"""Deficits in another order, measures under another deficit."""

import pytest

from shkola_desktop.domain.applying import form_for
from shkola_desktop.domain.deficits import shortfalls
from shkola_desktop.domain.regrouping import (
    by_direction,
    by_points_lost,
    critical_first,
    with_measure_moved,
)
from tests.support.builders import (
    a_deficit,
    a_direction,
    a_measure,
    a_programme,
    a_variant,
    an_edition,
    an_indicator,
)

FORM = form_for(
    an_edition(
        directions=(
            a_direction("a", (an_indicator("a.1.1"), an_indicator("a.1.2"))),
            a_direction(
                "b", (an_indicator("b.1.1", critical=True), an_indicator("b.1.2"))
            ),
        )
    ),
    a_variant(),
)


def deficits(*indicators):
    return tuple(
        a_deficit(code=f"0{n}", indicator=code, direction=code[0])
        for n, code in enumerate(indicators, 1)
    )


def found(**options):
    taken = {code.replace("_", "."): option for code, option in options.items()}
    return {s.indicator.code: s for s in shortfalls(FORM, taken)}


def indicators(known):
    return [deficit.indicator for deficit in known]


def test_directions_come_as_the_form_has_them_and_keep_their_own_order():
    known = deficits("b.1.2", "a.1.2", "x.1.1", "b.1.1", "a.1.1")
    assert indicators(by_direction(known, FORM)) == [
        "a.1.2",
        "a.1.1",
        "b.1.2",
        "b.1.1",
        "x.1.1",
    ]


def test_a_critical_indicator_comes_first_only_without_points():
    known = deficits("a.1.2", "b.1.2", "b.1.1", "a.1.1")
    zero = found(a_1_1="o0", a_1_2="o0", b_1_1="o0", b_1_2="o0")
    assert indicators(critical_first(known, zero)) == [
        "b.1.1",
        "a.1.2",
        "b.1.2",
        "a.1.1",
    ]
    some = found(a_1_1="o0", a_1_2="o0", b_1_1="o1", b_1_2="o0")
    assert critical_first(known, some) == known


def test_what_costs_most_points_comes_first_and_the_unknown_last():
    known = deficits("x.1.1", "a.1.1", "b.1.2", "a.1.2")
    lost = found(a_1_1="o1", a_1_2="o0", b_1_2="o0")
    assert indicators(by_points_lost(known, lost)) == [
        "b.1.2",
        "a.1.2",
        "a.1.1",
        "x.1.1",
    ]


def planned():
    first, second = deficits("a.1.1", "a.1.2")
    return a_programme(
        deficits=(
            a_deficit(
                code=first.code,
                measures=(a_measure(id="m1"), a_measure(id="m2", text="Кружок")),
            ),
            a_deficit(code=second.code, measures=(a_measure(id="m3"),)),
        )
    )


def ids(programme):
    return [[m.id for m in deficit.measures] for deficit in programme.deficits]


def test_a_measure_goes_to_the_end_of_another_deficit_as_it_is():
    before = planned()
    after = with_measure_moved(before, "m2", "02")
    assert ids(after) == [["m1"], ["m3", "m2"]]
    assert after.deficits[1].measures[-1] == before.deficits[0].measures[-1]


@pytest.mark.parametrize(("measure", "code"), [("m9", "02"), ("m1", "9"), ("m1", "01")])
def test_nothing_is_lost_where_there_is_nowhere_to_move(measure, code):
    assert with_measure_moved(planned(), measure, code) == planned()
