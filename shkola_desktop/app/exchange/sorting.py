"""What of a stick concerns us: told by headers alone, before anything is opened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shkola_desktop.app import offices
from shkola_desktop.app.exchange.dispatching import own_code
from shkola_desktop.app.offices import role_in
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.errors import NoSchool
from shkola_desktop.domain.office import Role
from shkola_desktop.domain.opened import Looked
from shkola_desktop.domain.package import Header, PackageKind


@dataclass(frozen=True, slots=True)
class Sorted:
    """Packages of a stick: a shared one carries what others wrote for others.

    ``ours`` are to be looked through (what has no header too, to tell its fault),
    ``own`` were written here, ``parts`` are merged elsewhere, ``others`` are not
    for this workspace.
    """

    ours: tuple[Looked, ...]
    own: tuple[Looked, ...] = ()
    parts: tuple[Looked, ...] = ()
    others: tuple[Looked, ...] = ()


def sort_out(found: Sequence[Looked], workspace: Workspace) -> Sorted:
    """Set apart what is not to be read here; nothing is opened or written."""
    with workspace.open_reading() as work:
        role = role_in(work)
        try:
            own = own_code(work)
        except NoSchool:
            own = ""
    piles: dict[str, list[Looked]] = {"ours": [], "own": [], "parts": [], "others": []}
    for looked in found:
        piles[_pile(looked.header, own, role)].append(looked)
    return Sorted(**{name: tuple(pile) for name, pile in piles.items()})


def names(workspace: Workspace) -> Mapping[str, str]:
    """Return what senders and receivers are called, by registry code."""
    with workspace.open_reading() as work:
        known = {o.code: o.name for o in work.offices.list()}
        known |= {s.code: s.short_name for s in work.schools.list()}
        own = offices.own_office(work)
        if own is None:
            for school in work.schools.list():
                known.setdefault(school.district_code, school.district)
    return known


def _pile(header: Header | None, own: str, role: Role) -> str:
    if header is None:
        return "ours"
    if header.sender == own and header.kind is not PackageKind.PART:
        return "own"
    if header.kind is PackageKind.PART and role is Role.SCHOOL:
        return "parts"
    first = not own and header.kind is PackageKind.ENROLMENT
    return "ours" if first or header.receiver == own else "others"
