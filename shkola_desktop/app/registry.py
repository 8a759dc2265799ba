"""Реестр: those under an office, with how far they are; adding, importing, removing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from shkola_desktop.app import editions, offices
from shkola_desktop.app.campaign import SchoolState, states_of
from shkola_desktop.app.exchange.enrolling import Enrolled, enrolled_in
from shkola_desktop.app.files import put_file
from shkola_desktop.app.logbook import log
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.registry_table import school_table
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.errors import CodeTaken, Problem, SchoolHasData
from shkola_desktop.domain.ids import SchoolId
from shkola_desktop.domain.office import Office, Role, school_key
from shkola_desktop.domain.registry import (
    Change,
    Likes,
    RegistryLine,
    changed_fields,
)
from shkola_desktop.domain.school import School
from shkola_desktop.domain.sheets import ReadBook
from shkola_desktop.words.registry_book import rare_part, registry_book


@dataclass(frozen=True, slots=True)
class RegisteredSchool:
    """A school of the registry: how far it is, and whether it is connected."""

    state: SchoolState
    enrolled: Enrolled | None
    """None in a region: its districts connect their schools."""


@dataclass(frozen=True, slots=True)
class RegisteredDistrict:
    """A district of a region. ``standings`` counts schools, in their order."""

    office: Office
    enrolled: Enrolled
    schools: tuple[SchoolState, ...]


@dataclass(frozen=True, slots=True)
class RegistryPreview:
    """A table laid against the registry; ``problems`` are rows left out."""

    name: str
    lines: tuple[RegistryLine, ...]
    problems: tuple[Problem, ...]

    def of(self, change: Change) -> tuple[RegistryLine, ...]:
        """Return the rows that do this."""
        return tuple(line for line in self.lines if line.change is change)


def schools(workspace: Workspace) -> tuple[RegisteredSchool, ...]:
    """Return the schools of an office by name.

    Raises:
        NoOffice: it is no office's workspace.
    """
    year = workspace.clock.now().astimezone().year
    with workspace.open_reading() as work:
        own = offices.required_office(work)
        connected = {}
        if own.role is Role.DISTRICT:
            connected = {one.code: one for one in enrolled_in(work)}
        return tuple(
            RegisteredSchool(state, connected.get(state.school.code))
            for state in states_of(work, year)
        )


def districts(workspace: Workspace) -> tuple[RegisteredDistrict, ...]:
    """Return the districts of a region by name, each with its schools.

    Raises:
        NoOffice: it is no office's workspace.
    """
    year = workspace.clock.now().astimezone().year
    with workspace.open_reading() as work:
        found = enrolled_in(work)
        known = {office.code: office for office in work.offices.list()}
        states = tuple(states_of(work, year))
    grouped: dict[str, list[SchoolState]] = {}
    for state in states:
        grouped.setdefault(state.school.district_code, []).append(state)
    return tuple(
        RegisteredDistrict(known[one.code], one, tuple(grouped.get(one.code, ())))
        for one in found
        if one.code in known
    )


def save_school(
    school: School, workspace: Workspace, *, before: SchoolId | None = None
) -> School:
    """Keep a school of the registry under the codes of the office; return it.

    ``before`` is the id of the school that is changed, None for one to be added.

    Raises:
        NoOffice: it is no office's workspace.
        CodeTaken: another school has this code.
        VariantUnknown: no form exists for this kind, programmes and ОВЗ.
    """
    editions.current_variant(school, workspace)
    with workspace.open_work() as work:
        own = offices.required_office(work)
        made = _placed(school, own)
        taken = work.schools.by_code(made.code)
        if taken is not None and taken.id != before:
            raise CodeTaken(made.code, taken.short_name)
        known = work.schools.get(before) if before is not None else None
        if known is not None and known.id != made.id:
            _forget(known, work)  # another code makes another key
        _keep(made, known, "", work, workspace)
        work.commit()
    return made


def remove_school(id: SchoolId, workspace: Workspace) -> School | None:
    """Take a school out of the registry; return it, None where it was gone already.

    Raises:
        SchoolHasData: packages of it were received; nothing is thrown away.
    """
    with workspace.open_work() as work:
        school = work.schools.get(id)
        if school is None:
            return None
        _forget(school, work)
        kind = ActionKind.SCHOOL_CHANGED
        log(work, workspace, kind, id, old=school.short_name)
        work.commit()
    return school


def restore_school(school: School, workspace: Workspace) -> None:
    """Put a school back that was just removed."""
    with workspace.open_work() as work:
        _keep(school, work.schools.get(school.id), "", work, workspace)
        work.commit()


def preview(book: ReadBook, workspace: Workspace) -> RegistryPreview:
    """Lay a workbook against the registry; nothing is written.

    Raises:
        NoOffice: it is no office's workspace.
        InputUnreadable: no sheet has the headings of schools.
    """
    with workspace.open_reading() as work:
        own = offices.required_office(work)
        known = {school.code: school for school in work.schools.list()}
    table = school_table(book, own, known, editions.newest_edition(workspace))
    likes = Likes(known.values(), rare_part)
    lines: list[RegistryLine] = []
    for row in table.rows:
        old = known.get(row.school.code)
        if old is None:
            alike = likes.alike(row.school)
            likes.add(row.school)
            lines.append(RegistryLine(row.place, row.school, Change.NEW, (), alike))
            continue
        fields = changed_fields(old, row.school, row.given)
        change = Change.CHANGED if fields else Change.SAME
        lines.append(RegistryLine(row.place, row.school, change, fields))
    return RegistryPreview(table.name, tuple(lines), table.problems)


def read(
    path: Path, workspace: Workspace, stop: Callable[[], bool] = lambda: False
) -> RegistryPreview:
    """Read a file and lay it against the registry.

    Raises:
        FileUnreadable, FileTooLarge, InputUnreadable, Cancelled.
        NoOffice: it is no office's workspace.
    """
    return preview(workspace.workbooks.read(path, stop), workspace)


def take(lines: Sequence[RegistryLine], origin: str, workspace: Workspace) -> int:
    """Take the chosen rows over, all or none; return how many changed anything.

    ``origin``, the name of the file, goes into the action log beside every school.

    Raises:
        NoOffice: it is no office's workspace.
    """
    count = 0
    with workspace.open_work() as work:
        own = offices.required_office(work)
        for line in lines:
            made = _placed(line.school, own)
            before = work.schools.get(made.id)
            if before != made:
                _keep(made, before, origin, work, workspace)
                count += 1
        work.commit()
    return count


def template(workspace: Workspace) -> bytes:
    """Return the registry as a workbook to be filled in, with the schools so far."""
    with workspace.open_reading() as work:
        known = work.schools.list()
    book = registry_book(known, editions.newest_edition(workspace))
    return workspace.workbooks.write(book)


def save_template(path: Path, workspace: Workspace) -> Path:
    """Write the template to a file of the person's choice and return its path.

    Raises:
        FolderNotWritable: the file cannot be written there.
    """
    return put_file(template(workspace), path)


def save_district(
    office: Office, workspace: Workspace, *, before: str | None = None
) -> None:
    """Keep a district of a region; ``before`` is its code where it is known already.

    Raises:
        NoOffice: it is no office's workspace.
        CodeTaken: another office has this code.
    """
    with workspace.open_work() as work:
        own = offices.required_office(work)
        known = work.offices.get(office.code)
        if known is not None and known.code != before:
            raise CodeTaken(office.code, known.name)
        work.offices.put(office)
        log(
            work,
            workspace,
            ActionKind.OFFICE_CHANGED,
            office.code,
            old=known.name if known else "",
            new=office.name,
            reason=own.code,
        )
        work.commit()


def _placed(school: School, own: Office) -> School:
    if own.role is not Role.DISTRICT:
        return school
    return replace(
        school,
        id=school_key(own.region, own.code, school.code),
        district=own.name,
        district_code=own.code,
        region=own.region_name or school.region,
    )


def _forget(school: School, work: UnitOfWork) -> None:
    received = any(one.sender == school.code for one in work.receivings.list())
    if received or work.diagnoses.list(school.id) or work.results.of_school(school.id):
        raise SchoolHasData(school.short_name)
    work.schools.delete(school.id)


def _keep(
    school: School,
    before: School | None,
    origin: str,
    work: UnitOfWork,
    workspace: Workspace,
) -> None:
    work.schools.put(school)
    log(
        work,
        workspace,
        ActionKind.SCHOOL_CHANGED,
        school.id,
        old=before.short_name if before else "",
        new=school.short_name,
        reason=origin,
    )
