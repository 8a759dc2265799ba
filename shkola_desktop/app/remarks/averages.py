"""The averages of an office's schools: what a school sees beside its own points."""

from collections import defaultdict
from collections.abc import Iterable
from statistics import fmean

from shkola_desktop.domain.contents import Average
from shkola_desktop.domain.ids import DirectionCode
from shkola_desktop.domain.results import StoredPoints, StoredResult

FEWEST = 3
"""Schools below which an average would tell the points of a neighbour."""


def averages(results: Iterable[StoredResult]) -> tuple[Average, ...]:
    """Return the average of the whole form first, then of each direction.

    Only completed diagnoses count. Maxima are averaged too: schools of different kinds
    have different forms. Fewer than ``FEWEST`` schools give no average.
    """
    grouped: dict[DirectionCode, list[StoredPoints]] = defaultdict(list)
    for result in results:
        if result.completed:
            for points in result.points:
                grouped[points.direction].append(points)
    return tuple(
        Average(
            code,
            round(fmean(p.points for p in found), 2),
            round(fmean(p.maximum for p in found), 2),
            len(found),
        )
        for code, found in grouped.items()
        if len(found) >= FEWEST
    )
