"""What an office does next, from an empty registry to the bundle for the region."""

from dataclasses import replace
from datetime import timedelta

import pytest

from shkola_desktop.app.exchange.enrolling import Enrolled
from shkola_desktop.app.office_steps import OfficeStep, next_step
from shkola_desktop.domain.ledger import Receiving, ReceivingState
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.package import PackageKind, Sending, SendingState
from shkola_desktop.domain.review import Standing
from tests.support.builders import NOON
from tests.support.packages import DISTRICT

TODAY = NOON.date()
REGION = replace(DISTRICT, code="70", role=Role.REGION)
ACCEPTED, HANDED_IN = Standing.ACCEPTED, Standing.HANDED_IN
WAITED_FOR = Standing.NOT_STARTED


def one(code="701201", *, written=True, keys_known=True):
    return Enrolled(code, "Школа", written, keys_known)


def came(kind=PackageKind.DIAGNOSIS, sender="701201", at=NOON):
    state = ReceivingState.IMPORTED
    return Receiving("r1", kind, sender, 1, state, at, "x.shkola", 1, "ab")


def passed_on(at, state=SendingState.WRITTEN):
    kind = PackageKind.BUNDLE
    return Sending("s1", kind, "70", 1, state, at, "x.shkola", "/stick", 1, "ab")


ALONE = (one(),)


def step(standings=(), *, office=DISTRICT, enrolled=ALONE, received=(), sent=()):
    return next_step(
        office, enrolled, standings, received=received, sent=sent, today=TODAY
    )


def test_an_empty_registry_is_filled_first():
    assert step(enrolled=()) is OfficeStep.REGISTRY


def test_whoever_has_neither_package_nor_key_is_connected():
    alone = one("701202", written=False, keys_known=False)
    assert step([WAITED_FOR] * 2, enrolled=(one(), alone)) is OfficeStep.CONNECT
    known = one("701202", written=False)
    assert step([WAITED_FOR] * 2, enrolled=(one(), known)) is OfficeStep.RECEIVE


@pytest.mark.parametrize(
    ("standings", "expected"),
    [
        ([WAITED_FOR, ACCEPTED], OfficeStep.RECEIVE),
        ([WAITED_FOR, HANDED_IN], OfficeStep.REVIEW),
        ([Standing.RETURNED, ACCEPTED], OfficeStep.RECEIVE),
        ([ACCEPTED, ACCEPTED], OfficeStep.PASS_ON),
    ],
)
def test_the_step_follows_the_standings(standings, expected):
    assert step(standings) is expected


def test_after_the_term_nobody_is_waited_for():
    yesterday = replace(DISTRICT, term=TODAY - timedelta(days=1))
    today = replace(DISTRICT, term=TODAY)
    assert step([WAITED_FOR, ACCEPTED], office=yesterday) is OfficeStep.PASS_ON
    assert step([WAITED_FOR, ACCEPTED], office=today) is OfficeStep.RECEIVE
    assert step([WAITED_FOR], office=yesterday) is OfficeStep.RECEIVE


def test_a_bundle_is_enough_until_something_newer_came():
    bundle = passed_on(NOON)
    before, later = came(), came(at=NOON + timedelta(hours=1))
    assert step([ACCEPTED], received=[before], sent=[bundle]) is OfficeStep.NOTHING
    assert step([ACCEPTED], received=[later], sent=[bundle]) is OfficeStep.PASS_ON
    failed = passed_on(NOON, SendingState.FAILED)
    assert step([ACCEPTED], received=[before], sent=[failed]) is OfficeStep.PASS_ON


def test_a_region_waits_for_the_bundle_of_every_district_of_this_year():
    districts = (one("7012"), one("7013"))
    first = came(PackageKind.BUNDLE, "7012")
    old = came(PackageKind.BUNDLE, "7013", NOON - timedelta(days=400))
    both = came(PackageKind.BUNDLE, "7013")
    assert (
        step(office=REGION, enrolled=districts, received=[first, old])
        is OfficeStep.RECEIVE
    )
    assert (
        step(office=REGION, enrolled=districts, received=[first, both])
        is OfficeStep.NOTHING
    )
