"""Values as columns hold them: times as UTC text, lists of codes as one text."""

from collections.abc import Sequence
from datetime import UTC, datetime


def to_text(at: datetime) -> str:
    """Return a moment as ISO text in UTC: it sorts and survives any time zone."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def from_text(text: str) -> datetime:
    """Return the aware moment of an ISO text."""
    return datetime.fromisoformat(text)


def to_codes(codes: Sequence[str]) -> str:
    """Return codes in one text; codes hold no blank."""
    return " ".join(codes)


def from_codes(text: str) -> tuple[str, ...]:
    """Return the codes of a text."""
    return tuple(text.split())
