"""The two systems that are built for, and what differs between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

PYTHON = "3.11"
"""The interpreter inside; the build runs on the same, whose library it takes."""


@dataclass(frozen=True, slots=True)
class Target:
    """One system: how its wheels are called and where Qt lies in them.

    ``markers`` answers the conditions of the lock; ``tags`` are the platforms of
    wheels that run there, the preferred first.
    """

    name: str
    tags: tuple[str, ...]
    runtime: str
    module: str
    qt_libraries: str
    qt_plugins: str
    qt_translations: str
    plugins: Mapping[str, str]
    markers: Mapping[str, str] = field(default_factory=dict[str, str])


LINUX = Target(
    name="linux",
    tags=(
        *(f"manylinux_2_{minor}_x86_64" for minor in range(28, 16, -1)),
        "manylinux2014_x86_64",
    ),
    runtime="runtime-linux.txt",
    module=".abi3.so",
    qt_libraries="PySide6/Qt/lib",
    qt_plugins="PySide6/Qt/plugins",
    qt_translations="PySide6/Qt/translations",
    plugins={
        "iconengines/libqsvgicon.so": "icons of the program",
        "imageformats/libqico.so": "icons of files and windows",
        "imageformats/libqjpeg.so": "scans attached as evidence",
        "imageformats/libqsvg.so": "icons of the program",
        "platforminputcontexts/libcomposeplatforminputcontextplugin.so": "typing",
        "platforminputcontexts/libibusplatforminputcontextplugin.so": "typing",
        "platforms/libqoffscreen.so": "the self-test and the command line",
        "platforms/libqxcb.so": "the window; Wayland desktops show it by XWayland",
        "platformthemes/libqxdgdesktopportal.so": "file dialogs of the desktop",
        "printsupport/libcupsprintersupport.so": "printing",
        "xcbglintegrations/libqxcb-glx-integration.so": "asked for by some drivers",
    },
    markers={
        "sys_platform": "linux",
        "platform_system": "Linux",
        "os_name": "posix",
        "platform_machine": "x86_64",
    },
)

WINDOWS = Target(
    name="windows",
    tags=("win_amd64",),
    runtime="runtime-windows.txt",
    module=".pyd",
    qt_libraries="PySide6",
    qt_plugins="PySide6/plugins",
    qt_translations="PySide6/translations",
    plugins={
        "iconengines/qsvgicon.dll": "icons of the program",
        "imageformats/qico.dll": "icons of files and windows",
        "imageformats/qjpeg.dll": "scans attached as evidence",
        "imageformats/qsvg.dll": "icons of the program",
        "platforms/qoffscreen.dll": "the self-test and the command line",
        "platforms/qwindows.dll": "the window, and printing",
        "styles/qmodernwindowsstyle.dll": "controls that look like the system's",
    },
    markers={
        "sys_platform": "win32",
        "platform_system": "Windows",
        "os_name": "nt",
        "platform_machine": "AMD64",
    },
)
TARGETS = {target.name: target for target in (LINUX, WINDOWS)}
