"""Bech32 (BIP 173), as far as age writes its identities in it."""

ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
CHECK = 6
"""Characters of the checksum at the end."""


def encode(prefix: str, data: bytes) -> str:
    """Return bytes as a text in small letters."""
    values = _regroup(data, 8, 5, pad=True)
    check = _polymod([*_spread(prefix), *values, *[0] * CHECK]) ^ 1
    signs = [(check >> 5 * (CHECK - 1 - n)) & 31 for n in range(CHECK)]
    return f"{prefix}1" + "".join(ALPHABET[value] for value in (*values, *signs))


def decode(prefix: str, text: str) -> bytes:
    """Return the bytes of a text.

    Raises:
        ValueError: it has another prefix, or a letter is wrong.
    """
    found, _, rest = text.lower().rpartition("1")
    values = [ALPHABET.index(letter) for letter in rest]
    if found != prefix or _polymod([*_spread(prefix), *values]) != 1:
        raise ValueError(prefix)
    return bytes(_regroup(values[:-CHECK], 5, 8, pad=False))


def _spread(prefix: str) -> list[int]:
    codes = prefix.encode()
    return [*(code >> 5 for code in codes), 0, *(code & 31 for code in codes)]


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for n, term in enumerate(GENERATOR):
            check ^= term if (top >> n) & 1 else 0
    return check


def _regroup(values: bytes | list[int], old: int, new: int, *, pad: bool) -> list[int]:
    kept, bits = 0, 0
    found: list[int] = []
    for value in values:
        kept, bits = kept << old | value, bits + old
        while bits >= new:
            bits -= new
            found.append(kept >> bits & (1 << new) - 1)
    if pad and bits:
        found.append(kept << (new - bits) & (1 << new) - 1)
    return found
