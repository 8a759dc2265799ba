"""The title page: approvals that grammar and the charter allow."""

from datetime import date

import pytest

from shkola_desktop.domain.programme_parts import Approval as Decision
from shkola_desktop.domain.programme_parts import ApprovalRow, PaperSettings
from shkola_desktop.report.document import Approval, Approvals, Gap, PageFoot
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


def test_the_mark_of_a_draft_can_be_left_out():
    assert texts(page(paper=PaperSettings(draft_mark=False)))[0].startswith("МБОУ")


def test_room_for_the_mark_of_an_electronic_signature():
    narrow = [b.height for b in page() if isinstance(b, Gap)]
    paper = PaperSettings(signature_room=True)
    wide = [b.height for b in page(paper=paper) if isinstance(b, Gap)]
    assert narrow == [4, 6, 48]
    assert wide == [4, 6, 34, 22]


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


def test_decisions_are_printed_where_they_are_taken():
    decided = ApprovalRow(
        council=Decision(date(2026, 8, 29), "1"),
        founder=Decision(date(2026, 9, 3), "", "Начальник управления И. И. Ковалёв"),
        order=Decision(date(2026, 9, 5), "112-ОД"),
    )
    blocks = page(a_school(founder="Управление образования"), approvals=decided)
    assert approvals(blocks) == (
        Approval("ПРИНЯТА", "педагогическим советом", "протокол\nот 29.08.2026 № 1"),
        Approval(
            "СОГЛАСОВАНА",
            "Учредитель: Управление образования\nНачальник управления И. И. Ковалёв",
            "__________\n3\u00a0сентября 2026\u00a0г.",
        ),
        Approval(
            "УТВЕРЖДЕНА",
            "приказом директора",
            "от 05.09.2026 № 112-ОД\n__________ А. П. Соболева",
        ),
    )


def test_a_founder_may_agree_by_letter_and_another_may_sign_the_order():
    decided = ApprovalRow(
        council=Decision(by="общим собранием работников"),
        founder=Decision(date(2026, 9, 3), "15-04/12"),
        order=Decision(number="7", by="С. И. Лыткин"),
    )
    council, founder, order = approvals(page(approvals=decided))
    assert council.body == "общим собранием работников"
    assert founder.signature == "письмо\nот 03.09.2026 № 15-04/12"
    assert order.body == "приказом по школе"
    assert order.signature == "от ____________ № 7\n__________ С. И. Лыткин"


def test_other_bodies_stand_in_a_row_below():
    others = (
        ("Управляющий совет", Decision(date(2026, 8, 28), "4")),
        ("Совет родителей", Decision(by="председатель Н. В. Зуева")),
        (" ", Decision()),
    )
    blocks = page(approvals=ApprovalRow(others=others))
    _, below = [block for block in blocks if isinstance(block, Approvals)]
    assert below.blocks == (
        Approval("СОГЛАСОВАНА", "Управляющий совет", "протокол\nот 28.08.2026 № 4"),
        Approval(
            "СОГЛАСОВАНА",
            "Совет родителей\nпредседатель Н. В. Зуева",
            "протокол\nот ____________ № _____",
        ),
        Approval("", "", ""),
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
