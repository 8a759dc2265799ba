"""What the use cases ask of the outside world; adapters fit by their shape."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from shkola_desktop.domain.actions import Action
from shkola_desktop.domain.analysis import Analysis
from shkola_desktop.domain.analytics import (
    DirectionAverage,
    DistrictAverage,
    DistrictName,
    LevelCount,
    SchoolMarks,
    Scope,
    ShortfallCount,
    VariantCount,
)
from shkola_desktop.domain.backup import Backup
from shkola_desktop.domain.contents import Content
from shkola_desktop.domain.declension import Case, Correction, Declined
from shkola_desktop.domain.diagnosis import Answer, Diagnosis, Status
from shkola_desktop.domain.documents import (
    DocumentFormat,
    DocumentKind,
    DocumentRecord,
    DrawnProgramme,
    ProgrammeMaterial,
    RemarksMaterial,
)
from shkola_desktop.domain.form import Edition, Form
from shkola_desktop.domain.ids import (
    DiagnosisId,
    DocumentId,
    EditionCode,
    EvidenceHash,
    IndicatorCode,
    PackageId,
    ProgrammeId,
    ProgrammeVersionId,
    SchoolId,
)
from shkola_desktop.domain.ledger import Receiving
from shkola_desktop.domain.measures import MeasureBank
from shkola_desktop.domain.office import Office
from shkola_desktop.domain.opened import Looked, Opened, Scanned
from shkola_desktop.domain.package import (
    Correspondent,
    Header,
    Place,
    PublicKeys,
    Sending,
)
from shkola_desktop.domain.parts import Merge, PartRecord
from shkola_desktop.domain.printout import Printout
from shkola_desktop.domain.programme import Programme, ProgrammeTemplate
from shkola_desktop.domain.programme_parts import PreparedText
from shkola_desktop.domain.programme_version import ProgrammeVersion
from shkola_desktop.domain.recovery import RecoverySheet
from shkola_desktop.domain.results import StoredResult
from shkola_desktop.domain.review import Decision, Entry
from shkola_desktop.domain.school import Person, School
from shkola_desktop.domain.school_info import SchoolInfo
from shkola_desktop.domain.scoring import Result
from shkola_desktop.domain.self_check.check import Checked
from shkola_desktop.domain.server import Server
from shkola_desktop.domain.sheets import ReadBook, Workbook


class Schools(Protocol):
    """The schools of the workspace: one in a school's own."""

    def get(self, id: SchoolId) -> School | None: ...
    def by_code(self, code: str) -> School | None:
        """Return the school with a registry code, or None."""
        ...

    def list(self) -> tuple[School, ...]: ...
    def put(self, school: School) -> None: ...
    def delete(self, id: SchoolId) -> None:
        """Forget a school that nothing hangs on."""
        ...


class SchoolInfos(Protocol):
    """Information about the schools, a whole a school."""

    def get(self, school: SchoolId) -> SchoolInfo | None: ...
    def put(self, school: SchoolId, info: SchoolInfo) -> None: ...


class People(Protocol):
    """The staff of a school; ``put`` replaces all of them, keeping the order."""

    def list(self, school: SchoolId) -> tuple[Person, ...]: ...
    def put(self, school: SchoolId, people: Sequence[Person]) -> None: ...


class Corrections(Protocol):
    """Forms of names and positions that a school put right, by text and case."""

    def list(self, school: SchoolId) -> tuple[Correction, ...]: ...
    def put(self, school: SchoolId, correction: Correction) -> None: ...
    def delete(self, school: SchoolId, text: str, case: Case) -> None: ...


class Diagnoses(Protocol):
    """Diagnoses with their answers.

    ``list`` gives them newest year first, complete with answers.
    ``put`` writes the head (status, times) and leaves answers alone unless the
    diagnosis is new; ``put_answer`` writes one answer, ``put_answers`` many, those
    not given stay. ``status`` and ``answer`` read a single row: they stand in the
    path of every click.
    """

    def get(self, id: DiagnosisId) -> Diagnosis | None: ...
    def list(self, school: SchoolId) -> tuple[Diagnosis, ...]: ...
    def status(self, id: DiagnosisId) -> Status | None: ...
    def answer(self, id: DiagnosisId, code: IndicatorCode) -> Answer | None: ...
    def put(self, diagnosis: Diagnosis) -> None: ...
    def put_answer(
        self, id: DiagnosisId, code: IndicatorCode, answer: Answer
    ) -> None: ...
    def put_answers(
        self, id: DiagnosisId, answers: Mapping[IndicatorCode, Answer]
    ) -> None: ...


