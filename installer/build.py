"""``python -m installer.build windows|portable|deb|tar|all``: the things to install.

Everything comes out under ``dist/`` with its SHA-256 sum. The date inside is
SOURCE_DATE_EPOCH, or that of the last commit, so that the same checkout gives the
same bytes.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from installer import for_linux, for_windows
from installer.archives import write_sums
from installer.program import CHECKOUT, Places, lay_out, program_wheel
from installer.targets import LINUX, PYTHON, WINDOWS
from installer.tree import right_python
from shkola_desktop import __version__

MAKERS = {
    "tar": (LINUX, for_linux.make_tar),
    "deb": (LINUX, for_linux.make_deb),
    "portable": (WINDOWS, for_windows.make_portable),
    "windows": (WINDOWS, for_windows.make_installer),
}


def date_of_source() -> int:
    """Return the date of what is built, in seconds since 1970.

    Raises:
        SystemExit: neither SOURCE_DATE_EPOCH nor a commit tells.
    """
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told:
        return int(told)
    asked = subprocess.run(
        ["git", "log", "-1", "--format=%ct"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    if not asked.stdout.strip():
        raise SystemExit("Neither a commit nor SOURCE_DATE_EPOCH tells the date.")
    return int(asked.stdout)


def build(kinds: list[str], places: Places) -> list[Path]:
    """Build these kinds; return what was made."""
    date = date_of_source()
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(date)}
    places.work.mkdir(parents=True, exist_ok=True)
    places.dist.mkdir(parents=True, exist_ok=True)
    wheel = program_wheel(places, environment)
    made: list[Path] = []
    for target in (LINUX, WINDOWS):
        makers = [MAKERS[kind][1] for kind in kinds if MAKERS[kind][0] is target]
        for make in makers:
            began = time.monotonic()
            root = lay_out(target, wheel, places)
            path = make(root, __version__, date, places)
            took = time.monotonic() - began
            size = path.stat().st_size / 1e6
            print(f"{path}  {size:.1f} MB, {took:.0f} s")
            made.append(path)
    write_sums(places.dist)
    return made


def main() -> None:
    """Build what the command line names."""
    parser = argparse.ArgumentParser(prog="installer.build")
    parser.add_argument("kind", choices=[*MAKERS, "all"])
    parser.add_argument("--dist", type=Path, default=CHECKOUT / "dist")
    parser.add_argument("--work", type=Path, default=CHECKOUT / "build/installer")
    asked = parser.parse_args()
    if not right_python():
        sys.exit(f"CPython {PYTHON} is needed: its library goes into the program.")
    kinds = list(MAKERS) if asked.kind == "all" else [asked.kind]
    build(kinds, Places(asked.work, asked.dist))


if __name__ == "__main__":
    main()
