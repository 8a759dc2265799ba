"""Returns that are early, late, repeated or mixed up come to the same answers."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from shkola_desktop.app import answering, diagnosing
from shkola_desktop.app.exchange import part_looking, part_merging, parting
from shkola_desktop.app.exchange.parting import Order
from shkola_desktop.domain.errors import PackageStale
from shkola_desktop.domain.merging import Choice, Side
from shkola_desktop.domain.parts import Way
from tests.support.builders import a_diagnosis, a_school, an_answer
from tests.support.parts import Desk

CODES = {"a": ("a.1.1", "a.1.2"), "b": ("b.1.1", "b.1.2")}
OPTIONS = st.sampled_from(("o0", "o1", None))
EDITS = st.lists(
    st.tuples(
        st.sampled_from(("deputy", "a", "b")),
        st.sampled_from((*CODES["a"], *CODES["b"])),
        OPTIONS,
        st.booleans(),
    ),
    max_size=8,
)


def a_year(edits):
    """Play the edits; return the deputy's desk and every return, oldest first."""
    deputy = Desk("RWdeputy", "Соболева")
    start = {c: an_answer("o0", version=f"{c}-0") for c in ("a.1.1", "b.1.1")}
    deputy.fill(a_school(), replace(a_diagnosis(), answers=start))
    colleagues = {direction: Desk(f"RW{direction}", "") for direction in CODES}
    for direction, desk in colleagues.items():
        order = Order((direction,), f"Коллега {direction}")
        part = parting.give(order, deputy.stick, deputy.workspace)
        desk.receive(deputy, part.done)
        path, secret = part.done.path, part.record.secret
        preview = part_looking.look(path, desk.workspace, secret)
        part_merging.merge(preview, {}, desk.workspace)
    returned = []
    for who, code, option, give_back in edits:
        desk = deputy if who == "deputy" else colleagues[who]
        if who == "deputy" or code in CODES[who]:
            answering.answer("d1", code, option, desk.workspace)
        if give_back and who != "deputy":
            returned.append((desk, back(desk)))
    returned.extend((desk, back(desk)) for desk in colleagues.values())
    return deputy, returned


def back(desk):
    (record,) = parting.parts_of(desk.workspace, Way.HELD)
    return parting.give_back(record.id, desk.stick, desk.workspace).done


def take(deputy, sender, package):
    deputy.receive(sender, package)
    try:
        preview = part_looking.look(package.path, deputy.workspace)
    except PackageStale:
        return  # a newer one was read: it says more
    choices = {m.code: Choice(Side.THERE) for m in preview.conflicts}
    part_merging.merge(preview, choices, deputy.workspace)


def options(desk):
    return dict(diagnosing.load("d1", desk.workspace).options)


@given(EDITS, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_any_order_and_any_repetition_comes_to_the_last_returns(edits, dice):
    deputy, returned = a_year(edits)
    for sender, package in returned[-2:]:
        take(deputy, sender, package)
    expected = options(deputy)

    other, again = a_year(edits)
    shuffled = [*again, *dice.sample(again, len(again) // 2)]
    dice.shuffle(shuffled)
    for sender, package in shuffled:
        take(other, sender, package)
    assert options(other) == expected
    # once more the whole stick: nothing changes, nobody is asked
    before = dict(other.tables.diagnoses["d1"].answers)
    for sender, package in shuffled:
        take(other, sender, package)
    assert other.tables.diagnoses["d1"].answers == before


@given(EDITS)
@settings(max_examples=40, deadline=None)
def test_undoing_every_merge_brings_back_what_the_deputy_had(edits):
    deputy, returned = a_year(edits)
    before = options(deputy)
    for sender, package in returned:
        take(deputy, sender, package)
    for merge in part_merging.merges_of(deputy.workspace):
        undone = part_merging.undo(merge.id, deputy.workspace)
        assert undone.kept == ()
    assert options(deputy) == before
