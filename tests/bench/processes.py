"""Contenders in processes of their own: started fresh, or kept and asked."""

import os
import subprocess
import sys
import threading
from pathlib import Path
from time import perf_counter
from typing import Self

from tests.bench.measuring import Figures

ROOT = Path(__file__).parents[2]
PATIENCE = 300
"""Seconds for a child: an import of a large district takes half a minute."""


def environment(folder: Path) -> dict[str, str]:
    """Return what every child is given: no display, own folders, compiled modules.

    Modules are compiled into the bench's folder, as an installed program has
    them, whatever the environment around says of writing them.
    """
    own = {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "*=false",
        "HOME": str(folder / "home"),
        "XDG_DATA_HOME": str(folder / "home"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }
    kept = {n: v for n, v in os.environ.items() if n != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **own}


class Child:
    """A child that tells figures, one line at a time: ``name=value name=value``."""

    def __init__(self, folder: Path, name: str, *arguments: object) -> None:
        self._name = name
        self.born = perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, "-m", f"tests.bench.children.{name}"]
            + [str(argument) for argument in arguments],
            cwd=ROOT,
            env=environment(folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(PATIENCE)

    def told(self) -> Figures:
        """Wait for a line of figures."""
        assert self._process.stdout is not None
        watchdog = threading.Timer(PATIENCE, self._process.kill)
        watchdog.start()
        line = self._process.stdout.readline()
        watchdog.cancel()
        if not line:
            raise RuntimeError(f"{self._name} ended without a word")
        pairs = (part.partition("=") for part in line.split())
        return {name: float(value) for name, _, value in pairs}

    def ask(self) -> Figures:
        """Let a waiting child do its work once."""
        assert self._process.stdin is not None
        self._process.stdin.write("once\n")
        self._process.stdin.flush()
        return self.told()


def fresh(folder: Path, name: str, *arguments: object) -> Figures:
    """Start a child; ``wall`` is the time in ms from nothing to its line."""
    with Child(folder, name, *arguments) as child:
        figures = child.told()
        wall = (perf_counter() - child.born) * 1000
    return {**figures, "wall": wall}
