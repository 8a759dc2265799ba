"""Cases of names and positions: suggested, put right, remembered, given back."""

import pytest

from shkola_desktop.app import declining, registering, reporting
from shkola_desktop.app.material import gather, with_cases
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.declension import LONGEST_FORM, Case
from shkola_desktop.domain.documents import DocumentKind
from shkola_desktop.domain.errors import ResourceMissing
from shkola_desktop.domain.programme import Member
from shkola_desktop.domain.programme_parts import Addressee, ApprovalRow
from tests.support.builders import a_diagnosis, a_programme, a_school
from tests.support.fakes import FakeDeclension, a_workspace


def a_school_workspace(**ports):
    workspace = a_workspace(**ports)
    registering.save_school(a_school(), workspace)
    return workspace


def forms(position, workspace):
    return declining.position_in_cases(position, workspace).declined


def test_a_correction_holds_for_the_text_wherever_it_stands():
    workspace = a_school_workspace()
    declining.correct(" завуч ", Case.DATIVE, " нашему   завучу ", workspace)
    assert forms("завуч", workspace).dative == "нашему завучу"
    assert forms("завуч", workspace).genitive == "завуч-genitive"
    assert forms("директор", workspace).dative == "директор-dative"
    assert declining.name_in_cases("завуч", workspace).declined.dative == (
        "нашему завучу"
    )


def test_what_was_suggested_stays_beside_what_was_put_right():
    workspace = a_school_workspace()
    declining.correct("завуч", Case.DATIVE, "завучу", workspace)
    shown = declining.position_in_cases("завуч", workspace)
    assert shown.suggested.dative == "завуч-dative"
    assert [(c.case, c.form) for c in shown.corrected] == [(Case.DATIVE, "завучу")]


def test_an_empty_form_and_giving_back_bring_the_suggestion():
    workspace = a_school_workspace()
    declining.correct("завуч", Case.DATIVE, "завучу", workspace)
    declining.correct("завуч", Case.DATIVE, " ", workspace)
    assert forms("завуч", workspace).dative == "завуч-dative"
    declining.correct("завуч", Case.DATIVE, "завучу", workspace)
    declining.correct("завуч", Case.GENITIVE, "завуча", workspace)
    declining.give_back("завуч", workspace)
    assert declining.position_in_cases("завуч", workspace).corrected == ()


def test_a_correction_is_logged_once_and_never_too_long():
    workspace = a_school_workspace()
    declining.correct("завуч", Case.DATIVE, "у" * 1_000, workspace)
    declining.correct("завуч", Case.DATIVE, "у" * LONGEST_FORM, workspace)
    with workspace.open_reading() as work:
        found = [a for a in work.actions.list() if a.kind is ActionKind.FORM_CORRECTED]
    assert [(a.subject, len(a.new)) for a in found] == [("завуч", LONGEST_FORM)]


def test_the_people_of_a_paper_come_declined():
    workspace = a_school_workspace()
    programme = a_programme(
        team=(Member("Иванова", "учитель"),),
        approvals=ApprovalRow(addressee=Addressee("начальник", "Петров")),
    )
    with workspace.open_work() as work:
        work.diagnoses.put(a_diagnosis())
        work.programmes.put(programme)
        work.commit()
    declining.correct("учитель", Case.ACCUSATIVE, "учительницу", workspace)
    cases = with_cases(gather(workspace), workspace).cases
    assert cases.of("учитель", Case.ACCUSATIVE) == "учительницу"
    assert cases.of("Иванова", Case.DATIVE) == "Иванова-dative"
    assert cases.of("начальник", Case.DATIVE) == "начальник-dative"
    assert cases.of("Петров", Case.DATIVE) == "Петров-dative"
    assert cases.of("А. П. Соболева", Case.DATIVE) == "А. П. Соболева-dative"
    assert cases.of("кто-то", Case.DATIVE) == "кто-то"


def test_without_the_dictionary_papers_take_what_was_put_right():
    broken = FakeDeclension(ResourceMissing("dictionary"))
    workspace = a_school_workspace(declension=broken)
    declining.correct("завуч", Case.DATIVE, "завучу", workspace)
    cases = declining.cases_for(("Иванова",), ("завуч", ""), workspace)
    assert cases.of("завуч", Case.DATIVE) == "завучу"
    assert cases.of("Иванова", Case.DATIVE) == "Иванова"
    with pytest.raises(ResourceMissing):
        declining.name_in_cases("Иванова", workspace)


def test_a_correction_outdates_the_papers_that_name_people_alone():
    workspace = a_school_workspace()

    def states():
        kinds = (DocumentKind.ORDER, DocumentKind.PROGRAMME)
        return [reporting.state_of(kind, workspace) for kind in kinds]

    order, programme = states()
    declining.correct("завуч", Case.DATIVE, "завучу", workspace)
    changed, same = states()
    assert changed != order
    assert same == programme
