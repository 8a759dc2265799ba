"""The demo school's documents for Word: against the PDF, and as LibreOffice sees them.

LibreOffice is slow to start: it converts both documents once.
"""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from shkola_desktop.app import reporting
from shkola_desktop.domain.documents import (
    OFFICE_PAPERS,
    DocumentFormat,
    DocumentKind,
)
from tests.support.papers import output, pages, run_together, word_texts

NAMES = ("programme", "protocol")
NEAR = 0.25
"""Pages of a word processor may differ from ours by this share."""
LEADERS = re.compile(r"(?:^| )(?:\. )+\d+$", re.MULTILINE)
"""Dots and numbers of our contents; they have a test of their own."""
OF_SCHOOL = [kind for kind in DocumentKind if kind not in OFFICE_PAPERS]


@dataclass(frozen=True)
class Converted:
    """What LibreOffice made of the documents, and what it said."""

    folder: Path
    status: int


@pytest.fixture(scope="session")
def converted(demo_folder, tmp_path_factory) -> Converted:
    folder = tmp_path_factory.mktemp("libreoffice")
    done = subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            *(demo_folder / f"{name}.docx" for name in NAMES),
        ],
        capture_output=True,
        timeout=300,
        check=False,
    )
    return Converted(folder, done.returncode)


def read(folder, name):
    return Document(folder / f"{name}.docx")


def printed(pdf):
    """Return the words of our PDF in one piece, without what only pages need."""
    made = output("pdftotext", "-raw", pdf, "-").split("\f")
    numbered = [
        page.split("\n", 1)[-1] if n else page for n, page in enumerate(made[:-1])
    ]
    text = run_together(LEADERS.sub("", "".join(numbered)))
    return re.sub(r"Продолжениетаблицы\d+", "", text)


def pictured(word):
    """Return the words that stand in pictures, from their alternative texts."""
    found = [s._inline.docPr.get("descr") for s in word.inline_shapes]
    told = [part for text in found for part in text.split("; ")[1:]]
    return [
        words
        for part in told
        for words in part.partition(", в прошлом году")[0].rsplit(": ", 1)
    ]


def listed(word):
    """Return heading and page of every line of the contents."""
    lines = [p.text for p in word.paragraphs if p.style.name.startswith("toc ")]
    return [
        (" ".join(line.split("\t")[0].split()), line.split("\t")[1]) for line in lines
    ]


def headed(word):
    return [
        " ".join(p.text.split())
        for p in word.paragraphs
        if p.style.name.startswith("Heading ")
    ]


@pytest.mark.parametrize("name", NAMES)
def test_word_and_pdf_hold_the_same_words(name, demo_folder):
    word = read(demo_folder, name)
    rest = printed(demo_folder / f"{name}.pdf")
    said = [re.sub(r"\t\d+$", "", text) for text in word_texts(word)]
    texts = {run_together(text) for text in (*said, *pictured(word))} - {""}
    assert [text for text in texts if text not in rest] == []
    for text in sorted(texts, key=len, reverse=True):
        rest = rest.replace(text, "\n")
    assert rest.split() == []


def test_the_contents_agree_with_the_headings_and_with_the_pages_of_the_pdf(
    demo_folder,
):
    word = read(demo_folder, "programme")
    entries = listed(word)
    assert [title for title, _ in entries] == headed(word)
    assert len(entries) > 20
    made = [run_together(page) for page in pages(demo_folder / "programme.pdf")]
    for title, page in entries:
        assert run_together(title) in made[int(page) - 1], (title, page)
    assert word.settings.element.find(qn("w:updateFields")) is None


@pytest.mark.parametrize("kind", OF_SCHOOL)
def test_the_same_data_gives_the_same_bytes(kind, place, program):
    with program.workspace(place) as workspace:
        first, second = (
            reporting.render(kind, workspace, DocumentFormat.DOCX) for _ in range(2)
        )
    assert first == second
    assert first.startswith(b"PK")


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_sets_it_in_about_as_many_pages(name, converted, demo_folder):
    assert converted.status == 0
    theirs = pages(converted.folder / f"{name}.pdf")
    ours = pages(demo_folder / f"{name}.pdf")
    assert abs(len(theirs) - len(ours)) <= NEAR * len(ours)


def test_libreoffice_finds_every_heading_and_the_numbers_of_the_contents(
    converted, demo_folder
):
    word = read(demo_folder, "programme")
    made = pages(converted.folder / "programme.pdf")
    assert len(made) > 1
    rest = run_together("".join(made[2:]))
    assert [title for title in headed(word) if run_together(title) not in rest] == []
    contents = re.sub(r"\.{3,}", "", run_together(made[1]))
    for title, page in listed(word):
        assert run_together(title) + page in contents, (title, page)


def test_libreoffice_numbers_the_pages_and_turns_the_road_map(converted):
    pdf = converted.folder / "programme.pdf"
    made = pages(pdf)
    numbers = [page.strip().split("\n", 1)[0].strip() for page in made]
    assert numbers[0] != "1"
    assert numbers[1:] == [str(n) for n in range(2, len(made) + 1)]
    sizes = re.findall(
        r"size:\s+([\d.]+) x ([\d.]+)", output("pdfinfo", "-l", "-1", pdf)
    )
    across = [float(width) > float(height) for width, height in sizes]
    road = [n for n, page in enumerate(made) if "Дорожная карта" in page][-1]
    assert across[road]
    assert not across[0]
    assert not across[-1]


def test_libreoffice_repeats_the_head_of_a_long_table(converted):
    made = pages(converted.folder / "protocol.pdf")
    assert all("Балльная" in page for page in made)
