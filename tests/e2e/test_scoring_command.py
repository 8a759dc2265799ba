"""``shkola score``: answers in, points out; every fault named."""

import json
import subprocess
import sys

import pytest

from shkola_desktop.cli.application import run

SCHOOL = {"kind": "mainstream", "programmes": ["noo", "ooo"], "ovz": False}
ANSWERS = {"zn.1.1": "o2", "zn.1.2": "o1", "tv.2.3": "o3"}


def a_file(**fields):
    known = {"edition": "smp-2024", "school": SCHOOL, "answers": ANSWERS}
    return json.dumps({**known, **fields})


@pytest.fixture
def score(tmp_path, capsys):
    """Score a text put into a file; return status, stdout, stderr."""

    def call(text):
        path = tmp_path / "answers.json"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        status = run(["score", str(path)])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return status, out, err

    return call


def check_golden(out):
    # the scenario «Несколько ответов» of the form, counted apart from the program
    found = json.loads(out)
    points = {d["id"]: d["score"] for d in found["directions"]}
    assert (found["total"], found["maximum"], found["complete"]) == (6, 180, False)
    assert points == {
        "znanie": 3,
        "zdorovie": 0,
        "tvorchestvo": 3,
        "vospitanie": 0,
        "proforientaciya": 0,
        "uchitel": 0,
        "klimat": 0,
        "sreda": 0,
    }
    assert found["level"] == {
        "id": "below_basic",
        "name": "ниже базового",
        "basis": "orientation",
    }
    assert found["variant"] == "mainstream/noo+ooo/no-ovz"
    assert "zn.1.1" not in found["missing"]
    assert "zn.1.3" in found["missing"]
    assert list(found) == [
        "edition",
        "edition_hash",
        "variant",
        "complete",
        "missing",
        "total",
        "maximum",
        "level",
        "directions",
    ]


def test_a_file_is_scored(score):
    status, out, err = score(a_file())
    assert (status, err) == (0, "")
    check_golden(out)


def test_a_mark_at_the_beginning_of_the_file_does_no_harm(score):
    status, out, _ = score(b"\xef\xbb\xbf" + a_file().encode())
    assert status == 0
    check_golden(out)


def test_standard_input_is_scored():
    command = [sys.executable, "-m", "shkola_desktop", "score", "-"]
    done = subprocess.run(
        command, input=a_file().encode(), capture_output=True, check=True
    )
    check_golden(done.stdout.decode())


def test_a_critical_zero_takes_the_points_of_its_direction(score):
    _, out, _ = score(a_file(answers={**ANSWERS, "zn.2.1": "o0"}))
    first = json.loads(out)["directions"][0]
    assert (first["raw"], first["score"], first["zeroed_by"]) == (3, 0, ["zn.2.1"])


def test_every_unknown_thing_is_named(score):
    school = {**SCHOOL, "programmes": ["noo", "soo"]}
    answers = {"zn.1.1": "o9", "zz.1": "o0", "zn.1.2": "o1"}
    status, out, err = score(a_file(school=school, answers=answers))
    assert (status, out) == (1, "")
    assert err.splitlines() == [
        "Ответы не подходят к форме, ошибок: 3. Исправьте ответы по списку.",
        "  school: для школы «mainstream/noo+soo/ovz=False» формы нет.",
        "  zn.1.1: нет значения «o9»; возможны: o0, o1, o2, o3.",
        "  zz.1: в форме нет показателя «zz.1».",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (a_file(edition="smp-2030"), ["Форма «smp-2030» не найдена.", "smp-2024"]),
        (
            a_file(school={**SCHOOL, "kind": "boarding"}),
            ["Вид школы «boarding» форме не известен."],
        ),
        (a_file(school={**SCHOOL, "programmes": ["spo"]}), ["не известны: spo."]),
        (a_file(school={**SCHOOL, "programmes": []}), ["формы нет"]),
        ("", ["это не JSON"]),
        ("{", ["это не JSON"]),
        ("[" * 100_000, ["это не JSON"]),
        ("1" * 10_000, ["это не JSON"]),
        ("[]", ["ожидается объект JSON"]),
        (
            '{"edition": "smp-2024"}',
            ["нет обязательного поля «answers»", "нет обязательного поля «school»"],
        ),
        (a_file(extra=1), ["лишнее поле «extra»"]),
        (
            a_file(edition=5, school={**SCHOOL, "ovz": "да"}, answers={"zn.1.1": 2}),
            ["edition: ожидается", "school.ovz: ожидается", "answers.zn.1.1: ожидает"],
        ),
        ('{"edition": "a", "edition": "b"}', ["поле «edition» записано дважды"]),
        (a_file() + " " * 1_000_001, ["файл больше допустимого: 1000"]),
        (a_file() + " " * 4_000_001, ["слишком большой", "3,8\u00a0МБ"]),
        (b"\xff\xfe{}", ["прочитать не удалось"]),
        (a_file(answers={"\ud800": "o0"}), ["в форме нет показателя"]),
        (a_file(edition="\ud800"), ["не найдена"]),
    ],
)
def test_a_refusal_names_what_is_wrong(score, text, words):
    status, out, err = score(text)
    assert (status, out) == (1, "")
    for word in words:
        assert word in err


@pytest.mark.parametrize("name", ["", ".", "none.json", "a" * 300 + ".json"])
def test_a_file_that_cannot_be_read(tmp_path, capsys, name):
    assert run(["score", str(tmp_path / name)]) == 1
    assert "прочитать не удалось" in capsys.readouterr().err
