"""The whole draft: sections of the preset, pages, annexes, footnotes."""

from datetime import date
from types import MappingProxyType

import pytest

from shkola_desktop.domain.programme import Preset, Section
from shkola_desktop.domain.programme_parts import Change, PaperSettings
from shkola_desktop.report.document import (
    Contents,
    Heading,
    PageBreak,
    Setting,
    Table,
    Turn,
)
from shkola_desktop.report.programme.draft import programme
from shkola_desktop.words.levels import FOOTNOTE, RECONSTRUCTION
from tests.support.builders import a_programme, a_school
from tests.support.papers import (
    NBSP,
    a_material,
    a_template,
    cells,
    tables,
    texts,
    without_levels,
)


def chapters(document):
    return [
        block.text
        for block in document.blocks
        if isinstance(block, Heading) and block.level == 1
    ]


def notes(document):
    feet = [p.text for table in tables(document.blocks) for p in table.foot]
    return [*feet, *texts(document.blocks)]


def test_eight_sections_and_two_annexes():
    assert chapters(programme(a_material())) == [
        "1 Раздел passport",
        "2 Раздел about",
        "3 Раздел analysis",
        "4 Раздел development",
        "5 Раздел results",
        "6 Раздел mechanisms",
        "7 Раздел indicators",
        "8 Раздел roadmap",
        "Приложение 1. Результаты самодиагностики по показателям",
        "Приложение 2. Лист изменений",
    ]


def test_another_preset_orders_and_numbers_the_sections_its_own_way():
    preset = Preset(
        "short",
        "Короткий",
        (Section("I", "roadmap", "Карта"), Section("II", "analysis", "Анализ")),
    )
    material = a_material(
        template=a_template(presets=(preset,)), programme=a_programme(preset="short")
    )
    document = programme(material)
    assert chapters(document)[:2] == ["I Карта", "II Анализ"]
    below = [b.text for b in document.blocks if isinstance(b, Heading) and b.level == 2]
    assert below[0].startswith("II.1 Результаты самодиагностики")


def test_the_contents_come_second_and_the_road_map_lies_across():
    blocks = programme(a_material()).blocks
    contents = blocks.index(Contents("Содержание"))
    assert isinstance(blocks[contents - 1], PageBreak)
    turns = [n for n, block in enumerate(blocks) if isinstance(block, Turn)]
    assert [blocks[n] for n in turns] == [Turn(landscape=True), Turn(landscape=False)]
    assert blocks[turns[0] + 1] == Heading("8 Раздел roadmap", place="section:roadmap")
    assert blocks[turns[1] + 1] == Heading(
        "Приложение 1. Результаты самодиагностики по показателям"
    )


def test_the_schools_own_words_open_their_section():
    own = MappingProxyType({"about": "Школа у реки.\n\n Основана в 1936 году. "})
    document = programme(a_material(programme=a_programme(texts=own)))
    place = document.blocks.index(Heading("2 Раздел about", place="section:about"))
    assert texts(document.blocks[place : place + 3]) == [
        "Школа у реки.",
        "Основана в 1936 году.",
    ]


def test_the_first_annex_holds_every_answer_with_sums():
    (table,) = [
        t
        for t in tables(programme(a_material()).blocks)
        if t.caption == "Ответы самодиагностики, 2026 год"
    ]
    assert cells(table)[:5] == [
        ("магистральное направление «Направление a»",),
        ("Критерий a.1",),
        ("a.1.1", "Показатель a.1.1", "значение 0", "0"),
        ("a.1.2", "Показатель a.1.2 (критический показатель)", "значение 0", "0"),
        (
            "",
            "Итого (обнулено критическим показателем, набрано 0)",
            "ниже базового*",
            "0 из 3",
        ),
    ]
    assert [p.text for p in table.foot] == [f"* {FOOTNOTE}", RECONSTRUCTION]


def test_the_second_annex_has_room_for_handwriting():
    last = programme(a_material()).blocks[-1]
    assert isinstance(last, Table)
    assert cells(last)[0] == ("1", f"{NBSP}\n{NBSP}", "", "")
    assert len(last.rows) == 6


def test_corrections_are_printed_in_order_before_the_empty_rows():
    changes = (
        Change(date(2028, 8, 29), "приказ № 87", "Перенесён ремонт"),
        Change(date(2027, 8, 30), "приказ № 61", "Уточнены сроки"),
    )
    last = programme(a_material(programme=a_programme(changes=changes))).blocks[-1]
    assert isinstance(last, Table)
    assert cells(last)[:3] == [
        ("1", "30.08.2027", "приказ № 61", "Уточнены сроки"),
        ("2", "29.08.2028", "приказ № 87", "Перенесён ремонт"),
        ("3", f"{NBSP}\n{NBSP}", "", ""),
    ]
    assert len(last.rows) == 6


def test_however_many_corrections_room_is_left():
    changes = tuple(Change(date(2027, 1, day), "приказ", "") for day in range(1, 9))
    last = programme(a_material(programme=a_programme(changes=changes))).blocks[-1]
    assert isinstance(last, Table)
    assert [row[0] for row in cells(last)[-3:]] == ["9", "10", "11"]


def test_the_setting_of_the_paper_goes_with_the_document():
    assert programme(a_material()).setting == Setting(12, 1.15, "top")
    paper = PaperSettings(size=14, spacing=1.5, number_at="bottom")
    document = programme(a_material(programme=a_programme(paper=paper)))
    assert document.setting == Setting(14, 1.5, "bottom")


def test_a_document_without_levels_has_no_footnote():
    assert any(FOOTNOTE in text for text in notes(programme(a_material())))
    bare = programme(a_material(edition=without_levels()))
    assert not any(FOOTNOTE in text for text in notes(bare))


def test_the_title_names_the_period():
    document = programme(a_material())
    assert document.title == "Программа развития на 2027–2030 годы"
    assert document.author == "Тихореченская ООШ"


@pytest.mark.parametrize(
    ("pupils", "text"), [(64, "Детей 64, один ребёнок – 1,6 %."), (101, None)]
)
def test_only_a_small_school_is_told_about_shares(pupils, text):
    document = programme(a_material(school=a_school(pupils=pupils)))
    found = [t for t in texts(document.blocks) if t.startswith("Детей")]
    assert found == ([text] if text else [])


def test_programmes_are_spelled_out_once():
    document = programme(a_material())
    (opening,) = [t for t in texts(document.blocks) if "далее – ОО" in t]
    assert opening.replace("\u00a0", " ") == (
        "МБОУ «Тихореченская основная общеобразовательная школа» (далее – ОО). "
        "Местонахождение: с. Тихая Речка, Кедровский район. ОО реализует "
        "образовательные программы: начальное общее образование (НОО) и основное "
        "общее образование (ООО). Обучающихся с ограниченными возможностями здоровья "
        "(ОВЗ) в ОО нет."
    )
