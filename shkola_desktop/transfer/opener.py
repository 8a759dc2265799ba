"""Opens packages for the use cases: content and state, or an error with every fault."""

from collections.abc import Callable
from pathlib import Path

from shkola_desktop.domain.errors import (
    PackageDamaged,
    PackageNotForUs,
    SealBroken,
    SecretWrong,
    ShkolaError,
)
from shkola_desktop.domain.opened import Looked, Opened, Scanned, SignatureState
from shkola_desktop.domain.package import PackageKind, PublicKeys
from shkola_desktop.transfer import layout, reader, scanning
from shkola_desktop.transfer.keys import KeyFile

SEAL_RULES = {layout.SIGNATURE_WRONG, layout.SIGNATURE_BROKEN}


class PackageOpener:
    """The door of this package for everything that comes in."""

    def __init__(self, keys: KeyFile) -> None:
        self._keys = keys

    def look(self, source: Path | bytes) -> Looked:
        """Read the header alone; what is wrong stands in ``fault``."""
        return look(source)

    def open(
        self,
        source: Path | bytes,
        sender: PublicKeys | None,
        stop: Callable[[], bool] = reader.never,
        progress: Callable[[int, int], None] = reader.silent,
        secret: str = "",
    ) -> Opened:
        """Check every layer and return the content; nothing is written.

        Raises:
            FileUnreadable: the file cannot be read.
            PackageTooNew: a later format.
            PackageDamaged: every fault.
            SealBroken: the signature is not that of ``sender``, and nothing else is
                wrong: another's package, or the sender's keys are new.
            PackageNotForUs: none of our keys opens it.
            SecretWrong: it is locked with words, and ``secret`` are not the ones.
            Cancelled: the person stopped it.
        """
        key = sender.minisign if sender else None
        found = reader.inspect(
            source, self._keys.with_secret(secret), key, stop, progress
        )
        if found.problems:
            raise _refusal(found)
        if found.encrypted_for_us is False and found.header is not None:
            if found.header.kind is PackageKind.PART:
                raise SecretWrong
            raise PackageNotForUs(found.header.receiver)
        if found.header is None or found.content is None or found.keys is None:
            raise PackageDamaged(())
        return Opened(
            header=found.header,
            content=found.content,
            sha256=found.sha256,
            size=found.size,
            signature=found.signature,
            keys=found.keys,
            words=self._keys.words_for(found.keys),
        )

    def scan(self, folder: Path, stop: Callable[[], bool] = reader.never) -> Scanned:
        """Look at every package of a stick or folder.

        Raises:
            FileUnreadable: the folder cannot be listed.
            Cancelled: the person stopped it.
        """
        return scanning.scan(folder, look, stop)


def look(source: Path | bytes) -> Looked:
    """Read the header alone; what is wrong stands in ``fault``."""
    path = "" if isinstance(source, bytes) else str(source)
    try:
        size, header = reader.header_of(source)
    except ShkolaError as error:
        return Looked(path, _size(source), None, error)
    return Looked(path, size, header)


def _size(source: Path | bytes) -> int:
    if isinstance(source, bytes):
        return len(source)
    try:
        return source.stat().st_size
    except (OSError, ValueError):
        return 0


def _refusal(found: reader.Inspection) -> ShkolaError:
    rules = {problem.rule for problem in found.problems}
    if (
        found.header is not None
        and found.signature is SignatureState.WRONG
        and rules <= SEAL_RULES
    ):
        return SealBroken(found.header.sender)
    return PackageDamaged(found.problems)
