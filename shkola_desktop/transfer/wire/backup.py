"""``backup``: a workspace's whole database for itself."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from shkola_desktop.domain.contents import WorkspaceCopy
from shkola_desktop.transfer import layout
from shkola_desktop.transfer.wire.inside import Inside
from shkola_desktop.transfer.wire.terms import Sha256, Size, Top


class BackupContent(Top, kw_only=True):
    """content.json of the kind ``backup``."""

    sha256: Sha256
    size: Size


def to_wire(content: WorkspaceCopy, top: Mapping[str, Any]) -> BackupContent:
    """Put the content into its shape."""
    digest = sha256(content.database).hexdigest()
    return BackupContent(**top, sha256=digest, size=len(content.database))


def members(content: WorkspaceCopy) -> dict[str, bytes]:
    """Return the files beside content.json."""
    return {layout.DATABASE: content.database}


def expected(wire: BackupContent) -> dict[str, str]:
    """Return the name of this file with its hash."""
    return {layout.DATABASE: wire.sha256}


def faults(wire: BackupContent) -> Iterator[tuple[str, str]]:
    """Yield place and what is wrong: a copy goes to the workspace itself."""
    if wire.sender != wire.receiver:
        yield "receiver", wire.receiver


def from_wire(_wire: BackupContent, inside: Inside) -> WorkspaceCopy:
    """Return the content."""
    return WorkspaceCopy(inside.data(layout.DATABASE))
