"""Where a person stands in a form, and where every move leads."""

import pytest

from shkola_desktop.app import wizard
from shkola_desktop.app.wizard import Filter, Finding, Found, Progress, State
from shkola_desktop.domain.applying import form_for
from shkola_desktop.domain.diagnosis import Evidence
from tests.support.builders import a_diagnosis, a_variant, an_answer, an_edition

FORM = form_for(an_edition(), a_variant(programmes=("noo", "ooo", "soo"), ovz=True))
"""Pages a.1 (a.1.1, a.1.2 critical), a.2 (a.2.1, a.2.2), b.1 (b.1.1, b.1.2)."""
ALL = dict.fromkeys(["a.1.1", "a.1.2", "a.2.1", "a.2.2", "b.1.1", "b.1.2"], "o1")


def at(criterion, options=None, **fields):
    diagnosis = a_diagnosis(options or {})
    return wizard.Standing(FORM, diagnosis, criterion, **fields)


def test_forward_and_back_go_through_the_pages_and_stop_at_the_ends():
    standing = at("a.1")
    assert (standing.first, standing.last, standing.position) == (True, False, 0)
    assert wizard.back(standing) == standing
    seen = [standing.criterion]
    for _ in range(3):
        standing = wizard.forward(standing)
        seen.append(standing.criterion)
    assert seen == ["a.1", "a.2", "b.1", "b.1"]
    assert standing.last
    assert wizard.back(standing).criterion == "a.2"


def test_a_new_page_has_no_marked_indicator():
    assert wizard.forward(at("a.1", indicator="a.1.2")).indicator is None


def test_the_page_and_its_direction():
    standing = at("a.2")
    assert [i.code for i in standing.page.indicators] == ["a.2.1", "a.2.2"]
    assert standing.direction.code == "a"


def test_jumps_to_a_page_a_direction_and_an_indicator():
    assert wizard.go_to(at("a.1"), "b.1").criterion == "b.1"
    assert wizard.go_to_direction(at("b.1"), "a").criterion == "a.1"
    moved = wizard.go_to_indicator(at("a.1"), "b.1.2")
    assert (moved.criterion, moved.indicator) == ("b.1", "b.1.2")


def test_a_jump_to_what_the_form_has_not_changes_nothing():
    standing = at("a.2", indicator="a.2.1")
    assert wizard.go_to(standing, "z.1") == standing
    assert wizard.go_to_direction(standing, "z") == standing
    assert wizard.go_to_indicator(standing, "z.1.1") == standing


@pytest.mark.parametrize(
    ("place", "criterion", "indicator"),
    [
        ("b.1", "b.1", None),
        ("a.2.2", "a.2", "a.2.2"),
        ("a.1.1", "a.1", "a.1.1"),
        ("gone.1", "a.1", "a.1.2"),
        (None, "a.1", "a.1.2"),
    ],
)
def test_entering_at_a_place_or_where_work_goes_on(place, criterion, indicator):
    standing = wizard.enter(FORM, a_diagnosis({"a.1.1": "o0"}), place)
    assert (standing.criterion, standing.indicator) == (criterion, indicator)


def test_entering_a_finished_form_opens_the_first_page():
    standing = wizard.enter(FORM, a_diagnosis(ALL))
    assert (standing.criterion, standing.indicator) == ("a.1", None)


def test_the_next_unanswered_goes_round_once():
    answered = {"a.1.2": "o0", "a.2.1": "o0", "b.1.1": "o0", "b.1.2": "o0"}
    standing = at("a.1", answered, indicator="a.1.1")
    standing = wizard.to_next_unanswered(standing)
    assert (standing.criterion, standing.indicator) == ("a.2", "a.2.2")
    standing = wizard.to_next_unanswered(standing)
    assert (standing.criterion, standing.indicator) == ("a.1", "a.1.1")


def test_the_next_unanswered_is_looked_for_from_the_open_page_on():
    moved = wizard.to_next_unanswered(at("a.2", {"a.2.1": "o0"}))
    assert (moved.criterion, moved.indicator) == ("a.2", "a.2.2")
    moved = wizard.to_next_unanswered(at("b.1", {"b.1.1": "o0", "b.1.2": "o0"}))
    assert (moved.criterion, moved.indicator) == ("a.1", "a.1.1")


def test_filters_hide_indicators_of_the_page():
    standing = at("a.1", {"a.1.1": "o0"})
    assert [i.code for i in standing.shown] == ["a.1.1", "a.1.2"]
    left = wizard.with_filter(standing, Filter.UNANSWERED)
    assert [i.code for i in left.shown] == ["a.1.2"]
    critical = wizard.with_filter(standing, Filter.CRITICAL)
    assert [i.code for i in critical.shown] == ["a.1.2"]


def test_a_filter_is_dropped_only_where_it_hides_the_wanted_indicator():
    critical = at("b.1", filter=Filter.CRITICAL)
    assert wizard.go_to_indicator(critical, "a.1.2").filter is Filter.CRITICAL
    assert wizard.go_to_indicator(critical, "a.1.1").filter is Filter.ALL


def test_progress_of_a_page_a_direction_and_the_form():
    options = {"a.1.1": "o0", "a.1.2": "o1", "b.1.1": "o0"}
    page_a1, page_a2, page_b1 = FORM.criteria
    assert wizard.progress_of(page_a1, options) == Progress(2, 2)
    assert wizard.progress_of(FORM.directions[0], options) == Progress(2, 4)
    assert wizard.progress_of(FORM, options) == Progress(3, 6)
    states = [wizard.progress_of(p, options).state for p in (page_a1, page_a2, page_b1)]
    assert states == [State.DONE, State.EMPTY, State.PARTLY]


def test_findings_name_holes_critical_zeros_and_missing_proof():
    answers = {
        "a.1.2": an_answer("o0"),
        "a.2.1": an_answer("o1"),
        "a.2.2": an_answer("o1", comment="Приказ № 5"),
        "b.1.1": an_answer("o1", evidence=(Evidence("ab", "Приказ.pdf", 7),)),
        "b.1.2": an_answer("o0"),
    }
    found = wizard.findings(FORM, a_diagnosis(answers=answers))
    a11, a12, a21 = (FORM.indicator(code) for code in ("a.1.1", "a.1.2", "a.2.1"))
    assert found == (
        Found(Finding.UNANSWERED, a11, "a.1"),
        Found(Finding.CRITICAL_ZERO, a12, "a.1"),
        Found(Finding.NO_PROOF, a21, "a.2"),
    )


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("a.2", ["a.2.1", "a.2.2"]),
        ("ПОКАЗАТЕЛЬ b.1.2", ["b.1.2"]),
        ("значение 3", ["a.2.1", "b.1.1"]),
        ("нет такого", []),
        ("  ", []),
    ],
)
def test_search_wants_every_word_in_any_case(text, codes):
    assert [i.code for i in wizard.search(FORM, text)] == codes
