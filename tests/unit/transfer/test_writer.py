"""The writing protocol: whatever fails, nothing is left under the final name."""

import errno
from pathlib import Path

import pytest

from shkola_desktop.domain.errors import (
    Cancelled,
    DriveFull,
    DriveGone,
    DriveReadOnly,
    WriteNotVerified,
)
from shkola_desktop.transfer.medium import RealMedium
from shkola_desktop.transfer.writer import write
from tests.support.media import STEPS, FaultyMedium

DATA = b"package " * 4096


def put(folder, medium=None, verify=lambda _data: True, stop=lambda: False):
    return write(DATA, folder / "a.shkola", medium or RealMedium(), verify, stop)


def test_a_package_is_there_and_nothing_else(tmp_path):
    assert put(tmp_path).read_bytes() == DATA
    assert [p.name for p in tmp_path.iterdir()] == ["a.shkola"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, DriveFull),
        (errno.EROFS, DriveReadOnly),
        (errno.EACCES, DriveReadOnly),
        (errno.EIO, DriveGone),
        (errno.ENOENT, DriveGone),
    ],
)
def test_a_failing_step_leaves_no_file(tmp_path, step, number, error):
    with pytest.raises(error):
        put(tmp_path, FaultyMedium(step, number))
    assert list(tmp_path.iterdir()) == []


def test_a_full_drive_is_seen_before_writing(tmp_path):
    class Small(RealMedium):
        def free(self, folder):
            return len(DATA)

    with pytest.raises(DriveFull) as caught:
        put(tmp_path, Small())
    assert caught.value.needed == len(DATA) + len(DATA) // 10
    assert caught.value.free == len(DATA)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_vanished_is_told(tmp_path):
    gone = tmp_path / "stick"
    with pytest.raises(DriveGone):
        put(gone)


def test_what_was_read_back_differently_is_not_kept(tmp_path):
    class Forgetful(RealMedium):
        def read(self, path):
            return super().read(path)[:-1] + b"?"

    with pytest.raises(WriteNotVerified):
        put(tmp_path, Forgetful())
    assert list(tmp_path.iterdir()) == []


def test_a_content_that_does_not_match_is_not_kept(tmp_path):
    with pytest.raises(WriteNotVerified):
        put(tmp_path, verify=lambda _data: False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("calls", range(4))
def test_stopping_leaves_nothing(tmp_path, calls):
    seen = iter([False] * calls + [True] * 100)
    try:
        put(tmp_path, stop=lambda: next(seen))
    except Cancelled:
        assert list(tmp_path.iterdir()) == []
    else:
        assert [p.name for p in tmp_path.iterdir()] == ["a.shkola"]


def test_the_same_package_again_is_done_already(tmp_path):
    put(tmp_path)
    assert put(tmp_path, FaultyMedium("create", errno.EIO)) == tmp_path / "a.shkola"


def test_another_package_under_the_name_is_never_touched(tmp_path):
    Path(tmp_path / "a.shkola").write_bytes(b"other")
    with pytest.raises(WriteNotVerified):
        put(tmp_path)
    assert (tmp_path / "a.shkola").read_bytes() == b"other"


def test_a_part_of_an_earlier_try_is_replaced(tmp_path):
    (tmp_path / "a.shkola.part").write_bytes(b"half")
    assert put(tmp_path).read_bytes() == DATA
    assert not (tmp_path / "a.shkola.part").exists()
