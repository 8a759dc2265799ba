"""Packages: what goes in comes out, and public tools agree with every layer."""

import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from shkola_desktop.domain.contents import KINDS
from shkola_desktop.domain.diagnosis import Evidence
from shkola_desktop.domain.errors import ContentRefused
from shkola_desktop.domain.opened import SignatureState
from shkola_desktop.domain.package import PackageKind
from shkola_desktop.domain.programme import Member
from shkola_desktop.domain.programme_parts import Addressee, ApprovalRow
from shkola_desktop.transfer import layout, reader, seal
from shkola_desktop.transfer.wire import contents
from tests.support.builders import (
    NOON,
    a_diagnosis,
    a_programme,
    a_school,
    an_answer,
)
from tests.support.packages import (
    FILE,
    HASH,
    a_content,
    a_hand_over,
    a_header,
    an_action,
    an_entry,
)

EVERY = pytest.mark.parametrize("kind", PackageKind)
SIGNED_ONLY = {PackageKind.ENROLMENT, PackageKind.FORMS}


def run(*command, cwd=None):
    return subprocess.run(
        command, cwd=cwd, check=True, capture_output=True, text=True
    ).stdout


@EVERY
def test_the_receiver_reads_what_the_sender_wrote(sealed, ours, reading, kind):
    seen = reader.inspect(sealed(kind), reading(kind), ours.public().minisign)
    assert seen.problems == ()
    assert seen.signature is SignatureState.GOOD
    assert seen.header == a_header(kind)
    assert seen.content == a_content(kind, ours.public())
    assert seen.keys == ours.public()


def test_every_kind_of_content_has_a_kind_of_package():
    assert set(KINDS.values()) == set(PackageKind) == set(contents.CODECS)


def test_evidence_stays_on_the_disk_until_somebody_asks(sealed, theirs):
    evidence = reader.inspect(sealed(), theirs).content.evidence
    assert not isinstance(evidence, dict)
    assert (list(evidence), evidence[HASH]) == ([HASH], FILE)


@EVERY
def test_the_sender_can_open_the_own_package(sealed, ours, kind):
    assert reader.inspect(sealed(kind), ours).content is not None


@EVERY
def test_without_keys_what_is_encrypted_stays_closed(sealed, kind):
    seen = reader.inspect(sealed(kind))
    assert seen.sound
    assert (seen.content is not None) == (kind in SIGNED_ONLY)


@EVERY
def test_a_stranger_opens_nothing_that_is_encrypted(sealed, stranger, kind):
    seen = reader.inspect(sealed(kind), stranger)
    assert seen.problems == ()
    assert seen.encrypted_for_us is (None if kind in SIGNED_ONLY else False)
    assert (seen.content is not None) == (kind in SIGNED_ONLY)


@EVERY
def test_another_signature_is_found(sealed, stranger, reading, kind):
    other = stranger.public().minisign
    seen = reader.inspect(sealed(kind), reading(kind), other)
    assert seen.signature is SignatureState.WRONG
    assert [p.rule for p in seen.problems] == [layout.SIGNATURE_WRONG]
    assert seen.content is None


@EVERY
def test_of_an_unknown_sender_the_own_keys_are_checked(sealed, ours, reading, kind):
    seen = reader.inspect(sealed(kind), reading(kind))
    assert seen.signature is SignatureState.CARRIED
    assert seen.keys == ours.public()


@EVERY
def test_public_tools_accept_every_layer(sealed, ours, reading, tmp_path, kind):
    file = tmp_path / "f.shkola"
    file.write_bytes(sealed(kind))
    run("unzip", "-t", str(file))
    run("unzip", "-q", str(file), cwd=tmp_path)
    bag = tmp_path / a_header().id
    run(sys.executable, "-W", "ignore", "-m", "bagit", "--validate", str(bag))
    key = ours.public().minisign
    run("minisign", "-Vm", "tagmanifest-sha256.txt", "-P", key, cwd=bag)
    inner = bag / layout.SIGNED_CONTENT
    if kind not in SIGNED_ONLY:
        inner = tmp_path / "content.zip"
        identity = reading(kind)._folder / "age.txt"
        encrypted = str(bag / layout.CONTENT)
        run("age", "-d", "-i", str(identity), "-o", str(inner), encrypted)
    run("unzip", "-t", str(inner))
    with zipfile.ZipFile(inner) as archive:
        content = archive.read("content.json")
    own = ours.public()
    assert content == contents.content_of(a_header(kind), a_content(kind, own), own)


@EVERY
def test_the_clear_header_holds_nothing_personal(sealed, kind):
    with zipfile.ZipFile(io.BytesIO(sealed(kind))) as archive:
        clear = b"".join(
            archive.read(name) for name in archive.namelist() if "/data/" not in name
        )
    for secret in ("Тихореч", "Соболева", "Приказ", "Методист"):
        assert secret.encode() not in clear


