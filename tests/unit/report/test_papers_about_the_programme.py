"""Every paper about a programme, set in type: nothing odd, nothing outside the page."""

from datetime import date

import pytest

from shkola_desktop.domain.execution import (
    CheckKind,
    CorrectionLine,
    Execution,
    MeasureRecord,
    Progress,
    YearCheck,
)
from shkola_desktop.domain.programme import Cause, Member
from shkola_desktop.domain.programme_parts import Approval as Decision
from shkola_desktop.domain.programme_parts import (
    ApprovalRow,
    PlannedRisk,
    Swot,
    Target,
)
from shkola_desktop.report.execution_report import execution_report
from shkola_desktop.report.founder_letter import founder_letter
from shkola_desktop.report.orders import council_extract, working_group_order
from shkola_desktop.report.pdf.render import render
from shkola_desktop.report.programme.draft import programme
from shkola_desktop.report.road_map_alone import road_map_alone
from shkola_desktop.report.summary import summary
from tests.support.builders import a_deficit, a_measure, a_programme, a_school
from tests.support.papers import (
    BEST,
    FONTS,
    a_material,
    cells,
    output,
    tables,
    texts,
    words_outside,
)

PAPERS = (
    programme,
    summary,
    road_map_alone,
    working_group_order,
    council_extract,
    founder_letter,
    execution_report,
)
LONG = "Достопримечательность-самообследование " * 3
BARE = {
    "school": a_school(
        director="", settlement="", district="", founder="", pupils=None
    ),
    "programme": a_programme(
        deficits=(
            a_deficit(causes=(), measures=()),
            a_deficit(
                code="02",
                measures=(
                    a_measure(
                        text="",
                        result="",
                        indicator="",
                        responsible="",
                        term="",
                        resource="",
                    ),
                ),
            ),
        ),
        targets=(Target("", "", "", ()),),
        risks=(PlannedRisk("", "", ""),),
        team=(Member("", ""),),
        approvals=ApprovalRow(others=(("", Decision()),)),
        finance=(),
        execution=Execution(
            records=(MeasureRecord("m1", 2027, Progress.MOVED),),
            checks=(YearCheck(2027, CheckKind.JUNE, date(2028, 6, 1)),),
            corrections=(CorrectionLine(2027, "", "", "", ""),),
        ),
    ),
}
FULL = {
    "school": a_school(full_name=LONG, founder=LONG, director=LONG),
    "programme": a_programme(
        deficits=(
            a_deficit(
                causes=(Cause(LONG, external=True, task=LONG),),
                depends="no",
                text=LONG,
                measures=(a_measure(text=LONG, term=LONG, finance=LONG),),
            ),
        ),
        targets=(Target(LONG, LONG, LONG, (LONG,) * 4, LONG, LONG, (LONG,)),),
        risks=(PlannedRisk(LONG, LONG, LONG, "high", "low", LONG),),
        swot=Swot((LONG,), (LONG,), (LONG,), (LONG,)),
        team=(Member(LONG, LONG, leads=True, directions=("a", "b")),),
        execution=Execution(
            records=(
                MeasureRecord("m1", 2027, Progress.DROPPED, LONG, LONG),
                MeasureRecord("common-1", 2027, Progress.DONE, LONG, LONG),
            ),
            checks=(YearCheck(2027, CheckKind.JUNE, None, LONG, LONG),),
            corrections=(CorrectionLine(2027, LONG, LONG, LONG, LONG),),
        ),
        approvals=ApprovalRow(
            founder=Decision(by=LONG), others=((LONG, Decision(number=LONG, by=LONG)),)
        ),
    ),
}


@pytest.fixture(params=PAPERS, ids=lambda paper: paper.__name__)
def paper(request):
    return request.param


def spoken(document):
    in_cells = [c for t in tables(document.blocks) for row in cells(t) for c in row]
    return [*texts(document.blocks), *in_cells]


def test_what_is_not_known_leaves_no_trace(paper):
    for answers in (None, BEST):
        for text in spoken(paper(a_material(answers, **BARE))):
            for odd in ("None", "{", "()", ": .", ", ,", " ,", "  ", "«»", "..", "; ;"):
                assert odd not in text, text


def test_the_longest_words_stay_on_the_page(paper, tmp_path):
    pdf = tmp_path / "paper.pdf"
    pdf.write_bytes(render(paper(a_material(**FULL)), FONTS))
    assert words_outside(pdf) == []
    assert "\ufffd" not in output("pdftotext", pdf, "-")
