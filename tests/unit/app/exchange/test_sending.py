"""Handing over: what is shown before, what the ledger keeps, which number comes."""

from dataclasses import replace

import pytest

from shkola_desktop.app import answering, attaching, diagnosing, drafting, registering
from shkola_desktop.app.exchange import dispatching, sending
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.documents import DocumentKind
from shkola_desktop.domain.errors import (
    Cancelled,
    DriveFull,
    DriveGone,
    NoSchool,
    NoSuchDiagnosis,
    ReceiverUnknown,
)
from shkola_desktop.domain.measures import MeasureBank
from shkola_desktop.domain.package import PublicKeys, SendingState
from tests.support.builders import a_school
from tests.support.fakes import (
    CountingIds,
    FakeCatalogue,
    FakeSealer,
    FixedClock,
    Tables,
    a_workspace,
)

BANK = MeasureBank("2026", "", (), (), (), (), (), (), (), ())


@pytest.fixture
def ports():
    """Ports of one workspace, so that a broken sealer can be set among them."""
    return {
        "tables": Tables(),
        "clock": FixedClock(),
        "new_id": CountingIds(),
        "catalogue": FakeCatalogue(bank=BANK),
    }


@pytest.fixture
def workspace(ports):
    workspace = a_workspace(**ports)
    registering.save_school(a_school(), workspace)
    registering.save_receiver_keys(PublicKeys("age1x", "RWx"), workspace)
    id = diagnosing.start(2026, workspace).id
    answering.answer(id, "a.1.1", "o1", workspace)
    return workspace


def states(workspace):
    return [(s.sequence, s.state.value) for s in dispatching.ledger(workspace)]


def test_before_writing_everything_is_shown(workspace, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"scan")
    id = diagnosing.diagnoses_of(workspace)[0].id
    attaching.attach(id, "a.1.1", tmp_path / "a.pdf", workspace)
    attaching.attach(id, "b.1.1", tmp_path / "a.pdf", workspace)
    flight = sending.preflight(workspace)
    assert (flight.sequence, flight.unanswered) == (1, 3)
    assert (flight.files, flight.files_size) == (1, 4)
    assert (flight.draft, flight.with_programme) == (True, False)
    assert flight.receiver.name == "Кедровский район"
    drafting.draft(id, workspace)
    assert sending.preflight(workspace).with_programme
    assert dispatching.ledger(workspace) == ()


def test_a_sending_is_written_down_with_its_covering_sheet(workspace, tmp_path):
    sent = sending.send(tmp_path, workspace)
    assert sent.path == tmp_path / sent.sending.file_name
    assert sent.sending.file_name.startswith("701204-0001-id-")
    assert dispatching.ledger(workspace) == (sent.sending,)
    assert (sent.sending.state, sent.sending.receiver) == (SendingState.WRITTEN, "7012")
    assert sent.sending.place == str(tmp_path)
    assert sent.covering_sheet.kind is DocumentKind.COVERING_SHEET
    with workspace.open_work() as work:
        assert work.documents.content(sent.covering_sheet.id).startswith(b"sheet 1 ")


def test_numbers_grow_with_every_package(workspace, tmp_path):
    numbers = [sending.send(tmp_path, workspace).sending.sequence for _ in range(3)]
    assert numbers == [1, 2, 3]
    assert states(workspace) == [(3, "written"), (2, "written"), (1, "written")]


@pytest.mark.parametrize(
    "error", [DriveGone("/stick"), DriveFull("/stick", 9, 1), Cancelled()]
)
def test_a_failure_is_written_down_and_its_number_is_free(
    workspace, ports, tmp_path, error
):
    broken = a_workspace(**ports, sealer=FakeSealer(error))
    with pytest.raises(type(error)):
        sending.send(tmp_path, broken)
    assert states(workspace) == [(1, "failed")]
    with workspace.open_work() as work:
        (latest,) = work.actions.list(limit=1)
        assert work.documents.list() == ()
    assert latest.kind is ActionKind.PACKAGE_FAILED
    assert sending.send(tmp_path, workspace).sending.sequence == 1
    assert states(workspace) == [(1, "written"), (1, "failed")]


def test_what_a_crash_left_open_is_closed_as_failed(workspace, ports, tmp_path):
    first = sending.send(tmp_path, workspace).sending
    crashing = a_workspace(**ports, sealer=FakeSealer(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        sending.send(tmp_path, crashing)
    assert states(workspace) == [(2, "writing"), (1, "written")]
    (settled,) = dispatching.settle_interrupted(workspace)
    assert settled.sequence == 2
    assert states(workspace) == [(2, "failed"), (1, "written")]
    assert dispatching.ledger(workspace)[1] == first
    assert dispatching.settle_interrupted(workspace) == ()
    assert sending.preflight(workspace).sequence == 2


def test_a_number_counts_for_its_receiver(workspace, tmp_path):
    sending.send(tmp_path, workspace)
    registering.save_school(a_school(district_code="7013"), workspace)
    assert sending.preflight(workspace).sequence == 1


def test_the_newest_year_is_handed_over(workspace, tmp_path):
    newer = diagnosing.start(2027, workspace)
    assert sending.preflight(workspace).diagnosis.id == newer.id


def test_what_is_missing_is_told_before_anything_is_written(workspace, tmp_path):
    with pytest.raises(NoSchool):
        sending.preflight(a_workspace())
    empty = a_workspace()
    registering.save_school(a_school(), empty)
    with pytest.raises(NoSuchDiagnosis):
        sending.preflight(empty)
    diagnosing.start(2026, empty)
    with pytest.raises(ReceiverUnknown) as caught:
        sending.send(tmp_path, empty)
    assert caught.value.code == "7012"
    assert dispatching.ledger(empty) == ()


def test_a_confirmed_package_keeps_its_number(workspace, tmp_path):
    sent = sending.send(tmp_path, workspace).sending
    with workspace.open_work() as work:
        work.sendings.put(replace(sent, state=SendingState.DELIVERED))
        work.commit()
    assert states(workspace) == [(1, "delivered")]
    assert sending.preflight(workspace).sequence == 2
