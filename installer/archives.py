"""Archives with the same bytes for the same files: sorted, one date, fixed rights."""

import gzip
import hashlib
import io
import lzma
import tarfile
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

RUNNABLE, READABLE = 0o755, 0o644


def is_program(name: str, data: Path) -> bool:
    """Tell whether a file of a Linux tree has to be runnable."""
    with data.open("rb") as file:
        start = file.read(4)
    return start.startswith(b"#!") or (start == b"\x7fELF" and ".so" not in name)


def tar(
    folder: Path,
    prefix: str,
    date: int,
    runnable: Callable[[str, Path], bool] = is_program,
) -> bytes:
    """Return a folder as a tar whose names begin with ``prefix``."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for path in sorted([folder, *folder.rglob("*")]):
            inside = path.relative_to(folder).as_posix()
            name = prefix if inside == "." else f"{prefix}/{inside}"
            member = tarfile.TarInfo(name)
            member.mtime, member.uname, member.gname = date, "root", "root"
            if path.is_symlink():
                member.type, member.linkname = tarfile.SYMTYPE, str(path.readlink())
                archive.addfile(member)
            elif path.is_dir():
                member.type, member.mode = tarfile.DIRTYPE, RUNNABLE
                archive.addfile(member)
            else:
                member.size = path.stat().st_size
                member.mode = RUNNABLE if runnable(inside, path) else READABLE
                with path.open("rb") as file:
                    archive.addfile(member, file)
    return made.getvalue()


def write_tar_gz(folder: Path, prefix: str, date: int, target: Path) -> None:
    """Write a folder as a .tar.gz."""
    target.write_bytes(gzip.compress(tar(folder, prefix, date), 6, mtime=date))


def write_zip(folder: Path, prefix: str, date: int, target: Path) -> None:
    """Write a folder as a ZIP."""
    stamp = time.gmtime(date)[:6]
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_dir():
                continue
            name = f"{prefix}/{path.relative_to(folder).as_posix()}"
            member = zipfile.ZipInfo(name, stamp)
            member.external_attr = READABLE << 16
            archive.writestr(member, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)


def write_deb(
    files: Path, control: Mapping[str, str], date: int, target: Path, scratch: Path
) -> None:
    """Write a Debian package of a tree and its control files.

    ``control`` holds ``control`` and, where needed, scripts by their names; the sums
    of the files are added.
    """
    scratch.mkdir(parents=True, exist_ok=True)
    for name, text in control.items():
        (scratch / name).write_text(text, "utf-8")
    sums = "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}"
        f"  {path.relative_to(files).as_posix()}\n"
        for path in sorted(files.rglob("*"))
        if path.is_file() and not path.is_symlink()
    )
    (scratch / "md5sums").write_text(sums, "utf-8")
    parts = {
        "debian-binary": b"2.0\n",
        "control.tar.xz": lzma.compress(tar(scratch, ".", date)),
        "data.tar.xz": lzma.compress(tar(files, ".", date), preset=4),
    }
    with target.open("wb") as file:
        file.write(b"!<arch>\n")
        for name, data in parts.items():
            head = f"{name:<16}{date:<12}{0:<6}{0:<6}{'100644':<8}{len(data):<10}`\n"
            file.write(head.encode("ascii") + data + b"\n" * (len(data) % 2))


def write_sums(folder: Path) -> Path:
    """Write the SHA-256 sums of all files of a folder, as sha256sum reads them."""
    listing = folder / "SHA256SUMS"
    text = "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(folder.iterdir())
        if path.is_file() and path != listing
    )
    listing.write_text(text, "utf-8")
    return listing
