"""Secret keys ⇄ rows that a person types back from paper.

80 bytes: version, age identity, key number and seed of minisign, a checksum over all;
in rows of 10 bytes, each with a check of its own. Letters after Crockford: without
those that are taken for digits.
"""

from base64 import b64decode, b64encode
from dataclasses import dataclass
from hashlib import blake2b, sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from shkola_desktop.domain.errors import SheetMistyped
from shkola_desktop.transfer import bech32
from shkola_desktop.words.typed_codes import as_typed

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
VERSION = 1
ROWS = 8
ROW = 10
"""Bytes of a row: 16 letters, four groups of four."""
LETTERS = 16
GROUP = 4
CHECK = 2
"""Letters of a row's check: one slip in a thousand is not found in its row, and the
checksum over all still finds it."""
AGE_PREFIX = "age-secret-key-"
AGE, NUMBER, SEED = 32, 8, 32
"""Bytes of the parts."""
MARK = "SHKOLA-RECOVERY:1:"
MINISIGN_HEAD = b"Ed\0\0B2" + bytes(48)
"""A minisign key without a password: algorithms, no salt, no limits."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """What has to be kept: an age identity, a key number and a seed of minisign."""

    age: bytes
    number: bytes
    seed: bytes


def secrets_of(age_text: str, minisign_file: bytes) -> Secrets:
    """Take the secrets out of the files of the public tools.

    Raises:
        ValueError: they are no such files, or the minisign key has a password.
    """
    raw = b64decode(minisign_file.splitlines()[1])
    head, rest = raw[: len(MINISIGN_HEAD)], raw[len(MINISIGN_HEAD) :]
    if head[:4] != MINISIGN_HEAD[:4]:
        raise ValueError(head)
    age = bech32.decode(AGE_PREFIX, age_text)
    return Secrets(age, rest[:NUMBER], rest[NUMBER : NUMBER + SEED])


def age_text(secrets: Secrets) -> str:
    """Return the identity as age writes it."""
    return bech32.encode(AGE_PREFIX, secrets.age).upper()


def minisign_file(secrets: Secrets) -> bytes:
    """Return the file of a minisign key without a password."""
    private = Ed25519PrivateKey.from_private_bytes(secrets.seed)
    public = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    key = secrets.number + secrets.seed + public
    check = blake2b(MINISIGN_HEAD[:2] + key, digest_size=32).digest()
    text = b64encode(MINISIGN_HEAD + key + check)
    return b"untrusted comment: minisign secret key\n" + text + b"\n"


def rows_of(secrets: Secrets) -> tuple[str, ...]:
    """Return the rows of the sheet: groups of four letters, and two to check."""
    data = bytes([VERSION]) + secrets.age + secrets.number + secrets.seed
    data += sha256(data).digest()[: ROWS * ROW - len(data)]
    rows: list[str] = []
    for n in range(ROWS):
        letters = _letters(data[n * ROW : (n + 1) * ROW], LETTERS)
        groups = [letters[i : i + GROUP] for i in range(0, LETTERS, GROUP)]
        rows.append(" ".join((*groups, _check(n, letters))))
    return tuple(rows)


def qr_of(secrets: Secrets) -> str:
    """Return the same for a scanner; capitals and digits make a small code."""
    return MARK + "".join(row.replace(" ", "") for row in rows_of(secrets))


def secrets_from(text: str) -> Secrets:
    """Read rows typed from the sheet, or the text of its code.

    Capitals, gaps and look-alikes (O for 0, Russian letters) do not matter.

    Raises:
        SheetMistyped: with the numbers of the rows that are wrong, from 1; without
            any where the whole is of another length or sheet.
    """
    meant = as_typed(text.strip().removeprefix(MARK))
    width = LETTERS + CHECK
    if len(meant) != ROWS * width:
        raise SheetMistyped(())
    rows = [meant[n * width : (n + 1) * width] for n in range(ROWS)]
    wrong = tuple(
        n + 1 for n, row in enumerate(rows) if _check(n, row[:LETTERS]) != row[LETTERS:]
    )
    if wrong:
        raise SheetMistyped(wrong)
    data = b"".join(_bytes(row[:LETTERS]) for row in rows)
    kept = 1 + AGE + NUMBER + SEED
    if data[0] != VERSION or sha256(data[:kept]).digest()[:7] != data[kept:]:
        raise SheetMistyped(())
    return Secrets(data[1:33], data[33:41], data[41:73])


def _letters(data: bytes, count: int) -> str:
    number = int.from_bytes(data, "big")
    return "".join(ALPHABET[number >> 5 * (count - 1 - n) & 31] for n in range(count))


def _bytes(letters: str) -> bytes:
    number = 0
    for letter in letters:
        number = number << 5 | ALPHABET.index(letter)
    return number.to_bytes(ROW, "big")


def _check(row: int, letters: str) -> str:
    digest = sha256(f"{row}:{letters}".encode()).digest()
    return "".join(ALPHABET[byte & 31] for byte in digest[:CHECK])
