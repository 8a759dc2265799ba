"""A programme drafted from the deficits: nothing forgotten, the worst first."""

from dataclasses import replace

import pytest

from shkola_desktop.app import (
    answering,
    diagnosing,
    drafting,
    planning,
    registering,
    suggesting,
)
from shkola_desktop.app.outlook import outlook_of, with_written
from shkola_desktop.domain.errors import NoSuchDiagnosis, NoSuchProgramme
from shkola_desktop.domain.measures import (
    BankCause,
    BankMeasure,
    CriterionMeasures,
    MeasureBank,
)
from shkola_desktop.domain.programme import Cause
from tests.support.builders import a_programme, a_school
from tests.support.fakes import FakeCatalogue, a_workspace


def a_bank_measure(id, indicators=("b.1.1",), **fields):
    known = {
        "id": id,
        "indicators": indicators,
        "deficit": "нет кружков",
        "text": f"Мероприятие {id}",
        "result": "кружок работает",
        "indicator": "число кружков",
        "responsible": "завуч",
        "term": "1-й год",
        "rural_hint": "Через сетевой договор",
        "resource": "none",
    }
    return BankMeasure(**{**known, **fields})


def a_bank(*measures):
    criterion = CriterionMeasures(
        criterion="b.1",
        deficits=("нет кружков",),
        internal_causes=(BankCause("нет педагога"), BankCause("нет помещения")),
        external_causes=(BankCause("нет автобуса"), BankCause("мало детей")),
        measures=measures,
    )
    return MeasureBank("2026", "", (), (), (), (), (), (), (), (criterion,))


BANK = a_bank(
    a_bank_measure("m-dear", resource="budget"),
    a_bank_measure("m-senior", programmes=("soo",)),
    a_bank_measure("m-free"),
    a_bank_measure("m-other", indicators=("b.1.2",)),
    a_bank_measure("m-partner", resource="partner"),
)


def workspace_with(school=None, options=None):
    workspace = a_workspace(catalogue=FakeCatalogue(bank=BANK))
    registering.save_school(school or a_school(), workspace)
    id = diagnosing.start(2026, workspace).id
    for code, option in (options or {}).items():
        answering.answer(id, code, option, workspace)
    return workspace, id


ZEROS = {"a.1.1": "o0", "a.1.2": "o0", "b.1.1": "o0", "b.1.2": "o1"}


def test_every_zero_becomes_a_deficit_and_a_critical_one_comes_first():
    workspace, id = workspace_with(options=ZEROS)
    programme = drafting.draft(id, workspace)
    found = [(d.code, d.indicator, d.direction) for d in programme.deficits]
    # then the zero that costs 3 points before the one that costs 2
    assert found == [("01", "a.1.2", "a"), ("02", "b.1.1", "b"), ("03", "a.1.1", "a")]
    assert programme.deficits[0].text == "Показатель a.1.2: значение 0"
    assert (programme.first_year, programme.last_year) == (2027, 2030)
    assert planning.programme_of(workspace) == programme
    assert planning.load(programme.id, workspace) == programme


def test_a_diagnosis_without_zeros_gives_an_empty_plan():
    workspace, id = workspace_with(options={"a.1.1": "o1"})
    assert drafting.draft(id, workspace).deficits == ()


def test_an_unanswered_indicator_is_no_deficit():
    workspace, id = workspace_with(options={"a.1.1": "o0"})
    found = [d.indicator for d in drafting.draft(id, workspace).deficits]
    assert found == ["a.1.1"]


def test_a_deficit_gets_the_cheapest_measures_and_one_cause_of_each_sort():
    workspace, id = workspace_with(a_school(pupils=500), {"b.1.1": "o0"})
    (deficit,) = drafting.draft(id, workspace).deficits
    assert [m.bank_id for m in deficit.measures] == ["m-free", "m-partner"]
    assert deficit.measures[0].text == "Мероприятие m-free"
    assert deficit.causes == (
        Cause("нет педагога", external=False),
        Cause("нет автобуса", external=True),
    )
    assert len({m.id for m in deficit.measures}) == 2


@pytest.mark.parametrize(
    ("pupils", "text"),
    [
        (100, "Мероприятие m-free. Через сетевой договор"),
        (101, "Мероприятие m-free"),
        (None, "Мероприятие m-free"),
    ],
)
def test_a_small_school_gets_the_rural_variant(pupils, text):
    workspace, id = workspace_with(a_school(pupils=pupils), {"b.1.1": "o0"})
    assert drafting.draft(id, workspace).deficits[0].measures[0].text == text


