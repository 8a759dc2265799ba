"""Packages: what goes in comes out, and public tools agree with every layer."""

import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shkola_desktop.domain.errors import PackageTooNew
from shkola_desktop.domain.package import HandOver, Header, PackageKind
from shkola_desktop.transfer import layout, reader, seal, wire
from shkola_desktop.transfer.keys import KeyFile
from shkola_desktop.transfer.reader import Signature
from tests.support.builders import (
    NOON,
    a_diagnosis,
    a_programme,
    a_school,
    an_answer,
)

WORDS = tuple(f"word{n}" for n in range(256))
FILE = b"order of the school"


def a_header(**fields):
    known = {
        "id": "0f6b3c52-6f0a-4ed7-9a5b-3a8f5a1d2c3e",
        "kind": PackageKind.DIAGNOSIS,
        "sender": "701204",
        "receiver": "7012",
        "sequence": 3,
        "last_received": 0,
        "form": "tiny@abababababab",
        "created_at": datetime(2026, 11, 24, 12, 0, tzinfo=UTC),
    }
    return Header(**{**known, **fields})


def a_hand_over(**fields):
    from hashlib import sha256

    from shkola_desktop.domain.diagnosis import Evidence

    hash = sha256(FILE).hexdigest()
    evidence = (Evidence(hash, "приказ.pdf", len(FILE)),)
    diagnosis = replace(
        a_diagnosis(),
        answers={
            "a.1.1": an_answer("o1", comment="Приказ № 5", evidence=evidence),
            "a.1.2": an_answer("o0"),
        },
    )
    known = {
        "school": a_school(),
        "diagnosis": diagnosis,
        "programme": a_programme(),
        "actions": (),
        "evidence": {hash: FILE},
        "pack_id": "tiny@abababababab",
        "pack_text": '{"code":"tiny"}',
        "program_version": "0.1.0",
    }
    return HandOver(**{**known, **fields})


@pytest.fixture(scope="module")
def school_keys(tmp_path_factory):
    return KeyFile(tmp_path_factory.mktemp("school-keys"), WORDS)


@pytest.fixture(scope="module")
def district_keys(tmp_path_factory):
    return KeyFile(tmp_path_factory.mktemp("district-keys"), WORDS)


@pytest.fixture(scope="module")
def package(school_keys, district_keys):
    recipients = (district_keys.public().age,)
    return seal.seal(a_header(), a_hand_over(), recipients, school_keys)


def run(*command, cwd=None):
    return subprocess.run(
        command, cwd=cwd, check=True, capture_output=True, text=True
    ).stdout


def test_the_receiver_reads_what_the_sender_wrote(package, school_keys, district_keys):
    seen = reader.inspect(package, district_keys, school_keys.public().minisign)
    assert seen.problems == ()
    assert seen.signature is Signature.GOOD
    assert seen.header == a_header()
    assert seen.content == wire.content_from(wire.content_of(a_header(), a_hand_over()))
    assert seen.content.diagnosis.answers[0].comment == "Приказ № 5"


def test_the_sender_can_open_the_own_package(package, school_keys):
    assert reader.inspect(package, school_keys).content is not None


def test_without_keys_the_content_stays_closed(package):
    seen = reader.inspect(package)
    assert seen.sound
    assert seen.content is None
    assert seen.signature is Signature.UNCHECKED


def test_a_stranger_opens_nothing(package, tmp_path):
    seen = reader.inspect(package, KeyFile(tmp_path, WORDS))
    assert seen.encrypted_for_us is False
    assert seen.content is None
    assert seen.problems == ()


def test_another_signature_is_found(package, tmp_path):
    other = KeyFile(tmp_path, WORDS).public().minisign
    seen = reader.inspect(package, None, other)
    assert seen.signature is Signature.WRONG
    assert layout.SIGNATURE_WRONG in [p.rule for p in seen.problems]


def test_public_tools_accept_every_layer(package, school_keys, district_keys, tmp_path):
    file = tmp_path / "f.shkola"
    file.write_bytes(package)
    run("unzip", "-t", str(file))
    run("unzip", "-q", str(file), cwd=tmp_path)
    bag = tmp_path / a_header().id
    run(sys.executable, "-W", "ignore", "-m", "bagit", "--validate", str(bag))
    key = school_keys.public().minisign
    run("minisign", "-Vm", "tagmanifest-sha256.txt", "-P", key, cwd=bag)
    identity = district_keys._folder / "age.txt"
    inner = tmp_path / "content.zip"
    run("age", "-d", "-i", str(identity), "-o", str(inner), str(bag / layout.CONTENT))
    run("unzip", "-t", str(inner))
    with zipfile.ZipFile(inner) as archive:
        assert "content.json" in archive.namelist()
        content = archive.read("content.json")
    assert content == wire.content_of(a_header(), a_hand_over())


def test_the_clear_header_holds_nothing_personal(package):
    with zipfile.ZipFile(__import__("io").BytesIO(package)) as archive:
        clear = b"".join(
            archive.read(name)
            for name in archive.namelist()
            if not name.endswith(".age")
        )
    for secret in ("Тихореч", "Соболева", "Приказ"):
        assert secret.encode() not in clear


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 0.999999), change=st.integers(1, 255))
def test_any_changed_byte_is_found_or_harmless(
    package, school_keys, district_keys, place, change
):
    broken = bytearray(package)
    broken[int(place * len(package))] ^= change
    sound = reader.inspect(package, district_keys, school_keys.public().minisign)
    try:
        seen = reader.inspect(
            bytes(broken), district_keys, school_keys.public().minisign
        )
    except PackageTooNew:
        return  # a digit of the format's version was hit: refused as a whole
    # bytes of the ZIP's own tables (dates, attributes) carry nothing of ours
    same = (seen.header, seen.content) == (sound.header, sound.content)
    assert seen.problems or same


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_without_a_crash(data):
    assert not reader.inspect(data).sound


def test_a_later_format_is_refused(school_keys, district_keys, package, tmp_path):
    out = tmp_path / "later.shkola"
    with (
        zipfile.ZipFile(__import__("io").BytesIO(package)) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("bag-info.txt"):
                data = data.replace(b"Shkola-Format: 1", b"Shkola-Format: 2")
            new.writestr(name, data)
    with pytest.raises(PackageTooNew):
        reader.inspect(out.read_bytes())


@pytest.mark.parametrize("name", ["../evil", "/evil", "a/../b", "C:/evil", "a\\b"])
def test_odd_names_in_an_archive_are_refused(name, tmp_path):
    out = tmp_path / "odd.shkola"
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("bag/bagit.txt", "x")
        info = zipfile.ZipInfo("bag/x")
        info.filename = name
        archive.writestr(info, "x")
    rules = [p.rule for p in reader.inspect(out.read_bytes()).problems]
    assert rules
    assert set(rules) & {layout.ZIP_NAME, layout.BAG_FOLDER}


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    out = tmp_path / "bomb.shkola"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bag/bagit.txt", b"0" * 50_000_000)
    rules = [p.rule for p in reader.inspect(out.read_bytes()).problems]
    assert layout.ZIP_RATIO in rules


def test_the_shipped_schema_is_the_wire_types():
    shipped = Path(__file__).parents[3] / "resources/schemas/diagnosis.json"
    assert shipped.read_bytes() == wire.schema_of()


def test_sealing_keeps_the_moment_to_the_second(package, district_keys):
    assert reader.inspect(package, district_keys).header.created_at == NOON.replace(
        microsecond=0
    )
