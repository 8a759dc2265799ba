"""Carry a programme out: states of measures, reached values, checks, corrections.

Functions that only change return the programme; ``planning.save`` keeps it, so that
one stack undoes everything that is written on the programme's screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from shkola_desktop.app import programme_versions
from shkola_desktop.app.logbook import who
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.actions import Action, ActionKind
from shkola_desktop.domain.correction import (
    Proposal,
    corrected,
    proposals,
    with_record,
    with_value,
)
from shkola_desktop.domain.documents import ProgrammeMaterial
from shkola_desktop.domain.execution import MeasureRecord, Progress, YearCheck
from shkola_desktop.domain.programme import Programme
from shkola_desktop.domain.programme_parts import Change
from shkola_desktop.domain.progress import (
    Course,
    Entry,
    course_of,
    first_day,
    last_day,
)
from shkola_desktop.words.execution import (
    COURSE_WORDS,
    before_correction,
    change_told,
    moved_term,
    subject,
)
from shkola_desktop.words.plans import term

LONGEST = 2_000
"""Characters of what was done or why not: half a page of the report."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person decided after a June check; ``basis`` is the order's number."""

    year: int
    taken: tuple[Proposal, ...]
    basis: str
    on: date


def course(material: ProgrammeMaterial) -> Course:
    """Return the course of the programme of a material."""
    return course_of(material.programme, material.bank.cross_cutting, COURSE_WORDS)


def begun(programme: Programme, today: date) -> bool:
    """Tell whether there is something to record: its first year came, or it was."""
    return today >= first_day(programme) or bool(programme.execution.records)


def recorded(programme: Programme, entry: Entry, made: MeasureRecord) -> Programme:
    """Return the programme with what became of a measure in a year.

    A measure for several deficits is recorded for all of them.
    """
    done, note = made.done.strip()[:LONGEST], made.note.strip()[:LONGEST]
    for id in entry.work.ids:
        kept = replace(made, measure=id, done=done, note=note)
        programme = with_record(programme, kept)
    return programme


def with_state(
    programme: Programme, entry: Entry, state: Progress, today: date
) -> Programme:
    """Return the programme with another state; what ends it gets today's date.

    A day outside the year and the school year after it is nobody's: it stays empty.
    """
    known = entry.record
    ends = state not in {Progress.NOT_BEGUN, Progress.GOING}
    within = date(entry.year, 1, 1) <= today <= last_day(entry.year)
    on = (known.on or (today if within else None)) if ends else None
    return recorded(programme, entry, replace(known, state=state, on=on))


def with_reached(
    programme: Programme, position: int, year: int, value: str
) -> Programme:
    """Return the programme with the reached value of a target in a year."""
    at = year - programme.first_year
    targets = tuple(
        with_value(target, at, reached=value.strip()) if number == position else target
        for number, target in enumerate(programme.targets)
    )
    return replace(programme, targets=targets)


def with_check(programme: Programme, check: YearCheck) -> Programme:
    """Return the programme with a check, new or changed; an empty one is not kept."""
    known = programme.execution
    rest = [other for other in known.checks if other.key != check.key]
    if check != YearCheck(check.year, check.kind):
        rest.append(check)
    ordered = tuple(sorted(rest, key=lambda c: (c.year, c.kind is not c.kind.JANUARY)))
    return replace(programme, execution=replace(known, checks=ordered))


def proposed(known: Course, year: int) -> tuple[Proposal, ...]:
    """Return what a correction of a year could decide."""
    programme = known.programme
    return proposals(
        known,
        year,
        partial(term, programme=programme),
        partial(moved_term, programme=programme, year=year),
    )


def with_correction(programme: Programme, correction: Correction) -> Programme:
    """Return the programme with terms, values and list of changes corrected."""
    lines = tuple(
        Change(correction.on, correction.basis, change_told(known, correction.year))
        for known in correction.taken
        if known.changes
    )
    changed = corrected(programme, correction.year, correction.taken, subject)
    return replace(changed, changes=(*changed.changes, *lines))


def correct(
    programme: Programme, correction: Correction, workspace: Workspace
) -> Programme:
    """Keep the programme as it was under a name, then correct and keep it."""
    name = before_correction(correction.year)
    programme_versions.save_version(name, programme, workspace)
    changed = with_correction(programme, correction)
    with workspace.open_work() as work:
        work.programmes.put(changed)
        work.actions.add(
            Action(
                at=workspace.clock.now(),
                who=who(work),
                kind=ActionKind.PROGRAMME_CORRECTED,
                subject=programme.id,
                new=str(changing(correction.taken)),
                reason=name,
            )
        )
        work.commit()
    return changed


def changing(taken: Sequence[Proposal]) -> int:
    """Return how many proposals change the programme."""
    return sum(known.changes for known in taken)
