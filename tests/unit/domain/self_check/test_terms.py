"""T1–T6: when, by whom; terms read back into years."""

import pytest

from shkola_desktop.domain.measures import Role
from shkola_desktop.domain.school import Person
from shkola_desktop.domain.self_check.finding import Severity
from shkola_desktop.domain.terms import Term, term_of
from shkola_desktop.words.self_check_lexicon import TERM_WORDS
from tests.support.builders import a_measure
from tests.support.checks import (
    PEOPLE,
    RISKS,
    a_check,
    found,
    told,
    with_measure,
    with_measures,
)
from tests.support.papers import a_bank

PERIOD = range(2027, 2031)
ALL = (2027, 2028, 2029, 2030)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("1-й год, сентябрь–декабрь", (2027,)),
        ("2–4-й годы", (2028, 2029, 2030)),
        ("1-й и 2-й годы", (2027, 2028)),
        ("1-й год – заявка; 2-й год – получение", (2027, 2028)),
        ("1-й год, январь–май; со 2-го года – реализация", ALL),
        ("1-й год – заявка; далее по финансированию", ALL),
        ("5-й год", (2030,)),
        ("2027 год", (2027,)),
        ("2027–2028 годы", (2027, 2028)),
        ("2027/28 учебный год", (2027, 2028)),
        ("до 1 июня 2028", (2028,)),
        ("01.09.2029", (2029,)),
        ("с 2028 года", (2028, 2029, 2030)),
        ("2025 год", (2025,)),
        ("2027 год, в течение года", (2027,)),
        ("сентябрь–май", ()),
        ("", ()),
    ],
)
def test_a_term_names_years(text, years):
    assert term_of(text, PERIOD, TERM_WORDS) == Term(years)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("ежегодно", ALL),
        ("ежегодно, сентябрь–май", ALL),
        ("2 раза в год", ALL),
        ("каждую четверть", ALL),
        ("1-й год, сентябрь; пересмотр ежегодно", ALL),
        ("ежегодно, начиная со 2-го года", (2028, 2029, 2030)),
        ("2–4-й годы, ежегодно", (2028, 2029, 2030)),
        ("2-й год, май; далее ежегодно", (2028, 2029, 2030)),
    ],
)
def test_a_term_comes_again(text, years):
    assert term_of(text, PERIOD, TERM_WORDS) == Term(years, recurring=True)


@pytest.mark.parametrize(
    "text", ["постоянно", "в течение всего периода", "в течение года", "весь период"]
)
def test_a_term_without_end_is_constant(text):
    assert term_of(text, PERIOD, TERM_WORDS) == Term(ALL, recurring=True, constant=True)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("2031 год", ["measure:m1 outside"]),
        ("2026–2027 годы", ["measure:m1 outside"]),
        ("", ["measure:m1 none"]),
        ("сентябрь–май", ["measure:m1 unknown"]),
        ("2027 год, май", []),
        ("ежегодно", []),
        ("постоянно", []),
    ],
)
def test_t1_a_term_lies_in_the_programmes_years(term, expected):
    assert told("T1", a_check(programme=with_measure(term=term))) == expected


def test_t1_an_unclear_term_is_a_warning_and_a_wrong_one_an_error():
    (wrong,) = found("T1", a_check(programme=with_measure(term="2026–2027 годы")))
    assert (wrong.severity, wrong.facts["years"]) == (Severity.ERROR, "2026")
    (unclear,) = found("T1", a_check(programme=with_measure(term="осень")))
    assert unclear.severity is Severity.WARN


def five(constant):
    return with_measures(
        *(
            a_measure(id=f"m{n}", text=f"Дело {n}", term=term)
            for n, term in enumerate(
                ["постоянно"] * constant + ["1-й год"] * (5 - constant)
            )
        )
    )


def test_t2_one_constant_term_of_five_may_be_two_are_too_many():
    assert told("T2", a_check(programme=five(1))) == []
    (finding,) = found("T2", a_check(programme=five(2)))
    assert finding.place == "section:roadmap"
    assert dict(finding.facts) == {"count": 2, "of": 5}


def test_t3_a_year_without_measures_is_told():
    assert told("T3", a_check(programme=with_measures(a_measure(term="1-й год")))) == [
        "year:2028",
        "year:2029",
        "year:2030",
    ]
    assert told("T3", a_check()) == []
    assert told("T3", a_check(programme={"deficits": ()})) == []


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("администрация", ["measure:m1 everybody"]),
        ("Администрация школы, все педагоги", ["measure:m1 everybody"]),
        ("педагогический коллектив", ["measure:m1 everybody"]),
        ("педагоги", ["measure:m1 everybody"]),
        (" ", ["measure:m1 none"]),
        ("классные руководители", []),
        ("зам. директора по УВР, все классные руководители", ["measure:m1 everybody"]),
        ("глава администрации поселения", []),
    ],
)
def test_t4_a_role_answers(who, expected):
    assert told("T4", a_check(programme=with_measure(responsible=who))) == expected


def loaded(directors):
    """Ten measures, some of them the director's, the others each of another."""
    roles = [f"учитель {n}" for n in range(directors, 10)]
    roles += ["директор"] * directors
    return with_measures(
        *(
            a_measure(id=f"m{n}", text=f"Дело {n}", responsible=role)
            for n, role in enumerate(roles)
        )
    )


def test_t5_one_person_answers_for_too_much():
    big, bank = {"pupils": 300}, a_bank(risks=RISKS, cross_cutting=())
    (finding,) = found("T5", a_check(loaded(5), big, bank=bank))
    assert (finding.place, finding.facts["percent"]) == ("responsible:директор", 50)
    assert finding.severity is Severity.WARN
    (hint,) = found("T5", a_check(loaded(5), bank=bank))
    assert hint.severity is Severity.INFO
    assert told("T5", a_check(loaded(4), big, bank=bank)) == []


def test_t5_shared_work_and_a_handful_of_measures_are_in_order():
    assert told("T5", a_check()) == []
    roles = ("директор", "завуч", "психолог", "библиотекарь", "завхоз")
    shared = with_measures(
        *(a_measure(id=role, text=f"Дело {role}", responsible=role) for role in roles)
    )
    assert told("T5", a_check(programme=shared)) == []


def test_t6_a_role_that_nobody_on_the_staff_has_is_told_with_a_hint():
    hint = Role("педагог-психолог", "договор с центром")
    material = a_check(
        programme=with_measure(responsible="педагог-психолог, директор"),
        bank=a_bank(risks=RISKS, roles=(hint,)),
    )
    (finding,) = found("T6", material)
    assert finding.place == "responsible:педагог-психолог"
    assert finding.facts["hint"] == "договор с центром"


@pytest.mark.parametrize(
    ("role", "position"),
    [
        ("педагог-психолог", "психолог (0,5 ставки)"),
        ("советник директора по воспитанию", "учитель, советник директора"),
        ("зам. директора по УВР", "заместитель директора по учебной работе"),
        ("руководитель ШМО", "учитель"),
    ],
)
def test_t6_a_role_is_found_under_the_name_that_the_school_uses(role, position):
    people = (*PEOPLE, Person("3", "Иванова Анна", position))
    material = a_check(programme=with_measure(responsible=role), people=people)
    assert told("T6", material) == []


def test_t6_without_a_staff_list_nothing_can_be_said():
    programme = {**with_measure(responsible="психолог"), "team": ()}
    assert told("T6", a_check(programme=programme, people=())) == []
