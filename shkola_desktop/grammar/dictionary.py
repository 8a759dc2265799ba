"""The dictionary of pymorphy3: what a word can be, and its forms."""

# pyright: reportMissingTypeStubs=false

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from shkola_desktop.domain.declension import Case
from shkola_desktop.domain.errors import ResourceMissing

GRAMMEMES = {
    Case.NOMINATIVE: "nomn",
    Case.GENITIVE: "gent",
    Case.DATIVE: "datv",
    Case.ACCUSATIVE: "accs",
    Case.INSTRUMENTAL: "ablt",
    Case.PREPOSITIONAL: "loct",
}
PACKAGE = "pymorphy3_dicts_ru"
ADJECTIVES = frozenset({"ADJF", "PRTF"})
ANIMATE_ENDINGS = "бвгджзйклмнпрстфхцчшщь"
"""A masculine word that ends so has the genitive for its accusative, if it lives."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: always a singular nominative of the dictionary."""

    parse: Any

    @property
    def adjective(self) -> bool:
        """True for adjectives and participles."""
        return self.parse.tag.POS in ADJECTIVES

    @property
    def gender(self) -> str:
        """``masc``, ``femn``, ``neut`` or ``ms-f`` for either."""
        return str(self.parse.tag.gender or "ms-f")

    @property
    def living(self) -> bool:
        """True for a noun that names someone."""
        return "anim" in self.parse.tag

    def has(self, grammeme: str) -> bool:
        """Tell whether the reading is so marked: ``Name``, ``Surn``, ``Fixd``."""
        return grammeme in self.parse.tag

    def in_case(self, case: Case) -> str | None:
        """Return the word of a person in a case, in small letters; None: no form."""
        if case is Case.ACCUSATIVE and self._as_genitive:
            case = Case.GENITIVE  # the dictionary holds some trades for things
        found = self.parse.inflect({"sing", GRAMMEMES[case]})
        return None if found is None else str(found.word)

    @property
    def _as_genitive(self) -> bool:
        if self.gender != "masc":
            return False
        return self.adjective or self.parse.word[-1] in ANIMATE_ENDINGS


class Dictionary:
    """Reads words; loading takes a tenth of a second and some 20 MB."""

    def __init__(self) -> None:
        """Load the dictionary.

        Raises:
            ResourceMissing: the package of the dictionary is not there.
        """
        try:
            from pymorphy3 import MorphAnalyzer  # noqa: PLC0415  # heavy
            from pymorphy3_dicts_ru import get_path  # noqa: PLC0415

            # by its path: the entry point is lost where a packager leaves metadata out
            self._morph = cast("Any", MorphAnalyzer(path=get_path(), lang="ru"))
        except (ImportError, OSError, ValueError, KeyError) as error:
            raise ResourceMissing(PACKAGE) from error

    def readings(self, word: str, *, guess: bool = False) -> Iterator[Reading]:
        """Yield the singular nominatives that a word can be, likely ones first.

        Words that the dictionary does not hold have none, unless a ``guess`` by the
        ending is asked for: it is worse than the word itself for most of them.
        """
        if not guess and not self._morph.word_is_known(word.casefold()):
            return
        for parse in self._morph.parse(word):
            tag = parse.tag
            named = tag.POS == "NOUN" or tag.POS in ADJECTIVES
            if named and tag.case == "nomn" and tag.number == "sing":
                yield Reading(parse)


def cased_like(form: str, word: str) -> str:
    """Return a form written with the capitals of the word that it belongs to."""
    if len(word) > 1 and word.isupper():
        return form.upper()
    if word[:1].isupper():
        return form[:1].upper() + form[1:]
    return form
