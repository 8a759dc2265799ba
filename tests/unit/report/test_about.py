"""Section «Информационная справка»: what is told, and that empty parts are not."""

import pytest

from shkola_desktop.domain.school_info import Partner, SchoolInfo, Staff, YearFigures
from shkola_desktop.report.document import Bar, BarChart, Style
from shkola_desktop.report.programme.about import about
from tests.support.builders import a_school, an_info
from tests.support.papers import (
    NBSP,
    a_plan,
    cells,
    headings,
    pages,
    set_in_type,
    tables,
    texts,
)


def told(info, **school):
    return about(a_plan(info=info, school=a_school(**school)), "2")


def table(blocks, caption):
    (found,) = [t for t in tables(blocks) if t.caption == caption]
    return found


def charts(blocks):
    return [block for block in blocks if isinstance(block, BarChart)]


def test_without_information_the_section_is_as_short_as_before():
    blocks = told(SchoolInfo())
    assert headings(blocks) == []
    assert charts(blocks) == []
    (facts,) = tables(blocks)
    assert facts.caption == "Сведения об общеобразовательной организации"
    assert ("Число обучающихся", "64") in cells(facts)


def test_filled_parts_are_numbered_through():
    assert headings(told(an_info())) == [
        "2.1 Контингент обучающихся",
        "2.2 Педагогический состав",
        "2.3 Материально-техническая база и подвоз",
        "2.4 Социальное окружение и партнёры",
        "2.5 Достижения",
    ]
    assert headings(
        told(an_info(years=(), staff=Staff(), equipment=(), transport=""))
    ) == [
        "2.1 Социальное окружение и партнёры",
        "2.2 Достижения",
    ]


def test_three_years_stand_side_by_side_with_the_change():
    blocks = told(an_info())
    years = table(blocks, "Контингент по учебным годам")
    titles = [column.title for column in years.columns]
    assert titles == ["Показатель", "2024/25", "2025/26", "2026/27", "Изменение"]
    assert cells(years) == [
        ("Обучающиеся, всего", "58", "61", "64", "+6"),
        ("из них с ОВЗ и инвалидностью", "4", "5", "6", "+2"),
        ("Классы-комплекты", "5", "6", "6", "+1"),
        ("Обучающиеся, которых подвозят", "15", "–", "18", "+3"),
    ]
    assert (
        f"С 2024/25 по 2026/27 учебный год число обучающихся выросло с{NBSP}58 до 64."
    ) in texts(blocks)


@pytest.mark.parametrize(
    ("programmes", "words"),
    [
        (("noo",), "Выпускники 4-х классов"),
        (("noo", "ooo"), "Выпускники 9-х классов"),
        (("noo", "ooo", "soo"), "Выпускники 9-х и 11-х классов"),
    ],
)
def test_the_leavers_are_those_of_the_classes_that_are_taught(programmes, words):
    info = SchoolInfo(years=(YearFigures(2026, graduates=7),))
    years = table(told(info, programmes=programmes), "Контингент по учебным годам")
    assert cells(years) == [(words, "7")]


def test_the_newest_three_years_are_shown_and_a_bar_for_each():
    years = tuple(YearFigures(2020 + n, pupils=80 - 10 * n) for n in range(5))
    blocks = told(SchoolInfo(years=years))
    (chart,) = charts(blocks)
    assert chart.bars == (
        Bar("2022/23", 60, 60),
        Bar("2023/24", 50, 60),
        Bar("2024/25", 40, 60),
    )
    assert cells(table(blocks, "Контингент по учебным годам")) == [
        ("Обучающиеся, всего", "60", "50", "40", "−20")
    ]
    assert any("снизилось" in text for text in texts(blocks))


def test_one_year_has_no_change_and_no_bars():
    info = SchoolInfo(years=(YearFigures(2025), YearFigures(2026, pupils=64)))
    blocks = told(info)
    years = table(blocks, "Контингент по учебным годам")
    assert [c.title for c in years.columns] == ["Показатель", "2026/27"]
    assert cells(years) == [("Обучающиеся, всего", "64")]
    assert charts(blocks) == []


