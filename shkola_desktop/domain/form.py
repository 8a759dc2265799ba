"""An edition of the methodology and the form it makes for one variant of school."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from shkola_desktop.domain.ids import (
    CriterionCode,
    DirectionCode,
    EditionCode,
    IndicatorCode,
    KindCode,
    LevelId,
    OptionId,
    ProgrammeCode,
)


def _no_names() -> Mapping[KindCode, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Confidence:
    """How the name, the points and the critical flag of an item are known."""

    name: str
    points: str
    critical: str


@dataclass(frozen=True, slots=True)
class Help:
    """What a person reads beside an indicator, in our own words."""

    asked: str
    count: str
    proof: str
    rural: str


@dataclass(frozen=True, slots=True)
class Option:
    """Значение показателя: one possible answer with its points."""

    id: OptionId
    points: int
    text: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """Показатель: what is asked, and for which schools it is asked."""

    code: IndicatorCode
    name: str
    critical: bool
    options: tuple[Option, ...]
    confidence: Confidence
    help: Help
    period: str | None = None
    names_by_kind: Mapping[KindCode, str] = field(default_factory=_no_names)
    programmes_any: tuple[ProgrammeCode, ...] = ()
    needs_ovz: bool = False
    excluded_kinds: tuple[KindCode, ...] = ()

    @property
    def maximum(self) -> int:
        """Points of the best option."""
        return max(option.points for option in self.options)

    def option(self, id: OptionId) -> Option | None:
        """Return the option of this id, or None."""
        return next((option for option in self.options if option.id == id), None)


@dataclass(frozen=True, slots=True)
class Criterion:
    """Критерий: a group of indicators; one page of the wizard."""

    code: CriterionCode
    name: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Direction:
    """Направление: a магистральное направление or a ключевое условие."""

    code: DirectionCode
    name: str
    kind: str
    criteria: tuple[Criterion, ...]

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators of all criteria, in the order of the form."""
        return tuple(i for criterion in self.criteria for i in criterion.indicators)

    @property
    def maximum(self) -> int:
        """Points reached with the best option everywhere."""
        return sum(indicator.maximum for indicator in self.indicators)


@dataclass(frozen=True, slots=True)
class Level:
    """Уровень: data of the edition, never an Enum."""

    id: LevelId
    name: str


@dataclass(frozen=True, slots=True)
class Kind:
    """Kind of school; some kinds always teach pupils with ОВЗ."""

    code: KindCode
    name: str
    genitive: str
    always_ovz: bool


@dataclass(frozen=True, slots=True)
class EducationProgramme:
    """Level of general education that a school teaches: НОО, ООО, СОО."""

    code: ProgrammeCode
    name: str


@dataclass(frozen=True, slots=True)
class Variant:
    """Kind of school, programmes and pupils with ОВЗ: decides what applies."""

    kind: KindCode
    programmes: tuple[ProgrammeCode, ...]
    ovz: bool

    @property
    def code(self) -> str:
        """Stable text of the variant, for example ``mainstream/noo+ooo/ovz``."""
        ovz = "ovz" if self.ovz else "no-ovz"
        return f"{self.kind}/{'+'.join(self.programmes)}/{ovz}"


class TotalRule(StrEnum):
    """Whether the total counts a zeroed direction as 0 or with its own points."""

    AFTER_ZEROING = "after_zeroing"
    BEFORE_ZEROING = "before_zeroing"


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules of scoring that the edition may switch."""

    critical_zero: bool
    total: TotalRule


@dataclass(frozen=True, slots=True)
class Threshold:
    """Points from which a level is reached."""

    level: LevelId
    points: int


@dataclass(frozen=True, slots=True)
class Scale:
    """Official thresholds of one variant, for a direction or for the total."""

    variant: str
    direction: DirectionCode | None
    thresholds: tuple[Threshold, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """Share of the maximum from which a level is reached on the orientation scale."""

    level: LevelId
    share: Fraction


@dataclass(frozen=True, slots=True)
class Edition:
    """Редакция: one year's methodology, complete, with its content hash."""

    code: EditionCode
    version: int
    title: str
    status: str
    note: str
    hash: str
    levels: tuple[Level, ...]
    kinds: tuple[Kind, ...]
    programmes: tuple[EducationProgramme, ...]
    programme_sets: tuple[tuple[ProgrammeCode, ...], ...]
    title_pattern: str
    rules: Rules
    official: tuple[Scale, ...]
    orientation: tuple[Share, ...]
    direction_kinds: Mapping[str, str]
    confidence_names: Mapping[str, str]
    directions: tuple[Direction, ...]

    @property
    def variants(self) -> tuple[Variant, ...]:
        """Every variant of school that the edition knows."""
        return tuple(self._variants())

    def _variants(self) -> Iterator[Variant]:
        for kind in self.kinds:
            for programmes in self.programme_sets:
                for ovz in (True,) if kind.always_ovz else (False, True):
                    yield Variant(kind.code, programmes, ovz)

    def kind(self, code: KindCode) -> Kind | None:
        """Return the kind of school of this code, or None."""
        return next((kind for kind in self.kinds if kind.code == code), None)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Every indicator of the edition, whether it applies or not."""
        return tuple(i for direction in self.directions for i in direction.indicators)


@dataclass(frozen=True, slots=True)
class Form:
    """Форма самодиагностики: an edition narrowed to a variant."""

    edition: Edition
    variant: Variant
    title: str
    directions: tuple[Direction, ...]

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators that this school answers, in order."""
        return tuple(i for direction in self.directions for i in direction.indicators)

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The pages of the wizard, in order."""
        return tuple(c for direction in self.directions for c in direction.criteria)

    @property
    def maximum(self) -> int:
        """Points reached with the best option everywhere."""
        return sum(direction.maximum for direction in self.directions)

    def indicator(self, code: IndicatorCode) -> Indicator | None:
        """Return the applicable indicator of this code, or None."""
        return next((i for i in self.indicators if i.code == code), None)

    def criterion_of(self, code: IndicatorCode) -> Criterion | None:
        """Return the criterion that holds this indicator, or None."""
        for criterion in self.criteria:
            if any(i.code == code for i in criterion.indicators):
                return criterion
        return None
