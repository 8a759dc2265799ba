"""Рабочая группа over the staff list: who is who, whatever they are called today."""

from collections.abc import Sequence
from dataclasses import replace

from shkola_desktop.domain.programme import Member
from shkola_desktop.domain.school import Person


def staffed(team: Sequence[Member], people: Sequence[Person]) -> tuple[Member, ...]:
    """Return the team with names and positions as the staff list has them now.

    A member is found by the person's id; one of an older programme, which kept none,
    by the name. Who is not on the list stays as written.
    """
    found = ((member, person_of(member, people)) for member in team)
    return tuple(
        member
        if person is None
        else replace(
            member, person=person.id, name=person.name, position=person.position
        )
        for member, person in found
    )


def person_of(member: Member, people: Sequence[Person]) -> Person | None:
    """Return the person of the staff list that a member is, or None."""
    if member.person:
        return next((p for p in people if p.id == member.person), None)
    namesakes = [p for p in people if p.name == member.name]
    alike = [p for p in namesakes if p.position == member.position]
    return next(iter(alike or namesakes), None)
