"""Points, critical zeros and levels on a form small enough to count by hand."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from shkola_desktop.domain.applying import form_for
from shkola_desktop.domain.form import (
    Rules,
    Scale,
    Share,
    Threshold,
    TotalRule,
    Variant,
)
from shkola_desktop.domain.scoring import Basis, score
from tests.support.builders import an_edition

SMALL = Variant("mainstream", ("noo", "ooo"), ovz=False)


def form(edition=None, variant=SMALL):
    return form_for(edition or an_edition(), variant)


def best(a_form):
    return {
        i.code: max(i.options, key=lambda o: o.points).id for i in a_form.indicators
    }


def test_points_of_a_direction_are_the_sum_of_its_answers():
    result = score(form(), {"a.1.1": "o2", "a.1.2": "o1", "b.1.1": "o1"})
    assert [(d.code, d.score, d.maximum) for d in result.directions] == [
        ("a", 3, 3),
        ("b", 1, 4),
    ]
    assert (result.total, result.maximum) == (4, 7)


def test_a_draft_names_what_is_missing():
    result = score(form(), {"a.1.1": "o2", "a.1.2": "o1"})
    assert not result.complete
    assert result.missing == ("b.1.1", "b.1.2")


def test_an_answer_outside_the_form_is_not_counted():
    assert score(form(), {"a.2.1": "o1"}).total == 0


def test_a_critical_zero_zeroes_its_direction_and_says_which():
    result = score(form(), {"a.1.1": "o2", "a.1.2": "o0", "b.1.1": "o2"})
    first = result.directions[0]
    assert (first.raw, first.score, first.zeroed_by) == (2, 0, ("a.1.2",))
    assert result.total == 3


def test_an_unanswered_critical_indicator_zeroes_nothing():
    assert score(form(), {"a.1.1": "o2"}).directions[0].score == 2


def test_the_edition_can_switch_the_critical_zero_off():
    rules = Rules(critical_zero=False, total=TotalRule.AFTER_ZEROING)
    result = score(form(an_edition(rules=rules)), {"a.1.1": "o2", "a.1.2": "o0"})
    assert (result.directions[0].score, result.directions[0].zeroed_by) == (2, ())


def test_the_edition_can_take_the_total_before_zeroing():
    rules = Rules(critical_zero=True, total=TotalRule.BEFORE_ZEROING)
    result = score(form(an_edition(rules=rules)), {"a.1.1": "o2", "a.1.2": "o0"})
    assert (result.directions[0].score, result.total) == (0, 2)


def test_the_orientation_threshold_is_share_times_maximum_rounded_up():
    # maximum 7: 35 % is 2.45 → 3, 60 % is 4.2 → 5, 85 % is 5.95 → 6
    def level(options):
        reached = score(form(), options).level
        assert reached is not None
        return reached.level.id, reached.basis

    assert level({"a.1.1": "o2"}) == ("below", Basis.ORIENTATION)
    assert level({"b.1.1": "o2"}) == ("basic", Basis.ORIENTATION)
    assert level({"b.1.1": "o2", "a.1.1": "o2"}) == ("medium", Basis.ORIENTATION)
    assert level({"b.1.1": "o2", "a.1.1": "o2", "b.1.2": "o1"})[0] == "high"


def test_official_thresholds_win_over_the_orientation_scale():
    scale = Scale(SMALL.code, None, (Threshold("basic", 7),))
    result = score(form(an_edition(official=(scale,))), {"b.1.1": "o2"})
    assert result.level is not None
    assert (result.level.level.id, result.level.basis) == ("below", Basis.OFFICIAL)
    assert result.directions[1].level is not None
    assert result.directions[1].level.basis is Basis.ORIENTATION


def test_without_any_thresholds_there_is_no_level():
    result = score(form(an_edition(orientation=())), best(form()))
    assert result.level is None
    assert all(direction.level is None for direction in result.directions)


def test_a_share_that_hits_a_whole_number_is_not_rounded_further():
    edition = an_edition(orientation=(Share("basic", Fraction(3, 7)),))
    reached = score(form(edition), {"b.1.1": "o2"}).level
    assert reached is not None
    assert reached.level.id == "basic"


answers = st.dictionaries(
    st.sampled_from([i.code for i in an_edition().indicators]),
    st.sampled_from(["o0", "o1", "o2"]),
)


@given(answers, st.sampled_from(an_edition().variants))
def test_points_never_pass_the_maximum(options, variant):
    result = score(form(variant=variant), options)
    assert 0 <= result.total <= result.maximum
    assert all(0 <= d.score <= d.maximum for d in result.directions)


@given(answers)
def test_a_critical_zero_never_raises_a_total(options):
    with_one = score(form(), {**options, "a.1.2": "o1"}).total
    with_zero = score(form(), {**options, "a.1.2": "o0"}).total
    assert with_zero <= with_one


@given(answers, st.randoms())
def test_the_order_of_the_answers_does_not_matter(options, random):
    shuffled = list(options.items())
    random.shuffle(shuffled)
    assert score(form(), options) == score(form(), dict(shuffled))
