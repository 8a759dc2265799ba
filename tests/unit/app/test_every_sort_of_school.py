"""A school of any sort that reached nothing: its first draft has no error."""

import pytest

from shkola_desktop.app import (
    answering,
    checking,
    diagnosing,
    drafting,
    editions,
    registering,
)
from shkola_desktop.catalogue.store import FormsFolder
from shkola_desktop.domain.self_check.finding import Severity
from shkola_desktop.host.assets import asset
from tests.support.builders import a_school
from tests.support.fakes import a_workspace
from tests.support.schools import a_staff

FORMS = FormsFolder(asset("forms"))
VARIANTS = {v.code: v for v in FORMS.edition("smp-2024").variants}
PEOPLE = a_staff("Соболева Анна Петровна: директор", "Лыткин Сергей Иванович: учитель")
PUPILS = (40, 300)
"""A small school gets the rural hints."""


@pytest.fixture(params=VARIANTS)
def variant(request):
    return VARIANTS[request.param]


def drafted(variant, pupils):
    workspace = a_workspace(catalogue=FORMS)
    school = a_school(
        kind=variant.kind,
        programmes=variant.programmes,
        ovz=variant.ovz,
        pupils=pupils,
        founder="Управление образования администрации Кедровского района",
    )
    registering.save_school(school, workspace)
    registering.save_people(PEOPLE, workspace)
    id = diagnosing.start(2026, workspace).id
    for indicator in editions.form_for_school(school, workspace).indicators:
        worst = min(indicator.options, key=lambda option: option.points)
        answering.answer(id, indicator.code, worst.id, workspace)
    diagnosing.complete(id, workspace)
    drafting.draft(id, workspace)
    return checking.checked(workspace)


@pytest.mark.parametrize("pupils", PUPILS)
def test_the_first_draft_has_no_error(variant, pupils):
    found = drafted(variant, pupils).findings
    errors = [f"{f.rule} {f.place}" for f in found if f.severity is Severity.ERROR]
    assert errors == []
