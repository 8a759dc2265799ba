"""What travels there and back, and results: the fake and databases promise the same."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from shkola_desktop.domain.diagnosis import Evidence
from shkola_desktop.domain.ledger import Receiving, ReceivingState
from shkola_desktop.domain.merging import MergeLine
from shkola_desktop.domain.office import Office, Role, school_key
from shkola_desktop.domain.package import PackageKind
from shkola_desktop.domain.parts import Merge, PartRecord, Return, Way
from shkola_desktop.domain.results import (
    TOTAL,
    StoredPoints,
    StoredResult,
    StoredShortfall,
)
from shkola_desktop.domain.review import (
    Decision,
    Entry,
    EntryKind,
    PlaceKind,
    Verdict,
)
from shkola_desktop.domain.scoring import Basis
from tests.support.builders import NOON, a_diagnosis, a_school, an_answer

LATER = NOON + timedelta(hours=1)
KEY = school_key("70", "7012", "701205")


@pytest.fixture
def two_schools(open_work, school):
    """The school of the builders, and one under an office's key."""
    with open_work() as work:
        work.schools.put(a_school(id=KEY, code="701205"))
        work.commit()


def a_receiving(**fields):
    known = {
        "id": "k1",
        "kind": PackageKind.DIAGNOSIS,
        "sender": "701204",
        "sequence": 3,
        "state": ReceivingState.IMPORTED,
        "received_at": NOON,
        "file_name": "701204-0003-k1.shkola",
        "size": 10,
        "sha256": "ab",
        "summary": "самодиагностика",
    }
    return Receiving(**{**known, **fields})


def a_decision(**fields):
    known = {
        "id": "r1",
        "school": "s1",
        "diagnosis": "d1",
        "sequence": 3,
        "verdict": Verdict.RETURNED,
        "side": Role.DISTRICT,
        "who": "Лаптева И. С.",
        "at": NOON,
        "number": 1,
        "comment": "Поправьте раздел «Здоровье».",
    }
    return Decision(**{**known, **fields})


def an_entry(**fields):
    known = {
        "id": "e1",
        "remark": "t1",
        "number": 1,
        "school": "s1",
        "diagnosis": "d1",
        "kind": EntryKind.REMARK,
        "place_kind": PlaceKind.INDICATOR,
        "place": "zn.1.1",
        "side": Role.DISTRICT,
        "who": "Лаптева И. С.",
        "at": NOON,
        "text": "Нет приказа.",
    }
    return Entry(**{**known, **fields})


def a_result(**fields):
    whole = StoredPoints(TOTAL, 12, 9, 20, "basic", Basis.ORIENTATION, True, 9, 10)
    part = StoredPoints("b", 5, 5, 9, None, None, False, 4, 5)
    known = {
        "school": "s1",
        "diagnosis": "d1",
        "year": 2026,
        "edition": "tiny",
        "edition_hash": "ab" * 32,
        "completed": True,
        "points": (whole, part, replace(part, direction="a", level="high")),
        "shortfalls": (
            StoredShortfall("b.1.1", 1, 3, critical=False),
            StoredShortfall("a.1.2", 0, 1, critical=True),
        ),
    }
    return StoredResult(**{**known, **fields})


def test_a_school_is_found_by_its_registry_code(open_work, two_schools):
    with open_work() as work:
        assert work.schools.by_code("701204") == a_school()
        assert work.schools.by_code("701205").id == "70/7012/701205"
        assert work.schools.by_code("701206") is None


def test_offices_come_back_whole_by_code(open_work):
    district = Office("7012", "Управление", Role.DISTRICT, "70", term=date(2026, 12, 1))
    region = Office("70", "Оператор", Role.REGION, "70", "Область", "А. Б.", "директор")
    with open_work() as work:
        for office in (replace(district, name="Отдел"), district, region):
            work.offices.put(office)
        work.commit()
    with open_work() as work:
        assert work.offices.list() == (region, district)
        assert work.offices.get("7012") == district
        assert work.offices.get("7013") is None


