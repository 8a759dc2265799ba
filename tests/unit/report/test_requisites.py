"""Requisites: told where they are known, blanks where a hand fills in."""

from datetime import date

from shkola_desktop.domain.programme_parts import Approval as Decision
from shkola_desktop.report.document import Approval, Approvals, Paragraph, Style
from shkola_desktop.report.requisites import (
    dated,
    issued,
    name_of,
    numbered,
    signature,
)
from tests.support.builders import a_school


def test_a_decision_is_told_as_far_as_it_is_known():
    assert numbered(Decision()) == "от ____________ № _____"
    assert numbered(Decision(date(2026, 8, 29))) == "от 29.08.2026 № _____"
    assert numbered(Decision(number=" 1 ")) == "от ____________ № 1"


def test_a_date_is_told_in_words_or_left_open():
    assert dated(date(2026, 8, 29)) == "29\u00a0августа 2026\u00a0г."
    assert dated(None) == "«____» ____________ 20___ г."


def test_lines_of_requisites_stand_side_by_side():
    assert issued() == Approvals(
        (
            Approval("", "«____» ____________ 20___ г.", ""),
            Approval("", "", ""),
            Approval("", "№ _____", ""),
        )
    )
    assert signature("Директор", "").blocks[2] == Approval(
        "", "____________________", ""
    )


def test_the_quoted_name_begins_a_line():
    assert name_of(a_school()) == Paragraph(
        "МБОУ\n«Тихореченская основная общеобразовательная школа»", Style.CENTRED
    )
