"""K1–K7: one document, one truth."""

from dataclasses import replace
from datetime import date

import pytest

from shkola_desktop.domain.programme_parts import Approval, ApprovalRow, OwnText
from shkola_desktop.domain.school_info import Partner, SchoolInfo, Staff, YearFigures
from tests.support.builders import a_deficit, a_direction, an_edition, an_indicator
from tests.support.checks import INFO, MEASURES, a_check, found, told, with_measure


def analysis(text):
    return a_check(programme={"texts": {"analysis": text}})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Программа развития на 2024–2028 годы", ["section:analysis period"]),
        ("Период реализации: 2027-2029 годы", ["section:analysis period"]),
        ("Программа развития на 20272030 годы", ["section:analysis dash"]),
        ("Программа развития на 2027–2030 годы", []),
        ("Национальный проект шёл в 2019–2024 годах", []),
    ],
)
def test_k1_the_period_is_the_same_everywhere(text, expected):
    assert told("K1", analysis(text)) == expected


def test_k1_the_goal_is_reached_within_the_period():
    goal = {"goal": "К 2032 году повысить уровень"}
    assert told("K1", a_check(programme=goal)) == ["passport:goal goal_year"]
    assert told("K1", a_check(programme={"goal": "К 2029 году повысить"})) == []


def test_k1_an_earlier_programme_may_be_named_where_the_school_tells_of_itself():
    text = {"about": "Программа развития на 2022–2026 годы выполнена."}
    assert told("K1", a_check(programme={"texts": text})) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("В МБОУ «Берёзовская СОШ» создана команда", "school"),
        ("Коллектив СОШ № 15 готов", "school"),
        ("Ученики Ольховской ООШ участвуют", "school"),
        ("Дети Заречного и Ольховского района", "district"),
    ],
)
def test_k2_a_foreign_name_is_told(text, what):
    assert told("K2", analysis(text)) == [f"section:analysis {what}"]


@pytest.mark.parametrize(
    "text",
    [
        "В МБОУ «Тихореченская основная общеобразовательная школа» создана команда",
        "Ученики Тихореченской ООШ участвуют",
        "Жители Кедровского района",
        "Проект «Школа Минпросвещения России»",
        "Наша школа готова",
    ],
)
def test_k2_the_schools_own_names_are_in_order(text):
    assert told("K2", analysis(text)) == []


def test_k2_a_partner_may_be_named():
    info = SchoolInfo(partners=(Partner("Берёзовская СОШ", "профильные смены"),))
    text = {"texts": {"analysis": "Опорная Берёзовская СОШ ведёт смены"}}
    assert told("K2", a_check(programme=text, info=info)) == []


def test_k3_a_total_that_does_not_add_up_is_told():
    result = a_check().paper.result
    first, second = result.directions
    wrong = replace(result, total=5, directions=(replace(first, score=2), second))
    material = a_check(result=wrong)
    assert told("K3", material) == ["diagnosis total", "direction:a direction"]
    assert dict(found("K3", material)[0].facts) == {
        "what": "total",
        "told": 5,
        "right": 3,
    }


def test_k3_a_level_beyond_the_points_is_told():
    result = a_check().paper.result
    assert told("K3", a_check(result=replace(result, level=None))) == [
        "diagnosis level"
    ]
    assert told("K3", a_check()) == []


def test_k4_two_numbers_for_one_thing_are_told():
    info = SchoolInfo(
        years=(
            YearFigures(2025, pupils=64, class_sets=6),
            YearFigures(2026, pupils=61, class_sets=5, pupils_ovz=3),
        ),
        staff=Staff(teachers=12),
    )
    material = a_check(school={"class_sets": 6}, info=info)
    assert told("K4", material) == [
        "school:pupils pupils",
        "school:class_sets class_sets",
        "school:teachers teachers",
        "school:ovz ovz",
    ]
    assert told("K4", a_check(info=INFO)) == []


def approved(council=None, founder=None, order=None):
    row = ApprovalRow(
        council=Approval(on=council),
        founder=Approval(on=founder),
        order=Approval(order),
    )
    return a_check(programme={"approvals": row})


def day(number):
    return date(2026, 12, number)


def test_k5_council_founder_order_come_one_after_another():
    assert told("K5", approved()) == []
    assert told("K5", approved(day(1), day(1), day(2))) == []
    assert told("K5", approved(day(1), None, None)) == []


def test_k5_dates_in_the_wrong_order_are_told():
    material = approved(day(9), day(5), day(2))
    assert told("K5", material) == [
        "approvals:founder founder",
        "approvals:order order",
    ]
    facts = found("K5", material)[1].facts
    assert (facts["later"], facts["earlier"]) == ("02.12.2026", "05.12.2026")
    late = approved(day(9), None, day(2))
    assert told("K5", late) == [
        "approvals:order order_council",
        "approvals:founder no_founder",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Охват учеников 10–11 классов", "10–11 классов"),
        ("Участники 4–11 классов", "4–11 классов"),
        ("Развивать СОО", "СОО"),
        ("Программа среднего общего образования", "среднего общего образования"),
        ("Подготовка к ЕГЭ", "ЕГЭ"),
    ],
)
def test_k6_a_nine_year_school_has_no_senior_classes(text, words):
    material = a_check(programme=with_measure(text=text))
    (finding,) = found("K6", material)
    assert (finding.place, finding.facts["found"]) == ("measure:m1", words)
    senior = {"programmes": ("noo", "ooo", "soo")}
    assert told("K6", a_check(programme=with_measure(text=text), school=senior)) == []


def test_k6_nine_classes_are_in_order():
    text = "Охват учеников 5–9 классов, поступление в учреждения СПО"
    assert told("K6", a_check(programme=with_measure(text=text))) == []


def test_k6_the_name_of_an_indicator_is_not_the_schools():
    code, name = "a.1.1", "Программы (1‒11 классы)"
    direction = a_direction("a", (an_indicator(code, name=name),))
    edition = an_edition(directions=(direction,))
    made = a_deficit(text=f"{name}: нет", measures=MEASURES)
    assert told("K6", a_check({"deficits": (made,)}, edition=edition)) == []
    own = a_deficit(text="Нет 10–11 классов", measures=MEASURES)
    assert told("K6", a_check({"deficits": (own,)}, edition=edition)) == ["deficit:01"]


def test_k6_an_own_text_is_read_too():
    own = (OwnText("passport.control", "подготовить к ЕГЭ", made_from=""),)
    assert told("K6", a_check(programme={"own_texts": own})) == [
        "text:passport.control"
    ]


def test_k7_without_such_pupils_a_measure_is_readiness():
    text = with_measure(text="Разработать АООП для детей с ОВЗ")
    assert told("K7", a_check(programme=text)) == ["measure:m1"]
    assert told("K7", a_check(programme=text, school={"ovz": True})) == []
    ready = with_measure(text="Обеспечить готовность к обучению детей с ОВЗ")
    assert told("K7", a_check(programme=ready)) == []
