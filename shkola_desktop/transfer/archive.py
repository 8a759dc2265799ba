"""Members → ZIP, the same bytes every time; and a checked ZIP read piece by piece."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from shkola_desktop.domain.errors import Cancelled, PackageDamaged, Problem
from shkola_desktop.transfer import layout, zip_gate
from shkola_desktop.transfer.spool import Spool
from shkola_desktop.transfer.zip_gate import Limits

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date that ZIP knows: no clock in the bytes."""
CHUNK = 1 << 20
"""Bytes that are held at a time."""

OUTER = Limits(layout.MAX_OUTER_ENTRIES, layout.MAX_PACKAGE)
INNER = Limits(layout.MAX_INNER_ENTRIES, layout.MAX_INNER_SIZE)

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError)
"""What a broken member raises while it is unpacked."""


def pack(members: Mapping[str, bytes], *, compress: bool) -> bytes:
    """Return a ZIP of the members: sorted names, fixed dates and rights.

    Packages inside are stored as they are: encrypted bytes do not shrink. So is what
    shrinks too well, an empty scan for example: a reader would take it for a bomb.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(members):
            info = zipfile.ZipInfo(name, EPOCH)
            if compress and not _stored(name, members[name]):
                info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # Unix, on every system alike
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(info, members[name])
    return target.getvalue()


def _stored(name: str, data: bytes) -> bool:
    if name.startswith(layout.PACKAGES):
        return True
    # half of what is allowed, because this is a quick look; most need its beginning
    allowed = layout.MAX_RATIO // 2
    return all(
        len(data) > max(len(zlib.compress(part, 1)), 1024) * allowed
        for part in (data[:CHUNK], data)
    )


class Archive:
    """A ZIP whose own tables passed the gate; nothing of it is held in memory."""

    def __init__(self, file: BinaryIO, limits: Limits, spool: Spool | None = None):
        """Open a ZIP; ``spool`` is kept alive as long as the archive.

        Raises:
            PackageDamaged: every fault that was found.
        """
        self._spool = spool
        table = zip_gate.table_of(file, limits)
        try:
            self._zip = zipfile.ZipFile(file)
        except (*BROKEN, struct.error, UnicodeDecodeError) as error:
            raise PackageDamaged((_problem("", layout.ZIP_BROKEN),)) from error
        infos = self._zip.infolist()
        problems = zip_gate.entry_problems(infos, table, limits, file)
        if problems:
            raise PackageDamaged(tuple(problems))
        self._infos = {info.filename: info for info in infos}

    @property
    def names(self) -> frozenset[str]:
        """The names of all members."""
        return frozenset(self._infos)

    def size(self, name: str) -> int:
        """Return the unpacked bytes of a member."""
        return self._infos[name].file_size

    def chunks(
        self, name: str, stop: Callable[[], bool] = lambda: False
    ) -> Iterator[bytes]:
        """Yield the bytes of a member piece by piece.

        Raises:
            PackageDamaged: it is broken, or longer than it says.
            Cancelled: the person stopped it.
        """
        info = self._infos[name]
        left = info.file_size
        try:
            with self._zip.open(info) as member:
                while True:
                    if stop():
                        raise Cancelled
                    # one byte more than declared: what goes on is found out
                    piece = member.read(min(CHUNK, left + 1))
                    left -= len(piece)
                    if not piece or left < 0:
                        break
                    yield piece
        except BROKEN as error:
            raise PackageDamaged((_problem(name, layout.ZIP_MEMBER_BROKEN),)) from error
        if left:
            raise PackageDamaged((_problem(name, layout.ZIP_MEMBER_BROKEN),))

    def read(self, name: str) -> bytes:
        """Return the bytes of a member; ask ``size`` before a large one.

        Raises:
            PackageDamaged: it is broken.
        """
        return b"".join(self.chunks(name))


def _problem(name: str, rule: str) -> Problem:
    return Problem("", name, rule, "", "")
