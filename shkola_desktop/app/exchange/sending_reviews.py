"""Write what was remarked and decided to those under an office.

A district writes a package for each school; a region one for each district, which
passes it on. Every package holds whole sets, so that a lost one is made good by the
next.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from shkola_desktop.app import offices
from shkola_desktop.app.exchange.dispatching import Dispatched, Errand, dispatch
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.remarks.averages import averages
from shkola_desktop.app.remarks.waiting import SENT, lines_to_send, travelling
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.contents import Review
from shkola_desktop.domain.errors import Cancelled
from shkola_desktop.domain.ids import SchoolId
from shkola_desktop.domain.office import Office, Role
from shkola_desktop.domain.package import Correspondent
from shkola_desktop.domain.review import Decision, Entry
from shkola_desktop.domain.school import School
from shkola_desktop.words.handing_over import review_lines

Progress = Callable[[int, int], None]
Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class SentReviews:
    """What was written; ``keyless`` are those whose key is not known yet."""

    written: tuple[Dispatched, ...]
    keyless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Parcel:
    """What goes to one receiver, and how many lines each school has in it."""

    receiver: Correspondent
    content: Review
    lines: tuple[tuple[SchoolId, int], ...]
    summary: tuple[str, ...]


def send_reviews(
    schools: Collection[SchoolId],
    place: Path,
    workspace: Workspace,
    progress: Progress = lambda _done, _total: None,
    stop: Stop = lambda: False,
) -> SentReviews:
    """Write the packages for these schools, also where nothing is new.

    Whoever never sent a package has no key here and is left out.

    Raises:
        NoOffice: it is no office's workspace.
        Cancelled: the person stopped it; what was written stays.
        See ``dispatch`` for the errors of writing.
    """
    parcels = _parcels(schools, workspace)
    written: list[Dispatched] = []
    ready = [p for p in parcels if p.receiver.keys is not None]
    for number, parcel in enumerate(ready):
        progress(number, len(ready))
        if stop():
            raise Cancelled
        errand = Errand(parcel.content, parcel.receiver, summary=parcel.summary)
        done = dispatch(errand, place, workspace, stop)
        _mark(parcel, done, workspace)
        written.append(done)
    progress(len(ready), len(ready))
    without = [p.receiver.name for p in parcels if p.receiver.keys is None]
    return SentReviews(tuple(written), tuple(sorted(without)))


def _mark(parcel: _Parcel, done: Dispatched, workspace: Workspace) -> None:
    with workspace.open_work() as work:
        decisions = [d.id for d in parcel.content.decisions]
        work.reviews.mark_sent(decisions, done.sending.id)
        for school, lines in parcel.lines:
            work.settings.put(SENT + school, str(lines))
        work.commit()


def _parcels(
    schools: Collection[SchoolId], workspace: Workspace
) -> tuple[_Parcel, ...]:
    year = workspace.clock.now().astimezone().year
    with workspace.open_reading() as work:
        office = offices.required_office(work)
        known = [s for s in work.schools.list() if s.id in schools]
        found = (
            averages(work.results.list(year)) if office.role is Role.DISTRICT else ()
        )
        grouped: dict[str, list[School]] = {}
        for school in known:
            to = school.code if office.role is Role.DISTRICT else school.district_code
            grouped.setdefault(to, []).append(school)
        return tuple(
            _parcel(code, own, Review(office, (), (), found, office.term), work)
            for code, own in grouped.items()
        )


def _parcel(
    code: str, schools: Sequence[School], empty: Review, work: UnitOfWork
) -> _Parcel:
    entries: list[Entry] = []
    decisions: list[Decision] = []
    lines: list[tuple[SchoolId, int]] = []
    role = empty.office.role
    for school in schools:
        kept = work.reviews.entries(school.id), work.reviews.decisions(school.id)
        said, decided = travelling(role, *kept)
        entries.extend(said)
        decisions.extend(decided)
        lines.append((school.id, lines_to_send(role, *kept)))
    content = Review(
        empty.office, tuple(decisions), tuple(entries), empty.averages, empty.term
    )
    receiver = _receiver(code, schools[0], empty.office, work)
    summary = review_lines(
        [s.short_name for s in schools], len(entries), len(decisions)
    )
    return _Parcel(receiver, content, tuple(lines), summary)


def _receiver(
    code: str, school: School, office: Office, work: UnitOfWork
) -> Correspondent:
    known = work.correspondents.get(code)
    if known is not None:
        return known
    district = work.offices.get(code)
    own = school.short_name if office.role is Role.DISTRICT else school.district
    return Correspondent(code, district.name if district else own)
