"""The printed list of connections: who gets a package, and the words of our key."""

from pathlib import Path

from shkola_desktop.app import offices
from shkola_desktop.app.exchange.enrolling import enrolled_in
from shkola_desktop.app.files import put_file
from shkola_desktop.app.workspace import Workspace


def make(workspace: Workspace) -> bytes:
    """Return the list as PDF.

    Raises:
        NoOffice: it is no office's workspace.
    """
    with workspace.open_reading() as work:
        office = offices.required_office(work)
        found = enrolled_in(work)
    words = workspace.keys.fingerprint()
    now = workspace.clock.now()
    return workspace.reports.connection_list(
        office, tuple((one.code, one.name) for one in found), words, now
    )


def save(path: Path, workspace: Workspace) -> Path:
    """Write the list to a file of the person's choice and return its path.

    Raises:
        NoOffice: it is no office's workspace.
        FolderNotWritable: the file cannot be written there.
    """
    return put_file(make(workspace), path)
