"""A new programme begun empty, or from the one before."""

from dataclasses import replace
from datetime import date

import pytest

from shkola_desktop.app import answering, diagnosing, drafting, planning
from shkola_desktop.domain.continuing import carried_over
from shkola_desktop.domain.errors import NoSuchDiagnosis
from shkola_desktop.domain.programme import Member
from shkola_desktop.domain.programme_parts import (
    Addressee,
    Approval,
    ApprovalRow,
    PaperSettings,
    PlannedMonitoring,
    PlannedRisk,
    Target,
)
from tests.support.builders import a_programme
from tests.unit.app.test_planning import ZEROS, workspace_with

TEAM = (Member("А. Б.", "директор", leads=True),)
RISKS = (PlannedRisk("паводок", "нет подвоза", "запас"),)
WATCHED = (PlannedMonitoring("кружки", "опрос", "весной", "завуч", "педсовет"),)


@pytest.fixture
def known():
    """A workspace and the first programme: a.1.2, b.1.1 and a.1.1 in this order."""
    workspace, id = workspace_with(options=ZEROS)
    first = drafting.draft(id, workspace)
    return workspace, first


def next_year(workspace, options, year=2027):
    id = diagnosing.start(year, workspace).id
    for code, option in options.items():
        answering.answer(id, code, option, workspace)
    return id


def test_what_is_closed_goes_and_what_is_new_comes_last(known):
    workspace, first = known
    options = {"a.1.1": "o0", "a.1.2": "o1", "b.1.1": "o1", "b.1.2": "o0"}
    id = next_year(workspace, options)
    made = drafting.draft_from_earlier(first, id, workspace)
    assert [(d.code, d.indicator, d.text) for d in made.deficits] == [
        ("01", "b.1.1", "Показатель b.1.1: значение 1"),
        ("02", "a.1.1", "Показатель a.1.1: значение 0"),
        ("03", "b.1.2", "Показатель b.1.2: значение 0"),
    ]
    earlier = first.deficits[1]
    assert made.deficits[0].measures == earlier.measures
    assert made.deficits[0].causes == earlier.causes
    assert [m.bank_id for m in made.deficits[2].measures] == ["m-other"]
    assert planning.programme_of(workspace) == made
    assert planning.load(first.id, workspace) == first


def test_own_words_of_a_deficit_and_what_is_not_answered_stay(known):
    workspace, first = known
    own = replace(first.deficits[1], text="Нет кружков", left_out="позже")
    earlier = first.with_deficit(own)
    id = next_year(workspace, {"b.1.1": "o1"})
    made = drafting.draft_from_earlier(earlier, id, workspace)
    assert [d.indicator for d in made.deficits] == ["a.1.2", "b.1.1", "a.1.1"]
    kept = made.deficits[1]
    assert (kept.text, kept.left_out) == ("Нет кружков", "позже")


def test_a_deficit_that_the_form_does_not_ask_goes(known):
    workspace, first = known
    strange = replace(first.deficits[0], indicator="a.2.1")
    id = next_year(workspace, {})
    made = drafting.draft_from_earlier(first.with_deficit(strange), id, workspace)
    assert [d.indicator for d in made.deficits] == ["b.1.1", "a.1.1"]


def test_team_layout_and_own_lists_are_taken_over(known):
    workspace, first = known
    earlier = replace(
        first,
        goal="Прежняя цель",
        preset="volgograd",
        paper=PaperSettings(size=14),
        team=TEAM,
        risks=RISKS,
        monitoring=WATCHED,
        finance=("бюджет",),
    )
    made = drafting.draft_from_earlier(earlier, earlier.diagnosis, workspace)
    assert (made.team, made.risks, made.monitoring) == (TEAM, RISKS, WATCHED)
    assert (made.finance, made.preset, made.paper.size) == (
        ("бюджет",),
        "volgograd",
        14,
    )
    assert (made.goal, made.changes, made.id != earlier.id) == ("", (), True)


@pytest.mark.parametrize(
    ("values", "base"),
    [(("45", "50", "", ""), "50"), (("", " ", "", ""), "40"), ((), "40")],
)
def test_targets_begin_where_the_earlier_ones_ended(known, values, base):
    workspace, first = known
    earlier = replace(first, targets=(Target("Кружки", "%", "40", values),))
    made = drafting.draft_from_earlier(earlier, earlier.diagnosis, workspace)
    assert made.targets == (Target("Кружки", "%", base, ("",) * 4),)


@pytest.mark.parametrize(
    ("last", "period"), [(2030, (2031, 2034)), (2027, (2029, 2032))]
)
def test_the_period_begins_after_both_years(known, last, period):
    workspace, first = known
    id = next_year(workspace, {}, year=2028)
    earlier = replace(first, last_year=last)
    made = drafting.draft_from_earlier(earlier, id, workspace)
    assert (made.first_year, made.last_year) == period


def test_an_empty_programme_has_a_period_alone(known):
    workspace, first = known
    made = drafting.draft_empty(first.diagnosis, workspace)
    assert (made.deficits, made.first_year, made.last_year) == ((), 2027, 2030)
    assert planning.programme_of(workspace) == made
    assert planning.load(first.id, workspace) == first


def test_a_diagnosis_that_is_not_there_is_told(known):
    workspace, first = known
    with pytest.raises(NoSuchDiagnosis):
        drafting.draft_empty("x", workspace)
    with pytest.raises(NoSuchDiagnosis):
        drafting.draft_from_earlier(first, "x", workspace)


def test_the_founders_head_stays_and_nothing_else_is_decided():
    head = Addressee("начальник", "Петров")
    decided = ApprovalRow(order=Approval(date(2026, 9, 1), "5"), addressee=head)
    earlier = a_programme(approvals=decided)
    assert carried_over(earlier, a_programme()).approvals == ApprovalRow(addressee=head)
