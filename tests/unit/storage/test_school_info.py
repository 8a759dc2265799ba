"""The information about a school in its table: whole, and from older programs."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shkola_desktop.domain.school_info import (
    Partner,
    SchoolInfo,
    Staff,
    YearFigures,
)
from shkola_desktop.storage.database import open_database
from shkola_desktop.storage.school_info import SchoolInfoStore
from shkola_desktop.storage.work import SqlWork
from tests.support.builders import a_school

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
LINES = st.lists(WORDS, max_size=4).map(tuple)
COUNT = st.none() | st.integers(0, 100_000)
STAFF = st.builds(
    Staff,
    teachers=COUNT,
    part_time=COUNT,
    highest_category=COUNT,
    first_category=COUNT,
    young=COUNT,
    near_pension=COUNT,
    trained=COUNT,
    lacking=WORDS,
)
YEARS = st.builds(
    YearFigures,
    year=st.integers(1990, 2100),
    pupils=COUNT,
    pupils_ovz=COUNT,
    classes=COUNT,
    class_sets=COUNT,
    graduates=COUNT,
    bused=COUNT,
)
INFOS = st.builds(
    SchoolInfo,
    years=st.lists(YEARS, max_size=4).map(tuple),
    staff=STAFF,
    equipment=LINES,
    transport=WORDS,
    surroundings=WORDS,
    achievements=LINES,
    branches=WORDS,
    partners=st.lists(st.builds(Partner, WORDS, WORDS, WORDS), max_size=3).map(tuple),
)


@pytest.fixture(scope="module")
def database():
    """One file for all examples: opening one costs more than a thousand puts."""
    with TemporaryDirectory() as folder:
        made = open_database(Path(folder) / "shkola.sqlite")
        with SqlWork(made) as work:
            work.schools.put(a_school())
            work.commit()
        yield made
        made.close()


@settings(deadline=None)
@given(info=INFOS)
def test_any_information_comes_back_the_same(database, info):
    with SqlWork(database) as work:
        work.school_infos.put("s1", info)
        assert work.school_infos.get("s1") == info


@pytest.mark.parametrize(
    ("content", "info"),
    [
        ("{}", SchoolInfo()),
        ('{"years": [{"year": 2025}]}', SchoolInfo(years=(YearFigures(2025),))),
        ('{"transport": "автобус", "later": [1]}', SchoolInfo(transport="автобус")),
    ],
)
def test_what_another_version_wrote_is_read(database, content, info):
    with database.engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO school_info VALUES ('s1', ?)", (content,)
        )
        assert SchoolInfoStore(connection).get("s1") == info


def test_it_goes_with_its_school(database):
    with SqlWork(database) as work:
        work.schools.put(a_school(id="s2", code="701205"))
        work.school_infos.put("s2", SchoolInfo(transport="автобус"))
        work.schools._connection.exec_driver_sql(
            "DELETE FROM organisation WHERE id = 's2'"
        )
        assert work.school_infos.get("s2") is None
