"""A change of the programme to the new picture of its page, against bare ReportLab."""

import shutil
from functools import partial
from pathlib import Path

from tests.bench.measuring import Row, alternately
from tests.bench.processes import Child

TITLE = "The pages beside the form: a change → the new picture, in a program that runs"
OURS, BARE = "ours", "bare"
WORDS = "ReportLab's own classes, 1 pass"


def measure(folder: Path, school: Path, rounds: int) -> list[Row]:
    """Change a word of the same programme again and again, on both sides."""
    # a workspace opens for one program at a time
    copy = Path(shutil.copytree(school, folder / "copy"))
    with (
        Child(folder, "preview", OURS, school) as ours,
        Child(folder, "preview", BARE, copy) as bare,
    ):
        asked = {OURS: partial(ours.ask), BARE: partial(bare.ask)}
        found = alternately(asked, rounds, warm_up=2)
    return [
        found.row(
            "a change to the new page", "ms", (OURS, "took"), (BARE, "took"), WORDS
        )
    ]
