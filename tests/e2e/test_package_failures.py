"""Sending on a real workspace while the medium fails: no half package, no number used.

The demo has sent number 1 already, so every try here is for number 2.
"""

import errno
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from shkola_desktop.app.exchange import dispatching, sending
from shkola_desktop.domain.errors import (
    DriveFull,
    DriveGone,
    DriveReadOnly,
    WriteNotVerified,
)
from shkola_desktop.domain.package import SendingState
from shkola_desktop.transfer.medium import RealMedium
from shkola_desktop.transfer.sealer import PackageSealer
from shkola_desktop.words.messages import message_for
from tests.support.disks import file_limit, small_disk
from tests.support.media import STEPS, FaultyMedium


@pytest.fixture
def workspace(place, program):
    with program.workspace(place) as opened:
        yield opened


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def on(medium, workspace):
    return replace(workspace, sealer=PackageSealer(workspace.keys, medium))


def states(workspace):
    return [(s.sequence, s.state) for s in dispatching.ledger(workspace)]


def check_nothing_was_sent(error, stick, workspace):
    """No file, a failed try in the ledger, Russian words, and number 2 again."""
    assert not stick.is_dir() or list(stick.iterdir()) == []
    assert states(workspace) == [(2, SendingState.FAILED), (1, SendingState.WRITTEN)]
    message = message_for(error)
    assert re.search("[А-Яа-я]{3}", message.happened)
    assert re.search("[А-Яа-я]{3}", message.advice)
    assert sending.preflight(workspace).sequence == 2
    stick.mkdir(exist_ok=True)
    sent = sending.send(stick, workspace)
    assert sent.sending.sequence == 2
    assert [p.name for p in stick.iterdir()] == [sent.sending.file_name]
    assert states(workspace)[0] == (2, SendingState.WRITTEN)


@pytest.mark.parametrize("step", ["free", *STEPS])
@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DriveFull),
        (errno.EIO, DriveGone),
        (errno.ENOENT, DriveGone),
        (errno.EROFS, DriveReadOnly),
    ],
)
def test_a_failing_step_sends_nothing(stick, workspace, step, number, kind):
    with pytest.raises(kind) as caught:
        sending.send(stick, on(FaultyMedium(step, number), workspace))
    check_nothing_was_sent(caught.value, stick, workspace)


class Pulled(RealMedium):
    """A stick that is pulled out before a step: its folder is gone."""

    def __init__(self, step):
        self.step = step

    def create(self, path):
        if self.step == "create":
            shutil.rmtree(path.parent)
        return super().create(path)

    def sync(self, file):
        super().sync(file)
        if self.step == "read":
            shutil.rmtree(Path(file.name).parent)

    def rename(self, old, new):
        if self.step == "rename":
            shutil.rmtree(old.parent)
        super().rename(old, new)


@pytest.mark.parametrize("step", ["create", "read", "rename"])
def test_a_stick_pulled_out_has_nothing(stick, workspace, step):
    with pytest.raises(DriveGone) as caught:
        sending.send(stick, on(Pulled(step), workspace))
    assert message_for(caught.value).happened == (
        f"Носитель исчез во время записи: {stick}."
    )
    check_nothing_was_sent(caught.value, stick, workspace)


def test_a_folder_that_was_never_there(stick, workspace):
    stick.rmdir()
    with pytest.raises(DriveGone) as caught:
        sending.send(stick, workspace)
    check_nothing_was_sent(caught.value, stick, workspace)


def test_a_place_that_is_a_file(tmp_path, workspace):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(DriveGone):
        sending.send(tmp_path / "file", workspace)
    assert states(workspace)[0] == (2, SendingState.FAILED)
    assert (tmp_path / "file").read_text() == "not a folder"


def test_a_stick_that_forgets_a_bit(stick, workspace):
    class Forgetful(RealMedium):
        def read(self, path):
            data = bytearray(super().read(path))
            data[len(data) // 2] ^= 1
            return bytes(data)

    with pytest.raises(WriteNotVerified) as caught:
        sending.send(stick, on(Forgetful(), workspace))
    check_nothing_was_sent(caught.value, stick, workspace)


class Filling(RealMedium):
    """A disk that another program fills after the free space was asked for."""

    def free(self, folder):
        return 1 << 30


class Limited(RealMedium):
    """A disk on which the system lets no file grow above 16 KB."""

    def write(self, file, data):
        with file_limit(16_384):
            super().write(file, data)


def test_a_file_that_the_system_cuts_off(stick, workspace):
    with pytest.raises(DriveFull) as caught:
        sending.send(stick, on(Limited(), workspace))
    check_nothing_was_sent(caught.value, stick, workspace)


def test_a_disk_that_is_really_full(stick, workspace):
    # where no disk can be mounted, the system's limit stands in for it
    with small_disk(stick, 16_384) as mounted:
        medium = Filling() if mounted else Limited()
        with pytest.raises(DriveFull) as caught:
            sending.send(stick, on(medium, workspace))
        assert list(stick.iterdir()) == []
    check_nothing_was_sent(caught.value, stick, workspace)
