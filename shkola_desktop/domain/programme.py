"""Программа развития: the plan made from deficits, and its template."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType

from shkola_desktop.domain.execution import Execution
from shkola_desktop.domain.ids import (
    DiagnosisId,
    DirectionCode,
    IndicatorCode,
    PersonId,
    ProgrammeCode,
    ProgrammeId,
    SchoolId,
)
from shkola_desktop.domain.planned_measure import Measure
from shkola_desktop.domain.programme_parts import (
    ApprovalRow,
    Change,
    Ignored,
    OwnText,
    PaperSettings,
    PlannedMonitoring,
    PlannedRisk,
    Swot,
    Target,
)

NOBODY = PersonId("")
STANDARD = "fgos-"
"""How the codes of educational standards begin; the programme's code follows."""
DEPENDS = ("yes", "partly", "no")
"""Whether a deficit depends on the school."""
SHORTEST_PERIOD = 3
LONGEST_PERIOD = 5
"""Years; outside a warning is shown: founders do sign others (programme.md §3.1)."""


def _no_texts() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Cause:
    """Причина дефицита: internal or external, with the task that answers it.

    An empty ``task`` means the prepared one.
    """

    text: str
    external: bool
    task: str = ""

    @property
    def key(self) -> tuple[str, bool]:
        """What makes two causes the same one, whatever their tasks."""
        return self.text, self.external


@dataclass(frozen=True, slots=True)
class Deficit:
    """Дефицит with its causes, task and measures: one link chain.

    ``left_out`` holds the reason where the deficit is not taken into the plan.
    ``depends`` tells whether it depends on the school: one of ``DEPENDS``, or empty
    where it follows from what the measures need.
    """

    code: str
    indicator: IndicatorCode
    direction: DirectionCode
    text: str
    causes: tuple[Cause, ...] = ()
    decision: str = ""
    task: str = ""
    measures: tuple[Measure, ...] = ()
    left_out: str = ""
    depends: str = ""

    @property
    def included(self) -> bool:
        """True where the programme plans something about it."""
        return not self.left_out


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the programme's team; curators look after directions.

    ``person`` is the id in the staff list; empty for a name that is not on it.
    ``controls`` marks who watches that the order on the team is carried out; where
    nobody is marked the director does.
    """

    name: str
    position: str
    leads: bool = False
    directions: tuple[DirectionCode, ...] = ()
    person: PersonId = NOBODY
    controls: bool = False


@dataclass(frozen=True, slots=True)
class Programme:
    """One programme of one school, made from one diagnosis."""

    id: ProgrammeId
    school: SchoolId
    diagnosis: DiagnosisId
    first_year: int
    last_year: int
    goal: str
    created_at: datetime
    preset: str = "standard"
    team: tuple[Member, ...] = ()
    deficits: tuple[Deficit, ...] = ()
    texts: Mapping[str, str] = field(default_factory=_no_texts)
    """Own words at the beginning of a section, by the section's code."""
    own_texts: tuple[OwnText, ...] = ()
    """Prepared texts that the school changed."""
    swot: Swot = field(default_factory=Swot)
    risks: tuple[PlannedRisk, ...] | None = None
    """None: the bank's; a changed list is the school's own."""
    monitoring: tuple[PlannedMonitoring, ...] | None = None
    """None: the bank's; a changed list is the school's own."""
    finance: tuple[str, ...] | None = None
    """Sources of money; None: the bank's."""
    targets: tuple[Target, ...] = ()
    changes: tuple[Change, ...] = ()
    approvals: ApprovalRow = field(default_factory=ApprovalRow)
    paper: PaperSettings = field(default_factory=PaperSettings)
    ignored: tuple[Ignored, ...] = ()
    execution: Execution = field(default_factory=Execution, repr=False)
    """Left out of ``repr``: papers of the plan do not change by its being done."""

    @property
    def years(self) -> range:
        """Every year of the period."""
        return range(self.first_year, self.last_year + 1)

    @property
    def included(self) -> tuple[Deficit, ...]:
        """The deficits that the programme plans something about."""
        return tuple(deficit for deficit in self.deficits if deficit.included)

    def taken_back(self, deficit: Deficit) -> "Programme":
        """Return the programme with a left-out deficit planned again."""
        return self.with_deficit(replace(deficit, left_out=""))

    def with_deficit(self, changed: Deficit) -> "Programme":
        """Return the programme with the deficit of the same code replaced."""
        return replace(
            self,
            deficits=tuple(
                changed if deficit.code == changed.code else deficit
                for deficit in self.deficits
            ),
        )


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the document: number, code, heading."""

    number: str
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class PassportRow:
    """A row of the passport; ``code`` names what fills it."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Preset:
    """A regional way of ordering the sections."""

    code: str
    name: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class LegalAct:
    """A legal act with the day on which its state was checked."""

    code: str
    text: str
    state: str
    checked_on: date | None
    note: str
    cite: bool

    def concerns(self, programmes: Sequence[ProgrammeCode]) -> bool:
        """Tell whether a school that teaches these is meant: no other's standards."""
        if not self.code.startswith(STANDARD):
            return True
        level = self.code.removeprefix(STANDARD).split("-", maxsplit=1)[0]
        return level in programmes


@dataclass(frozen=True, slots=True)
class ProgrammeTemplate:
    """Sections, passport rows, presets and legal acts: ``forms/programme.yaml``."""

    presets: tuple[Preset, ...]
    passport: tuple[PassportRow, ...]
    acts: tuple[LegalAct, ...]

    def preset(self, code: str) -> Preset:
        """Return the preset of this code, or the first one."""
        return next((p for p in self.presets if p.code == code), self.presets[0])
