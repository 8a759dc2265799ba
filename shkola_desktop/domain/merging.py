"""Two copies of one diagnosis meet: who changed what since the common version.

The common version of an answer is the one that a part was given out with. Changed on
one side only, an answer is taken by itself; changed on both, a person chooses.
Nothing is dropped: a ``MergeLine`` keeps both sides, chosen or not.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from shkola_desktop.domain.diagnosis import Answer, Evidence
from shkola_desktop.domain.ids import IndicatorCode, VersionId

Answers = Mapping[IndicatorCode, Answer]
Bases = Mapping[IndicatorCode, VersionId]
"""The version of each answer that both sides started from."""


class Relation(StrEnum):
    """How the two copies of an answer stand to each other."""

    SAME = "same"
    HERE = "here"
    THERE = "there"
    AGREED = "agreed"
    """Both changed it to the same."""
    CONFLICT = "conflict"


class Side(StrEnum):
    """Our copy, or the one that came."""

    HERE = "here"
    THERE = "there"


class Aspect(StrEnum):
    """What two answers can differ in."""

    OPTION = "option"
    COMMENT = "comment"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class Meeting:
    """Both copies of an answer; None where a side has none."""

    code: IndicatorCode
    here: Answer | None
    there: Answer | None
    relation: Relation

    @property
    def fresh(self) -> bool:
        """True where the answer comes to a place that says nothing yet."""
        return self.relation is Relation.THERE and (not self.here or self.here.empty)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person decided about a conflict; files of the other side may stay."""

    side: Side
    all_files: bool = False


@dataclass(frozen=True, slots=True)
class Hand:
    """Who decides and when, and where fresh versions come from."""

    who: str
    at: datetime
    new_version: Callable[[], VersionId]


@dataclass(frozen=True, slots=True)
class MergeLine:
    """What a merge did with an answer: before, after, and what had come."""

    code: IndicatorCode
    before: Answer | None
    after: Answer
    there: Answer


def meet(here: Answers, there: Answers, bases: Bases) -> tuple[Meeting, ...]:
    """Compare two copies answer by answer, by code.

    With the sides swapped the meetings are the same with HERE and THERE swapped.
    """
    codes = sorted(here.keys() | there.keys())
    return tuple(_meeting(c, here.get(c), there.get(c), bases.get(c)) for c in codes)


def conflicts(meetings: Sequence[Meeting]) -> tuple[Meeting, ...]:
    """Return what a person has to choose."""
    return tuple(m for m in meetings if m.relation is Relation.CONFLICT)


def differences(here: Answer, there: Answer) -> tuple[Aspect, ...]:
    """Return what two answers differ in; the order of files does not count."""
    found: list[Aspect] = []
    if here.option != there.option:
        found.append(Aspect.OPTION)
    if here.comment != there.comment:
        found.append(Aspect.COMMENT)
    if set(here.evidence) != set(there.evidence):
        found.append(Aspect.EVIDENCE)
    return tuple(found)


def merged(
    meetings: Sequence[Meeting], choices: Mapping[IndicatorCode, Choice], hand: Hand
) -> tuple[MergeLine, ...]:
    """Return what changes and what was weighed; the same meetings give the same.

    Raises:
        KeyError: a conflict has no choice.
    """
    lines: list[MergeLine] = []
    for meeting in meetings:
        here, there = meeting.here, meeting.there
        if there is None or meeting.relation in {Relation.SAME, Relation.HERE}:
            continue
        if here is None or meeting.relation is Relation.THERE:
            after = there
        elif meeting.relation is Relation.AGREED:
            after = max(here, there, key=_age)
        else:
            after = _chosen(here, there, choices[meeting.code], hand)
        lines.append(MergeLine(meeting.code, here, after, there))
    return tuple(lines)


def after_all(here: Answers, lines: Sequence[MergeLine]) -> dict[IndicatorCode, Answer]:
    """Return the answers as a merge leaves them."""
    return {**here, **{line.code: line.after for line in lines}}


def moved_on(bases: Bases, there: Answers) -> dict[IndicatorCode, VersionId]:
    """Return the common versions after a merge: what came is known from now on.

    Whoever kept the own value has seen the other one: it is not asked again.
    """
    return {**bases, **{code: answer.version for code, answer in there.items()}}


def _meeting(
    code: IndicatorCode,
    here: Answer | None,
    there: Answer | None,
    base: VersionId | None,
) -> Meeting:
    return Meeting(code, here, there, _relation(here, there, base))


def _relation(
    here: Answer | None, there: Answer | None, base: VersionId | None
) -> Relation:
    if here is None or there is None:
        return Relation.HERE if there is None else Relation.THERE
    if here.version == there.version:
        return Relation.SAME
    here_stays, there_stays = _untouched(here, base), _untouched(there, base)
    if here_stays != there_stays:
        return Relation.THERE if here_stays else Relation.HERE
    if not differences(here, there):
        return Relation.AGREED
    return _by_descent(here, there)


def _by_descent(here: Answer, there: Answer) -> Relation:
    if here.base == there.version:
        return Relation.HERE
    return Relation.THERE if there.base == here.version else Relation.CONFLICT


def _untouched(answer: Answer, base: VersionId | None) -> bool:
    # an answer given and taken back where nothing was before says nothing
    return answer.version == base if base is not None else answer.empty


def _chosen(here: Answer, there: Answer, choice: Choice, hand: Hand) -> Answer:
    taken, other = (here, there) if choice.side is Side.HERE else (there, here)
    files = _union(taken.evidence, other.evidence)
    if not choice.all_files or files == taken.evidence:
        return taken
    return replace(
        taken,
        evidence=files,
        version=hand.new_version(),
        base=taken.version,
        changed_at=hand.at,
        changed_by=hand.who,
    )


def _union(
    first: tuple[Evidence, ...], second: tuple[Evidence, ...]
) -> tuple[Evidence, ...]:
    return (*first, *(file for file in second if file not in first))


def _age(answer: Answer) -> tuple[datetime, VersionId]:
    return answer.changed_at, answer.version
