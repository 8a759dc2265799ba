"""Shapes → domain values; nothing can fail here any more."""

from datetime import date
from fractions import Fraction
from types import MappingProxyType

from shkola_desktop.catalogue import schema
from shkola_desktop.domain import form, measures, programme
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


def edition_of(pack: schema.PackDoc, hash: str) -> form.Edition:
    """Return the edition of a pack with its content hash."""
    doc = pack.edition
    orientation = doc.thresholds.orientation
    shares = orientation.shares if orientation else {}
    return form.Edition(
        code=EditionCode(doc.code),
        version=doc.version,
        title=doc.title,
        status=doc.status,
        note=doc.note,
        hash=hash,
        levels=tuple(form.Level(LevelId(x.id), x.name) for x in doc.levels),
        kinds=tuple(
            form.Kind(KindCode(x.id), x.name, x.genitive, x.always_ovz)
            for x in doc.kinds
        ),
        programmes=tuple(
            form.EducationProgramme(ProgrammeCode(x.id), x.name) for x in doc.programmes
        ),
        programme_sets=tuple(_programmes(group) for group in doc.programme_sets),
        title_pattern=doc.title_pattern,
        rules=form.Rules(
            critical_zero=doc.rules.critical_zero.enabled,
            total=form.TotalRule(doc.rules.total.count),
        ),
        official=tuple(_scale(x, doc.levels) for x in doc.thresholds.official),
        orientation=tuple(
            form.Share(LevelId(x.id), Fraction(shares[x.id], 100))
            for x in doc.levels
            if x.id in shares
        ),
        direction_kinds=MappingProxyType(dict(doc.direction_kinds)),
        confidence_names=MappingProxyType(dict(doc.confidence_names)),
        directions=tuple(_direction(direction) for direction in pack.directions),
    )


def bank_of(doc: schema.BankDoc) -> measures.MeasureBank:
    """Return the bank of measures."""
    return measures.MeasureBank(
        compiled=doc.compiled,
        note=doc.note,
        roles=tuple(measures.Role(x.name, x.small, x.note) for x in doc.roles),
        cross_cutting=tuple(_measure(x) for x in doc.cross_cutting),
        stages=tuple(measures.StageText(x.name, x.content) for x in doc.stages),
        finance_sources=tuple(doc.finance_sources),
        risks=tuple(measures.Risk(x.risk, x.effect, x.prevention) for x in doc.risks),
        monitoring=tuple(
            measures.MonitoringRow(x.what, x.how, x.when, x.who, x.where)
            for x in doc.monitoring
        ),
        neutral_wording=tuple(doc.neutral_wording),
        criteria=tuple(
            measures.CriterionMeasures(
                criterion=CriterionCode(x.criterion),
                deficits=tuple(x.deficits),
                internal_causes=tuple(_cause(c) for c in x.internal_causes),
                external_causes=tuple(_cause(c) for c in x.external_causes),
                measures=tuple(_measure(m) for m in x.measures),
            )
            for x in doc.criteria
        ),
    )


def template_of(doc: schema.TemplateDoc) -> programme.ProgrammeTemplate:
    """Return the programme's template."""
    return programme.ProgrammeTemplate(
        presets=tuple(
            programme.Preset(
                x.code,
                x.name,
                tuple(programme.Section(s.number, s.code, s.title) for s in x.sections),
            )
            for x in doc.presets
        ),
        passport=tuple(programme.PassportRow(x.code, x.title) for x in doc.passport),
        acts=tuple(
            programme.LegalAct(
                code=x.code,
                text=x.text,
                state=x.state,
                checked_on=date.fromisoformat(x.checked_on) if x.checked_on else None,
                note=x.note,
                cite=x.cite,
            )
            for x in doc.acts
        ),
    )


def _cause(doc: str | schema.CauseDoc) -> measures.BankCause:
    if isinstance(doc, str):
        return measures.BankCause(doc)
    codes = tuple(IndicatorCode(code) for code in doc.indicators)
    return measures.BankCause(doc.text, codes)


def _scale(doc: schema.ScaleDoc, levels: list[schema.LevelDoc]) -> form.Scale:
    return form.Scale(
        variant=doc.variant,
        direction=None if doc.direction is None else DirectionCode(doc.direction),
        thresholds=tuple(
            form.Threshold(LevelId(x.id), doc.levels[x.id])
            for x in levels
            if x.id in doc.levels
        ),
    )


def _direction(doc: schema.DirectionDoc) -> form.Direction:
    return form.Direction(
        code=DirectionCode(doc.id),
        name=doc.name,
        kind=doc.kind,
        criteria=tuple(
            form.Criterion(
                CriterionCode(x.id),
                x.name,
                tuple(_indicator(indicator) for indicator in x.indicators),
            )
            for x in doc.criteria
        ),
    )


def _indicator(doc: schema.IndicatorDoc) -> form.Indicator:
    known = doc.confidence
    names = {KindCode(kind): name for kind, name in doc.names_by_kind.items()}
    return form.Indicator(
        code=IndicatorCode(doc.id),
        name=doc.name,
        critical=doc.critical,
        options=tuple(
            form.Option(OptionId(x.id), x.points, x.text, x.confidence)
            for x in doc.options
        ),
        confidence=form.Confidence(known.name, known.points, known.critical),
        help=form.Help(doc.help.asked, doc.help.count, doc.help.proof, doc.help.rural),
        period=doc.period,
        names_by_kind=MappingProxyType(names),
        programmes_any=_programmes(doc.programmes_any),
        needs_ovz=doc.needs_ovz,
        excluded_kinds=tuple(KindCode(kind) for kind in doc.excluded_kinds),
    )


def _measure(doc: schema.BankMeasureDoc) -> measures.BankMeasure:
    return measures.BankMeasure(
        id=doc.id,
        indicators=tuple(IndicatorCode(code) for code in doc.indicators),
        deficit=doc.deficit,
        text=doc.measure,
        result=doc.result,
        indicator=doc.indicator,
        responsible=doc.responsible,
        term=doc.term,
        rural_hint=doc.rural_hint,
        resource=doc.resource,
        programmes=_programmes(doc.programmes),
        sources=tuple(doc.src),
        climbs=tuple(doc.climbs),
    )


def _programmes(codes: list[str]) -> tuple[ProgrammeCode, ...]:
    return tuple(ProgrammeCode(code) for code in codes)
