"""P1–P3: acts in force, cited, named in full."""

from dataclasses import replace
from datetime import date

import pytest

from shkola_desktop.bootstrap import Program
from shkola_desktop.domain.programme import LegalAct
from tests.support.checks import LAW, LETTER, OLD, PROJECT, a_check, found, told


def analysis(text):
    return a_check(programme={"texts": {"analysis": text}})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ФГОС (приказ от 06.10.2009 № 373)", ["act:fgos-noo-373 superseded"]),
        ("ФГОС (приказ № 373 от 6 октября 2009 года)", ["act:fgos-noo-373 superseded"]),
        (
            "в рамках национального проекта «Образование»",
            ["act:national-project superseded"],
        ),
        ("приказ управления от 01.09.2026 № 373", []),
        ("приказ от 31.05.2021 № 286", []),
    ],
)
def test_p1_a_repealed_act_in_a_text_is_told(text, expected):
    assert told("P1", analysis(text)) == expected


def test_p1_the_finding_says_where_and_what_stands_instead():
    (finding,) = found("P1", analysis("приказ от 06.10.2009 № 373"))
    assert finding.facts["where"] == "section:analysis"
    assert finding.facts["note"] == "заменён приказом № 286"


def test_p1_a_cited_act_is_checked_every_year():
    for checked in (None, date(2025, 11, 23)):
        acts = (replace(LAW, checked_on=checked), LETTER)
        assert told("P1", a_check(acts=acts)) == ["act:fz-273 unchecked"]
    year_ago = (replace(LAW, checked_on=date(2025, 11, 24)), LETTER)
    assert told("P1", a_check(acts=year_ago)) == []


def test_p1_a_cited_act_that_is_not_in_force_is_told():
    acts = (LAW, LETTER, replace(OLD, code="x", cite=True))
    assert told("P1", a_check(acts=acts)) == ["act:x superseded"]


def test_p1_a_standard_of_another_level_is_not_cited():
    senior = LegalAct("fgos-soo-413", "Приказ", "superseded", None, "", cite=True)
    assert told("P1", a_check(acts=(LAW, LETTER, senior))) == []


def test_p2_the_law_and_the_letter_are_cited():
    assert told("P2", a_check(acts=(LETTER,))) == ["act:fz-273"]
    assert told("P2", a_check(acts=(LAW, replace(LETTER, cite=False)))) == [
        "act:letter-03-877"
    ]
    assert told("P2", a_check()) == []


def test_p2_an_own_text_may_name_them():
    material = a_check(
        {"texts": {"passport": "Закон от 29.12.2012 № 273-ФЗ"}},
        acts=(replace(LAW, cite=False), LETTER),
    )
    assert told("P2", material) == []


def test_p3_an_act_without_date_or_number_is_told():
    concept = LegalAct(
        "concept",
        "Концепция проекта, протокол от 08.04.2022",
        "in_force",
        date(2026, 11, 1),
        "",
        cite=True,
    )
    (finding,) = found("P3", a_check(acts=(LAW, LETTER, concept)))
    assert (finding.place, finding.facts["missing"]) == ("act:concept", "number")
    assert told("P3", a_check(acts=(LAW, LETTER, OLD, PROJECT))) == []


def test_p3_an_act_of_the_state_in_a_text_is_read_too():
    text = "Решение педсовета\nПриказ Минпросвещения России о стандарте"
    (finding,) = found("P3", analysis(text))
    assert finding.place == "section:analysis"
    assert finding.facts["act"] == "Приказ Минпросвещения России о стандарте"
    assert finding.facts["missing"] == "date number"
    assert told("P3", analysis("Приказ Минтруда от 01.09.2026 № 12")) == []
    assert told("P3", analysis("Приказ директора о рабочей группе")) == []


def test_p3_a_decision_of_a_collegium_is_known_by_the_day_of_its_minutes():
    def missing(text):
        act = LegalAct("x", text, "in_force", date(2026, 11, 1), "", cite=True)
        findings = found("P3", a_check(acts=(LAW, LETTER, act)))
        return [finding.facts["missing"] for finding in findings]

    assert missing("Концепция (Коллегия Минпросвещения, протокол от 08.04.2022)") == []
    assert missing("Концепция (Коллегия Минпросвещения, протокол от апреля)") == [
        "date"
    ]
    assert missing("Концепция (Коллегия Минпросвещения, 08.04.2022)") == ["number"]


def test_p3_every_act_that_ships_is_named_in_full():
    template = Program().forms.template()
    material = a_check(acts=template.acts)
    assert told("P3", material) == []
