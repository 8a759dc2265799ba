"""Open a part for colleagues and preview its merge; nothing is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from shkola_desktop.app.exchange.looking import Stop, never
from shkola_desktop.app.offices import role_in
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.addressing import readdressed
from shkola_desktop.domain.applying import form_for, variant_of
from shkola_desktop.domain.contents import Part
from shkola_desktop.domain.diagnosis import Diagnosis, Status
from shkola_desktop.domain.errors import (
    AnswersRefused,
    FormUnknown,
    PackageKindUnexpected,
    PackageOfOther,
    PackageStale,
    PartBesideOwn,
    PartLate,
    PartOnWrongSide,
    PartUnknown,
    Problem,
    SecretWrong,
)
from shkola_desktop.domain.form import Edition, Form
from shkola_desktop.domain.ids import IndicatorCode, SchoolId, VersionId
from shkola_desktop.domain.merging import Meeting, conflicts, meet
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.opened import Opened
from shkola_desktop.domain.package import Header, PackageKind
from shkola_desktop.domain.parts import Merge, PartRecord, Way, secret_of


@dataclass(frozen=True, slots=True)
class Arrived:
    """A part as it came out of its package; ``secret`` are the words that opened it."""

    opened: Opened
    part: Part
    file_name: str
    secret: str


@dataclass(frozen=True, slots=True)
class PartPreview:
    """A part that was opened, and how its answers meet ours.

    ``record`` is the part as it is known here, None where it comes for the first
    time. ``merged`` is the merge of this very package, where it was read before.
    ``new_school`` tells that the workspace takes the school from it.
    """

    arrived: Arrived
    part: Part
    form: Form
    record: PartRecord | None
    meetings: tuple[Meeting, ...]
    new_school: bool
    merged: Merge | None = None

    @property
    def key(self) -> str:
        """The computer it comes from, by its signature key."""
        return self.arrived.opened.keys.minisign

    @property
    def header(self) -> Header:
        """Its clear header."""
        return self.arrived.opened.header

    @property
    def source(self) -> str:
        """The person it comes from."""
        part = self.part
        return part.given_to if part.returned else part.given_by

    @property
    def conflicts(self) -> tuple[Meeting, ...]:
        """What is to be decided."""
        return () if self.merged else conflicts(self.meetings)


def look(
    path: Path, workspace: Workspace, secret: str = "", stop: Stop = never
) -> PartPreview:
    """Open a part and compare it with what is here.

    ``secret`` are the words as somebody typed them; without them the words of the
    parts that are known here are tried.

    Raises:
        PackageKindUnexpected, PackageOfOther: it is no part, or another school's.
        SecretWrong: the words are missing or wrong.
        PartUnknown, PartOnWrongSide: it does not belong to this computer.
        PartLate: the diagnosis is completed.
        PartBesideOwn: another diagnosis of this year was begun here.
        PackageStale: a newer return of the same computer was read.
        FormUnknown, AnswersRefused: its answers do not fit the form.
        See ``Opener.open`` for what can be wrong with a file.
    """
    looked = workspace.opener.look(path)
    if looked.header is None:
        raise looked.fault or SecretWrong
    with workspace.open_reading() as work:
        _refuse_others(looked.header, work)
        records = work.parts.list()
    secrets = (
        [secret_of(secret)] if secret.strip() else _secrets(looked.header, records)
    )
    opened, words = _opened(path, secrets, workspace, stop)
    part = opened.content
    if not isinstance(part, Part):
        raise PackageKindUnexpected(opened.header.kind.value, Role.SCHOOL.value)
    arrived = Arrived(opened, part, path.name, words)
    with workspace.open_reading() as work:
        return preview_of(arrived, work, workspace)


def preview_of(arrived: Arrived, work: UnitOfWork, workspace: Workspace) -> PartPreview:
    """Compare an opened part with what the transaction sees; see ``look``."""
    part = arrived.part
    own = next(iter(work.schools.list()), None)
    if own is not None and own.code != part.school.code:
        raise PackageOfOther(part.school.code, own.code)
    id = own.id if own else SchoolId(part.school.code)
    moved = readdressed(part, lambda _id: id)
    if not isinstance(moved, Part):
        raise TypeError(moved)
    record = work.parts.get(part.id)
    _refuse_wrong_side(moved, record)
    form = _checked_form(moved, record, workspace, work)
    preview = PartPreview(arrived, moved, form, record, (), new_school=own is None)
    merged = work.parts.merge(arrived.opened.header.id)
    if merged is not None and merged.undone_at is None:
        return replace(preview, merged=merged)
    here = _diagnosis_here(moved, record, work)
    _refuse_stale(preview)
    codes = {i.code for d in form.directions for i in d.indicators}
    answers = {c: a for c, a in here.answers.items() if c in codes} if here else {}
    bases = _bases(preview, work)
    return replace(preview, meetings=meet(answers, moved.diagnosis.answers, bases))


def _refuse_others(header: Header, work: UnitOfWork) -> None:
    role = role_in(work)
    if header.kind is not PackageKind.PART or role is not Role.SCHOOL:
        raise PackageKindUnexpected(header.kind.value, role.value)
    own = next(iter(work.schools.list()), None)
    if own is not None and header.receiver != own.code:
        raise PackageOfOther(header.receiver, own.code)


def _secrets(header: Header, records: Sequence[PartRecord]) -> list[str]:
    # the header tells the number that its writer last received: the likely one first
    likely = sorted(records, key=lambda r: r.sequence != header.last_received)
    return list(dict.fromkeys(record.secret for record in likely))


def _opened(
    path: Path, secrets: Sequence[str], workspace: Workspace, stop: Stop
) -> tuple[Opened, str]:
    for secret in secrets:
        try:
            opened = workspace.opener.open(path, None, stop, secret=secret)
        except SecretWrong:
            continue
        return opened, secret
    raise SecretWrong


def _refuse_wrong_side(part: Part, record: PartRecord | None) -> None:
    if record is None:
        if part.returned:
            raise PartUnknown(part.given_to)
        return
    expected = Way.GIVEN if part.returned else Way.HELD
    if record.way is not expected:
        raise PartOnWrongSide(returned=part.returned)
    if record.diagnosis != part.diagnosis.id:
        raise PartUnknown(part.given_to)


def _checked_form(
    part: Part, record: PartRecord | None, workspace: Workspace, work: UnitOfWork
) -> Form:
    """Return the form narrowed to the part's directions; its answers must fit."""
    edition = edition_of_part(part, workspace, work)
    asked = part.diagnosis.variant
    variant = variant_of(edition, asked.kind, asked.programmes, ovz=asked.ovz)
    form = form_for(edition, variant)
    wanted = record.directions if record else part.directions
    form = replace(
        form, directions=tuple(d for d in form.directions if d.code in wanted)
    )
    _refuse_answers(part, form)
    return form


