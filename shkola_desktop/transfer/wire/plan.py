"""A development programme as it travels."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any

import msgspec
from msgspec import Meta, field

from shkola_desktop.domain.execution import CheckKind, Progress
from shkola_desktop.domain.ids import SchoolId
from shkola_desktop.domain.programme import Programme
from shkola_desktop.transfer.wire.terms import (
    MAX_LINES,
    MAX_MARKS,
    MAX_ROWS,
    Id,
    Key,
    Keys,
    Line,
    Lines,
    MaybeKey,
    Moment,
    Prose,
    Wire,
    Year,
)


class CauseWire(Wire):
    """A cause of a deficit."""

    text: Prose
    external: bool
    task: Prose


class MeasureWire(Wire):
    """A measure of the road map."""

    id: Key
    text: Prose
    result: Prose
    indicator: Prose
    responsible: Line
    term: Line
    resource: Line
    finance: Prose
    bank_id: Key | None


class DeficitWire(Wire):
    """A deficit with causes, task and measures."""

    code: Key
    indicator: Key
    direction: Key
    text: Prose
    causes: Annotated[tuple[CauseWire, ...], Meta(max_length=MAX_LINES)]
    decision: Prose
    task: Prose
    measures: Annotated[tuple[MeasureWire, ...], Meta(max_length=MAX_LINES)]
    left_out: Prose
    depends: MaybeKey


class MemberWire(Wire):
    """A member of the team."""

    name: Line
    position: Line
    leads: bool
    directions: Keys
    controls: bool = False


class OwnTextWire(Wire):
    """A prepared text that the school changed."""

    key: Line
    text: Prose
    made_from: Prose


class SwotWire(Wire):
    """The four lists of SWOT."""

    strengths: Lines
    weaknesses: Lines
    opportunities: Lines
    threats: Lines


class RiskWire(Wire):
    """A risk with likelihood and impact."""

    text: Prose
    effect: Prose
    prevention: Prose
    likelihood: Key
    impact: Key
    responsible: Line


class MonitoringWire(Wire):
    """What is watched, how, when, by whom, where it is discussed."""

    what: Prose
    how: Line
    when: Line
    who: Line
    where: Line


class TargetWire(Wire):
    """A target of the school's own, a value for each year."""

    name: Line
    unit: Line
    baseline: Line
    values: Lines
    source: Line
    responsible: Line
    reached: Lines = ()


class ChangeWire(Wire):
    """A line of the list of changes."""

    on: date
    basis: Line
    what: Prose


class ApprovalWire(Wire):
    """A decision about the programme."""

    on: date | None
    number: Line
    by: Line


class ApprovalsWire(Wire):
    """All decisions about the programme."""

    council: ApprovalWire
    founder: ApprovalWire
    order: ApprovalWire
    others: Annotated[tuple[tuple[Line, ApprovalWire], ...], Meta(max_length=MAX_LINES)]


class PaperWire(Wire):
    """How the programme is set."""

    size: Annotated[int, Meta(ge=6, le=30)]
    spacing: Annotated[float, Meta(ge=0.5, le=3)]
    number_at: Key
    draft_mark: bool
    signature_room: bool


class IgnoredWire(Wire):
    """A finding of the self-check that was left."""

    rule: Key
    place: Line
    reason: Prose


class RecordWire(Wire):
    """What became of a measure in a year."""

    measure: Key
    year: Year
    state: Progress
    done: Prose
    note: Prose
    on: date | None


class CheckWire(Wire):
    """A check of January or June."""

    year: Year
    kind: CheckKind
    on: date | None
    by: Line
    conclusions: Prose


class CorrectionWire(Wire):
    """A decision of a yearly correction."""

    year: Year
    what: Prose
    old: Prose
    new: Prose
    reason: Prose


class DroppedWire(Wire):
    """A measure that a correction took out of the road map."""

    year: Year
    direction: Key
    codes: Keys
    measure: MeasureWire


class ExecutionWire(Wire):
    """How the programme is carried out; a programme that has not begun has nothing."""

    records: Annotated[tuple[RecordWire, ...], Meta(max_length=MAX_MARKS)] = ()
    checks: Annotated[tuple[CheckWire, ...], Meta(max_length=MAX_LINES)] = ()
    corrections: Annotated[tuple[CorrectionWire, ...], Meta(max_length=MAX_ROWS)] = ()
    dropped: Annotated[tuple[DroppedWire, ...], Meta(max_length=MAX_ROWS)] = ()


class ProgrammeWire(Wire):
    """A programme; of which school says the content around it."""

    id: Id
    diagnosis: Id
    first_year: Year
    last_year: Year
    goal: Prose
    created_at: Moment
    preset: Key
    team: Annotated[tuple[MemberWire, ...], Meta(max_length=MAX_LINES)]
    deficits: Annotated[tuple[DeficitWire, ...], Meta(max_length=MAX_ROWS)]
    texts: Annotated[dict[Key, Prose], Meta(max_length=MAX_LINES)]
    own_texts: Annotated[tuple[OwnTextWire, ...], Meta(max_length=MAX_ROWS)]
    swot: SwotWire
    risks: Annotated[tuple[RiskWire, ...], Meta(max_length=MAX_ROWS)] | None
    monitoring: Annotated[tuple[MonitoringWire, ...], Meta(max_length=MAX_ROWS)] | None
    finance: Lines | None
    targets: Annotated[tuple[TargetWire, ...], Meta(max_length=MAX_ROWS)]
    changes: Annotated[tuple[ChangeWire, ...], Meta(max_length=MAX_ROWS)]
    approvals: ApprovalsWire
    paper: PaperWire
    ignored: Annotated[tuple[IgnoredWire, ...], Meta(max_length=MAX_ROWS)]
    execution: ExecutionWire = field(default_factory=ExecutionWire)


def programme_to_wire(programme: Programme) -> Any:  # plain values of the wire type
    """Return the values of a ``ProgrammeWire``, their bounds not checked yet.

    What means something at the school alone stays there: the ids of its staff list,
    and whom its letter to the founder goes to.
    """
    values = msgspec.to_builtins(programme, enc_hook=_plain)
    del values["school"]
    del values["approvals"]["addressee"]
    for member in values["team"]:
        del member["person"]
    return values


def _plain(value: Any) -> dict[Any, Any]:
    # mappings of frozen values are read-only views
    return dict(value)


def programme_from_wire(wire: ProgrammeWire, school: SchoolId) -> Programme:
    """Return the programme of a school."""
    values = {**msgspec.to_builtins(wire), "school": school}
    found = msgspec.convert(values, Programme)
    return replace(found, texts=MappingProxyType(dict(found.texts)))


def programme_faults(wire: ProgrammeWire) -> Iterator[tuple[str, str]]:
    """Yield place and what is wrong of everything that contradicts itself."""
    if wire.first_year > wire.last_year:
        yield "programme.last_year", f"{wire.first_year}–{wire.last_year}"
    codes = Counter(deficit.code for deficit in wire.deficits)
    yield from (("programme.deficits", c) for c, count in codes.items() if count > 1)