class EvidenceFiles(Protocol):
    """Bytes of evidence, kept once by hash."""

    def get(self, hash: EvidenceHash) -> bytes | None: ...
    def put(self, hash: EvidenceHash, content: bytes) -> None: ...


class Programmes(Protocol):
    """Development programmes, newest first."""

    def get(self, id: ProgrammeId) -> Programme | None: ...
    def list(self, school: SchoolId) -> tuple[Programme, ...]: ...
    def put(self, programme: Programme) -> None: ...


class ProgrammeVersions(Protocol):
    """Programmes as they were kept under a name; of one programme newest first."""

    def get(self, id: ProgrammeVersionId) -> ProgrammeVersion | None: ...
    def list(self, programme: ProgrammeId) -> tuple[ProgrammeVersion, ...]: ...
    def put(self, version: ProgrammeVersion) -> None: ...
    def delete(self, id: ProgrammeVersionId) -> None: ...


class ActionLog(Protocol):
    """The action log; only ever added to. ``list`` gives newest first."""

    def add(self, action: Action) -> None: ...
    def list(self, limit: int | None = None) -> tuple[Action, ...]: ...


class Sendings(Protocol):
    """The ledger of packages given out, newest first, and its counters."""

    def get(self, id: str) -> Sending | None: ...
    def list(self) -> tuple[Sending, ...]: ...
    def sent_to(self, receiver: str) -> tuple[Sending, ...]: ...
    def put(self, sending: Sending) -> None: ...
    def next_sequence(self, receiver: str) -> int:
        """One above the highest number of a written or delivered sending."""
        ...


class Correspondents(Protocol):
    """The other sides of transfers, by code."""

    def get(self, code: str) -> Correspondent | None: ...
    def put(self, correspondent: Correspondent) -> None: ...


class Offices(Protocol):
    """Districts and regions that the workspace knows, its own among them, by code."""

    def get(self, code: str) -> Office | None: ...
    def list(self) -> tuple[Office, ...]: ...
    def put(self, office: Office) -> None: ...


class Receivings(Protocol):
    """The ledger of packages read, newest first, and its counters."""

    def get(self, id: PackageId) -> Receiving | None: ...
    def list(self) -> tuple[Receiving, ...]: ...
    def put(self, receiving: Receiving) -> None: ...
    def last_received(self, sender: str) -> int:
        """The highest number imported from a sender, 0 where none was."""
        ...


class PackageFiles(Protocol):
    """Packages kept untouched, to be passed on: bytes by package id.

    A package is immutable: ``put`` under a known id changes nothing.
    """

    def get(self, id: PackageId) -> bytes | None: ...
    def put(self, id: PackageId, content: bytes) -> None: ...


class Reviews(Protocol):
    """Decisions and entries of remarks: sets that only grow, by id.

    ``add`` leaves what is already there alone. Without a school all are listed;
    decisions and entries come in the order of their numbers, then ids.
    """

    def decisions(self, school: SchoolId | None = None) -> tuple[Decision, ...]: ...
    def entries(self, school: SchoolId | None = None) -> tuple[Entry, ...]: ...
    def add_decisions(self, decisions: Sequence[Decision]) -> None: ...
    def add_entries(self, entries: Sequence[Entry]) -> None: ...
    def mark_sent(self, decisions: Sequence[str], package: PackageId) -> None:
        """Note the package that carried decisions; the first one stays."""
        ...


class Results(Protocol):
    """Stored results, one a diagnosis of a school; ``put`` replaces it.

    ``list`` gives those of a year, or of every year, by school and year.
    """

    def get(self, diagnosis: DiagnosisId) -> StoredResult | None: ...
    def list(self, year: int | None = None) -> tuple[StoredResult, ...]: ...
    def of_school(self, school: SchoolId) -> tuple[StoredResult, ...]: ...
    def put(self, result: StoredResult) -> None: ...
    def put_all(self, results: Sequence[StoredResult]) -> None: ...


class Parts(Protocol):
    """Parts given out and held, newest first, and the merges that came of them.

    ``merge`` finds the newest merge of a package, or None.
    """

    def get(self, id: PackageId) -> PartRecord | None: ...
    def list(self) -> tuple[PartRecord, ...]: ...
    def put(self, record: PartRecord) -> None: ...
    def delete(self, id: PackageId) -> None: ...
    def merges(self) -> tuple[Merge, ...]: ...
    def merge(self, package: PackageId) -> Merge | None: ...
    def put_merge(self, merge: Merge) -> None: ...


