"""The workspace's own identity: on paper, under a password, restored, the region's."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from shkola_desktop.app import offices
from shkola_desktop.app.exchange.dispatching import RECOVERY
from shkola_desktop.app.logbook import log
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.errors import NoSchool, RecoveryOther
from shkola_desktop.domain.package import PublicKeys
from shkola_desktop.domain.school import School

SHEET_PRINTED = "recovery-sheet-printed"
"""Setting: the moment when the sheet of today's keys was put on paper, or empty."""
RECOVERY_FILE = "region-recovery-{code}.key"
"""Name of the region's recovery key on its stick."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The own keys as a person is told of them.

    ``printed`` is when the recovery sheet was put on paper. ``recovery`` is the
    recipient of the region's recovery key, empty while there is none.
    """

    keys: PublicKeys
    words: tuple[str, ...]
    protected: bool
    printed: datetime | None
    recovery: str


def identity_of(workspace: Workspace) -> Identity:
    """Return the own identity; keys are made at first use.

    Raises:
        KeysLocked: the password comes first.
        FileUnreadable: a key file is there but is none: restore from the sheet.
        FolderNotWritable: the keys cannot be made.
    """
    keys = workspace.keys
    public, words = keys.public(), keys.fingerprint()
    with workspace.open_reading() as work:
        recovery = work.settings.get(RECOVERY) or ""
        printed = _printed(work)
    return Identity(public, words, keys.protected, printed, recovery)


def sheet_printed(workspace: Workspace) -> datetime | None:
    """Return when the sheet was put on paper; no key is opened for it."""
    with workspace.open_reading() as work:
        return _printed(work)


def key_used(workspace: Workspace) -> bool:
    """Tell whether somebody outside, or a paper, already knows of our key."""
    with workspace.open_reading() as work:
        told = work.settings.get(SHEET_PRINTED) or work.sendings.list()
    return bool(told)


def sheet(workspace: Workspace) -> bytes:
    """Return the recovery sheet as PDF.

    It is kept nowhere: in the database and its copies it would lie open beside a
    password.

    Raises:
        NoSchool: the first start has not been finished.
        KeysLocked, FileUnreadable.
    """
    owner = offices.owner_of(workspace)
    if owner is None:
        raise NoSchool
    name = owner.full_name if isinstance(owner, School) else owner.name
    found = workspace.keys.recovery_sheet()
    now = workspace.clock.now()
    return workspace.reports.recovery_sheet(name, owner.code, found, now)


def note_printed(workspace: Workspace) -> datetime:
    """Note that the sheet was put on paper now."""
    now = workspace.clock.now()
    words = " ".join(workspace.keys.fingerprint())
    with workspace.open_work() as work:
        work.settings.put(SHEET_PRINTED, now.isoformat())
        log(work, workspace, ActionKind.SHEET_PRINTED, "keys", new=words)
        work.commit()
    return now


def protect(passphrase: str, workspace: Workspace) -> None:
    """Put the keys under a password, or under another one; takes about a second.

    Raises:
        PassphraseWrong: it is empty.
        KeysLocked, FileUnreadable, FolderNotWritable.
    """
    workspace.keys.protect(passphrase)
    _note(ActionKind.KEYS_PROTECTED, workspace)


def unprotect(workspace: Workspace) -> None:
    """Take the password away.

    Raises:
        KeysLocked, FolderNotWritable.
    """
    workspace.keys.unprotect()
    _note(ActionKind.KEYS_UNPROTECTED, workspace)


def restore(text: str, workspace: Workspace) -> tuple[str, ...]:
    """Put the keys of a recovery sheet in place; return their words.

    The former keys are kept beside. ``text`` are the rows as typed, or the code's
    text. A password is gone: it belonged to the former file.

    Raises:
        SheetMistyped: nothing was changed.
        FolderNotWritable.
    """
    workspace.keys.restore(text)
    words = workspace.keys.fingerprint()
    now = workspace.clock.now()
    with workspace.open_work() as work:
        # the paper is at hand: it was typed from
        work.settings.put(SHEET_PRINTED, now.isoformat())
        log(work, workspace, ActionKind.KEYS_RESTORED, "keys", new=" ".join(words))
        work.commit()
    return words


def make_recovery(folder: Path, workspace: Workspace) -> Path:
    """Make the region's recovery key on a stick; return its file.

    From now on enrolments tell its recipient, and whoever is enrolled encrypts to
    it. It stays open until the program ends or ``close_recovery``.

    Raises:
        NoOffice: it is no office's workspace.
        FolderNotWritable: also where a key lies there already.
    """
    with workspace.open_reading() as work:
        own = offices.required_office(work)
        before = work.settings.get(RECOVERY) or ""
    path = folder / RECOVERY_FILE.format(code=own.code)
    recipient = workspace.keys.make_recovery(path)
    workspace.keys.open_recovery(path)
    with workspace.open_work() as work:
        work.settings.put(RECOVERY, recipient)
        kind = ActionKind.RECOVERY_MADE
        log(work, workspace, kind, own.code, old=before, new=recipient)
        work.commit()
    return path


def open_recovery(path: Path, workspace: Workspace) -> None:
    """Open packages with the region's recovery key too, until the program ends.

    Raises:
        FileUnreadable: it is none.
        RecoveryOther: it is another one than was made known.
    """
    recipient = workspace.keys.open_recovery(path)
    with workspace.open_reading() as work:
        known = work.settings.get(RECOVERY)
    if known and known != recipient:
        workspace.keys.close_recovery()
        raise RecoveryOther(path)


def close_recovery(workspace: Workspace) -> None:
    """Forget the region's recovery key until it is opened again."""
    workspace.keys.close_recovery()


def _note(kind: ActionKind, workspace: Workspace) -> None:
    with workspace.open_work() as work:
        log(work, workspace, kind, "keys")
        work.commit()


def _printed(work: UnitOfWork) -> datetime | None:
    known = work.settings.get(SHEET_PRINTED)
    try:
        return datetime.fromisoformat(known) if known else None
    except ValueError:
        return None  # a copy of the database may hold anything
