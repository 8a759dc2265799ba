"""L1–L8: from the indicator to the measure without a gap."""

import pytest

from shkola_desktop.domain.measures import BankMeasure
from shkola_desktop.domain.programme import Cause
from shkola_desktop.domain.self_check.chain import repeats
from shkola_desktop.words.self_check_lexicon import LEXICON
from tests.support.builders import a_deficit, a_measure
from tests.support.checks import MEASURES, RISKS, a_check, found, told
from tests.support.papers import a_bank

NO_MEASURES = a_deficit(measures=())
CRITICAL = {"a.1.1": "o1", "a.1.2": "o0", "b.1.1": "o1", "b.1.2": "o1"}


def letter() -> BankMeasure:
    return BankMeasure(
        id="common-6",
        indicators=(),
        deficit="",
        text="Направить учредителю предложения",
        result="Письмо",
        indicator="",
        responsible="директор",
        term="1-й год",
        rural_hint="",
        resource="budget",
    )


def test_l1_a_zero_that_is_no_deficit_is_told():
    (finding,) = found("L1", a_check(programme={"deficits": ()}))
    assert finding.place == "indicator:a.1.1"
    assert finding.facts["indicator"] == "a.1.1 Показатель a.1.1"


def test_l1_a_zero_left_out_with_a_reason_is_no_gap():
    left = a_deficit(left_out="решается в 2031 году")
    assert told("L1", a_check(programme={"deficits": (left,)})) == []


def test_l2_a_deficit_without_a_cause_is_told():
    for causes in ((), (Cause(" ", external=False),)):
        material = a_check(programme={"deficits": (a_deficit(causes=causes),)})
        assert told("L2", material) == ["deficit:01"]
    assert told("L2", a_check()) == []


def test_l3_a_deficit_without_a_measure_is_told():
    material = a_check(programme={"deficits": (NO_MEASURES,)})
    assert told("L3", material) == ["deficit:01 no_measure"]
    assert told("L3", a_check()) == []


def test_l3_what_does_not_depend_on_the_school_needs_a_letter_to_the_founder():
    silent = a_deficit(measures=(), depends="no")
    material = a_check(programme={"deficits": (silent,)})
    assert told("L3", material) == ["deficit:01 no_letter"]
    written = a_deficit(
        measures=(), depends="no", decision="Направить предложения учредителю"
    )
    assert told("L3", a_check(programme={"deficits": (written,)})) == []
    bank = a_bank(risks=RISKS, cross_cutting=(letter(),))
    assert told("L3", a_check(programme={"deficits": (silent,)}, bank=bank)) == []


def test_l4_measures_for_an_indicator_with_all_its_points_are_told():
    best = {"a.1.1": "o2", "a.1.2": "o1", "b.1.1": "o1", "b.1.2": "o1"}
    (finding,) = found("L4", a_check(answers=best))
    assert (finding.place, finding.facts["count"]) == ("deficit:01", 3)


def test_l4_a_kept_level_needs_no_shortfall():
    best = {"a.1.1": "o2", "a.1.2": "o1", "b.1.1": "o1", "b.1.2": "o1"}
    kept = a_deficit(text="Сохранение уровня: кружки", measures=MEASURES)
    material = a_check(programme={"deficits": (kept,)}, answers=best)
    assert told("L4", material) == []
    assert told("L4", a_check()) == []


def critical(**fields):
    return a_deficit(indicator="a.1.2", **fields)


def test_l5_a_critical_zero_needs_a_measure_in_the_first_year():
    late = critical(measures=(a_measure(term="2-й год"),))
    material = a_check(programme={"deficits": (late,)}, answers=CRITICAL)
    assert told("L5", material) == ["deficit:01"]
    soon = critical(measures=(a_measure(term="ежегодно, май"),))
    material = a_check(programme={"deficits": (soon,)}, answers=CRITICAL)
    assert told("L5", material) == []


def test_l5_a_critical_zero_without_a_deficit_or_left_out_is_told_too():
    material = a_check(programme={"deficits": ()}, answers=CRITICAL)
    assert told("L5", material) == ["indicator:a.1.2"]
    left = critical(left_out="нет денег")
    material = a_check(programme={"deficits": (left,)}, answers=CRITICAL)
    assert told("L5", material) == ["deficit:01"]


@pytest.mark.parametrize(
    ("cause", "deficit", "same"),
    [
        ("не создан школьный театр", "Школьный театр: не создан", True),
        ("нет театра", "Наличие школьного театра: нет", True),
        ("нет педагога, готового вести театр", "Школьный театр: не создан", False),
        ("специалистов нет в селе и районе", "Педагог-психолог: нет", False),
        ("", "Школьный театр: не создан", False),
    ],
)
def test_a_cause_repeats_a_deficit_whatever_the_endings(cause, deficit, same):
    assert repeats(cause, deficit, LEXICON) is same


def test_l6_a_cause_that_repeats_its_deficit_is_told_once():
    causes = (
        Cause("театр не создан", external=False),
        Cause("нет театра", external=True),
    )
    theatre = a_deficit(text="Школьный театр: не создан", causes=causes)
    (finding,) = found("L6", a_check(programme={"deficits": (theatre,)}))
    assert finding.place == "deficit:01"
    assert finding.facts["cause"] == "театр не создан"
    assert told("L6", a_check()) == []


@pytest.mark.parametrize(
    ("count", "expected"),
    [(4, ["passport:tasks few"]), (5, []), (12, []), (13, ["passport:tasks many"])],
)
def test_l7_five_to_twelve_tasks(count, expected):
    text = "\n".join(f"задача {n}" for n in range(count))
    assert told("L7", a_check(prepared={"passport:tasks": text})) == expected


def test_l7_a_dozen_deficits_with_tasks_of_their_own_are_many():
    def deficits(count, task):
        return tuple(
            a_deficit(code=f"{n:02d}", task=task.format(n)) for n in range(count)
        )

    assert told("L7", a_check({"deficits": deficits(12, "задача {}")})) == []
    (finding,) = found("L7", a_check({"deficits": deficits(13, "задача {}")}))
    assert (finding.place, finding.facts["count"]) == ("section:development", 13)
    assert told("L7", a_check({"deficits": deficits(13, "общая задача")})) == []


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, []),
        (2, ["direction:a few"]),
        (3, []),
        (10, []),
        (11, ["direction:a many"]),
    ],
)
def test_l8_three_to_ten_measures_in_a_direction(count, expected):
    measures = tuple(a_measure(id=f"m{n}", text=f"Дело {n}") for n in range(count))
    deficit = a_deficit(measures=measures)
    assert told("L8", a_check(programme={"deficits": (deficit,)})) == expected


def test_l8_a_measure_for_two_deficits_counts_once():
    same = tuple(
        a_deficit(code=code, measures=(a_measure(id=f"m-{code}"),))
        for code in ("01", "02", "03")
    )
    assert told("L8", a_check(programme={"deficits": same})) == ["direction:a few"]
