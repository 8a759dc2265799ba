"""A programme without a fault for the self-check, and what a change breaks."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from shkola_desktop.domain.diagnosis import Status
from shkola_desktop.domain.measures import Risk
from shkola_desktop.domain.programme import LegalAct, Member, PassportRow
from shkola_desktop.domain.school import Person
from shkola_desktop.domain.school_info import SchoolInfo, Staff, YearFigures
from shkola_desktop.domain.self_check.check import RULES, check
from shkola_desktop.domain.self_check.finding import Finding
from shkola_desktop.domain.self_check.material import Material
from shkola_desktop.words.self_check import advice_for
from shkola_desktop.words.self_check_lexicon import LEXICON
from shkola_desktop.words.self_check_places import where
from tests.support.builders import (
    NOON,
    a_deficit,
    a_diagnosis,
    a_measure,
    a_programme,
    a_school,
)
from tests.support.papers import a_bank, a_material, a_template

ANSWERS = {"a.1.1": "o0", "a.1.2": "o1", "b.1.1": "o1", "b.1.2": "o1"}
"""One zero and nothing critical: 3 points of 7."""
ROWS = ("full_name", "basis", "team", "goal", "tasks", "directions", "period")
ROWS += ("finance", "indicators", "site")
CHECKED = date(2026, 11, 1)
LAW = LegalAct(
    "fz-273",
    "Федеральный закон от 29.12.2012 № 273-ФЗ «Об образовании»",
    "in_force",
    CHECKED,
    "",
    cite=True,
)
LETTER = LegalAct(
    "letter-03-877",
    "Письмо Минпросвещения России от 17.06.2024 № 03-877",
    "in_force",
    CHECKED,
    "",
    cite=True,
)
OLD = LegalAct(
    "fgos-noo-373",
    "Приказ Минобрнауки России от 06.10.2009 № 373",
    "superseded",
    None,
    "заменён приказом № 286",
    cite=False,
)
PROJECT = LegalAct(
    "national-project",
    "Национальный проект «Образование» (2019–2024)",
    "superseded",
    CHECKED,
    "завершён",
    cite=False,
)
RISKS = tuple(Risk(f"Риск {n}", "потери", "меры") for n in range(1, 4))
MEASURES = (
    a_measure(id="m1", text="Утвердить положение", term="1-й год, сентябрь"),
    a_measure(id="m2", text="Открыть кружок", term="2-й год, сентябрь"),
    a_measure(id="m3", text="Провести смотр", term="3–4-й годы, апрель"),
)
PREPARED = {
    "passport:goal": "К 2030 году повысить результат самодиагностики до 4 баллов.",
    "passport:tasks": "\n".join(f"{n}) задача {n}" for n in range(1, 6)),
    "passport:period": "2027–2030 годы",
    "task:01": "Довести показатель до значения 1 к 2028 году",
}
INFO = SchoolInfo(
    years=(YearFigures(2026, pupils=64, pupils_ovz=0, graduates=6),),
    staff=Staff(teachers=13),
)
PEOPLE = (
    Person("1", "Соболева Анна Петровна", "директор"),
    Person("2", "Громова Елена Викторовна", "заместитель директора по УВР"),
)


def a_check(
    programme: dict[str, Any] | None = None,
    school: dict[str, Any] | None = None,
    **fields: Any,
) -> Material:
    """Return material in which nothing is wrong but what the test changes.

    ``fields`` are ``answers``, ``acts``, ``pages``, ``prepared``, or what the
    programme's material holds.
    """
    options = fields.pop("answers", ANSWERS)
    acts = fields.pop("acts", (LAW, LETTER, OLD, PROJECT))
    pages = fields.pop("pages", 48)
    prepared = {**PREPARED, **fields.pop("prepared", {})}
    known_programme: dict[str, Any] = {
        "team": (Member("Соболева Анна Петровна", "директор", leads=True),),
        "deficits": (a_deficit(measures=MEASURES),),
    }
    known_school: dict[str, Any] = {
        "founder": "Управление образования Кедровского района",
        "site": "school.example",
        "teachers": 13,
    }
    known: dict[str, Any] = {
        "options": options,
        "programme": a_programme(**{**known_programme, **(programme or {})}),
        "school": a_school(**{**known_school, **(school or {})}),
        "people": PEOPLE,
        "diagnosis": a_diagnosis(options, status=Status.COMPLETED, completed_at=NOON),
        "template": a_template(
            acts=acts, passport=tuple(PassportRow(r, f"Строка {r}") for r in ROWS)
        ),
        "bank": a_bank(risks=RISKS),
        "info": INFO,
    }
    return Material(
        paper=a_material(**{**known, **fields}),
        today=date(2026, 11, 24),
        prepared=MappingProxyType(prepared),
        lexicon=LEXICON,
        pages=pages,
    )


def with_measures(*measures: Any, **deficit: Any) -> dict[str, Any]:
    """Return the programme's field with one deficit and other measures."""
    return {"deficits": (a_deficit(measures=measures, **deficit),)}


def with_measure(**fields: Any) -> dict[str, Any]:
    """Return the programme's field with the first measure changed."""
    return with_measures(replace(MEASURES[0], **fields), *MEASURES[1:])


def found(rule: str, material: Material) -> tuple[Finding, ...]:
    """Return what one rule finds; whatever it is, there are words for it."""
    findings = next(r for r in RULES if r.id == rule).findings(material)
    for finding in findings:
        advice = advice_for(finding)
        assert advice.wrong.endswith("."), advice
        assert advice.cure.endswith("."), advice
        assert where(finding) != finding.place
        assert "  " not in f"{advice.wrong} {advice.cure}"
    return findings


def told(rule: str, material: Material) -> list[str]:
    """Return where and how a rule is broken: «school:site», «team nobody»."""
    return [f"{f.place} {f.what}".strip() for f in found(rule, material)]


def everything(material: Material) -> list[str]:
    """Return every finding as rule and place."""
    return [f"{f.rule} {f.place}" for f in check(material).findings]
