"""The files of the keys: plain for their owner, or one under a passphrase."""

import os
from pathlib import Path

import pyrage

from shkola_desktop.domain.errors import (
    FileUnreadable,
    FolderNotWritable,
    KeysLocked,
    PassphraseWrong,
)

AGE_FILE = "age.txt"
MINISIGN_FILE = "minisign.key"
LOCKED_FILE = "keys.age"
"""Both files one after the other, under a passphrase: ``age -d keys.age``."""
FORMER = "former"
"""Keys that others took the place of; nothing is thrown away."""
MAX_FILE = 64 * 1024
"""Bytes of a key file: ours have below one KB."""


class KeyStore:
    """Reads and writes the secret files of a folder.

    Where ``keys.age`` lies it counts, whatever lies beside it: a crash between its
    writing and the removal of the plain files leaves nothing half-way.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._unlocked: dict[str, bytes] | None = None

    @property
    def locked(self) -> bool:
        """True where a passphrase is needed first."""
        return self.protected and self._unlocked is None

    @property
    def protected(self) -> bool:
        """True where the keys lie under a passphrase."""
        return self._path(LOCKED_FILE).exists()

    def has(self, name: str) -> bool:
        """Tell whether a key is there already; a locked one is."""
        return self.protected or self._path(name).exists()

    def read(self, name: str) -> bytes:
        """Return a key file.

        Raises:
            KeysLocked: a passphrase is needed first.
            FileUnreadable: it cannot be read.
        """
        if not self.protected:
            return read_small(self._path(name))
        if self._unlocked is None:
            raise KeysLocked
        return self._unlocked[name]

    def write(self, name: str, content: bytes) -> None:
        """Write a key file, readable by its owner from the first byte on.

        Raises:
            FolderNotWritable: it cannot be written.
        """
        write_secret(self._path(name), content)

    def unlock(self, passphrase: str) -> None:
        """Open the protected keys for as long as the program runs.

        Raises:
            PassphraseWrong: it is another one.
            FileUnreadable: the file is damaged.
        """
        path = self._path(LOCKED_FILE)
        try:
            found = pyrage.passphrase.decrypt(read_small(path), passphrase)
        except pyrage.DecryptError as error:
            raise PassphraseWrong from error
        age, separator, minisign = found.partition(b"untrusted comment:")
        if not separator:
            raise FileUnreadable(path)
        self._unlocked = {AGE_FILE: age, MINISIGN_FILE: separator + minisign}

    def protect(self, passphrase: str) -> None:
        """Put the keys under a passphrase, or under another one.

        Raises:
            PassphraseWrong: it is empty.
            KeysLocked: the old one is needed first.
            FileUnreadable, FolderNotWritable.
        """
        if not passphrase:
            raise PassphraseWrong
        files = {name: self.read(name) for name in (AGE_FILE, MINISIGN_FILE)}
        plain = files[AGE_FILE].rstrip(b"\n") + b"\n" + files[MINISIGN_FILE]
        self.write(LOCKED_FILE, pyrage.passphrase.encrypt(plain, passphrase))
        self._unlocked = files
        self._remove(AGE_FILE, MINISIGN_FILE)

    def unprotect(self) -> None:
        """Write the unlocked keys as plain files again.

        Raises:
            KeysLocked: the passphrase is needed first.
            FolderNotWritable.
        """
        for name in (AGE_FILE, MINISIGN_FILE):
            self.write(name, self.read(name))
        self._remove(LOCKED_FILE)
        self._unlocked = None

    def replace(self, files: dict[str, bytes]) -> None:
        """Put other keys in place; the former ones are kept in a folder beside.

        Raises:
            FolderNotWritable.
        """
        present = [n for n in (AGE_FILE, MINISIGN_FILE, LOCKED_FILE) if self._is(n)]
        try:
            if present:
                kept = self._free_folder()
                kept.mkdir(parents=True, mode=0o700)
                for name in present:
                    self._path(name).replace(kept / name)
        except OSError as error:
            raise FolderNotWritable(self._folder) from error
        self._unlocked = None
        for name, content in files.items():
            self.write(name, content)

    def _free_folder(self) -> Path:
        number = 1
        while (self._folder / f"{FORMER}-{number}").exists():
            number += 1
        return self._folder / f"{FORMER}-{number}"

    def _path(self, name: str) -> Path:
        return self._folder / name

    def _is(self, name: str) -> bool:
        return self._path(name).exists()

    def _remove(self, *names: str) -> None:
        try:
            for name in names:
                self._path(name).unlink(missing_ok=True)
        except OSError as error:
            raise FolderNotWritable(self._folder) from error


def read_small(path: Path) -> bytes:
    """Return a file of keys.

    Raises:
        FileUnreadable: it cannot be read, or is far too large for one.
    """
    try:
        with path.open("rb") as file:
            found = file.read(MAX_FILE + 1)
    except (OSError, ValueError) as error:
        raise FileUnreadable(path) from error
    if len(found) > MAX_FILE:
        raise FileUnreadable(path)
    return found


def write_secret(path: Path, content: bytes) -> None:
    """Write a file that only its owner reads; whole or not at all.

    Raises:
        FolderNotWritable: it cannot be written.
    """
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        # readable by its owner from the first byte on
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise FolderNotWritable(path.parent) from error
