"""Positions in their cases: the head of the phrase changes, the rest stays.

«Заместитель директора по учебной работе» → «заместителю директора по учебной работе».
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from shkola_desktop.domain.declension import Case, Declined, declined, unchanged
from shkola_desktop.grammar.dictionary import Dictionary, Reading, cased_like

JOINTS = re.compile(r"(\s*[,;/()]\s*|\s+[–—-]\s+|\s+и\s+)")
"""After these another head may begin: «директор, учитель истории»."""
ACTING = re.compile(r"^(?:и\.?\s?о\.?|вр\.?\s?и\.?\s?о\.?|врид)\s", re.IGNORECASE)
"""«И. о. директора»: shortened words do not change, the genitive stays."""
SHORTENED = re.compile(r"^\w+\.")
"""«Зам. директора», «зав. библиотекой»."""
TRADES = frozenset(
    {"тьютор", "олигофренопедагог", "соцпедагог", "спортинструктор", "посудомойщица"}
)
"""Trades of schools that are too new for the dictionary; their endings are plain."""
MARKS = re.compile(r"^(\W*)(.*?)(\W*)$")
NOT_A_TRADE = ("Surn", "Name", "Patr", "Geox")
"""«Вожатый» is no surname here."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word that changes: its parts between hyphens, and the marks around it."""

    before: str
    parts: tuple[tuple[str, Reading | None], ...]
    after: str

    @property
    def reading(self) -> Reading:
        """The first part that changes: the others agree with it."""
        return next(reading for _, reading in self.parts if reading is not None)

    @property
    def someone(self) -> bool:
        """True where a part is a noun that names a person."""
        return any(
            reading is not None and not reading.adjective and reading.living
            for _, reading in self.parts
        )

    def in_case(self, case: Case) -> str:
        parts = (
            part if reading is None else cased_like(reading.in_case(case) or part, part)
            for part, reading in self.parts
        )
        return self.before + "-".join(parts) + self.after


class Positions:
    """Declines positions."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary

    def decline(self, text: str) -> Declined:
        """Return a position in the six cases."""
        if ACTING.match(text) or SHORTENED.match(text):
            return unchanged(text)
        pieces = JOINTS.split(text)
        phrases = [piece.split() for piece in pieces[::2]]
        heads = [self._head(words) for words in phrases]
        if not heads[0]:
            return unchanged(text, doubtful=True)
        # «учитель музыки, высшая категория»: what follows must be someone, too
        others = [head if _someone(head) else () for head in heads[1:]]
        joints = [*pieces[1::2], ""]

        def told(case: Case) -> str:
            return "".join(
                " ".join((*(w.in_case(case) for w in head), *words[len(head) :])) + link
                for words, head, link in zip(
                    phrases, (heads[0], *others), joints, strict=True
                )
            )

        return declined(text, told)

    def _head(self, words: Sequence[str]) -> tuple[_Word, ...]:
        """Return the words that change at the beginning of a phrase.

        Adjectives, the noun, and what stands beside it in the same case:
        «старшая медицинская сестра», «педагог психолог».
        """
        found: list[_Word] = []
        noun = False
        for text in words:
            word = self._word(text)
            if word is None or not (noun is False or _beside(word)):
                break
            if found and not _agree(found[-1].reading, word.reading):
                break
            found.append(word)
            noun = noun or not word.reading.adjective
        return tuple(found)

    def _word(self, text: str) -> _Word | None:
        found = MARKS.match(text)
        if found is None or not found[2]:
            return None
        parts = tuple((part, self._reading(part)) for part in found[2].split("-"))
        if parts[-1][1] is None:
            return None
        return _Word(found[1], parts, found[3])

    def _reading(self, part: str) -> Reading | None:
        """Return how to read a part: someone first, then adjectives, then things."""
        found = [
            reading
            for reading in self._dictionary.readings(
                part, guess=part.casefold() in TRADES
            )
            if not any(reading.has(mark) for mark in NOT_A_TRADE)
        ]
        nouns = (r for r in found if not r.adjective and r.living)
        return next(nouns, next(iter(found), None))


def _beside(word: _Word) -> bool:
    return word.someone or word.reading.adjective


def _someone(head: Sequence[_Word]) -> bool:
    nouns = [word for word in head if not word.reading.adjective]
    return bool(head) and all(word.someone for word in nouns)


def _agree(before: Reading, after: Reading) -> bool:
    if before.adjective or after.adjective:
        return before.gender == after.gender or "ms-f" in {before.gender, after.gender}
    return True
