"""The unit of work: one transaction over all stores."""

from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from shkola_desktop.storage.actions import ActionStore
from shkola_desktop.storage.analytics import AnalyticsStore
from shkola_desktop.storage.corrections import CorrectionStore
from shkola_desktop.storage.database import READING, Database, translating
from shkola_desktop.storage.diagnoses import DiagnosisStore
from shkola_desktop.storage.documents import DocumentStore
from shkola_desktop.storage.evidence import EvidenceStore
from shkola_desktop.storage.offices import OfficeStore
from shkola_desktop.storage.parts import PartStore
from shkola_desktop.storage.people import PersonStore
from shkola_desktop.storage.programme_versions import ProgrammeVersionStore
from shkola_desktop.storage.programmes import ProgrammeStore
from shkola_desktop.storage.receivings import PackageFileStore, ReceivingStore
from shkola_desktop.storage.results import ResultStore
from shkola_desktop.storage.reviews import ReviewStore
from shkola_desktop.storage.school_info import SchoolInfoStore
from shkola_desktop.storage.schools import SchoolStore
from shkola_desktop.storage.sendings import CorrespondentStore, SendingStore
from shkola_desktop.storage.settings import EditionStore, SettingStore


class SqlWork:
    """One transaction. Leaving the block without commit() undoes it.

    One for ``reading`` sees the last committed state and waits for no writer.
    Errors of the driver become ours when they cross the block's end.
    """

    def __init__(self, database: Database, *, reading: bool = False) -> None:
        self._database = database
        self._reading = reading
        self._open: Connection | None = None

    def __enter__(self) -> Self:
        with translating(self._database.ours):
            connection = self._database.engine.connect()
            if self._reading:
                connection = connection.execution_options(**READING)
            self._open = connection
            connection.begin()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        connection, self._open = self._connection, None
        with translating(self._database.ours):
            try:
                connection.close()
            finally:
                if error is not None:
                    raise error

    def commit(self) -> None:
        """Make the changes durable."""
        if self._reading:
            msg = "a reading has nothing to commit"
            raise RuntimeError(msg)
        with translating(self._database.ours):
            self._connection.commit()

    @property
    def _connection(self) -> Connection:
        if self._open is None:
            msg = "the unit of work is not open"
            raise RuntimeError(msg)
        return self._open

    @property
    def schools(self) -> SchoolStore:
        """The schools of the workspace."""
        return SchoolStore(self._connection)

    @property
    def school_infos(self) -> SchoolInfoStore:
        """What is told about the schools."""
        return SchoolInfoStore(self._connection)

    @property
    def people(self) -> PersonStore:
        """The staff."""
        return PersonStore(self._connection)

    @property
    def corrections(self) -> CorrectionStore:
        """Forms put right."""
        return CorrectionStore(self._connection)

    @property
    def diagnoses(self) -> DiagnosisStore:
        """Diagnoses with answers."""
        return DiagnosisStore(self._connection)

    @property
    def evidence(self) -> EvidenceStore:
        """Files of evidence."""
        return EvidenceStore(self._connection)

    @property
    def programmes(self) -> ProgrammeStore:
        """Development programmes."""
        return ProgrammeStore(self._connection)

    @property
    def programme_versions(self) -> ProgrammeVersionStore:
        """Named versions of programmes."""
        return ProgrammeVersionStore(self._connection)

    @property
    def actions(self) -> ActionStore:
        """The action log."""
        return ActionStore(self._connection)

    @property
    def sendings(self) -> SendingStore:
        """The ledger."""
        return SendingStore(self._connection)

    @property
    def correspondents(self) -> CorrespondentStore:
        """The other sides of transfers."""
        return CorrespondentStore(self._connection)

    @property
    def offices(self) -> OfficeStore:
        """Districts and regions."""
        return OfficeStore(self._connection)

    @property
    def receivings(self) -> ReceivingStore:
        """The ledger of what was read."""
        return ReceivingStore(self._connection)

    @property
    def package_files(self) -> PackageFileStore:
        """Packages kept untouched."""
        return PackageFileStore(self._connection)

    @property
    def reviews(self) -> ReviewStore:
        """Decisions and remarks."""
        return ReviewStore(self._connection)

    @property
    def results(self) -> ResultStore:
        """Results as offices keep them."""
        return ResultStore(self._connection)

    @property
    def parts(self) -> PartStore:
        """Parts for colleagues and merges."""
        return PartStore(self._connection)

    @property
    def analytics(self) -> AnalyticsStore:
        """Sums over the results."""
        return AnalyticsStore(self._connection)

    @property
    def documents(self) -> DocumentStore:
        """Documents made."""
        return DocumentStore(self._connection)

    @property
    def editions(self) -> EditionStore:
        """Form packs by hash."""
        return EditionStore(self._connection)

    @property
    def settings(self) -> SettingStore:
        """Small settings."""
        return SettingStore(self._connection, self._database.person)
