"""The schools of a demo district or region: invented, answered the same way each time.

They are kept as imports keep them, a result beside the answers; no package is read.
"""

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any, cast

from shkola_desktop.app import editions
from shkola_desktop.app.offices import required_office
from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.diagnosis import Answer, Diagnosis, Status
from shkola_desktop.domain.form import Form, Indicator
from shkola_desktop.domain.ids import (
    DiagnosisId,
    IndicatorCode,
    KindCode,
    OptionId,
    PackageId,
    ProgrammeCode,
    SchoolId,
    VersionId,
)
from shkola_desktop.domain.ledger import Receiving, ReceivingState
from shkola_desktop.domain.office import Office, Role, school_key
from shkola_desktop.domain.package import PackageKind
from shkola_desktop.domain.results import stored_result
from shkola_desktop.domain.review import Decision, Verdict
from shkola_desktop.domain.school import School

YEARLY_GAIN = 0.03
"""How much likelier a good answer becomes in a year."""
CRITICAL_MISSED = 0.03
"""How often a critical indicator is not met at all."""
PUPILS_OF_TEACHER = 9
LAST_SCHOOLS = 6
"""Of these the last hand over nothing this year, half of them began."""


@dataclass(frozen=True, slots=True)
class DemoSchools:
    """What ``resources/demo/district.json`` holds; ``districts`` are code and name."""

    region: tuple[str, str]
    districts: tuple[tuple[str, str], ...]
    schools: tuple[School, ...]
    """Without keys and districts: ``fill`` gives them."""


def parse(text: str) -> DemoSchools:
    """Read the file that ships with the program."""
    data = cast("dict[str, Any]", json.loads(text))
    return DemoSchools(
        region=(data["region"]["code"], data["region"]["name"]),
        districts=tuple((d["code"], d["name"]) for d in data["districts"]),
        schools=tuple(
            _school(data, number, entry)
            for number, entry in enumerate(data["schools"], start=1)
        ),
    )


