"""The one obvious next step of an office in this year's campaign."""

from collections.abc import Sequence
from datetime import date
from enum import Enum

from shkola_desktop.app.campaign import Campaign
from shkola_desktop.app.exchange import enrolling
from shkola_desktop.app.exchange.enrolling import Enrolled
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.ledger import Receiving, ReceivingState
from shkola_desktop.domain.office import Office, Role
from shkola_desktop.domain.package import PackageKind, Sending, SendingState
from shkola_desktop.domain.review import Standing

GIVEN = (SendingState.WRITTEN, SendingState.DELIVERED)


class OfficeStep(Enum):
    """What an office does next."""

    REGISTRY = "registry"
    CONNECT = "connect"
    RECEIVE = "receive"
    REVIEW = "review"
    PASS_ON = "pass_on"  # noqa: S105  # a step, no secret
    NOTHING = "nothing"


def office_step(campaign: Campaign, workspace: Workspace) -> OfficeStep:
    """Return what comes next in a campaign of this workspace.

    Raises:
        NoOffice: it is no office's workspace.
    """
    known = enrolling.enrolled(workspace)
    with workspace.open_reading() as work:
        received, sent = work.receivings.list(), work.sendings.list()
    return next_step(
        campaign.office,
        known,
        [state.standing for state in campaign.schools],
        received=received,
        sent=sent,
        today=workspace.clock.now().astimezone().date(),
    )


def next_step(  # noqa: PLR0913  # everything that a step follows from
    office: Office,
    enrolled: Sequence[Enrolled],
    standings: Sequence[Standing],
    *,
    received: Sequence[Receiving],
    sent: Sequence[Sending],
    today: date,
) -> OfficeStep:
    """Return the next step: those above in the list of steps come first.

    What was handed in is looked at before others are waited for, and waiting ends
    with the office's term.
    """
    if not enrolled:
        return OfficeStep.REGISTRY
    if any(not one.written and not one.keys_known for one in enrolled):
        return OfficeStep.CONNECT
    if office.role is Role.REGION:
        return _of_region(enrolled, received, today.year)
    if Standing.HANDED_IN in standings:
        return OfficeStep.REVIEW
    waiting = any(s is not Standing.ACCEPTED for s in standings)
    over = office.term is not None and today > office.term
    if waiting and not (over and Standing.ACCEPTED in standings):
        return OfficeStep.RECEIVE
    return OfficeStep.NOTHING if _passed_on(received, sent) else OfficeStep.PASS_ON


def _of_region(
    enrolled: Sequence[Enrolled], received: Sequence[Receiving], year: int
) -> OfficeStep:
    came = {
        one.sender
        for one in received
        if one.kind is PackageKind.BUNDLE
        and one.state is ReceivingState.IMPORTED
        and one.received_at.year == year
    }
    missing = any(one.code not in came for one in enrolled)
    return OfficeStep.RECEIVE if missing else OfficeStep.NOTHING


def _passed_on(received: Sequence[Receiving], sent: Sequence[Sending]) -> bool:
    newest = max(
        (
            one.received_at
            for one in received
            if one.kind is PackageKind.DIAGNOSIS
            and one.state is ReceivingState.IMPORTED
        ),
        default=None,
    )
    return any(
        one.kind is PackageKind.BUNDLE
        and one.state in GIVEN
        and (newest is None or one.created_at >= newest)
        for one in sent
    )
