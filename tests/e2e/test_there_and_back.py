"""A region, a district and a school on real databases, keys and packages."""

import json
import shutil
from dataclasses import replace

import pytest

from shkola_desktop.app import demo, offices, registering
from shkola_desktop.app.campaign import campaign
from shkola_desktop.bootstrap import Program
from shkola_desktop.cli.application import run
from shkola_desktop.domain.office import Office, Role, school_key
from shkola_desktop.domain.package import SendingState
from shkola_desktop.domain.review import Standing

REGION = Office("70", "Институт развития образования", Role.REGION, "70", "Область")
DISTRICT = Office("7012", "Управление образования", Role.DISTRICT, "70", "Область")
KEY = school_key("70", "7012", "701204")


@pytest.fixture
def places(tmp_path, demo_folder):
    """Three computers and a stick; the school is the demo's, the others are new."""
    shutil.copytree(demo_folder, tmp_path / "school")
    shutil.rmtree(tmp_path / "school" / "stick")
    known = demo.parse(Program().demo_text()).school
    with Program().workspace(tmp_path / "district") as workspace:
        offices.save_office(DISTRICT, workspace)
        with workspace.open_work() as work:
            work.schools.put(replace_id(known))
            work.commit()
    with Program().workspace(tmp_path / "region") as workspace:
        offices.save_office(REGION, workspace)
        with workspace.open_work() as work:
            work.offices.put(DISTRICT)
            work.commit()
    (tmp_path / "stick").mkdir()
    return tmp_path


def replace_id(school):
    return replace(school, id=KEY, district_code="7012")


def call(capsys, *arguments, status=0):
    found = run([*map(str, arguments), "--json"])
    out, err = capsys.readouterr()
    assert found == status, out + err
    return json.loads(out)


def words_of(place):
    with Program().workspace(place) as workspace:
        return " ".join(workspace.keys.fingerprint())


def test_the_way_there_and_back(places, capsys):
    stick = places / "stick"

    def package(command, side, *more, status=0):
        where = ("--workspace", places / side)
        return call(capsys, "package", command, *where, *more, status=status)

    def read(side, *more, status=0):
        found = package("read", side, stick, *more, status=status)
        return [(p["kind"], p["state"]) for p in found["packages"]]

    # the region enrols the district, the district its school
    enrolled = package("enrol", "region", "--to", stick)
    assert list(enrolled["packages"]) == ["7012"]
    assert read("district", status=1) == [("enrolment", "refused")]
    words = words_of(places / "region")
    assert read("district", "--trust", words) == [("enrolment", "imported")]
    empty(stick)
    assert list(package("enrol", "district", "--to", stick)["packages"]) == ["701204"]
    words = words_of(places / "district")
    assert read("school", "--trust", words) == [("enrolment", "imported")]
    empty(stick)

    # the school hands over; a first package shows the words of its key
    package("write", "school", "--to", stick)
    assert read("district", status=1) == [("diagnosis", "refused")]
    words = words_of(places / "school")
    done = package("read", "district", stick, "--trust", words, "--receipts", stick)
    assert [p["state"] for p in done["packages"]] == ["imported"]
    assert len(done["receipts"]) == 1
    with Program().workspace(places / "district") as workspace:
        (state,) = campaign(workspace).schools
        assert state.standing is Standing.HANDED_IN
    assert sorted(read("district")) == [("diagnosis", "already"), ("receipt", "left")]

    # the receipt on the same stick tells the school that it arrived
    assert sorted(read("school")) == [("diagnosis", "left"), ("receipt", "imported")]
    with Program().workspace(places / "school") as workspace:
        with workspace.open_reading() as work:
            newest = work.sendings.list()[0]
        assert newest.state is SendingState.DELIVERED
    empty(stick)

    # the district passes everything on
    package("write", "district", "--to", stick)
    words = words_of(places / "district")
    assert read("region", "--trust", words) == [("bundle", "imported")]
    assert read("region") == [("bundle", "already")]
    with Program().workspace(places / "region") as workspace:
        (state,) = campaign(workspace).schools
        assert (state.school.id, state.standing) == (KEY, Standing.HANDED_IN)
        with workspace.open_reading() as work:
            diagnosis = work.diagnoses.list(KEY)[0]
    with Program().workspace(places / "school") as workspace:
        own = registering.school_of(workspace)
        with workspace.open_reading() as work:
            sent = work.diagnoses.list(own.id)[0]
    assert diagnosis.answers == sent.answers


def empty(stick):
    for path in stick.iterdir():
        path.unlink()
