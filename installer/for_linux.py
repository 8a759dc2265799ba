"""The two things for Linux: a folder in a .tar.gz, and a Debian package."""

import shutil
import time
from pathlib import Path

from installer.archives import write_deb, write_tar_gz
from installer.depends import asked_of_system, depends
from installer.program import COMMAND, EXECUTABLE, HERE, Places

NAME = "shkola-desktop"
HOME = f"usr/lib/{NAME}"
CONTROL = """\
Package: {name}
Version: {version}
Architecture: amd64
Maintainer: Shkola Desktop <shkola-desktop@localhost>
Installed-Size: {size}
Depends: {depends}
Recommends: {recommends}
Section: education
Priority: optional
Description: school self-assessment and development programme, offline
 Самодиагностика и программа развития школы без интернета.
 .
 A school answers the self-assessment, sees points, levels and deficits,
 drafts its development programme as PDF and Word, and hands signed and
 encrypted packages to its district on a USB stick.
"""


def make_tar(root: Path, version: str, date: int, places: Places) -> Path:
    """Write the folder that runs wherever it is unpacked."""
    shutil.copyfile(HERE / "linux/read-me.txt", root / "ПРОЧТИ.txt")
    for name in ("shkola-desktop.desktop",):
        shutil.copyfile(HERE / "linux" / name, root / name)
    shutil.copyfile(HERE / "icon/shkola.svg", root / "shkola-desktop.svg")
    inside = f"{NAME}-{version}"
    target = places.dist / f"{inside}-linux-x86_64.tar.gz"
    write_tar_gz(root, inside, date, target)
    return target


def make_deb(root: Path, version: str, date: int, places: Places) -> Path:
    """Write the package for Debian and what is made from it."""
    files = places.work / "deb"
    shutil.rmtree(files, ignore_errors=True)
    shutil.copytree(root, files / HOME, symlinks=True)
    share = files / "usr/share"
    for source, where in (
        ("linux/shkola-desktop.desktop", "applications/shkola-desktop.desktop"),
        ("linux/shkola-desktop.xml", "mime/packages/shkola-desktop.xml"),
        ("icon/shkola.svg", "icons/hicolor/scalable/apps/shkola-desktop.svg"),
        ("icon/shkola-48.png", "icons/hicolor/48x48/apps/shkola-desktop.png"),
        ("icon/shkola-256.png", "icons/hicolor/256x256/apps/shkola-desktop.png"),
        ("../LICENSE", f"doc/{NAME}/copyright"),
    ):
        (share / where).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(HERE / source, share / where)
    _metainfo(share / "metainfo/shkola_desktop.shkola.metainfo.xml", version, date)
    (files / "usr/bin").mkdir(parents=True)
    for command in (EXECUTABLE, COMMAND):
        (files / "usr/bin" / command).symlink_to(f"../lib/{NAME}/{EXECUTABLE}")
    must, may = depends(asked_of_system(files / HOME))
    size = sum(p.lstat().st_size for p in files.rglob("*")) // 1024
    control = CONTROL.format(
        name=NAME, version=version, size=size, depends=must, recommends=may
    )
    target = places.dist / f"{NAME}_{version}_amd64.deb"
    scratch = places.work / "deb-control"
    shutil.rmtree(scratch, ignore_errors=True)
    write_deb(files, {"control": control}, date, target, scratch)
    return target


def _metainfo(target: Path, version: str, date: int) -> None:
    text = (HERE / "linux/shkola-desktop.metainfo.xml").read_text("utf-8")
    day = time.strftime("%Y-%m-%d", time.gmtime(date))
    target.parent.mkdir(parents=True)
    target.write_text(text.replace("@VERSION@", version).replace("@DATE@", day))
