"""Effort of a step: by resource, by height, by the bank's own figures."""

import pytest

from shkola_desktop.domain.applying import form_for
from shkola_desktop.domain.effort import Weights, efforts, growing, lightest_measure
from shkola_desktop.domain.measures import BankMeasure, CriterionMeasures, MeasureBank
from tests.support.builders import a_variant, an_edition

FORM = form_for(an_edition(), a_variant())


def a_bank(*measures):
    made = tuple(
        BankMeasure(
            id=f"m{n}",
            indicators=indicators,
            deficit="",
            text="",
            result="",
            indicator="",
            responsible="",
            term="",
            rural_hint="",
            resource=resource,
            **fields,
        )
        for n, (indicators, resource, fields) in enumerate(measures)
    )
    criterion = CriterionMeasures("a.1", (), (), (), made)
    return MeasureBank("2026", "", (), (), (), (), (), (), (), (criterion,))


def firsts(bank, weights=None):
    found = efforts(FORM, bank, weights or Weights())
    return {code: climb[0] for code, climb in found.items()}


def test_the_cheapest_measure_of_the_bank_decides_the_effort():
    bank = a_bank(
        (("a.1.1", "a.1.2"), "budget", {}),
        (("a.1.1",), "partner", {}),
        (("b.1.1",), "none", {"programmes": ("soo",)}),
        (("b.1.1",), "internal", {"programmes": ("ooo", "soo")}),
    )
    assert firsts(bank) == {"a.1.1": 4, "a.1.2": 8, "b.1.1": 2, "b.1.2": 6}


def test_the_weights_may_be_changed():
    bank = a_bank((("a.1.1",), "partner", {}), (("a.1.1",), "internal", {}))
    found = firsts(bank, Weights(internal=9, partner=3, no_measure=20))
    assert (found["a.1.1"], found["a.1.2"]) == (3, 20)


def test_a_weight_below_one_is_refused():
    with pytest.raises(ValueError, match="effort"):
        Weights(none=0)


def test_effort_grows_with_every_option():
    assert [growing(height) for height in (1, 2, 3, 4)] == [1, 3, 6, 10]
    bank = a_bank((("a.1.1",), "partner", {}))
    assert efforts(FORM, bank, Weights())["a.1.1"][:2] == (4, 12)
    assert efforts(FORM, bank, Weights())["b.1.1"][:2] == (6, 18)


def test_a_measure_may_have_figures_of_its_own():
    bank = a_bank((("a.1.1",), "internal", {"climbs": (5,)}))
    # past its end the rule goes on: 5 + (3 - 1)
    assert efforts(FORM, bank, Weights())["a.1.1"][:2] == (10, 14)


def test_another_measure_may_be_the_lightest_higher_up():
    bank = a_bank(
        (("a.1.1",), "none", {"climbs": (1, 40)}),
        (("a.1.1",), "internal", {}),
    )
    assert efforts(FORM, bank, Weights())["a.1.1"][:2] == (1, 6)

    def lightest(height, weights=None):
        found = lightest_measure("a.1.1", height, FORM, bank, weights or Weights())
        return found and found.id

    assert [lightest(1), lightest(2)] == ["m0", "m1"]
    assert lightest(1, Weights(none=8)) == "m1"
    assert lightest_measure("b.1.1", 1, FORM, bank, Weights()) is None
