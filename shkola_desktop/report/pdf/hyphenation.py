"""Where Russian words may break: soft hyphens, and breaks of compound words.

ReportLab's own hyphenation knows neither «ё» nor words in «ёлочки» nor words held
to a preposition, and leaves one letter of «офлайн-материалы» behind the break.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from pyphen import Pyphen

SOFT = "\u00ad"
SHORTEST = 6
"""Letters of the shortest word that is broken."""
SHORTEST_IN_HEADS = 13
"""In the head of a table only words that no column can hold are broken."""
BEFORE, AFTER = 2, 3
"""Letters that stay before and come after a break at least."""
LONGEST_PIECE = 12
"""Small letters that may stand without a break: the narrowest column holds them."""
CAPITAL = 1.5
"""How much wider a capital is than a small letter, at most."""
KNOWN = 16_384
"""Words remembered: a programme has some four thousand different ones."""

_WORD = re.compile(r"(?<![\w–])[а-яёА-ЯЁ]+(?![\w–])")
"""A word of Russian letters alone; «сентябрь–декабрь» stays on one line."""
_CHUNK = re.compile(r"[^ \t\n]+")
_PIECES = re.compile(f"[-{SOFT}]")
_LETTERS_AND_HYPHENS = re.compile(r"[A-Za-zА-Яа-я-]+")
_PREFIX = "'\"([{\u00bf\u2018\u201a\u201c\u201e"
_SUFFIX = "]'\")}?!.,;:\u2019\u201b\u201d\u201f"


def softened(text: str, shortest: int = SHORTEST) -> str:
    """Return the text with soft hyphens wherever a word may break.

    A plain compound word stays as it is: it breaks by ``compound_breaks``,
    at its own hyphen first.
    """
    return _CHUNK.sub(lambda match: _softened_chunk(match[0], shortest), text)


def breakable(text: str) -> bool:
    """Tell whether no softened text has more than a column's letters on end."""
    return all(_breakable_chunk(chunk) for chunk in text.split())


@lru_cache(maxsize=KNOWN)
def _breakable_chunk(chunk: str) -> bool:
    return all(_width(piece) <= LONGEST_PIECE for piece in _PIECES.split(chunk))


def _width(piece: str) -> float:
    return sum(CAPITAL if letter.isupper() else 1 for letter in piece)


def compound_breaks(word: str) -> Iterator[tuple[str, str]]:
    """Yield the two parts of a compound word, the longest first part first.

    This is what ReportLab asks a hyphenator for; a word without a hyphen has its
    soft hyphens already.
    """
    if "-" not in word:
        return
    places: list[int] = []
    start = 0
    for part in word.split("-"):
        places += [start + place for place in breaks(part)]
        start += len(part) + 1
        places.append(start)
    for place in reversed(places[:-1]):
        yield word[:place], word[place:]


@lru_cache(maxsize=KNOWN)
def breaks(word: str, shortest: int = SHORTEST) -> tuple[int, ...]:
    """Return the places where a word may break; none for an abbreviation."""
    if len(word) < shortest or word.isupper() or not _WORD.fullmatch(word):
        return ()
    last = len(word) - AFTER
    return tuple(p for p in _russian().positions(word.lower()) if BEFORE <= p <= last)


@lru_cache(maxsize=1)
def _russian() -> Pyphen:
    return Pyphen(lang="ru_RU")


@lru_cache(maxsize=KNOWN)
def _softened_chunk(chunk: str, shortest: int) -> str:
    bare = chunk.lstrip(_PREFIX).rstrip(_SUFFIX)
    if "-" in bare and _LETTERS_AND_HYPHENS.fullmatch(bare):
        return chunk
    return _WORD.sub(lambda match: _softened_word(match[0], shortest), chunk)


def _softened_word(word: str, shortest: int) -> str:
    start = 0
    parts: list[str] = []
    for place in breaks(word, shortest):
        parts.append(word[start:place])
        start = place
    return SOFT.join((*parts, word[start:]))
