"""Edition and variant → form: what does not apply to this school is gone."""

from dataclasses import replace

from shkola_desktop.domain.errors import VariantUnknown
from shkola_desktop.domain.form import (
    Criterion,
    Direction,
    Edition,
    Form,
    Indicator,
    Variant,
)
from shkola_desktop.domain.ids import KindCode, ProgrammeCode


def variant_of(
    edition: Edition, kind: str, programmes: tuple[str, ...], *, ovz: bool
) -> Variant:
    """Return the variant of a school; the order of the programmes does not matter.

    Raises:
        VariantUnknown: the edition has no such kind or set of programmes, or the
            kind always has pupils with ОВЗ and ``ovz`` is false.
    """
    wanted = frozenset(programmes)
    ordered = tuple(p.code for p in edition.programmes if p.code in wanted)
    unknown = tuple(sorted(wanted - frozenset(ordered)))
    variant = Variant(KindCode(kind), ordered, ovz)
    if unknown or variant not in edition.variants:
        raise VariantUnknown(
            kind=kind,
            programmes=tuple(programmes),
            ovz=ovz,
            unknown_kind=edition.kind(KindCode(kind)) is None,
            unknown_programmes=tuple(ProgrammeCode(code) for code in unknown),
        )
    return variant


def applies(indicator: Indicator, variant: Variant) -> bool:
    """Tell whether a school of this variant answers the indicator."""
    if variant.kind in indicator.excluded_kinds:
        return False
    if indicator.needs_ovz and not variant.ovz:
        return False
    return not indicator.programmes_any or any(
        programme in variant.programmes for programme in indicator.programmes_any
    )


def form_for(edition: Edition, variant: Variant) -> Form:
    """Narrow an edition to a variant; empty criteria and directions disappear."""
    directions = tuple(
        _narrowed(direction, variant) for direction in edition.directions
    )
    return Form(
        edition=edition,
        variant=variant,
        title=title_of(edition, variant),
        directions=tuple(d for d in directions if d.criteria),
    )


def title_of(edition: Edition, variant: Variant) -> str:
    """Return the heading of the official print form for this variant."""
    kind = edition.kind(variant.kind)
    names = [p.name for p in edition.programmes if p.code in variant.programmes]
    return edition.title_pattern.replace(
        "{kind}", kind.genitive if kind else str(variant.kind)
    ).replace("{programmes}", ", ".join(names))


def _narrowed(direction: Direction, variant: Variant) -> Direction:
    criteria = tuple(
        Criterion(
            criterion.code,
            criterion.name,
            tuple(
                _named(indicator, variant)
                for indicator in criterion.indicators
                if applies(indicator, variant)
            ),
        )
        for criterion in direction.criteria
    )
    return replace(direction, criteria=tuple(c for c in criteria if c.indicators))


def _named(indicator: Indicator, variant: Variant) -> Indicator:
    name = indicator.names_by_kind.get(variant.kind, indicator.name)
    return replace(indicator, name=name)
