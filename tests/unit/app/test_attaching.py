"""Files of evidence: kept once, within limits, taken away and brought back."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from shkola_desktop.app import answering, attaching, diagnosing, registering
from shkola_desktop.domain.diagnosis import Evidence
from shkola_desktop.domain.errors import (
    EvidenceEmpty,
    EvidenceTooLarge,
    FileUnreadable,
)
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


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("щ" * 120 + ".jpg", "щ" * 120 + ".jpg"),
        ("x" * 251 + ".jpg", "x" * 251 + ".jpg"),
        ("Фото 😀 урока.jpg", "Фото 😀 урока.jpg"),
        ("две\nстроки\tи\u2028ещё.jpg", "две строки и ещё.jpg"),
        ("\u202egpj.exe", " gpj.exe"),
        ("<b>&amp;.jpg", "<b>&amp;.jpg"),
    ],
)
def test_any_name_is_shown_on_one_line(workspace, id, tmp_path, name, shown):
    (tmp_path / name).write_bytes(b"scan")
    attaching.attach(id, "a.1.1", tmp_path / name, workspace)
    (evidence,) = evidence_of(id, "a.1.1", workspace)
    assert evidence.name == shown


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7 named as a photo",
        b"\xff\xd8\xff\xe0 cut off",
        # its head promises 30,000 × 30,000 points: nobody unpacks it
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x75\x30\0\0\x75\x30\x08\x06\0\0\0",
        b"\0",
    ],
)
def test_a_photo_is_kept_as_it_is_whatever_is_in_it(workspace, id, tmp_path, content):
    (tmp_path / "фото.jpg").write_bytes(content)
    attaching.attach(id, "a.1.1", tmp_path / "фото.jpg", workspace)
    hash = sha256(content).hexdigest()
    assert attaching.evidence_content(hash, workspace) == content


def test_an_empty_file_proves_nothing_and_is_told(workspace, id, tmp_path):
    (tmp_path / "фото.jpg").touch()
    with pytest.raises(EvidenceEmpty) as caught:
        attaching.attach(id, "a.1.1", tmp_path / "фото.jpg", workspace)
    assert caught.value.name == "фото.jpg"
    assert "a.1.1" not in diagnosing.load(id, workspace).answers


def test_a_pipe_is_refused_instead_of_being_waited_for(workspace, id, tmp_path):
    os.mkfifo(tmp_path / "труба")
    with pytest.raises(FileUnreadable):
        attaching.attach(id, "a.1.1", tmp_path / "труба", workspace)


def test_a_file_without_end_is_refused(workspace, id):
    with pytest.raises(FileUnreadable):
        attaching.attach(id, "a.1.1", Path("/dev/zero"), workspace)


def test_a_name_that_no_disk_knows_is_told(workspace, id):
    with pytest.raises(FileUnreadable):
        attaching.attach(id, "a.1.1", Path("а\0б"), workspace)


def test_a_file_that_goes_while_it_is_read_is_told(workspace, id, tmp_path):
    gone = tmp_path / "флешка.jpg"
    gone.symlink_to("/proc/self/mem")
    with pytest.raises(FileUnreadable):
        attaching.attach(id, "a.1.1", gone, workspace)
