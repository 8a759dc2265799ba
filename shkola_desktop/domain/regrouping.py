"""Deficits put in another order, measures put under another deficit."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from shkola_desktop.domain.deficits import Shortfall
from shkola_desktop.domain.form import Form
from shkola_desktop.domain.ids import IndicatorCode
from shkola_desktop.domain.programme import Deficit, Programme

Found = Mapping[IndicatorCode, Shortfall]
"""What each indicator of a diagnosis falls short of."""


def by_direction(deficits: Sequence[Deficit], form: Form) -> tuple[Deficit, ...]:
    """Return the deficits as the form orders its directions, else as they stood."""
    places = {d.code: place for place, d in enumerate(form.directions)}
    return tuple(sorted(deficits, key=lambda d: places.get(d.direction, len(places))))


def critical_first(deficits: Sequence[Deficit], found: Found) -> tuple[Deficit, ...]:
    """Return critical indicators without points first, the others as they stood."""
    return tuple(sorted(deficits, key=lambda d: not _critical(d, found)))


def by_points_lost(deficits: Sequence[Deficit], found: Found) -> tuple[Deficit, ...]:
    """Return the deficits that cost most points first, equal ones as they stood."""
    return tuple(sorted(deficits, key=lambda d: -_lost(d, found)))


def with_measure_moved(programme: Programme, measure: str, code: str) -> Programme:
    """Return the programme with a measure at the end of another deficit's ones.

    A measure or a deficit that the programme has not, and one that is there already,
    change nothing: nothing must be lost on the way.
    """
    target = next((d for d in programme.deficits if d.code == code), None)
    source = next(
        (d for d in programme.deficits if any(m.id == measure for m in d.measures)),
        None,
    )
    if target is None or source is None or source.code == target.code:
        return programme
    moved = tuple(m for m in source.measures if m.id == measure)
    left = tuple(m for m in source.measures if m.id != measure)
    return programme.with_deficit(replace(source, measures=left)).with_deficit(
        replace(target, measures=(*target.measures, *moved))
    )


def _critical(deficit: Deficit, found: Found) -> bool:
    shortfall = found.get(deficit.indicator)
    return shortfall is not None and shortfall.zero and shortfall.indicator.critical


def _lost(deficit: Deficit, found: Found) -> int:
    shortfall = found.get(deficit.indicator)
    return shortfall.lost if shortfall is not None else 0
