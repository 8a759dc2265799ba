"""Two people of a district import into one database on a server at the same moment."""

import pytest

from shkola_desktop.app.exchange import looking, receiving
from shkola_desktop.app.exchange.receiving import OutcomeState
from shkola_desktop.bootstrap import Program
from shkola_desktop.domain.ledger import ReceivingState
from tests.support.at_once import at_once
from tests.support.many import Crowd

SCHOOLS = 8
BOTH = slice(2, 6)
"""Packages that lie on the sticks of both."""


@pytest.fixture
def two(postgres, tmp_path, monkeypatch):
    """Two folders that work with one database, with the same key of the district."""
    server = postgres.address(postgres.new_database("template1"))
    address = f"postgresql+psycopg://{server.user}@/{server.database}"
    program = Program()
    places = [tmp_path / "first", tmp_path / "second"]
    for place in places:
        program.make_on_server(place, f"{address}?host={server.host}")
    with program.workspace(places[0]) as workspace:
        rows = "\n".join(workspace.keys.recovery_sheet().rows)
    with program.workspace(places[1]) as workspace:
        workspace.keys.restore(rows)
    return places


def reading(workspace, paths, outcomes):
    def read():
        looked = [workspace.opener.look(path) for path in paths]
        candidates = looking.look_through(looked, workspace)
        outcomes.extend(receiving.accept(candidates, workspace).outcomes)

    return read


def test_no_row_is_lost_and_none_is_doubled(two, tmp_path):
    crowd, outcomes = Crowd.made(tmp_path / "school"), ([], [])
    program = Program()
    with program.workspace(two[0]) as first, program.workspace(two[1]) as second:
        crowd.register(SCHOOLS, first)
        paths = crowd.write(SCHOOLS, first.keys.public().age, tmp_path / "stick")
        # the same ones in another order: both come to the shared ones at once
        one = [*paths[BOTH], *paths[: BOTH.start]]
        other = [*reversed(paths[BOTH]), *paths[BOTH.stop :]]
        failed = at_once(
            reading(first, one, outcomes[0]), reading(second, other, outcomes[1])
        )
        assert failed == []
        states = [outcome.state for side in outcomes for outcome in side]
        assert states.count(OutcomeState.IMPORTED) == SCHOOLS
        assert states.count(OutcomeState.ALREADY) == BOTH.stop - BOTH.start
        with second.open_reading() as work:
            kept = work.receivings.list()
            schools = work.schools.list()
            diagnoses = [d for s in schools for d in work.diagnoses.list(s.id)]
            programmes = [p for s in schools for p in work.programmes.list(s.id)]
            results = work.results.list()
            files = [work.package_files.get(one.id) for one in kept]
            read = [a for a in work.actions.list() if a.kind == "package_read"]
    assert [one.state for one in kept] == [ReceivingState.IMPORTED] * SCHOOLS
    assert len(diagnoses) == len(programmes) == len(results) == SCHOOLS
    wanted = dict(crowd.sample.diagnosis.answers)
    assert all(dict(diagnosis.answers) == wanted for diagnosis in diagnoses)
    assert sorted(files) == sorted(path.read_bytes() for path in paths)
    assert len({action.subject for action in read}) == len(read) == SCHOOLS
