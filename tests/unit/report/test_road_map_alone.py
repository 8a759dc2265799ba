"""The road map alone: across, with its approval and the director's signature."""

from datetime import date

from shkola_desktop.domain.programme_parts import Approval as Decision
from shkola_desktop.domain.programme_parts import ApprovalRow
from shkola_desktop.report.document import Approval, Approvals, Turn
from shkola_desktop.report.programme.plan import plan_of
from shkola_desktop.report.programme.roadmap import roadmap
from shkola_desktop.report.road_map_alone import road_map_alone
from tests.support.builders import a_programme, a_school
from tests.support.papers import a_material, cells, tables, texts


def test_it_lies_across_under_its_title():
    document = road_map_alone(a_material())
    assert document.title == (
        "Дорожная карта реализации Программы развития на 2027–2030 годы"
    )
    assert document.blocks[0] == Turn(landscape=True)
    assert texts(document.blocks)[:3] == [
        "МБОУ\n«Тихореченская основная общеобразовательная школа»",
        "ДОРОЖНАЯ КАРТА",
        "реализации Программы развития на 2027–2030 годы",
    ]


def test_the_table_is_that_of_the_programme_without_a_number():
    material = a_material()
    (table,) = tables(road_map_alone(material).blocks)
    (within,) = tables(roadmap(plan_of(material)))
    assert cells(table) == cells(within)
    assert table.caption == ""


def test_the_order_is_told_or_left_to_fill_in():
    def approval(**fields):
        blocks = road_map_alone(a_material(programme=a_programme(**fields))).blocks
        return next(b for b in blocks if isinstance(b, Approvals)).blocks[-1]

    assert approval() == Approval(
        "УТВЕРЖДЕНА", "приказом директора", "от ____________ № _____"
    )
    decided = ApprovalRow(order=Decision(date(2026, 9, 5), "112-ОД"))
    assert approval(approvals=decided).signature == "от 05.09.2026 № 112-ОД"


def test_the_director_signs_at_the_end():
    last = road_map_alone(a_material(school=a_school(director=""))).blocks[-1]
    assert isinstance(last, Approvals)
    assert [block.body for block in last.blocks] == [
        "Директор",
        "____________________",
        "____________________",
    ]
