"""Members ⇄ ZIP: the same bytes from the same members; bombs and odd names refused."""

import io
import stat
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from shkola_desktop.domain.errors import PackageDamaged, Problem
from shkola_desktop.transfer import layout

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date that ZIP knows: no clock in the bytes."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What an archive may hold. Sizes in bytes."""

    entries: int
    size: int
    ratio: int = layout.MAX_RATIO


OUTER = Limits(layout.MAX_OUTER_ENTRIES, layout.MAX_PACKAGE)
INNER = Limits(layout.MAX_INNER_ENTRIES, layout.MAX_INNER_SIZE)


def pack(members: Mapping[str, bytes], *, compress: bool) -> bytes:
    """Return a ZIP of the members: sorted names, fixed dates and rights."""
    method = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name in sorted(members):
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = method
            info.create_system = 3  # Unix, on every system alike
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(info, members[name])
    return target.getvalue()


def unpack(data: bytes, limits: Limits) -> dict[str, bytes]:
    """Return the members of a ZIP, after everything was checked.

    Raises:
        PackageDamaged: every fault that was found.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            problems = _entry_problems(infos, limits)
            if problems:
                raise PackageDamaged(tuple(problems))
            return _contents(archive, infos)
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
        raise PackageDamaged((_problem("", layout.ZIP_BROKEN),)) from error


def _entry_problems(infos: list[zipfile.ZipInfo], limits: Limits) -> list[Problem]:
    if len(infos) > limits.entries:
        return [_problem("", layout.ZIP_TOO_MANY, f"{len(infos)}")]
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
    return problems


def _faults_of(info: zipfile.ZipInfo, limits: Limits) -> list[str]:
    faults: list[str] = []
    if not _good_name(info.filename):
        faults.append(layout.ZIP_NAME)
    kind = stat.S_IFMT(info.external_attr >> 16)
    # many tools write rights without a kind of file
    if kind not in {0, stat.S_IFREG}:
        faults.append(layout.ZIP_LINK)
    if info.flag_bits & 0x1:
        faults.append(layout.ZIP_ENCRYPTED)
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


def _contents(
    archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo]
) -> dict[str, bytes]:
    members: dict[str, bytes] = {}
    problems: list[Problem] = []
    for info in infos:
        try:
            with archive.open(info) as member:
                # never more than was declared, whatever the stream goes on to give
                content = member.read(info.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
            problems.append(_problem(info.filename, layout.ZIP_MEMBER_BROKEN))
            continue
        if len(content) != info.file_size:
            problems.append(_problem(info.filename, layout.ZIP_MEMBER_BROKEN))
        members[info.filename] = content
    if problems:
        raise PackageDamaged(tuple(problems))
    return members


def _problem(name: str, rule: str, what: str = "") -> Problem:
    return Problem("", name, rule, what, "")
