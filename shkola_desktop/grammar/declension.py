"""The declension of names and positions: the door of this package."""

from functools import lru_cache

from shkola_desktop.domain.declension import Declined, plain
from shkola_desktop.grammar.dictionary import Dictionary
from shkola_desktop.grammar.names import Names
from shkola_desktop.grammar.positions import Positions

KEPT = 2_000
"""Texts kept declined: the staff of several large schools."""


class RussianDeclension:
    """Declines by the dictionary of pymorphy3 and by the rules of endings."""

    def __init__(self) -> None:
        """Load the dictionary.

        Raises:
            ResourceMissing: the dictionary is not there.
        """
        dictionary = Dictionary()
        self._names = lru_cache(KEPT)(Names(dictionary).decline)
        self._positions = lru_cache(KEPT)(Positions(dictionary).decline)

    def name(self, name: str) -> Declined:
        """Return the name of a person in the six cases."""
        return self._names(plain(name))

    def position(self, position: str) -> Declined:
        """Return a position in the six cases."""
        return self._positions(plain(position))
