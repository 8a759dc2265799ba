"""``shkola demo --district``: a whole campaign of invented schools, by real packages.

Region, district and schools are workspaces of their own with their own keys. They share
one folder as their stick; every step goes through the use cases of the window.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from shkola_desktop.app import (
    answering,
    campaign,
    demo_district,
    diagnosing,
    editions,
    offices,
    registering,
    reporting,
)
from shkola_desktop.app.exchange import (
    bundled,
    confirming,
    enrolling,
    looking,
    part_looking,
    part_merging,
    parting,
    receiving,
    sending,
    sending_reviews,
    sorting,
)
from shkola_desktop.app.exchange.receiving import Acceptance, OutcomeState, Wish
from shkola_desktop.app.remarks import deciding
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.bootstrap import Program
from shkola_desktop.domain.diagnosis import Answer, Diagnosis
from shkola_desktop.domain.documents import DocumentFormat, DocumentKind
from shkola_desktop.domain.errors import FolderNotWritable
from shkola_desktop.domain.ids import DiagnosisId, VersionId
from shkola_desktop.domain.merging import Choice, Side
from shkola_desktop.domain.office import Office, Role
from shkola_desktop.domain.school import School

STICK = "stick"
SCHOOLS = 30
"""A district of middle size."""
RETURNED = 3
"""Schools that are sent back to put something right."""
REGION_CODE, DISTRICT_CODE = "70", "7012"
LABELS = {
    "district": "Рабочее место района",
    "region": "Рабочее место региона",
    "stick": "Общий носитель",
    "bundle": "Сводный пакет района",
    "receipts": "Квитанции",
    "part": "Часть, которую вернул коллега",
    "analytics": "Аналитическая справка (PDF)",
    "analytics_docx": "Аналитическая справка (Word)",
    "counts": "Итог",
}


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of a campaign."""

    root: Path

    @property
    def stick(self) -> Path:
        """What is carried around."""
        return self.root / STICK

    @property
    def district(self) -> Path:
        """The district's workspace."""
        return self.root / "district"

    @property
    def region(self) -> Path:
        """The region's workspace."""
        return self.root / "region"

    def school(self, code: str) -> Path:
        """A school's workspace."""
        return self.root / "schools" / code