def test_a_school_that_keeps_its_number_says_so():
    years = (YearFigures(2025, pupils=64), YearFigures(2026, pupils=64))
    words = "С 2025/26 по 2026/27 учебный год число обучающихся не изменилось: 64."
    assert words in texts(told(SchoolInfo(years=years)))


@pytest.mark.parametrize("first", [None, 12])
def test_a_change_is_told_only_between_known_numbers(first):
    years = (YearFigures(2025, pupils=64, bused=first), YearFigures(2026, pupils=60))
    rows = cells(table(told(SchoolInfo(years=years)), "Контингент по учебным годам"))
    bused = [row for row in rows if row[0] == "Обучающиеся, которых подвозят"]
    assert bused == (
        [("Обучающиеся, которых подвозят", "12", "–", "–")] if first else []
    )


def test_the_whole_section_has_one_number_of_each():
    blocks = told(an_info(), pupils=70, class_sets=7, teachers=14)
    facts = cells(tables(blocks)[0])
    assert ("Число обучающихся", "64") in facts
    assert ("Число классов и классов-комплектов", "6") in facts
    assert ("Число педагогических работников", "13") in facts
    assert "Детей 64, один ребёнок – 1,6 %." in texts(blocks)


def test_the_staff_has_shares_and_its_gaps():
    staff = Staff(teachers=13, highest_category=3, young=2, lacking="физика")
    blocks = told(SchoolInfo(staff=staff))
    assert cells(table(blocks, "Педагогический состав")) == [
        ("Педагогические работники, всего", "13", "–"),
        ("с высшей категорией", "3", "23"),
        ("до 35 лет", "2", "15"),
    ]
    (chart,) = charts(blocks)
    assert chart.bars == (Bar("Высшая категория", 3, 13), Bar("До 35 лет", 2, 13))
    assert "Вакансии и предметы без учителя: физика." in texts(blocks)


def test_shares_need_the_whole():
    blocks = told(SchoolInfo(staff=Staff(young=2, trained=5)))
    assert cells(table(blocks, "Педагогический состав")) == [
        ("до 35 лет", "2", "–"),
        ("повысили квалификацию за три года", "5", "–"),
    ]
    assert charts(blocks) == []


def test_lists_are_punctuated_and_blank_lines_left_out():
    info = SchoolInfo(
        equipment=("автобус ПАЗ;", " ", "спортзал."), transport="Два рейса"
    )
    blocks = told(info)
    bullets = [b.text for b in blocks if getattr(b, "style", None) is Style.BULLET]
    assert bullets == ["автобус ПАЗ;", "спортзал."]
    assert "Два рейса." in texts(blocks)


def test_partners_with_and_without_agreements():
    club = Partner("Дом культуры", "кружок")
    caption = "Партнёры ОО"
    alone = table(told(SchoolInfo(partners=(club, Partner(" ", "")))), caption)
    assert [c.title for c in alone.columns] == ["Партнёр", "Что делается вместе"]
    assert cells(alone) == [("Дом культуры", "кружок")]
    farm = Partner("КФХ «Нива»", "", "№ 4 от 01.09.2025")
    both = table(told(SchoolInfo(partners=(club, farm))), caption)
    assert cells(both) == [
        ("Дом культуры", "кружок", "–"),
        ("КФХ «Нива»", "–", "№ 4 от 01.09.2025"),
    ]


def test_branches_are_among_the_facts():
    facts = tables(told(an_info()))[0]
    assert ("Филиалы", "детский сад «Ромашка»") in cells(facts)


def test_it_is_set_on_paper(tmp_path):
    whole = "\n".join(pages(set_in_type(*told(an_info()), folder=tmp_path)))
    assert "2024/25" in whole
    assert "58 из 64 (91 %)" in whole.replace(NBSP, " ")
