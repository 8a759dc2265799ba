"""Undo and redo of a programme: whole frozen states, with the place of each change."""

from dataclasses import dataclass

from shkola_desktop.domain.programme import Programme
from shkola_desktop.domain.school_info import SchoolInfo

DEPTH = 200
"""States kept: a long day's work."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a person writes on the screen of the programme."""

    programme: Programme
    info: SchoolInfo


@dataclass(frozen=True, slots=True)
class Version:
    """What was written before or after a change, and where the change was made."""

    written: Written
    place: str


@dataclass(frozen=True, slots=True)
class Versions:
    """What is written now, what was, and what was taken back; the latest last."""

    now: Written
    past: tuple[Version, ...] = ()
    future: tuple[Version, ...] = ()


def changed(versions: Versions, written: Written, place: str) -> Versions:
    """Remember a change; what was undone cannot be redone any more.

    The same again is no change.
    """
    if written == versions.now:
        return versions
    before = Version(versions.now, place)
    return Versions(written, (*versions.past, before)[-DEPTH:])


def stepped_back(versions: Versions) -> tuple[Versions, str]:
    """Return the state before the latest change, and where that was made."""
    if not versions.past:
        return versions, ""
    before = versions.past[-1]
    future = (*versions.future, Version(versions.now, before.place))
    return Versions(before.written, versions.past[:-1], future), before.place


def stepped_forward(versions: Versions) -> tuple[Versions, str]:
    """Return the state after the latest undone change, and where that was made."""
    if not versions.future:
        return versions, ""
    after = versions.future[-1]
    past = (*versions.past, Version(versions.now, after.place))
    return Versions(after.written, past, versions.future[:-1]), after.place
