"""Every document, with the worst in every field: whole, inside the page, sound."""

from io import BytesIO

import docx
import pytest

from shkola_desktop.domain.documents import DocumentKind
from shkola_desktop.report.document import Column, Row, Table
from shkola_desktop.report.docx.render import render as render_word
from shkola_desktop.report.pdf.render import render
from shkola_desktop.report.reports import PAPERS
from tests.support.monsters import documents, everywhere
from tests.support.papers import (
    FONTS,
    output,
    run_together,
    set_in_type,
    word_texts,
    words_outside,
)

WORDS = [f"ж{number:03}" for number in range(1_000)]
"""So short that no column breaks one, so different that none is another's part."""
WORST = {
    "1,000 characters": " ".join(WORDS[:200]),
    "80 lines": "\n".join(WORDS[:80]),
    "a word of 900 letters": "ѫ" * 900,
}
"""In a narrow column each of them is higher than a page."""
HARMLESS = {
    "a word of 300 letters": "щ" * 300,
    "300 digits": "7" * 300,
    "nothing but space": " \t\n \u2028 \n",
    "no text at all": "\x00\x01\x1b\ud800\ufffe\uffff\u200b\u00ad\u202e",
    "marks without letters": "\u0301\u0308\ufe0f\u20e3",
    "markup": "</w:t></para><b>&#0;]]><font size=900>%s{0}",
}


def lost(printed: str, text: str) -> set[str]:
    """Return the words that are printed less often than others, or a cut one."""
    read = run_together(printed.lower())
    first, *others = words = text.split()
    if not others:
        times, rest = divmod(read.count(first[0]), len(first))
        return set() if times and not rest else {first}
    counts = {word: read.count(word) for word in words}
    most = max(counts.values())
    return {word for word, count in counts.items() if count < max(most, 1)}


def printed_pages(pdf):
    made = output("pdftotext", "-raw", pdf, "-").split("\f")
    # the number of a page stands above its text, between the parts of a word
    return "".join(
        page.split("\n", 1)[-1] if n else page for n, page in enumerate(made)
    )


@pytest.mark.parametrize("kind", WORST)
def test_texts_longer_than_a_page_are_whole_in_every_document(kind, tmp_path):
    text = WORST[kind]
    for name, document in documents(text):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(render(document, FONTS))
        assert lost(printed_pages(path), text) == set(), name
        assert words_outside(path) == [], name
        word = docx.Document(BytesIO(render_word(document, FONTS)))
        assert lost("".join(word_texts(word)), text) == set(), name


def test_ten_thousand_characters_in_every_cell_are_printed_to_their_end(tmp_path):
    text = " ".join(WORDS * 2)
    columns = (Column("№", 8), Column("Что", 46), Column("Сколько", 12, centred=True))
    row = Row((text[:5_000], text, text))
    path = set_in_type(Table(columns, (row, row), "Длинная"), folder=tmp_path)
    read = printed_pages(path)
    assert [word for word in WORDS if read.count(word) != 10] == []
    assert words_outside(path) == []


@pytest.mark.parametrize("kind", HARMLESS)
def test_what_looks_dangerous_is_only_text(kind, tmp_path):
    for name, document in documents(HARMLESS[kind]):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(render(document, FONTS))
        assert words_outside(path) == [], name
        output("qpdf", "--check", path)
        docx.Document(BytesIO(render_word(document, FONTS)))


def test_libreoffice_opens_the_worst_of_everything_together(tmp_path):
    text = " ".join((*HARMLESS.values(), "\U0001f600", "שלום", "конец-поля"))
    word = tmp_path / "programme.docx"
    document = PAPERS[DocumentKind.PROGRAMME](everywhere(text))
    word.write_bytes(render_word(document, FONTS))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    output(
        *("soffice", profile, "--headless", "--convert-to", "pdf"),
        *("--outdir", tmp_path, word),
    )
    read = run_together(output("pdftotext", "-raw", tmp_path / "programme.pdf", "-"))
    times = "\n".join(word_texts(docx.Document(word))).count("конец-поля")
    assert times > 50
    assert read.count("конецполя") >= times
    assert run_together("</w:t></para><b>&#0;]]><font") in read
