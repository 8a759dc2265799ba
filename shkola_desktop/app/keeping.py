"""Backups of the workspace: one a day by itself, more when asked for."""

from pathlib import Path

from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.backup import Backup


def back_up(workspace: Workspace) -> Path:
    """Copy the database now.

    Raises:
        DatabaseDamaged, DatabaseUnwritable.
    """
    return workspace.backups.make(workspace.clock.now())


def back_up_daily(workspace: Workspace) -> Path | None:
    """Copy the database unless there is a copy of today; return the new one."""
    today = workspace.clock.now().astimezone().date()
    copies = workspace.backups.list()
    if any(copy.made_at.astimezone().date() == today for copy in copies):
        return None
    return back_up(workspace)


def backups_of(workspace: Workspace) -> tuple[Backup, ...]:
    """Return the copies, newest first."""
    return workspace.backups.list()