def edition_of_part(part: Part, workspace: Workspace, work: UnitOfWork) -> Edition:
    """Return the edition of a part; whoever knows the words may bring its pack.

    Raises:
        FormUnknown: the pack is not the one that the answers were given to.
    """
    diagnosis = part.diagnosis
    if diagnosis.edition in workspace.catalogue.codes():
        shipped = workspace.catalogue.edition(diagnosis.edition)
        if shipped.hash == diagnosis.edition_hash:
            return shipped
    text = work.editions.get(diagnosis.edition_hash) or part.pack_text
    edition = workspace.catalogue.from_pack(text)
    if edition.hash != diagnosis.edition_hash:
        raise FormUnknown(diagnosis.edition, diagnosis.edition_hash)
    return edition


def _refuse_answers(part: Part, form: Form) -> None:
    known = {i.code: i for d in form.directions for i in d.indicators}
    problems: list[Problem] = []
    for code, answer in part.diagnosis.answers.items():
        indicator = known.get(code)
        if indicator is None:
            problems.append(Problem("", code, "indicator-outside-part", code, ""))
        elif answer.option and indicator.option(answer.option) is None:
            ids = ", ".join(o.id for o in indicator.options)
            problems.append(Problem("", code, "option-unknown", answer.option, ids))
    if problems:
        raise AnswersRefused(tuple(problems))


def _diagnosis_here(
    part: Part, record: PartRecord | None, work: UnitOfWork
) -> Diagnosis | None:
    here = work.diagnoses.get(part.diagnosis.id)
    if here is None:
        if record is not None and record.way is Way.GIVEN:
            raise PartUnknown(part.given_to)
        year = part.diagnosis.year
        if any(d.year == year for d in work.diagnoses.list(part.school.id)):
            raise PartBesideOwn(year)
        return None
    if here.school != part.school.id:
        raise PackageOfOther(part.school.code, here.school)
    if here.status is Status.COMPLETED:
        raise PartLate(part.given_to, here.year)
    return here


def _refuse_stale(preview: PartPreview) -> None:
    if preview.record is None or not preview.part.returned:
        return
    sequence = preview.header.sequence
    last = preview.record.last_sequence(preview.key)
    if sequence <= last:
        raise PackageStale(sequence, last)


def _bases(preview: PartPreview, work: UnitOfWork) -> Mapping[IndicatorCode, VersionId]:
    if preview.part.returned and preview.record is not None:
        return preview.record.bases_of(preview.key)
    bases: dict[IndicatorCode, VersionId] = {}
    for record in reversed(work.parts.list()):
        if record.diagnosis == preview.part.diagnosis.id:
            bases.update(record.bases)
    return bases
