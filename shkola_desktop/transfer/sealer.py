"""Makes packages with the workspace's keys and puts them on a medium."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from shkola_desktop.domain.contents import Content
from shkola_desktop.domain.package import Header
from shkola_desktop.transfer import reader, seal, writer
from shkola_desktop.transfer.keys import KeyFile
from shkola_desktop.transfer.medium import Medium, RealMedium
from shkola_desktop.transfer.wire import contents


class PackageSealer:
    """The door of this package for everything that goes out."""

    def __init__(self, keys: KeyFile, medium: Medium | None = None) -> None:
        self._keys = keys
        self._medium = medium or RealMedium()

    def locked_with(self, secret: str) -> "PackageSealer":
        """Return a sealer whose packages open for these words, and for no key."""
        return PackageSealer(self._keys.with_secret(secret), self._medium)

    def seal(
        self, header: Header, content: Content, recipients: Sequence[str]
    ) -> bytes:
        """Return a package for the recipients and for ourselves.

        Raises:
            ContentRefused: something passes what a package may carry.
        """
        return seal.seal(header, content, recipients, self._keys)

    def write(
        self,
        package: bytes,
        header: Header,
        content: Content,
        place: Path,
        stop: Callable[[], bool],
    ) -> Path:
        """Write, read back, check every layer, compare the content, rename.

        Raises:
            DriveFull, DriveGone, DriveReadOnly, WriteNotVerified, Cancelled.
        """

        def verify(found: bytes) -> bool:
            own = self._keys.public()
            seen = reader.inspect(found, self._keys, own.minisign)
            return (
                seen.sound
                and seen.header == _as_carried(header)
                and seen.content == contents.as_carried(header, content, own)
            )

        target = place / header.file_name
        return writer.write(package, target, self._medium, verify, stop)


def _as_carried(header: Header) -> Header:
    # the clear header carries whole seconds
    return replace(header, created_at=header.created_at.replace(microsecond=0))
