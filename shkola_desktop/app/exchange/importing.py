"""Put a school's hand-over, a review or an enrolment into the workspace.

Everything happens inside the caller's transaction. What does not fit the registry or
a form that was accepted here is refused as a whole; nothing of it is kept.
"""

from collections.abc import Iterable
from dataclasses import replace

from shkola_desktop.app.editions import accepted_form
from shkola_desktop.app.exchange.dispatching import RECOVERY
from shkola_desktop.app.offices import required_office, role_in
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.remarks.changed import note_hand_over
from shkola_desktop.app.remarks.told import (
    AVERAGES,
    TERM,
    averages_from,
    averages_text,
)
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.addressing import address_of, address_of_school, readdressed
from shkola_desktop.domain.contents import Enrolment, Review
from shkola_desktop.domain.diagnosis import Diagnosis
from shkola_desktop.domain.errors import (
    AnswersRefused,
    NoSchool,
    PackageOfOther,
    Problem,
    SenderUnknown,
)
from shkola_desktop.domain.form import Form
from shkola_desktop.domain.ids import SchoolId
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.opened import Opened
from shkola_desktop.domain.package import Correspondent, HandOver
from shkola_desktop.domain.results import stored_result
from shkola_desktop.domain.review import Entry, EntryKind
from shkola_desktop.domain.school import School

__all__ = (
    "AVERAGES",
    "TERM",
    "averages_from",
    "import_enrolment",
    "import_hand_over",
    "import_review",
    "registered",
)
"""What a school is told is read where it is kept: ``remarks.told``."""


def registered(code: str, work: UnitOfWork) -> School:
    """Return the school of a registry code.

    Raises:
        SenderUnknown: the registry has none.
    """
    school = work.schools.by_code(code)
    if school is None:
        raise SenderUnknown(code)
    return school


def import_hand_over(
    opened: Opened, content: HandOver, work: UnitOfWork, workspace: Workspace
) -> None:
    """Keep a school's diagnosis, programme, evidence, replies and stored result.

    The registry decides who the school is: code, district and region of the package
    are not believed.

    Raises:
        SenderUnknown: the registry has no such school.
        PackageOfOther: it tells about another school, or takes another's diagnosis.
        FormUnknown: its form pack was never accepted here.
        AnswersRefused: answers do not fit the form.
    """
    known = registered(opened.header.sender, work)
    if content.school.code != known.code:
        raise PackageOfOther(content.school.code, known.code)
    school = replace(
        content.school,
        id=known.id,
        code=known.code,
        district=known.district,
        district_code=known.district_code,
        region=known.region,
    )
    moved = readdressed(content, lambda _id: school.id)
    if not isinstance(moved, HandOver):
        raise TypeError(moved)
    form = accepted_form(moved.diagnosis, work, workspace)
    _refuse_answers_of_another_form(moved.diagnosis, form)
    _refuse_foreign_ids(moved, work)
    work.schools.put(school)
    note_hand_over(opened.header.sequence, moved.diagnosis, work)
    _keep_diagnosis(moved.diagnosis, work)
    for hash, data in moved.evidence.items():
        work.evidence.put(hash, data)
    if moved.programme is not None:
        work.programmes.put(moved.programme)
    work.reviews.add_entries(_said_by_a_school(moved.entries))
    work.results.put(stored_result(form, moved.diagnosis))


def import_review(content: Review, work: UnitOfWork) -> None:
    """Keep decisions and remarks; in a school's workspace averages and term too.

    In a school's workspace all are about it; an office keeps what the sender itself
    said about schools of its registry.

    Raises:
        PackageOfOther: nothing in it is about this workspace.
    """
    if role_in(work) is Role.SCHOOL:
        _import_own_review(content, work)
        return
    known = {school.id for school in work.schools.list()}
    side = content.office.role
    work.reviews.add_decisions(
        [d for d in content.decisions if d.school in known and d.side is side]
    )
    work.reviews.add_entries(
        [e for e in content.entries if e.school in known and e.side is side]
    )
    work.offices.put(content.office)


