"""Where the person's data lies: decided once, here."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

NAME = "shkola-desktop"
PORTABLE = "portable.txt"
"""A file of this name beside the program keeps the data beside it, on the stick."""
PORTABLE_DATA = "shkola-data"


def data_folder(
    environment: Mapping[str, str] = os.environ,
    program: Path | None = None,
    system: str = os.name,
) -> Path:
    """Return the folder for the data of this user.

    Beside the program where ``portable.txt`` is; else ``%LOCALAPPDATA%`` on
    Windows, ``$XDG_DATA_HOME`` or ``~/.local/share`` on Linux.
    """
    beside = (program or Path(sys.executable)).parent
    if (beside / PORTABLE).is_file():
        return beside / PORTABLE_DATA
    if system == "nt":
        local = environment.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData/Local") / NAME
    shared = environment.get("XDG_DATA_HOME")
    return (Path(shared) if shared else Path.home() / ".local/share") / NAME
