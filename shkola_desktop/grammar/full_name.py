"""The parts of a name by their shape: initials, patronymics, whose name it is."""

import re
from collections.abc import Sequence
from enum import Enum, auto

SON = re.compile(r"(?:ов|ев)ич$", re.IGNORECASE)
SHORT_SONS = frozenset({"ильич", "кузьмич", "лукич", "фомич", "никитич", "саввич"})
"""Patronymics in bare -ич; other words that end so are surnames: «Бабич»."""
DAUGHTER = re.compile(r"(?:овна|евна|ична|инична)$", re.IGNORECASE)
TURKIC_SON = frozenset({"оглы", "оглу", "улы", "уулу"})
TURKIC_DAUGHTER = frozenset({"кызы", "гызы", "кизи"})
"""Words after the father's name; such a patronymic never changes."""
INITIAL = re.compile(r"^(?:[^\W\d_][а-яё]?\.-?)+$")
"""«А.», «А.П.», «Дж.»."""
FULL = 3
"""Words of a full name."""


class Part(Enum):
    """What a word of a name is."""

    SURNAME = auto()
    GIVEN = auto()
    PATRONYMIC = auto()
    STAYS = auto()
    """Initials and Turkic patronymics."""
    OPEN = auto()
    """Given name or surname: the shape does not tell."""


def of_woman(patronymic: str) -> bool | None:
    """Return whose a Slavic patronymic is; None where the word is none."""
    if DAUGHTER.search(patronymic):
        return True
    is_son = SON.search(patronymic) or patronymic.casefold() in SHORT_SONS
    return False if is_son else None


def parts_of(words: Sequence[str]) -> tuple[tuple[Part, ...], bool | None]:
    """Return what the words are, and True for a woman's name, None where unknown."""
    turkic = _turkic(words)
    if turkic is not None:
        return turkic
    if any(INITIAL.match(word) for word in words):
        return tuple(
            Part.STAYS if INITIAL.match(word) else Part.SURNAME for word in words
        ), None
    return _slavic(words)


def _turkic(words: Sequence[str]) -> tuple[tuple[Part, ...], bool] | None:
    """Return «Мамедов Алекпер | Гасан оглы», also written with a hyphen."""
    last = words[-1].casefold().rpartition("-")[2] if words else ""
    if last not in TURKIC_SON | TURKIC_DAUGHTER:
        return None
    count = 1 if "-" in words[-1] else min(2, len(words))
    head, _ = _plain(words[: len(words) - count])
    return (*head, *[Part.STAYS] * count), last in TURKIC_DAUGHTER


def _slavic(words: Sequence[str]) -> tuple[tuple[Part, ...], bool | None]:
    if len(words) == FULL:
        middle, last = of_woman(words[1]), of_woman(words[2])
        if middle is not None:  # «Анна Петровна Станкевич»
            return (Part.GIVEN, Part.PATRONYMIC, Part.SURNAME), middle
        if last is not None:
            return (Part.SURNAME, Part.GIVEN, Part.PATRONYMIC), last
    return _plain(words)


def _plain(words: Sequence[str]) -> tuple[tuple[Part, ...], bool | None]:
    if len(words) == 1:
        return (Part.SURNAME,), None
    return tuple(Part.OPEN for _ in words), None
