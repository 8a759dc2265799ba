"""The workspace's own keys: made once, kept for their owner, restored from paper."""

import secrets
from copy import copy
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
from shkola_desktop.domain.recovery import RecoverySheet
from shkola_desktop.transfer import key_sheet
from shkola_desktop.transfer.key_store import (
    AGE_FILE,
    MINISIGN_FILE,
    KeyStore,
    read_small,
    write_secret,
)

WORDS_SHOWN = 8
"""Words of a fingerprint: 64 bits, read over the telephone in half a minute."""


class KeyFile:
    """The keys in a folder; the files follow the public tools' formats."""

    def __init__(self, folder: Path, words: tuple[str, ...], secret: str = "") -> None:
        self._folder = folder
        self._words = words
        self._store = KeyStore(folder)
        self._identity: pyrage.x25519.Identity | None = None
        self._signer: minisign.SecretKey | None = None
        self._recovery: pyrage.x25519.Identity | None = None
        self.secret = secret
        """Words that lock and unlock a package beside the keys, or empty."""

    def with_secret(self, secret: str) -> "KeyFile":
        """Return the same keys with words at hand."""
        made = copy(self)  # what was unlocked stays open
        made.secret = secret
        return made

    def public(self) -> PublicKeys:
        """Return what others may know.

        Raises:
            KeysLocked: a passphrase is needed first.
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

    @property
    def locked(self) -> bool:
        """True where a passphrase is needed before anything else."""
        return self._store.locked

    @property
    def protected(self) -> bool:
        """True where the keys lie under a passphrase."""
        return self._store.protected

    def unlock(self, passphrase: str) -> None:
        """Open protected keys for as long as the program runs.

        Raises:
            PassphraseWrong, FileUnreadable.
        """
        self._store.unlock(passphrase)

    def protect(self, passphrase: str) -> None:
        """Put the keys under a passphrase, or under another one.

        Raises:
            PassphraseWrong: it is empty.
            KeysLocked, FileUnreadable, FolderNotWritable.
        """
        self.public()
        self._store.protect(passphrase)

    def unprotect(self) -> None:
        """Take the passphrase away.

        Raises:
            KeysLocked, FolderNotWritable.
        """
        self._store.unprotect()

    def recovery_sheet(self) -> RecoverySheet:
        """Return what is printed to restore the keys on another computer.

        Raises:
            KeysLocked, FileUnreadable.
        """
        words = self.fingerprint()
        try:
            kept = key_sheet.secrets_of(
                _age_line(self._store.read(AGE_FILE)), self._store.read(MINISIGN_FILE)
            )
        except (ValueError, IndexError) as error:
            raise FileUnreadable(self._folder / MINISIGN_FILE) from error
        return RecoverySheet(key_sheet.rows_of(kept), key_sheet.qr_of(kept), words)

    def restore(self, text: str) -> PublicKeys:
        """Put the keys of a recovery sheet in place; the former are kept beside.

        ``text`` are its rows as typed, or what its code holds.

        Raises:
            SheetMistyped: nothing was changed.
            FolderNotWritable.
        """
        kept = key_sheet.secrets_from(text)
        age = _age_file(key_sheet.age_text(kept))
        self._store.replace(
            {AGE_FILE: age, MINISIGN_FILE: key_sheet.minisign_file(kept)}
        )
        self._identity, self._signer = None, None
        return self.public()

    def make_recovery(self, path: Path) -> str:
        """Make the region's recovery identity; return its public recipient.

        The file is a key that opens every package of the region: it belongs on a
        stick in a safe, not on this computer.

        Raises:
            FolderNotWritable: also where a file is there already.
        """
        if path.exists():
            raise FolderNotWritable(path)
        made = pyrage.x25519.Identity.generate()
        write_secret(path, _age_file(str(made)))
        return str(made.to_public())

    def open_recovery(self, path: Path) -> str:
        """Use a recovery identity until the program ends; return its recipient.

        Raises:
            FileUnreadable: it is none.
        """
        self._recovery = _identity(path, read_small(path))
        return str(self._recovery.to_public())

    def close_recovery(self) -> None:
        """Forget the recovery identity."""
        self._recovery = None

    @property
    def identities(self) -> list[pyrage.x25519.Identity]:
        """Everything that may open a package: ours, and the region's for recovery."""
        return [self.identity, *([self._recovery] if self._recovery else [])]

    @property
    def identity(self) -> pyrage.x25519.Identity:
        """The age identity; made at first use."""
        if self._identity is None:
            if not self._store.has(AGE_FILE):
                made = pyrage.x25519.Identity.generate()
                self._store.write(AGE_FILE, _age_file(str(made)))
            path = self._folder / AGE_FILE
            self._identity = _identity(path, self._store.read(AGE_FILE))
        return self._identity

    @property
    def signer(self) -> minisign.SecretKey:
        """The minisign key; made at first use."""
        if self._signer is None:
            if not self._store.has(MINISIGN_FILE):
                made = bytes(minisign.KeyPair.generate().secret_key)
                self._store.write(MINISIGN_FILE, made)
            try:
                found = self._store.read(MINISIGN_FILE)
                self._signer = minisign.SecretKey.from_bytes(found)
            except (minisign.Error, ValueError) as error:
                raise FileUnreadable(self._folder / MINISIGN_FILE) from error
        return self._signer


def _age_file(secret: str) -> bytes:
    public = pyrage.x25519.Identity.from_str(secret).to_public()
    return f"# public key: {public}\n{secret}\n".encode()


def _age_line(content: bytes) -> str:
    lines = content.decode("utf-8", "replace").splitlines()
    return next((line for line in lines if line.startswith("AGE-SECRET-KEY-")), "")


def _identity(path: Path, content: bytes) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(_age_line(content))
    except pyrage.IdentityError as error:
        raise FileUnreadable(path) from error
