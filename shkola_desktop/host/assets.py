"""Finds forms/ and resources/: in the wheel, in the frozen program or the checkout."""

from importlib.resources import files
from pathlib import Path

from shkola_desktop.domain.errors import FileTooLarge, FileUnreadable, ResourceMissing


def asset(folder: str) -> Path:
    """Return the folder ``forms`` or ``resources``.

    Raises:
        ResourceMissing: the program was not copied whole.
    """
    bundled = Path(str(files("shkola_desktop"))) / "_assets" / folder
    if bundled.is_dir():
        return bundled
    beside = Path(__file__).parents[2] / folder
    if beside.is_dir():
        return beside
    raise ResourceMissing(folder)


def text(*parts: str) -> str:
    """Return a text file of resources/.

    Raises:
        ResourceMissing: it is not there.
    """
    path = asset("resources").joinpath(*parts)
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceMissing("/".join(parts)) from error


def given_text(path: Path, limit: int) -> str:
    """Return a text file that a person named, at most ``limit`` bytes of it.

    Raises:
        FileTooLarge: it is larger.
        FileUnreadable: it cannot be read or is not UTF-8.
    """
    try:
        size = path.stat().st_size
        if size > limit:
            raise FileTooLarge(path, size, limit)
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(path) from error
