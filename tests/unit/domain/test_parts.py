"""The words of a part, and when it is late."""

from datetime import date

import pytest

from shkola_desktop.domain.parts import PartRecord, Return, Way, secret_of
from tests.support.builders import NOON


@pytest.mark.parametrize(
    "said",
    [
        "берёза окно трактор",
        "Берёза, окно, трактор.",
        "  береза-окно-трактор\n",
        "БЕРЕЗА ОКНО ТРАКТОР",
    ],
)
def test_the_words_open_however_they_are_written(said):
    assert secret_of(said) == "береза окно трактор"


def test_short_i_stays_itself():
    assert secret_of("Майка Чай") == "майка чай"


def a_record(**fields):
    known = {
        "id": "p1",
        "way": Way.GIVEN,
        "diagnosis": "d1",
        "directions": ("a",),
        "given_to": "Громова",
        "given_by": "Соболева",
        "given_at": NOON,
        "secret": "окно",
        "due": date(2026, 12, 4),
        "bases": {"a.1.1": "v0", "a.1.2": "w0"},
    }
    return PartRecord(**{**known, **fields})


def test_a_part_is_late_from_the_day_after():
    assert not a_record().late(date(2026, 12, 4))
    assert a_record().late(date(2026, 12, 5))
    assert not a_record(due=None).late(date(2030, 1, 1))


def test_two_computers_of_a_colleague_are_told_apart():
    first = Return("RW1", 3, NOON, {"a.1.1": "v1"})
    record = a_record().with_return(first)
    assert (record.last_sequence("RW1"), record.last_sequence("RW2")) == (3, 0)
    assert record.bases_of("RW1") == {"a.1.1": "v1", "a.1.2": "w0"}
    assert record.bases_of("RW2") == {"a.1.1": "v0", "a.1.2": "w0"}
    assert not record.late(date(2030, 1, 1))
