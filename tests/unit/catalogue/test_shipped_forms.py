"""The forms that ship: complete, sound, and counted independently."""

import random
from math import ceil

import pytest

from shkola_desktop.catalogue.store import FormsFolder
from shkola_desktop.domain.applying import form_for
from shkola_desktop.domain.scoring import score
from shkola_desktop.host.assets import asset

FORMS = FormsFolder(asset("forms"))
EDITION = FORMS.edition("smp-2024")
VARIANTS = {variant.code: variant for variant in EDITION.variants}
SETS_OF_ANSWERS = 1_000


def test_every_file_passes_every_gate_and_every_scenario_holds():
    assert FORMS.check() == ()


def test_the_form_is_complete():
    criteria = [c for d in EDITION.directions for c in d.criteria]
    critical = [i for i in EDITION.indicators if i.critical]
    assert len(EDITION.directions) == 8
    assert len(criteria) == 20
    assert len(EDITION.indicators) == 114
    assert len(critical) == 19


def test_every_indicator_tells_what_is_asked_and_how_it_is_known():
    for indicator in EDITION.indicators:
        words = (
            indicator.help.asked,
            indicator.help.count,
            indicator.help.proof,
            indicator.help.rural,
        )
        assert all(len(text) >= 15 for text in words), indicator.code
        known = indicator.confidence
        levels = {known.name, known.points, known.critical}
        assert levels <= set(EDITION.confidence_names), indicator.code


def test_every_bank_measure_lifts_an_indicator_of_the_form():
    codes = {indicator.code for indicator in EDITION.indicators}
    for criterion in FORMS.bank().criteria:
        for measure in criterion.measures:
            assert set(measure.indicators) <= codes


def test_the_pack_knows_its_hash_and_survives_being_kept_as_text():
    text = FORMS.pack_text("smp-2024")
    assert FORMS.from_pack(text) == EDITION
    assert len(EDITION.hash) == 64
    assert FormsFolder(asset("forms")).edition("smp-2024").hash == EDITION.hash


def test_an_orientation_level_agrees_with_the_published_result():
    # a correctional school, НОО and ООО: 137 of 198 points were «средний»
    form = form_for(EDITION, VARIANTS["correctional/noo+ooo/ovz"])
    assert form.maximum == 198
    assert [ceil(share.share * 198) for share in EDITION.orientation] == [70, 119, 169]


SHARES = ((35, "базовый"), (60, "средний"), (85, "высокий"))


def straightforward(form, taken):
    """Count on paper: no helper of the program but the form's own data."""
    directions = {d.code: on_paper(d, taken) for d in form.directions}
    total = sum(reached for reached, _, _ in directions.values())
    maximum = sum(max(points) for points in points_of(form.directions))
    level = "ниже базового"
    for share, name in SHARES:
        if total * 100 >= share * maximum:
            level = name
    return directions, total, maximum, level


def points_of(directions):
    for direction in directions:
        for criterion in direction.criteria:
            for indicator in criterion.indicators:
                yield [option.points for option in indicator.options]


def on_paper(direction, taken):
    points, zeroed = 0, []
    for criterion in direction.criteria:
        for indicator in criterion.indicators:
            given = {option.id: option.points for option in indicator.options}
            reached = given.get(taken.get(indicator.code))
            points += reached or 0
            if indicator.critical and reached == 0:
                zeroed.append(indicator.code)
    return 0 if zeroed else points, points, tuple(zeroed)


@pytest.mark.parametrize("code", VARIANTS)
def test_points_agree_with_an_independent_calculation(code):
    form = form_for(EDITION, VARIANTS[code])
    dice = random.Random(code)  # noqa: S311  # answers, not secrets
    for _ in range(SETS_OF_ANSWERS):
        share = dice.random()
        taken = {
            indicator.code: dice.choice(indicator.options).id
            for indicator in form.indicators
            if dice.random() < share
        }
        result = score(form, taken)
        directions, total, maximum, level = straightforward(form, taken)
        found = {d.code: (d.score, d.raw, d.zeroed_by) for d in result.directions}
        assert found == directions
        assert (result.total, result.maximum) == (total, maximum)
        assert result.level.level.name == level
        shuffled = list(taken.items())
        dice.shuffle(shuffled)
        assert score(form, dict(shuffled)) == result
        assert result.total <= result.maximum
