"""A part goes out, is filled elsewhere, comes back, is merged and taken back."""

from dataclasses import replace
from pathlib import Path

import pytest

from shkola_desktop.app import answering, attaching, diagnosing
from shkola_desktop.app.exchange import part_looking, part_merging, parting
from shkola_desktop.app.exchange.parting import Order
from shkola_desktop.domain.diagnosis import Status
from shkola_desktop.domain.errors import (
    AnswersRefused,
    ChoicesMissing,
    DiagnosisFrozen,
    DriveGone,
    NothingToUndo,
    PackageOfOther,
    PackageStale,
    PartBesideOwn,
    PartEmpty,
    PartLate,
    PartOnWrongSide,
    PartUnknown,
    SecretWrong,
)
from shkola_desktop.domain.merging import Choice, Relation, Side
from shkola_desktop.domain.parts import Way
from tests.support.builders import a_diagnosis, a_school, an_answer
from tests.support.fakes import FakeSealer
from tests.support.parts import Desk

DEPUTY, COLLEAGUE = "А. П. Соболева", "Л. И. Громова"


@pytest.fixture
def deputy():
    """The school's own computer: one answer in each direction."""
    desk = Desk("RWdeputy", DEPUTY)
    diagnosis = a_diagnosis()
    answers = {
        "a.1.1": an_answer("o0", version="a0"),
        "b.1.1": an_answer("o1", version="b0"),
    }
    desk.fill(a_school(), replace(diagnosis, answers=answers))
    return desk


@pytest.fixture
def colleague():
    """A computer on which nothing was begun."""
    return Desk("RWcolleague", "")


def give(deputy, *directions, **fields):
    order = Order(directions or ("a",), COLLEAGUE, **fields)
    return parting.give(order, deputy.stick, deputy.workspace)


def pass_on(package, sender, receiver, secret=""):
    """Read a package of one desk on another one and merge it without choices."""
    receiver.receive(sender, package.done)
    preview = part_looking.look(package.done.path, receiver.workspace, secret)
    return part_merging.merge(preview, {}, receiver.workspace)


def answer(desk, code, option):
    answering.answer("d1", code, option, desk.workspace)


def back(colleague):
    (record,) = parting.parts_of(colleague.workspace, Way.HELD)
    return parting.give_back(record.id, colleague.stick, colleague.workspace)


def look(desk, sender, package):
    desk.receive(sender, package.done)
    return part_looking.look(package.done.path, desk.workspace)


def options(desk):
    return dict(diagnosing.load("d1", desk.workspace).options)


def test_a_colleague_gets_the_school_and_only_the_chosen_direction(deputy, colleague):
    given = give(deputy, "a", note="До пятницы")
    pass_on(given, deputy, colleague, given.record.secret)
    (school,) = colleague.tables.schools.values()
    assert (school.code, school.short_name) == ("701204", "Тихореченская ООШ")
    assert options(colleague) == {"a.1.1": "o0"}
    (held,) = parting.parts_of(colleague.workspace)
    assert (held.directions, held.note, held.given_by) == (("a",), "До пятницы", DEPUTY)
    diagnosis = diagnosing.load("d1", colleague.workspace)
    form = parting.form_here(diagnosis, colleague.workspace)
    assert [d.code for d in form.directions] == ["a"]
    # answers are signed with the name that the part was given out to
    answer(colleague, "a.1.1", "o2")
    signed = diagnosing.load("d1", colleague.workspace).answers["a.1.1"].changed_by
    assert signed == COLLEAGUE


def test_the_deputy_fills_everything_meanwhile(deputy):
    give(deputy, "a")
    diagnosis = diagnosing.load("d1", deputy.workspace)
    form = parting.form_here(diagnosis, deputy.workspace)
    assert [d.code for d in form.directions] == ["a", "b"]


def test_what_only_the_colleague_changed_is_taken_without_a_question(deputy, colleague):
    given = give(deputy, "a")
    pass_on(given, deputy, colleague, given.record.secret)
    answer(colleague, "a.1.1", "o1")
    answer(colleague, "a.1.1", "o2")
    answer(colleague, "a.1.2", "o1")
    answer(deputy, "b.1.1", "o2")
    merge = pass_on(back(colleague), colleague, deputy)
    assert options(deputy) == {"a.1.1": "o2", "a.1.2": "o1", "b.1.1": "o2"}
    assert (merge.source, merge.who, merge.asked) == (COLLEAGUE, DEPUTY, ())
    (record,) = parting.parts_of(deputy.workspace)
    assert record.returned_at is not None
    kinds = [(a.kind.value, a.subject, a.reason) for a in deputy.tables.actions]
    assert ("answer_changed", "a.1.2", COLLEAGUE) in kinds
    assert kinds[-1][::2] == ("part_merged", COLLEAGUE)
    assert deputy.workspace.backups.list()


