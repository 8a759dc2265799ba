"""What a school sees of its review: remarks, the decision, the averages, the term."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from shkola_desktop.app.remarks.past import Event, events
from shkola_desktop.app.remarks.told import AVERAGES, TERM, averages_from
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.contents import Average
from shkola_desktop.domain.diagnosis import Diagnosis, Status
from shkola_desktop.domain.ids import SchoolId
from shkola_desktop.domain.office import Office
from shkola_desktop.domain.package import PackageKind, Sending, SendingState
from shkola_desktop.domain.review import (
    Decision,
    PlaceKind,
    Standing,
    Thread,
    last_decision,
    standing_of,
    threads,
)

GIVEN = (SendingState.WRITTEN, SendingState.DELIVERED)


@dataclass(frozen=True, slots=True)
class OwnReview:
    """The review of this year's diagnosis, as the school knows it.

    ``decision`` is None where none holds for the newest hand-over; ``offices`` are
    known by role through what they sent.
    """

    school: SchoolId | None
    standing: Standing
    decision: Decision | None
    threads: tuple[Thread, ...]
    averages: tuple[Average, ...]
    term: date | None
    offices: tuple[Office, ...]
    events: tuple[Event, ...]

    @property
    def open(self) -> tuple[Thread, ...]:
        """The remarks that are not closed yet."""
        return tuple(thread for thread in self.threads if thread.open)

    @property
    def unanswered(self) -> tuple[Thread, ...]:
        """The open remarks that the school did not answer."""
        return tuple(thread for thread in self.open if not thread.answered)

    def about(self, kind: PlaceKind, place: str = "") -> tuple[Thread, ...]:
        """Return the threads about a place."""
        return tuple(
            t
            for t in self.threads
            if (t.first.place_kind, t.first.place) == (kind, place)
        )

    def by_place(self, kind: PlaceKind) -> Mapping[str, tuple[Thread, ...]]:
        """Return the threads of a kind by their place."""
        found: dict[str, list[Thread]] = defaultdict(list)
        for thread in self.threads:
            if thread.first.place_kind is kind:
                found[thread.first.place].append(thread)
        return {place: tuple(own) for place, own in found.items()}


NOTHING = OwnReview(None, Standing.NOT_STARTED, None, (), (), None, (), ())
"""Before anything came."""


def own_review(workspace: Workspace, diagnosis: Diagnosis | None = None) -> OwnReview:
    """Return what is known of the review of a diagnosis, without one of the newest."""
    with workspace.open_reading() as work:
        school = next(iter(work.schools.list()), None)
        if school is None:
            return NOTHING
        entries = work.reviews.entries(school.id)
        decisions = work.reviews.decisions(school.id)
        averages = averages_from(work.settings.get(AVERAGES))
        term = _day(work.settings.get(TERM))
        offices = work.offices.list()
        sendings = work.sendings.list()
        about = diagnosis or next(iter(work.diagnoses.list(school.id)), None)
    handed_in = [s for s in sendings if _hand_over(s)]
    if about is None:
        return OwnReview(
            school.id, Standing.NOT_STARTED, None, (), averages, term, offices, ()
        )
    sequence = max((s.sequence for s in handed_in), default=None)
    own = tuple(d for d in decisions if d.diagnosis == about.id)
    return OwnReview(
        school=school.id,
        standing=_standing(sequence, own, about),
        decision=last_decision(d for d in own if d.sequence >= (sequence or 0)),
        threads=tuple(
            t
            for t in threads(entries)
            if t.first.diagnosis == about.id and not t.withdrawn
        ),
        averages=averages,
        term=term,
        offices=offices,
        events=events(handed_in, entries, decisions),
    )


def _standing(
    sequence: int | None, own: Iterable[Decision], about: Diagnosis
) -> Standing:
    completed = about.status is Status.COMPLETED
    if sequence is None and about.answers:
        return Standing.IN_WORK
    return standing_of(sequence, own, completed=completed)


def _hand_over(sending: Sending) -> bool:
    return sending.kind is PackageKind.DIAGNOSIS and sending.state in GIVEN


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
