"""Drives: which are removable, how much is free, whether they can be written."""

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import psutil

from shkola_desktop.domain.errors import DriveGone
from shkola_desktop.domain.package import Place

MOUNTED_UNDER = ("/media/", "/run/media/")
"""Where Linux desktops mount what a person plugs in."""
NETWORK = frozenset(
    {"cifs", "smb", "smb3", "smbfs", "nfs", "nfs4", "fuse.sshfs", "9p", "afpfs"}
)
"""File systems on which SQLite's locks cannot be relied on."""


class Partition(NamedTuple):
    """A mounted file system."""

    device: str
    mountpoint: str
    fstype: str
    opts: str


def mounted() -> tuple[Partition, ...]:
    """Return every mounted file system of the machine."""
    return tuple(
        Partition(p.device, p.mountpoint, p.fstype, p.opts)
        for p in psutil.disk_partitions(all=True)
    )


class Drives:
    """The drives of this machine."""

    def __init__(self, partitions: Callable[[], Iterable[Partition]] = mounted) -> None:
        self._partitions = partitions

    def removable(self) -> tuple[Place, ...]:
        """Return the removable drives that answer, by their path."""
        found: list[Place] = []
        for partition in self._partitions():
            if _removable(partition):
                try:
                    found.append(_place(Path(partition.mountpoint), partition))
                except OSError:
                    continue  # a card reader without a card
        return tuple(sorted(found, key=lambda place: place.path))

    def look(self, path: Path) -> Place:
        """Return what is known of a drive or folder.

        Raises:
            DriveGone: it is not there.
        """
        try:
            return _place(path, self._holding(path))
        except OSError as error:
            raise DriveGone(path) from error

    def doubtful(self, path: Path) -> str:
        """Tell whether a workspace is unsafe there: ``removable``, ``network``, no."""
        partition = self._holding(path)
        if partition is None:
            return ""
        if _network(partition):
            return "network"
        return "removable" if _removable(partition) else ""

    def _holding(self, path: Path) -> Partition | None:
        wanted = path.absolute()
        holding = [p for p in self._partitions() if wanted.is_relative_to(p.mountpoint)]
        return max(holding, key=lambda p: len(p.mountpoint), default=None)


def _removable(partition: Partition) -> bool:
    if "removable" in partition.opts.split(","):
        return True
    return partition.mountpoint.startswith(MOUNTED_UNDER) and not _network(partition)


def _network(partition: Partition) -> bool:
    remote = "remote" in partition.opts.split(",")
    return remote or partition.fstype.lower() in NETWORK


def _place(path: Path, partition: Partition | None) -> Place:
    if not path.is_dir():
        raise FileNotFoundError(path)
    return Place(
        path=str(path),
        label=path.name or str(path),
        file_system=partition.fstype if partition else "",
        free=shutil.disk_usage(path).free,
        removable=partition is not None and _removable(partition),
        writable=os.access(path, os.W_OK),
    )
