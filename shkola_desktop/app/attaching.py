"""Files of evidence: attach, take away, read back."""

from hashlib import sha256
from pathlib import Path

from shkola_desktop.app.answering import Change, keep, next_version, open_answer
from shkola_desktop.app.diagnosing import required
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.diagnosis import (
    MAX_EVIDENCE_FILE,
    MAX_EVIDENCE_TOTAL,
    Diagnosis,
    Evidence,
)
from shkola_desktop.domain.errors import (
    EvidenceEmpty,
    EvidenceTooLarge,
    FileUnreadable,
)
from shkola_desktop.domain.ids import DiagnosisId, EvidenceHash, IndicatorCode


def attach(
    id: DiagnosisId, code: IndicatorCode, path: Path, workspace: Workspace
) -> Change:
    """Keep a file as evidence of an answer, once by its hash.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
        DiagnosisFrozen: it is completed.
        FileUnreadable: the file cannot be read.
        EvidenceEmpty: nothing is in the file.
        EvidenceTooLarge: the file, or all files together, pass the limit.
    """
    content = _read(path)
    hash = EvidenceHash(sha256(content).hexdigest())
    new = Evidence(hash, _shown_name(path), len(content))
    with workspace.open_work() as work:
        _check_total(required(work, id), new)
        before = open_answer(work, id, code)
        had = before.evidence if before else ()
        if before is not None and new in had:
            return Change(code, before, before)
        work.evidence.put(hash, content)
        after = next_version(before, work, workspace, evidence=(*had, new))
        return keep(id, Change(code, before, after), work, workspace)


def detach(
    id: DiagnosisId, code: IndicatorCode, evidence: Evidence, workspace: Workspace
) -> Change:
    """Take a file away from an answer; its bytes stay, so that Undo works.

    Raises:
        NoSuchDiagnosis: nothing is kept under this id.
        DiagnosisFrozen: it is completed.
    """
    with workspace.open_work() as work:
        before = open_answer(work, id, code)
        left = tuple(e for e in (before.evidence if before else ()) if e != evidence)
        after = next_version(before, work, workspace, evidence=left)
        return keep(id, Change(code, before, after), work, workspace)


def evidence_content(hash: EvidenceHash, workspace: Workspace) -> bytes | None:
    """Return the bytes of a file of evidence, or None."""
    with workspace.open_reading() as work:
        return work.evidence.get(hash)


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_EVIDENCE_FILE:
            raise EvidenceTooLarge(_shown_name(path), size, MAX_EVIDENCE_FILE)
        if not path.is_file():
            raise FileUnreadable(path)  # a pipe or a device would never end
        with path.open("rb") as file:
            # it may grow while it is read
            content = file.read(MAX_EVIDENCE_FILE + 1)
    except (OSError, ValueError) as error:
        raise FileUnreadable(path) from error
    if len(content) > MAX_EVIDENCE_FILE:
        raise EvidenceTooLarge(_shown_name(path), len(content), MAX_EVIDENCE_FILE)
    if not content:
        raise EvidenceEmpty(_shown_name(path))
    return content


def _shown_name(path: Path) -> str:
    # a name from an old disk may hold bytes that are no text, or ends of lines
    name = path.name.encode("utf-8", "replace").decode("utf-8")
    return "".join(char if char.isprintable() else " " for char in name)


def _check_total(diagnosis: Diagnosis, new: Evidence) -> None:
    kept = {e.hash: e.size for a in diagnosis.answers.values() for e in a.evidence}
    total = sum({**kept, new.hash: new.size}.values())
    if total > MAX_EVIDENCE_TOTAL:
        raise EvidenceTooLarge(new.name, total, MAX_EVIDENCE_TOTAL)
