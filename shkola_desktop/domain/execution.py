"""How a programme is carried out: states of measures by year, checks, corrections."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shkola_desktop.domain.ids import DirectionCode
from shkola_desktop.domain.planned_measure import Measure


class Progress(StrEnum):
    """State of a measure in a year: what the table of the road map's check asks for."""

    NOT_BEGUN = "not_begun"
    GOING = "going"
    DONE = "done"
    MOVED = "moved"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class MeasureRecord:
    """What became of a measure in a year of the programme.

    ``measure`` is its id, of a common one the bank's; ``done`` tells what was done,
    ``note`` why it was not, ``on`` when the state was reached.
    """

    measure: str
    year: int
    state: Progress = Progress.NOT_BEGUN
    done: str = ""
    note: str = ""
    on: date | None = None

    @property
    def key(self) -> tuple[str, int]:
        """One record stands for each measure and year."""
        return self.measure, self.year


class CheckKind(StrEnum):
    """The two checks of a school year (forms/measures.yaml, monitoring)."""

    JANUARY = "january"
    JUNE = "june"


@dataclass(frozen=True, slots=True)
class YearCheck:
    """Проверка: the interim one of January, the yearly one of June.

    ``year`` is the year of the programme that is looked at; both are held after it,
    when autumn and then the whole school year that began in it are over.
    """

    year: int
    kind: CheckKind
    on: date | None = None
    by: str = ""
    conclusions: str = ""

    @property
    def key(self) -> tuple[int, CheckKind]:
        """One check stands for each year and kind."""
        return self.year, self.kind

    @property
    def held(self) -> bool:
        """True where it has a date or says anything."""
        return bool(self.on or self.conclusions.strip())


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """A decision of a yearly correction, as the report of that year tells it.

    ``old`` and ``new`` are terms or values; an empty ``new`` means dropped.
    """

    year: int
    what: str
    old: str
    new: str
    reason: str


@dataclass(frozen=True, slots=True)
class DroppedMeasure:
    """A measure that a correction took out of the road map; its years still tell it.

    ``year`` is the last one in which it was planned.
    """

    year: int
    direction: DirectionCode
    codes: tuple[str, ...]
    measure: Measure


@dataclass(frozen=True, slots=True)
class Execution:
    """Everything that is kept about carrying a programme out."""

    records: tuple[MeasureRecord, ...] = ()
    checks: tuple[YearCheck, ...] = ()
    corrections: tuple[CorrectionLine, ...] = ()
    dropped: tuple[DroppedMeasure, ...] = ()

    def record(self, measure: str, year: int) -> MeasureRecord:
        """Return the record of a measure in a year; nothing kept is «not begun»."""
        for known in self.records:
            if known.key == (measure, year):
                return known
        return MeasureRecord(measure, year)

    def check(self, year: int, kind: CheckKind) -> YearCheck:
        """Return the check of a year; nothing kept is one that was not held."""
        for known in self.checks:
            if known.key == (year, kind):
                return known
        return YearCheck(year, kind)

    def corrected(self, year: int) -> tuple[CorrectionLine, ...]:
        """Return what the correction of a year changed."""
        return tuple(line for line in self.corrections if line.year == year)
