"""``shkola form show|check``: the whole form as data, and the faults of a pack."""

import json
import shutil

import pytest

from shkola_desktop.cli.application import run
from shkola_desktop.host.assets import asset


@pytest.fixture
def edition(tmp_path):
    """A copy of the edition that a test may break."""
    shutil.copytree(asset("forms") / "smp-2024", tmp_path / "smp-2024")
    return tmp_path / "smp-2024"


def test_the_form_is_shown_as_text(capsys):
    assert run(["form", "show"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "(smp-2024, версия 1, " in lines[0]
    assert sum(1 for line in lines if line.startswith("  zn.")) == 27
    assert "Знание" in lines


def test_the_form_is_shown_as_data(capsys, program):
    assert run(["form", "show", "smp-2024", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["hash", "pack"]
    assert found["hash"] == program.forms.edition("smp-2024").hash
    directions = found["pack"]["directions"]
    assert len(directions) == 8
    indicators = [i for d in directions for c in d["criteria"] for i in c["indicators"]]
    assert len(indicators) == 114
    assert indicators[0]["id"] == "zn.1.1"
    assert [o["points"] for o in indicators[0]["options"]] == [0, 1, 2, 3]


def test_an_unknown_edition_is_refused(capsys):
    assert run(["form", "show", "smp-2030"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "Форма «smp-2030» не найдена. Есть такие: smp-2024.\n"


@pytest.mark.parametrize("arguments", [[], ["--json"]])
def test_the_forms_that_ship_have_no_faults(capsys, arguments):
    assert run(["form", "check", *arguments]) == 0
    out = capsys.readouterr().out
    assert out in ("Замечаний нет.\n", '{\n  "problems": []\n}\n')


def test_a_sound_copy_has_no_faults(capsys, edition):
    assert run(["form", "check", str(edition)]) == 0
    assert capsys.readouterr().out == "Замечаний нет.\n"


def test_faults_are_listed_and_the_status_is_one(capsys, edition):
    path = edition / "01-znanie.yaml"
    text = path.read_text("utf-8").replace("points: 3", "points: -1", 1)
    path.write_text(text, "utf-8")
    assert run(["form", "check", str(edition), "--json"]) == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert list(problems[0]) == ["file", "place", "rule", "message"]
    found = {(p["file"], p["rule"]) for p in problems}
    assert ("smp-2024/01-znanie.yaml", "out-of-range") in found
    assert run(["form", "check", str(edition)]) == 1
    assert "smp-2024/01-znanie.yaml" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["none", "a" * 300, "file"])
def test_a_folder_without_a_form_has_faults(capsys, tmp_path, name):
    (tmp_path / "file").write_text("not a folder")
    assert run(["form", "check", str(tmp_path / name)]) == 1
    out, err = capsys.readouterr()
    assert "edition.yaml" in out
    assert err == ""
