"""ZIP files of an enemy: refused with a sentence of their own, in little memory."""

import io
import stat
import tracemalloc
import zipfile

import pytest

from shkola_desktop.domain.errors import PackageDamaged
from shkola_desktop.domain.package import PackageKind
from shkola_desktop.transfer import archive, layout, reader
from shkola_desktop.transfer.opener import PackageOpener
from shkola_desktop.words.messages import PROBLEMS, problem_line
from tests.support import forgery
from tests.support.packages import a_header

MEMORY = 40 * 1024 * 1024
"""Bytes that refusing may take: the spool in memory and a few pieces."""


def refused(package, rule):
    """Check that a package is refused for one reason, without much memory."""
    tracemalloc.start()
    try:
        seen = reader.inspect(package)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert rule in {problem.rule for problem in seen.problems}
    assert seen.content is None
    assert peak < MEMORY
    lines = [problem_line(p) for p in seen.problems if p.rule == rule]
    assert all(PROBLEMS[rule].split("{")[0] in line for line in lines)


def a_zip(*entries, method=zipfile.ZIP_STORED):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as made:
        for info, data in entries:
            made.writestr(info, data)
    return target.getvalue()


def named(name):
    info = zipfile.ZipInfo("bag/x")
    info.filename = name
    return info


@pytest.mark.parametrize(
    "name",
    [
        "../evil", "bag/../../evil", "/evil", "bag//x", "bag/./x", "C:/evil", "C:evil",
        "bag\\x", "bag/файл", "bag/a\nb", "bag/", "bag/" + "a" * 300, "bag/con?",
        "\\\\server\\share",
    ],
)  # fmt: skip
def test_odd_names(name):
    refused(a_zip(("bag/bagit.txt", b"x"), (named(name), b"x")), layout.ZIP_NAME)


def test_a_name_that_is_cut_at_nul():
    package = a_zip(("bag/aaaa/../x", b"x")).replace(b"aaaa/../x", b"a\0aa/../x")
    refused(package, layout.ZIP_NAME)


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFDIR, stat.S_IFIFO])
def test_links_and_other_things_that_are_no_files(kind):
    info = zipfile.ZipInfo("bag/x")
    info.create_system = 3
    info.external_attr = (kind | 0o777) << 16
    refused(a_zip((info, b"/etc/passwd")), layout.ZIP_LINK)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_twice_also_in_other_capitals():
    refused(a_zip(("bag/x", b"a"), ("bag/x", b"b")), layout.ZIP_NAME_TWICE)
    refused(a_zip(("bag/x", b"a"), ("bag/X", b"b")), layout.ZIP_NAME_TWICE)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_of_packing_that_ask_for_memory_as_they_like(method):
    refused(a_zip(("bag/x", bytes(100)), method=method), layout.ZIP_METHOD)


def test_a_bomb():
    bomb = a_zip(("bag/x", bytes(50_000_000)), method=zipfile.ZIP_DEFLATED)
    refused(bomb, layout.ZIP_RATIO)


def test_a_bomb_of_entries_that_share_their_bytes():
    refused(forgery.overlapping(), layout.ZIP_OVERLAP)


def test_a_bomb_of_entries_that_quote_each_other():
    package = forgery.quoted()
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        assert len(opened.infolist()) == 8
    refused(package, layout.ZIP_OVERLAP)


def test_a_member_that_goes_on_longer_than_it_says():
    package = a_zip(("bag/x", bytes(5_000_000)), method=zipfile.ZIP_DEFLATED)
    # both tables say 4 096 bytes
    package = package.replace((5_000_000).to_bytes(4, "little"), b"\0\x10\0\0")
    opened = archive.Archive(io.BytesIO(package), archive.OUTER)
    with pytest.raises(PackageDamaged):
        opened.read("bag/x")


def test_ten_million_claimed_entries_are_never_read():
    table = bytes(46) * 65_000
    refused(forgery.claiming(65_000, len(table), 0, table), layout.ZIP_TOO_MANY)
    # a few entries claimed, millions in the table
    refused(forgery.claiming(5, len(table), 0, table), layout.ZIP_BROKEN)


def test_ten_million_entries_of_zip64():
    end64 = b"PK\x06\x06" + (44).to_bytes(8, "little") + bytes(12)
    end64 += (10_000_000).to_bytes(8, "little") * 2 + (460_000_000).to_bytes(
        8, "little"
    )
    locator = b"PK\x06\x07" + bytes(16)
    before = bytes(1000) + end64 + bytes(8) + locator
    refused(forgery.claiming(0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, before), layout.ZIP_64)
    refused(forgery.claiming(5, 230, 0, before), layout.ZIP_64)


def test_what_lies_before_the_zip_is_refused(sealed):
    refused(b"#!/bin/sh\n" + sealed(), layout.ZIP_BROKEN)
    refused(sealed() + b"more", layout.ZIP_BROKEN)


def test_an_archive_inside_is_one_file_too_many(sealed):
    nested = a_zip(("x", b"x"))
    files = {**forgery.members_of(sealed()), "data/nested.zip": nested}
    refused(forgery.as_package(files), layout.BAG_MEMBER_EXTRA)


def test_a_password(sealed):
    package = bytearray(a_zip(("bag/x", b"abc")))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        package[package.index(sign) + place] |= 1
    refused(bytes(package), layout.ZIP_ENCRYPTED)


def test_a_bag_of_two_folders_or_another_name(sealed):
    refused(a_zip(("a/x", b""), ("b/x", b"")), layout.BAG_FOLDER)
    refused(a_zip(("x", b"")), layout.BAG_FOLDER)
    files = forgery.members_of(sealed())
    refused(forgery.as_package(files, folder="other"), layout.BAG_FOLDER)


def test_a_tag_file_without_an_end(sealed):
    long = b"Shkola-Note: " + b"x" * 5_000_000
    package = forgery.changed(sealed(), **{layout.INFO: long})
    refused(package, layout.ZIP_TOO_LARGE)


def test_an_encryption_header_without_an_end(sealed, ours):
    endless = b"age-encryption.org/v1\n" + b"-> X25519 abc\nabc\n" * 1_000_000
    header = a_header()
    package = forgery.forged(header, endless, ours, (), encrypt=False)
    seen = reader.inspect(package, ours)
    assert [p.rule for p in seen.problems] == [layout.CONTENT_HEADER]


@pytest.mark.parametrize(
    "inside",
    [
        a_zip(("content.json", bytes(60_000_000)), method=zipfile.ZIP_DEFLATED),
        forgery.overlapping("content.json"),
        forgery.quoted(),
        forgery.claiming(60_000),
        b"no archive",
        b"",
    ],
    ids=["bomb", "overlapping", "quoted", "many", "none", "empty"],
)
@pytest.mark.parametrize("kind", PackageKind)
def test_the_same_inside_the_encryption(ours, inside, kind):
    package = forgery.forged(a_header(kind), inside, ours, (ours.public().age,))
    tracemalloc.start()
    try:
        with pytest.raises(PackageDamaged):
            PackageOpener(ours).open(package, ours.public())
        assert tracemalloc.get_traced_memory()[1] < MEMORY
    finally:
        tracemalloc.stop()
