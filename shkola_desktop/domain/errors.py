"""Every error that a person can meet. Fields, not sentences: words are the screen's."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """Замечание: one thing a checker found, with its place and the cure.

    ``file`` and ``place`` say where, ``rule`` is the checker's stable code,
    ``what`` and ``cure`` are plain Russian taken from the checker's words.
    """

    file: str
    place: str
    rule: str
    what: str
    cure: str


class ShkolaError(Exception):
    """Anything that a person can meet; subclasses carry fields."""


class UserError(ShkolaError):
    """The person can put it right."""


class HostError(ShkolaError):
    """The machine is in the way."""


class Cancelled(ShkolaError):
    """The person stopped it: unwinds, shows nothing."""


class FormError(UserError):
    """A form file has faults: all of them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


class VariantUnknown(UserError):
    """The edition has no such variant of school."""

    def __init__(
        self,
        *,
        kind: str,
        programmes: tuple[str, ...],
        ovz: bool,
        unknown_kind: bool,
        unknown_programmes: tuple[str, ...],
    ) -> None:
        super().__init__(kind, programmes, ovz)
        self.kind = kind
        self.programmes = programmes
        self.ovz = ovz
        self.unknown_kind = unknown_kind
        self.unknown_programmes = unknown_programmes


class AnswersRefused(UserError):
    """Answers name indicators or options that the edition does not have."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


class InputUnreadable(UserError):
    """A file that a person gave is not what is asked for."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(name, problems)
        self.name = name
        self.problems = problems


class AnswersMissing(UserError):
    """A diagnosis cannot be completed yet."""

    def __init__(self, indicators: tuple[str, ...]) -> None:
        super().__init__(indicators)
        self.indicators = indicators


class DiagnosisFrozen(UserError):
    """A completed diagnosis takes no answers until it is reopened."""


class ReasonMissing(UserError):
    """What was asked for needs a reason in words."""


class NoSchool(UserError):
    """The workspace does not know its school yet."""


class NoOffice(UserError):
    """The workspace does not know its district or region yet."""


class NoSuchDiagnosis(UserError):
    """Nothing is kept under this id."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.id = id


class NoSuchProgramme(UserError):
    """Nothing is kept under this id."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.id = id


class YearNotInProgramme(UserError):
    """A yearly report was asked for about a year that the programme does not have."""

    def __init__(self, year: int, first: int, last: int) -> None:
        super().__init__(year, first, last)
        self.year = year
        self.first = first
        self.last = last


class NothingSent(UserError):
    """No package has been written yet, so there is nothing to cover."""


class NoSuchEdition(UserError):
    """No form pack of this code is there."""

    def __init__(self, code: str, known: tuple[str, ...] = ()) -> None:
        super().__init__(code, known)
        self.code = code
        self.known = known


class EvidenceEmpty(UserError):
    """A file of evidence holds nothing: a copy that went wrong, mostly."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class EvidenceTooLarge(UserError):
    """A file of evidence, or all of them, passes the limit. Sizes in bytes."""

    def __init__(self, name: str, size: int, limit: int) -> None:
        super().__init__(name, size, limit)
        self.name = name
        self.size = size
        self.limit = limit


class CommentTooLong(UserError):
    """A comment passes the limit. Lengths in characters."""

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(length, limit)
        self.length = length
        self.limit = limit


class PackageDamaged(UserError):
    """A package has faults: every bad member, not the first."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


class PackageTooNew(UserError):
    """A later version of the program wrote the package."""

    def __init__(self, found: int, supported: int) -> None:
        super().__init__(found, supported)
        self.found = found
        self.supported = supported


class PackageNotForUs(UserError):
    """None of our keys opens the package."""

    def __init__(self, to: str) -> None:
        super().__init__(to)
        self.to = to


class SealBroken(UserError):
    """The signature does not belong to the sender or to the content."""

    def __init__(self, signer: str) -> None:
        super().__init__(signer)
        self.signer = signer


class ContentRefused(UserError):
    """Something of our own passes what a package may carry: all of it, with places."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


class ReceiverUnknown(UserError):
    """The receiver's public key is not known, so nothing can be sealed for it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class SenderUnknown(UserError):
    """The package comes from a code that the registry does not have."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class CodeTaken(UserError):
    """The registry has another one with this code."""

    def __init__(self, code: str, name: str) -> None:
        super().__init__(code, name)
        self.code = code
        self.name = name


class SchoolHasData(UserError):
    """Something of a school was received: it stays in the registry."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class SenderNotTrusted(UserError):
    """Nobody compared the fingerprint words of this sender yet."""

    def __init__(self, code: str, words: tuple[str, ...]) -> None:
        super().__init__(code, words)
        self.code = code
        self.words = words


class PackageStale(UserError):
    """A later package of the same sender was imported already."""

    def __init__(self, sequence: int, last: int) -> None:
        super().__init__(sequence, last)
        self.sequence = sequence
        self.last = last


class PackageOfOther(UserError):
    """The package is about another school, district or workspace than this."""

    def __init__(self, meant: str, own: str) -> None:
        super().__init__(meant, own)
        self.meant = meant
        self.own = own


class PackageKindUnexpected(UserError):
    """A package of this kind is not read in a workspace of this role."""

    def __init__(self, kind: str, role: str) -> None:
        super().__init__(kind, role)
        self.kind = kind
        self.role = role


class SecretWrong(UserError):
    """The package is locked with words, and these are not the ones."""


class PartUnknown(UserError):
    """A part came back that was not given out here."""

    def __init__(self, given_to: str) -> None:
        super().__init__(given_to)
        self.given_to = given_to


