"""What travels: header, sending, counters, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shkola_desktop.domain.actions import Action
from shkola_desktop.domain.diagnosis import Diagnosis
from shkola_desktop.domain.ids import EvidenceHash, PackageId
from shkola_desktop.domain.programme import Programme
from shkola_desktop.domain.review import Entry
from shkola_desktop.domain.school import School

FORMAT = 1
"""Version of the package format; a reader refuses later ones."""


class PackageKind(StrEnum):
    """Kinds of package (transfer.md)."""

    ENROLMENT = "enrolment"
    PART = "part"
    DIAGNOSIS = "diagnosis"
    REVIEW = "review"
    BUNDLE = "bundle"
    RECEIPT = "receipt"
    FORMS = "forms"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """What others know of a workspace: an age recipient and a minisign key."""

    age: str
    minisign: str


@dataclass(frozen=True, slots=True)
class Correspondent:
    """The other side of a transfer, with its keys once they are known."""

    code: str
    name: str
    keys: PublicKeys | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """The clear header of a package: nothing personal."""

    id: PackageId
    kind: PackageKind
    sender: str
    receiver: str
    sequence: int
    last_received: int
    form: str
    """Edition code and the first 12 digits of its hash: ``smp-2024@0123456789ab``."""
    created_at: datetime

    @property
    def file_name(self) -> str:
        """ASCII name: sender, sequence, first 8 of the id."""
        return f"{self.sender}-{self.sequence:04d}-{self.id[:8]}.shkola"


@dataclass(frozen=True, slots=True)
class HandOver:
    """What a school hands over: its diagnosis with everything that proves it."""

    school: School
    diagnosis: Diagnosis
    programme: Programme | None
    actions: tuple[Action, ...]
    evidence: Mapping[EvidenceHash, bytes]
    pack_id: str
    pack_text: str
    program_version: str
    entries: tuple[Entry, ...] = ()
    """Every remark and reply that the school knows."""


class SendingState(StrEnum):
    """How far a sending came.

    ``delivered`` once the receiver confirmed it, ``refused`` once the receiver told
    that it could not be imported.
    """

    WRITING = "writing"
    WRITTEN = "written"
    FAILED = "failed"
    DELIVERED = "delivered"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Sending:
    """Отправка: our record of a package given out."""

    id: PackageId
    kind: PackageKind
    receiver: str
    sequence: int
    state: SendingState
    created_at: datetime
    file_name: str
    place: str
    size: int
    sha256: str
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A drive or folder that a package can be put on. Sizes in bytes."""

    path: str
    label: str
    file_system: str
    free: int
    removable: bool
    writable: bool
