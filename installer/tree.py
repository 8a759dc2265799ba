"""Lays out the program as it is installed: interpreter, library, packages."""

import compileall
import shutil
import sys
import sysconfig
import zipfile
from collections.abc import Callable, Collection, Iterable
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from py_compile import PycInvalidationMode

from installer.leave_out import (
    PATTERNS,
    QT_FILES,
    QT_MODULES,
    QT_TRANSLATIONS,
    STANDARD_LIBRARY,
    reason_to_leave,
)
from installer.libraries import closure, needed
from installer.targets import Target

LIBRARY = "library.zip"
STAMP = (1980, 1, 1, 0, 0, 0)
"""The date of all files in archives of modules: nobody reads it."""
SHARED = (".so", ".dll", ".pyd")


def unpack(wheels: Iterable[Path], folder: Path) -> None:
    """Unpack wheels one over another; their scripts and headers stay behind."""
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            for member in archive.infolist():
                name = _installed_name(member.filename)
                if member.is_dir() or reason_to_leave(name, PATTERNS):
                    continue
                target = folder / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(member))


def _installed_name(name: str) -> str:
    parts = PurePosixPath(name).parts
    if parts[0].endswith(".data") and parts[1] in {"purelib", "platlib"}:
        return "/".join(parts[2:])
    return name


def prune_qt(folder: Path, target: Target) -> None:
    """Leave of PySide6 what is listed and the libraries that this needs."""
    names = [
        str(path.relative_to(folder).as_posix())
        for home in ("PySide6", "shiboken6")
        for path in (folder / home).rglob("*")
        if path.is_file()
    ]
    kept = qt_kept(names, target, lambda name: needed(folder / name))
    for name in names:
        if name not in kept:
            (folder / name).unlink()
    _remove_empty(folder)


def qt_kept(
    names: Collection[str],
    target: Target,
    asked: Callable[[str], Iterable[str]],
) -> frozenset[str]:
    """Return which files of PySide6 and shiboken6 come along.

    Raises:
        FileNotFoundError: a listed one is not in the wheel (its name changed).
    """
    roots = {
        *(f"PySide6/{module}{target.module}" for module in QT_MODULES),
        *(f"{target.qt_plugins}/{plugin}" for plugin in target.plugins),
    }
    plain = {
        *QT_FILES,
        *(f"{target.qt_translations}/{name}" for name in QT_TRANSLATIONS),
    }
    missing = sorted((roots | plain) - set(names))
    if missing:
        raise FileNotFoundError(", ".join(missing))
    own = {name for name in names if name.startswith("shiboken6/")}
    by_name = {
        PurePosixPath(name).name.lower(): name
        for name in names
        if "/plugins/" not in name and any(end in name for end in SHARED)
    }
    programs = roots | {name for name in own if name.endswith(target.module)}
    return closure(programs, by_name, asked) | plain | own


def _remove_empty(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def compile_all(folder: Path) -> None:
    """Put compiled modules in the place of their sources.

    Unchecked by hash: they hold no date, so that the same source gives the same
    bytes, and no start of the program looks for a source.

    Raises:
        RuntimeError: a module is no Python of this version.
    """
    if not compileall.compile_dir(
        folder,
        quiet=1,
        legacy=True,
        force=True,
        stripdir=str(folder),
        invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
        optimize=0,
    ):
        raise RuntimeError(f"not compiled: {folder}")
    for source in folder.rglob("*.py"):
        if source.with_suffix(".pyc").is_file():
            source.unlink()


def standard_library(folder: Path, scratch: Path) -> None:
    """Pack the library of the Python that runs this into one stored archive."""
    source = Path(sysconfig.get_path("stdlib"))
    shutil.rmtree(scratch, ignore_errors=True)
    shutil.copytree(source, scratch, ignore=_left_of_library)
    compile_all(scratch)
    pack_modules(scratch, folder / LIBRARY)


def _left_of_library(_folder: str, names: list[str]) -> set[str]:
    return {
        name
        for name in names
        for pattern in STANDARD_LIBRARY
        if fnmatchcase(name, pattern)
    }


def pack_modules(folder: Path, archive: Path) -> None:
    """Store compiled modules in an archive, sorted and undated.

    Stored, not packed: a start reads them from a slow stick without unpacking, and
    the installer packs better than a ZIP.
    """
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as packed:
        for path in sorted(folder.rglob("*.pyc")):
            name = path.relative_to(folder).as_posix()
            packed.writestr(zipfile.ZipInfo(name, STAMP), path.read_bytes())


def right_python() -> bool:
    """Tell whether the Python that runs this can give its library."""
    return sys.version_info[:2] == (3, 11) and sys.implementation.name == "cpython"
