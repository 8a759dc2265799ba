"""What each kind of package carries, as values (transfer.md, Kinds)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from shkola_desktop.domain.actions import Action
from shkola_desktop.domain.diagnosis import Diagnosis
from shkola_desktop.domain.ids import DirectionCode, EvidenceHash, PackageId
from shkola_desktop.domain.ledger import Confirmation
from shkola_desktop.domain.office import Office
from shkola_desktop.domain.package import HandOver, PackageKind, PublicKeys
from shkola_desktop.domain.review import Decision, Entry, Standing
from shkola_desktop.domain.school import School

MAX_ACTIONS = 40_000
"""Entries of the action log that travel, the newest: twenty years of a school."""


def _nothing() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Enrolment:
    """From an office to one of those under it: who we are, who you are, how to write.

    ``school`` is the registry's entry where a school is enrolled, ``office`` where a
    district is. ``sender`` and ``keys`` are those of the enrolling office;
    ``recovery`` is the age recipient of the region's recovery key, or empty.
    """

    sender: Office
    keys: PublicKeys
    recovery: str
    school: School | None
    office: Office | None
    pack_id: str
    pack_text: str


@dataclass(frozen=True, slots=True)
class Average:
    """The district's average of a direction, in points; empty code: the total."""

    direction: str
    points: float
    maximum: float
    schools: int


@dataclass(frozen=True, slots=True)
class Review:
    """Decisions and remarks, whole sets of both: district → school, region → district.

    On the way from a region it may concern many schools; the district passes on to
    each what is about it.
    """

    office: Office
    decisions: tuple[Decision, ...]
    entries: tuple[Entry, ...]
    averages: tuple[Average, ...] = ()
    term: date | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the receiver imported or refused."""

    lines: tuple[Confirmation, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Chosen directions of a diagnosis on their way between colleagues.

    ``id`` stays the same there and back. ``diagnosis`` holds only the answers of
    ``directions``; ``returned`` tells the way back. ``note`` is what the one who gave
    it out asks for, ``due`` when it is expected back.
    """

    school: School
    diagnosis: Diagnosis
    directions: tuple[DirectionCode, ...]
    evidence: Mapping[EvidenceHash, bytes]
    pack_id: str
    pack_text: str
    given_to: str
    id: PackageId
    given_by: str = ""
    note: str = ""
    due: date | None = None
    returned: bool = False


@dataclass(frozen=True, slots=True)
class SchoolStanding:
    """A line of the district's own state: a school and how far it is."""

    school: School
    standing: Standing
    sequence: int | None
    """Number of the newest hand-over, None where none came."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """From a district to the region: untouched school packages and the own state.

    ``packages`` maps file names to bytes.
    """

    office: Office
    standings: tuple[SchoolStanding, ...]
    decisions: tuple[Decision, ...]
    entries: tuple[Entry, ...]
    actions: tuple[Action, ...]
    packages: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class FormsIssue:
    """From the region to everyone: a form pack, the bank, the template; all as text.

    ``files`` maps ``measures.yaml`` and ``programme.yaml`` to their text where they
    are part of the issue.
    """

    pack_id: str
    pack_text: str
    version: int
    notes: str
    files: Mapping[str, str] = field(default_factory=_nothing)


@dataclass(frozen=True, slots=True)
class WorkspaceCopy:
    """A workspace's whole database for itself; ``database`` are the file's bytes."""

    database: bytes


Content = (
    HandOver | Enrolment | Review | Receipt | Part | Bundle | FormsIssue | WorkspaceCopy
)
"""Everything that can lie in a package."""


KINDS: Mapping[type[Content], PackageKind] = MappingProxyType(
    {
        HandOver: PackageKind.DIAGNOSIS,
        Enrolment: PackageKind.ENROLMENT,
        Review: PackageKind.REVIEW,
        Receipt: PackageKind.RECEIPT,
        Part: PackageKind.PART,
        Bundle: PackageKind.BUNDLE,
        FormsIssue: PackageKind.FORMS,
        WorkspaceCopy: PackageKind.BACKUP,
    }
)
"""Which kind of package carries which content."""
