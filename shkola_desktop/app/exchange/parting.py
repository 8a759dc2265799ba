"""Parts for colleagues: give chosen directions out, give them back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from shkola_desktop.app import diagnosing, editions
from shkola_desktop.app.exchange.dispatching import Dispatched, Errand, dispatch
from shkola_desktop.app.exchange.sending import pack_id
from shkola_desktop.app.logbook import log, who
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.registering import required_school
from shkola_desktop.app.wizard import Progress, progress_of
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.contents import Part
from shkola_desktop.domain.diagnosis import Diagnosis, Status
from shkola_desktop.domain.errors import (
    DiagnosisFrozen,
    NoSuchDiagnosis,
    PartEmpty,
    PartUnknown,
    ShkolaError,
)
from shkola_desktop.domain.form import Direction, Form
from shkola_desktop.domain.ids import (
    DiagnosisId,
    DirectionCode,
    EvidenceHash,
    PackageId,
)
from shkola_desktop.domain.package import Correspondent
from shkola_desktop.domain.parts import (
    SECRET_WORDS,
    PartRecord,
    Return,
    Way,
    directions_held,
    secret_of,
)
from shkola_desktop.words.parts import part_lines

Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be given to whom; ``due`` is when it is expected back."""

    directions: tuple[DirectionCode, ...]
    given_to: str
    note: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """A part on its medium; the words stand in ``record.secret``."""

    record: PartRecord
    done: Dispatched


def directions_to_give(workspace: Workspace) -> tuple[tuple[Direction, Progress], ...]:
    """Return the directions of this year's diagnosis with their progress.

    Raises:
        NoSuchDiagnosis: it was not begun.
        DiagnosisFrozen: it is completed.
    """
    diagnosis = _open_diagnosis(workspace)
    form = editions.form_of(diagnosis, workspace)
    return tuple((d, progress_of(d, diagnosis.options)) for d in form.directions)


def parts_of(workspace: Workspace, way: Way | None = None) -> tuple[PartRecord, ...]:
    """Return the parts given out from here or held here, newest first."""
    with workspace.open_reading() as work:
        return tuple(r for r in work.parts.list() if way in (None, r.way))


def form_here(diagnosis: Diagnosis, workspace: Workspace) -> Form:
    """Return the form of a diagnosis as far as it is filled in this workspace.

    Where parts are held, only their directions are there.
    """
    form = editions.form_of(diagnosis, workspace)
    held = directions_held(parts_of(workspace, Way.HELD), diagnosis.id)
    if not held:
        return form
    directions = tuple(d for d in form.directions if d.code in held)
    return replace(form, directions=directions) if directions else form


def held_for(diagnosis: DiagnosisId, workspace: Workspace) -> tuple[PartRecord, ...]:
    """Return the parts of a diagnosis that are filled here, newest first."""
    held = parts_of(workspace, Way.HELD)
    return tuple(r for r in held if r.diagnosis == diagnosis)


def give(
    order: Order,
    place: Path,
    workspace: Workspace,
    stop: Stop = lambda: False,
) -> Given:
    """Write chosen directions for a colleague, locked with fresh words.

    The words are known here before the package is: a crash leaves nothing locked
    that nobody can open.

    Raises:
        PartEmpty: no direction, or nobody to give it to.
        NoSuchDiagnosis, DiagnosisFrozen: there is nothing that may be filled.
        See ``dispatch`` for the errors of writing.
    """
    diagnosis = _open_diagnosis(workspace)
    form = editions.form_of(diagnosis, workspace)
    wanted = tuple(d.code for d in form.directions if d.code in order.directions)
    name = order.given_to.strip()
    if not wanted or not name:
        raise PartEmpty
    chosen = _only(diagnosis, form, wanted)
    with workspace.open_work() as work:
        record = PartRecord(
            id=PackageId(workspace.new_id()),
            way=Way.GIVEN,
            diagnosis=diagnosis.id,
            directions=wanted,
            given_to=name,
            given_by=who(work),
            given_at=workspace.clock.now(),
            secret=secret_of(" ".join(workspace.keys.fresh_secret(SECRET_WORDS))),
            note=order.note.strip(),
            due=order.due,
            bases={code: answer.version for code, answer in chosen.answers.items()},
        )
        work.parts.put(record)
        work.commit()
    part = _part(record, chosen, workspace, returned=False)
    try:
        done = dispatch(_errand(part, record, form), place, workspace, stop)
    except ShkolaError:
        with workspace.open_work() as work:
            work.parts.delete(record.id)
            work.commit()
        raise
    sent = done.sending
    given = replace(record, package=sent.id, sequence=sent.sequence)
    _keep(given, ActionKind.PART_GIVEN, name, workspace)
    return Given(given, done)


