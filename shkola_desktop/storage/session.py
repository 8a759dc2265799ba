"""One running copy per workspace, and whether the last one ended cleanly."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from shkola_desktop.domain.errors import DatabaseLocked, FolderNotWritable

LOCK = "running.lock"


@dataclass(slots=True)
class Session:
    """The lock of a workspace, held until ``end``; a crash frees it by itself.

    ``crashed`` tells that the copy before this one did not end cleanly.
    """

    path: Path
    crashed: bool
    _file: BinaryIO

    def end(self) -> None:
        """Note a clean end and free the workspace."""
        if self._file.closed:
            return
        self._file.truncate(0)
        self._file.flush()
        self._file.close()


def begin(folder: Path) -> Session:
    """Take the workspace.

    Raises:
        DatabaseLocked: another copy of the program has it.
        FolderNotWritable: the folder cannot be written.
    """
    path = folder / LOCK
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = path.open("a+b")
    except OSError as error:
        raise FolderNotWritable(folder) from error
    try:
        _lock(file)
    except OSError as error:
        file.close()
        raise DatabaseLocked(path) from error
    try:
        file.seek(0)
        crashed = bool(file.read().strip())
        file.truncate(0)
        file.write(str(os.getpid()).encode())
        file.flush()
    except OSError as error:
        with suppress(OSError):  # closing tries to write once more
            file.close()
        raise FolderNotWritable(folder) from error
    return Session(path, crashed, file)


if os.name == "nt":  # pragma: no cover  # the other system's half
    import msvcrt

    # locks a byte far behind the text, so that the text stays readable
    FAR = 1 << 30

    def _lock(file: BinaryIO) -> None:
        file.seek(FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
        file.seek(0)
else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
