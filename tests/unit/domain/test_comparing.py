"""Two states of a programme compared: nothing is missed, nothing is made up."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shkola_desktop.domain.comparing import SECTIONS, compare
from shkola_desktop.domain.differences import Difference, DifferenceKind
from shkola_desktop.domain.execution import (
    CheckKind,
    Execution,
    MeasureRecord,
    Progress,
    YearCheck,
)
from shkola_desktop.domain.programme import Cause, Member
from shkola_desktop.domain.programme_parts import (
    Addressee,
    Approval,
    ApprovalRow,
    Change,
    OwnText,
    PlannedMonitoring,
    PlannedRisk,
    Swot,
    Target,
)
from tests.support.builders import a_deficit, a_measure, a_programme

ADDED, REMOVED, CHANGED = DifferenceKind
OLD = a_programme()
(DEFICIT,) = OLD.deficits
RISK = PlannedRisk("паводок", "нет подвоза", "запас")
WATCHED = PlannedMonitoring("кружки", "опрос", "весной", "завуч", "педсовет")
TARGET = Target("Кружки", "%", "40", ("45", "50"))


def with_measure(**fields):
    changed = replace(DEFICIT, measures=(a_measure(**fields),))
    return a_programme(deficits=(changed,))


def test_the_same_has_no_differences():
    assert compare(OLD, a_programme()) == ()


@pytest.mark.parametrize(
    ("fields", "section", "place", "field", "new"),
    [
        ({"last_year": 2031}, "passport", "passport:period", "period", (2027, 2031)),
        ({"goal": "Ц"}, "passport", "passport:goal", "goal", "Ц"),
        ({"preset": "volgograd"}, "passport", "title", "preset", "volgograd"),
        ({"risks": (RISK,)}, "mechanisms", "risks", "risk.list", (RISK,)),
        (
            {"monitoring": (WATCHED,)},
            "mechanisms",
            "monitoring",
            "monitoring.list",
            (WATCHED,),
        ),
        ({"finance": ()}, "mechanisms", "finance", "finance.list", ()),
        (
            {"texts": MappingProxyType({"about": "Река."})},
            "about",
            "section:about",
            "words",
            "Река.",
        ),
        (
            {"own_texts": (OwnText("results.opening", "Своё", "Готовое"),)},
            "results",
            "text:results.opening",
            "own_text",
            "Своё",
        ),
    ],
)
def test_a_single_value_is_told_with_its_place(fields, section, place, field, new):
    (found,) = compare(OLD, replace(OLD, **fields))
    assert (found.section, found.place, found.kind) == (section, place, CHANGED)
    assert (found.field, found.new) == (field, new)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"team": (Member("А", "директор"),)}, "member"),
        ({"swot": Swot(strengths=("коллектив",))}, "swot.strengths"),
        ({"targets": (TARGET,)}, "target"),
        ({"changes": (Change(date(2027, 9, 1), "приказ", "срок"),)}, "change"),
    ],
)
def test_a_new_row_is_added_and_from_the_other_side_removed(fields, field):
    new = replace(OLD, **fields)
    (found,) = compare(OLD, new)
    assert (found.kind, found.field, found.old) == (ADDED, field, None)
    (back,) = compare(new, OLD)
    assert (back.kind, back.field, back.new) == (REMOVED, field, None)


@pytest.mark.parametrize(
    ("name", "row", "field", "value"),
    [
        ("team", Member("А", "директор"), "leads", True),
        ("team", Member("А", "директор"), "controls", True),
        ("risks", RISK, "likelihood", "high"),
        ("monitoring", WATCHED, "who", "директор"),
        ("targets", TARGET, "values", ("45", "60")),
    ],
)
def test_a_field_of_a_row_is_told_with_the_rows_name(name, row, field, value):
    before = replace(OLD, **{name: (row,)})
    after = replace(OLD, **{name: (replace(row, **{field: value}),)})
    (found,) = compare(before, after)
    called = getattr(row, "name", "") or getattr(row, "text", "") or row.what
    assert found.field.endswith(f".{field}")
    assert (found.kind, found.new) == (CHANGED, value)
    assert found.names == (called, called)


def test_marks_and_checks_are_compared_with_none():
    done = MeasureRecord("m1", 2027, Progress.DONE)
    held = YearCheck(2027, CheckKind.JUNE, by="директор")
    marked = replace(OLD, execution=Execution(records=(done,), checks=(held,)))
    found = compare(OLD, marked)
    assert [(d.section, d.field, d.old, d.new, d.names[1]) for d in found] == [
        (
            "execution",
            "record.state",
            "not_begun",
            "done",
            "Утвердить положение, 2027",
        ),
        ("execution", "check_june.by", "", "директор", "2027"),
    ]


def test_reached_values_are_compared():
    reached = replace(TARGET, reached=("44",))
    (found,) = compare(
        replace(OLD, targets=(TARGET,)), replace(OLD, targets=(reached,))
    )
    assert (found.field, found.new) == ("target.reached", ("44",))


def test_an_approval_is_told_field_by_field():
    given = ApprovalRow(founder=Approval(date(2026, 12, 1), "5"))
    found = compare(OLD, replace(OLD, approvals=given))
    assert [(d.place, d.field, d.new) for d in found] == [
        ("approvals:founder", "approval.on", date(2026, 12, 1)),
        ("approvals:founder", "approval.number", "5"),
    ]
    others = ApprovalRow(others=(("Совет школы", Approval()),))
    (found,) = compare(OLD, replace(OLD, approvals=others))
    assert found.field == "approval.others"


@pytest.mark.parametrize(
    "field",
    ["text", "result", "indicator", "responsible", "term", "resource", "finance"],
)
def test_every_field_of_a_measure_is_compared(field):
    (found,) = compare(OLD, with_measure(**{field: "иначе"}))
    old = getattr(a_measure(), field)
    assert (found.place, found.field) == ("deficit:01", f"measure.{field}")
    assert (found.old, found.new) == (old, "иначе")


@pytest.mark.parametrize("field", ["text", "left_out", "depends", "decision", "task"])
def test_every_field_of_a_deficit_is_compared(field):
    changed = replace(DEFICIT, **{field: "иначе"})
    (found,) = compare(OLD, a_programme(deficits=(changed,)))
    assert (found.place, found.field) == ("deficit:01", f"deficit.{field}")


def test_causes_come_and_go_and_keep_their_task():
    (cause,) = DEFICIT.causes
    causes = (replace(cause, task="учить"), Cause("мало детей", external=True))
    found = compare(OLD, a_programme(deficits=(replace(DEFICIT, causes=causes),)))
    assert [(d.kind, d.field) for d in found] == [
        (CHANGED, "cause.task"),
        (ADDED, "cause"),
    ]


def test_a_measure_and_a_deficit_come_and_go():
    wider = a_programme(deficits=(replace(DEFICIT, measures=()), a_deficit(code="02")))
    found = compare(OLD, wider)
    assert [(d.kind, d.field, d.place) for d in found] == [
        (REMOVED, "measure", "deficit:01"),
        (ADDED, "deficit", "deficit:02"),
    ]


def test_another_order_of_deficits_is_a_difference():
    second = a_deficit(code="02", indicator="a.1.2")
    one, other = (DEFICIT, second), (second, DEFICIT)
    (found,) = compare(a_programme(deficits=one), a_programme(deficits=other))
    assert (found.field, found.old, found.new) == ("order", ("01", "02"), ("02", "01"))


def test_two_rows_of_one_name_are_both_seen():
    twice = replace(OLD, targets=(TARGET, replace(TARGET, baseline="1")))
    (found,) = compare(replace(OLD, targets=(TARGET,)), twice)
    assert (found.kind, found.new) == (ADDED, replace(TARGET, baseline="1"))


def test_differences_stand_in_the_order_of_the_document():
    new = replace(
        OLD,
        changes=(Change(date(2027, 9, 1), "", "срок"),),
        goal="Ц",
        deficits=(),
        swot=Swot(threats=("паводок",)),
        texts=MappingProxyType({"results": "Слова", "about": "Река"}),
        own_texts=(OwnText("elsewhere.x", "Своё", ""),),
        finance=("бюджет",),
    )
    assert [d.section for d in compare(OLD, new)] == [
        "passport",
        "about",
        "analysis",
        "development",
        "results",
        "mechanisms",
        "changes",
        "elsewhere",
    ]


WORDS = st.sampled_from(["", "а", "б"])
CODES = st.sampled_from(["01", "02", "03"])
MEASURES = st.lists(
    st.builds(a_measure, id=st.sampled_from(["m1", "m2"]), text=WORDS, term=WORDS),
    max_size=2,
).map(tuple)
CAUSES = st.lists(
    st.builds(Cause, WORDS, external=st.booleans(), task=WORDS), max_size=2
).map(tuple)
DEFICITS = st.lists(
    st.builds(
        a_deficit,
        code=CODES,
        text=WORDS,
        left_out=WORDS,
        causes=CAUSES,
        measures=MEASURES,
    ),
    max_size=3,
).map(tuple)
LINES = st.lists(WORDS, max_size=3).map(tuple)
PROGRAMMES = st.builds(
    a_programme,
    goal=WORDS,
    last_year=st.integers(2029, 2031),
    deficits=DEFICITS,
    team=st.lists(st.builds(Member, WORDS, WORDS), max_size=3).map(tuple),
    swot=st.builds(Swot, LINES, LINES),
    risks=st.none()
    | st.lists(st.builds(PlannedRisk, WORDS, WORDS, WORDS), max_size=2).map(tuple),
    finance=st.none() | LINES,
    targets=st.lists(st.builds(Target, WORDS, WORDS, WORDS, LINES), max_size=2).map(
        tuple
    ),
    texts=st.dictionaries(st.sampled_from(SECTIONS), WORDS, max_size=2),
    own_texts=st.lists(
        st.builds(OwnText, st.sampled_from(["goal.x", "results.y"]), WORDS, WORDS),
        max_size=2,
    ).map(tuple),
)


@given(PROGRAMMES)
def test_nothing_differs_from_itself(programme):
    assert compare(programme, replace(programme)) == ()


@given(PROGRAMMES, PROGRAMMES)
def test_the_other_side_sees_the_same_mirrored(one, other):
    mirrored = tuple(known.mirrored for known in compare(one, other))
    assert compare(other, one) == mirrored


def test_mirrored_twice_is_the_same():
    known = Difference("passport", "passport:goal", ADDED, "x", None, "y", ("а", "б"))
    assert known.mirrored.names == ("б", "а")
    assert known.mirrored.mirrored == known


def test_another_addressee_of_the_letter_is_told():
    given = ApprovalRow(addressee=Addressee("начальник", "Петров"))
    found = compare(OLD, replace(OLD, approvals=given))
    assert [(known.field, known.new) for known in found] == [
        ("addressee.position", "начальник"),
        ("addressee.name", "Петров"),
    ]
