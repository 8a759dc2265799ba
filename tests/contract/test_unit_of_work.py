"""The promises of a unit of work, kept by the fake and by databases alike."""

from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

import pytest

from shkola_desktop.domain.actions import Action, ActionKind
from shkola_desktop.domain.declension import Case, Correction
from shkola_desktop.domain.diagnosis import Evidence, Status
from shkola_desktop.domain.documents import (
    DocumentFormat,
    DocumentKind,
    DocumentRecord,
)
from shkola_desktop.domain.package import (
    Correspondent,
    PackageKind,
    PublicKeys,
    Sending,
    SendingState,
)
from shkola_desktop.domain.programme import Member
from shkola_desktop.domain.programme_version import ProgrammeVersion
from shkola_desktop.domain.school import Person
from shkola_desktop.domain.school_info import SchoolInfo
from tests.support.builders import (
    NOON,
    a_deficit,
    a_diagnosis,
    a_programme,
    a_school,
    an_answer,
    an_info,
)


def test_a_reading_sees_what_was_committed_and_commits_nothing(both):
    open_work, open_reading = both
    with open_work() as work:
        work.schools.put(a_school())
        work.commit()
    with open_reading() as work:
        assert work.schools.list() == (a_school(),)
        with pytest.raises(RuntimeError):
            work.commit()


def a_sending(**fields):
    known = {
        "id": "k1",
        "kind": PackageKind.DIAGNOSIS,
        "receiver": "7012",
        "sequence": 1,
        "state": SendingState.WRITTEN,
        "created_at": NOON,
        "file_name": "701204-0001-k1.shkola",
        "place": "/stick",
        "size": 10,
        "sha256": "ab",
        "summary": "самодиагностика",
    }
    return Sending(**{**known, **fields})


def test_what_is_not_committed_is_undone(open_work):
    with open_work() as work:
        work.schools.put(a_school())
    with open_work() as work:
        assert work.schools.list() == ()


def test_an_error_in_the_block_undoes_everything_and_passes_on(open_work):
    def fail():
        with open_work() as work:
            work.settings.put("place", "zn.1")
            raise KeyError("place")

    with pytest.raises(KeyError):
        fail()
    with open_work() as work:
        assert work.settings.get("place") is None


def test_a_school_comes_back_whole_and_can_change(open_work, school):
    changed = replace(school, short_name="Новая", pupils=None, programmes=("noo",))
    with open_work() as work:
        assert work.schools.get("s1") == school
        assert work.schools.get("s2") is None
        work.schools.put(changed)
        work.commit()
    with open_work() as work:
        assert work.schools.list() == (changed,)


def test_the_information_about_a_school_comes_back_whole(open_work, school):
    with open_work() as work:
        assert work.school_infos.get("s1") is None
        work.school_infos.put("s1", SchoolInfo())
        work.school_infos.put("s1", an_info())
        work.commit()
    with open_work() as work:
        assert work.school_infos.get("s1") == an_info()
        assert work.school_infos.get("s2") is None


def test_the_staff_list_is_replaced_and_keeps_its_order(open_work, school):
    people = [Person("2", "Б", "учитель"), Person("1", "А", "директор")]
    with open_work() as work:
        work.people.put("s1", people)
        work.people.put("s1", people[::-1])
        work.commit()
    with open_work() as work:
        assert work.people.list("s1") == tuple(people[::-1])
        work.people.put("s1", [])
        assert work.people.list("s1") == ()


