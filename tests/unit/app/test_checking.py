"""The self-check over a workspace: gathered, ignored with a reason, taken back."""

from dataclasses import replace

import pytest

from shkola_desktop.app import (
    answering,
    checking,
    diagnosing,
    drafting,
    planning,
    registering,
)
from shkola_desktop.app.material import gather
from shkola_desktop.domain.errors import NoSuchProgramme, ReasonMissing
from shkola_desktop.domain.programme_parts import Ignored
from shkola_desktop.domain.self_check.finding import Finding, Severity
from tests.support.builders import a_school
from tests.support.fakes import FakeCatalogue, a_workspace
from tests.support.papers import WORST, a_bank, a_template


def a_drafted_workspace():
    catalogue = FakeCatalogue(bank=a_bank(), template=a_template())
    workspace = a_workspace(catalogue=catalogue)
    registering.save_school(a_school(founder="Район"), workspace)
    id = diagnosing.start(2026, workspace).id
    for code, option in WORST.items():
        answering.answer(id, code, option, workspace)
    diagnosing.complete(id, workspace)
    return workspace, drafting.draft(id, workspace)


def rules(checked):
    return {(f.rule, f.place) for f in checked.findings}


def test_the_newest_programme_is_checked_with_its_generated_texts():
    workspace, _ = a_drafted_workspace()
    found = rules(checking.checked(workspace))
    # the bank of the test knows no measures, the school named no site
    assert {("L3", "deficit:01"), ("C6", "school:site"), ("C5", "team")} <= found
    assert not any(rule in {"M4", "K1", "K3"} for rule, _ in found)
    assert ("C3", "passport:goal") not in found  # the generated goal fills the row


def test_the_generated_texts_stand_at_their_places():
    workspace, programme = a_drafted_workspace()
    texts = checking.prepared_texts(gather(workspace))
    assert texts["passport:period"] == "2027–2030 годы"
    assert texts["passport:goal"].startswith("К 2030 году подготовить устранение")
    assert texts["passport:tasks"].count("\n") == 1
    codes = {f"task:{deficit.code}" for deficit in programme.included}
    assert codes <= set(texts)


def test_the_length_of_the_document_is_judged_where_it_is_known():
    workspace, _ = a_drafted_workspace()
    assert ("F6", "pages") not in rules(checking.checked(workspace))
    assert ("F6", "pages") in rules(checking.checked(workspace, pages=130))


def test_there_has_to_be_a_programme():
    workspace = a_workspace(catalogue=FakeCatalogue(bank=a_bank()))
    registering.save_school(a_school(), workspace)
    with pytest.raises(NoSuchProgramme):
        checking.checked(workspace)


SITE = Finding("C6", Severity.WARN, "school:site")


def test_a_finding_is_ignored_with_a_reason_once_the_programme_is_saved():
    workspace, programme = a_drafted_workspace()
    changed = checking.ignore(SITE, " сайт переезжает ", programme)
    assert changed.ignored == (Ignored("C6", "school:site", "сайт переезжает"),)
    planning.save(changed, workspace)
    checked = checking.checked(workspace)
    assert ("C6", "school:site") not in rules(checked)
    assert [(i.finding.rule, i.reason) for i in checked.ignored] == [
        ("C6", "сайт переезжает")
    ]


def test_nothing_is_ignored_without_a_reason():
    _, programme = a_drafted_workspace()
    for reason in ("", "  \n"):
        with pytest.raises(ReasonMissing):
            checking.ignore(SITE, reason, programme)


def test_the_last_reason_counts():
    _, programme = a_drafted_workspace()
    once = checking.ignore(SITE, "первая", programme)
    twice = checking.ignore(SITE, "вторая", once)
    assert [one.reason for one in twice.ignored] == ["вторая"]


def test_a_finding_is_taken_seriously_again():
    _, programme = a_drafted_workspace()
    other = Ignored("C5", "team", "назначит приказ")
    ignored = checking.ignore(SITE, "да", replace(programme, ignored=(other,)))
    assert checking.no_longer_ignored(SITE, ignored).ignored == (other,)
    assert checking.no_longer_ignored(SITE, programme) == programme