class Analytics(Protocol):
    """Sums over the stored results of completed diagnoses; one a school and year.

    Of two completed diagnoses of a school in a year the one with the later id counts.
    """

    def years(self) -> tuple[int, ...]:
        """The years that have a completed result, newest first."""
        ...

    def districts(self) -> tuple[DistrictName, ...]:
        """The districts of the registry, by name and code."""
        ...

    def registered(self, scope: Scope) -> int:
        """How many schools of the registry are meant; the year does not matter."""
        ...

    def directions(self, scope: Scope) -> tuple[DirectionAverage, ...]:
        """Averages in the order of the form; the whole form first, as ``TOTAL``."""
        ...

    def by_district(self, scope: Scope) -> tuple[DistrictAverage, ...]:
        """The same of each district, by its code."""
        ...

    def levels(self, scope: Scope) -> tuple[LevelCount, ...]: ...
    def shortfalls(self, scope: Scope) -> tuple[ShortfallCount, ...]:
        """By the hash of the edition, then by indicator."""
        ...

    def variants(self, scope: Scope) -> tuple[VariantCount, ...]:
        """Those of most schools first."""
        ...

    def marks(self, scope: Scope) -> tuple[SchoolMarks, ...]:
        """Every school that has a result, by name and code."""
        ...


class Documents(Protocol):
    """Records and bytes of documents made, newest first."""

    def list(self) -> tuple[DocumentRecord, ...]: ...
    def put(self, record: DocumentRecord, content: bytes) -> None: ...
    def content(self, id: DocumentId) -> bytes | None: ...
    def delete(self, id: DocumentId) -> None: ...


class Editions(Protocol):
    """Form packs that diagnoses were made with, kept as text by hash."""

    def has(self, hash: str) -> bool: ...
    def get(self, hash: str) -> str | None: ...
    def put(self, hash: str, code: EditionCode, text: str) -> None: ...


class Settings(Protocol):
    """Small settings of the workspace: name → text."""

    def get(self, name: str) -> str | None: ...
    def put(self, name: str, value: str) -> None: ...


class UnitOfWork(Protocol):
    """One transaction. Leaving the block without commit() undoes it."""

    @property
    def schools(self) -> Schools: ...
    @property
    def school_infos(self) -> SchoolInfos: ...
    @property
    def people(self) -> People: ...
    @property
    def corrections(self) -> Corrections: ...
    @property
    def diagnoses(self) -> Diagnoses: ...
    @property
    def evidence(self) -> EvidenceFiles: ...
    @property
    def programmes(self) -> Programmes: ...
    @property
    def programme_versions(self) -> ProgrammeVersions: ...
    @property
    def actions(self) -> ActionLog: ...
    @property
    def sendings(self) -> Sendings: ...
    @property
    def correspondents(self) -> Correspondents: ...
    @property
    def offices(self) -> Offices: ...
    @property
    def receivings(self) -> Receivings: ...
    @property
    def package_files(self) -> PackageFiles: ...
    @property
    def reviews(self) -> Reviews: ...
    @property
    def results(self) -> Results: ...
    @property
    def parts(self) -> Parts: ...
    @property
    def analytics(self) -> Analytics: ...
    @property
    def documents(self) -> Documents: ...
    @property
    def editions(self) -> Editions: ...
    @property
    def settings(self) -> Settings: ...

    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
    def commit(self) -> None: ...


OpenWork = Callable[[], UnitOfWork]


class Clock(Protocol):
    """The time, aware, UTC."""

    def now(self) -> datetime: ...


class NewId(Protocol):
    """A fresh random id (UUID text)."""

    def __call__(self) -> str: ...


class Passwords(Protocol):
    """Passwords of database servers; none is ever written into a file of ours."""

    def get(self, server: Server) -> str | None: ...
    def put(self, server: Server, password: str, *, keep: bool) -> bool:
        """Use a password from now on; tell whether the system keeps it."""
        ...

    def forget(self, server: Server) -> None: ...


class Catalogue(Protocol):
    """Forms, measures and the programme template that ship or were added."""

    def codes(self) -> tuple[EditionCode, ...]:
        """Every edition that can be loaded, newest first."""
        ...

    def edition(self, code: EditionCode) -> Edition: ...
    def pack_text(self, code: EditionCode) -> str:
        """The whole pack in one canonical JSON text: what is hashed and kept."""
        ...

    def from_pack(self, text: str) -> Edition:
        """Read a pack that was kept as text."""
        ...

    def bank(self) -> MeasureBank: ...
    def template(self) -> ProgrammeTemplate: ...


