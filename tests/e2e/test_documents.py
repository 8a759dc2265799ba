"""The demo school's documents, judged by the tools that others read PDF with."""

import re
import subprocess

import pytest
from pypdf import PdfReader

from shkola_desktop.app import reporting
from shkola_desktop.domain.documents import OFFICE_PAPERS, DocumentKind
from tests.support.papers import (
    SECTIONS,
    flat,
    listed,
    outlined,
    output,
    pages,
    words_outside,
)

NAMES = ("programme", "protocol", "blank-form", "covering-sheet")
TITLES = {
    "programme": "Программа развития на 2027–2030 годы",
    "protocol": "Протокол самодиагностики, 2026 год",
    "blank-form": "Бланк самодиагностики",
    "covering-sheet": "Сопроводительный лист к пакету № 1",
}
FOOTNOTE = "Пороги уровней ориентировочные, не сверены с официальной методикой."
OF_SCHOOL = [kind for kind in DocumentKind if kind not in OFFICE_PAPERS]


@pytest.fixture(params=NAMES)
def name(request):
    return request.param


@pytest.fixture
def programme(demo_folder):
    return demo_folder / "programme.pdf"


def test_every_document_is_a_sound_file(name, demo_folder):
    checked = subprocess.run(
        ["qpdf", "--check", demo_folder / f"{name}.pdf"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "No syntax or stream encoding errors found" in checked.stdout


def test_all_fonts_are_embedded_and_carry_unicode(name, demo_folder):
    lines = output("pdffonts", demo_folder / f"{name}.pdf").splitlines()[2:]
    assert lines
    for line in lines:
        embedded, subset, unicode = line.split()[-5:-2]
        assert "Tinos" in line
        assert (embedded, subset, unicode) == ("yes", "yes", "yes"), line


def test_language_and_title_are_told(name, demo_folder):
    reader = PdfReader(demo_folder / f"{name}.pdf")
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "ru-RU"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title.replace("\u00a0", " ") == TITLES[name]
    assert reader.metadata.author.replace("\u00a0", " ") == "МБОУ «Тихореченская ООШ»"


def test_no_character_lacks_a_glyph_and_no_word_leaves_the_page(name, demo_folder):
    pdf = demo_folder / f"{name}.pdf"
    text = output("pdftotext", pdf, "-")
    assert "\ufffd" not in text
    assert "\x00" not in text
    assert ("□" in text) == (name == "blank-form")
    assert words_outside(pdf) == []


def test_pages_show_their_own_number_from_the_second_on(name, demo_folder):
    made = pages(demo_folder / f"{name}.pdf")
    numbers = [page.split("\n", 1)[0].strip() for page in made]
    assert numbers[0] != "1"
    assert numbers[1:] == [str(n) for n in range(2, len(made) + 1)]


@pytest.mark.parametrize("kind", OF_SCHOOL)
def test_the_same_data_gives_the_same_bytes(kind, place, program):
    with program.workspace(place) as workspace:
        first, second = (reporting.render(kind, workspace) for _ in range(2))
    assert first == second
    assert first.startswith(b"%PDF-")


def test_a_small_school_gets_a_draft_that_can_be_read(programme):
    assert 30 <= len(pages(programme)) <= 60


def test_all_sections_are_there_and_the_contents_tell_their_true_pages(programme):
    made = [flat(page) for page in pages(programme)]
    entries = listed(programme)
    chapters = [entry for entry in entries if entry[0] in SECTIONS]
    assert tuple(title for title, _ in chapters) == SECTIONS
    assert len(entries) == 26
    for title, page in entries:
        assert title in made[page - 1], (title, page)
    assert [page for _, page in entries] == sorted(page for _, page in entries)


def test_the_outline_agrees_with_the_contents(programme):
    entries = outlined(programme)
    assert [(title, page) for _, title, page in entries] == listed(programme)
    depths = {title.split(" ")[0]: depth for depth, title, _ in entries}
    assert (depths["3"], depths["3.2"], depths["3.2.1"]) == (0, 1, 2)


def test_tables_are_numbered_through_and_continue_under_their_head(programme):
    made = pages(programme)
    whole = "\n".join(made)
    numbers = [int(n) for n in re.findall(r"^Таблица (\d+) – ", whole, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 15
    continued = [page for page in made if "Продолжение таблицы" in page]
    assert len(continued) >= 15
    road = [page for page in continued if "Мероприятие" in page and "Срок" in page]
    assert all("Ожидаемый результат" in page or "Ресурс" in page for page in road)
    assert len(road) >= 4


def test_the_road_map_lies_across_and_all_else_stands(programme):
    pages_of = dict(listed(programme))
    first = pages_of["8 Дорожная карта реализации Программы развития"]
    last = pages_of["Приложение 1. Результаты самодиагностики по показателям"]
    boxes = [page.mediabox for page in PdfReader(programme).pages]
    across = [n for n, box in enumerate(boxes, 1) if box.width > box.height]
    assert across == list(range(first, last))


def test_no_page_is_left_almost_empty(programme):
    for number, page in enumerate(pages(programme)[1:], start=2):
        lines = [line for line in page.splitlines() if line.strip()]
        assert len(lines) >= 8, (number, lines)


def test_nothing_is_left_to_fill_in_but_approvals_and_the_sheet_of_changes(programme):
    made = pages(programme)
    assert "____" in made[0]
    rest = "".join(made[1:])
    for placeholder in ("____", "{", "}", "XXX", "None", "наименование учреждения"):
        assert placeholder not in rest, placeholder


def test_the_footnote_stands_on_every_page_where_a_table_with_levels_ends(programme):
    made = pages(programme)
    starred = [n for n, page in enumerate(made, 1) if FOOTNOTE in page]
    assert len(starred) == 4
    for caption in ("Таблица 7 – Результаты", "Ожидаемые результаты по направлениям"):
        (page,) = [page for page in made if caption in page]
        assert FOOTNOTE in page


@pytest.mark.parametrize(
    ("name", "count"),
    [("programme", 4), ("protocol", 2), ("blank-form", 0), ("covering-sheet", 0)],
)
def test_only_what_prints_a_level_has_the_footnote(name, count, demo_folder):
    text = flat(output("pdftotext", demo_folder / f"{name}.pdf", "-"))
    assert text.count(FOOTNOTE) == count
    levels = re.findall(r"(?:базовый|средний|высокий|базового|СРЕДНИЙ)\*", text)
    assert bool(levels) == bool(count)


def test_the_protocol_is_signed_under_the_last_rows(demo_folder):
    last = pages(demo_folder / "protocol.pdf")[-1]
    assert "Балльная" in last
    assert last.index("Итого") < last.index(FOOTNOTE) < last.index("А. П. Соболева")


def test_the_covering_sheet_is_one_page(demo_folder):
    (page,) = pages(demo_folder / "covering-sheet.pdf")
    assert "ПЕРЕДАЛ" in page
    assert "Слова ключа школы" in page
