"""Room for what is unpacked: in memory while it is small, then in a nameless file."""

import weakref
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

IN_MEMORY = 16 * 1024 * 1024
"""Bytes held in memory: most packages of a school; larger ones go to the disk.

The file has no name and vanishes with the process, whatever happens to it.
"""


class Spool:
    """A file for writing and reading that goes away with its last user."""

    def __init__(self) -> None:
        made = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  # closed below
        self.file = cast("BinaryIO", made)
        weakref.finalize(self, made.close)
