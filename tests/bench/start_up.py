"""Start-up: a workspace with a school to the first frame, against an empty window."""

from functools import partial
from pathlib import Path

from tests.bench.measuring import Row, alternately
from tests.bench.processes import fresh

TITLE = "Start-up: fresh process to the first painted frame"
FLOOR = "bare PySide6 window"


def measure(folder: Path, school: Path, rounds: int) -> list[Row]:
    """Start both in turn; the first starts compile the modules and do not count."""
    found = alternately(
        {
            "program": partial(fresh, folder, "window", school),
            FLOOR: partial(fresh, folder, "bare_window"),
            "imports": partial(fresh, folder, "imports"),
            "bare imports": partial(fresh, folder, "bare_imports"),
        },
        rounds,
        warm_up=2,
    )

    def against_window(what: str, unit: str, figure: str) -> Row:
        return found.row(what, unit, ("program", figure), (FLOOR, figure))

    return [
        against_window("to the window", "ms", "wall"),
        against_window("processor time", "ms", "processor"),
        against_window("peak memory", "MiB", "memory"),
        found.row(
            "imports alone",
            "ms",
            ("imports", "wall"),
            ("bare imports", "wall"),
            "PySide6's alone",
        ),
    ]