class Campaign:
    """Goes through a year of a district; ``schools`` cuts the list of schools."""

    def __init__(self, folder: Path, program: Program, schools: int = SCHOOLS) -> None:
        self._places = Places(folder)
        self._program = program
        self._demo = demo_district.parse(program.demo_schools_text())
        self._count = schools
        self._made: dict[str, str] = {}

    def run(self) -> dict[str, str]:
        """Make everything; return what was made by name.

        Raises:
            FolderNotWritable: the folder cannot be written.
        """
        places = self._places
        try:
            places.stick.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FolderNotWritable(places.root) from error
        with (
            self._program.workspace(places.region) as region,
            self._program.workspace(places.district) as district,
        ):
            schools = self._begin(region, district)
            self._hand_in(schools)
            self._review(schools, district)
            self._pass_on(region, district)
            self._report(district)
            self._count_up(region, district)
        return self._made

    def _begin(self, region: Workspace, district: Workspace) -> tuple[School, ...]:
        """Enrol: region → district → schools."""
        name, stick = self._demo.region[1], self._places.stick
        title = next(n for c, n in self._demo.districts if c == DISTRICT_CODE)
        above = Office(REGION_CODE, name, Role.REGION, REGION_CODE, name)
        below = Office(DISTRICT_CODE, title, Role.DISTRICT, REGION_CODE, name)
        offices.save_office(above, region)
        with region.open_work() as work:
            work.offices.put(below)
            work.commit()
        enrolling.enrol((DISTRICT_CODE,), stick, region)
        offices.save_office(below, district)
        read(stick, district)
        kept = self._demo.schools[: self._count]
        demo = demo_district.DemoSchools(self._demo.region, self._demo.districts, kept)
        schools = demo_district.fill(demo, (), district)
        enrolling.enrol([s.code for s in schools], stick, district)
        return schools

    def _hand_in(self, schools: Sequence[School]) -> None:
        """Answer, complete, hand over; the last schools stay behind."""
        late = max(1, len(schools) // 10)
        for number, school in enumerate(schools):
            with self._program.workspace(self._places.school(school.code)) as own:
                read(self._places.stick, own, school.code)
                diagnosis = _answered(own)
                if number == 0:
                    self._part(diagnosis.id, own)
                if number < len(schools) - late:
                    diagnosing.complete(diagnosis.id, own)
                    sending.send(self._places.stick, own)

    def _part(self, id: DiagnosisId, deputy: Workspace) -> None:
        """Give a direction to a colleague and merge it back, with one conflict."""
        form = editions.form_of(diagnosing.load(id, deputy), deputy)
        direction = form.directions[0]
        mine, theirs = direction.indicators[:2]
        place = self._places.root / "colleague"
        order = parting.Order((direction.code,), "Громова Л. И.")
        given = parting.give(order, self._places.stick, deputy)
        with self._program.workspace(place) as colleague:
            path, secret = given.done.path, given.record.secret
            part_merging.merge(
                part_looking.look(path, colleague, secret), {}, colleague
            )
            for indicator in (mine, theirs):
                option = indicator.options[-1].id
                answering.answer(id, indicator.code, option, colleague)
                answering.comment(id, indicator.code, "Есть приказ", colleague)
            back = parting.give_back(given.record.id, self._places.stick, colleague)
        answering.comment(id, mine.code, "Уточняется", deputy)
        preview = part_looking.look(back.done.path, deputy)
        choices = {m.code: Choice(Side.THERE) for m in preview.conflicts}
        part_merging.merge(preview, choices, deputy)
        self._made["part"] = str(back.done.path)

    def _review(self, schools: Sequence[School], district: Workspace) -> None:
        """Take in, return some, take the corrected ones in, accept."""
        stick = self._places.stick
        first = read(stick, district)
        written = confirming.write_receipts(first.receivings, stick, district)
        self._made["receipts"] = f"{stick} ({len(written)})"
        year = district.clock.now().astimezone().year
        returned = schools[:RETURNED]
        for school in returned:
            words = "Приложите приказ или исправьте первый показатель."
            deciding.give_back(school.id, year, district, words)
        sending_reviews.send_reviews({s.id for s in returned}, stick, district)
        for school in schools:
            with self._program.workspace(self._places.school(school.code)) as own:
                read(stick, own, school.code)
                if school in returned:
                    _correct(own)
                    sending.send(stick, own)
        second = read(stick, district)
        confirming.write_receipts(second.receivings, stick, district)
        for state in campaign.campaign(district, year).schools:
            if state.result is not None and state.result.completed:
                deciding.accept(state.school.id, year, district)

    def _pass_on(self, region: Workspace, district: Workspace) -> None:
        """Bundle for the region, its receipt back; each stick read once more."""
        stick = self._places.stick
        made = bundled.bundle(stick, district)
        self._made["bundle"] = str(made.path)
        taken = read(stick, region)
        confirming.write_receipts(taken.receivings, stick, region)
        read(stick, district)
        read(stick, region)

    def _report(self, district: Workspace) -> None:
        for name, format in (
            ("analytics", DocumentFormat.PDF),
            ("analytics_docx", DocumentFormat.DOCX),
        ):
            record = reporting.make(DocumentKind.ANALYTICS, district, format)
            path = self._places.root / f"analytics.{format.value}"
            self._made[name] = str(reporting.save_as(record.id, path, district))

    def _count_up(self, region: Workspace, district: Workspace) -> None:
        year = district.clock.now().astimezone().year
        at_district = standings(district, year)
        at_region = standings(region, year)
        self._made["district"] = str(self._places.district)
        self._made["region"] = str(self._places.region)
        self._made["stick"] = str(self._places.stick)
        same = "то же" if at_district == at_region else f"{at_region}"
        self._made["counts"] = f"район: {at_district}; регион: {same}"


def read(stick: Path, workspace: Workspace, code: str = "") -> Acceptance:
    """Take in everything on a stick that is for this workspace, trusting the keys.

    ``code`` is whose packages a workspace takes that does not know itself yet.
    """
    found = looking.scan(stick, workspace).found
    ours = sorting.sort_out(found, workspace).ours
    if code:
        ours = tuple(p for p in ours if p.header and p.header.receiver == code)
    ours = tuple(sorted(ours, key=lambda p: p.header.sequence if p.header else 0))
    candidates = looking.look_through(ours, workspace)
    trusted = looking.ids_of(candidates, looking.State.STRANGER)
    fresh = [c for c in candidates if c.state is not looking.State.ALREADY]
    return receiving.accept(fresh, workspace, Wish(trusted=trusted))


def standings(workspace: Workspace, year: int) -> dict[str, int]:
    """Return how many schools stand where."""
    found: dict[str, int] = {}
    for state in campaign.campaign(workspace, year).schools:
        name = state.standing.value
        found[name] = found.get(name, 0) + 1
    return dict(sorted(found.items()))


def refused(acceptance: Acceptance) -> tuple[str, ...]:
    """Return the files that were not taken in."""
    return tuple(
        outcome.path
        for outcome in acceptance.outcomes
        if outcome.state is OutcomeState.REFUSED
    )


def _answered(school: Workspace) -> Diagnosis:
    known = registering.school_of(school)
    year = school.clock.now().astimezone().year
    diagnosis = diagnosing.start(year, school)
    if known is None or diagnosis.answers:
        return diagnosis
    form = editions.form_of(diagnosis, school)
    taken = demo_district.answers(form, known, 0)
    # in one transaction: a click for each of them would take the disk minutes
    with school.open_work() as work:
        now = school.clock.now()
        answers = {
            code: Answer(option, VersionId(school.new_id()), now)
            for code, option in taken.items()
        }
        work.diagnoses.put_answers(diagnosis.id, answers)
        work.commit()
    return diagnosing.load(diagnosis.id, school)


def _correct(school: Workspace) -> None:
    diagnosis = diagnosing.diagnoses_of(school)[0]
    diagnosing.reopen(diagnosis.id, "Вернул район", school)
    form = editions.form_of(diagnosis, school)
    first = form.indicators[0]
    answering.answer(diagnosis.id, first.code, first.options[0].id, school)
    answering.comment(diagnosis.id, first.code, "Исправлено", school)
    diagnosing.complete(diagnosis.id, school)
