"""The whole check: order, what is ignored, what is told of every text."""

import re
from pathlib import Path

from shkola_desktop.domain.programme import Cause
from shkola_desktop.domain.programme_parts import Ignored
from shkola_desktop.domain.self_check.check import GUARANTEED, RULES, check
from shkola_desktop.domain.self_check.finding import Severity
from tests.support.builders import a_deficit
from tests.support.checks import MEASURES, a_check, everything

ALL = [
    *(f"C{n}" for n in range(1, 9)),
    *(f"L{n}" for n in range(1, 9)),
    *(f"M{n}" for n in range(1, 6)),
    *(f"T{n}" for n in range(1, 7)),
    *(f"K{n}" for n in range(1, 8)),
    *(f"F{n}" for n in range(1, 10)),
    *(f"P{n}" for n in range(1, 4)),
]


def test_every_rule_is_judged_or_kept_by_the_program():
    assert sorted([r.id for r in RULES] + list(GUARANTEED)) == sorted(ALL)


def test_every_rule_has_a_test_of_its_own():
    folder = Path(__file__).parent
    tests = "\n".join(p.read_text("utf-8") for p in folder.glob("test_*.py"))
    tested = set(re.findall(r"def test_([a-z]\d)_", tests))
    assert {r.id.lower() for r in RULES} - tested == set()


def faulty(**programme):
    late = a_deficit(
        code="02",
        indicator="b.1.1",
        direction="b",
        causes=(),
        measures=MEASURES,
    )
    first = a_deficit(causes=(), measures=MEASURES)
    known = {"deficits": (late, first), "team": (), "goal": "К 2035 году"}
    return a_check({**known, **programme}, {"site": ""}, pages=100)


def test_errors_come_first_then_as_the_document_goes():
    assert everything(faulty()) == [
        "K1 passport:goal",
        "L2 deficit:02",
        "L2 deficit:01",
        "C6 school:site",
        "C5 team",
        "F6 pages",
    ]


def test_what_is_ignored_is_listed_apart_with_its_reason():
    ignored = (
        Ignored("L2", "deficit:01", "причина в разделе 3"),
        Ignored("C6", "school:site", " "),
        Ignored("T1", "measure:gone", "уже исправлено"),
    )
    checked = check(faulty(ignored=ignored))
    assert [(i.finding.rule, i.finding.place, i.reason) for i in checked.ignored] == [
        ("L2", "deficit:01", "причина в разделе 3")
    ]
    left = [(f.rule, f.place) for f in checked.findings]
    assert ("L2", "deficit:01") not in left
    assert ("L2", "deficit:02") in left
    assert ("C6", "school:site") in left  # without a reason nothing is ignored


def test_a_deficit_that_is_left_out_is_judged_by_no_rule_of_the_plan():
    left = a_deficit(
        code="09",
        indicator="b.1.1",
        direction="b",
        causes=(Cause("нет", external=False),),
        measures=(),
        left_out="решается районом",
    )
    sound = a_deficit(measures=MEASURES)
    assert everything(a_check({"deficits": (sound, left)})) == []


def test_severities_have_an_order():
    assert [s.name for s in Severity] == ["ERROR", "WARN", "INFO"]


def test_an_impossible_period_and_empty_data_do_not_stop_the_check():
    empty = a_check({"first_year": 2030, "last_year": 2027}, answers={}, acts=())
    assert "C2 title" in everything(empty)
    blank = a_deficit(text="", direction="zz", indicator="zz", causes=(), measures=())
    assert "C4 deficit:01" in everything(a_check({"deficits": (blank,), "team": ()}))
