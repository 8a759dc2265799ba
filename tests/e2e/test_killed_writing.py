"""A package whose writer is killed at every step: whole, or not there."""

import subprocess
import sys

import pytest

STEPS = ("create", "write", "sync", "read", "rename", "sync_folder")
CHILD = """
import os, signal, sys
from pathlib import Path
from shkola_desktop.transfer.medium import RealMedium
from shkola_desktop.transfer.writer import write

class Killed(RealMedium):
    pass

def killing(step):
    original = getattr(RealMedium, step)
    def call(self, *arguments):
        if when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        original(self, *arguments)
        os.kill(os.getpid(), signal.SIGKILL)
    return call

step, when, folder = sys.argv[1:]
setattr(Killed, step, killing(step))
target = Path(folder) / "a.shkola"
write(b"package" * 1000, target, Killed(), lambda d: True, lambda: False)
print("done")
"""


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_a_killed_writer_leaves_no_half_package(tmp_path, step, when):
    done = subprocess.run(
        [sys.executable, "-c", CHILD, step, when, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -9
    assert "done" not in done.stdout
    final = tmp_path / "a.shkola"
    renamed = (step, when) == ("rename", "after") or step == "sync_folder"
    assert final.exists() == renamed
    if renamed:
        assert final.read_bytes() == b"package" * 1000
