"""Смена ключей: the other side lost its keys and comes with new ones.

New keys are taken only after a person compared the fingerprint words by telephone or
with the covering sheet: a signature by new keys proves nothing by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from unicodedata import combining, normalize

from shkola_desktop.domain.errors import WordsDiffer
from shkola_desktop.domain.package import Correspondent, PublicKeys


@dataclass(frozen=True, slots=True)
class Succession:
    """New keys of a correspondent that wait for a person's word.

    ``words`` are those of the new keys. ``first`` where no keys were known at all.
    """

    correspondent: Correspondent
    keys: PublicKeys
    words: tuple[str, ...]

    @property
    def first(self) -> bool:
        """True where these are the first keys that are known."""
        return self.correspondent.keys is None


def succession(
    known: Correspondent, keys: PublicKeys, words: Sequence[str]
) -> Succession | None:
    """Return what a person has to decide about; None where the keys are known."""
    if known.keys == keys:
        return None
    return Succession(known, keys, tuple(words))


def accepted(waiting: Succession, told: Sequence[str]) -> Correspondent:
    """Return the correspondent with its new keys, the old ones forgotten.

    ``told`` are the words that the other side read out; capitals do not matter.

    Raises:
        WordsDiffer: they are not those of the new keys.
    """
    if [_plain(word) for word in told] != [_plain(word) for word in waiting.words]:
        raise WordsDiffer
    return replace(waiting.correspondent, keys=waiting.keys)


def _plain(word: str) -> str:
    # most people type the letter without its two dots
    letters = normalize("NFD", word.strip().casefold())
    return "".join(letter for letter in letters if not combining(letter))
