"""The shape of the files in forms/: unknown keys refused, types exact."""

from typing import Annotated, Literal

import msgspec

Text = Annotated[str, msgspec.Meta(min_length=1)]
Code = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_.\-]{0,39}$")]
Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Points = Annotated[int, msgspec.Meta(ge=0, le=100)]
"""More than 100 points for one answer would drown every other indicator."""


class Doc(msgspec.Struct, forbid_unknown_fields=True):
    """Every part of a file; unknown keys are refused."""


class ConfidenceDoc(Doc):
    name: Code
    points: Code
    critical: Code


class HelpDoc(Doc):
    asked: Text
    count: Text
    proof: Text
    rural: Text


class OptionDoc(Doc):
    id: Code
    points: Points
    confidence: Code
    text: Text


class IndicatorDoc(Doc):
    id: Code
    name: Text
    critical: bool
    confidence: ConfidenceDoc
    help: HelpDoc
    options: list[OptionDoc]
    names_by_kind: dict[str, Text] = {}
    programmes_any: list[Code] = []
    needs_ovz: bool = False
    excluded_kinds: list[Code] = []
    period: Text | None = None


class CriterionDoc(Doc):
    id: Code
    name: Text
    indicators: list[IndicatorDoc]


class DirectionDoc(Doc):
    id: Code
    name: Text
    kind: Code
    criteria: list[CriterionDoc]


class LevelDoc(Doc):
    id: Code
    name: Text


class KindDoc(Doc):
    id: Code
    name: Text
    genitive: Text
    always_ovz: bool


class ProgrammeDoc(Doc):
    id: Code
    name: Text


class CriticalZeroDoc(Doc):
    enabled: bool
    confidence: Code


class TotalDoc(Doc):
    count: Literal["after_zeroing", "before_zeroing"]
    confidence: Code


class RulesDoc(Doc):
    critical_zero: CriticalZeroDoc
    total: TotalDoc


class ScaleDoc(Doc):
    variant: Text
    levels: dict[str, int]
    direction: Code | None = None


class OrientationDoc(Doc):
    note: Text
    shares: dict[str, Annotated[int, msgspec.Meta(ge=1, le=100)]]
    """Level → per cent of the maximum of the variant."""


class ThresholdsDoc(Doc):
    official: list[ScaleDoc]
    orientation: OrientationDoc | None


class PublishedDoc(Doc):
    kind: Code
    programmes: list[Code]
    ovz: bool
    total: int
    level: Code
    source: Text


class EditionDoc(Doc):
    format: Literal[1]
    code: Code
    version: Annotated[int, msgspec.Meta(ge=1)]
    title: Text
    status: Literal["reconstruction", "confirmed"]
    note: Text
    levels: list[LevelDoc]
    kinds: list[KindDoc]
    programmes: list[ProgrammeDoc]
    programme_sets: list[list[Code]]
    title_pattern: Text
    direction_kinds: dict[str, Text]
    confidence_names: dict[str, Text]
    rules: RulesDoc
    thresholds: ThresholdsDoc
    files: list[Text]
    published: list[PublishedDoc] = []


class PackDoc(Doc):
    """A whole edition in one text: what is hashed, kept and sent."""

    edition: EditionDoc
    directions: list[DirectionDoc]


class ExpectedDoc(Doc):
    total: int
    maximum: int
    complete: bool
    level: Code | None
    directions: dict[str, int]


class ScenarioDoc(Doc):
    name: Text
    kind: Code
    programmes: list[Code]
    ovz: bool
    expected: ExpectedDoc
    all: Literal["best", "zero", "none"] = "none"
    answers: dict[str, Code] = {}


class ScenariosDoc(Doc):
    scenarios: list[ScenarioDoc]


class BankMeasureDoc(Doc):
    id: Code
    measure: Text
    result: Text
    indicator: Text
    responsible: Text
    term: Text
    resource: Literal["none", "internal", "partner", "budget"]
    deficit: Text
    rural_hint: Text
    indicators: list[Code] = []
    programmes: list[Code] = []
    src: list[Text] = []
    climbs: list[Annotated[int, msgspec.Meta(ge=1, le=100)]] = []
    """More than a hundred times the first option would only mean «never»."""


class CauseDoc(Doc):
    text: Text
    indicators: list[Code]


class CriterionMeasuresDoc(Doc):
    criterion: Code
    deficits: list[Text]
    internal_causes: list[Text | CauseDoc]
    external_causes: list[Text | CauseDoc]
    measures: list[BankMeasureDoc]


class RoleDoc(Doc):
    name: Text
    small: Text
    note: str = ""


class RiskDoc(Doc):
    risk: Text
    effect: Text
    prevention: Text


class MonitoringDoc(Doc):
    what: Text
    how: Text
    when: Text
    who: Text
    where: Text


class StageDoc(Doc):
    name: Text
    content: Text


class BankDoc(Doc):
    format: Literal[1]
    compiled: Text
    note: Text
    roles: list[RoleDoc]
    stages: list[StageDoc]
    finance_sources: list[Text]
    risks: list[RiskDoc]
    monitoring: list[MonitoringDoc]
    neutral_wording: list[Text]
    cross_cutting: list[BankMeasureDoc]
    criteria: list[CriterionMeasuresDoc]


class SectionDoc(Doc):
    number: Text
    code: Code
    title: Text


class PresetDoc(Doc):
    code: Code
    name: Text
    sections: list[SectionDoc]


class PassportRowDoc(Doc):
    code: Code
    title: Text


class ActDoc(Doc):
    code: Code
    text: Text
    state: Literal["in_force", "superseded", "project", "to_verify"]
    cite: bool
    note: str = ""
    checked_on: Day | None = None


class TemplateDoc(Doc):
    format: Literal[1]
    presets: list[PresetDoc]
    passport: list[PassportRowDoc]
    acts: list[ActDoc]


class ShownPack(Doc):
    """What ``shkola form show --json`` prints: the whole pack with its hash."""

    hash: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    pack: PackDoc


def schema_of_shown_pack() -> bytes:
    """Return the JSON Schema of a shown pack, as it is shipped."""
    schema = msgspec.json.schema(ShownPack)
    return msgspec.json.format(msgspec.json.encode(schema, order="sorted")) + b"\n"


class WordsDoc(Doc):
    """Words of one rule of the checker; ``{…}`` is filled in."""

    what: Text
    cure: Text
