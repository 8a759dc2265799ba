"""Вариант программы: a whole programme kept under a name."""

from dataclasses import dataclass
from datetime import datetime

from shkola_desktop.domain.ids import ProgrammeVersionId
from shkola_desktop.domain.programme import Programme


@dataclass(frozen=True, slots=True)
class ProgrammeVersion:
    """A programme as it was at a moment; it belongs to the programme of its content."""

    id: ProgrammeVersionId
    name: str
    made_at: datetime
    content: Programme
