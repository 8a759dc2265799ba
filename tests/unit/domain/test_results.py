"""What an office keeps of a diagnosis is what scoring says of its answers."""

from shkola_desktop.domain.applying import form_for
from shkola_desktop.domain.results import TOTAL, StoredShortfall, stored_result
from tests.support.builders import NOON, a_diagnosis, a_variant, an_edition

FORM = form_for(an_edition(), a_variant())


def test_the_whole_form_comes_first_and_every_direction_follows():
    given = {"a.1.1": "o2", "a.1.2": "o0", "b.1.1": "o2"}
    kept = stored_result(FORM, a_diagnosis(given))
    assert [p.direction for p in kept.points] == [TOTAL, "a", "b"]
    total, first, second = kept.points
    assert (total.points, total.maximum, total.zeroed) == (3, 7, True)
    assert (first.raw, first.points, first.zeroed) == (2, 0, True)
    assert (second.points, second.level, second.basis) == (3, "medium", "orientation")
    assert (total.answered, total.applicable) == (3, 4)
    assert not kept.completed


def test_what_falls_short_is_kept_with_its_points():
    kept = stored_result(
        FORM, a_diagnosis({"a.1.2": "o0", "b.1.1": "o1"}).completed(NOON)
    )
    assert kept.completed
    assert kept.shortfalls == (
        StoredShortfall("a.1.2", 0, 1, critical=True),
        StoredShortfall("b.1.1", 1, 3, critical=False),
    )
    assert kept.by_direction["a"].zeroed
