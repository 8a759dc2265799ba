"""The bounds of everything that stands in content.json, each with its reason."""

from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta

MAX_ANSWERS = 2_000
"""Answers of a diagnosis: a form has 114 indicators."""
MAX_FILES = 200
"""Files of one answer: people give one to five."""
MAX_ENTRIES = 40_000
"""Remarks and replies: four hundred for each of a hundred schools."""
MAX_DECISIONS = 10_000
"""Decisions: a hundred for each of a hundred schools."""
MAX_SCHOOLS = 2_000
"""Schools of an office: a large region has about a thousand."""
MAX_ROWS = 2_000
"""Rows of a list in a programme: a long road map has three hundred."""
MAX_MARKS = 20_000
"""Records of measures: two thousand measures over a long period."""
MAX_LINES = 200
"""Short lists: a team, directions, lines of SWOT."""
MAX_POINTS = 1_000_000
"""Points of a form: smp-2024 has 243."""
MAX_PEOPLE = 100_000
"""Pupils, classes, teachers: the largest school has about ten thousand."""
MAX_NUMBER = 10**9
"""Sequence numbers and places in a thread: one a second for thirty years."""
MAX_BYTES = 2 * 1024**3
"""Bytes of one file: more than a whole package may have."""

Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Id = Annotated[str, Meta(pattern="^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$")]
"""An id that a workspace made: a UUID, or shorter where it came with a form."""
Code = Annotated[str, Meta(pattern="^[A-Za-z0-9-]{1,20}$")]
"""A registry code: it goes into file names, see the form of a school."""
MaybeCode = Annotated[str, Meta(pattern="^[A-Za-z0-9-]{0,20}$")]
Key = Annotated[str, Meta(min_length=1, max_length=100)]
"""A code out of a form, a bank or a template."""
MaybeKey = Annotated[str, Meta(max_length=100)]
PackId = Annotated[str, Meta(pattern="^[a-z0-9][a-z0-9.-]{0,59}@[0-9a-f]{12}$")]
"""Edition code and 12 digits of the pack's hash."""
AgeKey = Annotated[str, Meta(pattern="^age1[0-9a-z]{20,100}$")]
SignKey = Annotated[str, Meta(pattern="^RW[A-Za-z0-9+/]{54}$")]
Short = Annotated[str, Meta(max_length=200)]
Line = Annotated[str, Meta(max_length=2_000)]
Prose = Annotated[str, Meta(max_length=50_000)]
"""The longest text of a programme's section: about 25 pages."""
Moment = Annotated[datetime, Meta(tz=True)]
Size = Annotated[int, Meta(ge=0, le=MAX_BYTES)]
Number = Annotated[int, Meta(ge=1, le=MAX_NUMBER)]
Count = Annotated[int, Meta(ge=0, le=MAX_NUMBER)]
People = Annotated[int, Meta(ge=0, le=MAX_PEOPLE)]
Year = Annotated[int, Meta(ge=1990, le=2150)]
Points = Annotated[float, Meta(ge=0, le=MAX_POINTS)]
Lines = Annotated[tuple[Line, ...], Meta(max_length=MAX_LINES)]
Keys = Annotated[tuple[Key, ...], Meta(max_length=MAX_LINES)]


class Wire(msgspec.Struct, forbid_unknown_fields=True):
    """Every part of content.json; unknown keys are refused."""


class KeysWire(Wire):
    """The public keys of the sender: what a first package is checked against."""

    age: AgeKey
    minisign: SignKey


class Top(Wire, kw_only=True):
    """What every kind repeats of the clear header."""

    format: Annotated[int, Meta(ge=1, le=1)]
    kind: Key
    package: Id
    sender: Code
    receiver: Code
    sequence: Number
    form: Annotated[str, Meta(max_length=80)]
    keys: KeysWire
