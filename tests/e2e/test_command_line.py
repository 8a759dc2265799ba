"""The command line itself: exit statuses, streams, and never a traceback."""

import json
import os
import subprocess
import sys

import pytest

from shkola_desktop.cli.application import run

ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}


def shkola(*arguments, **fields):
    command = [sys.executable, "-m", "shkola_desktop", *map(str, arguments)]
    known = {"capture_output": True, "encoding": "utf-8", "env": ENVIRONMENT}
    return subprocess.run(command, check=False, **{**known, **fields})


def test_the_version_is_told():
    done = shkola("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, "0.1.0\n", "")


def test_help_is_in_russian_and_names_every_command():
    done = shkola("--help")
    assert done.returncode == 0
    assert "Самодиагностика и программа развития школы" in done.stdout
    for name in (
        "demo",
        "score",
        "report",
        "self-test",
        "form",
        "package",
        "workspace",
    ):
        assert f"\n  {name} " in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["--nonsense"],
        ["score"],
        ["score", "a.json", "b.json"],
        ["demo"],
        ["report"],
        ["report", "letter", "--workspace", "a", "--out", "b.pdf"],
        ["report", "protocol", "--workspace", "a"],
        ["report", "protocol", "--out", "b.pdf"],
        ["form"],
        ["form", "nonsense"],
        ["package", "write", "--workspace", "a"],
        ["package", "inspect"],
        ["workspace", "restore", "a"],
        ["workspace", "check"],
    ],
)
def test_wrong_usage_is_two(arguments, capsys):
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err


def test_the_self_test_does_the_job_and_opens_every_screen():
    done = shkola("self-test", "--json")
    assert done.returncode == 0
    told = json.loads(done.stdout)
    versions = told.pop("versions")
    assert versions["program"] == "0.1.0"
    assert set(versions) == {"program", "python", "qt", "sqlite", "system"}
    parts = told.pop("parts")
    assert (parts["forms"], parts["fonts"]) == (1, 6)
    assert parts["schemas"] >= 9
    assert told == {
        "screens": [
            "home",
            "diagnosis",
            "result",
            "programme",
            "documents",
            "exchange",
            "parts",
            "settings",
            "journal",
        ],
        "declension": True,
        "faults": [],
    }


def test_a_refusal_speaks_russian_on_stderr_alone():
    done = shkola("score", "нет такого.json")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "Файл прочитать не удалось: нет такого.json. "
        "Проверьте, что он существует и не открыт другой программой.\n"
    )


def test_a_console_without_russian_letters_gets_signs_instead_of_a_crash():
    environment = {**ENVIRONMENT, "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    for arguments in (["form", "show"], ["score", "нет.json"], ["form", "--help"]):
        done = shkola(*arguments, env=environment, encoding="utf-8")
        assert "Traceback" not in done.stderr
        assert done.returncode == (1 if arguments[0] == "score" else 0)


def test_a_reader_that_goes_away_is_no_crash():
    read, write = os.pipe()
    os.close(read)
    done = shkola(
        "form",
        "show",
        "--json",
        stdout=write,
        stderr=subprocess.PIPE,
        capture_output=False,
    )
    os.close(write)
    assert "Traceback" not in done.stderr