def import_enrolment(
    opened: Opened, content: Enrolment, work: UnitOfWork, workspace: Workspace
) -> None:
    """Keep who is above us, with keys, recovery key and form.

    A school's workspace without a school takes the registry's entry over.

    Raises:
        PackageOfOther: it enrols another school or district.
        FormError: the form that it brings has faults.
    """
    sender = content.sender
    if content.school is not None:
        _enrol_school(content.school, work)
    elif content.office is not None:
        own = required_office(work)
        if content.office.code != own.code:
            raise PackageOfOther(content.office.code, own.code)
        work.offices.put(
            replace(own, region=sender.region, region_name=sender.region_name)
        )
    work.offices.put(sender)
    work.correspondents.put(Correspondent(sender.code, sender.name, opened.keys))
    if content.recovery:
        work.settings.put(RECOVERY, content.recovery)
    if content.pack_text:
        edition = workspace.catalogue.from_pack(content.pack_text)
        if not work.editions.has(edition.hash):
            work.editions.put(edition.hash, edition.code, content.pack_text)
    if sender.term is not None:
        work.settings.put(TERM, sender.term.isoformat())


def _import_own_review(content: Review, work: UnitOfWork) -> None:
    school = next(iter(work.schools.list()), None)
    if school is None:
        raise NoSchool
    address = address_of_school(school)
    codes = [address_of(e.school) for e in (*content.entries, *content.decisions)]
    for found in codes:
        if found is not None and not found.within(address.region).same_as(address):
            raise PackageOfOther(found.code, school.code)
    own = readdressed(content, lambda _id: school.id)
    if not isinstance(own, Review):
        raise TypeError(own)
    work.reviews.add_decisions(own.decisions)
    work.reviews.add_entries(own.entries)
    work.offices.put(content.office)
    work.settings.put(AVERAGES, averages_text(content.averages))
    if content.term is not None:
        work.settings.put(TERM, content.term.isoformat())


def _said_by_a_school(entries: Iterable[Entry]) -> list[Entry]:
    """Return what a school may say: its answers, and the remarks that it answers.

    A remark comes back to a district that lost it with its disk. Closing, reopening
    and taking back are said by offices themselves, never by a school for them.
    """
    own = (Role.SCHOOL, EntryKind.REPLY)
    return [
        e
        for e in entries
        if (e.side, e.kind) == own
        or (e.kind is EntryKind.REMARK and e.side is not Role.SCHOOL)
    ]


def _enrol_school(entry: School, work: UnitOfWork) -> None:
    own = next(iter(work.schools.list()), None)
    if own is None:
        work.schools.put(replace(entry, id=SchoolId(entry.code)))
        return
    if own.code != entry.code:
        raise PackageOfOther(entry.code, own.code)
    work.schools.put(
        replace(
            own,
            district=entry.district,
            district_code=entry.district_code,
            region=entry.region or own.region,
        )
    )


def _keep_diagnosis(diagnosis: Diagnosis, work: UnitOfWork) -> None:
    new = work.diagnoses.status(diagnosis.id) is None
    work.diagnoses.put(diagnosis)
    if not new:
        work.diagnoses.put_answers(diagnosis.id, diagnosis.answers)


def _refuse_foreign_ids(content: HandOver, work: UnitOfWork) -> None:
    # ids are chosen by the sender: it must not reach into another school's rows
    own = content.school.id
    diagnosis = work.diagnoses.get(content.diagnosis.id)
    programme = work.programmes.get(content.programme.id) if content.programme else None
    for kept in (diagnosis, programme):
        if kept is not None and kept.school != own:
            raise PackageOfOther(kept.school, own)


def _refuse_answers_of_another_form(diagnosis: Diagnosis, form: Form) -> None:
    # answers of another variant stay where a school changed; other codes do not exist
    known = {i.code: i for d in form.edition.directions for i in d.indicators}
    problems: list[Problem] = []
    for code, option in diagnosis.options.items():
        indicator = known.get(code)
        if indicator is None:
            problems.append(Problem("", code, "indicator-unknown", code, ""))
        elif indicator.option(option) is None:
            ids = ", ".join(o.id for o in indicator.options)
            problems.append(Problem("", code, "option-unknown", option, ids))
    if problems:
        raise AnswersRefused(tuple(problems))
