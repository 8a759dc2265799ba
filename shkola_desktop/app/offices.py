"""Whose workspace it is: its role, and the office that a district or region is."""

from shkola_desktop.app.logbook import log
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.errors import NoOffice
from shkola_desktop.domain.office import Office, Role
from shkola_desktop.domain.school import School

ROLE = "role"
OWN_OFFICE = "own-office"
"""Names of settings: what the workspace is for, and the code of its own office."""


def role_of(workspace: Workspace) -> Role:
    """Return what the workspace is for; one from before roles is a school's."""
    with workspace.open_reading() as work:
        return role_in(work)


def role_in(work: UnitOfWork) -> Role:
    """Return the role inside a transaction."""
    known = work.settings.get(ROLE)
    return Role(known) if known in set(Role) else Role.SCHOOL


def office_of(workspace: Workspace) -> Office | None:
    """Return the workspace's own office, or None in a school's or before the start."""
    with workspace.open_reading() as work:
        return own_office(work)


def own_office(work: UnitOfWork) -> Office | None:
    """Return the own office inside a transaction, or None."""
    code = work.settings.get(OWN_OFFICE)
    return None if code is None else work.offices.get(code)


def required_office(work: UnitOfWork) -> Office:
    """Return the own office inside a transaction.

    Raises:
        NoOffice: the first start has not been finished, or it is a school's workspace.
    """
    office = own_office(work)
    if office is None:
        raise NoOffice
    return office


def owner_of(workspace: Workspace) -> School | Office | None:
    """Return whom the workspace belongs to, or None before the first start."""
    with workspace.open_reading() as work:
        if role_in(work) is Role.SCHOOL:
            return next(iter(work.schools.list()), None)
        return own_office(work)


def save_office(office: Office, workspace: Workspace) -> Office:
    """Keep the workspace's own office, and with it the workspace's role."""
    with workspace.open_work() as work:
        before = own_office(work)
        work.offices.put(office)
        work.settings.put(OWN_OFFICE, office.code)
        work.settings.put(ROLE, office.role.value)
        if before != office:
            log(
                work,
                workspace,
                ActionKind.OFFICE_CHANGED,
                office.code,
                old=before.name if before else "",
                new=office.name,
            )
        work.commit()
    return office
