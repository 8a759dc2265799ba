"""F2–F4, F6, F7, F9: how the text looks; F1, F5, F8 the program keeps."""

import pytest

from shkola_desktop.domain.programme_parts import OwnText, Swot
from shkola_desktop.domain.self_check.check import check
from shkola_desktop.domain.self_check.finding import Severity
from tests.support.checks import a_check, found, told, with_measure


def analysis(text):
    return a_check(programme={"texts": {"analysis": text}})


@pytest.mark.parametrize(
    "text",
    [
        "Приказ от ____ № ____",
        "Школа {{название}}",
        "По причинам ({причина})",
        "Охват ХХХ %",
        "Error! Bookmark not defined.",
        "(наименование коллегиального органа)",
        "ИНН=1234567890",
        "Сделать ... ......",
        "[вписать]",
    ],
)
def test_f2_what_should_have_been_replaced_is_told(text):
    assert told("F2", analysis(text)) == ["section:analysis"]


def test_f2_an_ordinary_text_is_in_order():
    text = "Школа создаёт кружки (два в год): театр, хор… и другие."
    assert told("F2", analysis(text)) == []


def test_f2_every_own_text_is_read():
    programme = {
        "goal": "Достичь XXX",
        "own_texts": (OwnText("passport.control", "???", made_from=""),),
        "swot": Swot(threats=("____",)),
        **with_measure(text="Открыть {{кружок}}"),
    }
    assert told("F2", a_check(programme=programme)) == [
        "passport:goal",
        "text:passport.control",
        "swot",
        "measure:m1",
    ]


def test_f3_abbreviations_are_told_all_at_once_in_order_of_use():
    text = "Работают ШМО и ШСК, помогает МБОУ; ЦПМСС (далее – ЦПМСС) тоже"
    school = {"short_name": "МБОУ «Тихореченская ООШ»"}
    material = a_check(programme={"texts": {"analysis": text}}, school=school)
    (finding,) = found("F3", material)
    assert finding.place == "abbreviations"
    assert finding.facts["list"] == "ШМО, ШСК"
    assert finding.facts["known"] == (
        "ШМО – школьное методическое объединение; ШСК – школьный спортивный клуб"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Школьный спортивный клуб (ШСК) работает, ШСК растёт",
        "ШСК (школьный спортивный клуб) работает",
        "Школьный спортивный клуб (далее – ШСК) работает",
        "Дети с ОВЗ учатся по программам НОО",
    ],
)
def test_f3_an_expanded_or_known_abbreviation_is_in_order(text):
    assert told("F3", analysis(text)) == []


def test_f4_a_text_does_not_count_on_the_number_of_a_table():
    assert told("F4", analysis("Данные приведены в таблице 3")) == ["section:analysis"]
    assert told("F4", analysis("Данные приведены в таблице ниже")) == []


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        (None, []),
        (80, []),
        (81, [("pages", Severity.INFO)]),
        (120, [("pages", Severity.INFO)]),
        (121, [("pages", Severity.WARN)]),
    ],
)
def test_f6_a_long_programme_is_told(pages, expected):
    assert [
        (f.place, f.severity) for f in found("F6", a_check(pages=pages))
    ] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Проект «Школа", ["section:analysis quotes"]),
        ('Проект "Школа', ["section:analysis quotes"]),
        ("Два  пробела", ["section:analysis spaces"]),
        ("Пробел , перед запятой", ["section:analysis spaces"]),
        ("Нет пробела,после", ["section:analysis spaces"]),
        ('Проект "Школа" - это, в общем, 1,5 балла…', []),
    ],
)
def test_f7_what_the_typesetting_cannot_mend_is_told(text, expected):
    assert told("F7", analysis(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Звонить: +7 (900) 123-45-67", ["section:analysis contact"]),
        ("Писать: teacher@mail.example", ["section:analysis contact"]),
        ("Победил ученик 7 класса Иванов Пётр", ["section:analysis pupil"]),
        ("Иванов Пётр, 7 класс, призёр", ["section:analysis pupil"]),
        ("Победили два ученика 7 класса", []),
        ("Рост с 8 до 12 человек", []),
    ],
)
def test_f9_nobody_is_named(text, expected):
    assert told("F9", analysis(text)) == expected


def test_f9_the_schools_own_telephone_may_stand_where_it_tells_of_itself():
    text = {"about": "Телефон школы: 8 (38 41) 123-45-67, school@mail.example"}
    assert told("F9", a_check(programme={"texts": text})) == []


def test_what_the_program_keeps_itself_is_listed():
    assert check(a_check()).guaranteed == ("F1", "F5", "F8")
