"""``bundle``: a district's untouched school packages and its own state."""

from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Annotated, Any

from msgspec import Meta

from shkola_desktop.domain.contents import MAX_ACTIONS, Bundle, SchoolStanding
from shkola_desktop.domain.review import Standing
from shkola_desktop.transfer import layout
from shkola_desktop.transfer.wire.answers import (
    ActionWire,
    action_to_wire,
    actions_from_wire,
)
from shkola_desktop.transfer.wire.inside import Inside
from shkola_desktop.transfer.wire.places import (
    OfficeWire,
    SchoolWire,
    office_from_wire,
    office_to_wire,
    school_from_wire,
    school_to_wire,
)
from shkola_desktop.transfer.wire.remarks import (
    Decisions,
    Entries,
    decision_faults,
    decision_to_wire,
    decisions_from_wire,
    entries_from_wire,
    entry_faults,
    entry_to_wire,
)
from shkola_desktop.transfer.wire.terms import (
    MAX_SCHOOLS,
    Number,
    Sha256,
    Top,
    Wire,
)

FileName = Annotated[str, Meta(pattern=r"^[A-Za-z0-9-]{1,60}\.shkola$")]


class StandingWire(Wire):
    """A school and how far it is."""

    school: SchoolWire
    standing: Standing
    sequence: Number | None


class PackageWire(Wire):
    """A package of a school; its bytes lie under packages/<name>."""

    name: FileName
    sha256: Sha256


class BundleContent(Top, kw_only=True):
    """content.json of the kind ``bundle``."""

    office: OfficeWire
    standings: Annotated[tuple[StandingWire, ...], Meta(max_length=MAX_SCHOOLS)]
    decisions: Decisions
    entries: Entries
    actions: Annotated[tuple[ActionWire, ...], Meta(max_length=MAX_ACTIONS)]
    packages: Annotated[tuple[PackageWire, ...], Meta(max_length=MAX_SCHOOLS)]


def to_wire(content: Bundle, top: Mapping[str, Any]) -> BundleContent:
    """Put the content into its shape."""
    return BundleContent(
        **top,
        office=office_to_wire(content.office),
        standings=tuple(
            StandingWire(school_to_wire(s.school), s.standing, s.sequence)
            for s in content.standings
        ),
        decisions=tuple(decision_to_wire(one) for one in content.decisions),
        entries=tuple(entry_to_wire(entry) for entry in content.entries),
        actions=tuple(action_to_wire(action) for action in content.actions),
        packages=tuple(
            PackageWire(name, sha256(content.packages[name]).hexdigest())
            for name in sorted(content.packages)
        ),
    )


def members(content: Bundle) -> dict[str, bytes]:
    """Return the files beside content.json."""
    return {layout.PACKAGES + name: data for name, data in content.packages.items()}


def expected(wire: BundleContent) -> dict[str, str]:
    """Return the names of these files with their hashes."""
    return {layout.PACKAGES + one.name: one.sha256 for one in wire.packages}


def faults(wire: BundleContent) -> Iterator[tuple[str, str]]:
    """Yield place and what is wrong of everything that contradicts itself."""
    if wire.office.code != wire.sender:
        yield "office.code", wire.office.code
    names = Counter(one.name for one in wire.packages)
    yield from (("packages", name) for name, count in names.items() if count > 1)
    yield from decision_faults(wire.decisions)
    yield from entry_faults(wire.entries)


def from_wire(wire: BundleContent, inside: Inside) -> Bundle:
    """Return the content; schools bear the keys of an office."""
    return Bundle(
        office=office_from_wire(wire.office),
        standings=tuple(
            SchoolStanding(school_from_wire(s.school), s.standing, s.sequence)
            for s in wire.standings
        ),
        decisions=decisions_from_wire(wire.decisions),
        entries=entries_from_wire(wire.entries),
        actions=actions_from_wire(wire.actions),
        packages=inside.under(layout.PACKAGES, str),
    )
