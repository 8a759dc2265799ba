"""A ZIP's own tables, checked before and after the library reads them.

The library reads the whole table into memory, whatever it claims; so its size and
count are looked at first, in the 22 bytes that end the file.
"""

import stat
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from shkola_desktop.domain.errors import PackageDamaged, Problem
from shkola_desktop.transfer import layout

END = struct.Struct("<4s4H2LH")
"""Signature, two disks, two counts, size and place of the table, comment."""
END_SIGN = b"PK\x05\x06"
LOCATOR = 20
LOCATOR_SIGN = b"PK\x06\x07"
FULL_SHORT, FULL_LONG = 0xFFFF, 0xFFFFFFFF
"""Values that send the reader to the tables of ZIP64."""
LOCAL = struct.Struct("<4s22s2H")
"""Signature, what the table repeats, lengths of name and extras."""
LOCAL_SIGN = b"PK\x03\x04"
METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""Others ask for memory as they like, and no package of ours has them."""
ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Limits:
    """What an archive may hold. Sizes in bytes."""

    entries: int
    size: int
    ratio: int = layout.MAX_RATIO


@dataclass(frozen=True, slots=True)
class Table:
    """Where the table begins and how many entries it claims."""

    start: int
    entries: int


def table_of(file: BinaryIO, limits: Limits) -> Table:
    """Return what the end of a ZIP says of its table.

    Raises:
        PackageDamaged: it is none, is ZIP64, or claims more than is allowed.
    """
    size = file.seek(0, 2)
    if size > limits.size + limits.entries * layout.MAX_RECORD * 2:
        raise _refused(layout.ZIP_TOO_LARGE)
    if size < END.size:
        raise _refused(layout.ZIP_BROKEN)
    # ours bear no comment, so the end is where it should be
    before = min(size - END.size, LOCATOR)
    file.seek(size - END.size - before)
    tail = file.read(before + END.size)
    end = END.unpack(tail[before:])
    sign, disk, table_disk, here, entries, length, start, comment = end
    if sign != END_SIGN or comment:
        raise _refused(layout.ZIP_BROKEN)
    if (
        tail.startswith(LOCATOR_SIGN)
        or FULL_SHORT in {here, entries}
        or FULL_LONG in {length, start}
    ):
        raise _refused(layout.ZIP_64)
    if entries > limits.entries:
        raise _refused(layout.ZIP_TOO_MANY, f"{entries}")
    if (
        (disk, table_disk, here) != (0, 0, entries)
        or length > entries * layout.MAX_RECORD
        or start + length != size - END.size
    ):
        raise _refused(layout.ZIP_BROKEN)
    return Table(start, entries)


def entry_problems(
    infos: list[zipfile.ZipInfo], table: Table, limits: Limits, file: BinaryIO
) -> list[Problem]:
    """Return everything that is wrong with the entries of a table."""
    if len(infos) != table.entries:
        return [_problem("", layout.ZIP_BROKEN)]
    problems: list[Problem] = []
    seen: set[str] = set()
    for info in infos:
        name = info.filename
        if name.casefold() in seen:
            problems.append(_problem(name, layout.ZIP_NAME_TWICE))
        seen.add(name.casefold())
        problems.extend(_problem(name, rule) for rule in _faults_of(info, limits))
    if sum(info.file_size for info in infos) > limits.size:
        problems.append(_problem("", layout.ZIP_TOO_LARGE))
    problems.extend(_overlaps(infos, table, file))
    return problems[: layout.MAX_TOLD]


def _faults_of(info: zipfile.ZipInfo, limits: Limits) -> list[str]:
    faults: list[str] = []
    # the library cuts a name at NUL, and keeps what stood in the file
    if not _good_name(info.filename) or info.orig_filename != info.filename:
        faults.append(layout.ZIP_NAME)
    kind = stat.S_IFMT(info.external_attr >> 16)
    # many tools write rights without a kind of file
    if kind not in {0, stat.S_IFREG}:
        faults.append(layout.ZIP_LINK)
    if info.flag_bits & ENCRYPTED:
        faults.append(layout.ZIP_ENCRYPTED)
    if info.compress_type not in METHODS:
        faults.append(layout.ZIP_METHOD)
    if info.file_size > limits.ratio * max(info.compress_size, 1024):
        faults.append(layout.ZIP_RATIO)
    return faults


def _good_name(name: str) -> bool:
    parts = name.split("/")
    return (
        0 < len(name) <= layout.MAX_NAME
        and name.isascii()
        and name.isprintable()
        and not set(name) & set('\\:*?"<>|')
        and all(part not in {"", ".", ".."} for part in parts)
    )


def _overlaps(
    infos: list[zipfile.ZipInfo], table: Table, file: BinaryIO
) -> Iterator[Problem]:
    """Find entries that use the same bytes: a small file that unpacks into a large."""
    ordered = sorted(infos, key=lambda info: info.header_offset)
    nexts = [info.header_offset for info in ordered[1:]] + [table.start]
    for info, following in zip(ordered, nexts, strict=True):
        file.seek(info.header_offset)
        head = file.read(LOCAL.size)
        if len(head) < LOCAL.size or not head.startswith(LOCAL_SIGN):
            yield _problem(info.filename, layout.ZIP_MEMBER_BROKEN)
            continue
        _, _, name, extra = LOCAL.unpack(head)
        end = info.header_offset + LOCAL.size + name + extra + info.compress_size
        if end > following:
            yield _problem(info.filename, layout.ZIP_OVERLAP)


def _refused(rule: str, what: str = "") -> PackageDamaged:
    return PackageDamaged((_problem("", rule, what),))


def _problem(name: str, rule: str, what: str = "") -> Problem:
    # a name out of a stranger's file is shown, but not all of it
    return Problem("", name[: layout.MAX_NAME], rule, what, "")
