"""Compare two states of a programme: what came, what went, what changed."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any

from shkola_desktop.domain.differences import (
    Difference,
    Rows,
    compared,
    fields_changed,
    own_or_banks,
    paired,
    value_changed,
    whole_row,
)
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
    "execution",
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
MEMBER_FIELDS = ("position", "leads", "controls", "directions")
RISK_FIELDS = ("effect", "prevention", "likelihood", "impact", "responsible")
MONITORING_FIELDS = ("how", "when", "who", "where")
TARGET_FIELDS = ("unit", "baseline", "values", "source", "responsible", "reached")
RECORD_FIELDS = ("state", "done", "note", "on")
CHECK_FIELDS = ("on", "by", "conclusions")
APPROVAL_FIELDS = ("on", "number", "by")
SWOT_LISTS = ("strengths", "weaknesses", "opportunities", "threats")


def compare(old: Programme, new: Programme) -> tuple[Difference, ...]:
    """Return what is different, in the order of the document.

    How the paper is set, ignored problems and the diagnosis are not compared.
    """
    found = (
        *_passport(old, new),
        *_swot(old, new),
        *_deficits(old.deficits, new.deficits),
        *_mechanisms(old, new),
        *compared(TARGETS, old.targets, new.targets),
        *_execution(old, new),
        *compared(CHANGES, old.changes, new.changes),
        *_texts(old.texts, new.texts),
        *_own_texts(old.own_texts, new.own_texts),
    )
    return tuple(sorted(found, key=lambda known: _position(known.section)))


def _position(section: str) -> int:
    return SECTIONS.index(section) if section in SECTIONS else len(SECTIONS)


def _passport(old: Programme, new: Programme) -> Iterator[Difference]:
    yield from value_changed(
        ("passport", "passport:period", "period"),
        (old.first_year, old.last_year),
        (new.first_year, new.last_year),
    )
    yield from value_changed(("passport", "passport:goal", "goal"), old.goal, new.goal)
    yield from value_changed(("passport", "title", "preset"), old.preset, new.preset)
    yield from _approvals(old.approvals, new.approvals)


def _approvals(old: ApprovalRow, new: ApprovalRow) -> Iterator[Difference]:
    for body in ("council", "founder", "order"):
        before, after = getattr(old, body), getattr(new, body)
        yield from _approval(body, before, after)
    for field in ("position", "name"):
        before, after = getattr(old.addressee, field), getattr(new.addressee, field)
        place = ("passport", "approvals:founder", f"addressee.{field}")
        yield from value_changed(place, before, after)
    place = ("passport", "approvals:others", "approval.others")
    yield from value_changed(place, old.others, new.others)


def _approval(body: str, old: Approval, new: Approval) -> Iterator[Difference]:
    for field in APPROVAL_FIELDS:
        place = ("passport", f"approvals:{body}", f"approval.{field}")
        before, after = getattr(old, field), getattr(new, field)
        yield from value_changed(place, before, after, (body, body))


def _swot(old: Programme, new: Programme) -> Iterator[Difference]:
    for name in SWOT_LISTS:
        lines = Rows("analysis", "swot", f"swot.{name}", _itself, str)
        before, after = getattr(old.swot, name), getattr(new.swot, name)
        yield from compared(lines, before, after)


def _deficits(old: Sequence[Deficit], new: Sequence[Deficit]) -> Iterator[Difference]:
    for before, after in paired(old, new, lambda d: (d.code, d.indicator)):
        if before is None or after is None:
            code = next(d.code for d in (before, after) if d is not None)
            place = f"deficit:{code}"
            yield whole_row("development", place, "deficit", before, after)
        else:
            yield from _deficit(before, after)
    yield from _order(old, new)


def _deficit(old: Deficit, new: Deficit) -> Iterator[Difference]:
    place = f"deficit:{old.code}"
    deficit = Rows("development", place, "deficit", _itself, _code, DEFICIT_FIELDS)
    yield from fields_changed(deficit, old, new)
    causes = Rows("development", place, "cause", _cause_key, _text, CAUSE_FIELDS)
    yield from compared(causes, old.causes, new.causes)
    measures = Rows("development", place, "measure", _id, _text, MEASURE_FIELDS)
    yield from compared(measures, old.measures, new.measures)


def _order(old: Sequence[Deficit], new: Sequence[Deficit]) -> Iterator[Difference]:
    shared = {d.code for d in old} & {d.code for d in new}
    before = tuple(d.code for d in old if d.code in shared)
    after = tuple(d.code for d in new if d.code in shared)
    yield from value_changed(
        ("development", "section:development", "order"), before, after
    )


def _mechanisms(old: Programme, new: Programme) -> Iterator[Difference]:
    yield from compared(TEAM, old.team, new.team)
    yield from own_or_banks(RISKS, old.risks, new.risks)
    yield from own_or_banks(MONITORING, old.monitoring, new.monitoring)
    yield from own_or_banks(FINANCE, old.finance, new.finance)


def _execution(old: Programme, new: Programme) -> Iterator[Difference]:
    """Compare records with «not begun» and checks with «not held» where one is new."""
    names = _measure_names(old) | _measure_names(new)
    before, after = old.execution, new.execution
    for measure, year in sorted({r.key for r in (*before.records, *after.records)}):
        rows = before.record(measure, year), after.record(measure, year)
        name = f"{names.get(measure, measure)}, {year}"
        yield from _marks("record", RECORD_FIELDS, rows, name)
    for year, kind in sorted({c.key for c in (*before.checks, *after.checks)}):
        checks = before.check(year, kind), after.check(year, kind)
        yield from _marks(f"check_{kind.value}", CHECK_FIELDS, checks, str(year))


def _marks(
    sort: str, fields: Sequence[str], rows: tuple[object, object], name: str
) -> Iterator[Difference]:
    for field in fields:
        before, after = (getattr(row, field) for row in rows)
        place = ("execution", "execution", f"{sort}.{field}")
        yield from value_changed(place, before, after, (name, name))


def _measure_names(programme: Programme) -> dict[str, str]:
    planned = {m.id: m.text for d in programme.deficits for m in d.measures}
    gone = {g.measure.id: g.measure.text for g in programme.execution.dropped}
    return planned | gone


def _texts(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Difference]:
    for section in sorted({*old, *new}):
        place = (section, f"section:{section}", "words")
        yield from value_changed(place, old.get(section, ""), new.get(section, ""))


def _own_texts(old: Sequence[OwnText], new: Sequence[OwnText]) -> Iterator[Difference]:
    before, after = _by_key(old), _by_key(new)
    for key in sorted({*before, *after}):
        place = (key.partition(".")[0], f"text:{key}", "own_text")
        yield from value_changed(place, before.get(key, ""), after.get(key, ""))


def _by_key(texts: Sequence[OwnText]) -> dict[str, str]:
    return {known.key: known.text for known in texts}


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


TEAM = Rows("mechanisms", "team", "member", _name, _name, MEMBER_FIELDS)
RISKS = Rows("mechanisms", "risks", "risk", _text, _text, RISK_FIELDS)
MONITORING = Rows(
    "mechanisms", "monitoring", "monitoring", _what, _what, MONITORING_FIELDS
)
FINANCE = Rows("mechanisms", "finance", "finance", _itself, str)
TARGETS = Rows("indicators", "target", "target", _name, _name, TARGET_FIELDS)
CHANGES = Rows("changes", "changes", "change", _itself, _line)
