"""What the bank of measures suggests for a deficit."""

from collections.abc import Callable, Sequence

from shkola_desktop.domain.continuing import deficit_text
from shkola_desktop.domain.deficits import Shortfall
from shkola_desktop.domain.ids import IndicatorCode
from shkola_desktop.domain.measures import (
    BankCause,
    BankMeasure,
    CriterionMeasures,
    MeasureBank,
    nearest,
)
from shkola_desktop.domain.programme import Cause, Deficit, Measure
from shkola_desktop.domain.school import School
from shkola_desktop.words.russian import capital
from shkola_desktop.words.taught import fitted

SUGGESTED_MEASURES = 2
"""Measures taken over for a new deficit: 1–2 a deficit (measures bank, count_note)."""


SUGGESTED_CAUSES = 1
"""Causes of each sort taken over for a new deficit; the rest are offered."""


def deficit_from(
    shortfall: Shortfall,
    code: str,
    school: School,
    bank: MeasureBank,
    new_id: Callable[[], str],
) -> Deficit:
    """Make a deficit with the first suggestions of the bank taken over."""
    indicator = shortfall.indicator
    known = bank.criterion(shortfall.criterion.code)
    measures = suggested_measures(shortfall, school, bank)[:SUGGESTED_MEASURES]
    return Deficit(
        code=code,
        indicator=indicator.code,
        direction=shortfall.direction.code,
        text=deficit_text(indicator.name, shortfall.option),
        causes=_first_causes(indicator.code, known) if known else (),
        measures=tuple(measure_from(m, new_id(), school) for m in measures),
    )


def suggested_measures(
    shortfall: Shortfall, school: School, bank: MeasureBank
) -> tuple[BankMeasure, ...]:
    """Return the bank's measures for an indicator, the cheapest first.

    Measures for other programmes (НОО, ООО, СОО) than the school's are left out.
    """
    return bank.suited(shortfall.indicator.code, school.programmes)


def suggested_causes(shortfall: Shortfall, bank: MeasureBank) -> tuple[Cause, ...]:
    """Return the bank's causes for a criterion, the indicator's own ones first."""
    known = bank.criterion(shortfall.criterion.code)
    if known is None:
        return ()
    code = shortfall.indicator.code
    inner, outer = known.internal_causes, known.external_causes
    return (
        *(Cause(cause.text, external=False) for cause in nearest(inner, code)),
        *(Cause(cause.text, external=True) for cause in nearest(outer, code)),
    )


def measure_from(measure: BankMeasure, id: str, school: School) -> Measure:
    """Turn a measure of the bank into one of a school's programme.

    A small school gets the rural variant as a second sentence: how it is done there.
    Classes end where the school ends.
    """
    rural = school.small and measure.rural_hint
    hint = f". {capital(measure.rural_hint)}" if rural else ""
    taught = school.programmes
    return Measure(
        id=id,
        text=fitted(measure.text + hint, taught),
        result=fitted(measure.result, taught),
        indicator=fitted(measure.indicator, taught),
        responsible=measure.responsible,
        term=measure.term,
        resource=measure.resource,
        bank_id=measure.id,
    )


def _first_causes(code: IndicatorCode, known: CriterionMeasures) -> tuple[Cause, ...]:
    inner = _first_suiting(known.internal_causes, code)
    outer = _first_suiting(known.external_causes, code)
    return (
        *(Cause(cause.text, external=False) for cause in inner),
        *(Cause(cause.text, external=True) for cause in outer),
    )


def _first_suiting(
    causes: Sequence[BankCause], code: IndicatorCode
) -> tuple[BankCause, ...]:
    """Return the causes to take over; those of other indicators are only offered."""
    suiting = [cause for cause in nearest(causes, code) if cause.suits(code)]
    return tuple(suiting[:SUGGESTED_CAUSES])
