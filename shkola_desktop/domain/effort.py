"""Effort of lifting an indicator: what a measure asks for, and how far up it goes.

A number for comparing ways with each other: neither days nor roubles.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, astuple, dataclass
from itertools import pairwise
from types import MappingProxyType

from shkola_desktop.domain.form import Form
from shkola_desktop.domain.ids import IndicatorCode
from shkola_desktop.domain.measures import BankMeasure, MeasureBank

Climb = tuple[int, ...]
"""Effort of reaching the first option above zero, the second, …, from the bottom."""
SCALE = (1, 2, 4, 6, 8)
"""What a school may say of a resource, from easy to very hard."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Effort of the first option height, by the resource of the measure.

    ``no_measure`` stands for an indicator that the bank has no measure for.

    Raises:
        ValueError: a weight is below 1; a step without effort could not be compared.
    """

    none: int = 1
    internal: int = 2
    partner: int = 4
    budget: int = 8
    no_measure: int = 6

    def __post_init__(self) -> None:
        if any(weight < 1 for weight in astuple(self)):
            raise ValueError("effort is a whole number from 1")


def require_growing(climbs: Iterable[Climb]) -> None:
    """Refuse climbs in which an option costs nothing more than the one below it.

    Raises:
        ValueError: there is one.
    """
    if any(more <= less for climb in climbs for less, more in pairwise((0, *climb))):
        raise ValueError("effort grows by a whole number from 1")


def growing(height: int) -> int:
    """Return how many times the first option's effort it takes to get so high: 1, 3, 6.

    The second option asks twice as much as the first, the third three times. The
    options of the form are heights (школьный этап, муниципальный, региональный,
    всероссийский): each depends less on the school itself than the one below. With
    equal steps, prizes at the country's final would seem as near as the next option
    of any other indicator.
    """
    return height * (height + 1) // 2


def efforts(
    form: Form, bank: MeasureBank, weights: Weights
) -> Mapping[IndicatorCode, Climb]:
    """Return the effort of reaching each option, for every indicator of the form."""
    found: dict[IndicatorCode, Climb] = {}
    for indicator in form.indicators:
        suited = bank.suited(indicator.code, form.variant.programmes)
        heights = range(1, len(indicator.options) + 1)
        found[indicator.code] = tuple(_least(suited, n, weights) for n in heights)
    return MappingProxyType(found)


def lightest_measure(
    indicator: IndicatorCode,
    height: int,
    form: Form,
    bank: MeasureBank,
    weights: Weights,
) -> BankMeasure | None:
    """Return the measure that the effort was taken from; None: the bank has none."""
    suited = bank.suited(indicator, form.variant.programmes)
    return min(suited, key=lambda m: _effort(m, height, weights), default=None)


def _least(suited: Iterable[BankMeasure], height: int, weights: Weights) -> int:
    unknown = weights.no_measure * growing(height)
    return min((_effort(m, height, weights) for m in suited), default=unknown)


def _effort(measure: BankMeasure, height: int, weights: Weights) -> int:
    return asdict(weights)[measure.resource] * _times(measure.climbs, height)


def _times(own: Climb, height: int) -> int:
    """Return the measure's own figure; past its end it grows on by the rule."""
    if not own:
        return growing(height)
    known = min(height, len(own))
    return own[known - 1] + growing(height) - growing(known)
