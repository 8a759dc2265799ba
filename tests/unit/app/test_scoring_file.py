"""Answers from outside: scored, or refused with every fault and its place."""

import json

import pytest

from shkola_desktop.app import scoring_file
from shkola_desktop.domain.errors import (
    AnswersRefused,
    InputUnreadable,
    NoSuchEdition,
    VariantUnknown,
)
from tests.support.fakes import FakeCatalogue

SCHOOL = {"kind": "mainstream", "programmes": ["ooo", "noo"], "ovz": False}


def a_file(**fields):
    known = {"edition": "tiny", "school": SCHOOL, "answers": {"a.1.1": "o2"}}
    return json.dumps({**known, **fields}, ensure_ascii=False)


def scored(text):
    return scoring_file.score_text(text, "ответы.json", FakeCatalogue())


def faults(text):
    with pytest.raises(InputUnreadable) as caught:
        scored(text)
    assert caught.value.name == "ответы.json"
    return [(p.place, p.rule, p.what) for p in caught.value.problems]


def test_answers_are_scored_in_the_documented_shape():
    answers = {"a.1.1": "o2", "a.1.2": "o0", "b.1.1": "o2"}
    assert scoring_file.as_dict(scored(a_file(answers=answers))) == {
        "edition": "tiny",
        "edition_hash": "ab" * 32,
        "variant": "mainstream/noo+ooo/no-ovz",
        "complete": False,
        "missing": ["b.1.2"],
        "total": 3,
        "maximum": 7,
        "level": {"id": "basic", "name": "базовый", "basis": "orientation"},
        "directions": [
            {
                "id": "a",
                "name": "Направление a",
                "score": 0,
                "raw": 2,
                "maximum": 3,
                "level": {
                    "id": "below",
                    "name": "ниже базового",
                    "basis": "orientation",
                },
                "zeroed_by": ["a.1.2"],
            },
            {
                "id": "b",
                "name": "Направление b",
                "score": 3,
                "raw": 3,
                "maximum": 4,
                "level": {"id": "medium", "name": "средний", "basis": "orientation"},
                "zeroed_by": [],
            },
        ],
    }


def test_answers_that_this_school_is_not_asked_are_listed():
    found = scored(a_file(answers={"a.2.2": "o1", "a.2.1": "o1", "a.1.1": "o1"}))
    assert found.ignored == ("a.2.1", "a.2.2")
    assert found.result.total == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[]", [("", "not-object", "")]),
        ('{"a":1,"a":2}', [("a", "key-twice", "a"), ("", "key-unknown", "a")]),
        ("{}", [("", "key-missing", "answers")]),
        (a_file(extra=1), [("", "key-unknown", "extra")]),
        (a_file(edition=5), [("edition", "wrong-type", "str")]),
        (a_file(school=[]), [("school", "not-object", "")]),
        (a_file(school={**SCHOOL, "ovz": 1}), [("school.ovz", "wrong-type", "bool")]),
        (
            a_file(school={**SCHOOL, "programmes": "noo"}),
            [("school.programmes", "wrong-type", "list")],
        ),
        (
            a_file(school={**SCHOOL, "programmes": ["noo", 1]}),
            [("school.programmes[1]", "wrong-type", "str")],
        ),
        (a_file(answers=[]), [("answers", "not-object", "")]),
        (a_file(answers={"a.1.1": 2}), [("answers.a.1.1", "wrong-type", "str")]),
        (a_file(answers={"a.1.1": None}), [("answers.a.1.1", "wrong-type", "str")]),
        (a_file(answers={"a.1.1": float("nan")}), [("", "not-json", "NaN")]),
    ],
)
def test_a_fault_of_the_shape_is_told_with_its_place(text, expected):
    found = faults(text)
    assert [fault for fault in expected if fault not in found] == []


def test_every_fault_of_the_shape_is_told_at_once():
    text = '{"edition": 1, "school": {"kind": 2}, "answers": {"a": 3, "a": "o1"}}'
    assert faults(text) == [
        ("a", "key-twice", "a"),
        ("school", "key-missing", "ovz"),
        ("school", "key-missing", "programmes"),
        ("edition", "wrong-type", "str"),
        ("school.kind", "wrong-type", "str"),
    ]


@pytest.mark.parametrize("text", ["", "{", "да", "[" * 100_000, "1" * 10_000, "\0"])
def test_what_is_no_json_is_told(text):
    ((_, rule, _),) = [f for f in faults(text) if f[1] in {"not-json", "not-object"}]
    assert rule == "not-json"


def test_a_text_that_is_too_long_is_not_read():
    assert faults(" " * 1_000_001) == [("", "too-large", "1000001")]


def test_an_unknown_edition_names_the_known_ones():
    with pytest.raises(NoSuchEdition) as caught:
        scored(a_file(edition="smp-2030"))
    assert caught.value.known == ("tiny",)


def test_unknown_indicators_and_options_are_all_named():
    with pytest.raises(AnswersRefused) as caught:
        scored(a_file(answers={"z.1": "o0", "a.1.1": "o9"}))
    found = [(p.place, p.rule) for p in caught.value.problems]
    assert found == [("z.1", "indicator-unknown"), ("a.1.1", "option-unknown")]


def test_an_unknown_variant_is_told_alone_or_with_the_answers():
    school = {**SCHOOL, "programmes": ["soo"]}
    with pytest.raises(VariantUnknown):
        scored(a_file(school=school))
    with pytest.raises(AnswersRefused) as caught:
        scored(a_file(school=school, answers={"z.1": "o0"}))
    found = [(p.place, p.rule) for p in caught.value.problems]
    assert found == [("school", "variant-unknown"), ("z.1", "indicator-unknown")]
