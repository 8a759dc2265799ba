"""Answers as they are given: taken, withdrawn, commented, never lost on the way."""

import pytest

from shkola_desktop.app import answering, diagnosing, editions, logbook, registering
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.diagnosis import Status
from shkola_desktop.domain.errors import (
    AnswersRefused,
    CommentTooLong,
    NoSchool,
    NoSuchDiagnosis,
)
from tests.support.builders import a_school, an_edition
from tests.support.fakes import FakeCatalogue, Tables, a_workspace

ASKED = ("a.1.1", "a.1.2", "b.1.1", "b.1.2")
"""What the school of the builders answers: НОО and ООО without ОВЗ."""


@pytest.fixture
def tables():
    return Tables()


@pytest.fixture
def workspace(tables):
    workspace = a_workspace(tables)
    registering.save_school(a_school(), workspace)
    registering.save_setting(logbook.PERSON, "Громова Е. В.", workspace)
    return workspace


@pytest.fixture
def id(workspace):
    return diagnosing.start(2026, workspace).id


def actions(workspace):
    with workspace.open_work() as work:
        return [(a.kind, a.subject, a.old, a.new) for a in work.actions.list()]


def test_a_diagnosis_begins_with_the_school_s_variant_and_keeps_its_pack(
    workspace, tables
):
    diagnosis = diagnosing.start(2026, workspace)
    assert diagnosis.variant.code == "mainstream/noo+ooo/no-ovz"
    assert (diagnosis.year, diagnosis.status) == (2026, Status.DRAFT)
    assert tables.editions == {"ab" * 32: "pack of tiny"}
    form = editions.form_of(diagnosis, workspace)
    assert tuple(i.code for i in form.indicators) == ASKED


def test_a_year_has_one_diagnosis(workspace, id):
    assert diagnosing.start(2026, workspace).id == id
    assert diagnosing.start(2027, workspace).id != id
    years = [d.year for d in diagnosing.diagnoses_of(workspace)]
    assert years == [2027, 2026]


def test_without_a_school_nothing_begins():
    with pytest.raises(NoSchool):
        diagnosing.start(2026, a_workspace())
    assert diagnosing.diagnoses_of(a_workspace()) == ()


def test_an_answer_is_taken_changed_and_withdrawn(workspace, id):
    first = answering.answer(id, "a.1.1", "o1", workspace)
    assert (first.before, first.after.option) == (None, "o1")
    assert first.after.changed_by == "Громова Е. В."
    second = answering.answer(id, "a.1.1", "o2", workspace)
    assert second.before == first.after
    assert second.after.base == first.after.version
    assert second.after.changed_at > first.after.changed_at
    answering.answer(id, "a.1.1", None, workspace)
    diagnosis = diagnosing.load(id, workspace)
    assert dict(diagnosis.options) == {}
    assert diagnosis.answers["a.1.1"].empty


def test_every_change_is_in_the_log(workspace, id):
    answering.answer(id, "a.1.1", "o1", workspace)
    answering.comment(id, "a.1.1", "Приказ № 5", workspace)
    assert actions(workspace)[:2] == [
        (ActionKind.ANSWER_CHANGED, "a.1.1", "o1", "o1; Приказ № 5"),
        (ActionKind.ANSWER_CHANGED, "a.1.1", "", "o1"),
    ]


def test_a_comment_and_an_answer_leave_each_other_alone(workspace, id):
    answering.comment(id, "a.1.1", "Приказ № 5", workspace)
    assert dict(diagnosing.load(id, workspace).options) == {}
    answering.answer(id, "a.1.1", "o1", workspace)
    answering.answer(id, "a.1.1", None, workspace)
    assert diagnosing.load(id, workspace).answers["a.1.1"].comment == "Приказ № 5"


def test_a_comment_has_a_limit(workspace, id):
    answering.comment(id, "a.1.1", "ё" * 4000, workspace)
    with pytest.raises(CommentTooLong) as caught:
        answering.comment(id, "a.1.1", "ё" * 4001, workspace)
    assert (caught.value.length, caught.value.limit) == (4001, 4000)
    assert len(diagnosing.load(id, workspace).answers["a.1.1"].comment) == 4000


def test_an_unknown_diagnosis_is_told(workspace):
    for ask in (
        lambda: diagnosing.load("x", workspace),
        lambda: answering.answer("x", "a.1.1", "o1", workspace),
        lambda: answering.comment("x", "a.1.1", "", workspace),
        lambda: diagnosing.complete("x", workspace),
        lambda: diagnosing.reopen("x", "причина", workspace),
    ):
        with pytest.raises(NoSuchDiagnosis) as caught:
            ask()
        assert caught.value.id == "x"


def test_a_diagnosis_keeps_the_form_that_it_was_made_with(tables, workspace, id):
    class Corrected(FakeCatalogue):
        def from_pack(self, text):
            assert text == "pack of tiny"
            return an_edition()

    shorter = an_edition(hash="cd" * 32, directions=an_edition().directions[:1])
    later = a_workspace(tables, catalogue=Corrected(shorter))
    diagnosis = diagnosing.load(id, later)
    form = editions.form_of(diagnosis, later)
    assert tuple(i.code for i in form.indicators) == ASKED
    assert diagnosing.start(2027, later).edition_hash == "cd" * 32


def test_answers_from_outside_are_all_checked():
    options = {"a.1.1": "o2", "z.9": "o0", "b.1.1": "o7"}
    with pytest.raises(AnswersRefused) as caught:
        answering.check_options(an_edition(), options)
    found = [(p.place, p.rule, p.what, p.cure) for p in caught.value.problems]
    assert found == [
        ("z.9", "indicator-unknown", "z.9", ""),
        ("b.1.1", "option-unknown", "o7", "o0, o1, o2"),
    ]
    assert answering.check_options(an_edition(), {"a.1.1": "o2"}) == {"a.1.1": "o2"}
