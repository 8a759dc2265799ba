"""Counters and receipts: a package is delivered once the other side says so."""

from dataclasses import replace
from pathlib import Path

import pytest

from shkola_desktop.app.exchange import confirming, dispatching, sending
from shkola_desktop.app.exchange.dispatching import Errand
from shkola_desktop.domain.contents import Receipt
from shkola_desktop.domain.errors import ReceiverUnknown
from shkola_desktop.domain.ledger import Confirmation, ReceivingState
from shkola_desktop.domain.package import (
    Correspondent,
    PackageKind,
    PublicKeys,
    SendingState,
)
from tests.support.builders import NOON

SCHOOL = Correspondent("701204", "Школа", PublicKeys("age1school", "RWschool"))
SECOND = "1f6b3c52-6f0a-4ed7-9a5b-3a8f5a1d2c3e"


def dispatch(side):
    errand = Errand(Receipt(()), SCHOOL)
    return dispatching.dispatch(errand, Path("stick"), side.workspace).sending


def state(side, id):
    with side.work() as work:
        return work.sendings.get(id).state


def a_receipt(*lines):
    return Receipt(
        tuple(Confirmation(id, n, st, NOON, reasons) for id, n, st, reasons in lines)
    )


def test_numbers_grow_for_each_receiver(district):
    assert [dispatch(district).sequence for _ in range(2)] == [1, 2]
    other = replace(SCHOOL, code="701205")
    errand = Errand(Receipt(()), other)
    done = dispatching.dispatch(errand, Path("stick"), district.workspace)
    assert done.sending.sequence == 1


def test_nothing_is_sealed_for_an_unknown_key(district):
    errand = Errand(Receipt(()), Correspondent("701204", "Школа"))
    with pytest.raises(ReceiverUnknown):
        dispatching.dispatch(errand, Path("stick"), district.workspace)


def test_a_package_of_the_other_side_confirms_up_to_its_number(district, hand_over):
    first, second = dispatch(district), dispatch(district)
    district.read(district.put(hand_over, last_received=1))
    assert state(district, first.id) is SendingState.DELIVERED
    assert state(district, second.id) is SendingState.WRITTEN


def test_a_receipt_delivers_or_tells_why_not(district):
    first, second = dispatch(district), dispatch(district)
    receipt = a_receipt(
        (first.id, 1, ReceivingState.IMPORTED, ()),
        (second.id, 2, ReceivingState.REFUSED, ("Файл повреждён.",)),
        ("another", 3, ReceivingState.IMPORTED, ()),
    )
    path = district.put(
        receipt, kind=PackageKind.RECEIPT, receiver="7012", sender="701204"
    )
    district.read(path)
    assert state(district, first.id) is SendingState.DELIVERED
    assert state(district, second.id) is SendingState.REFUSED
    with district.work() as work:
        assert "Файл повреждён." in [action.reason for action in work.actions.list()]


def test_what_was_refused_first_can_be_delivered_later(district):
    sent = dispatch(district)
    for number, st in enumerate((ReceivingState.REFUSED, ReceivingState.IMPORTED)):
        receipt = a_receipt((sent.id, 1, st, ()))
        fields = {"kind": PackageKind.RECEIPT, "receiver": "7012", "sender": "701204"}
        id = SECOND[:-1] + str(number)
        district.read(district.put(receipt, id=id, sequence=number + 1, **fields))
    assert state(district, sent.id) is SendingState.DELIVERED


def test_receipts_go_to_every_sender_that_can_read_them(district, hand_over):
    acceptance = district.read(district.put(hand_over))
    made = confirming.write_receipts(
        acceptance.receivings, Path("stick"), district.workspace
    )
    assert [(d.sending.kind, d.sending.receiver) for d in made] == [
        (PackageKind.RECEIPT, "701204")
    ]
    receipt = a_receipt(("x", 1, ReceivingState.IMPORTED, ()))
    path = district.put(
        receipt,
        kind=PackageKind.RECEIPT,
        receiver="7012",
        sender="701204",
        id=SECOND,
        sequence=9,
    )
    again = district.read(path)
    assert (
        confirming.write_receipts(again.receivings, Path("stick"), district.workspace)
        == ()
    )


def test_the_pack_of_a_diagnosis_has_a_short_name(hand_over):
    assert sending.pack_id(hand_over.diagnosis) == "tiny@abababababab"