def conflict(deputy, colleague):
    given = give(deputy, "a")
    pass_on(given, deputy, colleague, given.record.secret)
    answer(colleague, "a.1.1", "o2")
    answer(colleague, "a.1.2", "o1")
    answer(deputy, "a.1.1", "o1")
    return back(colleague)


def test_a_conflict_shows_both_values_who_and_when(deputy, colleague):
    preview = look(deputy, colleague, conflict(deputy, colleague))
    (found,) = preview.conflicts
    assert (found.here.option, found.there.option) == ("o1", "o2")
    assert (found.here.changed_by, found.there.changed_by) == (DEPUTY, COLLEAGUE)
    assert preview.source == COLLEAGUE


def test_an_undecided_conflict_changes_nothing(deputy, colleague):
    preview = look(deputy, colleague, conflict(deputy, colleague))
    with pytest.raises(ChoicesMissing) as refused:
        part_merging.merge(preview, {}, deputy.workspace)
    assert refused.value.left == 1
    assert options(deputy) == {"a.1.1": "o1", "b.1.1": "o1"}


def test_an_answer_changed_after_the_preview_is_asked_again(deputy, colleague):
    preview = look(deputy, colleague, conflict(deputy, colleague))
    answer(deputy, "a.1.1", "o0")
    with pytest.raises(ChoicesMissing):
        part_merging.merge(preview, {"a.1.1": Choice(Side.HERE)}, deputy.workspace)
    assert options(deputy)["a.1.1"] == "o0"


@pytest.mark.parametrize(("side", "expected"), [(Side.HERE, "o1"), (Side.THERE, "o2")])
def test_the_decision_holds_and_the_other_value_stays_known(
    deputy, colleague, side, expected
):
    package = conflict(deputy, colleague)
    preview = look(deputy, colleague, package)
    choices = {"a.1.1": Choice(side)}
    merge = part_merging.merge(preview, choices, deputy.workspace)
    assert options(deputy)["a.1.1"] == expected
    line = next(line for line in merge.lines if line.code == "a.1.1")
    assert (line.before.option, line.there.option) == ("o1", "o2")
    # the same package again
    again = look(deputy, colleague, package)
    assert again.merged == merge
    assert again.conflicts == ()
    assert part_merging.merge(again, {}, deputy.workspace) == merge
    assert len(part_merging.merges_of(deputy.workspace)) == 1
    # the same answers in a new package: nobody is asked twice
    second = look(deputy, colleague, back(colleague))
    assert second.conflicts == ()
    part_merging.merge(second, {}, deputy.workspace)
    assert options(deputy)["a.1.1"] == expected


def test_the_colleague_changes_it_once_more_and_is_asked_once_more(deputy, colleague):
    preview = look(deputy, colleague, conflict(deputy, colleague))
    part_merging.merge(preview, {"a.1.1": Choice(Side.HERE)}, deputy.workspace)
    answer(colleague, "a.1.1", "o0")
    preview = look(deputy, colleague, back(colleague))
    assert [m.code for m in preview.conflicts] == ["a.1.1"]


def test_one_undo_takes_the_whole_merge_back(deputy, colleague):
    package = conflict(deputy, colleague)
    preview = look(deputy, colleague, package)
    choices = {"a.1.1": Choice(Side.THERE)}
    merge = part_merging.merge(preview, choices, deputy.workspace)
    undone = part_merging.undo(merge.id, deputy.workspace)
    assert undone.kept == ()
    assert options(deputy) == {"a.1.1": "o1", "b.1.1": "o1"}
    (record,) = parting.parts_of(deputy.workspace)
    assert record.returned_at is None
    with pytest.raises(NothingToUndo):
        part_merging.undo(merge.id, deputy.workspace)
    # the package can be read again and comes to the same
    preview = look(deputy, colleague, package)
    assert [m.code for m in preview.conflicts] == ["a.1.1"]
    part_merging.merge(preview, choices, deputy.workspace)
    assert options(deputy) == {"a.1.1": "o2", "a.1.2": "o1", "b.1.1": "o1"}


