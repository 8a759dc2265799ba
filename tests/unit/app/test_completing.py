"""A diagnosis completed, frozen, and opened again with a reason."""

import pytest

from shkola_desktop.app import answering, attaching, diagnosing, logbook, registering
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.diagnosis import Status
from shkola_desktop.domain.errors import (
    AnswersMissing,
    DiagnosisFrozen,
    ReasonMissing,
)
from tests.support.builders import a_school
from tests.support.fakes import a_workspace

ASKED = ("a.1.1", "a.1.2", "b.1.1", "b.1.2")


@pytest.fixture
def workspace():
    workspace = a_workspace()
    registering.save_school(a_school(), workspace)
    registering.save_setting(logbook.PERSON, "Громова Е. В.", workspace)
    return workspace


@pytest.fixture
def id(workspace):
    return diagnosing.start(2026, workspace).id


def answered(id, workspace):
    for code in ASKED:
        answering.answer(id, code, "o1", workspace)


def test_completing_wants_every_answer(workspace, id):
    answering.answer(id, "a.1.2", "o1", workspace)
    answering.comment(id, "b.1.1", "спросить у завуча", workspace)
    with pytest.raises(AnswersMissing) as caught:
        diagnosing.complete(id, workspace)
    assert caught.value.indicators == ("a.1.1", "b.1.1", "b.1.2")
    assert diagnosing.load(id, workspace).status is Status.DRAFT


def test_a_completed_diagnosis_is_frozen(workspace, id, tmp_path):
    answered(id, workspace)
    done = diagnosing.complete(id, workspace)
    assert done.status is Status.COMPLETED
    assert diagnosing.load(id, workspace) == done
    scan = tmp_path / "a.pdf"
    scan.write_bytes(b"scan")
    for change in (
        lambda: answering.answer(id, "a.1.1", "o2", workspace),
        lambda: answering.answer(id, "a.1.1", None, workspace),
        lambda: answering.comment(id, "a.1.1", "поздно", workspace),
        lambda: attaching.attach(id, "a.1.1", scan, workspace),
        lambda: answering.revert(id, "a.1.1", None, workspace),
        lambda: diagnosing.complete(id, workspace),
    ):
        with pytest.raises(DiagnosisFrozen):
            change()
    assert diagnosing.load(id, workspace) == done


def test_reopening_needs_a_reason_and_notes_it(workspace, id):
    answered(id, workspace)
    diagnosing.complete(id, workspace)
    for reason in ("", "  \n"):
        with pytest.raises(ReasonMissing):
            diagnosing.reopen(id, reason, workspace)
    assert diagnosing.load(id, workspace).status is Status.COMPLETED
    diagnosing.reopen(id, " ошибка в a.1.1 ", workspace)
    diagnosis = diagnosing.load(id, workspace)
    assert (diagnosis.status, diagnosis.completed_at) == (Status.DRAFT, None)
    with workspace.open_work() as work:
        (latest,) = work.actions.list(limit=1)
    assert latest.kind is ActionKind.DIAGNOSIS_REOPENED
    assert (latest.who, latest.reason) == ("Громова Е. В.", "ошибка в a.1.1")
    answering.answer(id, "a.1.1", "o2", workspace)
    assert diagnosing.complete(id, workspace).options["a.1.1"] == "o2"
