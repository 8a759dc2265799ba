"""Sentences of a programme: goal, tasks, decisions, terms."""

import pytest

from shkola_desktop.domain.applying import form_for
from shkola_desktop.domain.programme import Cause
from shkola_desktop.domain.scoring import score
from shkola_desktop.words.plans import (
    decided_by,
    decision,
    goal,
    in_own_hands,
    later_term,
    period_named,
    resource,
    resource_short,
    task,
    term,
)
from tests.support.builders import (
    a_deficit,
    a_measure,
    a_programme,
    a_variant,
    an_edition,
)

FORM = form_for(an_edition(), a_variant())
INNER, OUTER = Cause("нет опыта", external=False), Cause("нет жилья", external=True)


def result(*points):
    codes = ("a.1.1", "a.1.2", "b.1.1", "b.1.2")
    return score(FORM, {c: f"o{p}" for c, p in zip(codes, points, strict=True)})


def said(programme, now, planned):
    return goal(programme, FORM, now, planned).replace("\u00a0", " ")


def test_a_goal_names_points_level_and_directions():
    text = said(a_programme(), result(0, 1, 2, 1), result(2, 1, 2, 1))
    assert text == (
        "К 2030 году повысить результат самодиагностики с 5 до 7 баллов, с уровня "
        "«средний» до уровня «высокий», за счёт устранения 1 дефицита в направлении "
        "«Направление a», сохранив достигнутое в остальных направлениях."
    )


def test_a_goal_over_all_directions_says_so():
    both = (a_deficit(), a_deficit(code="02", direction="b", indicator="b.1.1"))
    text = said(a_programme(deficits=both), result(0, 1, 0, 1), result(1, 1, 1, 1))
    assert text.endswith("за счёт устранения 2 дефицитов по всем направлениям.")


def test_a_goal_never_rises_from_a_number_to_the_same():
    text = said(a_programme(), result(0, 1, 2, 1), result(0, 1, 2, 1))
    assert text == (
        "К 2030 году подготовить устранение 1 дефицита в направлении «Направление a», "
        "сохранив результат самодиагностики – 5 баллов."
    )


def test_without_deficits_the_goal_is_to_keep_the_result():
    text = said(a_programme(deficits=()), result(2, 1, 2, 1), result(2, 1, 2, 1))
    assert text == (
        "К 2030 году сохранить достигнутый результат самодиагностики – 7 баллов."
    )


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [(2027, 2030, "2027–2030 годы"), (2027, 2027, "2027 год")],
)
def test_a_period_takes_its_noun(first, last, text):
    assert period_named(a_programme(first_year=first, last_year=last)) == text


def test_own_words_win():
    deficit = a_deficit(task=" Открыть театр ", decision=" Ввести ставку ")
    assert task(deficit, None) == "Открыть театр"
    assert decision(INNER, [deficit, deficit]) == "Ввести ставку"


def test_without_measures_the_task_is_to_find_them():
    deficit = a_deficit(text="нет театра", measures=())
    assert task(deficit, None) == "Определить меры по дефициту 01: нет театра"


def test_a_decision_about_an_inner_cause_names_the_results():
    twice = a_deficit(
        measures=(a_measure(), a_measure(id="m2", result="ВСОКО, приказ"))
    )
    assert decision(INNER, [twice]) == (
        "Организовать работу; результат: положение на сайте; ВСОКО, приказ"
    )
    assert decision(INNER, [a_deficit(measures=())]) == (
        "Определить меры и подтверждение их выполнения"
    )


@pytest.mark.parametrize(
    ("resources", "begins"),
    [
        (("none",), "Работать в этих условиях"),
        (("none", "partner"), "Заключить договор с партнёром"),
        (("partner", "budget"), "Направить учредителю предложения"),
    ],
)
def test_a_decision_about_an_outer_cause_goes_by_what_is_needed(resources, begins):
    measures = tuple(a_measure(id=r, resource=r) for r in resources)
    assert decision(OUTER, [a_deficit(measures=measures)]).startswith(begins)


def test_what_comes_from_outside_is_the_directors():
    deficit = a_deficit(measures=(a_measure(responsible="учитель музыки"),))
    assert decided_by(INNER, [deficit]) == ("учитель музыки",)
    assert decided_by(OUTER, [deficit]) == ("директор",)
    assert decided_by(INNER, [a_deficit(measures=())]) == ("директор",)


@pytest.mark.parametrize(
    ("resources", "answer"),
    [
        ((), "–"),
        (("none", "internal"), "да"),
        (("none", "partner"), "частично"),
        (("internal", "budget"), "частично"),
        (("budget", "budget"), "нет"),
    ],
)
def test_what_a_deficit_depends_on(resources, answer):
    measures = tuple(a_measure(id=str(n), resource=r) for n, r in enumerate(resources))
    assert in_own_hands(a_deficit(measures=measures)) == answer


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("1-й год, август", "2027 год, август"),
        ("2–3-й годы", "2028–2029 годы"),
        ("с 2-го года", "с 2028 года"),
        ("9-й год", "2030 год"),
        ("ежегодно, май", "ежегодно, май"),
    ],
)
def test_a_term_is_told_in_years_of_the_programme(text, years):
    assert term(text, a_programme()) == years


def test_resources_in_words_and_in_a_word():
    assert resource("none") == "без дополнительного финансирования"
    assert resource_short("none") == "не требуется"
    assert resource_short("своё") == "своё"


@pytest.mark.parametrize(
    ("text", "by", "later"),
    [
        ("1-й год, сентябрь–декабрь", 1, "2-й год, сентябрь–декабрь"),
        ("1–2-й годы", 1, "2–3-й годы"),
        ("2–4-й годы, ежегодно", 1, "3–4-й годы, ежегодно"),
        ("2–4-й годы", 3, "4-й год"),
        ("1-й год, октябрь; далее ежегодно", 2, "3-й год, октябрь; далее ежегодно"),
        ("1-й год; со 2-го года – реализация", 1, "2-й год; с 3-го года – реализация"),
        ("с 1-го года", 1, "со 2-го года"),
        ("ежегодно, 1 раз в четверть", 1, "ежегодно, 1 раз в четверть"),
        ("1-й год, сентябрь", 0, "1-й год, сентябрь"),
        ("до 1 июня 2028", 2, "до 1 июня 2028"),
        ("", 1, ""),
    ],
)
def test_a_term_moves_by_whole_years_within_the_programme(text, by, later):
    assert later_term(text, by, 4) == later
