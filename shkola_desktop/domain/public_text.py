"""Public keys as one line of text: in a QR code, on a covering sheet, in a letter."""

from shkola_desktop.domain.errors import KeyUnreadable
from shkola_desktop.domain.package import PublicKeys

MARK = "SHKOLA-KEYS"
VERSION = "1"
PARTS = 5
LONGEST = 400
"""Characters: two keys and a name take below 200."""


def text_of(code: str, keys: PublicKeys) -> str:
    """Return the line for the keys of an office or school with a registry code."""
    return f"{MARK}:{VERSION}:{code}:{keys.age}:{keys.minisign}"


def keys_from(text: str) -> tuple[str, PublicKeys]:
    """Return registry code and keys out of a line; spaces around it do not matter.

    Raises:
        KeyUnreadable: it is no such line. Whether the keys are keys tells
            ``KeyRing.check``.
    """
    parts = text.strip().split(":") if len(text) <= LONGEST else []
    if len(parts) != PARTS or parts[:2] != [MARK, VERSION]:
        raise KeyUnreadable
    return parts[2], PublicKeys(parts[3], parts[4])
