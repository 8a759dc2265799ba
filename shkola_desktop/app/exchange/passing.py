"""Передача в регион: what the bundle would hold, and the sheet that goes with it."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from shkola_desktop.app import offices
from shkola_desktop.app.campaign import states_of
from shkola_desktop.app.exchange.dispatching import Dispatched
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.documents import DocumentFormat
from shkola_desktop.domain.errors import FolderNotWritable
from shkola_desktop.domain.office import Office, Role
from shkola_desktop.domain.package import Correspondent
from shkola_desktop.words.handing_over import bundle_lines


@dataclass(frozen=True, slots=True)
class Passing:
    """What would be passed on now; without a receiver the region is not known yet."""

    receiver: Correspondent | None
    words: tuple[str, ...]
    """The fingerprint words of the region's key."""
    sequence: int
    schools: int
    packages: int

    @property
    def lines(self) -> tuple[str, ...]:
        """What the bundle holds, a line for each thing."""
        return bundle_lines(self.schools, self.packages)


def passing(workspace: Workspace) -> Passing:
    """Gather what a district would pass on now.

    Raises:
        NoOffice: it is no office's workspace.
    """
    year = workspace.clock.now().astimezone().year
    with workspace.open_reading() as work:
        offices.required_office(work)
        region = next((o for o in work.offices.list() if o.role is Role.REGION), None)
        receiver = work.correspondents.get(region.code) if region else None
        known = receiver is not None and receiver.keys is not None
        states = tuple(states_of(work, year))
        sequence = work.sendings.next_sequence(receiver.code) if receiver else 0
    keys = receiver.keys if receiver is not None else None
    words = workspace.keys.words_for(keys) if keys is not None else ()
    packages = sum(1 for state in states if state.received is not None)
    shown = receiver if known else None
    return Passing(shown, words, sequence, len(states), packages)


def write_sheet(done: Dispatched, workspace: Workspace) -> Path:
    """Put the covering sheet of an office's package beside it; return its path.

    Raises:
        NoOffice: it is no office's workspace.
        FolderNotWritable: the medium went away or takes no more.
    """
    sending = done.sending
    with workspace.open_reading() as work:
        own: Office = offices.required_office(work)
        known = work.correspondents.get(sending.receiver)
    receiver = known or Correspondent(sending.receiver, "")
    sheet = workspace.reports.of(DocumentFormat.PDF).covering_sheet(
        sending,
        own,
        receiver,
        workspace.keys.fingerprint(),
        tuple(sending.summary.splitlines()),
    )
    path = done.path.with_suffix(".pdf")
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(sheet)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise FolderNotWritable(path.parent) from error
    return path
