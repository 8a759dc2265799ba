"""Gate 3: what the shape cannot say. Codes repeat, thresholds descend, zero is lost."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from shkola_desktop.catalogue.convert import edition_of
from shkola_desktop.catalogue.schema import (
    BankDoc,
    DirectionDoc,
    EditionDoc,
    IndicatorDoc,
    PackDoc,
    TemplateDoc,
)
from shkola_desktop.catalogue.shape_gate import Fault
from shkola_desktop.domain.applying import form_for
from shkola_desktop.domain.ids import DirectionCode

FEWEST_OPTIONS = 2
SHORTEST_HELP = 15
"""Characters: a dash or «см. выше» helps nobody."""


def edition_faults(edition: EditionDoc) -> Iterator[Fault]:
    """Check ``edition.yaml`` alone."""
    yield from _twice("levels", (x.id for x in edition.levels))
    yield from _twice("kinds", (x.id for x in edition.kinds))
    yield from _twice("programmes", (x.id for x in edition.programmes))
    for name in ("levels", "kinds", "programmes", "programme_sets", "files"):
        if not getattr(edition, name):
            yield name, "list-empty", {}
    programmes = {x.id for x in edition.programmes}
    for number, group in enumerate(edition.programme_sets):
        place = f"programme_sets[{number}]"
        yield from _unknown(place, group, programmes, "programme-unknown")
        if not group:
            yield place, "list-empty", {}
    for field in ("{kind}", "{programmes}"):
        if field not in edition.title_pattern:
            yield "title_pattern", "pattern-field", {"field": field}
    rules = edition.rules
    for place, word in (
        ("rules.critical_zero", rules.critical_zero.confidence),
        ("rules.total", rules.total.confidence),
    ):
        names = set(edition.confidence_names)
        yield from _unknown(place, [word], names, "confidence-unknown")
    yield from _share_faults(edition)


def direction_faults(direction: DirectionDoc, edition: EditionDoc) -> Iterator[Fault]:
    """Check one direction's file against its edition."""
    if direction.kind not in edition.direction_kinds:
        yield "kind", "direction-kind-unknown", {"found": direction.kind}
    if not direction.criteria:
        yield "criteria", "list-empty", {}
    for criterion in direction.criteria:
        place = f"criteria[{criterion.id}]"
        if not criterion.indicators:
            yield f"{place}.indicators", "list-empty", {}
        names = Counter(i.name.casefold() for i in criterion.indicators)
        for indicator in criterion.indicators:
            where = f"{place}.indicators[{indicator.id}]"
            if names[indicator.name.casefold()] > 1:
                yield f"{where}.name", "name-twice", {"found": indicator.name}
            yield from _indicator_faults(indicator, edition, where)


def pack_faults(pack: PackDoc) -> Iterator[Fault]:
    """Check what only the whole pack shows."""
    directions = pack.directions
    yield from _twice("directions", (d.id for d in directions))
    yield from _twice("criteria", (c.id for d in directions for c in d.criteria))
    yield from _twice(
        "indicators",
        (i.id for d in directions for c in d.criteria for i in c.indicators),
    )
    levels = [level.id for level in pack.edition.levels]
    known = {d.id for d in directions}
    for number, scale in enumerate(pack.edition.thresholds.official):
        place = f"thresholds.official[{number}]"
        yield from _unknown(f"{place}.levels", scale.levels, levels, "level-unknown")
        if scale.direction is not None and scale.direction not in known:
            yield place, "direction-unknown", {"found": scale.direction}
        yield from _growing(f"{place}.levels", scale.levels, levels)
    yield from _scale_faults(pack)
    for number, published in enumerate(pack.edition.published):
        if published.level not in levels:
            place = f"published[{number}]"
            yield place, "level-unknown", {"found": published.level}


def _scale_faults(pack: PackDoc) -> Iterator[Fault]:
    if not pack.edition.thresholds.official:
        return
    edition = edition_of(pack, "")
    variants = {variant.code: variant for variant in edition.variants}
    for number, scale in enumerate(pack.edition.thresholds.official):
        place = f"thresholds.official[{number}]"
        if scale.variant not in variants:
            yield place, "variant-unknown", {"found": scale.variant}
            continue
        form = form_for(edition, variants[scale.variant])
        parts = {d.code: d.maximum for d in form.directions}
        key = DirectionCode(scale.direction) if scale.direction else None
        maximum = form.maximum if key is None else parts.get(key, 0)
        for level, points in scale.levels.items():
            if points > maximum:
                details = {"level": level, "found": str(points)}
                rule = "threshold-too-high"
                yield f"{place}.levels", rule, {**details, "maximum": str(maximum)}


