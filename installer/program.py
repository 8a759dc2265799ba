"""The program for one system, laid out in a folder and ready to be packed."""

import io
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from installer.leave_out import INTERPRETER, reason_to_leave
from installer.locks import fetch, lock_for
from installer.targets import LINUX, Target
from installer.tree import compile_all, prune_qt, standard_library, unpack

HERE = Path(__file__).parent
CHECKOUT = HERE.parent
EXECUTABLE = "shkola-desktop"
COMMAND = "shkola"
LIBRARIES = "lib"
MODULES = "lib/dynload"
"""Two folders deep: there the interpreter's modules find ``freeze_core.libs``."""

LINUX_MODULES = {
    "start.py": "__init__shkola_desktop.py",
    "build_variables.py": "_sysconfigdata__linux_x86_64-linux-gnu.py",
}


@dataclass(frozen=True, slots=True)
class Places:
    """Folders of one build: what is kept between builds, and what comes out."""

    work: Path
    dist: Path


def program_wheel(places: Places, environment: Mapping[str, str]) -> Path:
    """Build the wheel of the checkout; return it."""
    folder = places.work / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"),
            *("--no-build-isolation", "--disable-pip-version-check"),
            *("-w", str(folder), str(CHECKOUT)),
        ],
        check=True,
        env=dict(environment),
    )
    return next(folder.glob("*.whl"))


def lay_out(target: Target, wheel: Path, places: Places) -> Path:
    """Lay the program out for a system; return its folder."""
    root = places.work / f"tree-{target.name}"
    shutil.rmtree(root, ignore_errors=True)
    library = root / LIBRARIES
    library.mkdir(parents=True)
    lock = lock_for((CHECKOUT / "requirements.txt").read_text("utf-8"), target)
    wheels = fetch(lock, target.tags, places.work / f"wheels-{target.name}")
    unpack([*wheels, wheel], library)
    prune_qt(library, target)
    if target is LINUX:
        for source, name in LINUX_MODULES.items():
            shutil.copyfile(HERE / "linux" / source, library / name)
    compile_all(library)
    standard_library(library, places.work / "standard-library")
    _interpreter(target, root, places)
    shutil.copyfile(CHECKOUT / "LICENSE", root / "LICENSE")
    return root


def _interpreter(target: Target, root: Path, places: Places) -> None:
    lock = (HERE / target.runtime).read_text("utf-8")
    lock = "".join(
        line for line in lock.splitlines(keepends=True) if not line.startswith("#")
    )
    folder = places.work / f"runtime-{target.name}"
    windows = target is not LINUX
    (found,) = fetch(lock, target.tags, folder, source=windows)
    place = _windows_place if windows else _linux_place
    with zipfile.ZipFile(_embedded(found) if windows else found) as archive:
        for member in archive.infolist():
            to = place(member.filename)
            left = reason_to_leave(member.filename, INTERPRETER)
            if member.is_dir() or to is None or left:
                continue
            (root / to).parent.mkdir(parents=True, exist_ok=True)
            (root / to).write_bytes(archive.read(member))
    if target is LINUX:
        (root / LIBRARIES / "library.dat").write_text("library.zip", "ascii")
        (root / EXECUTABLE).chmod(0o755)
        (root / COMMAND).symlink_to(EXECUTABLE)
    else:
        paths = "lib\\library.zip\nlib\nlib\\dynload\n"
        (root / "python311._pth").write_text(paths, "ascii")


def _linux_place(name: str) -> str | None:
    home, _, rest = name.partition("/")
    if name.startswith("freeze_core/bases/console-"):
        return EXECUTABLE
    if name.startswith("freeze_core/lib/"):
        return f"{MODULES}/{name.rpartition('/')[2]}"
    if home == "freeze_core.libs":
        return name
    if "/licenses/" in name:
        return f"licenses/interpreter/{rest.rpartition('/')[2]}"
    return None


def _embedded(source: Path) -> io.BytesIO:
    with tarfile.open(source) as archive:
        (name,) = (n for n in archive.getnames() if n.endswith("/data.zip"))
        file = archive.extractfile(name)
        return io.BytesIO(file.read() if file else b"")


def _windows_place(name: str) -> str | None:
    file = name.rpartition("/")[2]
    if file == "LICENSE.txt":
        return "licenses/interpreter/LICENSE.txt"
    if not file.endswith((".dll", ".pyd")):
        return None
    beside = file.startswith(("python3", "vcruntime"))
    return file if beside else f"{MODULES}/{file}"
