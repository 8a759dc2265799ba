"""The analysis of an office's year, down to an answer; results follow the answers."""

from dataclasses import replace

import pytest

from shkola_desktop.app import analytics, consistency
from shkola_desktop.app.analytics import Asked
from shkola_desktop.domain.errors import Cancelled, NoOffice, NoSuchDiagnosis
from shkola_desktop.domain.measures import MeasureBank
from shkola_desktop.domain.results import TOTAL
from shkola_desktop.domain.review import Standing
from tests.support import district
from tests.support.fakes import FakeCatalogue, a_workspace

BANK = MeasureBank(
    "2026",
    "",
    roles=(),
    cross_cutting=(),
    stages=(),
    finance_sources=(),
    risks=(),
    monitoring=(),
    neutral_wording=(),
    criteria=(),
)


def an_office(office=district.DISTRICT, **schools):
    made = a_workspace(catalogue=FakeCatalogue(bank=BANK))
    district.fill(made, office, **schools)
    return made


@pytest.fixture
def workspace():
    return an_office()


def test_a_school_has_no_analytics():
    with pytest.raises(NoOffice):
        analytics.analysis(a_workspace())
    with pytest.raises(NoOffice):
        consistency.differences(a_workspace())


def test_an_office_without_schools_has_an_empty_analysis():
    made = an_office(schools=0, years=())
    found = analytics.analysis(made)
    assert (found.registered, found.counted, found.years) == (0, 0, ())
    assert (found.total, found.deficits, found.changes) == (None, (), ())
    assert found.scope.year == 2026


def test_the_newest_year_is_looked_at_and_drafts_do_not_count(workspace):
    found = analytics.analysis(workspace)
    assert found.scope.year == 2026
    assert (found.registered, found.counted) == (42, 36)
    assert found.standings[Standing.IN_WORK] == 3
    assert found.standings[Standing.NOT_STARTED] == 3
    assert sum(found.standings.values()) == 42
    assert found.total.schools == 36
    assert list(found.names.values()) == ["Направление a", "Направление b"]


def test_an_earlier_year_knows_nothing_of_later_ones(workspace):
    found = analytics.analysis(workspace, Asked(year=2025))
    assert found.counted == 42
    assert [one.year for one in found.history] == [2025]
    assert found.changes == ()


def test_years_stand_beside_each_other(workspace):
    found = analytics.analysis(workspace)
    assert [(one.year, one.schools) for one in found.history] == [
        (2025, 42),
        (2026, 36),
    ]
    (change,) = found.changes
    assert (change.before, change.now, change.whole) == (2025, 2026, True)
    assert [c.direction for c in change.changes] == [TOTAL, "a", "b"]


def test_a_deficit_is_told_against_those_who_were_asked(workspace):
    found = {d.indicator: d for d in analytics.analysis(workspace).deficits}
    # only schools with ОВЗ are asked a.2.2, only those with СОО a.2.1
    marks = analytics.analysis(workspace).marks
    with workspace.open_reading() as work:
        schools = [work.schools.get(mark.school) for mark in marks]
    assert found["a.2.2"].applicable == sum(s.ovz for s in schools)
    assert found["a.2.1"].applicable == sum("soo" in s.programmes for s in schools)
    assert found["a.1.1"].applicable == 36


def test_small_and_rural_schools_are_looked_at_alone(workspace):
    small = analytics.analysis(workspace, Asked(small=True))
    assert all(mark.pupils <= 100 for mark in small.marks)
    assert 0 < small.counted < 36
    rural = analytics.analysis(workspace, Asked(rural=True))
    towns = {"г. Кедров", "пгт Озёрск"}
    assert not towns & {mark.settlement for mark in rural.marks}
    assert rural.registered == 38


def test_a_district_stands_beside_its_region():
    made = an_office(district.REGION)
    whole = analytics.analysis(made)
    one = analytics.analysis(made, Asked(district="7013"))
    assert whole.region
    assert one.district.name == "Ельнинский муниципальный округ"
    assert one.everywhere == whole.averages
    own = [d.average for d in one.by_district if d.district == "7013"]
    assert tuple(own) == one.averages
    assert sum(len(s) > 0 for s in whole.standings_by_district.values()) == 4


def test_places_follow_the_shares(workspace):
    found = analytics.analysis(workspace)
    best = max(found.marks, key=lambda m: m.marks[TOTAL].share)
    assert found.places[best.school] == 1


def test_a_school_can_be_looked_into_down_to_its_answers(workspace):
    mark = analytics.analysis(workspace).marks[0]
    found = analytics.answers_of(mark.diagnosis, "a", workspace)
    assert found.school.code == mark.code
    reached = sum(line.option.points for line in found.lines)
    assert reached == mark.marks["a"].points or mark.marks["a"].zeroed
    for id, direction in (("nothing", "a"), (mark.diagnosis, "nowhere")):
        with pytest.raises(NoSuchDiagnosis):
            analytics.answers_of(id, direction, workspace)


def test_results_that_follow_from_the_answers_show_no_difference(workspace):
    assert consistency.differences(workspace) == ()
    assert consistency.repair(workspace) == 0


def test_what_differs_is_told_and_put_right(workspace):
    mark = analytics.analysis(workspace).marks[0]
    with workspace.open_work() as work:
        right = work.results.get(mark.diagnosis)
        work.results.put(replace(right, points=right.points[:1], shortfalls=()))
        work.commit()
    (found,) = consistency.differences(workspace)
    assert (found.school.code, found.year, found.right) == (mark.code, 2026, right)
    assert consistency.repair(workspace) == 1
    with workspace.open_reading() as work:
        assert work.results.get(mark.diagnosis) == right


def test_the_check_can_be_stopped(workspace):
    with pytest.raises(Cancelled):
        consistency.differences(workspace, lambda: True)