class Reports(Protocol):
    """Values → finished documents, as bytes; the same input gives the same bytes.

    They are PDF unless ``of`` asks for another format.
    """

    undrawn: str
    """Characters of the document made last that no font has; "" for Word, which has
    fonts of its own."""

    def of(self, format: DocumentFormat) -> "Reports": ...

    def protocol(
        self,
        school: School,
        form: Form,
        diagnosis: Diagnosis,
        result: Result,
        made_at: datetime,
    ) -> bytes: ...

    def blank_form(
        self, school: School | None, form: Form, made_at: datetime
    ) -> bytes: ...

    def programme(self, kind: DocumentKind, material: ProgrammeMaterial) -> bytes:
        """Make the programme or one of the papers around it (``PROGRAMME_PAPERS``)."""
        ...

    def drawn_programme(self, material: ProgrammeMaterial) -> DrawnProgramme:
        """Make the programme as PDF whatever the format, to be looked at."""
        ...

    def prepared_texts(self, material: ProgrammeMaterial) -> tuple[PreparedText, ...]:
        """Return the texts that the programme prints by itself, in that order.

        They are the same whatever own texts the school has.
        """
        ...

    def office_paper(
        self, kind: DocumentKind, analysis: Analysis, made_at: datetime
    ) -> bytes:
        """Make a paper of a district or region (``OFFICE_PAPERS``)."""
        ...

    def self_check_sheet(
        self, checked: Checked, material: ProgrammeMaterial
    ) -> bytes: ...

    def recovery_sheet(
        self, name: str, code: str, sheet: RecoverySheet, made_at: datetime
    ) -> bytes:
        """Print the keys of a workspace; the paper alone is enough to restore them."""
        ...

    def qr_picture(self, content: str) -> bytes:
        """Return a QR code as PNG, without the white around it."""
        ...

    def remarks_sheet(self, material: RemarksMaterial) -> bytes: ...

    def connection_list(
        self,
        office: Office,
        entries: Sequence[tuple[str, str]],
        words: Sequence[str],
        made_at: datetime,
    ) -> bytes:
        """Make the list of those who get a package; entries are codes and names."""
        ...

    def covering_sheet(
        self,
        sending: Sending,
        sender: School | Office,
        receiver: Correspondent,
        fingerprint: Sequence[str],
        content: Sequence[str],
    ) -> bytes: ...


class Declension(Protocol):
    """Puts names and positions into the six cases.

    What it does not know stays as it is and is marked as doubtful.

    Raises:
        ResourceMissing: the dictionary is not there.
    """

    def name(self, name: str) -> Declined: ...
    def position(self, position: str) -> Declined: ...


class Workbooks(Protocol):
    """Workbooks: values → bytes (.xlsx), files that people give → tables of text.

    Nothing in a file is computed, run or fetched; CSV files are read as well.
    """

    def write(self, book: Workbook) -> bytes: ...
    def read(self, path: Path, stop: Callable[[], bool]) -> ReadBook:
        """Read a file within limits; cells that cannot be taken are told by place.

        Raises:
            FileUnreadable, FileTooLarge, InputUnreadable, Cancelled.
        """
        ...


class Printouts(Protocol):
    """Results of the official service, saved as PDF, page, text or workbook."""

    def read(self, path: Path, stop: Callable[[], bool]) -> Printout:
        """Cut the table out of a file.

        Raises:
            FileUnreadable, FileTooLarge, InputUnreadable, Cancelled.
        """
        ...


class Places(Protocol):
    """Where a package can be put: removable drives first."""

    def removable(self) -> tuple[Place, ...]: ...
    def look(self, path: Path) -> Place: ...


class Backups(Protocol):
    """Copies of the workspace's database, newest first."""

    def make(self, at: datetime) -> Path:
        """Copy the database, also while it is open; the copy is checked.

        Raises:
            DatabaseDamaged, DatabaseUnwritable.
        """
        ...

    def bring(self, content: bytes, at: datetime) -> Path:
        """Lay a copy that came from elsewhere among ours, once it is found whole.

        Raises:
            DatabaseDamaged, DatabaseUnwritable.
        """
        ...

    def list(self) -> tuple[Backup, ...]: ...


