"""Compare two states of a programme: what came, what went, what changed."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from shkola_desktop.domain.programme import Cause, Deficit, Measure, Member, Programme
from shkola_desktop.domain.programme_parts import (
    Approval,
    ApprovalRow,
    Change,
    OwnText,
    PlannedMonitoring,
    PlannedRisk,
    Target,
)

SECTIONS = (
    "passport",
    "about",
    "analysis",
    "development",
    "results",
    "mechanisms",
    "indicators",
    "roadmap",
    "changes",
)
"""Codes of the document's sections in their order."""
DEFICIT_FIELDS = ("text", "left_out", "depends", "decision", "task")
CAUSE_FIELDS = ("task",)
MEASURE_FIELDS = (
    "text",
    "result",
    "indicator",
    "responsible",
    "term",
    "resource",
    "finance",
)
MEMBER_FIELDS = ("position", "leads", "directions")
RISK_FIELDS = ("effect", "prevention", "likelihood", "impact", "responsible")
MONITORING_FIELDS = ("how", "when", "who", "where")
TARGET_FIELDS = ("unit", "baseline", "values", "source", "responsible")
APPROVAL_FIELDS = ("on", "number", "by")
SWOT_LISTS = ("strengths", "weaknesses", "opportunities", "threats")


class DifferenceKind(Enum):
    """What happened on the way from the old state to the new one."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


MIRRORED = {
    DifferenceKind.ADDED: DifferenceKind.REMOVED,
    DifferenceKind.REMOVED: DifferenceKind.ADDED,
    DifferenceKind.CHANGED: DifferenceKind.CHANGED,
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same.

    ``place`` is where it is written, as the self-check names places: «deficit:03».
    ``field`` names what it is: «goal», «risk» for a whole row, «risk.effect» for a
    field of it; ``names`` are the row's names in the old and the new state, for a
    field alone. What was added has no old value, what was removed no new one.
    """

    section: str
    place: str
    kind: DifferenceKind
    field: str
    old: object = None
    new: object = None
    names: tuple[str, str] = ("", "")

    @property
    def mirrored(self) -> "Difference":
        """The same seen from the other side."""
        return replace(
            self,
            kind=MIRRORED[self.kind],
            old=self.new,
            new=self.old,
            names=self.names[::-1],
        )


@dataclass(frozen=True, slots=True)
class _Rows:
    """How rows of a sort are told apart, named and compared."""

    section: str
    place: str
    name: str
    key: Callable[[Any], Hashable]
    called: Callable[[Any], str]
    fields: Sequence[str] = ()


def compare(old: Programme, new: Programme) -> tuple[Difference, ...]:
    """Return what is different, in the order of the document.

    How the paper is set, ignored problems and the diagnosis are not compared.
    """
    found = (
        *_passport(old, new),
        *_swot(old, new),
        *_deficits(old.deficits, new.deficits),
        *_mechanisms(old, new),
        *_compared(TARGETS, old.targets, new.targets),
        *_compared(CHANGES, old.changes, new.changes),
        *_texts(old.texts, new.texts),
        *_own_texts(old.own_texts, new.own_texts),
    )
    return tuple(sorted(found, key=lambda known: _position(known.section)))


def _position(section: str) -> int:
    return SECTIONS.index(section) if section in SECTIONS else len(SECTIONS)


def _passport(old: Programme, new: Programme) -> Iterator[Difference]:
    yield from _value(
        ("passport", "passport:period", "period"),
        (old.first_year, old.last_year),
        (new.first_year, new.last_year),
    )
    yield from _value(("passport", "passport:goal", "goal"), old.goal, new.goal)
    yield from _value(("passport", "title", "preset"), old.preset, new.preset)
    yield from _approvals(old.approvals, new.approvals)


def _approvals(old: ApprovalRow, new: ApprovalRow) -> Iterator[Difference]:
    for body in ("council", "founder", "order"):
        before, after = getattr(old, body), getattr(new, body)
        yield from _approval(body, before, after)
    place = ("passport", "approvals:others", "approval.others")
    yield from _value(place, old.others, new.others)


def _approval(body: str, old: Approval, new: Approval) -> Iterator[Difference]:
    for field in APPROVAL_FIELDS:
        place = ("passport", f"approvals:{body}", f"approval.{field}")
        before, after = getattr(old, field), getattr(new, field)
        yield from _value(place, before, after, (body, body))


def _swot(old: Programme, new: Programme) -> Iterator[Difference]:
    for name in SWOT_LISTS:
        lines = _Rows("analysis", "swot", f"swot.{name}", _itself, str)
        before, after = getattr(old.swot, name), getattr(new.swot, name)
        yield from _compared(lines, before, after)


def _deficits(old: Sequence[Deficit], new: Sequence[Deficit]) -> Iterator[Difference]:
    for before, after in _paired(old, new, lambda d: (d.code, d.indicator)):
        if before is None or after is None:
            code = next(d.code for d in (before, after) if d is not None)
            place = f"deficit:{code}"
            yield _whole("development", place, "deficit", before, after)
        else:
            yield from _deficit(before, after)
    yield from _order(old, new)


