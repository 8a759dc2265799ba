"""Two programs that write at once: nothing is lost, nothing doubled."""

import pytest

from shkola_desktop.storage.database import open_database
from shkola_desktop.storage.postgres import open_server
from shkola_desktop.storage.work import SqlWork
from tests.support.at_once import at_once
from tests.support.builders import a_diagnosis, a_school, an_answer


@pytest.fixture(params=["sqlite", "postgresql"])
def two(request, tmp_path):
    """The same database, opened twice."""
    if request.param == "sqlite":
        opened = [open_database(tmp_path / "shkola.sqlite") for _ in range(2)]
    else:
        server = request.getfixturevalue("postgres")
        address = server.address(server.new_database())
        opened = [open_server(address, None) for _ in range(2)]
    yield opened
    for one in opened:
        one.close()


def test_two_importers_at_once_lose_and_double_nothing(two):
    database, other = two
    with SqlWork(database) as work:
        work.schools.put(a_school())
        work.diagnoses.put(a_diagnosis())
        work.commit()

    def bringing(opened, first, last):
        def bring():
            for number in range(first, last):
                with SqlWork(opened) as work:
                    # read, decide, write: as an import of a package does
                    count = int(work.settings.get("imports") or 0)
                    work.schools.put(a_school(id=f"70/1/{number}", code=str(number)))
                    work.diagnoses.put_answers(
                        "d1", {f"i{n}": an_answer(f"o{number}") for n in range(20)}
                    )
                    work.settings.put("imports", str(count + 1))
                    work.evidence.put(f"{number}", b"scan")
                    work.commit()

        return bring

    assert at_once(bringing(database, 0, 12), bringing(other, 8, 20)) == []
    with SqlWork(other, reading=True) as work:
        assert len(work.schools.list()) == 21
        assert work.settings.get("imports") == "24"
        answers = work.diagnoses.get("d1").answers
        # every one of them is of the same import: the last one
        assert len(answers) == 20
        assert len({answer.option for answer in answers.values()}) == 1
        assert [work.evidence.get(f"{n}") for n in range(20)] == [b"scan"] * 20
