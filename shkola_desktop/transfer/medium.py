"""The system calls that writing needs, behind one door so that each can fail."""

import os
import shutil
from pathlib import Path
from typing import BinaryIO, Protocol


class Medium(Protocol):
    """What the writer asks of a drive or folder; every call may raise OSError."""

    def free(self, folder: Path) -> int: ...
    def create(self, path: Path) -> BinaryIO: ...
    def write(self, file: BinaryIO, data: bytes) -> None: ...
    def sync(self, file: BinaryIO) -> None: ...
    def read(self, path: Path) -> bytes: ...
    def rename(self, old: Path, new: Path) -> None: ...
    def sync_folder(self, folder: Path) -> None: ...
    def remove(self, path: Path) -> None: ...


class RealMedium:
    """The file system."""

    def free(self, folder: Path) -> int:
        """Return the free bytes."""
        return shutil.disk_usage(folder).free

    def create(self, path: Path) -> BinaryIO:
        """Open a new file, or an own one that an earlier try left."""
        return path.open("wb")

    def write(self, file: BinaryIO, data: bytes) -> None:
        """Write and hand over to the system."""
        file.write(data)
        file.flush()

    def sync(self, file: BinaryIO) -> None:
        """Wait until the medium has it."""
        os.fsync(file.fileno())

    def read(self, path: Path) -> bytes:
        """Read back from the medium, past the system's cache where it can be told."""
        with path.open("rb") as file:
            if hasattr(os, "posix_fadvise"):
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
            return file.read()

    def rename(self, old: Path, new: Path) -> None:
        """Give the final name in one step."""
        old.replace(new)

    def sync_folder(self, folder: Path) -> None:
        """Make the new name durable, where the system knows such a thing."""
        if os.name == "nt":
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def remove(self, path: Path) -> None:
        """Remove a file that may be there."""
        path.unlink(missing_ok=True)
