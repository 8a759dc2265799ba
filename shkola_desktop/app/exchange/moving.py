"""«Перенести на другой компьютер»: the whole workspace in a package for itself."""

from collections.abc import Callable
from pathlib import Path

from shkola_desktop.app import offices
from shkola_desktop.app.exchange.dispatching import own_code
from shkola_desktop.app.logbook import log
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.contents import WorkspaceCopy
from shkola_desktop.domain.errors import (
    CopyOfOther,
    FileUnreadable,
    PackageKindUnexpected,
    PackageNotForUs,
    SealBroken,
)
from shkola_desktop.domain.ids import PackageId
from shkola_desktop.domain.package import Header, PackageKind

COPIES = "copies-written"
"""Setting: how many copies this workspace wrote; they have numbers of their own."""


def write_copy(
    place: Path, workspace: Workspace, stop: Callable[[], bool] = lambda: False
) -> Path:
    """Write the workspace's database to a stick, encrypted to its own key.

    It is read back and compared before it gets its name. Copies stand in the action
    log and not in the ledger: nobody confirms them.

    Raises:
        NoSchool: the first start has not been finished.
        ContentRefused: it is larger than a package may be.
        KeysLocked, FileUnreadable: the own keys cannot be used.
        DatabaseDamaged, DatabaseUnwritable: the database cannot be copied.
        DriveGone, DriveFull, DriveReadOnly, WriteNotVerified, Cancelled.
    """
    made = workspace.backups.make(workspace.clock.now())
    header = _header(workspace)
    try:
        content = WorkspaceCopy(made.read_bytes())
    except OSError as error:
        raise FileUnreadable(made) from error
    package = workspace.sealer.seal(header, content, ())
    path = workspace.sealer.write(package, header, content, place, stop)
    with workspace.open_work() as work:
        work.settings.put(COPIES, str(header.sequence))
        log(work, workspace, ActionKind.COPY_WRITTEN, header.id, new=path.name)
        work.commit()
    return path


def take_copy(
    source: Path, workspace: Workspace, stop: Callable[[], bool] = lambda: False
) -> Path:
    """Lay the database of a copy among the backups of this computer.

    Only a copy that our own key signed is taken; the workspace itself is not changed
    yet: bringing a backup back keeps what was there.

    Raises:
        CopyOfOther: it was written with other keys; restore them from the sheet.
        PackageKindUnexpected: it is another kind of package.
        PackageDamaged, PackageTooNew, FileUnreadable, Cancelled.
        DatabaseDamaged, DatabaseUnwritable: what lies in it is no sound database.
    """
    try:
        opened = workspace.opener.open(source, workspace.keys.public(), stop)
    except (SealBroken, PackageNotForUs) as error:
        raise CopyOfOther(source) from error
    content = opened.content
    if not isinstance(content, WorkspaceCopy):
        role = offices.role_of(workspace).value
        raise PackageKindUnexpected(opened.header.kind.value, role)
    return workspace.backups.bring(content.database, workspace.clock.now())


def _header(workspace: Workspace) -> Header:
    with workspace.open_reading() as work:
        code = own_code(work)
        written = work.settings.get(COPIES) or "0"
    number = int(written) + 1 if written.isdecimal() else 1
    return Header(
        id=PackageId(workspace.new_id()),
        kind=PackageKind.BACKUP,
        sender=code,
        receiver=code,
        sequence=number,
        last_received=0,
        form="",
        created_at=workspace.clock.now(),
    )
