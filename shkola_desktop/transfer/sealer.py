"""Makes packages with the workspace's keys and puts them on a medium."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from shkola_desktop.domain.package import HandOver, Header
from shkola_desktop.transfer import reader, seal, wire, writer
from shkola_desktop.transfer.keys import KeyFile
from shkola_desktop.transfer.medium import Medium, RealMedium


class PackageSealer:
    """The one door of this package to the use cases."""

    def __init__(self, keys: KeyFile, medium: Medium | None = None) -> None:
        self._keys = keys
        self._medium = medium or RealMedium()

    def seal(
        self, header: Header, hand_over: HandOver, recipients: Sequence[str]
    ) -> bytes:
        """Return a package for the recipients and for ourselves."""
        return seal.seal(header, hand_over, recipients, self._keys)

    def write(
        self,
        package: bytes,
        header: Header,
        hand_over: HandOver,
        place: Path,
        stop: Callable[[], bool],
    ) -> Path:
        """Write, read back, check every layer, compare the content, rename.

        Raises:
            DriveFull, DriveGone, DriveReadOnly, WriteNotVerified, Cancelled.
        """

        def verify(found: bytes) -> bool:
            seen = reader.inspect(found, self._keys, self._keys.public().minisign)
            return (
                seen.sound
                and seen.header == _as_carried(header)
                and seen.content is not None
                and seen.content
                == wire.content_from(wire.content_of(header, hand_over))
            )

        target = place / header.file_name
        return writer.write(package, target, self._medium, verify, stop)


def _as_carried(header: Header) -> Header:
    # the clear header carries whole seconds
    return replace(header, created_at=header.created_at.replace(microsecond=0))
