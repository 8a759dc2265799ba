"""Files of evidence: kept once, within limits, taken away and brought back."""

import os
from hashlib import sha256

import pytest

from shkola_desktop.app import answering, attaching, diagnosing, registering
from shkola_desktop.domain.diagnosis import Evidence
from shkola_desktop.domain.errors import EvidenceTooLarge, FileUnreadable
from tests.support.builders import a_school, an_answer
from tests.support.fakes import Tables, a_workspace

MB = 1024 * 1024
SCAN = sha256(b"scan").hexdigest()


@pytest.fixture
def tables():
    return Tables()


@pytest.fixture
def workspace(tables):
    workspace = a_workspace(tables)
    registering.save_school(a_school(), workspace)
    return workspace


@pytest.fixture
def id(workspace):
    return diagnosing.start(2026, workspace).id


@pytest.fixture
def scan(tmp_path):
    (tmp_path / "Приказ № 5.pdf").write_bytes(b"scan")
    return tmp_path / "Приказ № 5.pdf"


def evidence_of(id, code, workspace):
    return diagnosing.load(id, workspace).answers[code].evidence


def test_a_file_is_kept_under_its_name(workspace, id, scan):
    change = attaching.attach(id, "a.1.1", scan, workspace)
    assert change.after.evidence == (Evidence(SCAN, "Приказ № 5.pdf", 4),)
    scan.unlink()
    assert attaching.evidence_content(SCAN, workspace) == b"scan"


def test_the_same_file_again_changes_nothing(workspace, id, scan):
    first = attaching.attach(id, "a.1.1", scan, workspace)
    again = attaching.attach(id, "a.1.1", scan, workspace)
    assert (again.before, again.after) == (first.after, first.after)
    assert len(evidence_of(id, "a.1.1", workspace)) == 1


def test_one_file_for_two_answers_is_kept_once(workspace, id, scan, tables):
    attaching.attach(id, "a.1.1", scan, workspace)
    attaching.attach(id, "b.1.1", scan, workspace)
    assert tables.evidence == {SCAN: b"scan"}


def test_taking_a_file_away_keeps_its_bytes_for_undo(workspace, id, scan):
    change = attaching.attach(id, "a.1.1", scan, workspace)
    (evidence,) = change.after.evidence
    taken = attaching.detach(id, "a.1.1", evidence, workspace)
    assert evidence_of(id, "a.1.1", workspace) == ()
    assert attaching.evidence_content(SCAN, workspace) == b"scan"
    answering.revert(id, "a.1.1", taken.before, workspace)
    assert evidence_of(id, "a.1.1", workspace) == (evidence,)


def test_an_option_and_its_files_leave_each_other_alone(workspace, id, scan):
    attaching.attach(id, "a.1.1", scan, workspace)
    answering.answer(id, "a.1.1", "o2", workspace)
    assert len(evidence_of(id, "a.1.1", workspace)) == 1


def test_a_file_above_the_limit_is_refused(workspace, id, tmp_path):
    heavy = tmp_path / "Видео.mp4"
    heavy.touch()
    os.truncate(heavy, 20 * MB + 1)
    with pytest.raises(EvidenceTooLarge) as caught:
        attaching.attach(id, "a.1.1", heavy, workspace)
    assert (caught.value.name, caught.value.size) == ("Видео.mp4", 20 * MB + 1)
    assert caught.value.limit == 20 * MB
    assert "a.1.1" not in diagnosing.load(id, workspace).answers


def filled(id, workspace, *evidence):
    with workspace.open_work() as work:
        work.diagnoses.put_answer(id, "b.1.2", an_answer(evidence=evidence))
        work.commit()


def test_all_files_together_have_a_limit(workspace, id, scan):
    filled(id, workspace, Evidence("ab" * 32, "Всё.zip", 200 * MB - 3))
    with pytest.raises(EvidenceTooLarge) as caught:
        attaching.attach(id, "a.1.1", scan, workspace)
    assert (caught.value.size, caught.value.limit) == (200 * MB + 1, 200 * MB)


def test_a_file_that_is_kept_already_takes_no_more_room(workspace, id, scan):
    rest = Evidence("ab" * 32, "Всё.zip", 200 * MB - 4)
    filled(id, workspace, rest, Evidence(SCAN, "Приказ № 5.pdf", 4))
    attaching.attach(id, "a.1.1", scan, workspace)
    assert [e.hash for e in evidence_of(id, "a.1.1", workspace)] == [SCAN]


@pytest.mark.parametrize("name", ["нет такого.pdf", "."])
def test_what_cannot_be_read_is_told(workspace, id, tmp_path, name):
    with pytest.raises(FileUnreadable):
        attaching.attach(id, "a.1.1", tmp_path / name, workspace)


def test_a_name_that_is_no_text_is_made_one(workspace, id, tmp_path):
    path = tmp_path / os.fsdecode("Приказ.pdf".encode("cp1251"))
    path.write_bytes(b"scan")
    attaching.attach(id, "a.1.1", path, workspace)
    (evidence,) = evidence_of(id, "a.1.1", workspace)
    assert evidence.name == "??????.pdf"
