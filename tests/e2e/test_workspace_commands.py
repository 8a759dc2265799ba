"""``shkola workspace``: made, checked, copied, brought back, described."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from shkola_desktop.cli.application import run
from shkola_desktop.storage.migrations import MIGRATIONS


@pytest.fixture
def place(tmp_path, capsys):
    assert run(["workspace", "new", str(tmp_path / "Место")]) == 0
    capsys.readouterr()
    return tmp_path / "Место"


@pytest.fixture
def tell(capsys):
    """Run a workspace command that prints JSON."""

    def call(*arguments, status=0):
        assert run(["workspace", *map(str, arguments), "--json"]) == status
        out, err = capsys.readouterr()
        assert err == ""
        return json.loads(out)

    return call


@pytest.fixture
def refused(capsys):
    """Run a workspace command that is refused; return its sentence."""

    def call(*arguments):
        assert run(["workspace", *map(str, arguments)]) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert "Traceback" not in err
        return err

    return call


def damage(path):
    data = bytearray(path.read_bytes())
    data[4096] ^= 0xFF
    path.write_bytes(data)


def test_a_new_workspace_has_words_of_its_own_and_stays(tmp_path, tell):
    made = tell("new", tmp_path / "place")
    assert made["database"] == str(tmp_path / "place" / "shkola.sqlite")
    assert len(made["fingerprint"]) == 8
    assert tell("new", tmp_path / "place") == made
    assert tell("new", tmp_path / "other")["fingerprint"] != made["fingerprint"]


def test_a_sound_workspace_is_told(place, tell, capsys):
    assert tell("check", place) == {"sound": True, "findings": []}
    assert run(["workspace", "check", str(place)]) == 0
    assert capsys.readouterr().out == "База данных цела.\n"


def test_an_unsound_workspace_is_one(place, tell, capsys):
    with closing(sqlite3.connect(place / "shkola.sqlite")) as raw, raw:
        raw.execute("INSERT INTO person VALUES ('nobody', 0, '1', 'А', 'директор')")
    found = tell("check", place, status=1)
    assert not found["sound"]
    assert found["findings"][0].startswith("foreign key")
    assert run(["workspace", "check", str(place)]) == 1
    assert "foreign key" in capsys.readouterr().out


def test_a_damaged_workspace_is_one(place, capsys):
    damage(place / "shkola.sqlite")
    assert run(["workspace", "check", str(place)]) == 1
    out, err = capsys.readouterr()
    assert out + err
    assert "Traceback" not in err


def test_a_copy_is_made_listed_and_brought_back(place, tell):
    made = tell("backup", place)
    copy = Path(made["path"])
    assert copy.parent == place / "backups"
    assert made["size"] == copy.stat().st_size
    assert tell("info", place)["backups"] == [str(copy)]
    damage(place / "shkola.sqlite")
    assert tell("restore", place, copy) == {
        "database": str(place / "shkola.sqlite"),
        "replaced": str(place / "shkola.replaced-1.sqlite"),
    }
    assert tell("check", place)["sound"]


def test_a_copy_is_made_where_it_is_wanted(place, tmp_path, tell, capsys):
    target = tmp_path / "Копии" / "сегодня.sqlite"
    assert tell("backup", place, "--to", target)["path"] == str(target)
    other = tmp_path / "Новое место"
    assert tell("restore", other, target)["replaced"] == ""
    assert tell("check", other)["sound"]
    assert run(["workspace", "restore", str(place), str(target)]) == 0
    assert capsys.readouterr().out == (
        f"База данных: {place / 'shkola.sqlite'}\n"
        f"Прежняя база: {place / 'shkola.replaced-1.sqlite'}\n"
    )


def test_a_workspace_is_described(place, tell, capsys):
    found = tell("info", place)
    assert found == {
        "database": str(place / "shkola.sqlite"),
        "version": len(MIGRATIONS),
        "journal_mode": "wal",
        "size": (place / "shkola.sqlite").stat().st_size,
        "rows": {
            "organisation": 0,
            "person": 0,
            "diagnosis": 0,
            "answer": 0,
            "programme": 0,
        },
        "backups": [],
    }
    assert run(["workspace", "info", str(place)]) == 0
    assert f"Версия {len(MIGRATIONS)}, журнал wal" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["check", "backup", "info"])
@pytest.mark.parametrize("name", ["none", "file", "a" * 300])
def test_what_is_no_workspace_is_refused_and_left_alone(
    tmp_path, refused, command, name
):
    (tmp_path / "file").write_text("not a folder")
    assert "прочитать не удалось" in refused(command, tmp_path / name)
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("command", ["check", "backup", "info", "new"])
def test_a_file_of_another_program_is_refused(tmp_path, refused, command):
    with closing(sqlite3.connect(tmp_path / "shkola.sqlite")) as raw:
        raw.execute("CREATE TABLE contacts (name TEXT)")
    assert "База данных повреждена" in refused(command, tmp_path)


@pytest.mark.parametrize("name", ["none", ".", "a" * 300, "letter"])
def test_what_is_no_copy_is_not_brought_back(place, tmp_path, refused, name):
    (tmp_path / "letter").write_text("Это письмо. " * 1000)
    before = (place / "shkola.sqlite").read_bytes()
    assert refused("restore", place, tmp_path / name)
    assert (place / "shkola.sqlite").read_bytes() == before


def test_a_place_that_is_a_file_is_refused(tmp_path, refused):
    (tmp_path / "file").write_text("not a folder")
    assert "записать нельзя" in refused("new", tmp_path / "file")
    assert "записать нельзя" in refused("new", tmp_path / ("a" * 300))


def test_a_workspace_in_use_is_refused(place, program, refused):
    with program.workspace(place):
        assert "База занята" in refused("new", place)
        assert "База занята" in refused("restore", place, place / "shkola.sqlite")
