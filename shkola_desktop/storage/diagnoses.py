"""Diagnoses with their answers; a single answer is one cheap upsert."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import cast

from sqlalchemy import Connection, RowMapping, select

from shkola_desktop.domain.diagnosis import Answer, Diagnosis, Evidence, Status
from shkola_desktop.domain.form import Variant
from shkola_desktop.domain.ids import (
    DiagnosisId,
    EditionCode,
    EvidenceHash,
    IndicatorCode,
    KindCode,
    OptionId,
    ProgrammeCode,
    SchoolId,
    VersionId,
)
from shkola_desktop.storage import rows
from shkola_desktop.storage.upsert import upsert, upsert_all
from shkola_desktop.storage.values import from_codes, from_text, to_codes, to_text


class DiagnosisStore:
    """Keeps diagnoses and their answers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, id: DiagnosisId) -> Diagnosis | None:
        """Return a diagnosis with its answers, or None."""
        query = select(rows.diagnosis).where(rows.diagnosis.c.id == id)
        row = self._connection.execute(query).mappings().first()
        return None if row is None else self._from_row(row)

    def list(self, school: SchoolId) -> tuple[Diagnosis, ...]:
        """Return a school's diagnoses, newest year first."""
        query = (
            select(rows.diagnosis)
            .where(rows.diagnosis.c.organisation == school)
            .order_by(rows.diagnosis.c.year.desc(), rows.diagnosis.c.started_at.desc())
        )
        found = self._connection.execute(query).mappings().all()
        return tuple(self._from_row(row) for row in found)

    def status(self, id: DiagnosisId) -> Status | None:
        """Return the status alone, or None."""
        query = select(rows.diagnosis.c.status).where(rows.diagnosis.c.id == id)
        found = self._connection.execute(query).scalar()
        return None if found is None else Status(found)

    def answer(self, id: DiagnosisId, code: IndicatorCode) -> Answer | None:
        """Return one answer, or None."""
        query = select(rows.answer).where(
            rows.answer.c.diagnosis == id, rows.answer.c.indicator == code
        )
        row = self._connection.execute(query).mappings().first()
        return None if row is None else _answer_from_row(row)

    def put(self, diagnosis: Diagnosis) -> None:
        """Keep the head; answers only of a diagnosis that is new."""
        new = self.status(diagnosis.id) is None
        upsert(self._connection, rows.diagnosis, _to_row(diagnosis))
        if new:
            self.put_answers(diagnosis.id, diagnosis.answers)

    def put_answer(self, id: DiagnosisId, code: IndicatorCode, answer: Answer) -> None:
        """Keep one answer."""
        upsert(self._connection, rows.answer, _answer_to_row(id, code, answer))

    def put_answers(
        self, id: DiagnosisId, answers: Mapping[IndicatorCode, Answer]
    ) -> None:
        """Keep many answers in one call; those not given stay."""
        found = [_answer_to_row(id, code, answer) for code, answer in answers.items()]
        upsert_all(self._connection, rows.answer, found)

    def _from_row(self, row: RowMapping) -> Diagnosis:
        query = (
            select(rows.answer)
            .where(rows.answer.c.diagnosis == row["id"])
            .order_by(rows.answer.c.indicator)
        )
        answers = {
            IndicatorCode(found["indicator"]): _answer_from_row(found)
            for found in self._connection.execute(query).mappings()
        }
        completed = row["completed_at"]
        codes = from_codes(row["programmes"])
        return Diagnosis(
            id=DiagnosisId(row["id"]),
            school=SchoolId(row["organisation"]),
            edition=EditionCode(row["edition"]),
            edition_hash=row["edition_hash"],
            variant=Variant(
                KindCode(row["kind"]),
                tuple(ProgrammeCode(code) for code in codes),
                row["ovz"],
            ),
            year=row["year"],
            started_at=from_text(row["started_at"]),
            status=Status(row["status"]),
            completed_at=from_text(completed) if completed else None,
            answers=MappingProxyType(answers),
        )


def _to_row(diagnosis: Diagnosis) -> dict[str, object]:
    completed = diagnosis.completed_at
    return {
        "id": diagnosis.id,
        "organisation": diagnosis.school,
        "edition": diagnosis.edition,
        "edition_hash": diagnosis.edition_hash,
        "kind": diagnosis.variant.kind,
        "programmes": to_codes(diagnosis.variant.programmes),
        "ovz": diagnosis.variant.ovz,
        "year": diagnosis.year,
        "status": diagnosis.status.value,
        "started_at": to_text(diagnosis.started_at),
        "completed_at": to_text(completed) if completed else None,
    }


def _answer_to_row(
    id: DiagnosisId, code: IndicatorCode, answer: Answer
) -> dict[str, object]:
    files = [[e.hash, e.name, e.size] for e in answer.evidence]
    return {
        "diagnosis": id,
        "indicator": code,
        "option": answer.option,
        "comment": answer.comment,
        "version": answer.version,
        "base": answer.base,
        "changed_at": to_text(answer.changed_at),
        "changed_by": answer.changed_by,
        # most answers have none, and an import writes a hundred a school
        "evidence": json.dumps(files, ensure_ascii=False) if files else "[]",
    }


def _answer_from_row(row: RowMapping) -> Answer:
    files = cast("list[tuple[str, str, int]]", json.loads(row["evidence"]))
    option, base = row["option"], row["base"]
    return Answer(
        option=None if option is None else OptionId(option),
        version=VersionId(row["version"]),
        changed_at=from_text(row["changed_at"]),
        changed_by=row["changed_by"],
        comment=row["comment"],
        evidence=tuple(Evidence(EvidenceHash(h), name, n) for h, name, n in files),
        base=None if base is None else VersionId(base),
    )
