"""``shkola workspace`` with a database on a real PostgreSQL server."""

import json

import pytest

from shkola_desktop.app import registering
from shkola_desktop.bootstrap import Program
from shkola_desktop.cli.application import run
from tests.support.builders import a_school
from tests.support.postgres import GUARDED, PASSWORD


@pytest.fixture
def address(postgres):
    """An empty database, as its administrator hands it over."""
    server = postgres.address(postgres.new_database("template1"), GUARDED)
    return (
        f"postgresql+psycopg://{server.user}@/{server.database}?host={server.host}",
        server,
    )


@pytest.fixture
def tell(capsys):
    def call(*arguments, status=0):
        assert run(["workspace", *map(str, arguments), "--json"]) == status
        out, err = capsys.readouterr()
        assert err == ""
        return json.loads(out)

    return call


@pytest.fixture
def region(address, tell, tmp_path, monkeypatch):
    """A region's workspace on the server."""
    monkeypatch.setenv("SHKOLA_PGPASSWORD", PASSWORD)
    folder = tmp_path / "region"
    made = tell("new", folder, "--role", "region", "--server", address[0])
    assert made["database"] == address[1].address
    return folder


def keep(folder, name):
    with Program().workspace(folder) as workspace:
        registering.save_school(a_school(short_name=name), workspace)


def names(folder):
    with Program().workspace(folder) as workspace:
        return registering.school_of(workspace).short_name


def test_a_workspace_on_a_server_keeps_no_password(region, tell):
    assert tell("check", region) == {"sound": True, "findings": []}
    with Program().workspace(region) as workspace:
        assert registering.setting("role", workspace) == "region"
    inside = [path for path in region.rglob("*") if path.is_file()]
    assert "server.json" in {path.name for path in inside}
    assert not any(PASSWORD.encode() in path.read_bytes() for path in inside)
    assert not (region / "shkola.sqlite").exists()


def test_two_folders_work_with_one_database(region, address, tell, tmp_path):
    second = tmp_path / "second"
    tell("new", second, "--server", address[0])
    with Program().workspace(region) as first, Program().workspace(second) as other:
        registering.save_school(a_school(), first)
        assert registering.school_of(other) == a_school()


def test_it_is_described_copied_and_brought_back(region, address, tell, tmp_path):
    keep(region, "Прежняя")
    made = tell("backup", region)
    keep(region, "Другая")
    replaced = tell("restore", region, made["path"])
    assert names(region) == "Прежняя"
    found = tell("info", region)
    assert (found["database"], found["journal_mode"]) == (address[1].address, "server")
    assert found["rows"]["organisation"] == 1
    assert replaced["replaced"] in found["backups"]
    tell("restore", tmp_path / "file", made["path"])  # and into a plain file
    assert names(tmp_path / "file") == "Прежняя"


def test_without_the_password_it_is_refused(address, tmp_path, capsys):
    asked = ["workspace", "new", str(tmp_path / "place"), "--server", address[0]]
    assert run(asked) == 1
    assert "ждёт верный пароль" in capsys.readouterr().err
    assert not (tmp_path / "place" / "server.json").exists()


def test_a_folder_with_data_is_not_turned_to_a_server(tmp_path, address, capsys):
    assert run(["workspace", "new", str(tmp_path / "place")]) == 0
    asked = ["workspace", "new", str(tmp_path / "place"), "--server", address[0]]
    assert run(asked) == 1
    assert "уже есть рабочее место" in capsys.readouterr().err


def test_a_password_in_the_address_is_refused_and_not_printed(tmp_path, capsys):
    address = "postgresql://laptev:secret@host/db"
    assert run(["workspace", "new", str(tmp_path / "place"), "--server", address]) == 1
    told = "".join(capsys.readouterr())
    assert "Пароль в адрес не пишут" in told
    assert "secret" not in told
