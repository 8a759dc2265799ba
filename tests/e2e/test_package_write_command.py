"""``shkola package write``: the path, the number, and what is in the way."""

import json
from hashlib import sha256
from pathlib import Path

from shkola_desktop.cli.application import run


def test_a_package_is_written_and_told_as_data(place, tmp_path, capsys):
    arguments = ["--workspace", str(place), "--to", str(tmp_path), "--json"]
    assert run(["package", "write", *arguments]) == 0
    found = json.loads(capsys.readouterr().out)
    path = Path(found["path"])
    assert path.parent == tmp_path
    assert path.name.startswith("701204-0002-")
    assert found == {
        "path": str(path),
        "sequence": 2,
        "sha256": sha256(path.read_bytes()).hexdigest(),
    }


def test_a_package_is_written_and_told_in_russian(place, tmp_path, capsys):
    arguments = ["--workspace", str(place), "--to", str(tmp_path)]
    assert run(["package", "write", *arguments]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"Пакет: {tmp_path}/701204-0002-")
    assert out.endswith("записан и проверен.\n")


def test_a_stick_that_is_not_there_is_refused(place, tmp_path, capsys):
    arguments = ["--workspace", str(place), "--to", str(tmp_path / "none")]
    assert run(["package", "write", *arguments]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"Носитель исчез во время записи: {tmp_path / 'none'}.")


def test_a_school_that_does_not_know_its_district_is_refused(tmp_path, capsys):
    assert run(["workspace", "new", str(tmp_path / "place")]) == 0
    arguments = ["--workspace", str(tmp_path / "place"), "--to", str(tmp_path)]
    assert run(["package", "write", *arguments]) == 1
    assert "Сведений о школе ещё нет." in capsys.readouterr().err
