"""A district with as many schools as asked for, and the package of each on a stick."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from shkola_desktop.app import demo, diagnosing, offices, planning
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.bootstrap import KEYS, Program
from shkola_desktop.domain.ids import DiagnosisId, ProgrammeId, SchoolId
from shkola_desktop.domain.office import Office, Role, school_key
from shkola_desktop.domain.package import (
    Correspondent,
    HandOver,
    Header,
    PackageKind,
    PublicKeys,
)
from shkola_desktop.transfer.keys import KeyFile
from shkola_desktop.transfer.sealer import PackageSealer

DISTRICT = Office("7012", "Управление образования", Role.DISTRICT, "70", "Область")
WRITTEN = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Schools that look like the demo's one and share its key; made from one sample."""

    sample: HandOver
    keys: KeyFile

    @classmethod
    def made(cls, folder: Path) -> "Crowd":
        """Fill the demo school in a folder and take what it would hand over."""
        program = Program()
        with program.workspace(folder) as workspace:
            known = demo.parse(program.demo_text())
            demo.fill(known, program.demo_district(folder), workspace)
            diagnosis = diagnosing.diagnoses_of(workspace)[0]
            sample = HandOver(
                school=known.school,
                diagnosis=diagnosis,
                programme=planning.programme_of(workspace),
                actions=(),
                evidence={},
                pack_id=f"{diagnosis.edition}@{diagnosis.edition_hash[:12]}",
                pack_text="",
                program_version="0.1.0",
            )
        return cls(sample, KeyFile(folder / KEYS, program.fingerprint_words()))

    @property
    def public(self) -> PublicKeys:
        return self.keys.public()

    def register(self, count: int, workspace: Workspace) -> None:
        """Let a district know the schools and their key."""
        offices.save_office(DISTRICT, workspace)
        with workspace.open_work() as work:
            for number in range(count):
                code = _code(number)
                school = replace(
                    self.sample.school,
                    id=school_key("70", DISTRICT.code, code),
                    code=code,
                    district_code=DISTRICT.code,
                )
                work.schools.put(school)
                work.correspondents.put(Correspondent(code, "Школа", self.public))
            work.commit()

    def write(self, count: int, recipient: str, folder: Path) -> list[Path]:
        """Put the package of each school into a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        return list(self._written(count, recipient, folder))

    def _written(self, count: int, recipient: str, folder: Path) -> Iterator[Path]:
        sealer = PackageSealer(self.keys)
        for number in range(count):
            content, header = self._content(number), self._header(number)
            path = folder / header.file_name
            path.write_bytes(sealer.seal(header, content, (recipient,)))
            yield path

    def _content(self, number: int) -> HandOver:
        code = SchoolId(_code(number))
        id = DiagnosisId(_uuid("diagnosis", number))
        programme = self.sample.programme
        return replace(
            self.sample,
            school=replace(self.sample.school, id=code, code=_code(number)),
            diagnosis=replace(self.sample.diagnosis, id=id, school=code),
            programme=programme
            and replace(
                programme,
                id=ProgrammeId(_uuid("programme", number)),
                school=code,
                diagnosis=id,
            ),
        )

    def _header(self, number: int) -> Header:
        return Header(
            id=_uuid("package", number),
            kind=PackageKind.DIAGNOSIS,
            sender=_code(number),
            receiver=DISTRICT.code,
            sequence=1,
            last_received=0,
            form=self.sample.pack_id,
            created_at=WRITTEN,
        )


def _code(number: int) -> str:
    return str(700000 + number)


def _uuid(kind: str, number: int) -> str:
    return str(uuid5(NAMESPACE_URL, f"{kind}/{number}"))