def _deficit(old: Deficit, new: Deficit) -> Iterator[Difference]:
    place = f"deficit:{old.code}"
    deficit = _Rows("development", place, "deficit", _itself, _code, DEFICIT_FIELDS)
    yield from _fields(deficit, old, new)
    causes = _Rows("development", place, "cause", _cause_key, _text, CAUSE_FIELDS)
    yield from _compared(causes, old.causes, new.causes)
    measures = _Rows("development", place, "measure", _id, _text, MEASURE_FIELDS)
    yield from _compared(measures, old.measures, new.measures)


def _order(old: Sequence[Deficit], new: Sequence[Deficit]) -> Iterator[Difference]:
    shared = {d.code for d in old} & {d.code for d in new}
    before = tuple(d.code for d in old if d.code in shared)
    after = tuple(d.code for d in new if d.code in shared)
    yield from _value(("development", "section:development", "order"), before, after)


def _mechanisms(old: Programme, new: Programme) -> Iterator[Difference]:
    yield from _compared(TEAM, old.team, new.team)
    yield from _own_or_banks(RISKS, old.risks, new.risks)
    yield from _own_or_banks(MONITORING, old.monitoring, new.monitoring)
    yield from _own_or_banks(FINANCE, old.finance, new.finance)


def _own_or_banks(
    rows: _Rows, old: Sequence[Any] | None, new: Sequence[Any] | None
) -> Iterator[Difference]:
    """Compare two lists where None stands for the bank's."""
    if old is None or new is None:
        place = (rows.section, rows.place, f"{rows.name}.list")
        yield from _value(place, old, new)
    else:
        yield from _compared(rows, old, new)


def _texts(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Difference]:
    for section in sorted({*old, *new}):
        place = (section, f"section:{section}", "words")
        yield from _value(place, old.get(section, ""), new.get(section, ""))


def _own_texts(old: Sequence[OwnText], new: Sequence[OwnText]) -> Iterator[Difference]:
    before, after = _by_key(old), _by_key(new)
    for key in sorted({*before, *after}):
        place = (key.partition(".")[0], f"text:{key}", "own_text")
        yield from _value(place, before.get(key, ""), after.get(key, ""))


def _by_key(texts: Sequence[OwnText]) -> dict[str, str]:
    return {known.key: known.text for known in texts}


def _value(
    place: tuple[str, str, str],
    old: object,
    new: object,
    names: tuple[str, str] = ("", ""),
) -> Iterator[Difference]:
    """Compare a single value; ``place`` is section, place and field."""
    if old != new:
        section, at, field = place
        changed = DifferenceKind.CHANGED
        yield Difference(section, at, changed, field, old, new, names)


def _compared(
    rows: _Rows, old: Sequence[Any], new: Sequence[Any]
) -> Iterator[Difference]:
    for before, after in _paired(old, new, rows.key):
        if before is None or after is None:
            yield _whole(rows.section, rows.place, rows.name, before, after)
        else:
            yield from _fields(rows, before, after)


def _whole(
    section: str, place: str, field: str, old: object, new: object
) -> Difference:
    came = old is None
    kind = DifferenceKind.ADDED if came else DifferenceKind.REMOVED
    return Difference(section, place, kind, field, old, new)


def _fields(rows: _Rows, old: Any, new: Any) -> Iterator[Difference]:
    names = rows.called(old), rows.called(new)
    for field in rows.fields:
        place = (rows.section, rows.place, f"{rows.name}.{field}")
        yield from _value(place, getattr(old, field), getattr(new, field), names)


def _paired(
    old: Sequence[Any], new: Sequence[Any], key: Callable[[Any], Hashable]
) -> Iterator[tuple[Any, Any]]:
    """Give rows of the same key together, None where one side lacks it.

    The order is that of their positions, and the same from either side.
    """
    before, after = _keyed(old, key), _keyed(new, key)
    places: dict[Hashable, list[int]] = {}
    for known in (before, after):
        for position, name in enumerate(known):
            places.setdefault(name, []).append(position)
    for name in sorted(places, key=lambda n: (min(places[n]), repr(n))):
        yield before.get(name), after.get(name)


def _keyed(rows: Sequence[Any], key: Callable[[Any], Hashable]) -> dict[Hashable, Any]:
    """Return rows by key and by how often the key came before."""
    met: dict[Hashable, int] = {}
    found: dict[Hashable, Any] = {}
    for known in rows:
        name = key(known)
        met[name] = met.get(name, 0) + 1
        found[name, met[name]] = known
    return found


def _itself(row: Any) -> Hashable:
    return row


def _code(deficit: Deficit) -> str:
    return deficit.code


def _cause_key(cause: Cause) -> Hashable:
    return cause.key


def _id(measure: Measure) -> Hashable:
    return measure.id


def _text(row: Cause | Measure | PlannedRisk) -> str:
    return row.text


def _name(row: Member | Target) -> str:
    return row.name


def _what(row: PlannedMonitoring) -> str:
    return row.what


def _line(change: Change) -> str:
    return change.what


TEAM = _Rows("mechanisms", "team", "member", _name, _name, MEMBER_FIELDS)
RISKS = _Rows("mechanisms", "risks", "risk", _text, _text, RISK_FIELDS)
MONITORING = _Rows(
    "mechanisms", "monitoring", "monitoring", _what, _what, MONITORING_FIELDS
)
FINANCE = _Rows("mechanisms", "finance", "finance", _itself, str)
TARGETS = _Rows("indicators", "target", "target", _name, _name, TARGET_FIELDS)
CHANGES = _Rows("changes", "changes", "change", _itself, _line)