def test_a_receiving_comes_back_whole_newest_first(open_work):
    refused = a_receiving(
        id="k2",
        state=ReceivingState.REFUSED,
        received_at=LATER,
        reasons=("Подпись чужая.", "Пакет повреждён; «ёлочки»"),
    )
    with open_work() as work:
        work.receivings.put(a_receiving(state=ReceivingState.REFUSED))
        work.receivings.put(refused)
        work.receivings.put(a_receiving())
        work.commit()
    with open_work() as work:
        assert work.receivings.list() == (refused, a_receiving())
        assert work.receivings.get("k2") == refused
        assert work.receivings.get("k3") is None


def test_only_what_was_imported_counts_as_received(open_work):
    with open_work() as work:
        assert work.receivings.last_received("701204") == 0
        work.receivings.put(a_receiving(id="k1", sequence=3))
        work.receivings.put(a_receiving(id="k2", sequence=2))
        work.receivings.put(
            a_receiving(id="k3", sequence=7, state=ReceivingState.REFUSED)
        )
        work.receivings.put(a_receiving(id="k4", sequence=9, sender="701205"))
        assert work.receivings.last_received("701204") == 3
        assert work.receivings.last_received("701205") == 9


def test_a_package_is_kept_as_it_first_came(open_work):
    with open_work() as work:
        work.package_files.put("k1", b"zip")
        work.package_files.put("k1", b"other")
        work.commit()
    with open_work() as work:
        assert work.package_files.get("k1") == b"zip"
        assert work.package_files.get("k2") is None


def test_decisions_only_grow(open_work, two_schools):
    first = a_decision()
    second = a_decision(id="r0", number=2, verdict=Verdict.ACCEPTED, package="k1")
    other = a_decision(id="r2", school=KEY, number=1)
    with open_work() as work:
        work.reviews.add_decisions([])
        work.reviews.add_decisions([second, first])
        work.reviews.add_decisions([replace(first, comment="иначе"), other])
        work.commit()
    with open_work() as work:
        assert work.reviews.decisions() == (first, other, second)
        assert work.reviews.decisions("s1") == (first, second)
        assert work.reviews.decisions("s9") == ()


def test_the_first_package_that_carried_a_decision_stays(open_work, two_schools):
    with open_work() as work:
        work.reviews.add_decisions([a_decision(), a_decision(id="r2", school=KEY)])
        work.reviews.mark_sent([], "k0")
        work.reviews.mark_sent(["r1", "r9"], "k1")
        work.reviews.mark_sent(["r1", "r2"], "k2")
        found = {d.id: d.package for d in work.reviews.decisions()}
    assert found == {"r1": "k1", "r2": "k2"}


def test_entries_only_grow(open_work, two_schools):
    first = an_entry()
    reply = an_entry(
        id="e0",
        number=2,
        kind=EntryKind.REPLY,
        place_kind=PlaceKind.WHOLE,
        place="",
        side=Role.SCHOOL,
        at=LATER,
        text="Приложили.",
    )
    other = an_entry(id="e2", school=KEY, place_kind=PlaceKind.SECTION, place="swot")
    with open_work() as work:
        work.reviews.add_entries([])
        work.reviews.add_entries([reply, other])
        work.reviews.add_entries([replace(reply, text="иначе"), first, first])
        work.commit()
    with open_work() as work:
        assert work.reviews.entries() == (first, other, reply)
        assert work.reviews.entries("s1") == (first, reply)
        assert work.reviews.entries(KEY) == (other,)


def test_a_result_comes_back_whole_and_is_replaced(open_work, school):
    changed = a_result(
        year=2027,
        completed=False,
        points=a_result().points[:2],
        shortfalls=(StoredShortfall("a.1.2", 0, 1, critical=True),),
    )
    with open_work() as work:
        work.results.put(a_result())
        work.commit()
    with open_work() as work:
        assert work.results.get("d1") == a_result()
        assert work.results.get("d2") is None
        work.results.put(changed)
        work.commit()
    with open_work() as work:
        assert work.results.list() == (changed,)
        assert work.results.list(2026) == ()


