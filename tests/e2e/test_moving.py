"""The whole workspace on a stick, and back on another computer."""

import pytest

from shkola_desktop.app import registering
from shkola_desktop.app.exchange import identity, moving, sending
from shkola_desktop.bootstrap import Program
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.errors import (
    CopyOfOther,
    PackageDamaged,
    PackageKindUnexpected,
)
from tests.support.builders import a_school


@pytest.fixture
def copied(place, tmp_path):
    """The demo school's copy on a stick, its sheet's rows and its name."""
    stick = tmp_path / "stick"
    stick.mkdir()
    with Program().workspace(place) as workspace:
        rows = "\n".join(workspace.keys.recovery_sheet().rows)
        path = moving.write_copy(stick, workspace)
        name = registering.school_of(workspace).short_name
    return path, rows, name


def restore(path, rows, folder):
    program = Program()
    with program.workspace(folder) as workspace:
        identity.restore(rows, workspace)
        found = moving.take_copy(path, workspace)
    return program.restore(found, folder)


def test_a_new_computer_takes_the_school_over(copied, tmp_path):
    path, rows, name = copied
    new = tmp_path / "new"
    kept = restore(path, rows, new)
    assert kept is not None  # the empty database of the first start
    with Program().workspace(new) as workspace:
        assert registering.school_of(workspace).short_name == name
        # the same identity: it writes what the district knows as the school's
        assert workspace.keys.recovery_sheet().rows == tuple(rows.splitlines())


def test_a_computer_with_other_data_keeps_them_beside(copied, tmp_path):
    path, rows, name = copied
    new = tmp_path / "new"
    with Program().workspace(new) as workspace:
        registering.save_school(a_school(short_name="Другая"), workspace)
    kept = restore(path, rows, new)
    with Program().workspace(new) as workspace:
        assert registering.school_of(workspace).short_name == name
    (new / "shkola.sqlite").write_bytes(kept.read_bytes())
    with Program().workspace(new) as workspace:
        assert registering.school_of(workspace).short_name == "Другая"


def test_without_the_sheet_it_stays_closed(copied, tmp_path):
    path, _, _ = copied
    with Program().workspace(tmp_path / "new") as workspace:
        with pytest.raises(CopyOfOther):
            moving.take_copy(path, workspace)
        assert workspace.backups.list() == ()


def test_a_damaged_copy_is_refused(copied, place):
    path, _, _ = copied
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with Program().workspace(place) as workspace:
        before = workspace.backups.list()
        with pytest.raises(PackageDamaged):
            moving.take_copy(path, workspace)
        assert workspace.backups.list() == before


def test_another_kind_of_package_is_no_copy(place, tmp_path):
    (tmp_path / "stick").mkdir()
    with Program().workspace(place) as workspace:
        sent = sending.send(tmp_path / "stick", workspace)
        with pytest.raises(PackageKindUnexpected):
            moving.take_copy(sent.path, workspace)


def test_a_copy_stands_in_the_log_and_not_among_the_sendings(copied, place):
    with Program().workspace(place) as workspace, workspace.open_reading() as work:
        assert work.actions.list(1)[0].kind is ActionKind.COPY_WRITTEN
        assert all(sending.receiver != "701204" for sending in work.sendings.list())
