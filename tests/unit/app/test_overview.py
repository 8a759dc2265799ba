"""The first screen: what is done, and the one obvious next step."""

from datetime import timedelta

import pytest

from shkola_desktop.app import (
    answering,
    diagnosing,
    drafting,
    keeping,
    overview,
    registering,
)
from shkola_desktop.app.exchange import sending
from shkola_desktop.app.overview import NextStep
from shkola_desktop.domain.errors import DriveGone, NoSchool
from shkola_desktop.domain.measures import MeasureBank
from shkola_desktop.domain.package import PublicKeys
from tests.support.builders import NOON, a_school
from tests.support.fakes import (
    FakeCatalogue,
    FakeSealer,
    FixedClock,
    Tables,
    a_workspace,
)

BANK = MeasureBank("2026", "", (), (), (), (), (), (), (), ())
ASKED = ("a.1.1", "a.1.2", "b.1.1", "b.1.2")


@pytest.fixture
def tables():
    return Tables()


@pytest.fixture
def workspace(tables):
    workspace = a_workspace(tables, catalogue=FakeCatalogue(bank=BANK))
    registering.save_school(a_school(), workspace)
    registering.save_receiver_keys(PublicKeys("age1x", "RWx"), workspace)
    return workspace


def step(workspace):
    return overview.overview(workspace).next_step


def test_without_a_school_there_is_nothing_to_show():
    with pytest.raises(NoSchool):
        overview.overview(a_workspace())


def test_the_year_goes_from_step_to_step(workspace, tmp_path):
    assert step(workspace) is NextStep.START
    id = diagnosing.start(2026, workspace).id
    assert step(workspace) is NextStep.ANSWER
    for code in ASKED:
        answering.answer(id, code, "o1", workspace)
    assert step(workspace) is NextStep.COMPLETE
    diagnosing.complete(id, workspace)
    assert step(workspace) is NextStep.PLAN
    drafting.draft(id, workspace)
    assert step(workspace) is NextStep.SEND
    sending.send(tmp_path, workspace)
    assert step(workspace) is NextStep.NOTHING


def test_a_reopened_diagnosis_must_be_sent_again(workspace, tmp_path):
    test_the_year_goes_from_step_to_step(workspace, tmp_path)
    (diagnosis,) = diagnosing.diagnoses_of(workspace)
    diagnosing.reopen(diagnosis.id, "ошибка", workspace)
    assert step(workspace) is NextStep.COMPLETE
    diagnosing.complete(diagnosis.id, workspace)
    assert step(workspace) is NextStep.SEND


def test_a_failed_sending_is_not_done(tables, workspace, tmp_path):
    id = diagnosing.start(2026, workspace).id
    for code in ASKED:
        answering.answer(id, code, "o1", workspace)
    diagnosing.complete(id, workspace)
    drafting.draft(id, workspace)
    broken = a_workspace(tables, sealer=FakeSealer(DriveGone(tmp_path)))
    with pytest.raises(DriveGone):
        sending.send(tmp_path, broken)
    assert step(workspace) is NextStep.SEND


def test_a_new_year_begins_anew(tables, workspace, tmp_path):
    test_the_year_goes_from_step_to_step(workspace, tmp_path)
    later = FixedClock(NOON + timedelta(days=365))
    next_year = a_workspace(tables, clock=later)
    assert step(next_year) is NextStep.START


def test_a_programme_of_last_year_is_not_this_year_s(workspace):
    last = diagnosing.start(2025, workspace).id
    drafting.draft(last, workspace)
    id = diagnosing.start(2026, workspace).id
    for code in ASKED:
        answering.answer(id, code, "o1", workspace)
    diagnosing.complete(id, workspace)
    assert step(workspace) is NextStep.PLAN


def test_the_state_is_counted(workspace):
    found = overview.overview(workspace)
    assert (found.answered, found.applicable) == (0, 4)
    assert (found.diagnosis, found.result, found.programme) == (None, None, None)
    assert (found.last_sending, found.last_backup) == (None, None)
    assert found.form_title == "Самодиагностика общеобразовательной школы: НОО, ООО"
    id = diagnosing.start(2026, workspace).id
    answering.answer(id, "a.1.1", "o2", workspace)
    keeping.back_up(workspace)
    found = overview.overview(workspace)
    assert (found.answered, found.applicable, found.result.total) == (1, 4, 2)
    assert found.last_backup.date() == NOON.date()


def test_a_copy_is_made_once_a_day(tables):
    clock = FixedClock()
    workspace = a_workspace(tables, clock=clock)
    assert keeping.back_up_daily(workspace) is not None
    assert keeping.back_up_daily(workspace) is None
    assert len(keeping.backups_of(workspace)) == 1
