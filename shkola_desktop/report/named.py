"""People named inside the sentences of a paper, in the case that the sentence asks."""

import re

from shkola_desktop.domain.declension import Case, with_initials
from shkola_desktop.domain.documents import ProgrammeMaterial
from shkola_desktop.domain.programme import Member
from shkola_desktop.domain.school import School
from shkola_desktop.words.russian import small


def leader_of(material: ProgrammeMaterial) -> Member | None:
    """Return who leads the team, or None."""
    return next((m for m in material.programme.team if m.leads), None)


def controller_of(material: ProgrammeMaterial) -> Member | None:
    """Return who watches over the order on the team; None: the director who signs."""
    marked = next((m for m in material.programme.team if m.controls), None)
    if marked is None or is_director(marked, material.school):
        return None
    return marked


def is_director(member: Member, school: School) -> bool:
    """Tell whether a member is the director who signs: the same surname, initials."""
    return bool(school.director.strip()) and _key(member.name) == _key(school.director)


def position_and_name(
    position: str,
    name: str,
    material: ProgrammeMaterial,
    case: Case,
    *,
    short: bool = False,
) -> str:
    """Return «заместителя директора Иванову Анну Петровну», or with initials."""
    told = small(material.cases.of(position, case))
    called = material.cases.of(name, case)
    return " ".join(filter(None, (told, with_initials(called) if short else called)))


def _key(name: str) -> list[str]:
    return sorted(re.findall(r"\w+", with_initials(name).casefold()))
