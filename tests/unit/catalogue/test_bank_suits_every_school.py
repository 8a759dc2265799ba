"""The bank of measures answers every indicator of every sort of school."""

import re

import pytest

from shkola_desktop.catalogue.store import FormsFolder
from shkola_desktop.domain.applying import form_for
from shkola_desktop.domain.self_check.chain import repeats
from shkola_desktop.domain.terms import term_of
from shkola_desktop.host.assets import asset
from shkola_desktop.words.self_check_lexicon import LEXICON
from shkola_desktop.words.taught import LAST_CLASS, fitted

FORMS = FormsFolder(asset("forms"))
EDITION = FORMS.edition("smp-2024")
BANK = FORMS.bank()
VARIANTS = {variant.code: variant for variant in EDITION.variants}
PERIOD = range(2027, 2031)
CLASSES = re.compile(r"\b(?:(\d{1,2})(?:-?х)?[–,] ?)?(\d{1,2})(?:-?х|-го|-й)?\s+класс")


@pytest.fixture(params=VARIANTS)
def variant(request):
    return VARIANTS[request.param]


def indicators(variant):
    return form_for(EDITION, variant).indicators


def suited(variant):
    """Return every measure that a school of the variant can be offered, once."""
    found = (
        measure
        for indicator in indicators(variant)
        for measure in BANK.suited(indicator.code, variant.programmes)
    )
    return {measure.id: measure for measure in found}.values()


def causes(variant):
    """Return indicator, and the causes that suit it: inner, outer."""
    for direction in form_for(EDITION, variant).directions:
        for criterion in direction.criteria:
            known = BANK.criterion(criterion.code)
            for indicator in criterion.indicators:
                inner = [c for c in known.internal_causes if c.suits(indicator.code)]
                outer = [c for c in known.external_causes if c.suits(indicator.code)]
                yield indicator, inner, outer


def said(measure, variant):
    lines = (measure.text, measure.rural_hint, measure.result, measure.indicator)
    return [fitted(line, variant.programmes) for line in lines]


def test_there_are_eighteen_sorts_of_school():
    assert len(VARIANTS) == 18


def test_every_indicator_has_a_measure(variant):
    lacking = [
        indicator.code
        for indicator in indicators(variant)
        if not BANK.suited(indicator.code, variant.programmes)
    ]
    assert lacking == []


def test_every_critical_indicator_has_a_measure_for_the_first_year(variant):
    for indicator in indicators(variant):
        measures = BANK.suited(indicator.code, variant.programmes)
        terms = [term_of(m.term, PERIOD, LEXICON.terms) for m in measures]
        first = any(PERIOD[0] in term.years for term in terms)
        assert first or not indicator.critical, indicator.code


def test_every_indicator_has_an_inner_cause_that_does_not_repeat_it(variant):
    for indicator, inner, outer in causes(variant):
        assert inner, indicator.code
        worst = min(indicator.options, key=lambda option: option.points)
        deficit = f"{indicator.name}: {worst.text}"
        for cause in (*inner, *outer):
            assert not repeats(cause.text, deficit, LEXICON), (indicator.code, cause)


def test_a_school_without_upper_classes_is_offered_nothing_about_them(variant):
    if "soo" in variant.programmes:
        return
    for measure in suited(variant):
        for line in said(measure, variant):
            assert LEXICON.senior.search(line) is None, (measure.id, line)


def test_no_measure_names_a_class_above_the_last_one(variant):
    last = max(LAST_CLASS[code] for code in variant.programmes)
    for measure in suited(variant):
        for line in said(measure, variant):
            named = [int(n) for pair in CLASSES.findall(line) for n in pair if n]
            assert max(named, default=0) <= last, (measure.id, line)


@pytest.mark.parametrize("code", ["zn.3.2", "zn.3.3", "tv.1.4", "tv.1.5"])
def test_contests_do_not_fail_for_want_of_a_licence(code):
    variant = VARIANTS["mainstream/noo+ooo/ovz"]
    told = {i.code: [c.text for c in inner] for i, inner, _ in causes(variant)}
    assert told[code]
    assert not any("лицензии" in text for text in told[code])
    assert any("лицензии" in text for text in told["tv.1.1"])
