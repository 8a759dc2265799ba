"""Information about the school: filled once, kept, taken up next year."""

from datetime import UTC, datetime

import pytest

from shkola_desktop.app import (
    answering,
    diagnosing,
    drafting,
    registering,
    reporting,
    school_info,
)
from shkola_desktop.app.material import gather
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.documents import DocumentKind
from shkola_desktop.domain.errors import NoSchool
from shkola_desktop.domain.school_info import SchoolInfo, Staff, YearFigures
from tests.support.builders import a_school, an_info
from tests.support.fakes import FakeCatalogue, FixedClock, a_workspace
from tests.support.papers import WORST, a_bank, a_template


@pytest.fixture
def workspace():
    catalogue = FakeCatalogue(bank=a_bank(), template=a_template())
    workspace = a_workspace(catalogue=catalogue)
    registering.save_school(a_school(), workspace)
    return workspace


def log(workspace):
    with workspace.open_work() as work:
        return [(a.kind, a.subject, a.new) for a in work.actions.list()]


def test_before_it_was_filled_in_it_is_empty(workspace):
    assert school_info.info_of(workspace) == SchoolInfo()
    empty = a_workspace()
    with pytest.raises(NoSchool):
        school_info.info_of(empty)
    with pytest.raises(NoSchool):
        school_info.save_info(an_info(), empty)


def test_a_change_is_kept_and_noted_once_with_its_parts(workspace):
    before = log(workspace)
    info = SchoolInfo(transport="автобус", achievements=("грамота",))
    assert school_info.save_info(info, workspace) == info
    school_info.save_info(info, workspace)
    assert school_info.info_of(workspace) == info
    entry = (ActionKind.SCHOOL_INFO_CHANGED, "s1", "transport achievements")
    assert log(workspace) == [entry, *before]


def test_what_the_schools_data_lack_is_taken_from_the_newest_year(workspace):
    registering.save_school(a_school(pupils=None), workspace)
    school_info.save_info(an_info(), workspace)
    school = registering.school_of(workspace)
    assert (school.pupils, school.class_sets, school.teachers) == (64, 6, 13)
    assert log(workspace)[0] == (ActionKind.SCHOOL_CHANGED, "s1", "Тихореченская ООШ")


def test_a_number_that_a_person_gave_is_never_replaced(workspace):
    given = a_school(pupils=70, class_sets=7, teachers=14)
    registering.save_school(given, workspace)
    school_info.save_info(an_info(), workspace)
    assert registering.school_of(workspace) == given
    assert log(workspace)[0][0] is ActionKind.SCHOOL_INFO_CHANGED


@pytest.mark.parametrize(
    "info",
    [
        SchoolInfo(staff=Staff(young=2)),
        SchoolInfo(years=(YearFigures(2025, pupils=60), YearFigures(2026))),
    ],
)
def test_what_was_not_told_is_not_invented(info, workspace):
    given = a_school(pupils=None)
    registering.save_school(given, workspace)
    school_info.save_info(info, workspace)
    assert registering.school_of(workspace) == given


@pytest.mark.parametrize(
    ("month", "day", "year"), [(8, 31, 2025), (9, 1, 2026), (12, 31, 2026)]
)
def test_the_school_year_begins_in_september(month, day, year):
    clock = FixedClock(datetime(2026, month, day, 12, tzinfo=UTC))
    assert school_info.suggested_year(a_workspace(clock=clock)) == year


@pytest.fixture
def printed(workspace):
    """A school with every number of its own, its programme and protocol printed."""
    full = a_school(class_sets=6, teachers=13)
    registering.save_school(full, workspace)
    id = diagnosing.start(2026, workspace).id
    for code, option in WORST.items():
        answering.answer(id, code, option, workspace)
    drafting.draft(id, workspace)
    for kind in (DocumentKind.PROGRAMME, DocumentKind.PROTOCOL):
        reporting.make(kind, workspace)
    return workspace


def outdated(workspace):
    return [d.record.kind for d in reporting.listed(workspace) if d.outdated]


def test_the_programme_tells_it_and_is_outdated_by_a_change(printed):
    assert gather(printed).info == SchoolInfo()
    school_info.save_info(an_info(), printed)
    assert gather(printed).info == an_info()
    assert outdated(printed) == [DocumentKind.PROGRAMME]
    reporting.make(DocumentKind.PROGRAMME, printed)
    assert len(outdated(printed)) == 1


def test_an_emptied_form_outdates_nothing_that_was_made_without_it(printed):
    school_info.save_info(an_info(), printed)
    school_info.save_info(SchoolInfo(), printed)
    assert outdated(printed) == []