def bank_faults(
    bank: BankDoc, indicators: set[str], criteria: set[str]
) -> Iterator[Fault]:
    """Check the bank of measures against every indicator and criterion known."""
    every = [m for c in bank.criteria for m in c.measures]
    yield from _twice("criteria", (c.criterion for c in bank.criteria))
    yield from _twice("measures", (m.id for m in (*every, *bank.cross_cutting)))
    named = [c.criterion for c in bank.criteria]
    yield from _unknown("criteria", named, criteria, "criterion-unknown")
    for measure in every:
        place = f"measures[{measure.id}].indicators"
        yield from _unknown(place, measure.indicators, indicators, "indicator-unknown")
    for measure in (*every, *bank.cross_cutting):
        if any(more <= fewer for fewer, more in pairwise(measure.climbs)):
            yield f"measures[{measure.id}].climbs", "climbs-not-growing", {}
    for known in bank.criteria:
        place = f"criteria[{known.criterion}].causes"
        for cause in (*known.internal_causes, *known.external_causes):
            told = () if isinstance(cause, str) else cause.indicators
            yield from _unknown(place, told, indicators, "indicator-unknown")


def template_faults(template: TemplateDoc) -> Iterator[Fault]:
    """Check the programme's template."""
    for name in ("presets", "passport", "acts"):
        if not getattr(template, name):
            yield name, "list-empty", {}
    yield from _twice("presets", (p.code for p in template.presets))
    yield from _twice("passport", (row.code for row in template.passport))
    yield from _twice("acts", (act.code for act in template.acts))
    for preset in template.presets:
        codes = (section.code for section in preset.sections)
        yield from _twice(f"presets[{preset.code}].sections", codes)


def _indicator_faults(
    indicator: IndicatorDoc, edition: EditionDoc, place: str
) -> Iterator[Fault]:
    options = indicator.options
    if len(options) < FEWEST_OPTIONS:
        yield f"{place}.options", "options-few", {}
    yield from _twice(f"{place}.options", (o.id for o in options))
    if options and all(option.points > 0 for option in options):
        yield f"{place}.options", "zero-missing", {}
    if options and all(option.points == 0 for option in options):
        yield f"{place}.options", "points-missing", {}
    for name in ("asked", "count", "proof", "rural"):
        if len(getattr(indicator.help, name).strip()) < SHORTEST_HELP:
            yield f"{place}.help.{name}", "help-short", {"least": str(SHORTEST_HELP)}
    programmes = {x.id for x in edition.programmes}
    kinds = {x.id for x in edition.kinds}
    yield from _unknown(
        f"{place}.programmes_any",
        indicator.programmes_any,
        programmes,
        "programme-unknown",
    )
    yield from _unknown(
        f"{place}.excluded_kinds", indicator.excluded_kinds, kinds, "kind-unknown"
    )
    yield from _unknown(
        f"{place}.names_by_kind", indicator.names_by_kind, kinds, "kind-unknown"
    )
    given = indicator.confidence
    words = [given.name, given.points, given.critical, *(o.confidence for o in options)]
    yield from _unknown(
        f"{place}.confidence", words, edition.confidence_names, "confidence-unknown"
    )


def _share_faults(edition: EditionDoc) -> Iterator[Fault]:
    orientation = edition.thresholds.orientation
    if orientation is None:
        return
    place = "thresholds.orientation.shares"
    levels = [level.id for level in edition.levels]
    yield from _unknown(place, orientation.shares, levels, "level-unknown")
    yield from _growing(place, orientation.shares, levels)


def _growing(place: str, points: dict[str, int], levels: list[str]) -> Iterator[Fault]:
    ordered = [(level, points[level]) for level in levels if level in points]
    for (low, fewer), (high, more) in pairwise(ordered):
        if more <= fewer:
            yield place, "levels-not-growing", {"low": low, "high": high}


def _twice(place: str, codes: Iterable[str]) -> Iterator[Fault]:
    for code, count in Counter(codes).items():
        if count > 1:
            yield f"{place}[{code}]", "code-twice", {"code": code}


def _unknown(
    place: str, found: Iterable[str], known: Iterable[str], rule: str
) -> Iterator[Fault]:
    allowed = list(known)
    for code in dict.fromkeys(found):
        if code not in allowed:
            shown = ", ".join(allowed) if len(allowed) <= 12 else "…"  # noqa: PLR2004  # a line
            yield place, rule, {"found": code, "allowed": shown}
