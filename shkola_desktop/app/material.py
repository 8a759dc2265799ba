"""Gather everything that a programme is printed and checked from."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from shkola_desktop.app import declining, diagnosing, editions, planning, reviewing
from shkola_desktop.app.registering import required_school
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.diagnosis import Status
from shkola_desktop.domain.documents import ProgrammeMaterial
from shkola_desktop.domain.errors import NoSuchProgramme, YearNotInProgramme
from shkola_desktop.domain.programme import Programme
from shkola_desktop.domain.school_info import SchoolInfo
from shkola_desktop.domain.scoring import Result, score
from shkola_desktop.domain.team import staffed


def gather(workspace: Workspace, year: int | None = None) -> ProgrammeMaterial:
    """Gather everything the programme's document is made from.

    ``year`` is the one that a yearly report is about.

    Raises:
        NoSuchProgramme: there is no programme yet.
        YearNotInProgramme: the year is not one of its period.
    """
    programme = planning.programme_of(workspace)
    if programme is None:
        raise NoSuchProgramme("")
    if year is not None and year not in programme.years:
        raise YearNotInProgramme(year, programme.first_year, programme.last_year)
    diagnosis = diagnosing.load(programme.diagnosis, workspace)
    form = editions.form_of(diagnosis, workspace)
    earlier = reviewing.previous_of(diagnosis, workspace)
    with workspace.open_reading() as work:
        school = required_school(work)
        people = work.people.list(school.id)
        info = work.school_infos.get(school.id) or SchoolInfo()
    programme = replace(programme, team=staffed(programme.team, people))
    return ProgrammeMaterial(
        school=school,
        people=people,
        form=form,
        diagnosis=diagnosis,
        result=score(form, diagnosis.options),
        previous=earlier[1] if earlier else None,
        programme=programme,
        bank=workspace.catalogue.bank(),
        template=workspace.catalogue.template(),
        made_at=workspace.clock.now(),
        info=info,
        found_in=_found_in(programme, workspace),
        report_year=year,
    )


def _found_in(programme: Programme, workspace: Workspace) -> Mapping[int, Result]:
    """Return the results of completed diagnoses made in years of the programme."""
    return MappingProxyType(
        {
            known.year: score(editions.form_of(known, workspace), known.options)
            for known in diagnosing.diagnoses_of(workspace)
            if known.year in programme.years and known.status is Status.COMPLETED
        }
    )


def with_cases(material: ProgrammeMaterial, workspace: Workspace) -> ProgrammeMaterial:
    """Return the material with the names and positions of its people declined."""
    team, addressee = material.programme.team, material.programme.approvals.addressee
    names = (material.school.director, addressee.name, *(m.name for m in team))
    positions = (addressee.position, *(m.position for m in team))
    return replace(material, cases=declining.cases_for(names, positions, workspace))
