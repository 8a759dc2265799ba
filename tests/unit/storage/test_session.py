"""One copy of the program per workspace, and whether the last one ended well."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager

import pytest

from shkola_desktop.domain.errors import DatabaseLocked, FolderNotWritable
from shkola_desktop.storage.session import begin
from tests.support.disks import file_limit

HOLDER = """
import sys
from pathlib import Path
from shkola_desktop.storage.session import begin
session = begin(Path(sys.argv[1]))
print("begun", flush=True)
sys.stdin.readline()
session.end()
"""


@contextmanager
def another_copy(folder):
    """Another process that has the workspace until it is told to end."""
    command = [sys.executable, "-c", HOLDER, str(folder)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "begun\n"
        yield process
        process.stdin.close()


def test_a_first_start_makes_the_folder_and_is_no_crash(tmp_path):
    session = begin(tmp_path / "Рабочее место")
    assert not session.crashed
    session.end()


def test_a_clean_end_is_no_crash(tmp_path):
    begin(tmp_path).end()
    session = begin(tmp_path)
    assert not session.crashed
    session.end()
    session.end()
    assert (tmp_path / "running.lock").read_bytes() == b""


def test_the_lock_names_its_process(tmp_path):
    session = begin(tmp_path)
    assert (tmp_path / "running.lock").read_text() == str(os.getpid())
    session.end()


def test_a_killed_copy_is_a_crash_told_once(tmp_path):
    with another_copy(tmp_path) as process:
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -9
    session = begin(tmp_path)
    assert session.crashed
    session.end()
    again = begin(tmp_path)
    assert not again.crashed
    again.end()


def test_a_second_copy_is_refused_while_the_first_runs(tmp_path):
    with another_copy(tmp_path):
        for _ in range(2):
            with pytest.raises(DatabaseLocked) as caught:
                begin(tmp_path)
        assert caught.value.path == tmp_path / "running.lock"
    session = begin(tmp_path)
    assert not session.crashed
    session.end()


def test_a_folder_that_is_a_file_is_told(tmp_path):
    (tmp_path / "folder").write_text("a file")
    with pytest.raises(FolderNotWritable):
        begin(tmp_path / "folder")


def test_a_full_disk_is_told_and_frees_the_workspace(tmp_path):
    with file_limit(0), pytest.raises(FolderNotWritable):
        begin(tmp_path)
    session = begin(tmp_path)
    assert not session.crashed
    session.end()
