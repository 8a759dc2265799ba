"""Whatever people type comes back from the paper, or its number where no glyph is."""

import unicodedata
from dataclasses import replace
from io import BytesIO
from types import MappingProxyType

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shkola_desktop.domain.programme import Cause, Member
from shkola_desktop.report.docx.render import render as render_word
from shkola_desktop.report.pdf.render import render
from shkola_desktop.report.programme.draft import programme
from tests.support.builders import a_deficit, a_measure, a_programme, a_school
from tests.support.papers import (
    CODES,
    FONTS,
    a_material,
    output,
    run_together,
    word_texts,
    words_outside,
)

RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
LETTERS = RUSSIAN + RUSSIAN.upper() + "әүһңөҗҥҕӱӟabcxyz0123456789"
MARKS = "<>&/%№₽«»().,;:!?+='"
TEXTS = st.lists(
    st.text(LETTERS + MARKS, min_size=1, max_size=40), min_size=1, max_size=12
).map(" ".join)
FIELDS = ("goal", "text", "result", "responsible", "finance", "cause", "own", "name")
UGLY = {
    "markup": "<b>жирный</b> &amp; &lt;i&gt; <br/> </para>",
    "quotes": "«ёлочки» „лапки“ № 5 за 100 ₽, 50 %",
    "tatar and yakut": "Әби Җиләк Үңгән Һава Ҥөҕүһэ",
    "a word of 300 letters": "щ" * 300 + " конец",
    "300 letters in syllables": "ра" * 150 + " конец",
    "capitals with a slash": "Й»»оКПФЗэкЖС/ңЗРфүУһЖЬЛЬвп 0 0 0",
    "an address": "https://очень-длинный-адрес.example/" + "a" * 120 + " конец",
    "a compound word": "Сверх-" * 40 + "школа",
    "lines": "первая\nвторая\r\nтретья\x0bчетвёртая",
    "marks of stress": "за\u0301мок и замо\u0301к",
}
STRANGE = {
    "emoji": ("смех 😀 и сердце ❤\ufe0f", "смех 😀 и сердце ❤"),
    "signs": ("☑ да → ⚠ нет ★", "☑ да → ⚠ нет ★"),
    "hieroglyphs": ("школа 漢字 🫨", "школа [U+6F22][U+5B57] 🫨"),
    "no characters": ("а\ufffeб \ud800 в", "а[U+FFFE]б [U+D800] в"),
    "invisible": (
        "нуль\u200bвая мяг\u00adкая таб\tуляция",
        "нульвая мягкая таб уляция",
    ),
}


def a_typed_material(typed):
    """Put a text of its own into every field that people type into."""
    measure = a_measure(
        text=typed["text"],
        result=typed["result"],
        responsible=typed["responsible"],
        finance=typed["finance"],
    )
    deficit = a_deficit(
        measures=(measure,), causes=(Cause(typed["cause"], external=False),)
    )
    made = a_programme(
        goal=typed["goal"],
        deficits=(deficit,),
        team=(Member(typed["name"], typed["name"], leads=True),),
        texts=MappingProxyType(dict.fromkeys(CODES, typed["own"])),
    )
    return a_material(programme=made)


def read_back_from_word(material):
    word = docx.Document(BytesIO(render_word(programme(material), FONTS)))
    return run_together("".join(word_texts(word)))


def read_back(material, folder):
    path = folder / "typed.pdf"
    path.write_bytes(render(programme(material), FONTS))
    # -raw keeps the lines of a cell together; page numbers stand between pages
    made = output("pdftotext", "-raw", path, "-").split("\f")
    bare = "".join(
        page.split("\n", 1)[-1] if n else page for n, page in enumerate(made)
    )
    return path, run_together(bare)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.fixed_dictionaries(dict.fromkeys(FIELDS, TEXTS)))
def test_every_word_typed_is_on_the_paper(tmp_path_factory, typed):
    path, printed = read_back(a_typed_material(typed), tmp_path_factory.mktemp("typed"))
    for field, text in typed.items():
        for word in text.split():
            assert run_together(word) in printed, (field, word)
    assert words_outside(path) == []


@settings(max_examples=5, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(FIELDS, TEXTS)))
def test_every_word_typed_is_in_the_document_for_word(typed):
    written = read_back_from_word(a_typed_material(typed))
    for field, text in typed.items():
        for word in text.split():
            assert run_together(word) in written, (field, word)


@pytest.mark.parametrize("kind", UGLY)
def test_ugly_text_is_whole_in_the_document_for_word(kind):
    written = read_back_from_word(a_typed_material(dict.fromkeys(FIELDS, UGLY[kind])))
    assert written.count(run_together(unicodedata.normalize("NFC", UGLY[kind]))) >= 10


@pytest.mark.parametrize("kind", UGLY)
def test_ugly_text_is_printed_whole_and_inside_the_page(kind, tmp_path):
    text = UGLY[kind]
    path, printed = read_back(a_typed_material(dict.fromkeys(FIELDS, text)), tmp_path)
    assert printed.count(run_together(text)) >= 10
    assert words_outside(path) == []


@pytest.mark.parametrize("kind", STRANGE)
def test_every_character_is_printed_or_told_by_its_number(kind, tmp_path):
    typed, shown = STRANGE[kind]
    path, printed = read_back(a_typed_material(dict.fromkeys(FIELDS, typed)), tmp_path)
    assert printed.count(run_together(shown)) >= 10
    assert words_outside(path) == []


def test_very_long_names_of_a_school_break_nothing(tmp_path):
    school = replace(
        a_school(),
        full_name="Муниципальное казённое общеобразовательное учреждение " * 6,
        founder="Управление образования администрации " * 10,
        director="Константинопольская-Задунайская Александра Владиславовна",
        settlement="посёлок городского типа " * 8,
    )
    path, printed = read_back(a_material(school=school), tmp_path)
    assert run_together(school.director) in printed
    assert run_together(school.founder) in printed
    assert words_outside(path) == []


def test_a_measure_longer_than_a_page_is_printed_to_its_end(tmp_path):
    words = [f"слово{n}" for n in range(1500)]
    deficit = a_deficit(measures=(a_measure(text=" ".join(words)),))
    path, printed = read_back(
        a_material(programme=a_programme(deficits=(deficit,))), tmp_path
    )
    missing = [word for word in words if printed.count(word) < 2]
    assert missing == []
    assert words_outside(path) == []
