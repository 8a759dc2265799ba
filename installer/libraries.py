"""Which libraries a library asks for, on either system."""

import re
import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

NEEDED = re.compile(r"^\s*(?:NEEDED|DLL Name:)\s+(\S+)", re.MULTILINE)
VERSION = re.compile(r"GLIBC_(\d+)\.(\d+)")


def needed(library: Path) -> frozenset[str]:
    """Return the names that a library asks its system for."""
    return frozenset(NEEDED.findall(_objdump("-p", library)))


def newest_glibc(libraries: Iterable[Path]) -> tuple[int, int]:
    """Return the oldest glibc that all of these Linux libraries start with."""
    newest = (0, 0)
    for library in libraries:
        for major, minor in VERSION.findall(_objdump("-T", library)):
            newest = max(newest, (int(major), int(minor)))
    return newest


def closure(
    roots: Iterable[str],
    by_name: Mapping[str, str],
    asked: Callable[[str], Iterable[str]],
) -> frozenset[str]:
    """Return the roots and all that they ask for among the files at hand.

    ``by_name`` finds a file by the name it is asked for by, in small letters.
    """
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        waiting += [
            by_name[name.lower()] for name in asked(path) if name.lower() in by_name
        ]
    return frozenset(found)


def _objdump(flag: str, library: Path) -> str:
    return subprocess.run(
        ["objdump", flag, str(library)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
