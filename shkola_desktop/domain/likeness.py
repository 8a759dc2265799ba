"""How alike two texts are when typing, wrapping and punctuation do not count."""

import re
import unicodedata

SIGNS = {"<": "lt", ">": "gt", "≤": "le", "≥": "ge", "%": "pc"}
"""Signs that change the sense; every other sign is the typist's."""
DOTS = "\u0308"
"""The two dots over a letter, which many leave out."""
SIZE = 3
"""Letters of a piece: short enough for Russian endings to differ by one or two."""


def key(text: str) -> str:
    """Return letters and digits alone, small, so that wrapped text equals unwrapped."""
    apart = unicodedata.normalize("NFKD", text).replace(DOTS, "")
    plain = unicodedata.normalize("NFKC", apart).casefold()
    for sign, word in SIGNS.items():
        plain = plain.replace(sign, word)
    return re.sub(r"[\W_]+", "", plain)


def pieces(text: str) -> frozenset[str]:
    """Return the pieces of three letters of a key."""
    return frozenset(text[n : n + SIZE] for n in range(max(1, len(text) - SIZE + 1)))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of common pieces: 0 nothing, 1 the same."""
    return 2 * len(one & other) / (len(one) + len(other))
