"""The two things for Windows: an installer, and a folder for a stick."""

import os
import shutil
import subprocess
from pathlib import Path

from installer.archives import write_zip
from installer.program import COMMAND, EXECUTABLE, HERE, Places

NAME = "shkola-desktop"
COMPILER = "x86_64-w64-mingw32-gcc"
RESOURCES = "x86_64-w64-mingw32-windres"
PACKER = "SHKOLA_PACKER"
"""Names another compression of NSIS (``zlib``) for a quick trial; else LZMA."""


def numbers(version: str) -> tuple[int, int, int, int]:
    """Return a version as the four numbers that Windows compares."""
    parts = [int(part) for part in version.split(".")]
    first, second, third = [*parts, 0, 0][:3]
    return first, second, third, 0


def add_launchers(root: Path, version: str, places: Places) -> None:
    """Compile the start programs: one with a window, one for the command line.

    Raises:
        FileNotFoundError: MinGW-w64 is not installed.
        subprocess.CalledProcessError: it refused.
    """
    scratch = places.work / "launcher"
    scratch.mkdir(parents=True, exist_ok=True)
    for source in (
        *(HERE / "windows").glob("launcher.*"),
        HERE / "icon/shkola.ico",
    ):
        shutil.copyfile(source, scratch / source.name)
    of_version = ",".join(map(str, numbers(version)))
    _run(
        [
            *(RESOURCES, f"-DNUMBERS={of_version}"),
            f'-DTEXT_VERSION=\\"{version}\\"',
            *("launcher.rc", "-O", "coff", "-o", "resources.o"),
        ],
        scratch,
    )
    for name, system in ((EXECUTABLE, "-mwindows"), (COMMAND, "-mconsole")):
        out = root / f"{name}.exe"
        _run(
            [
                *(COMPILER, "-Os", "-s", "-municode", system, "-Wall"),
                *("-Wl,--no-insert-timestamp", "launcher.c", "resources.o"),
                *("-o", str(out)),
            ],
            scratch,
        )


def make_portable(root: Path, version: str, date: int, places: Places) -> Path:
    """Write the folder for a stick: the data lies beside the program."""
    add_launchers(root, version, places)
    for source, name in (
        ("portable.txt", "portable.txt"),
        ("read-me.txt", "ПРОЧТИ.txt"),
    ):
        text = (HERE / "windows" / source).read_text("utf-8")
        (root / name).write_text(text, "utf-8-sig", newline="\r\n")
    target = places.dist / f"{NAME}-{version}-windows-portable.zip"
    write_zip(root, NAME, date, target)
    return target


def make_installer(root: Path, version: str, date: int, places: Places) -> Path:
    """Write the installer.

    Raises:
        FileNotFoundError: NSIS or MinGW-w64 is not installed.
        subprocess.CalledProcessError: one of them refused.
    """
    add_launchers(root, version, places)
    for path in root.rglob("*"):
        os.utime(path, (date, date))
    size = sum(p.stat().st_size for p in root.rglob("*") if p.is_file()) // 1024
    target = places.dist / f"{NAME}-{version}-windows-setup.exe"
    told = {
        "TREE": root,
        "OUT": target,
        "ICON": HERE / "icon/shkola.ico",
        "VERSION": version,
        "NUMBERS": ".".join(map(str, numbers(version))),
        "SIZE": size,
        "PACKER": os.environ.get(PACKER, "lzma"),
    }
    defines = [f"-D{name}={value}" for name, value in told.items()]
    _run(
        ["makensis", "-V2", "-INPUTCHARSET", "UTF8", *defines, "setup.nsi"],
        HERE / "windows",
        {**os.environ, "SOURCE_DATE_EPOCH": str(date)},
    )
    return target


def _run(
    command: list[str], folder: Path, environment: dict[str, str] | None = None
) -> None:
    subprocess.run(command, cwd=folder, env=environment, check=True)
