"""Everything a use case may ask for, handed in as one frozen value."""

from dataclasses import dataclass
from pathlib import Path

from shkola_desktop.app.ports import (
    Backups,
    Catalogue,
    Clock,
    Declension,
    KeyRing,
    NewId,
    Opener,
    OpenWork,
    Places,
    Printouts,
    Reports,
    Sealer,
    Workbooks,
)


@dataclass(frozen=True, slots=True)
class Workspace:
    """One database with the ports around it; built in ``bootstrap`` or by a test."""

    folder: Path
    open_work: OpenWork
    open_reading: OpenWork
    """For looking only: it waits for no writer, and cannot be committed."""
    catalogue: Catalogue
    reports: Reports
    declension: Declension
    keys: KeyRing
    sealer: Sealer
    opener: Opener
    places: Places
    workbooks: Workbooks
    printouts: Printouts
    backups: Backups
    clock: Clock
    new_id: NewId
    program_version: str
