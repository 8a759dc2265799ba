"""Информация о школе: filled once, kept, and taken up next year."""

from dataclasses import fields, replace

from shkola_desktop.app.logbook import who
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.registering import required_school
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import Action, ActionKind
from shkola_desktop.domain.school import School
from shkola_desktop.domain.school_info import SchoolInfo

FIRST_MONTH = 9
"""A school year begins on the first of September."""


def info_of(workspace: Workspace) -> SchoolInfo:
    """Return the information about the school, empty before it was filled in.

    Raises:
        NoSchool: the first start has not been finished.
    """
    with workspace.open_reading() as work:
        school = required_school(work)
        return work.school_infos.get(school.id) or SchoolInfo()


def save_info(info: SchoolInfo, workspace: Workspace) -> SchoolInfo:
    """Keep the information; the same again changes nothing.

    Numbers that the school's own data lack are taken from it; none is replaced.

    Raises:
        NoSchool: the first start has not been finished.
    """
    with workspace.open_work() as work:
        school = required_school(work)
        before = work.school_infos.get(school.id) or SchoolInfo()
        if info != before:
            work.school_infos.put(school.id, info)
            parts = _changed_parts(before, info)
            _note(ActionKind.SCHOOL_INFO_CHANGED, parts, work, workspace)
            _complete(school, info, work, workspace)
            work.commit()
    return info


def suggested_year(workspace: Workspace) -> int:
    """Return the year in which the current school year began."""
    now = workspace.clock.now()
    return now.year if now.month >= FIRST_MONTH else now.year - 1


def _changed_parts(before: SchoolInfo, after: SchoolInfo) -> str:
    names = [field.name for field in fields(SchoolInfo)]
    return " ".join(n for n in names if getattr(before, n) != getattr(after, n))


def _complete(
    school: School, info: SchoolInfo, work: UnitOfWork, workspace: Workspace
) -> None:
    completed = _completed(school, info)
    if completed != school:
        work.schools.put(completed)
        _note(ActionKind.SCHOOL_CHANGED, school.short_name, work, workspace)


def _completed(school: School, info: SchoolInfo) -> School:
    newest = info.newest
    found = {
        "pupils": newest.pupils if newest else None,
        "class_sets": newest.class_sets if newest else None,
        "teachers": info.staff.teachers,
    }
    missing = {n: v for n, v in found.items() if getattr(school, n) is None}
    return replace(school, **missing)


def _note(kind: ActionKind, new: str, work: UnitOfWork, workspace: Workspace) -> None:
    school = required_school(work)
    now = workspace.clock.now()
    work.actions.add(Action(now, who(work), kind, school.id, new=new))
