"""The year of an office: every school with its standing, what came last."""

from dataclasses import replace

import pytest

from shkola_desktop.app import offices
from shkola_desktop.app.campaign import campaign
from shkola_desktop.domain.applying import form_for
from shkola_desktop.domain.errors import NoOffice
from shkola_desktop.domain.ledger import Receiving, ReceivingState
from shkola_desktop.domain.office import Office, Role, school_key
from shkola_desktop.domain.package import PackageKind
from shkola_desktop.domain.results import stored_result
from shkola_desktop.domain.review import Decision, Standing, Verdict
from tests.support.builders import NOON, a_diagnosis, a_school, a_variant, an_edition
from tests.support.fakes import a_workspace

DISTRICT = Office("7012", "Управление образования", Role.DISTRICT, "70", "Область")
FORM = form_for(an_edition(), a_variant())


def key(code):
    return school_key("70", "7012", code)


def school(code, name):
    return a_school(id=key(code), code=code, short_name=name)


def result(code, year=2026, *, completed=True):
    diagnosis = a_diagnosis({"a.1.1": "o1"}, id=f"d-{code}-{year}", school=key(code))
    made = replace(diagnosis.completed(NOON) if completed else diagnosis, year=year)
    return stored_result(FORM, made)


def receiving(code, sequence=1, state=ReceivingState.IMPORTED):
    return Receiving(
        f"p-{code}-{sequence}-{state.value}",
        PackageKind.DIAGNOSIS,
        code,
        sequence,
        state,
        NOON,
        "x.shkola",
        1,
        "ab",
    )


def decision(code, verdict, sequence=1, year=2026):
    return Decision(
        f"e-{code}-{verdict.value}",
        key(code),
        f"d-{code}-{year}",
        sequence,
        verdict,
        Role.DISTRICT,
        "М",
        NOON,
        1,
    )


@pytest.fixture
def workspace():
    return a_workspace()


@pytest.fixture
def district(workspace):
    offices.save_office(DISTRICT, workspace)
    with workspace.open_work() as work:
        for code, name in (("1", "Вишня"), ("2", "Арбуз"), ("3", "Берёза")):
            work.schools.put(school(code, name))
        work.commit()
    return workspace


def test_a_school_is_no_office(workspace):
    with pytest.raises(NoOffice):
        campaign(workspace)


def test_schools_are_listed_by_name_and_have_not_started(district):
    found = campaign(district)
    assert [s.school.short_name for s in found.schools] == ["Арбуз", "Берёза", "Вишня"]
    assert found.counts == {Standing.NOT_STARTED: 3}
    assert (found.office, found.recent) == (DISTRICT, ())


def test_standings_follow_what_came_and_what_was_decided(district):
    with district.open_work() as work:
        work.results.put(result("1"))
        work.results.put(result("2", completed=False))
        work.results.put(result("3"))
        for code in ("1", "2", "3"):
            work.receivings.put(receiving(code))
        work.reviews.add_decisions([decision("3", Verdict.RETURNED)])
        work.commit()
    found = {s.school.code: s.standing for s in campaign(district).schools}
    assert found == {
        "1": Standing.HANDED_IN,
        "2": Standing.IN_WORK,
        "3": Standing.RETURNED,
    }


def test_a_newer_hand_over_is_to_be_reviewed_anew(district):
    with district.open_work() as work:
        work.results.put(result("1"))
        work.receivings.put(receiving("1", 1))
        work.receivings.put(receiving("1", 2))
        work.receivings.put(receiving("1", 3, ReceivingState.REFUSED))
        work.reviews.add_decisions([decision("1", Verdict.ACCEPTED)])
        work.commit()
    (state,) = [s for s in campaign(district).schools if s.school.code == "1"]
    assert state.standing is Standing.HANDED_IN
    assert state.received is not None
    assert state.received.sequence == 2


def test_last_year_says_nothing_about_this_one(district):
    with district.open_work() as work:
        work.results.put(result("1", 2025))
        work.receivings.put(receiving("1"))
        work.reviews.add_decisions([decision("1", Verdict.ACCEPTED, year=2025)])
        work.commit()
    assert campaign(district).counts == {Standing.NOT_STARTED: 3}
    assert campaign(district, 2025).counts[Standing.ACCEPTED] == 1
