"""Two copies of a diagnosis meet: nothing is lost, the order does not matter."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shkola_desktop.domain.diagnosis import Evidence
from shkola_desktop.domain.merging import (
    Aspect,
    Choice,
    Hand,
    Relation,
    Side,
    after_all,
    conflicts,
    differences,
    meet,
    merged,
    moved_on,
)
from tests.support.builders import NOON, an_answer

PHOTO = Evidence("f" * 64, "фото.jpg", 10)
ORDER = Evidence("e" * 64, "приказ.pdf", 20)
SWAPPED = {
    Relation.HERE: Relation.THERE,
    Relation.THERE: Relation.HERE,
}


def a_hand():
    numbers = iter(range(1, 1000))
    return Hand("Соболева А. П.", NOON, lambda: f"m{next(numbers)}")


def relation(here, there, base):
    (meeting,) = meet(
        {"x": here} if here else {},
        {"x": there} if there else {},
        {"x": base} if base else {},
    )
    return meeting.relation


GIVEN = an_answer("o1", version="v0")
OURS = an_answer("o2", version="v1", base="v0")
THEIRS = an_answer("o0", version="v2", base="v0")


@pytest.mark.parametrize(
    ("here", "there", "base", "expected"),
    [
        (GIVEN, GIVEN, "v0", Relation.SAME),
        (OURS, GIVEN, "v0", Relation.HERE),
        (GIVEN, THEIRS, "v0", Relation.THERE),
        (None, THEIRS, None, Relation.THERE),
        (OURS, None, None, Relation.HERE),
        (OURS, replace(OURS, version="v9"), "v0", Relation.AGREED),
        (OURS, THEIRS, "v0", Relation.CONFLICT),
        (OURS, THEIRS, None, Relation.CONFLICT),
        # several versions later the common one is still what was given out
        (GIVEN, replace(THEIRS, version="v7", base="v6"), "v0", Relation.THERE),
        # a version made straight from the other one needs no record
        (OURS, replace(THEIRS, base="v1"), None, Relation.THERE),
        # taken back where nothing had been: it says nothing
        (an_answer(None, version="v3"), THEIRS, None, Relation.THERE),
        # taken back where something had been: that is a change
        (an_answer(None, version="v3"), THEIRS, "v0", Relation.CONFLICT),
    ],
)
def test_how_two_answers_stand(here, there, base, expected):
    assert relation(here, there, base) is expected


def test_what_two_answers_differ_in():
    one = an_answer("o1", comment="Да", evidence=(PHOTO, ORDER))
    assert differences(one, replace(one, evidence=(ORDER, PHOTO))) == ()
    other = an_answer("o2", comment="Нет", evidence=(PHOTO,))
    assert differences(one, other) == (
        Aspect.OPTION,
        Aspect.COMMENT,
        Aspect.EVIDENCE,
    )


def test_a_choice_takes_a_whole_answer_and_keeps_the_other_in_the_line():
    meetings = meet({"x": OURS}, {"x": THEIRS}, {"x": "v0"})
    (line,) = merged(meetings, {"x": Choice(Side.THERE)}, a_hand())
    assert (line.before, line.after, line.there) == (OURS, THEIRS, THEIRS)
    (line,) = merged(meetings, {"x": Choice(Side.HERE)}, a_hand())
    assert (line.before, line.after, line.there) == (OURS, OURS, THEIRS)


def test_files_of_both_sides_make_a_new_version():
    ours = replace(OURS, evidence=(PHOTO,))
    theirs = replace(THEIRS, evidence=(ORDER,))
    meetings = meet({"x": ours}, {"x": theirs}, {"x": "v0"})
    (line,) = merged(meetings, {"x": Choice(Side.HERE, all_files=True)}, a_hand())
    assert line.after == replace(
        ours,
        evidence=(PHOTO, ORDER),
        version="m1",
        base="v1",
        changed_at=NOON,
        changed_by="Соболева А. П.",
    )


def test_a_conflict_without_a_choice_is_not_guessed():
    meetings = meet({"x": OURS}, {"x": THEIRS}, {"x": "v0"})
    with pytest.raises(KeyError):
        merged(meetings, {}, a_hand())


# ---- any copies ---------------------------------------------------------------

CODES = ("a1", "a2", "b1", "b2")
FILES = st.lists(st.sampled_from((PHOTO, ORDER)), unique=True).map(tuple)


@st.composite
def copies(draw, codes=CODES):
    """A common copy, and what two people made of it."""
    common = {
        code: an_answer(draw(st.sampled_from(("o0", "o1"))), version=f"{code}-0")
        for code in codes
        if draw(st.booleans())
    }
    return (
        common,
        _worked_on(draw, common, "h", codes),
        _worked_on(draw, common, "t", codes),
    )


def _worked_on(draw, common, who, codes):
    answers = dict(common)
    for code in codes:
        if draw(st.booleans()):
            before = answers.get(code)
            answers[code] = an_answer(
                draw(st.sampled_from(("o0", "o1", "o2", None))),
                version=f"{code}-{who}",
                base=before.version if before else None,
                comment=draw(st.sampled_from(("", "Да"))),
                evidence=draw(FILES),
                changed_at=NOON + timedelta(minutes=draw(st.integers(0, 3))),
                changed_by=who,
            )
    return answers


def bases_of(common):
    return {code: answer.version for code, answer in common.items()}


def choices_for(meetings, side, *, all_files=False):
    return {m.code: Choice(side, all_files) for m in conflicts(meetings)}


@given(copies())
def test_both_sides_see_the_same_mirrored(made):
    common, here, there = made
    bases = bases_of(common)
    ours = [m.relation for m in meet(here, there, bases)]
    theirs = [m.relation for m in meet(there, here, bases)]
    assert theirs == [SWAPPED.get(r, r) for r in ours]


@given(copies())
def test_both_sides_come_to_the_same_answers(made):
    common, here, there = made
    bases = bases_of(common)
    ours, theirs = meet(here, there, bases), meet(there, here, bases)
    chosen_here = merged(ours, choices_for(ours, Side.HERE), a_hand())
    chosen_there = merged(theirs, choices_for(theirs, Side.THERE), a_hand())
    said = after_all(here, chosen_here)
    mirrored = after_all(there, chosen_there)
    # who has nothing to say about an answer got nothing about it
    assert {c: a for c, a in said.items() if c in there} == {
        c: a for c, a in mirrored.items() if c in there
    }


@given(copies(), st.sampled_from(Side), st.booleans())
def test_the_same_part_twice_changes_nothing(made, side, all_files):
    common, here, there = made
    bases = bases_of(common)
    meetings = meet(here, there, bases)
    chosen = choices_for(meetings, side, all_files=all_files)
    once = after_all(here, merged(meetings, chosen, a_hand()))
    again = meet(once, there, moved_on(bases, there))
    assert conflicts(again) == ()
    assert after_all(once, merged(again, {}, a_hand())) == once


@given(copies(), st.sampled_from(Side))
def test_nothing_is_lost(made, side):
    common, here, there = made
    meetings = meet(here, there, bases_of(common))
    lines = merged(meetings, choices_for(meetings, side), a_hand())
    after = after_all(here, lines)
    kept = {*after.values(), *common.values()}
    kept |= {a for line in lines for a in (line.before, line.there) if a}
    said = {a for a in (*here.values(), *there.values()) if not a.empty}
    assert said <= kept
    files = {f for a in kept for f in a.evidence}
    assert {f for a in said for f in a.evidence} <= files


@given(copies(CODES[:2]), copies(CODES[2:]))
def test_parts_of_different_directions_may_come_in_any_order(first, second):
    common = {**first[0], **second[0]}
    here = {**first[1], **second[1]}

    def take(answers, there):
        meetings = meet(
            {c: a for c, a in answers.items() if c in codes_of(there)},
            there,
            bases_of(common),
        )
        choices = choices_for(meetings, Side.THERE)
        return after_all(answers, merged(meetings, choices, a_hand()))

    def codes_of(there):
        return CODES[:2] if there is first[2] else CODES[2:]

    assert take(take(here, first[2]), second[2]) == take(
        take(here, second[2]), first[2]
    )
