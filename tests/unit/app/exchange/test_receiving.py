"""Reading packages: looked at first, then taken in, one bad one stops no other."""

from dataclasses import replace

import pytest

from shkola_desktop.app import offices
from shkola_desktop.app.exchange import receiving
from shkola_desktop.app.exchange.looking import State, look_through
from shkola_desktop.app.exchange.receiving import OutcomeState
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.errors import (
    AnswersRefused,
    Cancelled,
    FormUnknown,
    PackageChanged,
    PackageDamaged,
    PackageKindUnexpected,
    PackageOfOther,
    PackageStale,
    SenderNotTrusted,
    SenderUnknown,
)
from shkola_desktop.domain.ledger import ReceivingState
from shkola_desktop.domain.opened import Opened
from shkola_desktop.domain.package import Correspondent, PackageKind, PublicKeys
from tests.support.builders import an_answer
from tests.support.packages import DISTRICT, HASH, a_travelling_school

SECOND = "1f6b3c52-6f0a-4ed7-9a5b-3a8f5a1d2c3e"
THIRD = "2f6b3c52-6f0a-4ed7-9a5b-3a8f5a1d2c3e"


def kinds(side):
    with side.work() as work:
        return [action.kind for action in work.actions.list()]


def states(acceptance):
    return [outcome.state for outcome in acceptance.outcomes]


def faults(acceptance):
    return [type(outcome.fault) for outcome in acceptance.outcomes]


def test_looking_writes_nothing(district, hand_over):
    (found,) = district.look(district.put(hand_over))
    assert (found.state, found.words) == (State.NEW, ("дом",))
    assert found.told == "ответов: 2"
    with district.work() as work:
        assert work.receivings.list() == ()
        assert work.diagnoses.get("d1") is None
    assert district.backups.made == []


def test_a_hand_over_is_kept_under_the_registrys_school(district, hand_over, key):
    stranger = replace(hand_over.school, district_code="9999", region="Чужая")
    acceptance = district.read(district.put(replace(hand_over, school=stranger)))
    assert states(acceptance) == [OutcomeState.IMPORTED]
    with district.work() as work:
        school = work.schools.get(key)
        assert school.short_name == "Тихореченская ООШ"
        assert (school.district_code, school.region) == ("7012", "")
        diagnosis = work.diagnoses.get("d1")
        assert diagnosis.school == key
        assert diagnosis.answers["a.1.1"].comment == "Приказ № 5"
        assert work.evidence.get(HASH) == b"order of the school"
        assert work.programmes.get("p1").school == key
        assert [e.id for e in work.reviews.entries(key)] == ["e1"]
        (result,) = work.results.list()
        assert (result.school, result.points[0].points) == (key, 0)
        assert work.package_files.get(acceptance.receivings[0].id) is not None
        assert work.receivings.last_received("701204") == 3
    assert len(district.backups.made) == 1
    assert kinds(district)[0] is ActionKind.PACKAGE_READ


def test_reading_again_changes_nothing(district, hand_over):
    path = district.put(hand_over)
    district.read(path)
    before = repr(district.tables)
    (again,) = district.look(path)
    acceptance = district.read(path)
    assert again.state is State.ALREADY
    assert states(acceptance) == [OutcomeState.ALREADY]
    assert acceptance.receivings[0].state is ReceivingState.IMPORTED
    assert repr(district.tables) == before
    assert len(district.backups.made) == 1


def test_a_lower_number_is_stale_unless_it_is_asked_for(district, hand_over):
    district.read(district.put(hand_over, sequence=5))
    old = district.put(hand_over, sequence=4, id=SECOND)
    (looked,) = district.look(old)
    assert looked.state is State.STALE
    refused = district.read(old)
    assert faults(refused) == [PackageStale]
    assert refused.receivings[0].reasons[0].startswith("Пакет № 4 старше")
    assert states(district.read(old, stale=frozenset({SECOND}))) == [
        OutcomeState.IMPORTED
    ]


def test_a_stranger_is_taken_in_once_the_words_were_compared(district, hand_over):
    with district.workspace.open_work() as work:
        known = work.correspondents.get("701204")
        work.correspondents.put(replace(known, keys=None))
        work.commit()
    path = district.put(hand_over, words_only=True)
    (looked,) = district.look(path)
    assert (looked.state, looked.words) == (State.STRANGER, ("дом",))
    untrusted = district.read(path)
    assert faults(untrusted) == [SenderNotTrusted]
    assert untrusted.receivings == ()
    id = looked.header.id
    assert states(district.read(path, trusted=frozenset({id}))) == [
        OutcomeState.IMPORTED
    ]
    with district.work() as work:
        assert work.correspondents.get("701204").keys.minisign == "RWschool"
    assert ActionKind.SENDER_TRUSTED in kinds(district)


def test_other_keys_of_a_known_sender_are_asked_about(district, hand_over):
    path = district.put(hand_over)
    district.other_hand(path)
    (looked,) = district.look(path)
    assert looked.state is State.NEW_KEYS
    id = looked.header.id
    assert states(district.read(path, trusted=frozenset({id}))) == [
        OutcomeState.IMPORTED
    ]


