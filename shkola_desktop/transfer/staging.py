"""The content of a package out of its bag: copied, decrypted, its files checked."""

import re
from collections.abc import Callable, Sequence
from hashlib import sha256
from io import BufferedIOBase
from typing import BinaryIO, cast

import pyrage
from pyrage import passphrase

from shkola_desktop.domain.errors import (
    Cancelled,
    PackageDamaged,
    PackageNotForUs,
    Problem,
    SecretWrong,
    ShkolaError,
)
from shkola_desktop.domain.package import PackageKind
from shkola_desktop.transfer import archive, bag, layout
from shkola_desktop.transfer.archive import Archive
from shkola_desktop.transfer.json_gate import shown
from shkola_desktop.transfer.spool import Spool

AGE_SIGN = b"age-encryption.org/v1\n"
AGE_HEADER_END = b"\n---"
LOCKED = AGE_SIGN + b"-> scrypt "
"""How a file begins that a passphrase opens."""

Stop = Callable[[], bool]
Progress = Callable[[int, int], None]
"""Bytes done and bytes in all."""


def stop_here(stop: Stop) -> None:
    """Raise Cancelled where the person stopped it."""
    if stop():
        raise Cancelled


def staged(
    source: Archive, name: str, stop: Stop, progress: Progress
) -> tuple[Spool, bag.Digest]:
    """Copy a member into a spool of its own; what is checked later is this copy."""
    spool, digest, done = Spool(), sha256(), 0
    total = source.size(name)
    for piece in source.chunks(name, stop):
        spool.file.write(piece)
        digest.update(piece)
        done += len(piece)
        progress(done, total)
    return spool, bag.Digest(done, digest.hexdigest())


def decrypted(
    spool: Spool, identities: Sequence[pyrage.x25519.Identity], to: str, stop: Stop
) -> Spool:
    """Return what lies inside the encryption.

    Raises:
        PackageNotForUs: none of the identities opens it.
        PackageDamaged: it is no such thing, or was changed.
        Cancelled: the person stopped it.
    """
    _require_header(spool.file)
    spool.file.seek(0)
    reading, target = _Watched(spool.file, stop), Spool()
    try:
        # the stubs ask for more than the library does: it reads and writes
        source, goal = cast("BufferedIOBase", reading), target.file
        pyrage.decrypt_io(source, cast("BufferedIOBase", goal), list(identities))
    except pyrage.DecryptError as error:
        if reading.stopped:
            raise Cancelled from error
        raise PackageNotForUs(to) from error
    except OSError as error:
        if reading.stopped:
            raise Cancelled from error
        raise _damaged(layout.CONTENT, layout.CONTENT_BROKEN) from error
    return target


def locked(spool: Spool) -> bool:
    """Tell whether words open it, not a key."""
    spool.file.seek(0)
    return spool.file.read(len(LOCKED)) == LOCKED


def unlocked(spool: Spool, secret: str) -> Spool:
    """Return what lies behind the words; it is taken into memory.

    Raises:
        SecretWrong: these are not the words, or it was changed.
        PackageDamaged: it is no such thing, or too large.
    """
    _require_header(spool.file)
    spool.file.seek(0)
    data = spool.file.read(layout.MAX_LOCKED + 1)
    if len(data) > layout.MAX_LOCKED:
        raise _damaged(layout.CONTENT, layout.ZIP_TOO_LARGE)
    _require_bearable_work(data)
    target = Spool()
    try:
        target.file.write(passphrase.decrypt(data, secret))
    except pyrage.DecryptError as error:
        # age tells no wrong words from a changed file before it has the key
        raise SecretWrong from error
    return target


def unpacked(spool: Spool) -> Archive:
    """Open the ZIP that lies inside.

    Raises:
        PackageDamaged: every fault of its tables.
    """
    return Archive(spool.file, archive.INNER, spool)


def file_problems(
    inside: Archive, expected: dict[str, str], stop: Stop
) -> list[Problem]:
    """Check the files beside content.json: what is missing, too many, changed.

    ``expected`` maps their names to their SHA-256, or to an empty text.
    """
    names = inside.names - {layout.INNER_CONTENT}
    missing = [
        Problem("", name, layout.ATTACHMENT_MISSING, "", "")
        for name in sorted(expected.keys() - names)
    ]
    extra = [
        Problem("", name, layout.ATTACHMENT_EXTRA, "", "")
        for name in sorted(names - expected.keys())
    ]
    changed = [
        problem
        for name in sorted(names & expected.keys())
        for problem in _file_faults(inside, name, expected[name], stop)
    ]
    return [*missing, *extra, *changed][: layout.MAX_TOLD]


def kind_problems(
    inside: Archive, look: Callable[[BinaryIO], PackageKind | None], stop: Stop
) -> list[Problem]:
    """Check that a bundle holds no bundle; packages that cannot be read may stay."""
    problems: list[Problem] = []
    for name in sorted(inside.names):
        if not name.startswith(layout.PACKAGES):
            continue
        spool, _ = staged(inside, name, stop, lambda _done, _total: None)
        if look(spool.file) not in {None, PackageKind.DIAGNOSIS}:
            problems.append(Problem("", name, layout.CONTENT_NESTED, "", ""))
    return problems


def _file_faults(inside: Archive, name: str, digest: str, stop: Stop) -> list[Problem]:
    if inside.size(name) > layout.limit_of(name):
        return [Problem("", name, layout.ZIP_TOO_LARGE, "", "")]
    found = sha256()
    try:
        for piece in inside.chunks(name, stop):
            found.update(piece)
    except PackageDamaged as damaged:
        return list(damaged.problems)
    if digest and found.hexdigest() != digest:
        return [Problem("", name, layout.ATTACHMENT_CHANGED, "", "")]
    return []


def _require_header(file: BinaryIO) -> None:
    file.seek(0)
    begin = file.read(layout.MAX_AGE_HEADER)
    if not begin.startswith(AGE_SIGN):
        raise _damaged(layout.CONTENT, layout.CONTENT_BROKEN)
    if AGE_HEADER_END not in begin:
        # a header without an end is read into memory as long as it goes on
        raise _damaged(layout.CONTENT, layout.CONTENT_HEADER)


def _require_bearable_work(data: bytes) -> None:
    # a file names the memory that its words cost; a false one would end the program
    found = re.match(re.escape(LOCKED) + rb"\S+ (\d{1,2})\n", data)
    if found is None or int(found[1]) > layout.MAX_WORK:
        raise _damaged(layout.CONTENT, layout.CONTENT_HEADER)


def _damaged(name: str, rule: str, error: object = "") -> ShkolaError:
    return PackageDamaged((Problem("", name, rule, shown(str(error)), ""),))


class _Watched:
    """A file that the person can stop."""

    def __init__(self, file: BinaryIO, stop: Stop) -> None:
        self._file = file
        self._stop = stop
        self.stopped = False

    def read(self, size: int = -1) -> bytes:
        if self._stop():
            self.stopped = True
            raise OSError
        return self._file.read(size)
