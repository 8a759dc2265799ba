"""A copy of the database, as the screen lists it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Backup:
    """A whole, checked copy. Size in bytes."""

    path: Path
    made_at: datetime
    size: int
