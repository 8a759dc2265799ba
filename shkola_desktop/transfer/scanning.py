"""Find the packages of a stick or folder, within bounds."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from shkola_desktop.domain.errors import Cancelled, FileUnreadable
from shkola_desktop.domain.opened import Looked, Scanned
from shkola_desktop.transfer import layout

MAX_DEPTH = 4
"""Folders within folders: people put packages on top, or a folder or two down."""
MAX_SEEN = 20_000
"""Names looked at: a full stick of photographs has a few thousand."""
MAX_FOUND = 2_000
"""Packages: those of every school of a large region."""


def scan(
    folder: Path, look: Callable[[Path], Looked], stop: Callable[[], bool]
) -> Scanned:
    """Look at every package under a folder; half-written ones and links are left.

    Raises:
        FileUnreadable: the folder cannot be listed.
        Cancelled: the person stopped it.
    """
    bounds = _Bounds(stop)
    paths = list(_packages(folder, bounds))
    found: list[Looked] = []
    for path in paths[:MAX_FOUND]:
        if stop():
            raise Cancelled
        found.append(look(path))
    complete = not bounds.passed and len(paths) <= MAX_FOUND
    return Scanned(tuple(sorted(found, key=_order)), complete)


class _Bounds:
    """How much was seen; ``passed`` once something was left out."""

    def __init__(self, stop: Callable[[], bool]) -> None:
        self._stop = stop
        self._seen = 0
        self.passed = False

    def more(self) -> bool:
        """Count one more name; False where it is one too many."""
        if self._stop():
            raise Cancelled
        self._seen += 1
        self.passed = self.passed or self._seen > MAX_SEEN
        return not self.passed


def _packages(folder: Path, bounds: _Bounds) -> Iterator[Path]:
    level = [folder]
    for _ in range(MAX_DEPTH + 1):
        following: list[Path] = []
        for entry in (entry for one in level for entry in _entries(one, folder)):
            if not bounds.more():
                return
            if entry.is_dir(follow_symlinks=False):
                following.append(Path(entry.path))
            elif _is_package(entry):
                yield Path(entry.path)
        level = following
    bounds.passed = bool(level)


def _entries(folder: Path, top: Path) -> list[os.DirEntry[str]]:
    found: list[os.DirEntry[str]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                found.append(entry)  # bounded: a folder may be endless
                if len(found) > MAX_SEEN:
                    break
    except (OSError, ValueError) as error:
        if folder == top:
            raise FileUnreadable(folder) from error
        return []
    # what systems hide for themselves (.Trash, .fseventsd) is not ours
    shown = [entry for entry in found if not entry.name.startswith(".")]
    return sorted(shown, key=lambda entry: entry.name)


def _is_package(entry: os.DirEntry[str]) -> bool:
    return entry.name.lower().endswith(layout.ENDING) and entry.is_file(
        follow_symlinks=False
    )


def _order(looked: Looked) -> tuple[bool, str, int, str]:
    header = looked.header
    if header is None:
        return True, "", 0, looked.path
    return False, header.sender, header.sequence, looked.path
