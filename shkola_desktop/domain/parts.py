"""Части для коллег: what was given out or taken, and the merges that came of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from unicodedata import normalize

from shkola_desktop.domain.ids import (
    DiagnosisId,
    DirectionCode,
    IndicatorCode,
    PackageId,
    VersionId,
)
from shkola_desktop.domain.merging import MergeLine

SECRET_WORDS = 6
"""Words that lock a part: 48 bits behind scrypt, said by voice in ten seconds."""
DOTS = "\u0308"
MAX_SECRET = 200
"""Characters of the words as somebody types them: six words take about 50."""


class Way(StrEnum):
    """GIVEN: it went out from here. HELD: a colleague works on it here."""

    GIVEN = "given"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Return:
    """A return of a part; ``seen`` are the versions that came with it.

    ``key`` is the signature key of the computer it came from: a colleague may work on
    two, and each has its own numbers. It is empty where the part is held.
    """

    key: str
    sequence: int
    at: datetime
    seen: Mapping[IndicatorCode, VersionId]


def _no_bases() -> Mapping[IndicatorCode, VersionId]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PartRecord:
    """A part as one of its two sides knows it.

    ``package`` and ``sequence`` are those of the package it went out with; ``bases``
    are the versions that both sides started from. ``returns`` holds the newest return
    of every computer: written where the part is held, read where it was given.
    """

    id: PackageId
    way: Way
    diagnosis: DiagnosisId
    directions: tuple[DirectionCode, ...]
    given_to: str
    given_by: str
    given_at: datetime
    secret: str
    note: str = ""
    due: date | None = None
    package: PackageId | None = None
    sequence: int = 0
    bases: Mapping[IndicatorCode, VersionId] = field(default_factory=_no_bases)
    returns: tuple[Return, ...] = ()

    @property
    def returned_at(self) -> datetime | None:
        """When it last came back, None while it is out."""
        return max((r.at for r in self.returns), default=None)

    def last_sequence(self, key: str) -> int:
        """Return the number of the newest return of a computer, 0 where none came."""
        return next((r.sequence for r in self.returns if r.key == key), 0)

    def bases_of(self, key: str) -> Mapping[IndicatorCode, VersionId]:
        """Return the versions that this side shares with a computer."""
        seen = next((r.seen for r in self.returns if r.key == key), _no_bases())
        return {**self.bases, **seen}

    def with_return(self, new: Return) -> "PartRecord":
        """Return the record after a part came back."""
        others = tuple(r for r in self.returns if r.key != new.key)
        return replace(self, returns=(*others, new))

    def late(self, today: date) -> bool:
        """Tell whether it should have come back before ``today``."""
        return self.returned_at is None and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True)
class Merge:
    """Слияние: a part that was read, with both values of everything it touched.

    ``record`` is the part as it was before, so that one Undo takes all back.
    """

    id: str
    package: PackageId
    diagnosis: DiagnosisId
    at: datetime
    who: str
    source: str
    record: PartRecord
    lines: tuple[MergeLine, ...]
    asked: tuple[IndicatorCode, ...] = ()
    """Conflicts that a person decided."""
    undone_at: datetime | None = None

    def undone(self, at: datetime) -> "Merge":
        """Return the merge as it stands after Undo."""
        return replace(self, undone_at=at)


def secret_of(said: str) -> str:
    """Return the words of a part as they lock it: small letters, one blank between.

    Capitals, commas, hyphens and the two dots that few people write over a letter
    make no difference.
    """
    plain = normalize("NFC", normalize("NFD", said.casefold()).replace(DOTS, ""))
    return " ".join(re.findall(r"\w+", plain))


def directions_held(
    records: Sequence[PartRecord], diagnosis: DiagnosisId
) -> frozenset[DirectionCode]:
    """Return the directions that are to be filled here; empty: all of them."""
    return frozenset(
        direction
        for record in records
        if record.way is Way.HELD and record.diagnosis == diagnosis
        for direction in record.directions
    )