def give_back(
    id: PackageId,
    place: Path,
    workspace: Workspace,
    stop: Stop = lambda: False,
) -> Given:
    """Write a part that is held here for the one who gave it out.

    The words are those that it came with. It can be given back again after more
    work: each return has the next number.

    Raises:
        PartUnknown: no such part is held here.
        See ``dispatch`` for the errors of writing.
    """
    with workspace.open_reading() as work:
        record = work.parts.get(id)
    if record is None or record.way is not Way.HELD:
        raise PartUnknown("")
    diagnosis = diagnosing.load(record.diagnosis, workspace)
    form = editions.form_of(diagnosis, workspace)
    chosen = _only(diagnosis, form, record.directions)
    part = _part(record, chosen, workspace, returned=True)
    done = dispatch(_errand(part, record, form), place, workspace, stop)
    seen = {code: answer.version for code, answer in chosen.answers.items()}
    back = Return("", done.sending.sequence, done.sending.created_at, seen)
    returned = record.with_return(back)
    _keep(returned, ActionKind.PART_GIVEN, record.given_by, workspace)
    return Given(returned, done)


def _open_diagnosis(workspace: Workspace) -> Diagnosis:
    found = diagnosing.diagnoses_of(workspace)
    if not found:
        raise NoSuchDiagnosis("")
    if found[0].status is Status.COMPLETED:
        raise DiagnosisFrozen
    return found[0]


def _only(
    diagnosis: Diagnosis, form: Form, directions: Sequence[DirectionCode]
) -> Diagnosis:
    codes = {
        i.code for d in form.directions if d.code in directions for i in d.indicators
    }
    answers = {c: a for c, a in diagnosis.answers.items() if c in codes}
    return replace(diagnosis, answers=MappingProxyType(answers))


def _part(
    record: PartRecord, diagnosis: Diagnosis, workspace: Workspace, *, returned: bool
) -> Part:
    with workspace.open_reading() as work:
        return Part(
            school=required_school(work),
            diagnosis=diagnosis,
            directions=record.directions,
            evidence=_files(diagnosis, work),
            pack_id=pack_id(diagnosis),
            pack_text=work.editions.get(diagnosis.edition_hash) or "",
            given_to=record.given_to,
            id=record.id,
            given_by=record.given_by,
            note=record.note,
            due=record.due,
            returned=returned,
        )


def _files(diagnosis: Diagnosis, work: UnitOfWork) -> Mapping[EvidenceHash, bytes]:
    hashes = {e.hash for a in diagnosis.answers.values() for e in a.evidence}
    found = {hash: work.evidence.get(hash) for hash in sorted(hashes)}
    return {hash: data for hash, data in found.items() if data is not None}


def _errand(part: Part, record: PartRecord, form: Form) -> Errand:
    # both computers belong to one school and bear its code
    name = record.given_by if part.returned else record.given_to
    names = [d.name for d in form.directions if d.code in record.directions]
    summary = part_lines(name, names, returned=part.returned)
    receiver = Correspondent(part.school.code, name)
    return Errand(part, receiver, part.pack_id, summary, record.secret)


def _keep(
    record: PartRecord, kind: ActionKind, name: str, workspace: Workspace
) -> None:
    with workspace.open_work() as work:
        work.parts.put(record)
        codes = ", ".join(record.directions)
        log(work, workspace, kind, record.diagnosis, new=codes, reason=name)
        work.commit()
