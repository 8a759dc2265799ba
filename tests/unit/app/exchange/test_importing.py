"""Enrolments and reviews: who is above us, what was decided about us."""

from dataclasses import replace

import pytest

from shkola_desktop.app import offices, registering
from shkola_desktop.app.exchange import importing
from shkola_desktop.app.exchange.dispatching import RECOVERY
from shkola_desktop.app.exchange.looking import State
from shkola_desktop.app.exchange.receiving import OutcomeState
from shkola_desktop.domain.contents import Average, Review
from shkola_desktop.domain.errors import FormError, PackageOfOther
from shkola_desktop.domain.office import Office, Role
from shkola_desktop.domain.package import PackageKind
from tests.support.builders import a_school
from tests.support.packages import (
    DISTRICT,
    a_content,
    a_decision,
    an_entry,
)
from tests.unit.app.exchange.conftest import a_side

ENROLMENT = {"kind": PackageKind.ENROLMENT}
REVIEW = {"kind": PackageKind.REVIEW}


@pytest.fixture
def school():
    side = a_side()
    registering.save_school(a_school(), side.workspace)
    return side


@pytest.fixture
def enrolment():
    return replace(a_content(PackageKind.ENROLMENT), pack_text="", pack_id="")


def take_in(side, content, **header):
    path = side.put(content, words_only=True, **header)
    (looked,) = side.look(path)
    assert looked.state is State.STRANGER
    return side.read(path, trusted=frozenset({looked.header.id}))


def test_an_empty_workspace_learns_who_it_is(enrolment):
    side = a_side()
    acceptance = take_in(side, enrolment, **ENROLMENT)
    assert [o.state for o in acceptance.outcomes] == [OutcomeState.IMPORTED]
    with side.work() as work:
        (school,) = work.schools.list()
        assert (school.id, school.code) == ("701204", "701204")
        assert work.offices.get("7012").name == "Управление образования"
        assert work.correspondents.get("7012").keys.minisign == "RWschool"
        assert work.settings.get(RECOVERY) == enrolment.recovery
        assert work.settings.get(importing.TERM) == "2026-12-01"


def test_a_school_keeps_its_own_data_and_learns_its_codes(school, enrolment):
    entry = replace(enrolment.school, district_code="7099", full_name="Чужое имя")
    take_in(school, replace(enrolment, school=entry), **ENROLMENT)
    with school.work() as work:
        (kept,) = work.schools.list()
        assert (kept.id, kept.district_code) == ("s1", "7099")
        assert kept.full_name == a_school().full_name


def test_an_enrolment_of_another_school_is_refused(school, enrolment):
    entry = replace(enrolment.school, code="700000")
    acceptance = take_in(school, replace(enrolment, school=entry), **ENROLMENT)
    assert isinstance(acceptance.outcomes[0].fault, PackageOfOther)


def test_a_district_is_enrolled_by_its_region(enrolment):
    side = a_side()
    offices.save_office(replace(DISTRICT, region="?"), side.workspace)
    region = Office("70", "Институт", Role.REGION, "70", "Томская область")
    content = replace(enrolment, sender=region, school=None, office=DISTRICT)
    take_in(side, content, sender="70", receiver="7012", **ENROLMENT)
    office = offices.office_of(side.workspace)
    assert (office.region, office.region_name) == ("70", "Томская область")


def test_a_form_with_faults_refuses_the_enrolment(school, enrolment):
    def broken(text):
        raise FormError(())

    school.workspace.catalogue.from_pack = broken
    acceptance = take_in(school, replace(enrolment, pack_text="{}"), **ENROLMENT)
    assert isinstance(acceptance.outcomes[0].fault, FormError)
    with school.work() as work:
        assert work.offices.list() == ()


def enrolled(school, enrolment):
    take_in(school, enrolment, **ENROLMENT)
    return school


def test_a_review_brings_remarks_decisions_and_averages(school, enrolment):
    enrolled(school, enrolment)
    average = Average("a", 1.5, 3.0, 12)
    review = Review(DISTRICT, (a_decision(),), (an_entry(),), (average,))
    id = "9f6b3c52-6f0a-4ed7-9a5b-3a8f5a1d2c3e"
    school.read(school.put(review, id=id, sequence=4, **REVIEW))
    with school.work() as work:
        assert [e.school for e in work.reviews.entries("s1")] == ["s1"]
        assert [d.school for d in work.reviews.decisions("s1")] == ["s1"]
        kept = work.settings.get(importing.AVERAGES)
    assert importing.averages_from(kept) == (average,)


def test_a_review_of_another_school_is_refused(school, enrolment):
    enrolled(school, enrolment)
    review = Review(DISTRICT, (), (an_entry(school="70/7012/999999"),))
    id = "9f6b3c52-6f0a-4ed7-9a5b-3a8f5a1d2c3e"
    acceptance = school.read(school.put(review, id=id, sequence=4, **REVIEW))
    assert isinstance(acceptance.outcomes[0].fault, PackageOfOther)


def test_a_district_keeps_what_a_region_says_of_its_own_schools(district):
    other = an_entry(id="e2", school="70/7099/1")
    review = Review(replace(DISTRICT, code="70"), (a_decision(),), (an_entry(), other))
    path = district.put(review, sender="70", receiver="7012", words_only=True, **REVIEW)
    (looked,) = district.look(path)
    district.read(path, trusted=frozenset({looked.header.id}))
    with district.work() as work:
        assert [e.id for e in work.reviews.entries()] == ["e1"]


@pytest.mark.parametrize("text", ["", "nonsense", "[1]", '{"a": 1}', None])
def test_broken_averages_are_none(text):
    assert importing.averages_from(text) == ()
