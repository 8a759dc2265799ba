"""The title page: approvals that grammar and the charter allow."""

import pytest

from shkola_desktop.report.document import Approval, Approvals, PageFoot
from shkola_desktop.report.programme.title_page import title_page
from tests.support.builders import a_programme, a_school
from tests.support.papers import a_plan, texts


def page(school=None, **programme):
    return title_page(
        a_plan(school=school or a_school(), programme=a_programme(**programme))
    )


def approvals(blocks):
    (found,) = [block for block in blocks if isinstance(block, Approvals)]
    return found.blocks


def test_name_period_and_the_mark_of_a_draft():
    assert texts(page()) == [
        "ПРОЕКТ",
        "МБОУ «Тихореченская основная общеобразовательная школа»",
        "ПРОГРАММА РАЗВИТИЯ",
        "на 2027–2030 годы",
    ]


def test_a_period_of_one_year_is_named_so():
    assert texts(page(first_year=2027, last_year=2027))[-1] == "на 2027 год"


def test_three_bodies_approve():
    assert approvals(page(a_school(founder="Управление образования"))) == (
        Approval(
            "ПРИНЯТА", "педагогическим советом", "протокол\nот ____________ № _____"
        ),
        Approval(
            "СОГЛАСОВАНА",
            "Учредитель: Управление образования",
            "__________ / __________\n«____» ____________ 20___ г.",
        ),
        Approval(
            "УТВЕРЖДЕНА",
            "приказом директора",
            "от ____________ № _____\n__________ А. П. Соболева",
        ),
    )


def test_an_unknown_founder_and_director_leave_room_for_handwriting():
    _, founder, director = approvals(page(a_school(founder="", director="")))
    assert founder.body == "Учредитель"
    assert director.signature == "от ____________ № _____\n__________"


@pytest.mark.parametrize(
    ("settlement", "district", "foot"),
    [
        ("с. Тихая Речка", "Кедровский район", "с. Тихая Речка\n2026"),
        ("", "Кедровский район", "Кедровский район\n2026"),
        ("", "", "2026"),
    ],
)
def test_place_and_year_end_the_page(settlement, district, foot):
    blocks = page(a_school(settlement=settlement, district=district))
    assert blocks[-1] == PageFoot(foot)
