"""The same files give the same bytes, and known tools open them."""

import os
import subprocess
import tarfile
import zipfile

from installer.archives import write_deb, write_sums, write_tar_gz, write_zip

DATE = 1_700_000_000


def made(folder):
    (folder / "lib").mkdir(parents=True)
    (folder / "lib/a.txt").write_text("a")
    (folder / "run").write_text("#!/bin/sh\n")
    (folder / "link").symlink_to("run")
    return folder


def test_a_tar_does_not_know_when_and_by_whom_it_was_made(tmp_path):
    first, second = made(tmp_path / "1"), made(tmp_path / "2")
    os.utime(second / "run", (1, 1))
    (second / "run").chmod(0o600)
    write_tar_gz(first, "p", DATE, tmp_path / "1.tar.gz")
    write_tar_gz(second, "p", DATE, tmp_path / "2.tar.gz")
    assert (tmp_path / "1.tar.gz").read_bytes() == (tmp_path / "2.tar.gz").read_bytes()
    with tarfile.open(tmp_path / "1.tar.gz") as archive:
        told = {m.name: (m.mode, m.mtime, m.uname) for m in archive if m.isreg()}
    assert told == {
        "p/lib/a.txt": (0o644, DATE, "root"),
        "p/run": (0o755, DATE, "root"),
    }


def test_a_zip_has_one_date_and_one_folder(tmp_path):
    folder = tmp_path / "1"
    folder.mkdir()
    (folder / "ПРОЧТИ.txt").write_text("a")
    write_zip(folder, "p", DATE, tmp_path / "1.zip")
    write_zip(folder, "p", DATE, tmp_path / "2.zip")
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "1.zip") as archive:
        assert archive.namelist() == ["p/ПРОЧТИ.txt"]


def test_debian_reads_the_package(tmp_path):
    files = made(tmp_path / "files")
    control = "Package: a\nVersion: 1\nArchitecture: amd64\nMaintainer: b\n"
    control += "Description: c\n"
    for name in ("1", "2"):
        target = tmp_path / f"{name}.deb"
        write_deb(files, {"control": control}, DATE, target, tmp_path / f"c{name}")
    assert (tmp_path / "1.deb").read_bytes() == (tmp_path / "2.deb").read_bytes()
    listed = subprocess.run(
        ["dpkg-deb", "--contents", str(tmp_path / "1.deb")],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "-rwxr-xr-x root/root" in listed
    assert "./link -> run" in listed


def test_sums_are_read_by_sha256sum(tmp_path):
    (tmp_path / "a.bin").write_text("a")
    write_sums(tmp_path)
    write_sums(tmp_path)
    told = subprocess.run(
        ["sha256sum", "--check", "SHA256SUMS"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "LC_ALL": "C"},
    )
    assert told.stdout == "a.bin: OK\n"