def test_results_are_listed_by_school_and_year(open_work, two_schools):
    old = a_result(diagnosis="d0", year=2025, points=a_result().points[:1])
    other = a_result(diagnosis="d2", school=KEY, shortfalls=())
    with open_work() as work:
        work.results.put_all([])
        work.results.put_all([replace(old, completed=False), a_result(), other, old])
        work.commit()
    with open_work() as work:
        assert work.results.list() == (other, old, a_result())
        assert work.results.list(2026) == (other, a_result())
        assert work.results.of_school("s1") == (old, a_result())
        assert work.results.of_school("s9") == ()


def test_many_answers_are_put_at_once_and_others_stay(open_work, school):
    with open_work() as work:
        work.diagnoses.put(a_diagnosis({"a.1.1": "o0", "a.1.2": "o0"}))
        work.diagnoses.put_answers("d1", {})
        work.diagnoses.put_answers(
            "d1", {"a.1.2": an_answer("o1"), "b.1.1": an_answer("o2")}
        )
        work.commit()
    with open_work() as work:
        found = work.diagnoses.get("d1")
    assert dict(found.options) == {"a.1.1": "o0", "a.1.2": "o1", "b.1.1": "o2"}


def a_part_record(**fields):
    known = {
        "id": "part-1",
        "way": Way.GIVEN,
        "diagnosis": "d1",
        "directions": ("a", "b"),
        "given_to": "Л. И. Громова",
        "given_by": "А. П. Соболева",
        "given_at": NOON,
        "secret": "береза окно трактор",
        "note": "До пятницы",
        "due": date(2026, 12, 4),
        "package": "k1",
        "sequence": 3,
        "bases": {"a.1.1": "v0"},
        "returns": (Return("RW1", 2, LATER, {"a.1.1": "v1"}),),
    }
    return PartRecord(**{**known, **fields})


def a_merge(**fields):
    file = Evidence("e" * 64, "приказ.pdf", 20)
    theirs = an_answer("o2", version="v1", base="v0", evidence=(file,), comment="Да")
    known = {
        "id": "m1",
        "package": "k2",
        "diagnosis": "d1",
        "at": NOON,
        "who": "А. П. Соболева",
        "source": "Л. И. Громова",
        "record": a_part_record(),
        "lines": (
            MergeLine("a.1.1", an_answer("o0"), theirs, theirs),
            MergeLine("a.1.2", None, theirs, theirs),
        ),
        "asked": ("a.1.1",),
    }
    return Merge(**{**known, **fields})


def test_parts_are_kept_whole_and_listed_newest_first(open_work):
    other = a_part_record(
        id="part-2", given_at=LATER, due=None, package=None, returns=(), bases={}
    )
    with open_work() as work:
        work.parts.put(a_part_record(note="прежняя"))
        work.parts.put(other)
        work.parts.put(a_part_record())
        work.commit()
    with open_work() as work:
        assert work.parts.get("part-1") == a_part_record()
        assert work.parts.get("part-9") is None
        assert work.parts.list() == (other, a_part_record())


def test_a_part_can_be_forgotten(open_work):
    with open_work() as work:
        work.parts.put(a_part_record())
        work.parts.delete("part-1")
        work.parts.delete("part-9")
        work.commit()
    with open_work() as work:
        assert work.parts.list() == ()


def test_merges_keep_both_values_and_come_newest_first(open_work):
    second = a_merge(id="m2", package="k3", at=NOON)
    with open_work() as work:
        work.parts.put_merge(a_merge())
        work.parts.put_merge(second)
        work.parts.put_merge(a_merge(undone_at=LATER))
        work.commit()
    with open_work() as work:
        assert work.parts.merges() == (second, a_merge(undone_at=LATER))
        assert work.parts.merge("k2") == a_merge(undone_at=LATER)
        assert work.parts.merge("k9") is None
