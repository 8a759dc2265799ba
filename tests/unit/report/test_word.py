"""Blocks as a word processor gets them, read back with python-docx."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from shkola_desktop.report.document import (
    Approval,
    Approvals,
    Bar,
    BarChart,
    Column,
    Contents,
    Gap,
    Heading,
    PageBreak,
    PageFoot,
    Paragraph,
    QrCode,
    Row,
    RowKind,
    Setting,
    Style,
    Table,
    Turn,
)
from shkola_desktop.report.docx.render import render
from tests.support.papers import (
    FONTS,
    a_document,
    run_together,
    word_styles,
    word_texts,
    written,
)

COLUMNS = (Column("Код", 1, centred=True), Column("Значение", 3))
ROWS = tuple(Row((str(n), f"строка {n}")) for n in range(1, 6))


def instructions(word):
    return [code.text.strip() for code in word.element.body.iter(qn("w:instrText"))]


def keeps(row):
    """Tell whether every paragraph of a row stays with the next one."""
    paragraphs = [p for cell in row.cells for p in cell.paragraphs]
    return all(p.paragraph_format.keep_with_next for p in paragraphs)


def alternative(word):
    (shape,) = word.inline_shapes
    return shape._inline.docPr.get("descr")


def picture(word):
    (shape,) = word.inline_shapes
    embedded = shape._inline.graphic.graphicData.pic.blipFill.blip.embed
    return Image.open(BytesIO(word.part.related_parts[embedded].blob))


def test_every_style_of_paragraph_is_a_style_of_word():
    word = written(*(Paragraph(style.value, style) for style in Style))
    assert word_texts(word) == [style.value for style in Style]
    assert word_styles(word) == [
        "Body Text",
        "Простой текст",
        "По центру",
        "Справа",
        "Примечание",
        "List Bullet",
        "Title",
        "Subtitle",
        "Строка-заголовок",
    ]


def test_headings_are_those_that_words_navigation_knows():
    word = written(Heading("1 Раздел"), Heading("1.1 Часть", 2), Heading("Точка", 3))
    assert word_styles(word) == ["Heading 1", "Heading 2", "Heading 3"]
    for level in (1, 2, 3):
        style = word.styles[f"Heading {level}"]
        assert style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) == str(
            level - 1
        )
        assert style.paragraph_format.keep_with_next


def test_the_font_is_named_in_every_script_and_the_language_is_russian():
    word = written(Paragraph("текст"))
    known = word.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    fonts = known.find(qn("w:rFonts"))
    assert {fonts.get(qn(f"w:{name}")) for name in ("ascii", "hAnsi", "eastAsia")} == {
        "Times New Roman"
    }
    assert fonts.get(qn("w:cs")) == "Times New Roman"
    assert known.find(qn("w:lang")).get(qn("w:val")) == "ru-RU"
    assert word.styles["Body Text"].font.size == Pt(12)


def test_it_is_told_what_it_is_and_no_time_is_told():
    told = written(title="Программа", author='МБОУ "Школа"', subject="школа " * 60)
    known = told.core_properties
    assert (known.title, known.author) == ("Программа", "МБОУ «Школа»")
    assert (known.subject, known.language) == (("школа " * 60)[:255], "ru-RU")
    assert (known.created, known.modified) == (None, None)


def test_a_bullet_is_a_real_list_and_its_dash_no_text():
    word = written(Paragraph("первое", Style.BULLET))
    assert word_texts(word) == ["первое"]
    properties = word.styles["List Bullet"].element.pPr
    number = properties.numPr.numId.val
    (kind,) = word.part.numbering_part.element.xpath(
        f"w:abstractNum[@w:abstractNumId=../w:num[@w:numId={number}]"
        "/w:abstractNumId/@w:val]/w:lvl/w:lvlText/@w:val"
    )
    assert kind == "–"


def test_contents_are_filled_lead_to_their_headings_and_nag_nobody():
    word = written(
        Contents("Содержание"),
        PageBreak(),
        Heading("1 Раздел"),
        Heading("1.1 Часть", 2),
        PageBreak(),
        Heading("2 Раздел"),
    )
    assert word_texts(word)[:4] == [
        "Содержание",
        "1 Раздел\t2",
        "1.1 Часть\t2",
        "2 Раздел\t3",
    ]
    assert word_styles(word)[:4] == ["TOC Heading", "toc 1", "toc 2", "toc 1"]
    assert instructions(word) == [
        'TOC \\o "1-3" \\h \\z',
        *(f"PAGEREF _Toc{n:08} \\h" for n in (1, 2, 3)),
    ]
    body = word.element.body
    marked = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    led = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    assert marked == led == ["_Toc00000001", "_Toc00000002", "_Toc00000003"]
    assert word.settings.element.find(qn("w:updateFields")) is None


def test_a_long_heading_leaves_room_for_its_number_in_the_contents():
    word = written(Contents("Содержание"), Heading("слово " * 30))
    lines = word_texts(word)[1].split("\t")[0].split("\n")
    assert len(lines) == 3
    assert run_together("".join(lines)) == "слово" * 30


def test_a_table_repeats_its_head_and_keeps_its_rows_whole():
    word = written(Table(COLUMNS, ROWS, caption="Показатели"))
    (table,) = word.tables
    heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert heads == [True, False, False, False, False, False]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert [cell.text for cell in table.rows[1].cells] == ["1", "строка 1"]
    assert word_texts(word)[0].replace("\u00a0", " ") == "Таблица 1 – Показатели"
    assert instructions(word) == ["SEQ Таблица \\* ARABIC"]
    assert word.styles["Caption"].paragraph_format.keep_with_next


def test_no_row_stands_alone_and_the_foot_stays_with_the_last_one():
    note = Paragraph("* примечание", Style.SMALL)
    (bare,) = written(Table(COLUMNS, ROWS)).tables
    assert [keeps(row) for row in bare.rows] == [True, True, False, False, True, False]
    word = written(Table(COLUMNS, ROWS, foot=(note,)))
    (table,) = word.tables
    assert keeps(table.rows[-1])
    assert word_texts(word)[-1] == "* примечание"


def test_only_a_row_higher_than_half_a_page_may_break_inside():
    long = Row(("1", "слово " * 700))
    (table,) = written(Table(COLUMNS, (long, *ROWS))).tables
    whole = [row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows]
    assert whole == [True, False, *[True] * 5]


def test_headings_of_rows_go_across_and_sums_are_bold():
    rows = (
        Row(("Знание",), RowKind.SECTION),
        Row(("Критерий",), RowKind.SUBSECTION),
        Row(("", "Итого"), RowKind.TOTAL),
    )
    (table,) = written(Table(COLUMNS, rows, headless=True)).tables
    section, subsection, total = table.rows
    assert section._tr.tc_lst[0].grid_span == subsection._tr.tc_lst[0].grid_span == 2
    assert section.cells[0].paragraphs[0].style.font.bold
    assert subsection.cells[0].paragraphs[0].style.font.italic
    assert total.cells[1].paragraphs[0].style.font.bold
    assert section._tr.find(f".//{qn('w:tblHeader')}") is None


def test_lines_of_a_cell_are_lists_as_in_the_pdf():
    cell = "Итог\n– первое\n□ да (1 балл)\n2) второе"
    (table,) = written(Table(COLUMNS, (Row(("1", cell)),))).tables
    lines = table.rows[1].cells[1].paragraphs
    assert [line.text.replace("\u00a0", " ") for line in lines] == [
        "Итог",
        "первое",
        "□ да (1 балл)",
        "2) второе",
    ]
    assert [line.style.name for line in lines] == [
        "Ячейка",
        "Ячейка: список",
        "Ячейка: пункт",
        "Ячейка: пункт",
    ]


def test_two_tables_do_not_grow_together():
    word = written(Table(COLUMNS, ROWS), Table(COLUMNS, ROWS))
    kinds = [child.tag.rpartition("}")[2] for child in word.element.body]
    assert kinds == ["p", "tbl", "p", "tbl", "p", "sectPr"]


def test_a_word_wider_than_its_cell_has_soft_hyphens_and_others_have_none():
    narrow = (Column("Кто", 1), Column("Что", 9))
    word = "Удовлетворённость"
    (table,) = written(Table(narrow, (Row((word, word)),))).tables
    tight, wide = (cell.text for cell in table.rows[1].cells)
    assert tight.replace("\u00ad", "·") == "Удо·вле·творён·ность"
    assert wide == word


def test_turned_pages_are_sections_with_the_margins_of_the_pdf():
    word = written(
        Paragraph("стоит"),
        Turn(True),
        Paragraph("лежит"),
        Turn(False),
        Paragraph("ещё"),
    )
    upright, across, last = word.sections
    assert [s.orientation for s in word.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    assert round(upright.left_margin / Mm(1)) == 30
    assert round(upright.right_margin / Mm(1)) == 12
    assert round(across.top_margin / Mm(1)) == 30
    assert across.page_width == last.page_height
    assert word_texts(word) == ["стоит", "лежит", "ещё"]


def test_a_turn_after_a_turn_or_at_the_end_leaves_a_sound_body():
    word = written(Turn(True), Paragraph("лежит"), Turn(False), Turn(True))
    assert [s.orientation for s in word.sections] == [
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
    ]


def test_pages_are_numbered_on_top_from_the_second_on():
    first, second = written(Paragraph("а"), Turn(True), Paragraph("б")).sections
    assert first.different_first_page_header_footer
    assert not second.different_first_page_header_footer
    assert second.header.is_linked_to_previous
    (line,) = first.header.paragraphs
    codes = [code.text.strip() for code in line._p.iter(qn("w:instrText"))]
    assert codes == ["PAGE"]
    assert line.style.paragraph_format.alignment == 1
    assert round(first.header_distance / Mm(1)) == 10


@pytest.mark.parametrize(
    ("number_from", "bare", "codes"),
    [(1, False, ["PAGE"]), (3, True, ["IF", "PAGE", ">= 3", "PAGE"])],
)
def test_numbers_begin_where_the_document_says(number_from, bare, codes):
    (section,) = written(Paragraph("а"), number_from=number_from).sections
    assert section.different_first_page_header_footer is bare
    (line,) = section.header.paragraphs
    found = [code.text.strip() for code in line._p.iter(qn("w:instrText"))]
    assert found == codes


def test_text_and_numbers_are_set_as_the_document_asks():
    setting = Setting(size=14, spacing=1.5, number_at="bottom")
    word = written(Heading("1 Раздел"), Paragraph("текст"), setting=setting)
    body = word.styles["Body Text"]
    assert body.font.size == Pt(14)
    assert body.paragraph_format.line_spacing == pytest.approx(1.5, abs=0.03)
    assert word.styles["Heading 1"].font.size > body.font.size
    (section,) = word.sections
    (line,) = section.footer.paragraphs
    assert [code.text.strip() for code in line._p.iter(qn("w:instrText"))] == ["PAGE"]
    assert section.header.is_linked_to_previous


def test_new_pages_and_gaps_belong_to_the_next_paragraph():
    word = written(Paragraph("а"), PageBreak(), Gap(20), Paragraph("б", Style.TITLE))
    last = word.paragraphs[-1].paragraph_format
    assert word_texts(word) == ["а", "б"]
    assert last.page_break_before
    assert round(last.space_before / Mm(1)) == 20


def test_the_foot_of_a_page_is_a_frame_at_its_bottom():
    word = written(PageFoot("с. Тихая Речка\n2026"), PageBreak(), Paragraph("дальше"))
    frame = word.paragraphs[0]._p.pPr.find(qn("w:framePr"))
    assert frame.get(qn("w:yAlign")) == "bottom"
    assert word.paragraphs[0].text.replace("\u00a0", " ") == "с. Тихая Речка\n2026"


def test_approvals_stand_side_by_side_without_lines():
    blocks = (
        Approval("ПРИНЯТА", "советом", "____"),
        Approval("УТВЕРЖДЕНА", "приказом", "____"),
    )
    (table,) = written(Approvals(blocks)).tables
    assert table.style.name == "Normal Table"
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["ПРИНЯТА", "УТВЕРЖДЕНА"],
        ["советом", "приказом"],
        ["____", "____"],
    ]


def test_a_chart_is_a_picture_whose_alternative_text_tells_every_value():
    bars = (Bar("Знание", 36, 44, 35), Bar("Здоровье", 0, 0))
    word = written(BarChart(bars, "Баллы"))
    assert alternative(word) == (
        "Баллы; Знание: 36 из 44 (82 %), в прошлом году 35; Здоровье: 0 из 0 (0 %)"
    )
    assert word_texts(word)[-1].replace("\u00a0", " ") == "Рисунок 1 – Баллы"
    drawn = picture(word)
    assert drawn.width > 1500
    assert (61, 106, 143) in {colour for _, colour in drawn.getcolors(10_000)}


def test_a_qr_code_is_a_picture_and_a_text():
    word = written(QrCode("shkola:1", "Номер"))
    assert alternative(word) == "Номер: shkola:1"
    assert word_texts(word)[-1] == "Номер"
    code = picture(word)
    assert code.width == code.height
    assert code.getpixel((0, 0)) == 0
    (shape,) = word.inline_shapes
    assert round(shape.width / Mm(1)) == 38


def test_the_same_document_gives_the_same_bytes_of_sound_xml():
    document = a_document(
        Contents("Содержание"),
        Heading("1 Раздел"),
        Table(COLUMNS, ROWS, caption="Показатели"),
        BarChart((Bar("Знание", 1, 2),), "Баллы"),
    )
    first, second = render(document, FONTS), render(document, FONTS)
    assert first == second
    with ZipFile(BytesIO(first)) as file:
        assert file.testzip() is None
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        parts = [name for name in file.namelist() if name.endswith((".xml", ".rels"))]
        assert len(parts) >= 8
        for name in parts:
            etree.fromstring(file.read(name))


def test_what_xml_cannot_hold_goes_and_all_letters_stay():
    word = written(Paragraph("а\x00б\x0cв\ufffeг \ud800 😀 漢字 Ҥөҕүһэ ❤\ufe0f"))
    assert word_texts(word) == ["аб\nв[U+FFFE]г [U+D800] 😀 漢字 Ҥөҕүһэ ❤\ufe0f"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_makes_a_document_that_can_be_read(body, cell):
    word = written(
        Heading(body), Paragraph(body), Table(COLUMNS, (Row((cell, cell)),), body)
    )
    assert len(word.tables) == 1
