"""Fetches what the lock names for one system, by hash and for no other."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from packaging.requirements import Requirement

from installer.targets import PYTHON, Target


def entries(lock: str) -> Iterator[tuple[str, str]]:
    """Return each requirement of a lock with its lines, hashes and all."""
    lines: list[str] = []
    for line in lock.splitlines():
        if line.lstrip().startswith("#") or not line.strip():
            continue
        lines.append(line)
        if not line.endswith("\\"):
            head = lines[0].removesuffix("\\").partition(" --hash")[0]
            yield head.strip(), "\n".join(lines)
            lines = []


def lock_for(lock: str, target: Target) -> str:
    """Return the part of a lock that one system needs, without conditions."""
    environment = {
        **target.markers,
        "python_version": PYTHON,
        "python_full_version": f"{PYTHON}.9",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "extra": "",
    }
    kept: list[str] = []
    for head, text in entries(lock):
        wanted = Requirement(head)
        if wanted.marker is None or wanted.marker.evaluate(environment):
            bare = f"{wanted.name}{wanted.specifier}"
            kept.append(text.replace(head, bare, 1))
    return "\n".join(kept) + "\n"


def fetch(
    lock: str, tags: Iterable[str], folder: Path, *, source: bool = False
) -> tuple[Path, ...]:
    """Download the wheels of a lock once, or its ``source`` archives; sorted.

    Raises:
        subprocess.CalledProcessError: a package is not to be had, or is another one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    asked = folder / "asked.txt"
    if not asked.is_file() or asked.read_text("utf-8") != lock:
        for old in folder.iterdir():
            old.unlink()
        wanted = folder / "wanted.txt"
        wanted.write_text(lock, "utf-8")
        platforms = [f"--platform={tag}" for tag in tags]
        wheels = ["--only-binary=:all:", f"--python-version={PYTHON}", *platforms]
        archives = ["--no-binary=:all:", "--no-build-isolation"]
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "download", "-qqq", "--no-deps"),
                *("--disable-pip-version-check", "--require-hashes"),
                *(archives if source else wheels),
                *("-d", str(folder), "-r", str(wanted)),
            ],
            check=True,
        )
        wanted.rename(asked)
    return tuple(sorted(folder.glob("*.tar.gz" if source else "*.whl")))
