"""Everything that a reviewer sees of one school."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from shkola_desktop.app import offices
from shkola_desktop.app.campaign import SchoolState, state_of
from shkola_desktop.app.editions import form_of
from shkola_desktop.app.remarks.changed import Before, Noted, noted_of
from shkola_desktop.app.remarks.past import Event, events
from shkola_desktop.app.remarks.waiting import lines_to_send, sent_lines
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.diagnosis import Diagnosis, Status, option_taken
from shkola_desktop.domain.errors import NoSuchDiagnosis, SenderUnknown
from shkola_desktop.domain.form import Direction, Form, Indicator, Option
from shkola_desktop.domain.ids import IndicatorCode, SchoolId
from shkola_desktop.domain.ledger import Receiving, ReceivingState
from shkola_desktop.domain.office import Office, Role
from shkola_desktop.domain.package import PackageKind
from shkola_desktop.domain.programme import Programme
from shkola_desktop.domain.review import (
    Decision,
    PlaceKind,
    Thread,
    last_decision,
    threads,
)


class Show(Enum):
    """Which indicators are shown."""

    ALL = "all"
    REMARKED = "remarked"
    CRITICAL = "critical"
    ZERO = "zero"
    CHANGED = "changed"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class Dossier:
    """A school's newest hand-over of a year with everything said about it.

    ``threads`` are about this diagnosis, those taken back left out. ``changed`` tells
    what answers were at ``changed_since``, the number of the hand-over before.
    """

    office: Office
    state: SchoolState
    form: Form
    diagnosis: Diagnosis
    earlier: Diagnosis | None
    earlier_form: Form | None
    programme: Programme | None
    threads: tuple[Thread, ...]
    decision: Decision | None
    changed: Mapping[IndicatorCode, Before]
    changed_since: int | None
    events: tuple[Event, ...]
    unsent: int

    @property
    def side(self) -> Role:
        """Whose workspace it is."""
        return self.office.role

    @property
    def may_undo(self) -> bool:
        """True where the decision that stands is the office's own."""
        return self.decision is not None and self.decision.side is self.side

    @property
    def open(self) -> int:
        """How many remarks are open."""
        return sum(1 for thread in self.threads if thread.open)

    def about(self, kind: PlaceKind, place: str = "") -> tuple[Thread, ...]:
        """Return the threads about a place."""
        return tuple(
            t
            for t in self.threads
            if (t.first.place_kind, t.first.place) == (kind, place)
        )

    @property
    def by_indicator(self) -> Mapping[str, tuple[Thread, ...]]:
        """The threads about each indicator that has any."""
        found: dict[str, list[Thread]] = defaultdict(list)
        for thread in self.threads:
            if thread.first.place_kind is PlaceKind.INDICATOR:
                found[thread.first.place].append(thread)
        return {code: tuple(own) for code, own in found.items()}

    def taken(self, indicator: Indicator) -> Option | None:
        """Return the option taken, or None."""
        return option_taken(indicator, self.diagnosis.options)

    def taken_before(self, code: IndicatorCode) -> Option | None:
        """Return the option of the year before, or None."""
        if self.earlier is None or self.earlier_form is None:
            return None
        indicator = self.earlier_form.indicator(code)
        if indicator is None:
            return None
        return option_taken(indicator, self.earlier.options)

    def passes(self, indicator: Indicator, show: Show) -> bool:
        """Tell whether an indicator is shown."""
        taken = self.taken(indicator)
        match show:
            case Show.ALL:
                return True
            case Show.REMARKED:
                return indicator.code in self.by_indicator
            case Show.CRITICAL:
                return indicator.critical
            case Show.ZERO:
                return taken is not None and taken.points == 0
            case Show.CHANGED:
                return indicator.code in self.changed
            case Show.UNANSWERED:
                return taken is None

    def shown(self, direction: Direction, show: Show) -> tuple[Indicator, ...]:
        """Return the indicators of a direction that are shown."""
        return tuple(i for i in direction.indicators if self.passes(i, show))


def dossier(school: SchoolId, year: int, workspace: Workspace) -> Dossier:
    """Return what a school handed in for a year.

    Raises:
        NoOffice: it is no office's workspace.
        SenderUnknown: the registry has no such school.
        NoSuchDiagnosis: it handed nothing in for the year.
    """
    with workspace.open_reading() as work:
        office = offices.required_office(work)
        known = work.schools.get(school)
        if known is None:
            raise SenderUnknown(school)
        state = state_of(known, year, work)
        kept = work.diagnoses.list(school)
        entries = work.reviews.entries(school)
        decisions = work.reviews.decisions(school)
        received = [r for r in work.receivings.list() if _of(known.code, r)]
        programmes = work.programmes.list(school)
        id = state.result.diagnosis if state.result else None
        noted = noted_of(id, work) if id is not None else None
        lines = lines_to_send(office.role, entries, decisions)
        sent = sent_lines(school, work)
    diagnosis = next((d for d in kept if d.id == id), None)
    if diagnosis is None:
        raise NoSuchDiagnosis(id or "")
    earlier = _earlier(diagnosis, kept)
    found = tuple(
        t for t in threads(entries) if t.first.diagnosis == id and not t.withdrawn
    )
    noted = noted or Noted(0)
    return Dossier(
        office=office,
        state=state,
        form=form_of(diagnosis, workspace),
        diagnosis=diagnosis,
        earlier=earlier,
        earlier_form=form_of(earlier, workspace) if earlier else None,
        programme=next((p for p in programmes if p.diagnosis == id), None),
        threads=found,
        decision=_held(state, decisions),
        changed=noted.changed(diagnosis),
        changed_since=noted.base_sequence,
        events=events(received, entries, decisions),
        unsent=max(0, lines - sent),
    )


def _held(state: SchoolState, decisions: Iterable[Decision]) -> Decision | None:
    if state.received is None or state.result is None:
        return None
    sequence, id = state.received.sequence, state.result.diagnosis
    return last_decision(
        d for d in decisions if d.diagnosis == id and d.sequence >= sequence
    )


def _earlier(diagnosis: Diagnosis, kept: Iterable[Diagnosis]) -> Diagnosis | None:
    for other in kept:
        if other.year < diagnosis.year and other.status is Status.COMPLETED:
            return other
    return None


def _of(code: str, received: Receiving) -> bool:
    imported = received.state is ReceivingState.IMPORTED
    own = received.sender == code and received.kind is PackageKind.DIAGNOSIS
    return own and imported