class KeyRing(Protocol):
    """The workspace's own keys; made at first use, readable by the owner only."""

    def public(self) -> PublicKeys: ...
    def fingerprint(self) -> tuple[str, ...]:
        """Words that two people can compare by telephone."""
        ...

    def words_for(self, keys: PublicKeys) -> tuple[str, ...]: ...
    def fresh_secret(self, words: int) -> tuple[str, ...]:
        """Return so many words by chance: they lock a package for who is told them."""
        ...

    def check(self, keys: PublicKeys) -> None:
        """Raise KeyUnreadable unless both texts are public keys."""
        ...

    @property
    def locked(self) -> bool:
        """True where ``unlock`` comes first: all else raises KeysLocked."""
        ...

    @property
    def protected(self) -> bool:
        """True where the keys lie under a passphrase."""
        ...

    def unlock(self, passphrase: str) -> None:
        """Open protected keys until the program ends; takes about a second.

        Raises:
            PassphraseWrong, FileUnreadable.
        """
        ...

    def protect(self, passphrase: str) -> None:
        """Put the keys under a passphrase, or under another one.

        Raises:
            PassphraseWrong: it is empty.
            KeysLocked, FolderNotWritable.
        """
        ...

    def unprotect(self) -> None:
        """Take the passphrase away.

        Raises:
            KeysLocked, FolderNotWritable.
        """
        ...

    def recovery_sheet(self) -> RecoverySheet:
        """Return what is printed to restore the keys on another computer."""
        ...

    def restore(self, text: str) -> PublicKeys:
        """Put the keys of a recovery sheet, typed or scanned, in place of ours.

        Raises:
            SheetMistyped: nothing was changed.
            FolderNotWritable.
        """
        ...

    def make_recovery(self, path: Path) -> str:
        """Make the region's recovery identity in a file; return its recipient.

        Raises:
            FolderNotWritable: also where a file is there already.
        """
        ...

    def open_recovery(self, path: Path) -> str:
        """Open packages with a recovery identity too, until ``close_recovery``.

        Raises:
            FileUnreadable: it is none.
        """
        ...

    def close_recovery(self) -> None: ...


class Sealer(Protocol):
    """Makes packages and puts them on a medium by the writing protocol."""

    def locked_with(self, secret: str) -> "Sealer":
        """Return a sealer whose packages open for these words, and for no key."""
        ...

    def seal(
        self,
        header: Header,
        content: Content,
        recipients: Sequence[str],
    ) -> bytes:
        """Make a package for the age keys in ``recipients`` and for ourselves.

        Enrolments and forms are signed and not encrypted, a copy of the workspace
        takes no recipients; the others go to the receiver and, where it is known, to
        the region's recovery key. Local ids of schools must have become keys
        (``domain.addressing``), but for the school of a hand-over or a part.

        Raises:
            ContentRefused: something passes what a package may carry.
        """
        ...

    def write(
        self,
        package: bytes,
        header: Header,
        content: Content,
        place: Path,
        stop: Callable[[], bool],
    ) -> Path:
        """Write, read back, check, compare the content, rename; nothing half-way.

        Raises:
            DriveGone, DriveFull, DriveReadOnly, WriteNotVerified, Cancelled.
        """
        ...


class Opener(Protocol):
    """Reads packages that came from outside; nothing of them is trusted before."""

    def look(self, source: Path | bytes) -> Looked:
        """Read the header alone; what is wrong stands in ``fault``."""
        ...

    def open(
        self,
        source: Path | bytes,
        sender: PublicKeys | None,
        stop: Callable[[], bool] = ...,
        progress: Callable[[int, int], None] = ...,
        secret: str = "",
    ) -> Opened:
        """Check every layer and return the content; nothing is written.

        ``source`` is a file, or a package out of a bundle. ``sender`` are the keys
        known of the sender. Without them the signature is checked against the keys
        that the package carries (``SignatureState.CARRIED``): the person compares
        ``words`` with the covering sheet before anything is kept. ``progress`` is
        told bytes done and bytes in all.

        Raises:
            FileUnreadable, PackageTooNew, PackageDamaged, PackageNotForUs.
            SecretWrong: it is locked with words, and these are not the ones.
            SealBroken: the signature is not that of ``sender`` and nothing else is
                wrong. Opened once more without ``sender`` it shows the new keys and
                their words.
            Cancelled: the person stopped it.
        """
        ...

    def scan(self, folder: Path, stop: Callable[[], bool] = ...) -> Scanned:
        """Look at every package of a stick or folder.

        Raises:
            FileUnreadable: the folder cannot be listed.
            Cancelled: the person stopped it.
        """
        ...
