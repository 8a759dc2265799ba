"""Every rule has words: what is wrong, how to cure it, where it is."""

from types import MappingProxyType

import pytest

from shkola_desktop.domain.self_check import places
from shkola_desktop.domain.self_check.check import GUARANTEED, RULES
from shkola_desktop.domain.self_check.finding import Finding, Severity
from shkola_desktop.words import self_check as words
from shkola_desktop.words.self_check_places import shortened, where

NBSP = "\u00a0"


def a_finding(rule, place="team", severity=Severity.ERROR, **facts):
    return Finding(rule, severity, place, MappingProxyType(facts))


def test_every_rule_has_words_and_no_words_are_left_over():
    assert set(words.RULES) == {rule.id for rule in RULES}
    assert set(words.GUARANTEED) == set(GUARANTEED)


@pytest.mark.parametrize("rule", sorted(words.RULES))
def test_every_rule_has_a_name_for_tables(rule):
    assert 0 < len(words.rule_name(rule)) <= 45


def test_the_kept_rules_have_names_too():
    assert words.rule_name("F1") == "Оглавление"


@pytest.mark.parametrize("kind", places.ORDER)
def test_every_kind_of_place_has_a_name(kind):
    said = where(a_finding("C5", f"{kind}:x"))
    assert said
    assert ":" not in said.split(" ")[0].removesuffix(":")


@pytest.mark.parametrize(
    ("place", "facts", "said"),
    [
        ("passport:goal", {}, "Паспорт: цель"),
        ("section:about", {}, "Раздел «Информационная справка»"),
        ("deficit:03", {}, "Дефицит 03"),
        ("direction:a", {"direction": "Знание"}, "Направление «Знание»"),
        ("measure:id-7", {"measure": "Открыть театр"}, "Мероприятие «Открыть театр»"),
        ("approvals:order", {}, "Согласование: утверждена приказом"),
        ("school:site", {}, "Данные школы: сайт"),
        ("year:2028", {}, f"2028{NBSP}год"),
        ("target:2", {"name": "Охват"}, "Целевой показатель Охват"),
    ],
)
def test_a_place_is_called_as_people_call_it(place, facts, said):
    assert where(a_finding("C5", place, **facts)) == said


@pytest.mark.parametrize(
    ("finding", "wrong"),
    [
        (
            a_finding("C7", year=2026, missing=2),
            (
                f"Самодиагностика за 2026{NBSP}год не завершена: без ответа "
                f"2{NBSP}показателя, в документе будет «результат предварительный» без "
                "даты завершения."
            ),
        ),
        (
            a_finding("C8", what="risks", count=0, fewest=3),
            "Рисков описано 0, нужно не меньше 3.",
        ),
        (
            a_finding("L4", code="03", count=1),
            (
                f"Дефицита 03 больше нет: показатель набрал все баллы, а 1{NBSP}"
                "мероприятие остаётся в плане."
            ),
        ),
        (
            a_finding("L4", code="03", count=3),
            (
                f"Дефицита 03 больше нет: показатель набрал все баллы, а 3{NBSP}"
                "мероприятия остаются в плане."
            ),
        ),
        (
            a_finding("M1", name="Охват", missing="unit values"),
            (
                f"У показателя «Охват» нет единицы измерения и{NBSP}значений на каждый "
                "год."
            ),
        ),
        (
            a_finding("M2", name="Доля", what="small", group=6),
            (
                f"Показатель «Доля» дан в процентах, а в группе 6{NBSP}детей: один "
                "человек сильно меняет долю."
            ),
        ),
        (
            a_finding("T1", what="outside", term="2031 год", years="2031"),
            "Срок «2031 год» выходит за период программы: 2031.",
        ),
        (
            a_finding("F6", what="long", pages=81, limit=80),
            f"В документе 81{NBSP}страница, это больше 80.",
        ),
        (
            a_finding("P3", act="Концепция", missing="number"),
            "У документа нет номера: Концепция.",
        ),
    ],
)
def test_a_finding_is_told_with_its_facts(finding, wrong):
    assert words.advice_for(finding).wrong == wrong
    assert words.advice_for(finding).cure.endswith(".")


def test_the_hint_of_the_bank_is_part_of_the_cure():
    finding = a_finding("T6", role="логопед", count=1, hint="договор с центром")
    assert words.advice_for(finding).cure.endswith("В малой школе: договор с центром.")


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((3, 5, 0), f"3{NBSP}ошибки, 5{NBSP}предупреждений"),
        ((1, 1, 1), f"1{NBSP}ошибка, 1{NBSP}предупреждение, 1{NBSP}совет"),
        ((0, 0, 21), f"21{NBSP}совет"),
        ((0, 0, 0), "Замечаний нет"),
    ],
)
def test_the_summary_counts_in_correct_russian(counts, said):
    found = [
        a_finding("C5", severity=severity)
        for severity, count in zip(Severity, counts, strict=True)
        for _ in range(count)
    ]
    assert words.summary(found) == said


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "замечание оставлено"),
        (2, "замечания оставлены"),
        (5, "замечаний оставлено"),
    ],
)
def test_what_is_left_is_counted_in_correct_russian(count, said):
    assert words.left_alone(count) == f"{count}{NBSP}{said}"


def test_a_long_text_is_cut_at_a_word():
    assert shortened("один два три", 9) == "один два…"
    assert shortened("один\nдва", 90) == "один два"
