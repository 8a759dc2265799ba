"""M1–M5: promises that can be measured and kept."""

import pytest

from shkola_desktop.domain.programme_parts import Target
from shkola_desktop.domain.school_info import SchoolInfo, YearFigures
from tests.support.builders import a_deficit
from tests.support.checks import a_check, found, told, with_measure
from tests.support.papers import WORST


def a_target(**fields):
    known = {
        "name": "Охват кружками",
        "unit": "чел.",
        "baseline": "20",
        "values": ("25", "30", "35", "40"),
    }
    return Target(**{**known, **fields})


def with_target(*targets, **fields):
    return a_check(programme={"targets": targets}, **fields)


def test_m1_a_target_lacks_unit_baseline_and_years():
    bare = a_target(unit="", baseline=" ", values=("25", "", "30"))
    (finding,) = found("M1", with_target(a_target(), bare))
    assert finding.place == "target:2"
    assert finding.facts["missing"] == "unit baseline values"


def test_m1_a_whole_target_is_in_order():
    assert told("M1", with_target(a_target())) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"values": ("25", "20", "20", "19 чел.")}, ["target:1 worse"]),
        ({"baseline": "да", "values": ("да", "да", "да", "нет")}, ["target:1 worse"]),
        ({"baseline": "нет", "values": ("нет", "да", "да", "да")}, []),
        ({"name": "Число неуспевающих", "values": ("15", "10", "5", "0")}, []),
        (
            {"name": "Число жалоб", "values": ("25", "30", "35", "40")},
            ["target:1 worse"],
        ),
        ({"unit": "%", "values": ("25", "80", "90", "110")}, ["target:1 over"]),
        ({"unit": "%", "values": ("25", "80", "90", "99,5")}, []),
        ({"baseline": "", "values": ()}, []),
    ],
)
def test_m2_a_target_is_not_worse_and_not_over_a_hundred(fields, expected):
    assert told("M2", with_target(a_target(**fields))) == expected


@pytest.mark.parametrize(
    ("name", "pupils", "expected"),
    [
        ("Доля участников", 64, []),
        ("Доля участников", 9, ["target:1 small"]),
        ("Доля выпускников с ростом", 64, ["target:1 small"]),
        ("Доля детей с ОВЗ в кружках", 64, ["target:1 small"]),
        ("Доля педагогов с категорией", 9, []),
    ],
)
def test_m2_of_a_handful_of_children_no_share_is_taken(name, pupils, expected):
    info = SchoolInfo(years=(YearFigures(2026, pupils_ovz=4, graduates=6),))
    target = a_target(name=name, unit="%")
    material = with_target(target, school={"pupils": pupils}, info=info)
    assert told("M2", material) == expected


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ("Проведено мероприятие", ["measure:m1 empty"]),
        ("проведены.", ["measure:m1 empty"]),
        ("Повышение качества образования", ["measure:m1 empty"]),
        ("Повышение качества до 60 %", []),
        ("Приказ, протоколы", []),
        ("Проведено 12 занятий, журнал", []),
    ],
)
def test_m3_a_result_is_something_to_show(result, expected):
    assert told("M3", a_check(programme=with_measure(result=result))) == expected


def test_m3_a_measure_without_any_result_is_told():
    nothing = with_measure(result="", indicator="")
    assert told("M3", a_check(programme=nothing)) == ["measure:m1 none"]
    counted = with_measure(result="", indicator="Число кружков, ед.")
    assert told("M3", a_check(programme=counted)) == []


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("К 2030 году набрать до 8 баллов", ["passport:goal points"]),
        ("К 2030 году набрать до 7 баллов", []),
        ("К 2030 году подняться до высокого уровня", ["passport:goal level"]),
        ("К 2030 году подняться до уровня «высокий»", ["passport:goal level"]),
        ("К 2030 году подняться до базового уровня", []),
        ("К 2030 году подняться до нового уровня", []),
    ],
)
def test_m4_nothing_is_promised_beyond_the_points(goal, expected):
    # planned: 4 points of 7, the level «базовый»
    assert told("M4", a_check(programme={"goal": goal})) == expected


def test_m5_a_leap_in_one_year_is_told():
    deficits = tuple(
        a_deficit(code=f"{n:02d}", indicator=indicator, direction=indicator[0])
        for n, indicator in enumerate(("a.1.1", "a.1.2", "b.1.1", "b.1.2"), start=1)
    )
    # four points of seven are spread over four years
    assert told("M5", a_check(programme={"deficits": deficits}, answers=WORST)) == []
    # the critical zero holds two points back; they come in one year, whichever it is
    held = {**WORST, "a.1.1": "o2"}
    material = a_check(programme={"deficits": (deficits[1],)}, answers=held)
    (finding,) = found("M5", material)
    assert finding.place == "year:2027"
    assert dict(finding.facts) == {"year": 2027, "growth": 3, "percent": 43}
