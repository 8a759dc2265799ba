"""The system's dialogs for files and folders."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


class SystemDialogs:
    """Asks with the dialogs of the system, over a window."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def open_files(self, title: str) -> tuple[Path, ...]:
        """Return the chosen files, none when the person gave up."""
        names, _ = QFileDialog.getOpenFileNames(self._parent, title)
        return tuple(Path(name) for name in names)

    def save_file(self, title: str, name: str, kinds: str) -> Path | None:
        """Return where to save, or None."""
        chosen, _ = QFileDialog.getSaveFileName(self._parent, title, name, kinds)
        return Path(chosen) if chosen else None

    def folder(self, title: str) -> Path | None:
        """Return a folder, or None."""
        chosen = QFileDialog.getExistingDirectory(self._parent, title)
        return Path(chosen) if chosen else None
