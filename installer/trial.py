"""``python -m installer.trial``: tries what was built, inside bare systems.

As root on Debian. What cannot be tried here is said, never passed over in silence.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from installer.program import CHECKOUT, HERE
from shkola_desktop import __version__

DIST = CHECKOUT / "dist"
WORK = CHECKOUT / "build/trial"
RELEASE = "bookworm"
LIMIT = 600
"""Seconds that one step may take on a busy machine."""
FOLDER = r"C:\users\УчительИванова\Программы\Школа"
"""Without a space: Wine quotes an argument that has one, and NSIS takes no quotes."""
TYPE = r"HKCU\Software\Classes\.shkola"
NOT_TRIED = """\
Not tried on real Windows: SmartScreen and antivirus programs, Windows' own file locks
during an upgrade, printing, scaling of several screens, group policy, fonts of Windows.
Not tried on Astra Linux, ALT and RED OS: only which glibc the files ask for."""


class Refused(Exception):
    """A step of the trial came out otherwise than it should."""


def run(*command: str | Path, **more: str) -> str:
    """Run a command with more variables; return what it printed.

    Raises:
        Refused: it failed or did not end.
    """
    try:
        done = subprocess.run(
            [str(part) for part in command],
            env={**os.environ, **more},
            capture_output=True,
            text=True,
            timeout=LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Refused(f"no end after {LIMIT} s: {command}") from error
    if done.returncode:
        raise Refused(f"{done.returncode} of {command}\n{done.stdout}{done.stderr}")
    return done.stdout


def expect(condition: object, told: str) -> None:
    """Refuse what is not so."""
    if not condition:
        raise Refused(told)


def bare_debian() -> Path:
    """Return a fresh copy of the smallest Debian, made once; it has no Python."""
    made = WORK / f"debian-{RELEASE}"
    if not (made / "usr/bin/apt-get").exists():
        shutil.rmtree(made, ignore_errors=True)
        run("debootstrap", "--variant=minbase", RELEASE, made)
    fresh = WORK / "debian"
    run("rm", "-rf", "--one-file-system", fresh)
    run("cp", "-a", made, fresh)
    expect(not (fresh / "usr/bin/python3").exists(), "the bare system has a Python")
    return fresh


def in_debian(steps: Callable[[Path], None]) -> None:
    """Do steps in a bare Debian with /proc, and let go of it."""
    root = bare_debian()
    run("mount", "-t", "proc", "proc", root / "proc")
    try:
        steps(root)
    finally:
        run("umount", root / "proc")


def as_person(root: Path, command: str) -> str:
    """Run a command in the bare system as a plain user."""
    return run("chroot", root, "su", "-", "teacher", "-c", f"LC_ALL=C.UTF-8 {command}")


def deb() -> None:
    """Install the package, run its self-test as a plain user, remove it."""

    def steps(root: Path) -> None:
        package = DIST / f"shkola-desktop_{__version__}_amd64.deb"
        shutil.copy(package, root / "opt/shkola.deb")
        apt = "DEBIAN_FRONTEND=noninteractive apt-get -qq --no-install-recommends"
        run(
            "chroot",
            root,
            "sh",
            "-c",
            f"apt-get -qq update && {apt} install -y /opt/shkola.deb",
        )
        run("chroot", root, "useradd", "-m", "teacher")
        _timed_self_test(lambda: as_person(root, "shkola self-test"))
        run("chroot", root, "sh", "-c", f"{apt} remove -y shkola-desktop")
        expect(not (root / "usr/lib/shkola-desktop").exists(), "files stayed behind")

    in_debian(steps)


def tar() -> None:
    """Unpack the folder where there is no Python, with the libraries of a desktop."""

    def steps(root: Path) -> None:
        archive = DIST / f"shkola-desktop-{__version__}-linux-x86_64.tar.gz"
        told = run(
            "dpkg-deb",
            "-f",
            DIST / f"shkola-desktop_{__version__}_amd64.deb",
            "Depends",
        )
        names = [part.split("|")[-1].split("(")[0].strip() for part in told.split(",")]
        run(
            "chroot",
            root,
            "sh",
            "-c",
            "apt-get -qq update && DEBIAN_FRONTEND=noninteractive "
            "apt-get -qq --no-install-recommends install -y " + " ".join(names),
        )
        run("chroot", root, "useradd", "-m", "teacher")
        run("tar", "xzf", archive, "-C", root / "home/teacher", "--no-same-owner")
        folder = f"/home/teacher/shkola-desktop-{__version__}"
        _timed_self_test(lambda: as_person(root, f"{folder}/shkola self-test"))

    in_debian(steps)


def portable() -> None:
    """Unpack the folder for a stick and run its self-test under Wine."""
    _prefix()
    home = WORK / "wine/drive_c/Флешка"
    shutil.rmtree(home, ignore_errors=True)
    shutil.unpack_archive(
        DIST / f"shkola-desktop-{__version__}-windows-portable.zip", home
    )
    _timed_self_test(lambda: wine(r"C:\Флешка\shkola-desktop\shkola.exe", "self-test"))


def windows() -> None:
    """Install silently, run, install over it, remove; the data stays."""
    _prefix()
    setup = DIST / f"shkola-desktop-{__version__}-windows-setup.exe"
    home = WORK / "wine/drive_c/users/УчительИванова/Программы/Школа"
    shutil.rmtree(home.parent, ignore_errors=True)
    began = time.monotonic()
    wine(setup, "/S", "/DESKTOP=1", f"/D={FOLDER}")
    print(f"  installed in {time.monotonic() - began:.0f} s")
    expect("shkola-desktop.package" in wine("reg", "query", TYPE), "no file type")
    _timed_self_test(lambda: wine(FOLDER + r"\shkola.exe", "self-test"))
    kept = home / "shkola-data/kept.txt"
    kept.parent.mkdir()
    kept.write_text("kept")
    wine(setup, "/S", f"/D={FOLDER}")
    expect(kept.read_text() == "kept", "an upgrade lost data")
    expect(not home.with_name("Школа.old").exists(), "the former version stayed")
    began = time.monotonic()
    # _?= keeps the uninstaller in its place, so that its end can be waited for
    wine(FOLDER + r"\uninstall.exe", "/S", f"_?={FOLDER}")
    print(f"  removed in {time.monotonic() - began:.0f} s")
    left = {path.name for path in home.iterdir()}
    expect(left <= {"shkola-data", "uninstall.exe"}, f"stayed behind: {left}")
    expect(kept.read_text() == "kept", "removal took the data")


def wine(*command: str | Path) -> str:
    """Run a Windows program in a virtual screen."""
    return run(
        *("xvfb-run", "-a", "wine", *command),
        WINEPREFIX=str(WORK / "wine"),
        WINEARCH="win64",
        WINEDEBUG="-all",
        LC_ALL="C.UTF-8",
        QT_QPA_PLATFORM="offscreen",  # Wine 8 lacks what Qt's own platform asks for
    )


def _prefix() -> None:
    if not (WORK / "wine/system.reg").exists():
        wine("wineboot", "-i")
        wine("winecfg", "-v", "win10")
    missing = WORK / "wine/drive_c/windows/system32/bcryptprimitives.dll"
    if not missing.exists():
        source = HERE / "windows/prng_for_wine.c"
        run("x86_64-w64-mingw32-gcc", "-shared", "-o", missing, source, "-ladvapi32")


def _timed_self_test(test: Callable[[], str]) -> None:
    began = time.monotonic()
    test()
    print(f"  self-test passed in {time.monotonic() - began:.0f} s")


def main() -> None:
    """Try everything; leave with 1 where something was refused."""
    if os.geteuid() != 0:
        sys.exit("Trials install packages in bare systems: run them as root.")
    WORK.mkdir(parents=True, exist_ok=True)
    failed = False
    for trial in (deb, tar, portable, windows):
        print(f"{trial.__name__}:", flush=True)
        try:
            trial()
        except (Refused, OSError) as error:
            failed = True
            print(f"  REFUSED: {error}")
    print(NOT_TRIED)
    sys.exit(failed)


if __name__ == "__main__":
    main()
