"""The workspace's own keys: made once, in files that only their owner reads."""

import os
import secrets
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import minisign  # pyright: ignore[reportMissingTypeStubs]  # it carries its types inline
import pyrage

from shkola_desktop.domain.errors import (
    FileUnreadable,
    FolderNotWritable,
    KeyUnreadable,
)
from shkola_desktop.domain.package import PublicKeys

AGE_FILE = "age.txt"
MINISIGN_FILE = "minisign.key"
WORDS_SHOWN = 8
"""Words of a fingerprint: 64 bits, read over the telephone in half a minute."""


class KeyFile:
    """The keys in a folder; both files follow the public tools' formats."""

    def __init__(self, folder: Path, words: tuple[str, ...], secret: str = "") -> None:
        self._folder = folder
        self._words = words
        self.secret = secret
        """Words that lock and unlock a package beside the keys, or empty."""

    def with_secret(self, secret: str) -> "KeyFile":
        """Return the same keys with words at hand."""
        return KeyFile(self._folder, self._words, secret)

    def public(self) -> PublicKeys:
        """Return what others may know.

        Raises:
            FileUnreadable: a key file is there but is none.
            FolderNotWritable: the keys cannot be made.
        """
        recipient = str(self.identity.to_public())
        signer = self.signer.get_public_key().to_base64().decode()
        return PublicKeys(recipient, signer.strip())

    def fingerprint(self) -> tuple[str, ...]:
        """Return our own words."""
        return self.words_for(self.public())

    def words_for(self, keys: PublicKeys) -> tuple[str, ...]:
        """Return the words for public keys: one word a byte of their hash."""
        digest = sha256(f"{keys.age}\n{keys.minisign}".encode()).digest()
        return tuple(self._words[byte] for byte in digest[:WORDS_SHOWN])

    def fresh_secret(self, words: int) -> tuple[str, ...]:
        """Return so many words by chance: they lock a package."""
        return tuple(secrets.choice(self._words) for _ in range(words))

    def check(self, keys: PublicKeys) -> None:
        """Refuse texts that are no public keys.

        Raises:
            KeyUnreadable: one of them is none.
        """
        try:
            pyrage.x25519.Recipient.from_str(keys.age)
            if keys.minisign:
                minisign.PublicKey.from_base64(keys.minisign)
        except (pyrage.RecipientError, minisign.Error, ValueError) as error:
            raise KeyUnreadable from error

    @cached_property
    def identity(self) -> pyrage.x25519.Identity:
        """The age identity; made at first use."""
        path = self._folder / AGE_FILE
        if not path.exists():
            made = pyrage.x25519.Identity.generate()
            text = f"# public key: {made.to_public()}\n{made}\n"
            _write_secret(path, text.encode())
        lines = _read(path).decode("utf-8", "replace").splitlines()
        secret = [line for line in lines if line.startswith("AGE-SECRET-KEY-")]
        try:
            return pyrage.x25519.Identity.from_str(secret[0])
        except (IndexError, pyrage.IdentityError) as error:
            raise FileUnreadable(path) from error

    @property
    def identities(self) -> list[pyrage.x25519.Identity]:
        """Everything that may open a package: ours, and the region's for recovery."""
        return [self.identity]

    @cached_property
    def signer(self) -> minisign.SecretKey:
        """The minisign key; made at first use."""
        path = self._folder / MINISIGN_FILE
        if not path.exists():
            _write_secret(path, bytes(minisign.KeyPair.generate().secret_key))
        try:
            return minisign.SecretKey.from_bytes(_read(path))
        except (minisign.Error, ValueError) as error:
            raise FileUnreadable(path) from error


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadable(path) from error


def _write_secret(path: Path, content: bytes) -> None:
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
