"""A form that was corrected after a diagnosis began: the old one stays as it was."""

import shutil
from dataclasses import replace

import pytest

from shkola_desktop.app import answering, diagnosing, editions, registering, reviewing
from shkola_desktop.catalogue.store import FormsFolder
from shkola_desktop.domain.diagnosis import Status
from shkola_desktop.host.assets import asset
from tests.support.builders import a_school


@pytest.fixture
def workspace(tmp_path, program):
    with program.workspace(tmp_path / "place") as opened:
        registering.save_school(a_school(), opened)
        yield opened


@pytest.fixture
def corrected(tmp_path, workspace):
    """The same workspace after an update of the program with other words."""
    shutil.copytree(asset("forms"), tmp_path / "forms")
    path = tmp_path / "forms" / "smp-2024" / "01-znanie.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('name: "Знание"', 'name: "Знания"', 1), "utf-8")
    return replace(workspace, catalogue=FormsFolder(tmp_path / "forms"))


def test_a_diagnosis_is_answered_completed_and_read_in_its_own_form(
    workspace, corrected
):
    diagnosis = diagnosing.start(2026, workspace)
    form = editions.form_of(diagnosis, corrected)
    assert form.directions[0].name == "Знание"
    for indicator in form.indicators:
        best = max(indicator.options, key=lambda option: option.points)
        answering.answer(diagnosis.id, indicator.code, best.id, corrected)
    done = diagnosing.complete(diagnosis.id, corrected)
    assert done.status is Status.COMPLETED
    review = reviewing.review(diagnosis.id, corrected)
    assert (review.result.total, review.result.maximum) == (180, 180)
    assert review.rows[0].now.name == "Знание"


def test_the_next_year_begins_with_the_corrected_form(workspace, corrected):
    first = diagnosing.start(2026, workspace)
    second = diagnosing.start(2027, corrected)
    assert second.edition_hash != first.edition_hash
    assert editions.form_of(second, workspace).directions[0].name == "Знания"
    assert editions.form_of(first, corrected).directions[0].name == "Знание"
