"""Two real computers of a school and a stick: a part goes there and comes back."""

import json
import os
import pty
import shutil
import subprocess
from pathlib import Path

import pytest

from shkola_desktop.app import answering, diagnosing
from shkola_desktop.bootstrap import Program
from shkola_desktop.cli.application import run

DIRECTION = "znanie"


@pytest.fixture(scope="module")
def travelled(tmp_path_factory, demo_folder):
    """The deputy gave «Знание» out, both changed it, the colleague gave it back."""
    folder = tmp_path_factory.mktemp("parts")
    shutil.copytree(demo_folder, folder / "school")
    stick = folder / "stick"
    stick.mkdir()
    (folder / "colleague").mkdir()
    assert run(["workspace", "new", str(folder / "colleague")]) == 0
    with Program().workspace(folder / "school") as school:
        newest = diagnosing.diagnoses_of(school)[0]
        diagnosing.reopen(newest.id, "Части для коллег", school)
        first = diagnosing.load(newest.id, school).answers
    return folder, stick, newest.id, first


def told(capsys, *arguments):
    assert run([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def answer(folder: Path, id, code, option):
    with Program().workspace(folder) as workspace:
        answering.answer(id, code, option, workspace)


def options(folder: Path, id):
    with Program().workspace(folder) as workspace:
        return dict(diagnosing.load(id, workspace).options)


def opened_by_age(package: Path, words: str, folder: Path) -> bytes:
    """Open the content as somebody would who never saw this program."""
    subprocess.run(["unzip", "-q", str(package), "-d", str(folder)], check=True)
    (content,) = folder.glob("*/data/content.age")
    plain = folder / "content.zip"
    child, terminal = pty.fork()  # age asks for a passphrase at a terminal only
    if child == 0:
        os.execvp("age", ["age", "-d", "-o", str(plain), str(content)])  # noqa: S606
    os.read(terminal, 1000)
    os.write(terminal, words.encode() + b"\n")
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    os.close(terminal)
    return plain.read_bytes()


def test_a_part_travels_and_is_merged(travelled, capsys, tmp_path):
    folder, stick, id, first = travelled
    school, colleague = folder / "school", folder / "colleague"
    at_school, at_colleague = (
        ("--workspace", str(school)),
        ("--workspace", str(colleague)),
    )
    given = told(
        capsys, "part", "give", *at_school, "--to", str(stick),
        "--for", "Громова Л. И.", "--directions", DIRECTION, "--due", "2026-12-04",
    )  # fmt: skip
    package = Path(given["path"])
    assert len(given["words"].split()) == 6
    assert b"content.json" in opened_by_age(package, given["words"], tmp_path)

    # without the words nobody opens it
    assert run(["part", "read", str(package), *at_colleague]) == 1
    assert "Слова к этой части не подходят." in capsys.readouterr().err

    spoken = given["words"].title().replace(" ", ", ")
    got = told(capsys, "part", "read", str(package), *at_colleague, "--words", spoken)
    assert (got["returned"], got["conflicts"], got["already"]) == (False, [], False)
    assert set(options(colleague, id)) == {c for c in first if c.startswith("zn.")}

    codes = sorted(c for c in first if c.startswith("zn."))
    mine, theirs, both = codes[:3]

    def other(code, number):
        kinds = Program().forms.edition(Program().forms.codes()[0]).indicators
        indicator = next(i for i in kinds if i.code == code)
        left = [o.id for o in indicator.options if o.id != first[code].option]
        return left[min(number, len(left) - 1)]

    answer(school, id, mine, other(mine, 0))
    answer(colleague, id, theirs, other(theirs, 0))
    answer(school, id, both, None)
    answer(colleague, id, both, other(both, 0))
    back = told(capsys, "part", "return", *at_colleague, "--to", str(stick))

    # the words are known where the part was given out
    seen = told(capsys, "part", "read", back["path"], *at_school, "--preview")
    assert seen["source"] == "Громова Л. И."
    assert seen["conflicts"] == [both]
    assert (seen["relations"][mine], seen["relations"][theirs]) == ("here", "there")

    assert run(["part", "read", back["path"], *at_school]) == 1
    out, err = capsys.readouterr()
    assert "Отличаются: значение" in out
    assert "Здесь:   нет ответа" in out
    assert "Ещё не решено: 1\u00a0расхождение." in err

    before = options(school, id)
    taken = told(capsys, "part", "read", back["path"], *at_school, "--take", "there")
    expected = {
        **before,
        theirs: other(theirs, 0),
        both: other(both, 0),
    }
    assert options(school, id) == expected
    again = told(capsys, "part", "read", back["path"], *at_school)
    assert (again["already"], again["merge"]) == (True, taken["merge"])
    assert options(school, id) == expected

    assert run(["part", "undo", *at_school]) == 0
    assert "Слияние отменено." in capsys.readouterr().out
    assert options(school, id) == before

    assert run(["part", "list", *at_school]) == 0
    assert (
        f"Громова Л. И.: {DIRECTION}; на руках, ждём 04.12.2026"
        in capsys.readouterr().out
    )


def test_wrong_use_is_told(travelled, capsys, tmp_path):
    folder, stick, _, _ = travelled
    school = ("--workspace", str(folder / "school"))
    arguments = ["part", "give", *school, "--to", str(stick), "--for", "Громова"]
    assert run([*arguments, "--directions", "xx"]) == 1
    assert "Часть не выбрана." in capsys.readouterr().err
    assert run([*arguments, "--directions", DIRECTION, "--due", "завтра"]) == 2
    assert run(["part", "return", *school, "--to", str(stick)]) == 1
    assert "выдавали не с этого" in capsys.readouterr().err
    assert run(["part", "undo", *school]) == 1
    assert "отменять слияния" in capsys.readouterr().err.casefold()
    other = tmp_path / "other.shkola"
    other.write_bytes(b"no package")
    assert run(["part", "read", str(other), *school]) == 1
