"""The list of this user's workspaces: a small file that nothing depends on.

It is only a convenience, so a damaged or unwritable file stops nobody: what cannot
be read is put aside, what cannot be written is let go.
"""

import json
import logging
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from shkola_desktop.domain.known_workspace import KnownWorkspace
from shkola_desktop.domain.office import Role

FILE = "workspaces.json"
DAMAGED = "workspaces.damaged.json"
MAX_KNOWN = 50
"""Workspaces in the list; the ones opened longest ago give way."""
MAX_FILE = 200_000
"""Bytes of the file: fifty paths and names, with room."""
LOG = logging.getLogger(__name__)


class WorkspaceList:
    """The list in a folder of the user's settings."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE

    def known(self) -> tuple[KnownWorkspace, ...]:
        """Return the workspaces, the one opened last first."""
        try:
            with self._path.open("rb") as file:
                text = file.read(MAX_FILE + 1)
        except OSError:
            return ()
        try:
            found = [_from_json(one) for one in json.loads(text)]
        except (ValueError, TypeError, KeyError, RecursionError):
            LOG.warning("the list of workspaces is damaged")
            with suppress(OSError):
                self._path.replace(self._path.with_name(DAMAGED))
            return ()
        return _newest_first(found)

    def remember(self, folder: Path, role: Role, name: str, at: datetime) -> None:
        """Put a workspace at the head of the list."""
        place = folder.absolute()
        others = [one for one in self.known() if one.folder != place]
        self._write([KnownWorkspace(place, role, name, at), *others])

    def forget(self, folder: Path) -> None:
        """Take a workspace off the list; its folder stays."""
        place = folder.absolute()
        self._write([one for one in self.known() if one.folder != place])

    def _write(self, workspaces: Iterable[KnownWorkspace]) -> None:
        kept = [_to_json(one) for one in _newest_first(workspaces)[:MAX_KNOWN]]
        part = self._path.with_name(f"{FILE}.part")
        try:
            part.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(kept, ensure_ascii=False, indent=1), "utf-8")
            part.replace(self._path)
        except OSError as error:
            LOG.warning("the list of workspaces is not written: %s", error.strerror)


def _newest_first(found: Iterable[KnownWorkspace]) -> tuple[KnownWorkspace, ...]:
    return tuple(sorted(found, key=lambda one: one.opened_at, reverse=True))


def _to_json(one: KnownWorkspace) -> dict[str, str]:
    return {
        "folder": str(one.folder),
        "role": one.role.value,
        "name": one.name,
        "opened_at": one.opened_at.isoformat(),
    }


def _from_json(given: Any) -> KnownWorkspace:  # whatever stands in the file
    fields = cast("dict[str, str]", given)
    at = datetime.fromisoformat(fields["opened_at"])
    folder = Path(fields["folder"])
    if at.tzinfo is None or not folder.is_absolute() or "\0" in str(folder):
        raise ValueError(fields)
    there = False
    with suppress(OSError):
        there = folder.is_dir()
    return KnownWorkspace(folder, Role(fields["role"]), str(fields["name"]), at, there)
