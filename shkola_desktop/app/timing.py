"""When the measures of new deficits begin, beside what is planned already."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from shkola_desktop.domain.expectations import (
    critical_zero,
    earliest_year,
    expectations,
)
from shkola_desktop.domain.form import Form
from shkola_desktop.domain.ids import IndicatorCode, OptionId
from shkola_desktop.domain.programme import Deficit, Programme
from shkola_desktop.words.plans import later_term


def timed(
    programme: Programme,
    fresh: Sequence[Deficit],
    form: Form,
    options: Mapping[IndicatorCode, OptionId],
) -> Programme:
    """Let the measures of new deficits begin later where the plan lifts them later.

    A critical zero is worked on from the first year even then (programme.md §6): only
    what follows its first measure moves. Deficits that are not ``fresh`` keep the
    terms that somebody may have written.
    """
    codes = {deficit.code for deficit in fresh}
    for expected in expectations(form, options, programme):
        deficit = expected.deficit
        if deficit.code not in codes:
            continue
        indicator, now = expected.indicator, expected.now
        delay = expected.year - earliest_year(deficit, indicator, now, programme)
        first = 1 if critical_zero(indicator, now) else 0
        moved = [
            replace(measure, term=later_term(measure.term, delay, len(programme.years)))
            for measure in deficit.measures[first:]
        ]
        measures = (*deficit.measures[:first], *moved)
        programme = programme.with_deficit(replace(deficit, measures=measures))
    return programme
