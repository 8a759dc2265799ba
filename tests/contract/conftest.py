"""The databases and the fake that must keep the same promises."""

import pytest

from shkola_desktop.storage.database import open_database
from shkola_desktop.storage.postgres import open_server
from shkola_desktop.storage.work import SqlWork
from tests.support.builders import a_school
from tests.support.fakes import FakeUnitOfWork, Tables


@pytest.fixture(params=["fake", "sqlite", "postgresql"])
def both(request, tmp_path):
    """What opens a unit of work, and a reading over the same tables."""
    if request.param == "fake":
        tables = Tables()
        yield (
            lambda: FakeUnitOfWork(tables),
            lambda: FakeUnitOfWork(tables, reading=True),
        )
        return
    if request.param == "sqlite":
        database = open_database(tmp_path / "shkola.sqlite")
    else:
        server = request.getfixturevalue("postgres")
        database = open_server(server.address(server.new_database()), None)
    yield lambda: SqlWork(database), lambda: SqlWork(database, reading=True)
    database.close()


@pytest.fixture
def open_work(both):
    return both[0]


@pytest.fixture
def school(open_work):
    with open_work() as work:
        work.schools.put(a_school())
        work.commit()
    return a_school()
