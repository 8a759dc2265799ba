"""Names of people in their cases: given names by the dictionary, others by endings."""

from collections.abc import Sequence
from dataclasses import dataclass

from shkola_desktop.domain.declension import Case, Declined, declined, unchanged
from shkola_desktop.grammar.dictionary import Dictionary, Reading, cased_like
from shkola_desktop.grammar.endings import (
    Ending,
    patronymic_ending,
    stays_anyway,
    surname_ending,
)
from shkola_desktop.grammar.full_name import Part, of_woman, parts_of

WOMANLY = ("ова", "ева", "ёва", "ина", "ына", "ая", "яя")
MANLY = ("ов", "ев", "ёв", "ин", "ын", "ый", "ий", "ской", "стой")
"""Endings of surnames that tell whose they are in the nominative."""
STAND_STILL = frozenset({"бонч", "тер", "нар", "тян", "кара", "бек"})
"""First parts of double surnames that do not change: «Бонч-Бруевича»."""
MOST_WORDS = 5
"""«Мамедов Алекпер Гасан оглы» has four; longer texts are not a name."""


@dataclass(frozen=True, slots=True)
class _Way:
    """How one word goes through the cases: by the dictionary, or by its ending."""

    word: str
    reading: Reading | None = None
    ending: Ending | None = None
    stressed: bool = False
    """True where the stress, which nobody writes, decides a form: «Кравцом»."""

    @property
    def doubtful(self) -> bool:
        if self.reading is not None:
            return self.stressed
        return self.ending is None or self.ending.doubtful

    def in_case(self, case: Case) -> str:
        if self.reading is not None:
            form = self.reading.in_case(case)
            return cased_like(form or self.word, self.word)
        if self.ending is None:
            return self.word
        return self.ending.in_case(self.word, case)


class Names:
    """Declines names."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary

    def decline(self, text: str) -> Declined:
        """Return a name in the six cases."""
        words = text.split()
        if not 0 < len(words) <= MOST_WORDS:
            return unchanged(text, doubtful=True)
        parts, woman = self._parts(words)
        if parts.count(Part.SURNAME) > 1:
            return unchanged(text, doubtful=True)  # «Нгуен Тхи Хоа»
        if woman is None:
            woman = self._told_by(words, parts)
        ways = [
            way
            for word, part in zip(words, parts, strict=True)
            for way in self._ways(word, part, woman=woman)
        ]
        lengths = [len(self._pieces(w, p)) for w, p in zip(words, parts, strict=True)]

        def told(case: Case) -> str:
            forms = iter([way.in_case(case) for way in ways])
            return " ".join("-".join(next(forms) for _ in range(n)) for n in lengths)

        return declined(text, told, doubtful=any(way.doubtful for way in ways))

    def _parts(self, words: Sequence[str]) -> tuple[tuple[Part, ...], bool | None]:
        """Return the parts; given names are found where the shape leaves it open."""
        parts, woman = parts_of(words)
        if Part.OPEN not in parts:
            return parts, woman
        places = [n for n, part in enumerate(parts) if part is Part.OPEN]
        known = (n for n in reversed(places) if self._given(words[n]))
        given = next(known, places[-1])  # the surname comes first in lists
        if len(places) == len(words) == 2:  # noqa: PLR2004  # «Анна Петровна»
            whose = of_woman(words[1])
            if whose is not None and self._whose(words[0]) is whose:
                return (Part.GIVEN, Part.PATRONYMIC), whose
        found = [
            part
            if part is not Part.OPEN
            else (Part.GIVEN if n == given else Part.SURNAME)
            for n, part in enumerate(parts)
        ]
        return tuple(found), woman

    def _told_by(self, words: Sequence[str], parts: Sequence[Part]) -> bool | None:
        """Return whose name it is by the given name, then by the surname."""
        for word, part in zip(words, parts, strict=True):
            if part is Part.GIVEN and (whose := self._whose(word)) is not None:
                return whose
        for word, part in zip(words, parts, strict=True):
            small = word.casefold()
            if part is Part.SURNAME and small.endswith(WOMANLY):
                return True
            if part is Part.SURNAME and small.endswith(MANLY):
                return False
        return None

    def _ways(self, word: str, part: Part, *, woman: bool | None) -> list[_Way]:
        match part:
            case Part.STAYS:
                return [_Way(word, ending=Ending(0, None))]
            case Part.PATRONYMIC:
                ending = patronymic_ending(word, woman=bool(woman))
                return [_Way(word, ending=ending)]
            case Part.GIVEN:
                return [
                    self._given_way(p, woman=woman) for p in self._pieces(word, part)
                ]
            case _:
                pieces = self._pieces(word, part)
                return [
                    self._surname_way(
                        piece, woman=woman, first=n == 0 < len(pieces) - 1
                    )
                    for n, piece in enumerate(pieces)
                ]

    @staticmethod
    def _pieces(word: str, part: Part) -> list[str]:
        double = part in {Part.GIVEN, Part.SURNAME}
        return word.split("-") if double else [word]

    def _given_way(self, word: str, *, woman: bool | None) -> _Way:
        readings = self._given(word)
        fitting = [r for r in readings if woman is None or _may_be(r, woman=woman)]
        if fitting:
            return _Way(word, reading=fitting[0])
        if woman and word[-1:].casefold() not in "аяь":
            return _Way(word, ending=Ending(0, None))  # «Гульназ» stays
        return _Way(word)

    def _surname_way(self, word: str, *, woman: bool | None, first: bool) -> _Way:
        if stays_anyway(word) or (first and word.casefold() in STAND_STILL):
            return _Way(word, ending=Ending(0, None))
        if woman is None:
            return _Way(word)
        ending = surname_ending(word, woman=woman)
        if woman and word.casefold().endswith("ина") and self._is_a_thing(word):
            return _Way(word)  # «Калины» as the berry, or «Калиной» as «Ильиной»
        if not ending.doubtful:
            return _Way(word, ending=ending)
        known = [
            reading
            for reading in self._dictionary.readings(word)
            if reading.has("Surn") and _may_be(reading, woman=woman)
        ]
        if not known:
            return _Way(word, ending=ending)
        return _Way(word, known[0], stressed=word.casefold().endswith(("ц", "ч", "ж")))

    def _is_a_thing(self, word: str) -> bool:
        readings = tuple(self._dictionary.readings(word))
        named = any(r.has("Surn") for r in readings)
        things = [r for r in readings if not (r.adjective or r.has("Name"))]
        return bool(things) and not named

    def _given(self, word: str) -> list[Reading]:
        pieces = word.split("-")
        found = self._dictionary.readings(pieces[0])
        return [reading for reading in found if reading.has("Name")]

    def _whose(self, given: str) -> bool | None:
        genders = {reading.gender for reading in self._given(given)}
        if genders == {"femn"}:
            return True
        return False if genders == {"masc"} else None


def _may_be(reading: Reading, *, woman: bool) -> bool:
    return reading.gender in {"femn" if woman else "masc", "ms-f"}
