"""Far beyond any school: 500 measures, 200 deficits, 100 people, 60 risks."""

from io import BytesIO

import docx
import pytest

from shkola_desktop.domain.documents import DocumentKind
from shkola_desktop.domain.programme import Member
from shkola_desktop.domain.programme_parts import PlannedRisk
from shkola_desktop.report.docx.render import render as render_word
from shkola_desktop.report.pdf.render import render
from shkola_desktop.report.reports import PAPERS
from tests.support.builders import a_deficit, a_measure, a_programme
from tests.support.papers import (
    FONTS,
    a_material,
    flat,
    outlined,
    output,
    pages,
    run_together,
    word_texts,
    words_outside,
)

DEFICITS, MEASURES, PEOPLE, RISKS = 200, 500, 100, 60


def measures_of(deficit):
    """Return every 200th measure, from this one on."""
    return tuple(
        a_measure(
            id=f"m{number}",
            text=f"Дело-{number:03}: провести занятия и показать их итоги родителям",
            responsible=f"учитель {number % PEOPLE}",
            term=f"{number % 4 + 1}-й год, сентябрь",
        )
        for number in range(deficit, MEASURES, DEFICITS)
    )


@pytest.fixture(scope="module")
def material():
    deficits = tuple(
        a_deficit(
            code=f"{number:03}",
            indicator=("a.1.1", "b.1.1")[number % 2],
            direction="ab"[number % 2],
            text=f"Дефицит-{number:03}",
            measures=measures_of(number),
        )
        for number in range(DEFICITS)
    )
    team = tuple(Member(f"Член-{n:03}", "учитель", n == 0) for n in range(PEOPLE))
    risks = tuple(PlannedRisk(f"Риск-{n:02}", "срыв", "план") for n in range(RISKS))
    return a_material(programme=a_programme(deficits=deficits, team=team, risks=risks))


NAMES = (
    *(f"Дело-{n:03}" for n in range(MEASURES)),
    *(f"Дефицит-{n:03}" for n in range(DEFICITS)),
    *(f"Член-{n:03}" for n in range(PEOPLE)),
    *(f"Риск-{n:02}" for n in range(RISKS)),
)


def absent(text):
    found = run_together(text)
    return [name for name in NAMES if run_together(name) not in found]


def test_everything_is_printed_and_three_digit_pages_are_true(material, tmp_path):
    path = tmp_path / "programme.pdf"
    path.write_bytes(render(PAPERS[DocumentKind.PROGRAMME](material), FONTS))
    made = pages(path)
    assert len(made) > 100
    assert absent(output("pdftotext", "-raw", path, "-")) == []
    assert words_outside(path) == []
    contents = run_together(made[1]).replace(".", "")
    entries = [(title, page) for _, title, page in outlined(path)]
    assert entries[-1][1] > 100
    for title, page in entries:
        assert run_together(title) in run_together(made[page - 1]), (title, page)
        assert f"{run_together(title)}{page}".replace(".", "") in contents


def test_everything_is_written_for_word(material):
    document = PAPERS[DocumentKind.PROGRAMME](material)
    word = docx.Document(BytesIO(render_word(document, FONTS)))
    assert absent("\n".join(word_texts(word))) == []


def test_the_road_map_alone_holds_every_measure(material, tmp_path):
    path = tmp_path / "road-map.pdf"
    path.write_bytes(render(PAPERS[DocumentKind.ROAD_MAP](material), FONTS))
    text = run_together(flat(output("pdftotext", "-raw", path, "-")))
    assert [n for n in NAMES[:MEASURES] if run_together(n) not in text] == []
