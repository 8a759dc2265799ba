"""Six invented schools of every sort: nothing wrong, nothing missing, nothing strange.

Even the smallest school reaches 35 pages without padding: the answers alone take seven.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from shkola_desktop.app import checking, reporting
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.bootstrap import Program
from shkola_desktop.domain.documents import DocumentKind, ProgrammeMaterial
from shkola_desktop.domain.programme import Deficit
from shkola_desktop.domain.self_check.check import Checked
from shkola_desktop.domain.self_check.finding import Severity
from shkola_desktop.domain.self_check.material import Material
from shkola_desktop.words.self_check_lexicon import LEXICON
from tests.support.papers import (
    SECTIONS,
    flat,
    listed,
    output,
    pages,
    run_together,
    words_outside,
)
from tests.support.schools import BELOW_BASIC, SCHOOLS, Sample, fill

FEWEST_PAGES, MOST_PAGES = 35, 55
SENIOR_WORDS = re.compile(
    r"ЕГЭ|СОО|11(?:классы?|классо|классе|классн|хкласс|йкласс)|[Сс]реднегообщего"
    r"|[Сс]реднееобщее|[Сс]реднейшкол"
)
"""What LEXICON.senior finds, in a text run together: tables break lines anywhere."""


@dataclass(frozen=True)
class Made:
    """A school's programme: its data, its document, and what the check found."""

    sample: Sample
    material: Material
    checked: Checked
    pdf: Path

    @property
    def paper(self) -> ProgrammeMaterial:
        return self.material.paper

    @property
    def deficits(self) -> tuple[Deficit, ...]:
        return self.paper.programme.included


@pytest.fixture(scope="module", params=SCHOOLS, ids=lambda sample: sample.name)
def made(request, tmp_path_factory) -> Made:
    folder, program = tmp_path_factory.mktemp("school"), Program()
    with program.workspace(folder) as workspace:
        fill(request.param, folder, program, workspace)
        return printed(request.param, folder / "programme.pdf", workspace)


def printed(sample: Sample, pdf: Path, workspace: Workspace) -> Made:
    pdf.write_bytes(reporting.render(DocumentKind.PROGRAMME, workspace))
    count = len(pages(pdf))
    material = checking.material_of(checking.gather(workspace), count)
    return Made(sample, material, checking.checked(workspace, count), pdf)


def told(checked: Checked, severity: Severity) -> list[str]:
    return [f"{f.rule} {f.place}" for f in checked.findings if f.severity is severity]


def test_the_school_is_the_one_that_was_meant(made):
    result, sample = made.paper.result, made.sample
    zeroed = [d.code for d in result.directions if d.zeroed_by]
    assert len(made.deficits) == sample.zeros
    assert not result.missing
    assert bool(zeroed) == bool(sample.missed)
    below = result.level.level.name == "ниже базового"
    assert below == (sample is BELOW_BASIC)


def test_the_self_check_finds_no_error(made):
    assert told(made.checked, Severity.ERROR) == []
    assert made.checked.ignored == ()


def test_no_year_is_planned_too_steeply(made):
    warned = told(made.checked, Severity.WARN)
    assert [finding for finding in warned if finding.startswith("M5")] == []


def test_every_deficit_has_its_whole_chain(made):
    period = made.paper.programme.years
    for deficit in made.deficits:
        code = deficit.indicator
        assert any(cause.text.strip() for cause in deficit.causes), code
        assert deficit.task or made.material.prepared[f"task:{deficit.code}"], code
        assert deficit.measures, code
        for measure in deficit.measures:
            words = (measure.text, measure.result, measure.indicator)
            assert all(text.strip() for text in words), measure
            assert measure.responsible.strip(), measure
            term = made.material.term(measure)
            assert term.known, measure
            assert not term.outside(period), measure


def test_a_critical_zero_is_answered_in_the_first_year(made):
    first = made.paper.programme.first_year
    planned = {d.indicator: d for d in made.deficits}
    for code in made.sample.missed:
        terms = [made.material.term(m) for m in planned[code].measures]
        assert any(first in term.years for term in terms), code


def test_the_programme_has_the_length_that_is_read(made):
    assert FEWEST_PAGES <= len(pages(made.pdf)) <= MOST_PAGES


def test_the_contents_tell_the_true_pages(made):
    read = [flat(page) for page in pages(made.pdf)]
    entries = listed(made.pdf)
    assert tuple(title for title, _ in entries if title in SECTIONS) == SECTIONS
    for title, page in entries:
        assert title in read[page - 1], (title, page)
    numbers = [page for _, page in entries]
    assert numbers == sorted(numbers)


def test_no_word_leaves_the_page_and_nothing_is_left_to_fill_in(made):
    assert words_outside(made.pdf) == []
    rest = "".join(pages(made.pdf)[1:])
    for placeholder in ("____", "{", "}", "XXX", "None", "наименование учреждения"):
        assert placeholder not in rest, placeholder


def test_the_school_names_itself_and_no_other(made):
    text = run_together(output("pdftotext", made.pdf, "-"))
    own = made.sample.school
    assert run_together(own.short_name) in text
    assert run_together(own.district) in text
    for other in (*SCHOOLS, None):
        if other is made.sample:
            continue
        for name in strange_names(other):
            assert name not in text, name


def strange_names(other: Sample | None) -> tuple[str, ...]:
    """Return what only another school has in its text; None is the demo school."""
    if other is None:
        return ("Тихореченск", "Кедровск")
    school = other.school
    quoted = re.findall("«(.+?)»", school.full_name)
    names = (*quoted, school.district.split()[0], school.settlement, school.director)
    return tuple(run_together(name) for name in names)


def test_a_school_without_upper_classes_says_nothing_of_them(made):
    if "soo" in made.sample.school.programmes:
        assert "11классов" in run_together(output("pdftotext", made.pdf, "-"))
        return
    assert senior_words(made) == []


def senior_words(made: Made) -> list[str]:
    """Return what is said of upper classes outside the names of indicators."""
    text = run_together(output("pdftotext", made.pdf, "-"))
    for indicator in made.paper.form.indicators:
        if LEXICON.senior.search(indicator.name):
            text = text.replace(run_together(indicator.name), "")
    return [text[m.start() - 40 : m.end() + 10] for m in SENIOR_WORDS.finditer(text)]
