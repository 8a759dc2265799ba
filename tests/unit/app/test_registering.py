"""The school's own data: kept, changed, and followed by the drafts."""

from dataclasses import replace

import pytest

from shkola_desktop.app import answering, diagnosing, editions, registering
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.diagnosis import Status
from shkola_desktop.domain.errors import NoSchool, VariantUnknown
from shkola_desktop.domain.package import Correspondent, PublicKeys
from shkola_desktop.domain.school import Person
from tests.support.builders import a_school
from tests.support.fakes import a_workspace


@pytest.fixture
def workspace():
    workspace = a_workspace()
    registering.save_school(a_school(), workspace)
    return workspace


def log(workspace):
    with workspace.open_work() as work:
        return [(a.kind, a.old, a.new) for a in work.actions.list()]


def test_before_the_first_start_there_is_no_school():
    empty = a_workspace()
    assert registering.school_of(empty) is None
    for ask in (registering.people_of, registering.receiver_of):
        with pytest.raises(NoSchool):
            ask(empty)
    with pytest.raises(NoSchool):
        registering.save_people([], empty)


def test_a_school_is_kept_and_every_change_is_noted_once(workspace):
    renamed = a_school(short_name="Новая СОШ")
    registering.save_school(renamed, workspace)
    registering.save_school(renamed, workspace)
    assert registering.school_of(workspace) == renamed
    assert log(workspace) == [
        (ActionKind.SCHOOL_CHANGED, "Тихореченская ООШ", "Новая СОШ"),
        (ActionKind.SCHOOL_CHANGED, "", "Тихореченская ООШ"),
    ]


def test_a_school_without_a_form_is_refused_and_nothing_changes(workspace):
    with pytest.raises(VariantUnknown):
        registering.save_school(a_school(programmes=("noo", "soo")), workspace)
    assert registering.school_of(workspace) == a_school()


def test_a_draft_follows_the_school_and_keeps_its_answers(workspace):
    id = diagnosing.start(2026, workspace).id
    answering.answer(id, "a.1.1", "o2", workspace)
    wider = a_school(programmes=("noo", "ooo", "soo"), ovz=True)
    registering.save_school(wider, workspace)
    diagnosis = diagnosing.load(id, workspace)
    assert diagnosis.variant.code == "mainstream/noo+ooo+soo/ovz"
    assert dict(diagnosis.options) == {"a.1.1": "o2"}
    codes = [i.code for i in editions.form_of(diagnosis, workspace).indicators]
    assert codes == ["a.1.1", "a.1.2", "a.2.1", "a.2.2", "b.1.1", "b.1.2"]


def test_an_answer_waits_while_its_indicator_does_not_apply(workspace):
    wider = a_school(programmes=("noo", "ooo", "soo"))
    registering.save_school(wider, workspace)
    id = diagnosing.start(2026, workspace).id
    answering.answer(id, "a.2.1", "o1", workspace)
    registering.save_school(a_school(), workspace)
    diagnosis = diagnosing.load(id, workspace)
    assert editions.form_of(diagnosis, workspace).indicator("a.2.1") is None
    registering.save_school(wider, workspace)
    assert dict(diagnosing.load(id, workspace).options) == {"a.2.1": "o1"}


def test_a_completed_diagnosis_keeps_its_variant(workspace):
    id = diagnosing.start(2026, workspace).id
    for code in ("a.1.1", "a.1.2", "b.1.1", "b.1.2"):
        answering.answer(id, code, "o1", workspace)
    done = diagnosing.complete(id, workspace)
    registering.save_school(a_school(ovz=True), workspace)
    assert diagnosing.load(id, workspace) == done
    assert done.status is Status.COMPLETED


def test_the_staff_is_kept_in_its_order(workspace):
    people = (Person("2", "Б", "учитель"), Person("1", "А", "директор"))
    registering.save_people(people, workspace)
    assert registering.people_of(workspace) == people
    registering.save_people(people[:1], workspace)
    assert registering.people_of(workspace) == people[:1]
    assert log(workspace)[0] == (ActionKind.PERSON_CHANGED, "", "1")


def test_the_district_is_known_before_its_keys(workspace):
    district = Correspondent("7012", "Кедровский район")
    assert registering.receiver_of(workspace) == district
    keys = PublicKeys("age1x", "RWx")
    saved = registering.save_receiver_keys(keys, workspace)
    assert saved == replace(district, keys=keys)
    assert registering.receiver_of(workspace) == saved
    registering.save_school(a_school(district_code="7013"), workspace)
    assert registering.receiver_of(workspace).keys is None


def test_a_setting_is_kept(workspace):
    assert registering.setting("theme", workspace) is None
    registering.save_setting("theme", "dark", workspace)
    assert registering.setting("theme", workspace) == "dark"