def test_a_diagnosis_comes_back_with_every_answer(open_work, school):
    answer = an_answer(
        "o2",
        comment="Приказ № 5; «ёлочки»",
        evidence=(Evidence("ab" * 32, "Приказ.pdf", 7), Evidence("cd" * 32, "б", 1)),
        base="v0",
        changed_by="Громова Е. В.",
    )
    given = a_diagnosis(
        answers=MappingProxyType({"a.1.1": answer, "b.1.1": an_answer(None)})
    )
    with open_work() as work:
        work.diagnoses.put(given)
        work.commit()
    with open_work() as work:
        assert work.diagnoses.get("d1") == given
        assert work.diagnoses.get("d2") is None
        assert work.diagnoses.status("d1") is Status.DRAFT
        assert work.diagnoses.status("d2") is None
        assert work.diagnoses.answer("d1", "a.1.1") == answer
        assert work.diagnoses.answer("d1", "a.1.2") is None


def test_putting_the_head_leaves_the_answers_alone(open_work, school):
    with open_work() as work:
        work.diagnoses.put(a_diagnosis())
        work.diagnoses.put_answer("d1", "a.1.1", an_answer("o0"))
        work.diagnoses.put_answer("d1", "a.1.1", an_answer("o2"))
        work.diagnoses.put(a_diagnosis().completed(NOON))
        work.commit()
    with open_work() as work:
        found = work.diagnoses.get("d1")
    assert (found.status, found.completed_at) == (Status.COMPLETED, NOON)
    assert dict(found.options) == {"a.1.1": "o2"}


def test_diagnoses_are_listed_newest_year_first(open_work, school):
    with open_work() as work:
        work.diagnoses.put(a_diagnosis(id="old", year=2024))
        work.diagnoses.put(a_diagnosis(id="new", year=2026))
        work.diagnoses.put(a_diagnosis(id="mid", year=2025))
        assert [d.id for d in work.diagnoses.list("s1")] == ["new", "mid", "old"]
        assert work.diagnoses.list("s2") == ()


def test_evidence_is_kept_once(open_work):
    with open_work() as work:
        work.evidence.put("ab", b"scan")
        work.evidence.put("ab", b"scan")
        work.commit()
    with open_work() as work:
        assert work.evidence.get("ab") == b"scan"
        assert work.evidence.get("cd") is None


def test_a_programme_comes_back_with_its_chain(open_work, school):
    team = (Member("А. Б.", "директор", leads=True, directions=("a", "b")),)
    texts = MappingProxyType({"about": "Школа стоит у реки."})
    given = a_programme(
        team=team, texts=texts, deficits=(a_deficit(), a_deficit(code="02"))
    )
    with open_work() as work:
        work.programmes.put(given)
        later = NOON + timedelta(days=1)
        work.programmes.put(a_programme(id="p2", created_at=later))
        work.commit()
    with open_work() as work:
        assert work.programmes.get("p1") == given
        assert [p.id for p in work.programmes.list("s1")] == ["p2", "p1"]
        assert work.programmes.get("p3") is None


def test_versions_of_a_programme_come_back_whole_newest_first(open_work, school):
    first = ProgrammeVersion("v1", "до педсовета", NOON, a_programme())
    later = NOON + timedelta(days=1)
    second = ProgrammeVersion("v2", "после", later, a_programme(goal="Цель"))
    other = ProgrammeVersion("v3", "другая", NOON, a_programme(id="p2"))
    with open_work() as work:
        for id in ("p1", "p2"):
            work.programmes.put(a_programme(id=id))
        for version in (first, second, other):
            work.programme_versions.put(version)
        work.programmes.put(a_programme(goal="Новая"))  # they outlive a change
        work.commit()
    with open_work() as work:
        assert work.programme_versions.list("p1") == (second, first)
        assert work.programme_versions.list("p3") == ()
        assert work.programme_versions.get("v2") == second
        assert work.programme_versions.get("v4") is None
        work.programme_versions.delete("v2")
        work.programme_versions.put(replace(first, name="иначе"))
        assert work.programme_versions.list("p1") == (replace(first, name="иначе"),)


def test_the_log_is_listed_newest_first(open_work):
    entries = [
        Action(NOON, "А", ActionKind.ANSWER_CHANGED, f"a.{n}", "o0", "o1", "why")
        for n in range(3)
    ]
    with open_work() as work:
        for entry in entries:
            work.actions.add(entry)
        work.commit()
    with open_work() as work:
        assert work.actions.list() == tuple(reversed(entries))
        assert work.actions.list(limit=1) == (entries[2],)


