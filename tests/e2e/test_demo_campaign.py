"""A whole campaign by real packages: every side knows what happened, twice is once."""

from pathlib import Path

import pytest

from shkola_desktop.app import campaign
from shkola_desktop.app.exchange import dispatching, part_merging, receiving
from shkola_desktop.app.exchange.receiving import OutcomeState
from shkola_desktop.bootstrap import Program
from shkola_desktop.cli.demo_campaign import Campaign, Places, read, refused, standings
from shkola_desktop.domain.package import PackageKind, SendingState
from shkola_desktop.domain.review import Verdict

SCHOOLS = 4


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Four schools: three handed in, were returned, corrected and accepted."""
    folder = tmp_path_factory.mktemp("campaign")
    return Places(folder), Campaign(folder, Program(), SCHOOLS).run()


def year_of(workspace):
    return workspace.clock.now().astimezone().year


def told(workspace):
    """Everything that a repetition must not change."""
    year = year_of(workspace)
    with workspace.open_reading() as work:
        results = work.results.list()
        decisions = {(d.school, d.id, d.verdict) for d in work.reviews.decisions()}
        receivings = {(r.id, r.state) for r in work.receivings.list()}
        answers = {
            (d.id, code, answer.version)
            for school in work.schools.list()
            for d in work.diagnoses.list(school.id)
            for code, answer in d.answers.items()
        }
    return standings(workspace, year), results, decisions, receivings, answers


def test_what_was_made_is_there(made):
    places, paths = made
    for name in ("bundle", "analytics", "analytics_docx", "part"):
        assert Path(paths[name]).stat().st_size > 1000
    assert Path(paths["analytics"]).read_bytes().startswith(b"%PDF")
    assert paths["counts"] == (
        "район: {'accepted': 3, 'not_started': 1}; регион: то же"
    )
    # three hand-overs, three corrections, receipts, reviews, enrolments, one bundle
    assert len(list(places.stick.glob("*.shkola"))) >= 18


def test_the_schools_know_that_they_were_returned_and_then_received(made):
    places, _ = made
    program = Program()
    for code in ("7012001", "7012002", "7012003"):
        with program.workspace(places.school(code)) as school:
            handed = [
                s for s in dispatching.ledger(school) if s.kind is PackageKind.DIAGNOSIS
            ]
            assert [s.sequence for s in handed] == [2, 1]
            assert handed[-1].state is SendingState.DELIVERED
            with school.open_reading() as work:
                (decision,) = work.reviews.decisions()
            assert (decision.verdict, decision.sequence) == (Verdict.RETURNED, 1)
            # the receipt of the corrected package still lies on the stick
            assert not refused(read(places.stick, school, code))
            assert {
                s.state
                for s in dispatching.ledger(school)
                if s.kind is PackageKind.DIAGNOSIS
            } == {SendingState.DELIVERED}


def test_the_colleagues_part_was_merged_with_its_conflict(made):
    places, _ = made
    with Program().workspace(places.school("7012001")) as school:
        (merge,) = part_merging.merges_of(school)
        assert len(merge.asked) == 1
        assert merge.source == "Громова Л. И."


def test_district_and_region_hold_the_same_results(made):
    places, _ = made
    program = Program()
    with (
        program.workspace(places.district) as district,
        program.workspace(places.region) as region,
    ):
        below, above = told(district), told(region)
        assert below[0] == {"accepted": 3, "not_started": 1}
        assert below[0] == above[0]
        assert below[1] == above[1]
        assert below[4] == above[4]
        schools = campaign.campaign(district, year_of(district)).schools
        assert [s.received.sequence for s in schools if s.received] == [2, 2, 2]


@pytest.mark.parametrize("place", ["district", "region"])
def test_reading_the_whole_stick_again_changes_nothing(made, place):
    places, _ = made
    with Program().workspace(getattr(places, place)) as office:
        before = told(office)
        again = read(places.stick, office)
        assert [o for o in again.outcomes if o.state is OutcomeState.IMPORTED] == []
        assert told(office) == before
        assert {r.state.value for r in receiving.received(office)} == {"imported"}
