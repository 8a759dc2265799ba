"""A knapsack with choices in stages: the cheapest choices that gain enough, in order.

Nothing of schools here; ``path_to_level`` says what gains and what costs.
"""

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from math import inf
from typing import NamedTuple


class Move(NamedTuple):
    """One choice of a stage; ``leap`` is how many stages on the next one stands.

    ``ranks`` are written down for the stages that the move decides. They tell the
    choices apart and put equally cheap ones in order: the smaller first.
    """

    gained: int
    cost: int
    ranks: tuple[int, ...]
    leap: int = 1


Stage = tuple[Move, ...]


def in_order(stages: Sequence[Stage], needed: int) -> Iterator[tuple[int, ...]]:
    """Yield the ranks of all choices that gain enough: cheapest, then smallest, first.

    One at a time: the tables say exactly what the rest costs, so the search never
    opens a choice that does not begin the next answer.
    """
    tables = _tables(stages, needed)
    # what it costs at least, ranks, cost so far, still needed, stage
    found: list[tuple[float, tuple[int, ...], int, int, int]] = [
        (tables[0][needed], (), 0, needed, 0)
    ]
    while found and found[0][0] < inf:
        _, ranks, cost, missing, stage = heappop(found)
        if stage == len(stages):
            yield ranks
            continue
        for move in stages[stage]:
            left = max(0, missing - move.gained)
            spent, onward = cost + move.cost, stage + move.leap
            least = spent + tables[onward][left]
            heappush(found, (least, ranks + move.ranks, spent, left, onward))


def _tables(stages: Sequence[Stage], needed: int) -> list[list[float]]:
    """Return for every stage the least cost of gaining 0 … ``needed`` from it on."""
    tables: list[list[float]] = [[0, *[inf] * needed]]
    for stage in reversed(stages):
        # tables are built from the end: the one a move leaps to stands at -leap
        columns = [_shifted(tables[-move.leap], move) for move in stage]
        none = [inf] * (needed + 1)  # a stage without moves cannot be passed
        tables.append([min(costs) for costs in zip(none, *columns, strict=True)])
    return tables[::-1]


def _shifted(table: Sequence[float], move: Move) -> list[float]:
    """Return what the move and then the table cost, by the points needed before it."""
    covered = min(move.gained, len(table))
    after = [table[0]] * covered + list(table[: len(table) - covered])
    return [cost + move.cost for cost in after]
