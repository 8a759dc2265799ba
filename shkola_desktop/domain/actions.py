"""Журнал действий: who changed what, when, from what to what."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ActionKind(StrEnum):
    """What was done."""

    SCHOOL_CHANGED = "school_changed"
    SCHOOL_INFO_CHANGED = "school_info_changed"
    PERSON_CHANGED = "person_changed"
    OFFICE_CHANGED = "office_changed"
    FORM_CORRECTED = "form_corrected"
    DIAGNOSIS_STARTED = "diagnosis_started"
    ANSWER_CHANGED = "answer_changed"
    DIAGNOSIS_COMPLETED = "diagnosis_completed"
    DIAGNOSIS_REOPENED = "diagnosis_reopened"
    PROGRAMME_CHANGED = "programme_changed"
    EXECUTION_CHANGED = "execution_changed"
    PROGRAMME_CORRECTED = "programme_corrected"
    DOCUMENT_MADE = "document_made"
    PACKAGE_WRITTEN = "package_written"
    PACKAGE_FAILED = "package_failed"
    PACKAGE_READ = "package_read"
    PACKAGE_REFUSED = "package_refused"
    PACKAGE_DELIVERED = "package_delivered"
    SENDER_TRUSTED = "sender_trusted"
    KEYS_PROTECTED = "keys_protected"
    KEYS_UNPROTECTED = "keys_unprotected"
    KEYS_RESTORED = "keys_restored"
    SHEET_PRINTED = "sheet_printed"
    RECOVERY_MADE = "recovery_made"
    COPY_WRITTEN = "copy_written"
    PART_GIVEN = "part_given"
    PART_TAKEN = "part_taken"
    PART_MERGED = "part_merged"
    MERGE_UNDONE = "merge_undone"
    REMARK_WRITTEN = "remark_written"
    DECISION_TAKEN = "decision_taken"


@dataclass(frozen=True, slots=True)
class Action:
    """One entry of the action log; ``subject`` is an id or an indicator's code."""

    at: datetime
    who: str
    kind: ActionKind
    subject: str
    old: str = ""
    new: str = ""
    reason: str = ""
