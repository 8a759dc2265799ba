"""What a district tells its school beside remarks: averages and the term."""

import json
from collections.abc import Sequence
from typing import Any, cast

from shkola_desktop.domain.contents import Average

AVERAGES = "district-averages"
TERM = "district-term"
"""Settings of a school."""


def averages_text(averages: Sequence[Average]) -> str:
    """Return averages as a setting keeps them."""
    return json.dumps([[a.direction, a.points, a.maximum, a.schools] for a in averages])


def averages_from(text: str | None) -> tuple[Average, ...]:
    """Return the district's averages out of a setting; nothing where it is broken."""
    try:
        found: object = json.loads(text or "[]")
        return tuple(Average(*line) for line in cast("list[Any]", found))
    except (ValueError, TypeError):
        return ()
