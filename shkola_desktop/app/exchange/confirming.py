"""Receipts and counters: which of our packages the other side has."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from shkola_desktop.app.exchange.dispatching import Dispatched, Errand, dispatch
from shkola_desktop.app.logbook import log
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.contents import Receipt
from shkola_desktop.domain.ledger import Confirmation, Receiving, ReceivingState
from shkola_desktop.domain.package import PackageKind, Sending, SendingState

ON_ITS_WAY = (SendingState.WRITTEN, SendingState.REFUSED)
"""States that a confirmation may change; what is delivered stays so."""


def confirm_up_to(
    receiver: str, last_received: int, work: UnitOfWork, workspace: Workspace
) -> None:
    """Mark as delivered what the other side says that it has.

    ``last_received`` comes from the header of any package of the other side.
    """
    if last_received == 0:
        return
    for sending in work.sendings.sent_to(receiver):
        if sending.state is SendingState.WRITTEN and sending.sequence <= last_received:
            _settle(sending, SendingState.DELIVERED, "", work, workspace)


def import_receipt(
    sender: str, content: Receipt, work: UnitOfWork, workspace: Workspace
) -> None:
    """Keep what the other side imported or refused; lines about others are skipped."""
    sent = {sending.id: sending for sending in work.sendings.sent_to(sender)}
    for line in content.lines:
        sending = sent.get(line.package)
        if sending is None or sending.state not in ON_ITS_WAY:
            continue
        imported = line.state is ReceivingState.IMPORTED
        state = SendingState.DELIVERED if imported else SendingState.REFUSED
        _settle(sending, state, "; ".join(line.reasons), work, workspace)


def confirmation_of(receiving: Receiving) -> Confirmation:
    """Return the line of a receipt for a package that was read."""
    return Confirmation(
        receiving.id,
        receiving.sequence,
        receiving.state,
        receiving.received_at,
        receiving.reasons,
    )


def write_receipts(
    receivings: Sequence[Receiving],
    place: Path,
    workspace: Workspace,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    stop: Callable[[], bool] = lambda: False,
) -> tuple[Dispatched, ...]:
    """Write a receipt for each sender whose key is known, to the same medium.

    Receipts are not confirmed by receipts. See ``dispatch`` for errors.
    """
    made: list[Dispatched] = []
    grouped = _by_sender(receivings)
    for number, (sender, lines) in enumerate(grouped.items()):
        progress(number, len(grouped))
        with workspace.open_reading() as work:
            receiver = work.correspondents.get(sender)
        if receiver is None or receiver.keys is None:
            continue
        content = Receipt(tuple(confirmation_of(line) for line in lines))
        summary = tuple(f"№ {line.sequence}" for line in lines)
        errand = Errand(content, receiver, summary=summary)
        made.append(dispatch(errand, place, workspace, stop))
    return tuple(made)


def _by_sender(receivings: Iterable[Receiving]) -> dict[str, list[Receiving]]:
    grouped: dict[str, list[Receiving]] = {}
    for one in receivings:
        if one.kind is not PackageKind.RECEIPT:
            grouped.setdefault(one.sender, []).append(one)
    return grouped


def _settle(
    sending: Sending,
    state: SendingState,
    reason: str,
    work: UnitOfWork,
    workspace: Workspace,
) -> None:
    if sending.state is state:
        return
    work.sendings.put(replace(sending, state=state))
    kind = (
        ActionKind.PACKAGE_DELIVERED
        if state is SendingState.DELIVERED
        else ActionKind.PACKAGE_REFUSED
    )
    log(work, workspace, kind, sending.id, new=sending.file_name, reason=reason)
