"""A school, its district and the region in memory, and packages between them."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from shkola_desktop.app import answering, diagnosing, offices, registering
from shkola_desktop.app.exchange import (
    bundled,
    importing,
    sending,
    sending_reviews,
)
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.addressing import readdressed
from shkola_desktop.domain.contents import Bundle, Content, Review
from shkola_desktop.domain.ledger import Receiving, ReceivingState
from shkola_desktop.domain.office import Office, Role
from shkola_desktop.domain.opened import Opened, SignatureState
from shkola_desktop.domain.package import (
    Correspondent,
    HandOver,
    Header,
    PublicKeys,
)
from tests.support.builders import NOON, a_school
from tests.support.fakes import CountingIds, FakeSealer, FixedClock, a_workspace

KEY = "70/7012/701204"
KEYS = PublicKeys("age1x", "RWx")
DISTRICT = Office("7012", "Отдел образования", Role.DISTRICT, "70", "Область")
REGION = Office("70", "Оператор", Role.REGION, "70", "Область")
YEAR = NOON.year
STICK = Path("stick")


class Post(FakeSealer):
    """Remembers what was put into packages."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[tuple[Header, Content]] = []

    def seal(self, header, content, recipients):
        self.sent.append((header, content))
        return super().seal(header, content, recipients)


class NamedIds(CountingIds):
    """Ids of one workspace differ from those of another."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def __call__(self) -> str:
        return f"{self._name}-{super().__call__()}"


@dataclass
class Seat:
    """One workspace, what it sent, and the school as it names it."""

    workspace: Workspace
    post: Post
    school: str

    def last(self) -> tuple[Header, Content]:
        return self.post.sent[-1]

    def entries(self) -> list[Any]:
        with self.workspace.open_reading() as work:
            return [_bare(e) for e in work.reviews.entries()]

    def decisions(self) -> list[Any]:
        with self.workspace.open_reading() as work:
            return [_bare(d) for d in work.reviews.decisions()]


@dataclass
class Desks:
    """The three seats; a diagnosis of the small form is answered and completed."""

    school: Seat
    district: Seat
    region: Seat
    diagnosis: str = field(default="")

    def hand_in(self) -> tuple[Header, HandOver]:
        """Write the school's package."""
        sending.send(STICK, self.school.workspace)
        header, content = self.school.last()
        assert isinstance(content, HandOver)
        return header, content

    def review(self, seat: Seat) -> tuple[Header, Review]:
        """Write what an office remarked and decided."""
        sending_reviews.send_reviews({KEY}, STICK, seat.workspace)
        header, content = seat.last()
        assert isinstance(content, Review)
        return header, content

    def bundle(self) -> tuple[Header, Bundle]:
        """Write what the district has for the region."""
        bundled.bundle(STICK, self.district.workspace)
        header, content = self.district.last()
        assert isinstance(content, Bundle)
        return header, content

    def correct(self, code: str, option: str) -> None:
        """Open the diagnosis again, answer anew, complete it."""
        workspace = self.school.workspace
        diagnosing.reopen(self.diagnosis, "вернули", workspace)
        answering.answer(self.diagnosis, code, option, workspace)
        diagnosing.complete(self.diagnosis, workspace)

    def hand_over_to_all(self) -> None:
        """The school's package reaches its district, and the region in a bundle."""
        package = self.hand_in()
        deliver(package, self.district)
        deliver(package, self.region)


def deliver(package: tuple[Header, Content], seat: Seat) -> None:
    """Import a package, as the reading of it does once it is trusted."""
    header, content = package
    moved = readdressed(content, lambda _id: KEY)
    opened = Opened(header, moved, header.id, 1, SignatureState.GOOD, KEYS, ())
    workspace = seat.workspace
    with workspace.open_work() as work:
        known = work.receivings.get(header.id)
        last = work.receivings.last_received(header.sender)
        if known is not None or header.sequence <= last:
            return
        _import(opened, work, workspace)
        work.receivings.put(_receiving(header, workspace))
        work.commit()


def three_desks() -> Desks:
    """Seats that know each other's keys; the school has completed its diagnosis."""
    school = _seat("s", a_school().id)
    registering.save_school(a_school(), school.workspace)
    district, region = _seat("d", KEY), _seat("r", KEY)
    offices.save_office(DISTRICT, district.workspace)
    offices.save_office(REGION, region.workspace)
    for seat in (district, region):
        with seat.workspace.open_work() as work:
            work.schools.put(a_school(id=KEY))
            work.offices.put(DISTRICT)
            work.offices.put(REGION)
            work.commit()
    for seat in (school, district, region):
        with seat.workspace.open_work() as work:
            for code in ("701204", "7012", "70"):
                work.correspondents.put(Correspondent(code, code, KEYS))
            work.commit()
    made = diagnosing.start(YEAR, school.workspace)
    for code in ("a.1.1", "a.1.2", "b.1.1", "b.1.2"):
        answering.answer(made.id, code, "o1", school.workspace)
    diagnosing.complete(made.id, school.workspace)
    return Desks(school, district, region, made.id)


def _seat(name: str, school: str) -> Seat:
    post = Post()
    start = NOON + timedelta(hours={"s": 0, "d": -5, "r": 7}[name])  # wrong clocks
    workspace = a_workspace(sealer=post, clock=FixedClock(start), new_id=NamedIds(name))
    return Seat(workspace, post, school)


def _import(opened: Opened, work: UnitOfWork, workspace: Workspace) -> None:
    match opened.content:
        case HandOver() as content:
            importing.import_hand_over(opened, content, work, workspace)
        case Review() as content:
            importing.import_review(content, work)
        case Bundle() as content:
            bundled.import_bundle(content, work, workspace)
        case _:
            raise TypeError(opened.content)


def _receiving(header: Header, workspace: Workspace) -> Receiving:
    return Receiving(
        header.id,
        header.kind,
        header.sender,
        header.sequence,
        ReceivingState.IMPORTED,
        workspace.clock.now(),
        header.file_name,
        1,
        header.id,
    )


def _bare(one: Any) -> Any:
    """Return an entry or a decision without what each side keeps for itself."""
    kept = {"school": KEY}
    if hasattr(one, "package"):
        kept["package"] = None
    from dataclasses import replace

    return replace(one, **kept)
