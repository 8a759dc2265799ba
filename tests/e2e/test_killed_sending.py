"""A program killed while it sends: no half package, no number used up."""

import subprocess
import sys

import pytest

from shkola_desktop.app.exchange import dispatching, sending
from shkola_desktop.domain.package import SendingState
from shkola_desktop.transfer import reader
from tests.support.media import STEPS


def states(workspace):
    return [(s.sequence, s.state) for s in dispatching.ledger(workspace)]


KILLED = """
import os, signal, sys
from dataclasses import replace
from pathlib import Path
from shkola_desktop.app.exchange import dispatching, sending
from shkola_desktop.bootstrap import Program
from shkola_desktop.transfer.medium import RealMedium
from shkola_desktop.transfer.sealer import PackageSealer

folder, stick, step, when = sys.argv[1:]

class Killing(RealMedium):
    pass

def killing(self, *arguments):
    if when == "after":
        getattr(RealMedium, step)(self, *arguments)
    os.kill(os.getpid(), signal.SIGKILL)

setattr(Killing, step, killing)
with Program().workspace(Path(folder)) as workspace:
    sealer = PackageSealer(workspace.keys, Killing())
    sending.send(Path(stick), replace(workspace, sealer=sealer))
"""


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", [s for s in STEPS if s != "half"])
def test_a_killed_program_has_sent_nothing(place, program, tmp_path, step, when):
    stick = tmp_path / "stick"
    stick.mkdir()
    command = [sys.executable, "-c", KILLED, str(place), str(stick), step, when]
    assert subprocess.run(command, check=False).returncode == -9
    renamed = (step, when) == ("rename", "after") or step == "sync_folder"
    finals = [p for p in stick.iterdir() if p.suffix == ".shkola"]
    assert len(finals) == renamed

    opened = program.open_workspace(place)
    workspace = opened.workspace
    assert opened.crashed
    assert states(workspace) == [(2, SendingState.WRITING), (1, SendingState.WRITTEN)]
    assert [s.sequence for s in dispatching.settle_interrupted(workspace)] == [2]
    assert states(workspace)[0] == (2, SendingState.FAILED)
    assert dispatching.settle_interrupted(workspace) == ()
    for whole in finals:
        signer = workspace.keys.public().minisign
        assert reader.inspect(whole.read_bytes(), workspace.keys, signer).sound

    sent = sending.send(stick, workspace)
    assert sent.sending.sequence == 2
    assert states(workspace)[0] == (2, SendingState.WRITTEN)
    opened.close()
