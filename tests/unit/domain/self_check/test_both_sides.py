"""Every rule: the least change that breaks it, and the next one that does not."""

from dataclasses import replace
from datetime import date

import pytest

from shkola_desktop.domain.diagnosis import Status
from shkola_desktop.domain.programme import Cause, LegalAct, Member, PassportRow
from shkola_desktop.domain.programme_parts import Approval, ApprovalRow, Target
from shkola_desktop.domain.school_info import SchoolInfo, Staff
from shkola_desktop.domain.self_check.check import RULES
from tests.support.builders import NOON, a_deficit, a_diagnosis, a_measure
from tests.support.checks import (
    ANSWERS,
    LAW,
    LETTER,
    MEASURES,
    RISKS,
    ROWS,
    a_check,
    found,
    with_measure,
    with_measures,
)
from tests.support.papers import WORST, a_bank


def planned(*deficits, **fields):
    return a_check({"deficits": deficits}, **fields)


def measure(**fields):
    return a_check(with_measure(**fields))


def said(text):
    return a_check({"texts": {"analysis": text}})


def target(**fields):
    known = {
        "name": "Охват кружками",
        "unit": "чел.",
        "baseline": "20",
        "values": ("25", "30", "35", "40"),
    }
    return a_check({"targets": (Target(**{**known, **fields}),)})


def passport(*rows):
    made = tuple(PassportRow(row, row) for row in rows)
    return a_check(template=replace(a_check().paper.template, passport=made))


def diagnosed(status, completed_at):
    return a_check(
        diagnosis=a_diagnosis(ANSWERS, status=status, completed_at=completed_at)
    )


def tasks(count):
    text = "\n".join(f"задача {n}" for n in range(count))
    return a_check(prepared={"passport:tasks": text})


def critical(term):
    answers = {**ANSWERS, "a.1.2": "o0"}
    late = a_deficit(indicator="a.1.2", measures=(a_measure(term=term),))
    return planned(late, answers=answers)


def caused(cause):
    causes = (Cause(cause, external=False),)
    return planned(a_deficit(text="Школьный театр: не создан", causes=causes))


def promised(*indicators):
    """Everything in one year: over several of them the plan spreads what it lifts."""
    deficits = tuple(
        a_deficit(code=f"0{n}", indicator=code, direction=code[0])
        for n, code in enumerate(indicators)
    )
    changed = {"deficits": deficits, "first_year": 2027, "last_year": 2027}
    return a_check(changed, answers=WORST)


def constant(count):
    return a_check(
        with_measures(
            *(
                a_measure(id=f"m{n}", text=f"Дело {n}", term=term)
                for n, term in enumerate(
                    ["постоянно"] * count + ["1-й год"] * (5 - count)
                )
            )
        )
    )


def burdened(count):
    roles = [f"учитель {n}" for n in range(count, 10)] + ["директор"] * count
    made = (
        a_measure(id=f"m{n}", text=f"Дело {n}", responsible=role)
        for n, role in enumerate(roles)
    )
    bank = a_bank(risks=RISKS, cross_cutting=())
    return a_check(with_measures(*made), {"pupils": 300}, bank=bank)


def approved(founder, order):
    row = ApprovalRow(founder=Approval(on=founder), order=Approval(on=order))
    return a_check({"approvals": row})


def counted(teachers):
    return a_check(info=replace(a_check().info, staff=Staff(teachers=teachers)))


def totalled(total):
    return a_check(result=replace(a_check().paper.result, total=total))


def cited(*acts):
    return a_check(acts=(LAW, LETTER, *acts))


def concept(text):
    return LegalAct("concept", text, "in_force", date(2026, 11, 1), "", cite=True)


