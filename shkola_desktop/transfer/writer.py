"""Put a package on a medium: the order of the steps is the guarantee.

Space → ``*.part`` → fsync → close → read back and check → rename → fsync of the
folder. Whatever fails leaves nothing under the final name.
"""

import errno
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from shkola_desktop.domain.errors import (
    Cancelled,
    DriveFull,
    DriveGone,
    DriveReadOnly,
    ShkolaError,
    WriteNotVerified,
)
from shkola_desktop.transfer.layout import PART
from shkola_desktop.transfer.medium import Medium

RESERVE = 10
"""Per cent of the size that must stay free: directories and the covering sheet."""

Verify = Callable[[bytes], bool]


def write(
    data: bytes, target: Path, medium: Medium, verify: Verify, stop: Callable[[], bool]
) -> Path:
    """Write ``data`` under ``target``; done only when it was read back and checked.

    A file with the same name and bytes is already done; one with other bytes is
    never touched.

    Raises:
        DriveFull, DriveGone, DriveReadOnly, WriteNotVerified, Cancelled.
    """
    part = target.with_name(target.name + PART)
    try:
        if _already_there(data, target, medium):
            return target
        _require_space(data, target.parent, medium)
        try:
            _write_part(data, part, medium, stop)
            _verify_part(data, part, medium, verify)
            _stop_here(stop)
            medium.rename(part, target)
            medium.sync_folder(target.parent)
        except BaseException:
            # the target was not there before: under its name is ours or nothing
            for left in (part, target):
                with suppress(OSError):
                    medium.remove(left)
            raise
    except ShkolaError:
        raise
    except OSError as error:
        raise _ours(error, target, len(data), medium) from error
    return target


def _already_there(data: bytes, target: Path, medium: Medium) -> bool:
    if not target.exists():
        return False
    if medium.read(target) == data:
        return True
    raise WriteNotVerified(target)


def _require_space(data: bytes, folder: Path, medium: Medium) -> None:
    needed = len(data) + len(data) * RESERVE // 100
    free = medium.free(folder)
    if free < needed:
        raise DriveFull(folder, needed, free)


def _write_part(
    data: bytes, part: Path, medium: Medium, stop: Callable[[], bool]
) -> None:
    _stop_here(stop)
    file = medium.create(part)
    try:
        chunk = 1 << 20
        for start in range(0, len(data), chunk):
            _stop_here(stop)
            medium.write(file, data[start : start + chunk])
        medium.sync(file)
    finally:
        file.close()


def _verify_part(data: bytes, part: Path, medium: Medium, verify: Verify) -> None:
    found = medium.read(part)
    if found != data or not verify(found):
        raise WriteNotVerified(part)


def _stop_here(stop: Callable[[], bool]) -> None:
    if stop():
        raise Cancelled


def _ours(error: OSError, target: Path, size: int, medium: Medium) -> ShkolaError:
    folder = target.parent
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        free = 0
        with suppress(OSError):
            free = medium.free(folder)
        return DriveFull(folder, size + size * RESERVE // 100, free)
    if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return DriveReadOnly(folder)
    return DriveGone(folder)
