"""``shkola answers``: a table out, answers in; nothing changes without ``--apply``."""

import json

import pytest
from openpyxl import load_workbook

from shkola_desktop.app import diagnosing
from shkola_desktop.bootstrap import Program
from shkola_desktop.cli.application import run
from tests.support import printouts as printed


@pytest.fixture
def draft(place):
    """The demo's workspace with this year's diagnosis open for changes."""
    with Program().workspace(place) as workspace:
        newest = diagnosing.diagnoses_of(workspace)[0]
        diagnosing.reopen(newest.id, "проверка", workspace)
    return place


@pytest.fixture
def shkola(capsys):
    def call(*arguments):
        status = run(["answers", *map(str, arguments)])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return status, out, err

    return call


def taken(place, code="zn.1.1"):
    with Program().workspace(place) as workspace:
        return diagnosing.diagnoses_of(workspace)[0].options.get(code)


def test_a_table_goes_out_and_comes_back(shkola, draft, tmp_path):
    table = tmp_path / "a.xlsx"
    assert shkola("to-xlsx", "--workspace", draft, "--out", table)[0] == 0
    book = load_workbook(table)
    assert book["Знание"]["A4"].value == "zn.1.1"
    book["Знание"]["E4"] = "0"
    book.save(table)
    status, out, _ = shkola("read", table, "--workspace", draft, "--json")
    found = json.loads(out)
    changed = [one for one in found["answers"] if one["fate"] != "same"]
    assert (status, found["kind"], found["applied"]) == (0, "table", None)
    (one,) = changed
    assert one.pop("comment").startswith("Конференция «Первые шаги» 12 апреля")
    assert one == {
        "indicator": "zn.1.1",
        "fate": "changed",
        "old": "o2",
        "new": "o0",
    }
    assert taken(draft) == "o2"
    status, out, _ = shkola("read", table, "--workspace", draft, "--apply")
    assert status == 0
    assert out.endswith("Перенесено: 1\xa0ответ\n")
    assert taken(draft) == "o0"


def test_a_table_with_faults_changes_nothing(shkola, draft, tmp_path):
    table = tmp_path / "a.xlsx"
    shkola("to-xlsx", "--workspace", draft, "--out", table)
    book = load_workbook(table)
    book["Знание"]["E4"], book["Знание"]["E5"] = "=1+1", "0"
    book.save(table)
    status, _, err = shkola("read", table, "--workspace", draft, "--apply")
    assert status == 1
    assert "Знание, E4: в ячейке формула." in err
    assert taken(draft, "zn.1.2") == "o1"


def test_a_printout_is_read_and_its_sum_is_checked(shkola, draft, tmp_path):
    page = tmp_path / "a.html"
    row = ("1", "Обеспеченность учебниками и учебными пособиями", "", "2")
    page.write_text(printed.as_html(["Сумма баллов за весь тест: 3"], [row]), "utf-8")
    status, out, _ = shkola("read", page, "--workspace", draft, "--apply", "--json")
    found = json.loads(out)
    assert (status, found["kind"], found["total"]) == (0, "printout", 3)
    assert found["warnings"][0].startswith("В распечатке 3\xa0балла")
    assert taken(draft, "zn.1.3") == "o2"


def test_a_completed_diagnosis_is_left_alone(shkola, place, tmp_path):
    page = tmp_path / "a.html"
    row = ("1", "Обеспеченность учебниками и учебными пособиями", "", "0")
    page.write_text(printed.as_html([], [row]), "utf-8")
    status, _, err = shkola("read", page, "--workspace", place, "--apply")
    assert status == 1
    assert "Самодиагностика завершена, ответы не меняются." in err


def test_another_ending_is_wrong_usage(shkola, draft, tmp_path):
    assert shkola("to-xlsx", "--workspace", draft, "--out", tmp_path / "a.csv")[0] == 2
