"""``shkola demo`` and ``shkola report``: every document, from a school to paper."""

import json
import sqlite3
from contextlib import closing
from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from shkola_desktop.cli.application import run
from shkola_desktop.domain.documents import OFFICE_PAPERS, DocumentKind
from tests.support.papers import word_texts

MADE = {
    "database": "shkola.sqlite",
    "result": "result.json",
    "programme": "programme.pdf",
    "programme_docx": "programme.docx",
    "protocol": "protocol.pdf",
    "protocol_docx": "protocol.docx",
    "blank_form": "blank-form.pdf",
    "covering_sheet": "covering-sheet.pdf",
}
HEADINGS = {
    "protocol": "Самодиагностика общеобразовательной школы",
    "blank-form": "Тихореченская",
    "programme": "Программа развития",
    "covering-sheet": "Сопроводительный лист",
    "summary": "краткое изложение",
    "road-map": "Дорожная карта",
    "order": "ПРИКАЗ",
    "council-extract": "Выписка из протокола",
    "founder-letter": "О согласовании",
    "self-check": "Лист самопроверки",
    "execution-report": "о реализации Программы развития за",
    "remarks-sheet": "Лист замечаний",
}


def test_the_headings_know_every_kind():
    of_a_school = set(DocumentKind) - set(OFFICE_PAPERS)
    assert set(HEADINGS) == {kind.value for kind in of_a_school}


def first_page(data):
    return " ".join(PdfReader(BytesIO(data)).pages[0].extract_text().split())


def test_the_demo_makes_everything_twice(tmp_path, capsys):
    folder = tmp_path / "Учебная школа"
    for number in (1, 2):
        assert run(["demo", str(folder), "--json"]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        made = json.loads(out)
        package = made.pop("package")
        assert made == {name: str(folder / file) for name, file in MADE.items()}
        assert package.startswith(str(folder / "stick" / f"701204-000{number}-"))
        assert all((folder / file).stat().st_size > 0 for file in MADE.values())
    with closing(sqlite3.connect(folder / "shkola.sqlite")) as raw:
        assert raw.execute("SELECT count(*) FROM organisation").fetchone() == (1,)
        assert raw.execute("SELECT count(*) FROM diagnosis").fetchone() == (2,)
    result = json.loads((folder / "result.json").read_text("utf-8"))
    assert (result["total"], result["maximum"], result["complete"]) == (136, 199, True)


def test_the_demo_tells_in_russian_what_it_made(place, capsys):
    assert run(["demo", str(place)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"База данных: {place / 'shkola.sqlite'}"
    assert [line.split(":")[0] for line in lines] == [
        "База данных",
        "Результат (JSON)",
        "Программа развития (PDF)",
        "Программа развития (Word)",
        "Протокол самодиагностики (PDF)",
        "Протокол самодиагностики (Word)",
        "Бланк для заполнения на бумаге (PDF)",
        "Сопроводительный лист (PDF)",
        "Пакет для района",
    ]


def test_the_demo_in_a_file_is_refused(tmp_path, capsys):
    (tmp_path / "file").write_text("not a folder")
    assert run(["demo", str(tmp_path / "file")]) == 1
    assert "записать нельзя" in capsys.readouterr().err


@pytest.mark.parametrize("kind", list(HEADINGS))
def test_every_kind_of_report_is_made(place, tmp_path, capsys, kind):
    out = tmp_path / "Документ.pdf"
    assert run(["report", kind, "--workspace", str(place), "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    assert HEADINGS[kind].casefold() in first_page(out.read_bytes()).casefold()
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".part"] == []


@pytest.mark.parametrize("kind", list(HEADINGS))
def test_every_kind_of_report_is_made_for_word(place, tmp_path, capsys, kind):
    out = tmp_path / "Документ.DOCX"
    assert run(["report", kind, "--workspace", str(place), "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    said = " ".join(" ".join(word_texts(Document(out))).split())
    assert HEADINGS[kind].casefold() in said.casefold()


@pytest.mark.parametrize("name", ["a.odt", "a", ".pdf", "a.docx.txt", ""])
def test_another_ending_is_wrong_usage(place, tmp_path, capsys, name):
    out = str(tmp_path / name)
    assert run(["report", "protocol", "--workspace", str(place), "--out", out]) == 2
    said = " ".join(capsys.readouterr().err.replace("│", " ").split())
    assert "имя файла должно оканчиваться на .pdf или .docx" in said
    assert [p for p in tmp_path.iterdir() if p != place] == []


def test_a_report_is_told_as_data(place, tmp_path, capsys):
    out = tmp_path / "a.pdf"
    arguments = ["--workspace", str(place), "--out", str(out), "--json"]
    assert run(["report", "protocol", *arguments]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "path": str(out),
        "kind": "protocol",
        "size": out.stat().st_size,
    }


@pytest.mark.parametrize("kind", list(HEADINGS))
def test_a_workspace_without_a_school_has_no_documents(tmp_path, capsys, kind):
    place, out = tmp_path / "place", tmp_path / "a.pdf"
    assert run(["workspace", "new", str(place)]) == 0
    assert run(["report", kind, "--workspace", str(place), "--out", str(out)]) == 1
    assert "Сведений о школе ещё нет." in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    "name", ["none/a.pdf", "file/a.docx", "folder.pdf", f"{'a' * 300}.pdf"]
)
def test_a_report_that_cannot_be_put_there(place, tmp_path, capsys, name):
    (tmp_path / "file").write_text("not a folder")
    (tmp_path / "folder.pdf").mkdir()
    out = str(tmp_path / name)
    assert run(["report", "protocol", "--workspace", str(place), "--out", out]) == 1
    assert "записать нельзя" in capsys.readouterr().err
    assert [p for p in tmp_path.iterdir() if p.suffix == ".part"] == []


@pytest.mark.parametrize("name", ["none", "a" * 300, "file"])
def test_a_folder_without_a_workspace_is_left_alone(tmp_path, capsys, name):
    (tmp_path / "file").write_text("not a folder")
    before = sorted(tmp_path.iterdir())
    place, out = str(tmp_path / name), str(tmp_path / "a.pdf")
    assert run(["report", "protocol", "--workspace", place, "--out", out]) == 1
    assert "прочитать не удалось" in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == before
