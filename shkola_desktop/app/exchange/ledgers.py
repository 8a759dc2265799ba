"""Учёт обмена: both directions, with the names of the other sides and the reasons."""

from collections.abc import Mapping
from dataclasses import dataclass

from shkola_desktop.app.exchange.sorting import names
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.ledger import Receiving
from shkola_desktop.domain.package import Sending, SendingState


@dataclass(frozen=True, slots=True)
class Sent:
    """A package given out; ``reason`` tells why the other side refused it."""

    sending: Sending
    name: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """A package that was read."""

    receiving: Receiving
    name: str


@dataclass(frozen=True, slots=True)
class Ledgers:
    """Both directions, newest first."""

    sent: tuple[Sent, ...]
    received: tuple[Received, ...]


def ledgers(workspace: Workspace) -> Ledgers:
    """Return what was given out and what was read."""
    known = names(workspace)
    with workspace.open_reading() as work:
        sendings = work.sendings.list()
        received = work.receivings.list()
        reasons: Mapping[str, str] = {}
        if any(one.state is SendingState.REFUSED for one in sendings):
            reasons = _reasons(work)
    return Ledgers(
        tuple(
            Sent(s, known.get(s.receiver, ""), reasons.get(s.id, "")) for s in sendings
        ),
        tuple(Received(r, known.get(r.sender, "")) for r in received),
    )


def _reasons(work: UnitOfWork) -> Mapping[str, str]:
    # newest first: the last that is put in is the oldest, so the log is turned round
    refused = [
        action
        for action in reversed(work.actions.list())
        if action.kind is ActionKind.PACKAGE_REFUSED
    ]
    return {action.subject: action.reason for action in refused}