def _school(data: Mapping[str, Any], number: int, entry: Mapping[str, Any]) -> School:
    stage: Mapping[str, Any] = data["stages"][entry["stage"]]
    words = {"number": "", **entry, **stage}
    pupils = int(entry["pupils"])
    return School(
        id=SchoolId(""),
        code=f"{number:03d}",
        full_name=str(data["full_name"]).format_map(words),
        short_name=str(data["short_name"]).format_map(words),
        district="",
        district_code="",
        kind=KindCode("mainstream"),
        programmes=tuple(ProgrammeCode(p) for p in stage["programmes"]),
        ovz=number % 3 != 0,
        pupils=pupils,
        class_sets=int(stage["class_sets"]),
        teachers=max(3, pupils // PUPILS_OF_TEACHER),
        settlement=str(entry["settlement"]),
        director=str(entry["director"]),
    )


def fill(
    demo: DemoSchools, years: Sequence[int], workspace: Workspace
) -> tuple[School, ...]:
    """Put the schools with completed diagnoses of these years into the workspace.

    In a district all are of that district, in a region they are spread over several.
    In the last year some schools are returned, accepted, at work or silent.

    Raises:
        NoOffice: it is no office's workspace.
    """
    with workspace.open_work() as work:
        office = required_office(work)
        placed = tuple(_placed(demo, office))
        for district, name in demo.districts if office.role is Role.REGION else ():
            if work.offices.get(district) is None:
                below = Office(district, name, Role.DISTRICT, office.region)
                work.offices.put(replace(below, region_name=office.region_name))
        for number, school in enumerate(placed):
            work.schools.put(school)
            for year in years:
                last = year == max(years)
                silent = last and number >= len(placed) - LAST_SCHOOLS
                if not silent or number % 2:
                    came = _Came(number, year, year - max(years), draft=silent)
                    _answer(school, came, work, workspace)
        work.commit()
    return placed


@dataclass(frozen=True, slots=True)
class _Came:
    """A hand-over of the school with this number; ``age`` is 0 in the last year."""

    number: int
    year: int
    age: int
    draft: bool


def _placed(demo: DemoSchools, office: Office) -> Iterator[School]:
    for number, school in enumerate(demo.schools):
        district, name = office.code, office.name
        if office.role is Role.REGION:
            district, name = demo.districts[number % len(demo.districts)]
        elif any(code == office.code for code, _ in demo.districts):
            name = next(n for code, n in demo.districts if code == office.code)
        code = f"{district}{school.code}"
        yield replace(
            school,
            id=school_key(office.region, district, code),
            code=code,
            district=name,
            district_code=district,
            region=office.region_name,
        )


def _answer(
    school: School, came: _Came, work: UnitOfWork, workspace: Workspace
) -> None:
    form = editions.form_for_school(school, workspace)
    now = workspace.clock.now() - timedelta(days=came.number % 20)
    at = now + timedelta(days=365 * came.age)
    taken = answers(form, school, came.age)
    if came.draft:
        taken = dict(list(taken.items())[: len(taken) // 2])
    version = VersionId(f"{came.year}")
    diagnosis = Diagnosis(
        id=DiagnosisId(f"demo-{school.code}-{came.year}"),
        school=school.id,
        edition=form.edition.code,
        edition_hash=form.edition.hash,
        variant=form.variant,
        year=came.year,
        status=Status.DRAFT if came.draft else Status.COMPLETED,
        started_at=at - timedelta(days=12),
        completed_at=None if came.draft else at,
        answers=MappingProxyType(
            {
                code: Answer(option=option, version=version, changed_at=at)
                for code, option in taken.items()
            }
        ),
    )
    work.diagnoses.put(diagnosis)
    work.results.put(stored_result(form, diagnosis))
    _received(diagnosis, school, came.number, at, work)


def answers(form: Form, school: School, age: int) -> Mapping[IndicatorCode, OptionId]:
    """Return plausible answers, the same at every call.

    Each school has its strength, each indicator its difficulty, and from year to year
    there is a little more; ``age`` is 0 in the last year, -1 in the one before.
    """
    dice = random.Random(f"{school.code}-{form.edition.code}")  # noqa: S311  # no secret
    strength = dice.uniform(0.4, 0.95) + YEARLY_GAIN * age
    found: dict[IndicatorCode, OptionId] = {}
    for direction in form.directions:
        leaning = dice.uniform(-0.18, 0.18)
        for indicator in direction.indicators:
            chance = strength + leaning - _difficulty(indicator)
            found[indicator.code] = _taken(indicator, chance, dice)
    return found


def _difficulty(indicator: Indicator) -> float:
    own = random.Random(indicator.code)  # noqa: S311  # no secret
    return own.uniform(-0.3, 0.35)


def _taken(indicator: Indicator, chance: float, dice: random.Random) -> OptionId:
    options = sorted(indicator.options, key=lambda option: option.points)
    thrown = dice.random()
    if indicator.critical:
        return options[0 if thrown < CRITICAL_MISSED else -1].id
    steps = sum(dice.random() < chance for _ in options[1:])
    return options[steps].id


def _received(
    diagnosis: Diagnosis, school: School, number: int, at: datetime, work: UnitOfWork
) -> None:
    package = f"demo-{school.code}-{diagnosis.year}"
    receiving = Receiving(
        id=PackageId(package),
        kind=PackageKind.DIAGNOSIS,
        sender=school.code,
        sequence=diagnosis.year,
        state=ReceivingState.IMPORTED,
        received_at=at,
        file_name=f"{package}.shkola",
        size=0,
        sha256="",
        summary="",
    )
    work.receivings.put(receiving)
    verdict = {0: Verdict.ACCEPTED, 1: Verdict.ACCEPTED, 2: Verdict.RETURNED}
    decided = verdict.get(number % 5)
    if decided is not None and diagnosis.status is Status.COMPLETED:
        decision = Decision(
            id=f"{package}-decision",
            school=school.id,
            diagnosis=diagnosis.id,
            sequence=diagnosis.year,
            verdict=decided,
            side=Role.DISTRICT,
            who="",
            at=at,
            number=1,
        )
        work.reviews.add_decisions([decision])