def test_undo_leaves_alone_what_was_changed_after_the_merge(deputy, colleague):
    preview = look(deputy, colleague, conflict(deputy, colleague))
    choices = {"a.1.1": Choice(Side.THERE)}
    merge = part_merging.merge(preview, choices, deputy.workspace)
    answer(deputy, "a.1.2", "o0")
    undone = part_merging.undo(merge.id, deputy.workspace)
    assert undone.kept == ("a.1.2",)
    assert options(deputy) == {"a.1.1": "o1", "a.1.2": "o0", "b.1.1": "o1"}


def test_merges_are_taken_back_from_the_last_one(deputy, colleague):
    preview = look(deputy, colleague, conflict(deputy, colleague))
    first = part_merging.merge(preview, {"a.1.1": Choice(Side.HERE)}, deputy.workspace)
    pass_on(back(colleague), colleague, deputy)
    with pytest.raises(NothingToUndo):
        part_merging.undo(first.id, deputy.workspace)


def test_files_travel_and_stay_whatever_is_chosen(deputy, colleague, tmp_path):
    given = give(deputy, "a")
    pass_on(given, deputy, colleague, given.record.secret)
    file = tmp_path / "приказ.pdf"
    file.write_bytes(b"order")
    attaching.attach("d1", "a.1.1", file, colleague.workspace)
    answer(deputy, "a.1.1", "o1")
    preview = look(deputy, colleague, back(colleague))
    choices = {"a.1.1": Choice(Side.HERE, all_files=True)}
    part_merging.merge(preview, choices, deputy.workspace)
    kept = diagnosing.load("d1", deputy.workspace).answers["a.1.1"]
    assert (kept.option, [e.name for e in kept.evidence]) == ("o1", ["приказ.pdf"])
    hash = kept.evidence[0].hash
    assert attaching.evidence_content(hash, deputy.workspace) == b"order"


def test_a_late_part_waits_for_the_diagnosis_to_be_opened_again(deputy, colleague):
    given = give(deputy, "a")
    pass_on(given, deputy, colleague, given.record.secret)
    answer(colleague, "a.1.1", "o2")
    with deputy.workspace.open_work() as work:
        done = work.diagnoses.get("d1").completed(deputy.workspace.clock.now())
        work.diagnoses.put(done)
        work.commit()
    package = back(colleague)
    with pytest.raises(PartLate):
        look(deputy, colleague, package)
    diagnosing.reopen("d1", "Опоздавшая часть", deputy.workspace)
    pass_on(package, colleague, deputy)
    assert options(deputy)["a.1.1"] == "o2"


def test_a_completed_diagnosis_gives_no_parts_and_takes_no_undo(deputy, colleague):
    preview = look(deputy, colleague, conflict(deputy, colleague))
    merge = part_merging.merge(preview, {"a.1.1": Choice(Side.HERE)}, deputy.workspace)
    with deputy.workspace.open_work() as work:
        work.diagnoses.put(
            work.diagnoses.get("d1").completed(deputy.workspace.clock.now())
        )
        work.commit()
    with pytest.raises(DiagnosisFrozen):
        give(deputy, "a")
    with pytest.raises(DiagnosisFrozen):
        part_merging.undo(merge.id, deputy.workspace)
    assert diagnosing.load("d1", deputy.workspace).status is Status.COMPLETED


def test_an_older_return_is_refused(deputy, colleague):
    given = give(deputy, "a")
    pass_on(given, deputy, colleague, given.record.secret)
    answer(colleague, "a.1.1", "o1")
    first = back(colleague)
    answer(colleague, "a.1.1", "o2")
    pass_on(back(colleague), colleague, deputy)
    with pytest.raises(PackageStale):
        look(deputy, colleague, first)
    assert options(deputy)["a.1.1"] == "o2"


def test_a_part_filled_on_two_computers_is_a_conflict_not_a_replacement(
    deputy, colleague
):
    at_home = Desk("RWhome", "")
    given = give(deputy, "a")
    for desk, option in ((colleague, "o1"), (at_home, "o2")):
        pass_on(given, deputy, desk, given.record.secret)
        answer(desk, "a.1.1", option)
    pass_on(back(colleague), colleague, deputy)
    preview = look(deputy, at_home, back(at_home))
    assert [m.code for m in preview.conflicts] == ["a.1.1"]
    assert preview.conflicts[0].relation is Relation.CONFLICT