def test_the_log_keeps_the_old_words_and_the_new(district, hand_over):
    path = district.put(hand_over)
    district.other_hand(path)
    with district.workspace.open_work() as work:
        old = PublicKeys("age1old", "RWold")
        work.correspondents.put(Correspondent("701204", "Школа", old))
        work.commit()
    (looked,) = district.look(path)
    district.read(path, trusted=frozenset({looked.header.id}))
    with district.work() as work:
        (trusted,) = [a for a in work.actions.list() if a.kind == "sender_trusted"]
    assert (trusted.old, trusted.new) == ("age1old RWold", "дом")


def test_other_keys_that_nobody_trusts_are_refused(district, hand_over):
    path = district.put(hand_over)
    district.other_hand(path)
    acceptance = district.read(path)
    assert states(acceptance) == [OutcomeState.REFUSED]
    with district.work() as work:
        assert work.diagnoses.get("d1") is None


def test_one_bad_package_stops_no_other(district, hand_over):
    bad = district.put(hand_over, id=SECOND, sequence=2)
    district.opener.known[bad] = PackageDamaged(())
    good = district.put(hand_over)
    acceptance = district.read(bad, good)
    assert states(acceptance) == [OutcomeState.REFUSED, OutcomeState.IMPORTED]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda h: replace(h, school=replace(h.school, code="9")), PackageOfOther),
        (
            lambda h: replace(h, diagnosis=replace(h.diagnosis, edition_hash="f" * 64)),
            FormUnknown,
        ),
        (
            lambda h: replace(
                h, diagnosis=h.diagnosis.answered("a.1.1", an_answer("o9"))
            ),
            AnswersRefused,
        ),
        (
            lambda h: replace(
                h, diagnosis=h.diagnosis.answered("zz.1", an_answer("o1"))
            ),
            AnswersRefused,
        ),
    ],
)
def test_what_does_not_fit_is_refused_as_a_whole(district, hand_over, change, error):
    acceptance = district.read(district.put(change(hand_over)))
    assert faults(acceptance) == [error]
    (refused,) = acceptance.receivings
    assert refused.state is ReceivingState.REFUSED
    with district.work() as work:
        assert work.diagnoses.get("d1") is None
        assert work.results.list() == ()
        assert work.receivings.last_received("701204") == 0
        assert work.schools.list()[0].short_name == "Из реестра"


def test_a_school_cannot_reach_into_anothers_diagnosis(district, hand_over):
    district.read(district.put(hand_over))
    with district.workspace.open_work() as work:
        other = a_travelling_school(id="70/7012/701205", code="701205")
        work.schools.put(other)
        work.correspondents.put(work.correspondents.get("701204"))
        work.commit()
    thief = replace(hand_over, school=replace(hand_over.school, code="701205"))
    path = district.put(thief, id=SECOND, sender="701205")
    with district.workspace.open_work() as work:
        known = work.correspondents.get("701204")
        work.correspondents.put(replace(known, code="701205"))
        work.commit()
    assert faults(district.read(path)) == [PackageOfOther]
    with district.work() as work:
        assert work.diagnoses.get("d1").school == "70/7012/701204"


def test_a_code_that_the_registry_does_not_have_is_refused(district, hand_over):
    path = district.put(hand_over, sender="800000", words_only=True)
    id = district.look(path)[0].header.id
    acceptance = district.read(path, trusted=frozenset({id}))
    assert faults(acceptance) == [SenderUnknown]


def test_a_package_for_somebody_else_is_left_alone(district, hand_over):
    path = district.put(hand_over, receiver="7099")
    (looked,) = district.look(path)
    assert (looked.state, type(looked.fault)) == (State.OTHERS, PackageOfOther)
    assert states(district.read(path)) == [OutcomeState.LEFT]
    with district.work() as work:
        assert work.receivings.list() == ()


def test_a_package_of_another_kind_is_refused(district, hand_over):
    (looked,) = district.look(
        district.put(hand_over, kind=PackageKind.BUNDLE, receiver="7012")
    )
    assert isinstance(looked.fault, PackageKindUnexpected)


def test_a_file_that_changed_after_the_look_is_refused(district, hand_over):
    path = district.put(hand_over)
    candidates = district.look(path)
    opened = district.opener.known[path]
    assert isinstance(opened, Opened)
    district.opener.known[path] = replace(opened, sha256="other")
    acceptance = receiving.accept(candidates, district.workspace)
    assert faults(acceptance) == [PackageChanged]


def test_the_person_can_stop(district, hand_over):
    paths = [
        district.put(hand_over, id=id, sequence=n)
        for n, id in enumerate((SECOND, THIRD), start=1)
    ]
    candidates = district.look(*paths)
    asked = iter((False, True))
    acceptance = receiving.accept(
        candidates, district.workspace, stop=lambda: next(asked)
    )
    assert acceptance.stopped
    assert states(acceptance) == [OutcomeState.IMPORTED]
    looked = [candidate.looked for candidate in candidates]
    with pytest.raises(Cancelled):
        look_through(looked, district.workspace, stop=lambda: True)


def test_progress_is_told(district, hand_over):
    seen = []
    candidates = district.look(district.put(hand_over))
    receiving.accept(
        candidates,
        district.workspace,
        progress=lambda done, total: seen.append((done, total)),
    )
    assert seen == [(0, 1), (1, 1)]


def test_a_region_reads_no_single_school(district, hand_over):
    region = replace(DISTRICT, role=offices.Role.REGION, code="7012")
    offices.save_office(region, district.workspace)
    (looked,) = district.look(district.put(hand_over))
    assert isinstance(looked.fault, PackageKindUnexpected)