@EVERY
def test_the_shipped_schema_is_the_wire_type(kind):
    schemas = Path(__file__).parents[3] / "resources/schemas"
    assert (schemas / f"{kind}.json").read_bytes() == contents.schema_of(kind)


def test_sealing_keeps_the_moment_to_the_second(sealed, theirs):
    found = reader.inspect(sealed(), theirs).header
    assert found.created_at == NOON.replace(microsecond=0)


def test_a_school_travels_under_its_codes(ours):
    own = a_hand_over(
        school=a_school(),
        diagnosis=a_diagnosis({"a.1.1": "o1"}),
        programme=a_programme(),
        entries=(an_entry(school="s1"),),
        evidence={},
    )
    seen = reader.inspect(seal.seal(a_header(), own, (), ours), ours).content
    ids = {
        seen.school.id,
        seen.diagnosis.school,
        seen.programme.school,
        *(entry.school for entry in seen.entries),
    }
    # a school that is not enrolled yet does not know the code of its region
    assert ids == {"/7012/701204"}


LONG = "я" * 50_001


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"programme": a_programme(goal=LONG)}, "programme.goal"),
        ({"actions": (an_action(old=LONG),)}, "actions[0].old"),
        ({"school": a_school(code="школа 5")}, "school.address.code"),
        ({"school": a_school(pupils=-1)}, "school.pupils"),
        (
            {"diagnosis": a_diagnosis({"a.1.1": "o1"}, completed_at=NOON)},
            "diagnosis.completed_at",
        ),
    ],
)
def test_what_no_reader_would_take_is_not_sealed(ours, fields, place):
    with pytest.raises(ContentRefused) as caught:
        seal.seal(a_header(), a_hand_over(entries=(), **fields), (), ours)
    assert [problem.place for problem in caught.value.problems] == [place]


def test_every_place_that_does_not_fit_is_told(ours):
    answers = {"a.1.1": an_answer("o1", comment=LONG), "a.1.2": an_answer("o1" * 99)}
    diagnosis = a_diagnosis(answers=answers, year=1)
    content = a_hand_over(diagnosis=diagnosis, evidence={})
    with pytest.raises(ContentRefused) as caught:
        seal.seal(a_header(), content, (), ours)
    assert {problem.place for problem in caught.value.problems} == {
        "diagnosis.answers[a.1.1].comment",
        "diagnosis.answers[a.1.2].option",
        "diagnosis.year",
    }


def evidence_of(data):
    hash = sha256(data).hexdigest()
    answer = an_answer("o1", evidence=(Evidence(hash, "скан.bmp", len(data)),))
    return {
        "diagnosis": a_diagnosis(answers={"a.1.1": answer}),
        "evidence": {hash: data},
        "entries": (),
    }


def test_an_empty_scan_is_not_taken_for_a_bomb(ours):
    scan = b"BM" + b"\xff" * 5_000_000
    content = a_hand_over(**evidence_of(scan))
    seen = reader.inspect(seal.seal(a_header(), content, (), ours), ours)
    assert seen.problems == ()
    assert list(seen.content.evidence.values()) == [scan]


def test_a_file_that_its_reader_would_refuse_is_not_sealed(ours):
    content = a_hand_over(**evidence_of(bytes(20 * 1024 * 1024 + 1)))
    with pytest.raises(ContentRefused) as caught:
        seal.seal(a_header(), content, (), ours)
    assert [p.rule for p in caught.value.problems] == [layout.ZIP_TOO_LARGE]


def test_half_a_character_is_not_sealed(ours):
    school = a_school(director="Соболева \ud83d")
    with pytest.raises(ContentRefused):
        seal.seal(a_header(), a_hand_over(school=school, entries=()), (), ours)


def test_a_header_of_another_kind_is_a_mistake_of_ours(ours):
    with pytest.raises(ValueError, match="review"):
        seal.seal(a_header(PackageKind.REVIEW), a_hand_over(), (), ours)


def test_ids_of_the_staff_list_and_the_addressee_stay_at_the_school(ours, theirs):
    member = Member("Громова Е. В.", "завуч", leads=True, person="p1")
    approvals = ApprovalRow(addressee=Addressee("начальник", "Петров И. С."))
    programme = a_programme(team=(member,), approvals=approvals)
    content = replace(a_hand_over(), programme=programme)
    package = seal.seal(a_header(), content, (theirs.public().age,), ours)
    seen = reader.inspect(package, theirs, ours.public().minisign)
    assert seen.problems == ()
    arrived = seen.content.programme
    assert arrived.team == (Member("Громова Е. В.", "завуч", leads=True),)
    assert arrived.approvals == ApprovalRow()