class PartOnWrongSide(UserError):
    """A part is read by the one who wrote it. ``returned``: it is on its way back."""

    def __init__(self, *, returned: bool) -> None:
        super().__init__(returned)
        self.returned = returned


class PartLate(UserError):
    """A part came after the diagnosis was completed."""

    def __init__(self, given_to: str, year: int) -> None:
        super().__init__(given_to, year)
        self.given_to = given_to
        self.year = year


class PartBesideOwn(UserError):
    """This workspace began a diagnosis of the same year by itself."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


class PartEmpty(UserError):
    """No direction was chosen, or nobody was named."""


class ChoicesMissing(UserError):
    """Conflicts are left without a decision."""

    def __init__(self, left: int) -> None:
        super().__init__(left)
        self.left = left


class NothingToUndo(UserError):
    """The merge was taken back already, or another one came after it."""


class FormUnknown(UserError):
    """The package was made with a form pack that this workspace never accepted."""

    def __init__(self, edition: str, hash: str) -> None:
        super().__init__(edition, hash)
        self.edition = edition
        self.hash = hash


class PackageChanged(UserError):
    """The file is not the one that was looked at any more."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class KeyUnreadable(UserError):
    """A text that should be a public key is none."""


class KeysLocked(UserError):
    """The own keys lie under a passphrase that has not been given yet."""


class PassphraseWrong(UserError):
    """The passphrase is not the one that the keys lie under, or is empty."""


class SheetMistyped(UserError):
    """A recovery sheet was not typed as it is printed.

    ``rows`` are the numbers of the wrong rows, from 1; none where the whole does not
    fit together.
    """

    def __init__(self, rows: tuple[int, ...]) -> None:
        super().__init__(rows)
        self.rows = rows


class RecoveryNeeded(UserError):
    """Packages inside a bundle open with the region's recovery key alone."""


class CopyOfOther(UserError):
    """A copy of a workspace was written with other keys than ours."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class RecoveryOther(UserError):
    """A recovery key is not the one that this region made known."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class WordsDiffer(UserError):
    """The words read out are not those of the keys."""


class DriveGone(HostError):
    """The drive or folder vanished while it was used."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class DriveFull(HostError):
    """Not enough free space. Sizes in bytes."""

    def __init__(self, path: Path, needed: int, free: int) -> None:
        super().__init__(path, needed, free)
        self.path = path
        self.needed = needed
        self.free = free


class DriveReadOnly(HostError):
    """The drive or folder cannot be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class WriteNotVerified(HostError):
    """What was read back from the medium differs from what was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class FolderNotWritable(HostError):
    """A folder of ours cannot be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class FileUnreadable(HostError):
    """A file cannot be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class FileTooLarge(UserError):
    """A file is larger than anything of its kind. Sizes in bytes."""

    def __init__(self, path: Path, size: int, limit: int) -> None:
        super().__init__(path, size, limit)
        self.path = path
        self.size = size
        self.limit = limit


class DatabaseTooNew(HostError):
    """A later version of the program wrote the database."""

    def __init__(self, found: int, supported: int) -> None:
        super().__init__(found, supported)
        self.found = found
        self.supported = supported


class DatabaseLocked(HostError):
    """Another program holds the database."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class DatabaseDamaged(HostError):
    """The database does not pass its check."""

    def __init__(self, path: Path, findings: tuple[str, ...]) -> None:
        super().__init__(path, findings)
        self.path = path
        self.findings = findings


class DatabaseUnwritable(HostError):
    """The database cannot be written: disk full, read-only or failing."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail


class WorkspaceElsewhere(UserError):
    """A folder already has a workspace with another database."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class ServerAddressWrong(UserError):
    """The address of a database server is none, or holds what it should not."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class ServerError(HostError):
    """Something about a database server; ``detail`` is what the server said."""

    def __init__(self, address: str, detail: str = "") -> None:
        super().__init__(address, detail)
        self.address = address
        self.detail = detail


class ServerUnreachable(ServerError):
    """No connection, or it broke."""


class ServerPasswordWrong(ServerError):
    """The server wants another password, or one at all."""


class ServerDatabaseMissing(ServerError):
    """The server has no database of this name."""


class ServerDatabaseForeign(ServerError):
    """The database holds tables of another program."""


class ServerNoRights(ServerError):
    """The user may not read or change our tables."""


class ServerDiskFull(ServerError):
    """The server has no space left."""


class ServerBusy(ServerError):
    """Others write, or too many are connected; nothing was changed."""


class ServerFailed(ServerError):
    """Anything else that a server refuses."""


class ResourceMissing(HostError):
    """A file that ships with the program is not there: the copy is damaged."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class RemarkEmpty(UserError):
    """A remark or an answer to one has no words."""


class RemarkTooLong(UserError):
    """A remark, an answer or a decision's comment is too long. In characters."""

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(length, limit)
        self.length = length
        self.limit = limit


class NoSuchRemark(UserError):
    """A remark is not kept here, or its writer took it back."""


class RemarkNotYours(UserError):
    """Only the side that wrote a remark may do this with it."""


class NothingHandedIn(UserError):
    """The school handed nothing in yet, so that there is nothing to decide."""


class DraftHandedIn(UserError):
    """The school handed a draft in: it cannot be accepted."""


class ReturnUnexplained(UserError):
    """A return has neither a comment nor an open remark that says what is wrong."""


class NoDecision(UserError):
    """No decision of this office stands that could be taken back."""
