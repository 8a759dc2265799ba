"""What follows from a programme: expectations by year, what the bank suggests."""

from dataclasses import replace

import pytest

from shkola_desktop.app import (
    answering,
    diagnosing,
    drafting,
    outlook,
    registering,
)
from shkola_desktop.app.versions import Written
from shkola_desktop.domain.errors import NoSuchProgramme
from shkola_desktop.domain.measures import (
    BankCause,
    BankMeasure,
    CriterionMeasures,
    MeasureBank,
)
from tests.support.builders import a_deficit, a_school
from tests.support.fakes import FakeCatalogue, a_workspace
from tests.support.papers import WORST, a_template

MEASURE = BankMeasure(
    "m-1",
    ("b.1.1",),
    "нет кружков",
    "Открыть кружок",
    "кружок работает",
    "число кружков",
    "завуч",
    "1-й год",
    "",
    "none",
)
CRITERION = CriterionMeasures(
    "b.1",
    ("нет кружков",),
    (BankCause("нет педагога"),),
    (BankCause("нет автобуса"),),
    (MEASURE,),
)
BANK = MeasureBank("2026", "", (), (), (), (), (), (), (), (CRITERION,))


@pytest.fixture
def workspace():
    made = a_workspace(catalogue=FakeCatalogue(bank=BANK, template=a_template()))
    registering.save_school(a_school(), made)
    id = diagnosing.start(2026, made).id
    for code, option in WORST.items():
        answering.answer(id, code, option, made)
    drafting.draft(id, made)
    return made


@pytest.fixture
def known(workspace):
    return outlook.outlook_of(workspace)


def by_indicator(known, code):
    return next(d for d in known.programme.deficits if d.indicator == code)


def test_without_a_programme_there_is_no_outlook():
    empty = a_workspace(catalogue=FakeCatalogue(bank=BANK, template=a_template()))
    registering.save_school(a_school(), empty)
    with pytest.raises(NoSuchProgramme):
        outlook.outlook_of(empty)


def test_deficits_are_found_by_code_and_by_measure(known):
    deficit = by_indicator(known, "b.1.1")
    assert known.deficit(deficit.code) is deficit
    assert known.deficit("99") is None
    assert known.deficit_of(deficit.measures[0].id) is deficit
    assert known.deficit_of("nothing") is None


def test_only_deficits_with_measures_are_expected_to_rise(known):
    planned = by_indicator(known, "b.1.1")
    assert known.expectation(planned).now.points == 0
    bare = replace(planned, measures=())
    written = Written(known.programme.with_deficit(bare), known.written.info)
    after = outlook.with_written(known, written)
    assert after.expectation(bare) is None
    assert after.planned.total < known.planned.total
    assert after.written == written


def test_the_result_grows_to_the_planned_one(known):
    totals = [known.until(year).total for year in known.programme.years]
    assert totals == sorted(totals)
    assert totals[-1] == known.planned.total
    assert known.material.result.total < known.planned.total


def test_the_bank_suggests_for_the_shortfall_behind_a_deficit(known):
    deficit = by_indicator(known, "b.1.1")
    assert known.suggested_measures(deficit) == (MEASURE,)
    assert [c.text for c in known.suggested_causes(deficit)] == [
        "нет педагога",
        "нет автобуса",
    ]


def test_nothing_is_suggested_where_the_form_has_no_such_indicator(known):
    strange = a_deficit(indicator="x.9.9")
    assert known.shortfall(strange) is None
    assert known.suggested_causes(strange) == ()
    assert known.suggested_measures(strange) == ()


def test_what_no_deficit_stands_for_can_be_added(known):
    deficit = by_indicator(known, "b.1.1")
    rest = tuple(d for d in known.programme.deficits if d is not deficit)
    shorter = replace(known.programme, deficits=rest)
    after = outlook.with_written(known, Written(shorter, known.written.info))
    assert "b.1.1" in [s.indicator.code for s in after.others]
    assert "b.1.1" not in [s.indicator.code for s in known.others]


def test_measures_come_with_their_deficits_by_direction(known):
    deficit = by_indicator(known, "b.1.1")
    assert known.measures(deficit.direction) == ((deficit, deficit.measures[0]),)
    left = replace(deficit, left_out="решение школы")
    written = Written(known.programme.with_deficit(left), known.written.info)
    assert outlook.with_written(known, written).measures(deficit.direction) == ()


@pytest.mark.parametrize(
    ("position", "expected"),
    [(0, "cab"), (1, "acb"), (2, "abc"), (9, "abc")],
)
def test_a_deficit_is_put_at_a_position(position, expected):
    deficits = tuple(a_deficit(code=code) for code in "abc")
    moved = outlook.reordered(deficits, "c", position)
    assert "".join(d.code for d in moved) == expected
