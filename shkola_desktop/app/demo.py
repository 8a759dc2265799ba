"""The demo school: invented, complete, filled through the ordinary use cases."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from shkola_desktop.app import (
    answering,
    diagnosing,
    drafting,
    planning,
    registering,
    school_info,
)
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.ids import (
    DiagnosisId,
    IndicatorCode,
    KindCode,
    OptionId,
    PersonId,
    ProgrammeCode,
    SchoolId,
)
from shkola_desktop.domain.package import PublicKeys
from shkola_desktop.domain.programme import Programme
from shkola_desktop.domain.school import Person, School
from shkola_desktop.domain.school_info import (
    Partner,
    SchoolInfo,
    Staff,
    YearFigures,
)


@dataclass(frozen=True, slots=True)
class DemoYear:
    """Answers of one year; ``offset`` counts from the current year."""

    offset: int
    answers: Mapping[IndicatorCode, OptionId]
    comments: Mapping[IndicatorCode, str]


@dataclass(frozen=True, slots=True)
class DemoSchool:
    """What ``resources/demo/school.json`` holds."""

    school: School
    people: tuple[Person, ...]
    years: tuple[DemoYear, ...]
    info: SchoolInfo
    """Its years count from the current school year."""


def parse(text: str) -> DemoSchool:
    """Read the file that ships with the program."""
    data = cast("dict[str, Any]", json.loads(text))
    school: dict[str, Any] = data["school"]
    fields: dict[str, Any] = {
        **school,
        "id": SchoolId(school["code"]),
        "kind": KindCode(school["kind"]),
        "programmes": tuple(ProgrammeCode(p) for p in school["programmes"]),
    }
    return DemoSchool(
        school=School(**fields),
        people=tuple(
            Person(PersonId(str(n)), person["name"], person["position"])
            for n, person in enumerate(data["people"], start=1)
        ),
        years=tuple(
            DemoYear(year["year"], year["answers"], year["comments"])
            for year in data["years"]
        ),
        info=_info(data["info"]),
    )


def _info(data: Mapping[str, Any]) -> SchoolInfo:
    fields: dict[str, Any] = {
        **data,
        "years": tuple(YearFigures(**year) for year in data["years"]),
        "staff": Staff(**data["staff"]),
        "equipment": tuple(data["equipment"]),
        "achievements": tuple(data["achievements"]),
        "partners": tuple(Partner(**partner) for partner in data["partners"]),
    }
    return SchoolInfo(**fields)


def fill(demo: DemoSchool, district: PublicKeys, workspace: Workspace) -> Programme:
    """Put the demo school, two years of answers and a programme into a workspace.

    ``district`` are the keys of an invented district, so that a package can be
    written at once.
    """
    registering.save_school(demo.school, workspace)
    registering.save_people(demo.people, workspace)
    registering.save_receiver_keys(district, workspace)
    school_info.save_info(_dated(demo.info, workspace), workspace)
    this_year = workspace.clock.now().year
    latest = ""
    for year in sorted(demo.years, key=lambda y: y.offset):
        latest = _answer(year, this_year, workspace)
    programme = drafting.draft(DiagnosisId(latest), workspace)
    team = planning.team_from(demo.people, programme, workspace)
    return planning.save(replace(programme, team=team), workspace)


def _dated(info: SchoolInfo, workspace: Workspace) -> SchoolInfo:
    this_year = school_info.suggested_year(workspace)
    return replace(
        info, years=tuple(replace(y, year=this_year + y.year) for y in info.years)
    )


def _answer(year: DemoYear, this_year: int, workspace: Workspace) -> DiagnosisId:
    id = diagnosing.start(this_year + year.offset, workspace).id
    for code, option in year.answers.items():
        answering.answer(id, code, option, workspace)
    for code, text in year.comments.items():
        answering.comment(id, code, text, workspace)
    diagnosing.complete(id, workspace)
    return id
