"""A workspace that was open on this computer, to be chosen again."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from shkola_desktop.domain.office import Role


@dataclass(frozen=True, slots=True)
class KnownWorkspace:
    """``there`` is false where the folder is gone, or its drive is not plugged in."""

    folder: Path
    role: Role
    name: str
    opened_at: datetime
    there: bool = True
