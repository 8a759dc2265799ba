"""A medium with one step that fails as the system tells it."""

import os
from pathlib import Path
from typing import BinaryIO

from shkola_desktop.transfer.medium import RealMedium

STEPS = ("create", "write", "half", "sync", "read", "rename", "sync_folder")
"""What can fail; ``half`` writes half of the data first."""


class FaultyMedium(RealMedium):
    """The file system, with one step that fails."""

    def __init__(self, step: str, number: int) -> None:
        self.step, self.number = step, number

    def _maybe(self, step: str) -> None:
        if step == self.step:
            raise OSError(self.number, os.strerror(self.number))

    def free(self, folder: Path) -> int:
        self._maybe("free")
        return super().free(folder)

    def create(self, path: Path) -> BinaryIO:
        self._maybe("create")
        return super().create(path)

    def write(self, file: BinaryIO, data: bytes) -> None:
        if self.step == "half":
            super().write(file, data[: len(data) // 2])
            self._maybe("half")
        self._maybe("write")
        super().write(file, data)

    def sync(self, file: BinaryIO) -> None:
        self._maybe("sync")
        super().sync(file)

    def read(self, path: Path) -> bytes:
        self._maybe("read")
        return super().read(path)

    def rename(self, old: Path, new: Path) -> None:
        self._maybe("rename")
        super().rename(old, new)

    def sync_folder(self, folder: Path) -> None:
        self._maybe("sync_folder")
        super().sync_folder(folder)
