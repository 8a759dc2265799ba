"""Open a file of evidence in the program that the computer has for it."""

import tempfile
from pathlib import Path, PurePath

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

DOCUMENTS = frozenset(
    [
        "pdf",
        "doc",
        "docx",
        "odt",
        "rtf",
        "txt",
        "xls",
        "xlsx",
        "ods",
        "csv",
        "ppt",
        "pptx",
        "odp",
        "jpg",
        "jpeg",
        "png",
        "gif",
        "bmp",
        "tif",
        "tiff",
        "webp",
        "heic",
    ]
)
"""Endings that are opened: what a computer would run, a school did not attach."""


def opens(name: str) -> bool:
    """Tell whether a file of this name is a document or a picture."""
    return PurePath(name).suffix.lower().removeprefix(".") in DOCUMENTS


def open_copy(name: str, content: bytes) -> bool:
    """Open a copy in a folder of its own; False where no program takes it.

    Raises:
        OSError: the copy cannot be written.
    """
    folder = Path(tempfile.mkdtemp(prefix="shkola-"))
    # the name came from outside: only its last part, and no dots before it
    path = folder / (PurePath(name.replace("\\", "/")).name.lstrip(".") or "file")
    path.write_bytes(content)
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
