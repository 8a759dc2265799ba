"""What the Linux program asks of the system, and which Debian packages give it."""

from collections.abc import Iterable
from pathlib import Path

from installer.archives import is_program
from installer.libraries import needed

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libc.so.6": "libc6 (>= 2.28)",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdl.so.2": "libc6 (>= 2.28)",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1 | libgcc1",
    "libglib-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libm.so.6": "libc6 (>= 2.28)",
    "libpthread.so.0": "libc6 (>= 2.28)",
    "libresolv.so.2": "libc6 (>= 2.28)",
    "librt.so.1": "libc6 (>= 2.28)",
    "libstdc++.so.6": "libstdc++6",
    "libutil.so.1": "libc6 (>= 2.28)",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
OPTIONAL = {"libcups.so.2": "libcups2t64 | libcups2"}
"""Without these a plugin stays silent: printing then goes through a PDF."""
LOADER = "ld-linux-x86-64.so.2"


def programs(root: Path) -> list[Path]:
    """Return all libraries and programs of a Linux tree, sorted."""
    return sorted(
        path
        for path in root.rglob("*")
        if path.is_file()
        and not path.is_symlink()
        and (".so" in path.name or is_program(path.name, path))
        and path.open("rb").read(4) == b"\x7fELF"
    )


def asked_of_system(root: Path) -> frozenset[str]:
    """Return the names of libraries that the tree asks for and does not hold."""
    files = programs(root)
    own = {path.name for path in files}
    asked = {name for path in files for name in needed(path)}
    return frozenset(asked - own - {LOADER})


def depends(asked: Iterable[str]) -> tuple[str, str]:
    """Return the lines Depends and Recommends for these libraries.

    Raises:
        LookupError: a library that no package is known for: name it in ``PACKAGES``.
    """
    names = set(asked)
    unknown = sorted(names - PACKAGES.keys() - OPTIONAL.keys())
    if unknown:
        raise LookupError(", ".join(unknown))
    must = sorted({PACKAGES[name] for name in names & PACKAGES.keys()})
    may = sorted({OPTIONAL[name] for name in names & OPTIONAL.keys()})
    return ", ".join(must), ", ".join([*may, "fonts-dejavu-core"])
