"""Sums over results: the fake and the databases make the same of the same schools."""

from dataclasses import replace

import pytest

from shkola_desktop.domain.analytics import (
    DirectionAverage,
    DistrictName,
    LevelCount,
    Mark,
    Scope,
    ShortfallCount,
)
from shkola_desktop.domain.applying import form_for
from shkola_desktop.domain.diagnosis import Status
from shkola_desktop.domain.results import TOTAL, StoredPoints, stored_result
from shkola_desktop.domain.scoring import Basis
from tests.support.builders import (
    a_diagnosis,
    a_school,
    a_variant,
    an_answer,
    an_edition,
)

ALL = Scope(2026)
FORM = form_for(an_edition(), a_variant())
BEST = {"a.1.1": "o2", "a.1.2": "o1", "b.1.1": "o2", "b.1.2": "o1"}
WORSE = BEST | {"a.1.1": "o1", "b.1.1": "o1"}
ZEROED = BEST | {"a.1.2": "o0"}


def keep(work, id, options, **fields):
    """A school with one diagnosis and its result; without ОВЗ, НОО and ООО."""
    year, key = fields.pop("year", 2026), fields.pop("key", None)
    completed, school = fields.pop("completed", True), fields
    known = {"code": id, "short_name": f"Школа {id}", "ovz": False, "pupils": 300}
    if work.schools.get(id) is None:
        work.schools.put(a_school(id=id, **{**known, **school}))
    diagnosis = a_diagnosis(
        id=key or f"d-{id}",
        school=id,
        year=year,
        variant=FORM.variant,
        status=Status.COMPLETED if completed else Status.DRAFT,
        answers={code: an_answer(option) for code, option in options.items()},
    )
    work.diagnoses.put(diagnosis)
    result = stored_result(FORM, diagnosis)
    work.results.put(result)
    return result


@pytest.fixture
def four(open_work):
    """Two districts, four schools: the last one has a draft only."""
    with open_work() as work:
        keep(work, "1", BEST, district_code="A", district="Ельнинский", pupils=40)
        keep(work, "2", WORSE, district_code="A", district="Ельнинский")
        keep(work, "3", ZEROED, district_code="B", district="Липовский", pupils=None)
        keep(work, "4", {}, completed=False, district_code="B", district="Липовский")
        work.commit()


def test_years_are_those_of_completed_results(open_work, four):
    with open_work() as work:
        keep(work, "1", BEST, year=2024, key="d-old")
        keep(work, "2", {}, year=2027, key="d-next", completed=False)
        assert work.analytics.years() == (2026, 2024)


def test_districts_are_counted_from_the_registry(open_work, four):
    with open_work() as work:
        assert work.analytics.districts() == (
            DistrictName("A", "Ельнинский", 2),
            DistrictName("B", "Липовский", 2),
        )


def test_every_school_counts_once_in_an_average(open_work, four):
    with open_work() as work:
        found = work.analytics.directions(ALL)
    assert [a.direction for a in found] == [TOTAL, "a", "b"]
    total, a, b = found
    assert (total.schools, total.zeroed) == (3, 1)
    assert total.share == pytest.approx((7 / 7 + 4 / 7 + 4 / 7) / 3)
    assert a == DirectionAverage("a", 3, pytest.approx(5 / 9), 0.0, 1.0, 1)
    assert b == DirectionAverage("b", 3, pytest.approx(2.5 / 3), 0.5, 1.0, 0)


def test_districts_have_averages_of_their_own(open_work, four):
    with open_work() as work:
        found = work.analytics.by_district(ALL)
    assert [(d.district, d.average.direction) for d in found] == [
        ("A", TOTAL),
        ("A", "a"),
        ("A", "b"),
        ("B", TOTAL),
        ("B", "a"),
        ("B", "b"),
    ]
    assert found[1].average.share == pytest.approx((1 + 2 / 3) / 2)
    assert found[4].average.share == 0.0


def test_levels_are_counted_with_their_basis(open_work, four):
    with open_work() as work:
        found = work.analytics.levels(ALL)
    of_a = [count for count in found if count.direction == "a"]
    assert of_a == [
        LevelCount("a", "below", Basis.ORIENTATION, 1),
        LevelCount("a", "high", Basis.ORIENTATION, 1),
        LevelCount("a", "medium", Basis.ORIENTATION, 1),
    ]


def test_a_direction_without_thresholds_has_no_level(open_work, four):
    with open_work() as work:
        result = keep(work, "1", BEST)
        bare = StoredPoints("a", 3, 3, 3, None, None, False, 2, 2)
        work.results.put(replace(result, points=(bare,)))
        scope = Scope(2026, small=True)
        assert work.analytics.levels(scope) == (LevelCount("a", None, None, 1),)


def test_shortfalls_are_counted_by_indicator(open_work, four):
    hash = FORM.edition.hash
    with open_work() as work:
        assert work.analytics.shortfalls(ALL) == (
            ShortfallCount(hash, "a.1.1", 1, 0, 1, critical=False),
            ShortfallCount(hash, "a.1.2", 1, 1, 1, critical=True),
            ShortfallCount(hash, "b.1.1", 1, 0, 2, critical=False),
        )


def test_variants_tell_who_was_asked(open_work, four):
    with open_work() as work:
        (found,) = work.analytics.variants(ALL)
    assert (found.edition, found.schools) == ("tiny", 3)
    assert found.variant == FORM.variant


def test_marks_are_the_rows_of_the_heat_map(open_work, four):
    with open_work() as work:
        found = work.analytics.marks(ALL)
    assert [(m.name, m.district_code) for m in found] == [
        ("Школа 1", "A"),
        ("Школа 2", "A"),
        ("Школа 3", "B"),
    ]
    assert found[2].marks["a"] == Mark(0, 3, "below", zeroed=True)
    assert list(found[0].marks) == [TOTAL, "a", "b"]


@pytest.mark.parametrize(
    ("scope", "registered", "names"),
    [
        (ALL, 4, ["1", "2", "3"]),
        (Scope(2025), 4, []),
        (Scope(2026, district="B"), 2, ["3"]),
        (Scope(2026, small=True), 1, ["1"]),
        (Scope(2026, district="B", small=True), 0, []),
    ],
)
def test_a_scope_keeps_the_schools_that_are_meant(
    open_work, four, scope, registered, names
):
    with open_work() as work:
        assert work.analytics.registered(scope) == registered
        assert [m.code for m in work.analytics.marks(scope)] == names
        counted = work.analytics.directions(scope)
        assert [a.schools for a in counted[:1]] == [len(names)][: len(names)]


def test_villages_are_what_no_town_begins(open_work):
    places = {"1": "с. Тихая Речка", "2": "г. Кедров", "3": "", "4": "100%_ая"}
    with open_work() as work:
        for id, settlement in places.items():
            keep(work, id, BEST, settlement=settlement)
        scope = Scope(2026, towns=("г.", "пгт", "%"))
        assert [m.code for m in work.analytics.marks(scope)] == ["1", "4"]
        assert work.analytics.registered(scope) == 2


def test_of_two_completed_diagnoses_of_a_year_the_later_one_counts(open_work, four):
    with open_work() as work:
        keep(work, "1", WORSE, key="d-1b")
        keep(work, "1", {}, key="d-1c", completed=False)
        (first, *_) = work.analytics.marks(ALL)
        assert first.diagnosis == "d-1b"
        assert work.analytics.directions(ALL)[0].schools == 3
