"""Files that people asked for: whole, or not at all."""

from contextlib import suppress
from pathlib import Path

from shkola_desktop.domain.errors import FolderNotWritable


def put_file(data: bytes, path: Path) -> Path:
    """Write a file of the person's choice and return its path.

    Raises:
        FolderNotWritable: the file cannot be written there.
    """
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise FolderNotWritable(path.parent) from error
    return path