def left_over(programme, workspace):
    """The shortfalls that no deficit of this programme stands for."""
    seen = outlook_of(workspace)
    return with_written(seen, replace(seen.written, programme=programme)).others


def test_measures_for_other_programmes_are_left_out():
    wider = a_school(programmes=("noo", "ooo", "soo"))
    for school, codes in (
        (a_school(), ["m-free", "m-partner", "m-dear"]),
        (wider, ["m-senior", "m-free", "m-partner", "m-dear"]),
    ):
        workspace, id = workspace_with(school, {"b.1.1": "o1"})
        programme = drafting.draft(id, workspace)
        (shortfall,) = left_over(programme, workspace)
        found = suggesting.suggested_measures(shortfall, school, BANK)
        assert [m.id for m in found] == codes


def test_other_shortfalls_are_offered_and_can_be_added():
    workspace, id = workspace_with(options={**ZEROS, "a.1.1": "o1"})
    programme = drafting.draft(id, workspace)
    assert [d.indicator for d in programme.deficits] == ["a.1.2", "b.1.1"]
    (offered,) = left_over(programme, workspace)
    assert (offered.indicator.code, offered.lost) == ("a.1.1", 1)
    without_first = replace(programme, deficits=programme.deficits[1:])
    wider = planning.with_shortfall(without_first, offered, workspace)
    assert [d.code for d in wider.deficits] == ["02", "03"]
    left = left_over(wider, workspace)
    assert [s.indicator.code for s in left] == ["a.1.2"]


PARTIAL = CriterionMeasures(
    criterion="b.1",
    deficits=(),
    internal_causes=(
        BankCause("нет лицензии", ("b.1.2",)),
        BankCause("нет педагога"),
        BankCause("нет системы", ("b.1.1",)),
    ),
    external_causes=(BankCause("мало детей", ("b.1.2",)),),
    measures=(),
)
"""What is known of b.1.1 and b.1.2 apart."""


def test_a_deficit_takes_its_own_causes_and_none_of_others():
    bank = replace(BANK, criteria=(PARTIAL,))
    workspace = a_workspace(catalogue=FakeCatalogue(bank=bank))
    registering.save_school(a_school(), workspace)
    id = diagnosing.start(2026, workspace).id
    for code in ("b.1.1", "b.1.2"):
        answering.answer(id, code, "o0", workspace)
    planned = {d.indicator: d for d in drafting.draft(id, workspace).deficits}
    texts = {code: [c.text for c in d.causes] for code, d in planned.items()}
    assert texts["b.1.1"] == ["нет системы"]
    assert texts["b.1.2"] == ["нет лицензии", "мало детей"]


def test_the_own_causes_are_offered_first_and_those_of_others_last():
    workspace, id = workspace_with(options={"b.1.1": "o1"})
    programme = drafting.draft(id, workspace)
    (found,) = left_over(programme, workspace)
    bank = replace(BANK, criteria=(PARTIAL,))
    offered = [c.text for c in suggesting.suggested_causes(found, bank)]
    assert offered == ["нет системы", "нет педагога", "нет лицензии", "мало детей"]


def test_every_cause_of_the_criterion_is_suggested():
    workspace, id = workspace_with(options={"b.1.1": "o1", "a.1.1": "o1"})
    programme = drafting.draft(id, workspace)
    found = {s.indicator.code: s for s in left_over(programme, workspace)}
    causes = suggesting.suggested_causes(found["b.1.1"], BANK)
    assert [(c.text, c.external) for c in causes] == [
        ("нет педагога", False),
        ("нет помещения", False),
        ("нет автобуса", True),
        ("мало детей", True),
    ]
    assert suggesting.suggested_causes(found["a.1.1"], BANK) == ()


def test_a_changed_programme_is_kept():
    workspace, id = workspace_with(options=ZEROS)
    programme = drafting.draft(id, workspace)
    changed = replace(programme, goal="Стать лучше")
    assert planning.save(changed, workspace) == changed
    assert planning.load(programme.id, workspace) == changed


def test_what_is_not_there_is_told():
    workspace, _ = workspace_with()
    assert planning.programme_of(workspace) is None
    with pytest.raises(NoSuchDiagnosis):
        drafting.draft("x", workspace)
    with pytest.raises(NoSuchProgramme):
        planning.load("p1", workspace)
    with pytest.raises(NoSuchProgramme):
        planning.save(a_programme(), workspace)
