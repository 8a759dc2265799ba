"""Падежи: a text of people in its six cases, and what the school put right."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

LONGEST_FORM = 400
"""Characters of a form put right: a position in one case is never longer."""


class Case(StrEnum):
    """The six cases; the value is the name of the field of ``Declined``."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"


@dataclass(frozen=True, slots=True)
class Declined:
    """A name or a position in the six cases.

    ``doubtful`` tells that a word was not known and stands as it was, or that its
    form rests on a guess: a person should look at it.
    """

    nominative: str
    genitive: str
    dative: str
    accusative: str
    instrumental: str
    prepositional: str
    doubtful: bool = False

    def in_case(self, case: Case) -> str:
        """Return the text in a case."""
        return str(getattr(self, case.value))


def unchanged(text: str, *, doubtful: bool = False) -> Declined:
    """Return a text that is the same in every case."""
    return Declined(text, text, text, text, text, text, doubtful)


def declined(
    text: str, told: Callable[[Case], str], *, doubtful: bool = False
) -> Declined:
    """Return a text with the form that ``told`` gives for each other case."""
    forms = {c.value: told(c) for c in Case if c is not Case.NOMINATIVE}
    return Declined(text, **forms, doubtful=doubtful)


@dataclass(frozen=True, slots=True)
class Correction:
    """A form that the school put right: it holds for this text wherever it stands."""

    text: str
    case: Case
    form: str


def _none() -> Mapping[str, Declined]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Cases:
    """The texts of a document that were declined, by their nominative."""

    known: Mapping[str, Declined] = field(default_factory=_none)

    def of(self, text: str, case: Case) -> str:
        """Return a text in a case; one that nobody declined stays as it is."""
        found = self.known.get(plain(text))
        return text if found is None else found.in_case(case)


def plain(text: str) -> str:
    """Return the text by which forms are found: single spaces, none at the ends."""
    return " ".join(text.split())


def with_initials(name: str) -> str:
    """Return «Иванова А. П.» from surname, name, patronymic in any one case.

    Anything else than three words stays as it is: which of two is the surname, and
    how Turkic patronymics are shortened, cannot be told from the words alone.
    """
    words = name.split()
    if len(words) != len(("surname", "name", "patronymic")) or "." in name:
        return name
    surname, *given = words
    return "\u00a0".join((surname, *(f"{word[0]}." for word in given)))
