"""``shkola workspace``: a copy for another computer, and back."""

import json

import pytest

from shkola_desktop.app import registering
from shkola_desktop.bootstrap import Program
from shkola_desktop.cli.application import run


@pytest.fixture
def tell(capsys):
    def call(*arguments, status=0):
        assert run(["workspace", *map(str, arguments), "--json"]) == status
        out, err = capsys.readouterr()
        return json.loads(out) if status == 0 else err

    return call


@pytest.fixture
def sheet(place, tmp_path):
    """The rows as somebody typed them."""
    with Program().workspace(place) as workspace:
        rows = workspace.keys.recovery_sheet().rows
    path = tmp_path / "sheet.txt"
    path.write_text("\n".join(rows).lower(), encoding="utf-8-sig")
    return path


def test_a_workspace_moves_with_its_sheet(place, sheet, tell, tmp_path):
    made = tell("backup", place, "--package", tmp_path)
    new = tmp_path / "new"
    assert "другим ключом" in tell("restore", new, made["path"], status=1)
    restored = tell("restore", new, made["path"], "--sheet", sheet)
    assert restored["database"] == str(new / "shkola.sqlite")
    with Program().workspace(new) as workspace, Program().workspace(place) as old:
        assert registering.school_of(workspace) == registering.school_of(old)
        assert workspace.keys.fingerprint() == old.keys.fingerprint()


def test_a_mistyped_sheet_is_told_by_row(place, sheet, tell, tmp_path):
    made = tell("backup", place, "--package", tmp_path)
    text = sheet.read_text(encoding="utf-8-sig").splitlines()
    text[3] = text[3][::-1]
    sheet.write_text("\n".join(text))
    told = tell("restore", tmp_path / "new", made["path"], "--sheet", sheet, status=1)
    assert "Опечатка в строке 4." in told
    missing = tmp_path / "missing.txt"
    told = tell("restore", tmp_path / "new", made["path"], "--sheet", missing, status=1)
    assert "Файл прочитать не удалось" in told


def test_the_stick_must_be_there(place, tell, tmp_path):
    told = tell("backup", place, "--package", tmp_path / "gone", status=1)
    assert "Носитель исчез" in told
