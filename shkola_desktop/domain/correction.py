"""The yearly correction: what is proposed after the June check, and taken over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from shkola_desktop.domain.execution import (
    CorrectionLine,
    DroppedMeasure,
    Execution,
    MeasureRecord,
    Progress,
)
from shkola_desktop.domain.figures import NUMBER, number_in
from shkola_desktop.domain.programme import Deficit, Programme
from shkola_desktop.domain.programme_parts import Target
from shkola_desktop.domain.progress import Course, Entry, TargetYear, Work


class Decision(StrEnum):
    """What becomes of a measure that was not done, or of a target that was missed."""

    MOVE = "move"
    KEEP = "keep"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One decision. Of a measure ``entry`` is known, of a target ``target``.

    ``old`` and ``new`` are terms, or the next year's values; ``options`` are the
    decisions that make sense.
    """

    decision: Decision
    options: tuple[Decision, ...]
    old: str
    new: str
    reason: str
    entry: Entry | None = None
    target: TargetYear | None = None

    @property
    def changes(self) -> bool:
        """True where taking it over changes the programme."""
        if self.decision is Decision.DROP:
            return True
        return self.decision is Decision.MOVE and self.new.strip() not in {
            "",
            self.old.strip(),
        }


def proposals(
    course: Course,
    year: int,
    printed: Callable[[str], str],
    moved: Callable[[str], str],
) -> tuple[Proposal, ...]:
    """Return a proposal for every measure not done and every target missed in a year.

    Common measures are the bank's, they have no term to change. ``printed`` gives a
    term in years of the calendar, ``moved`` the same one a year later.
    """
    last = year >= course.programme.last_year
    found: list[Proposal] = []
    for entry in course.entries(year):
        state = entry.record.state
        in_plan = entry.work.direction is not None and entry.work.until is None
        moved_already = state is Progress.MOVED and min(entry.work.due.years) > year
        if not in_plan or moved_already or entry.stage:
            continue
        if state is not Progress.DONE:
            found.append(_for_measure(entry, printed, moved, last=last))
    if not last:
        position = year + 1 - course.programme.first_year
        told = {line.what for line in course.programme.execution.corrected(year)}
        found += [
            _for_target(known, position)
            for known in course.target_years(year)
            if known.compared.met is False and known.target.name not in told
        ]
    return tuple(found)


def corrected(
    programme: Programme,
    year: int,
    taken: Sequence[Proposal],
    told: Callable[[Proposal], str],
) -> Programme:
    """Return the programme with proposals taken over and told for the year's report.

    A moved measure has its new term, a dropped one leaves the road map and is kept
    beside it, a target has another value in the next year.
    """
    for proposal in taken:
        if not proposal.changes:
            continue
        if proposal.entry is not None:
            programme = _with_measure(programme, proposal, proposal.entry)
        elif proposal.target is not None:
            programme = _with_target(programme, year, proposal, proposal.target)
        line = CorrectionLine(
            year, told(proposal), proposal.old, _new(proposal), proposal.reason.strip()
        )
        known = programme.execution
        lines = (*known.corrections, line)
        programme = replace(programme, execution=replace(known, corrections=lines))
    return programme


def with_record(programme: Programme, record: MeasureRecord) -> Programme:
    """Return the programme with a record of a measure and year, new or changed.

    One that tells nothing is not kept.
    """
    known = programme.execution
    rest = [other for other in known.records if other.key != record.key]
    if record != MeasureRecord(record.measure, record.year):
        places = [r.key for r in known.records]
        at = places.index(record.key) if record.key in places else len(rest)
        rest.insert(at, record)
    return replace(programme, execution=replace(known, records=tuple(rest)))


def _for_measure(
    entry: Entry,
    printed: Callable[[str], str],
    moved: Callable[[str], str],
    *,
    last: bool,
) -> Proposal:
    recurring = entry.work.due.recurring
    options = [Decision.KEEP, Decision.DROP]
    if not last and not recurring:
        options.insert(0, Decision.MOVE)
    decision = options[0]
    if entry.record.state is Progress.DROPPED:
        decision = Decision.DROP
    term = entry.work.measure.term
    return Proposal(
        decision=decision,
        options=tuple(options),
        old=printed(term),
        new=moved(term) if Decision.MOVE in options else "",
        reason=entry.record.note,
        entry=entry,
    )


def _for_target(known: TargetYear, position: int) -> Proposal:
    old = known.target.planned_at(position)
    options = (Decision.MOVE, Decision.KEEP)
    new = _next_value(known, old)
    decision = Decision.MOVE if new != old else Decision.KEEP
    return Proposal(decision, options, old, new, "", target=known)


def _next_value(known: TargetYear, old: str) -> str:
    """Return the next year's value: the planned step, from what was reached."""
    plan, got = number_in(known.compared.planned), number_in(known.compared.reached)
    after = number_in(old)
    if plan is None or got is None or after is None:
        return old or known.compared.planned
    return NUMBER.sub(_written(got + after - plan), old, count=1)


def _written(number: Decimal) -> str:
    return f"{number:f}".replace(".", ",").replace("-", "−")


def _with_measure(programme: Programme, proposal: Proposal, entry: Entry) -> Programme:
    work = entry.work
    dropped = proposal.decision is Decision.DROP
    state = Progress.DROPPED if dropped else Progress.MOVED
    note = proposal.reason.strip() or entry.record.note
    for id in work.ids:
        record = replace(entry.record, measure=id, state=state, note=note)
        programme = with_record(programme, record)
    deficits = tuple(_changed(d, work, proposal) for d in programme.deficits)
    execution = programme.execution
    if dropped:
        execution = _with_dropped(execution, entry)
    return replace(programme, deficits=deficits, execution=execution)


def _with_dropped(execution: Execution, entry: Entry) -> Execution:
    work = entry.work
    if work.direction is None:
        return execution
    gone = DroppedMeasure(entry.year, work.direction, work.codes, work.measure)
    return replace(execution, dropped=(*execution.dropped, gone))


def _changed(deficit: Deficit, work: Work, proposal: Proposal) -> Deficit:
    if proposal.decision is Decision.DROP:
        left = tuple(m for m in deficit.measures if m.id not in work.ids)
    else:
        new = proposal.new.strip()
        left = tuple(
            replace(m, term=new) if m.id in work.ids else m for m in deficit.measures
        )
    return replace(deficit, measures=left)


def _with_target(
    programme: Programme, year: int, proposal: Proposal, known: TargetYear
) -> Programme:
    position = year + 1 - programme.first_year
    targets = tuple(
        with_value(target, position, planned=proposal.new.strip())
        if number == known.position
        else target
        for number, target in enumerate(programme.targets)
    )
    return replace(programme, targets=targets)


def with_value(
    target: Target,
    position: int,
    *,
    planned: str | None = None,
    reached: str | None = None,
) -> Target:
    """Return the target with another planned or reached value of a year."""
    if planned is not None:
        target = replace(target, values=_put(target.values, position, planned))
    if reached is not None:
        target = replace(target, reached=_put(target.reached, position, reached))
    return target


def _put(values: tuple[str, ...], position: int, value: str) -> tuple[str, ...]:
    longer = [*values, *("" for _ in range(position + 1 - len(values)))]
    longer[position] = value
    if value == "":
        while longer and longer[-1] == "" and len(longer) > len(values):
            longer.pop()
    return tuple(longer)


def _new(proposal: Proposal) -> str:
    return "" if proposal.decision is Decision.DROP else proposal.new.strip()