def test_only_written_sendings_use_a_number_up(open_work):
    with open_work() as work:
        assert work.sendings.next_sequence("7012") == 1
        work.sendings.put(a_sending(id="k1", state=SendingState.FAILED))
        work.sendings.put(a_sending(id="k2", state=SendingState.WRITING))
        assert work.sendings.next_sequence("7012") == 1
        work.sendings.put(a_sending(id="k2", state=SendingState.WRITTEN))
        work.sendings.put(a_sending(id="k3", receiver="7013", sequence=9))
        assert work.sendings.next_sequence("7012") == 2
        assert [s.id for s in work.sendings.sent_to("7013")] == ["k3"]
        assert work.sendings.sent_to("9") == ()


def test_a_sending_comes_back_whole(open_work):
    later = a_sending(id="k2", created_at=NOON + timedelta(hours=1))
    with open_work() as work:
        work.sendings.put(a_sending())
        work.sendings.put(later)
        work.commit()
    with open_work() as work:
        assert work.sendings.get("k1") == a_sending()
        assert work.sendings.get("k9") is None
        assert work.sendings.list() == (later, a_sending())


def test_a_correspondent_with_and_without_keys(open_work):
    known = Correspondent("7012", "Район", PublicKeys("age1x", "RWx"))
    with open_work() as work:
        work.correspondents.put(Correspondent("7012", "Район"))
        assert work.correspondents.get("7012") == Correspondent("7012", "Район")
        work.correspondents.put(known)
        assert work.correspondents.get("7012") == known
        assert work.correspondents.get("7013") is None


def test_documents_with_their_bytes(open_work):
    record = DocumentRecord(
        "x1", DocumentKind.PROTOCOL, DocumentFormat.PDF, NOON, "п.pdf", 3, "state"
    )
    with open_work() as work:
        work.documents.put(record, b"pdf")
        work.commit()
    with open_work() as work:
        assert work.documents.list() == (record,)
        assert work.documents.content("x1") == b"pdf"
        assert work.documents.content("x2") is None
        work.documents.delete("x1")
        assert work.documents.list() == ()


def test_packs_and_settings(open_work):
    with open_work() as work:
        assert not work.editions.has("h")
        work.editions.put("h", "tiny", "text")
        work.editions.put("h", "tiny", "other")
        assert work.editions.has("h")
        assert work.editions.get("h") == "text"
        assert work.editions.get("g") is None
        work.settings.put("person", "А")
        work.settings.put("person", "Б")
        assert work.settings.get("person") == "Б"


def test_corrections_are_kept_by_text_and_case_and_forgotten(open_work, school):
    dative = Correction("тьютор", Case.DATIVE, "тьютору")
    genitive = Correction("тьютор", Case.GENITIVE, "тьютора")
    with open_work() as work:
        assert work.corrections.list("s1") == ()
        work.corrections.put("s1", replace(dative, form="тьютеру"))
        work.corrections.put("s1", dative)
        work.corrections.put("s1", genitive)
        work.corrections.put("s1", Correction("завуч", Case.DATIVE, "завучу"))
        work.commit()
    with open_work() as work:
        assert work.corrections.list("s1") == (
            Correction("завуч", Case.DATIVE, "завучу"),
            dative,
            genitive,
        )
        assert work.corrections.list("s2") == ()
        work.corrections.delete("s1", "тьютор", Case.DATIVE)
        work.corrections.delete("s1", "тьютор", Case.PREPOSITIONAL)
        work.corrections.delete("s2", "тьютор", Case.GENITIVE)
        work.commit()
    with open_work() as work:
        assert [c.case for c in work.corrections.list("s1")] == ["dative", "genitive"]