def test_parts_of_two_colleagues_may_come_in_any_order(deputy, colleague):
    other = Desk("RWother", "")
    for desk, direction, code in (
        (colleague, "a", "a.1.2"),
        (other, "b", "b.1.2"),
    ):
        given = give(deputy, direction)
        pass_on(given, deputy, desk, given.record.secret)
        answer(desk, code, "o1")
    pass_on(back(other), other, deputy)
    pass_on(back(colleague), colleague, deputy)
    assert options(deputy) == {
        "a.1.1": "o0",
        "a.1.2": "o1",
        "b.1.1": "o1",
        "b.1.2": "o1",
    }


def test_each_side_reads_only_what_is_for_it(deputy, colleague):
    given = give(deputy, "a")
    with pytest.raises(PartOnWrongSide):
        look(deputy, deputy, given)
    pass_on(given, deputy, colleague, given.record.secret)
    returned = back(colleague)
    with pytest.raises(PartOnWrongSide):
        look(colleague, colleague, returned)
    stranger = Desk("RWstranger", "")
    stranger.fill(a_school(), a_diagnosis(id="d7"))
    stranger.receive(colleague, returned.done)
    with pytest.raises(PartUnknown):
        part_looking.look(returned.done.path, stranger.workspace, given.record.secret)


def test_a_part_does_not_mix_with_a_diagnosis_begun_there(deputy):
    own = Desk("RWown", "Иванов И. И.")
    own.fill(a_school(), a_diagnosis(id="d7"))
    given = give(deputy, "a")
    own.receive(deputy, given.done)
    with pytest.raises(PartBesideOwn):
        part_looking.look(given.done.path, own.workspace, given.record.secret)


def test_a_part_of_another_school_is_refused(deputy):
    other = Desk("RWother", "")
    other.fill(a_school(code="999"), a_diagnosis(id="d7"))
    given = give(deputy, "a")
    other.receive(deputy, given.done)
    with pytest.raises(PackageOfOther):
        part_looking.look(given.done.path, other.workspace, given.record.secret)


def test_without_the_words_nothing_opens(deputy, colleague):
    given = give(deputy, "a")
    colleague.receive(deputy, given.done)
    for said in ("", "трактор окно береза"):
        with pytest.raises(SecretWrong):
            part_looking.look(given.done.path, colleague.workspace, said)


def test_answers_outside_the_part_are_refused(deputy, colleague):
    given = give(deputy, "a")
    pass_on(given, deputy, colleague, given.record.secret)
    package = back(colleague)
    deputy.receive(
        colleague,
        package.done,
        lambda part: replace(
            part,
            diagnosis=replace(
                part.diagnosis,
                answers={"b.1.1": an_answer("o1"), "a.1.1": an_answer("o9")},
            ),
        ),
    )
    with pytest.raises(AnswersRefused) as refused:
        part_looking.look(package.done.path, deputy.workspace)
    assert {(p.rule, p.place) for p in refused.value.problems} == {
        ("indicator-outside-part", "b.1.1"),
        ("option-unknown", "a.1.1"),
    }


@pytest.mark.parametrize(
    "order", [Order((), COLLEAGUE), Order(("zz",), COLLEAGUE), Order(("a",), "  ")]
)
def test_an_empty_part_is_not_given(deputy, order):
    with pytest.raises(PartEmpty):
        parting.give(order, deputy.stick, deputy.workspace)
    assert parting.parts_of(deputy.workspace) == ()


def test_a_stick_that_goes_away_leaves_no_part_in_the_list(deputy):
    broken = replace(deputy.workspace, sealer=FakeSealer(DriveGone(Path("/stick"))))
    with pytest.raises(DriveGone):
        parting.give(Order(("a",), COLLEAGUE), deputy.stick, broken)
    assert parting.parts_of(deputy.workspace) == ()


def test_undo_on_the_colleagues_side_gives_the_part_away_again(deputy, colleague):
    given = give(deputy, "a")
    merge = pass_on(given, deputy, colleague, given.record.secret)
    part_merging.undo(merge.id, colleague.workspace)
    assert options(colleague) == {}
    assert parting.parts_of(colleague.workspace) == ()
    pass_on(given, deputy, colleague, given.record.secret)
    assert options(colleague) == {"a.1.1": "o0"}
