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
    beside = _portable(program)
    if beside is not None:
        return beside
    if system == "nt":
        local = environment.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData/Local") / NAME
    shared = environment.get("XDG_DATA_HOME")
    return (Path(shared) if shared else Path.home() / ".local/share") / NAME


def settings_folder(
    environment: Mapping[str, str] = os.environ,
    program: Path | None = None,
    system: str = os.name,
) -> Path:
    """Return the folder for what this user's program knows beyond one workspace.

    Beside the data where ``portable.txt`` is; else ``%APPDATA%`` on Windows,
    ``$XDG_CONFIG_HOME`` or ``~/.config`` on Linux.
    """
    beside = _portable(program)
    if beside is not None:
        return beside
    if system == "nt":
        roaming = environment.get("APPDATA")
        return (Path(roaming) if roaming else Path.home() / "AppData/Roaming") / NAME
    shared = environment.get("XDG_CONFIG_HOME")
    return (Path(shared) if shared else Path.home() / ".config") / NAME


def _portable(program: Path | None) -> Path | None:
    beside = (program or Path(sys.executable)).parent
    return beside / PORTABLE_DATA if (beside / PORTABLE).is_file() else None
