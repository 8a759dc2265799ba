"""What a package turned out to be, before and after it was opened."""

from dataclasses import dataclass
from enum import StrEnum

from shkola_desktop.domain.contents import Content
from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.domain.package import Header, PublicKeys


class SignatureState(StrEnum):
    """What is known of a signature.

    ``CARRIED``: it fits the keys that the package itself carries, so nothing was
    changed on the way; whose keys they are only the fingerprint words tell.
    """

    GOOD = "good"
    CARRIED = "carried"
    WRONG = "wrong"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Looked:
    """A file from outside, its header read and nothing trusted. Size in bytes.

    ``fault`` is what is to be told where there is no header.
    """

    path: str
    """Empty where the package came as bytes, out of a bundle."""
    size: int
    header: Header | None
    fault: ShkolaError | None = None


@dataclass(frozen=True, slots=True)
class Scanned:
    """The packages of a stick or folder: by sender, the newest numbers last.

    ``complete`` is False where there is more than is looked through.
    """

    found: tuple[Looked, ...]
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Opened:
    """A package that passed every check. Size in bytes.

    Schools in ``content`` bear the keys of an office (``domain.addressing``).
    Mappings of big files read them when they are asked for, one at a time.
    """

    header: Header
    content: Content
    sha256: str
    size: int
    signature: SignatureState
    keys: PublicKeys
    """The sender's keys as the package carries them; known to be the sender's only
    where the signature is ``GOOD`` or the person compared the words."""
    words: tuple[str, ...]
    """The fingerprint words of ``keys``."""
