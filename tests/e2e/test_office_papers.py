"""The papers of a district and a region: made by command, read as people read them."""

import subprocess

import pytest
from docx import Document

from shkola_desktop.app import offices, reporting
from shkola_desktop.bootstrap import Program
from shkola_desktop.cli.application import run
from shkola_desktop.domain.documents import (
    OFFICE_PAPERS,
    DocumentFormat,
    DocumentKind,
)
from shkola_desktop.domain.errors import NoOffice
from tests.support import district


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("office")
    with Program().workspace(made) as workspace:
        district.fill(workspace)
    return made


@pytest.fixture(scope="module")
def region(tmp_path_factory):
    made = tmp_path_factory.mktemp("region")
    with Program().workspace(made) as workspace:
        district.fill(workspace, district.REGION)
    return made


def text_of(path):
    asked = ["pdftotext", "-layout", str(path), "-"]
    found = subprocess.run(asked, capture_output=True, check=True).stdout.decode()
    return " ".join(found.replace("\xa0", " ").split())


@pytest.mark.parametrize("format", DocumentFormat)
@pytest.mark.parametrize("kind", OFFICE_PAPERS)
def test_the_same_data_gives_the_same_bytes(kind, format, region):
    with Program().workspace(region) as workspace:
        first, second = (reporting.render(kind, workspace, format) for _ in range(2))
    # the day stands in it, the minute does not
    assert first == second


def test_the_command_makes_the_report_of_a_district(folder, tmp_path, capsys):
    out = tmp_path / "report.pdf"
    asked = ["report", "analytics", "--workspace", str(folder), "--out", str(out)]
    assert run(asked) == 0
    assert capsys.readouterr().out.strip() == str(out)
    words = text_of(out)
    assert "АНАЛИТИЧЕСКАЯ СПРАВКА по итогам самодиагностики школ в 2026 году" in words
    assert "В реестре 42 школы. Самодиагностику 2026 года завершили 36 школ" in words
    assert "Пороги уровней ориентировочные" in words
    assert "из 1000" not in words
    assert "Районы по средней доле" not in words


def test_an_earlier_year_is_asked_for_by_its_number(folder, tmp_path):
    out = tmp_path / "report.pdf"
    asked = ["report", "analytics", "--workspace", str(folder), "--out", str(out)]
    assert run([*asked, "--year", "2025"]) == 0
    words = text_of(out)
    assert "Самодиагностику 2025 года завершили 42 школы" in words
    assert "5. Динамика" not in words


def test_a_region_reads_about_its_districts_in_word(region, tmp_path):
    out = tmp_path / "report.docx"
    asked = ["report", "analytics", "--workspace", str(region), "--out", str(out)]
    assert run(asked) == 0
    made = Document(str(out))
    headings = [p.text for p in made.paragraphs if p.style.name.startswith("Heading")]
    assert "6. Районы" in headings
    assert len(made.inline_shapes) == 1
    spoken = made.inline_shapes[0]._inline.docPr.get("descr")
    assert "Здоровье: " in spoken
    assert "из 1000" not in spoken


def test_the_road_map_answers_deficits_with_measures(folder, tmp_path):
    out = tmp_path / "map.pdf"
    asked = ["report", "support-map", "--workspace", str(folder), "--out", str(out)]
    assert run(asked) == 0
    words = text_of(out)
    assert "ДОРОЖНАЯ КАРТА ПОДДЕРЖКИ ШКОЛ на 2027 год" in words
    assert "декабрь 2027 г." in words


def test_an_office_without_results_gets_an_honest_paper(tmp_path):
    with Program().workspace(tmp_path / "empty") as workspace:
        district.fill(workspace, schools=3, years=())
        out = tmp_path / "report.pdf"
        out.write_bytes(reporting.render(DocumentKind.ANALYTICS, workspace))
    assert "результаты не приводятся" in text_of(out)


def test_a_paper_is_outdated_once_a_school_is_taken_in(tmp_path):
    with Program().workspace(tmp_path / "office") as workspace:
        district.fill(workspace, schools=8)
        reporting.make(DocumentKind.ANALYTICS, workspace)
        (listed,) = reporting.listed(workspace)
        assert listed.record.file_name.startswith("analytics-7012-")
        assert not listed.outdated
        district.fill(workspace, schools=9)
        (listed,) = reporting.listed(workspace)
        assert listed.outdated


def test_a_school_makes_no_paper_of_an_office(tmp_path):
    with Program().workspace(tmp_path / "school") as workspace:
        assert offices.office_of(workspace) is None
        with pytest.raises(NoOffice):
            reporting.render(DocumentKind.ANALYTICS, workspace)
