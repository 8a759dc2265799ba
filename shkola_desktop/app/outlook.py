"""A programme with everything that its sections show: expectations, suggestions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shkola_desktop.app import suggesting
from shkola_desktop.app.material import gather
from shkola_desktop.app.versions import Written
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.deficits import Shortfall, by_urgency, shortfalls
from shkola_desktop.domain.documents import ProgrammeMaterial
from shkola_desktop.domain.expectations import (
    Expectation,
    expectations,
    expected_options,
)
from shkola_desktop.domain.ids import DirectionCode
from shkola_desktop.domain.measures import BankMeasure
from shkola_desktop.domain.programme import Cause, Deficit, Measure, Programme
from shkola_desktop.domain.scoring import Result, score


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is known beside the programme, and what follows from it.

    ``found`` are all shortfalls of the diagnosis, the most urgent first;
    ``planned`` is the result that the measures are expected to reach.
    """

    material: ProgrammeMaterial
    found: tuple[Shortfall, ...]
    lifted: tuple[Expectation, ...]
    planned: Result

    @property
    def programme(self) -> Programme:
        """The programme itself."""
        return self.material.programme

    @property
    def others(self) -> tuple[Shortfall, ...]:
        """The shortfalls that no deficit stands for."""
        known = {deficit.indicator for deficit in self.programme.deficits}
        return tuple(s for s in self.found if s.indicator.code not in known)

    @property
    def written(self) -> Written:
        """What of all this a person writes."""
        return Written(self.programme, self.material.info)

    def deficit(self, code: str) -> Deficit | None:
        """Return the deficit of a code, or None."""
        return next((d for d in self.programme.deficits if d.code == code), None)

    def deficit_of(self, measure: str) -> Deficit | None:
        """Return the deficit that a measure is planned for, or None."""
        for deficit in self.programme.deficits:
            if any(known.id == measure for known in deficit.measures):
                return deficit
        return None

    def expectation(self, deficit: Deficit) -> Expectation | None:
        """Return what is expected of a deficit's measures, or None."""
        return next((e for e in self.lifted if e.deficit.code == deficit.code), None)

    def shortfall(self, deficit: Deficit) -> Shortfall | None:
        """Return the shortfall that a deficit stands for, or None."""
        return next(
            (s for s in self.found if s.indicator.code == deficit.indicator), None
        )

    def suggested_causes(self, deficit: Deficit) -> tuple[Cause, ...]:
        """Return the bank's causes for a deficit."""
        known = self.shortfall(deficit)
        return suggesting.suggested_causes(known, self.material.bank) if known else ()

    def suggested_measures(self, deficit: Deficit) -> tuple[BankMeasure, ...]:
        """Return the bank's measures for a deficit, the cheapest first."""
        known = self.shortfall(deficit)
        if known is None:
            return ()
        bank = self.material.bank
        return suggesting.suggested_measures(known, self.material.school, bank)

    def measures(self, direction: DirectionCode) -> tuple[tuple[Deficit, Measure], ...]:
        """Return a direction's planned measures with their deficits."""
        return tuple(
            (deficit, measure)
            for deficit in self.programme.included
            if deficit.direction == direction
            for measure in deficit.measures
        )

    def until(self, year: int) -> Result:
        """Return the expected result at the end of a year."""
        options = self.material.diagnosis.options
        planned = expected_options(options, self.lifted, year)
        return score(self.material.form, planned)


def outlook_of(workspace: Workspace) -> Outlook:
    """Gather what the newest programme's sections show.

    Raises:
        NoSuchProgramme: there is no programme yet.
    """
    material = gather(workspace)
    found = by_urgency(shortfalls(material.form, material.diagnosis.options))
    return _outlook(material, found)


def with_written(outlook: Outlook, written: Written) -> Outlook:
    """Return the outlook of what a person changed."""
    material = replace(outlook.material, programme=written.programme, info=written.info)
    return _outlook(material, outlook.found)


def reordered(
    deficits: Sequence[Deficit], code: str, position: int
) -> tuple[Deficit, ...]:
    """Return the deficits with one of them put at a position."""
    moved = [d for d in deficits if d.code == code]
    rest = [d for d in deficits if d.code != code]
    return (*rest[:position], *moved, *rest[position:])


def _outlook(material: ProgrammeMaterial, found: tuple[Shortfall, ...]) -> Outlook:
    options = material.diagnosis.options
    lifted = expectations(material.form, options, material.programme)
    planned = score(material.form, expected_options(options, lifted))
    return Outlook(material, found, lifted, planned)
