"""A school's answers to one form: draft or completed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from shkola_desktop.domain.form import Form, Indicator, Option, Variant
from shkola_desktop.domain.ids import (
    DiagnosisId,
    EditionCode,
    EvidenceHash,
    IndicatorCode,
    OptionId,
    SchoolId,
    VersionId,
)

MAX_COMMENT = 4_000
"""Characters in a comment: about a page; more belongs into evidence."""
MAX_EVIDENCE_FILE = 20 * 1024 * 1024
"""Bytes of one file: a scanned order is below 5 MB, a stick may be 1 GB."""
MAX_EVIDENCE_TOTAL = 200 * 1024 * 1024
"""Bytes of all evidence of a diagnosis: what a small stick still carries."""


class Status(StrEnum):
    """Whether the answers may still change."""

    DRAFT = "draft"
    COMPLETED = "completed"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Подтверждение: a file kept once by its hash, with the name the person gave."""

    hash: EvidenceHash
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Answer:
    """Ответ: the option taken, a comment and evidence.

    ``option`` is None where only a comment or evidence was given so far;
    ``base`` is the version that this one was made from.
    """

    option: OptionId | None
    version: VersionId
    changed_at: datetime
    changed_by: str = ""
    comment: str = ""
    evidence: tuple[Evidence, ...] = ()
    base: VersionId | None = None

    @property
    def empty(self) -> bool:
        """True where nothing is said: no option, no comment, no evidence."""
        return self.option is None and not self.comment and not self.evidence


def _no_answers() -> Mapping[IndicatorCode, Answer]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Самодиагностика: one school, one year, one form."""

    id: DiagnosisId
    school: SchoolId
    edition: EditionCode
    edition_hash: str
    variant: Variant
    year: int
    started_at: datetime
    status: Status = Status.DRAFT
    completed_at: datetime | None = None
    answers: Mapping[IndicatorCode, Answer] = field(default_factory=_no_answers)

    def answered(self, code: IndicatorCode, given: Answer) -> "Diagnosis":
        """Return the diagnosis with this answer; an empty one is kept as history."""
        return replace(self, answers=MappingProxyType({**self.answers, code: given}))

    def completed(self, at: datetime) -> "Diagnosis":
        """Return the frozen diagnosis."""
        return replace(self, status=Status.COMPLETED, completed_at=at)

    def reopened(self) -> "Diagnosis":
        """Return the diagnosis as a draft again."""
        return replace(self, status=Status.DRAFT, completed_at=None)

    @property
    def options(self) -> Mapping[IndicatorCode, OptionId]:
        """The options taken, without comments: what scoring asks for."""
        return {
            code: answer.option
            for code, answer in self.answers.items()
            if answer.option is not None
        }


def missing(
    form: Form, options: Mapping[IndicatorCode, OptionId]
) -> tuple[Indicator, ...]:
    """Return the applicable indicators without an answer, in order."""
    return tuple(i for i in form.indicators if i.code not in options)


def option_taken(
    indicator: Indicator, options: Mapping[IndicatorCode, OptionId]
) -> Option | None:
    """Return the option taken for an indicator, or None."""
    taken = options.get(indicator.code)
    return None if taken is None else indicator.option(taken)
