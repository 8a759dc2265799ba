"""The demo school, made once for a whole run."""

import shutil
from pathlib import Path

from shkola_desktop.app import diagnosing
from shkola_desktop.bootstrap import DATABASE, Program
from shkola_desktop.cli import demo


def make(folder: Path) -> Path:
    """Fill a workspace with the demo school; return its folder."""
    demo.run(folder, Program())
    return folder


def draft_of(school: Path, folder: Path) -> Path:
    """Copy a closed workspace and open its newest diagnosis for answering."""
    folder.mkdir(parents=True)
    shutil.copy(school / DATABASE, folder)
    with Program().workspace(folder) as workspace:
        newest = diagnosing.diagnoses_of(workspace)[0]
        diagnosing.reopen(newest.id, "bench", workspace)
    return folder
