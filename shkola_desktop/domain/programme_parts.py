"""What a programme holds beside the chain: analysis, risks, targets, approvals."""

from dataclasses import dataclass, field
from datetime import date

LIKELIHOODS = ("low", "medium", "high")
"""How likely a risk is, and how much it would hurt."""


@dataclass(frozen=True, slots=True)
class Swot:
    """SWOT-анализ: a line for each thing."""

    strengths: tuple[str, ...] = ()
    weaknesses: tuple[str, ...] = ()
    opportunities: tuple[str, ...] = ()
    threats: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """True where nothing is said yet; blank lines say nothing."""
        corners = (self.strengths, self.weaknesses, self.opportunities, self.threats)
        return not any(line.strip() for corner in corners for line in corner)


@dataclass(frozen=True, slots=True)
class PlannedRisk:
    """Риск with likelihood and impact out of ``LIKELIHOODS``."""

    text: str
    effect: str
    prevention: str
    likelihood: str = "medium"
    impact: str = "medium"
    responsible: str = ""


@dataclass(frozen=True, slots=True)
class PlannedMonitoring:
    """What is watched, how, when, by whom and where it is discussed."""

    what: str
    how: str
    when: str
    who: str
    where: str


@dataclass(frozen=True, slots=True)
class Target:
    """Целевой показатель of the school's own, with a value for every year.

    ``values`` hold one text for each year of the period, in order; texts, because
    schools write «да», «12 чел.» and «80». ``reached`` hold what came out, in the same
    order; a year that is not over yet has none.
    """

    name: str
    unit: str
    baseline: str
    values: tuple[str, ...]
    source: str = ""
    responsible: str = ""
    reached: tuple[str, ...] = field(default=(), repr=False)

    def planned_at(self, position: int) -> str:
        """Return the planned value of a year by its position in the period."""
        return self.values[position] if position < len(self.values) else ""

    def reached_at(self, position: int) -> str:
        """Return the reached value of a year by its position in the period."""
        return self.reached[position] if position < len(self.reached) else ""


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the list of changes: the yearly correction."""

    on: date
    basis: str
    what: str


@dataclass(frozen=True, slots=True)
class Approval:
    """A decision about the programme; empty until it is taken.

    ``number`` of the protocol, letter or order; ``by`` who decided.
    """

    on: date | None = None
    number: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom the letter to the founder is written to, both in the nominative."""

    position: str = ""
    name: str = ""

    @property
    def empty(self) -> bool:
        """True where the letter goes to the founder as such."""
        return not (self.position.strip() or self.name.strip())


@dataclass(frozen=True, slots=True)
class ApprovalRow:
    """Принята, согласована, утверждена, and other bodies where the charter says so.

    The order must not be dated before the founder's agreement (273-ФЗ, п. 7 ч. 3
    ст. 28: утверждение по согласованию с учредителем).
    """

    council: Approval = Approval()
    founder: Approval = Approval()
    order: Approval = Approval()
    others: tuple[tuple[str, Approval], ...] = ()
    addressee: Addressee = Addressee()


@dataclass(frozen=True, slots=True)
class PaperSettings:
    """How the programme is set (programme.md §5.1)."""

    size: int = 12
    """Points of running text: 12 or 14."""
    spacing: float = 1.15
    """Line spacing: 1, 1.15 or 1.5."""
    number_at: str = "top"
    """Where page numbers stand: ``top`` or ``bottom``, in the middle."""
    draft_mark: bool = True
    """«ПРОЕКТ» in the upper right corner of the title page."""
    signature_room: bool = False
    """Room of 30 × 70 mm for the mark of an electronic signature."""


@dataclass(frozen=True, slots=True)
class PreparedText:
    """A text that the program wrote; the school may say it in its own words.

    ``section`` is the heading of its section, ``text`` what stands there unchanged.
    """

    key: str
    section: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class OwnText:
    """A prepared text that the school changed.

    ``made_from`` is the prepared text at that moment: when the data change it,
    the person is shown old, new and own.
    """

    key: str
    text: str
    made_from: str


@dataclass(frozen=True, slots=True)
class Ignored:
    """A problem of the self-check that the school decided to leave, and why."""

    rule: str
    place: str
    reason: str
