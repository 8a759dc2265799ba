"""200 kills while answers come in: what was reported as saved is in the file."""

import os
import random
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from shkola_desktop.app import diagnosing, editions, registering
from tests.support.builders import a_school

RUNS = 50
SEEDS = (1, 2, 3, 4)
"""Four workspaces with 50 kills each."""

SERVER = """
import os, random, sys
from pathlib import Path
from shkola_desktop.app.answering import answer
from shkola_desktop.bootstrap import Program

program, folder = Program(), Path(sys.argv[1])
codes = sys.argv[2].split()
opened = program.open_workspace(folder)  # everything is imported before the forks
with opened.workspace.open_work() as work:
    (diagnosis,) = work.diagnoses.list("s1")
opened.close()

def child(seed):
    opened = program.open_workspace(folder)
    dice = random.Random(seed)
    count = 0
    while True:
        code, option = dice.choice(codes), dice.choice(["o0", "o1", None])
        answer(diagnosis.id, code, option, opened.workspace)
        count += 1
        os.write(1, b"saved %d\\n" % count)  # said only after the use case returned

for line in sys.stdin:
    pid = os.fork()
    if pid == 0:
        child(line.strip())
    os.write(1, b"pid %d\\n" % pid)
    os.waitpid(pid, 0)
    os.write(1, b"gone\\n")
"""


class Answering:
    """A process that forks one that answers, at every ``start``."""

    def __init__(self, folder, codes):
        self.codes = codes
        command = [sys.executable, "-c", SERVER, str(folder), " ".join(codes)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
        )
        self._rest = b""
        self.saved = 0
        self.gone = False
        self.pid = 0

    def start(self, seed):
        self.saved, self.gone, self.pid = 0, False, 0
        self._process.stdin.write(f"{seed}\n".encode())
        while not self.pid:
            self.read()

    def read(self, seconds=30.0):
        """Take in what was said; False where nothing came in time."""
        pipe = self._process.stdout.fileno()
        if not select.select([pipe], [], [], seconds)[0]:
            return False
        data = os.read(pipe, 65536)
        assert data, "the server ended"
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            word, _, number = line.partition(b" ")
            self.gone = self.gone or word == b"gone"
            self.saved = int(number) if word == b"saved" else self.saved
            self.pid = int(number) if word == b"pid" else self.pid
        return True

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)
        while not self.gone:
            assert self.read()

    def end(self):
        self._process.stdin.close()
        self._process.stdout.close()
        assert self._process.wait() == 0


@pytest.fixture
def answering(tmp_path, program):
    """A real workspace with a diagnosis begun, and the process that answers."""
    folder = tmp_path / "place"
    with program.workspace(folder) as workspace:
        registering.save_school(a_school(), workspace)
        diagnosis = diagnosing.start(2026, workspace)
        form = editions.form_of(diagnosis, workspace)
    process = Answering(folder, [indicator.code for indicator in form.indicators])
    yield process
    process.end()


def kept(folder, check):
    """Read the answers from a copy: the left-over WAL stays for the program."""
    shutil.rmtree(check, ignore_errors=True)
    check.mkdir()
    for path in folder.glob("shkola.sqlite*"):
        if not path.name.endswith("-shm"):
            shutil.copy(path, check)
    with closing(sqlite3.connect(check / "shkola.sqlite")) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return dict(raw.execute("SELECT indicator, option FROM answer").fetchall())


def plan(seed, codes):
    """Return the same answers as the child gives, without end."""
    dice = random.Random(seed)  # noqa: S311  # answers, not secrets
    while True:
        yield dice.choice(codes), dice.choice(["o0", "o1", None])


@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_reported_as_saved_survives_a_kill(tmp_path, answering, seed):
    dice = random.Random(seed)  # noqa: S311  # moments, not secrets
    state, unreported = {}, 0
    for run in range(RUNS):
        # a long run now and then: SQLite folds its WAL in after 1,000 pages
        answers = dice.randrange(400) if run % 10 == 0 else dice.randrange(20)
        answering.start(f"{seed}-{run}")
        while answering.saved < answers:
            assert answering.read()
        kill_at = time.monotonic() + dice.uniform(0, 0.02 if answers == 0 else 0.004)
        while (left := kill_at - time.monotonic()) > 0:
            answering.read(left)
        answering.kill()

        given = plan(f"{seed}-{run}", answering.codes)
        for _ in range(answering.saved):
            code, option = next(given)
            state[code] = option
        code, option = next(given)
        found = kept(tmp_path / "place", tmp_path / "check")
        # the answer under way may be kept already; nothing else may differ
        assert found in (state, {**state, code: option})
        unreported += found != state
        state = found
    assert len(state) > 50
    assert unreported < RUNS