FIRST, SECOND = date(2026, 12, 1), date(2026, 12, 2)
BEST = {**ANSWERS, "a.1.1": "o2"}
SIDES = {
    "C1": (
        lambda: a_check(info=SchoolInfo()),
        lambda: a_check(info=SchoolInfo(transport="Автобус")),
    ),
    "C2": (
        lambda: a_check(school={"founder": " "}),
        lambda: a_check(school={"founder": "Управление образования"}),
    ),
    "C3": (
        lambda: passport(*(row for row in ROWS if row != "period")),
        lambda: passport(*ROWS),
    ),
    "C4": (lambda: planned(a_deficit(measures=())), lambda: planned(a_deficit())),
    "C5": (
        lambda: a_check({"team": (Member("Иванов", "учитель"),)}),
        lambda: a_check({"team": (Member("Иванов", "учитель", leads=True),)}),
    ),
    "C6": (
        lambda: a_check(school={"site": " "}),
        lambda: a_check(school={"site": "a.example"}),
    ),
    "C7": (
        lambda: diagnosed(Status.DRAFT, None),
        lambda: diagnosed(Status.COMPLETED, NOON),
    ),
    "C8": (
        lambda: a_check(bank=a_bank(risks=RISKS[:2])),
        lambda: a_check(bank=a_bank(risks=RISKS)),
    ),
    "L1": (planned, lambda: planned(a_deficit(left_out="в 2031 году"))),
    "L2": (lambda: planned(a_deficit(causes=())), lambda: planned(a_deficit())),
    "L3": (lambda: planned(a_deficit(measures=())), lambda: planned(a_deficit())),
    "L4": (lambda: a_check(answers=BEST), lambda: a_check(answers=ANSWERS)),
    "L5": (lambda: critical("2-й год"), lambda: critical("1-й год")),
    "L6": (lambda: caused("нет театра"), lambda: caused("некому вести театр")),
    "L7": (lambda: tasks(4), lambda: tasks(5)),
    "L8": (
        lambda: a_check(with_measures(*MEASURES[:2])),
        lambda: a_check(with_measures(*MEASURES)),
    ),
    "M1": (lambda: target(unit=""), lambda: target(unit="чел.")),
    "M2": (
        lambda: target(values=("25", "20", "15", "10")),
        lambda: target(values=("25", "25", "26", "27")),
    ),
    "M3": (
        lambda: measure(result="Повышение качества образования"),
        lambda: measure(result="Повышение качества до 60 %"),
    ),
    "M4": (
        lambda: a_check({"goal": "К 2030 году набрать до 8 баллов"}),
        lambda: a_check({"goal": "К 2030 году набрать до 7 баллов"}),
    ),
    "M5": (
        lambda: promised("a.1.1", "a.1.2", "b.1.1"),
        lambda: promised("a.1.1", "a.1.2"),
    ),
    "T1": (lambda: measure(term="2031 год"), lambda: measure(term="2030 год")),
    "T2": (lambda: constant(2), lambda: constant(1)),
    "T3": (
        lambda: a_check(with_measures(a_measure(term="1-й год"))),
        lambda: a_check(with_measures(a_measure(term="ежегодно"))),
    ),
    "T4": (
        lambda: measure(responsible="администрация"),
        lambda: measure(responsible="директор"),
    ),
    "T5": (lambda: burdened(5), lambda: burdened(4)),
    "T6": (
        lambda: measure(responsible="педагог-психолог"),
        lambda: measure(responsible="директор"),
    ),
    "K1": (
        lambda: said("Программа развития на 2024–2028 годы"),
        lambda: said("Программа развития на 2027–2030 годы"),
    ),
    "K2": (
        lambda: said("Ученики Ольховской ООШ участвуют"),
        lambda: said("Ученики Тихореченской ООШ участвуют"),
    ),
    "K3": (lambda: totalled(4), lambda: totalled(3)),
    "K4": (lambda: counted(12), lambda: counted(13)),
    "K5": (lambda: approved(SECOND, FIRST), lambda: approved(FIRST, SECOND)),
    "K6": (
        lambda: measure(text="Охват учеников 10–11 классов"),
        lambda: measure(text="Охват учеников 8–9 классов"),
    ),
    "K7": (
        lambda: measure(text="Разработать АООП для детей с ОВЗ"),
        lambda: measure(text="Обеспечить готовность к обучению детей с ОВЗ"),
    ),
    "F2": (lambda: said("Приказ от ____ № ____"), lambda: said("Приказ издан")),
    "F3": (
        lambda: said("Работает ШСК"),
        lambda: said("Работает школьный спортивный клуб (далее – ШСК)"),
    ),
    "F4": (
        lambda: said("Данные приведены в таблице 3"),
        lambda: said("Данные приведены в таблице ниже"),
    ),
    "F6": (lambda: a_check(pages=81), lambda: a_check(pages=80)),
    "F7": (lambda: said("Проект «Школа"), lambda: said("Проект «Школа»")),
    "F9": (
        lambda: said("Победил ученик 7 класса Иванов Пётр"),
        lambda: said("Победили два ученика 7 класса"),
    ),
    "P1": (
        lambda: cited(replace(concept("Приказ от 01.09.2026 № 1"), checked_on=None)),
        lambda: cited(concept("Приказ от 01.09.2026 № 1")),
    ),
    "P2": (lambda: a_check(acts=(LETTER,)), cited),
    "P3": (
        lambda: cited(concept("Концепция, протокол от 08.04.2022")),
        lambda: cited(concept("Концепция, протокол от 08.04.2022 № 4")),
    ),
}


def test_no_rule_is_left_out():
    assert sorted(SIDES) == sorted(rule.id for rule in RULES)


@pytest.mark.parametrize("rule", SIDES)
def test_a_rule_is_broken_on_one_side_only(rule):
    broken, sound = SIDES[rule]
    assert found(rule, broken()) != ()
    assert found(rule, sound()) == ()
