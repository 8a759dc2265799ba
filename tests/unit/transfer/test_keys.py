"""Keys: made once, for their owner, in the formats of the public tools."""

import os
import stat
import subprocess

import pytest

from shkola_desktop.domain.errors import (
    FileUnreadable,
    FolderNotWritable,
    KeysLocked,
    KeyUnreadable,
    PassphraseWrong,
    SheetMistyped,
)
from shkola_desktop.domain.package import PublicKeys
from shkola_desktop.host.assets import text
from shkola_desktop.transfer import reader, seal
from shkola_desktop.transfer.keys import KeyFile
from tests.support.packages import a_hand_over, a_header

WORDS = tuple(text("words", "ru.txt").split())


def test_256_distinct_words_ship():
    assert len(WORDS) == 256
    assert len(set(WORDS)) == 256


def test_keys_are_made_once(tmp_path):
    first = KeyFile(tmp_path, WORDS).public()
    assert KeyFile(tmp_path, WORDS).public() == first


def test_age_knows_the_identity(tmp_path):
    keys = KeyFile(tmp_path, WORDS)
    command = ("age-keygen", "-y", str(tmp_path / "age.txt"))
    keys.public()
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert out.strip() == keys.public().age


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_only_the_owner_reads_them(tmp_path):
    KeyFile(tmp_path, WORDS).public()
    for name in ("age.txt", "minisign.key"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_the_fingerprint_has_eight_words_of_the_list(tmp_path):
    words = KeyFile(tmp_path, WORDS).fingerprint()
    assert len(words) == 8
    assert set(words) <= set(WORDS)


def test_words_of_other_keys_are_other_words(tmp_path):
    one, two = KeyFile(tmp_path / "a", WORDS), KeyFile(tmp_path / "b", WORDS)
    assert one.words_for(two.public()) == two.fingerprint()
    assert one.fingerprint() != two.fingerprint()


@pytest.mark.parametrize(
    "keys",
    [
        PublicKeys("", ""),
        PublicKeys("age1nonsense", ""),
        PublicKeys("RWabc", "age1"),
    ],
)
def test_what_is_no_key_is_refused(tmp_path, keys):
    with pytest.raises(KeyUnreadable):
        KeyFile(tmp_path, WORDS).check(keys)


@pytest.mark.parametrize("name", ["age.txt", "minisign.key"])
def test_a_damaged_key_file_is_told_and_not_replaced(tmp_path, name):
    KeyFile(tmp_path, WORDS).public()
    (tmp_path / name).write_text("nonsense")
    with pytest.raises(FileUnreadable):
        KeyFile(tmp_path, WORDS).public()
    assert (tmp_path / name).read_text() == "nonsense"


def test_keys_under_a_passphrase_wait_for_it(tmp_path):
    keys = KeyFile(tmp_path, WORDS)
    own = keys.public()
    keys.protect("тихая речка")
    assert (keys.locked, keys.protected, keys.public()) == (False, True, own)
    assert [path.name for path in tmp_path.iterdir()] == ["keys.age"]
    later = KeyFile(tmp_path, WORDS)
    assert later.locked
    with pytest.raises(KeysLocked):
        later.public()
    with pytest.raises(PassphraseWrong):
        later.unlock("Тихая речка")
    later.unlock("тихая речка")
    assert later.public() == own
    later.unprotect()
    assert KeyFile(tmp_path, WORDS).public() == own
    assert not (tmp_path / "keys.age").exists()


def test_an_empty_passphrase_protects_nothing(tmp_path):
    keys = KeyFile(tmp_path, WORDS)
    with pytest.raises(PassphraseWrong):
        keys.protect("")
    assert not keys.protected


def test_plain_files_beside_the_protected_one_do_not_count(tmp_path):
    keys = KeyFile(tmp_path, WORDS)
    own = keys.public()
    plain = (tmp_path / "age.txt").read_bytes()
    keys.protect("x")
    # as after a crash before the plain files were removed
    (tmp_path / "age.txt").write_bytes(plain)
    later = KeyFile(tmp_path, WORDS)
    assert later.locked
    later.unlock("x")
    assert later.public() == own


def test_keys_come_back_from_the_typed_sheet(tmp_path):
    old = KeyFile(tmp_path / "old", WORDS)
    sheet = old.recovery_sheet()
    assert len(sheet.rows) == 8
    assert all(len(row) == 22 for row in sheet.rows)
    assert sheet.words == old.fingerprint()
    new = KeyFile(tmp_path / "new", WORDS)
    assert new.restore("\n".join(sheet.rows)) == old.public()
    again = KeyFile(tmp_path / "new", WORDS)
    assert again.fingerprint() == old.fingerprint()
    assert again.recovery_sheet() == sheet
    signed = again.signer.sign(b"x", trusted_comment="t")
    old.signer.get_public_key().verify(b"x", signed)


def test_keys_come_back_from_the_scanned_code(tmp_path):
    old = KeyFile(tmp_path / "old", WORDS)
    new = KeyFile(tmp_path / "new", WORDS)
    former = new.public()
    assert new.restore(old.recovery_sheet().qr) == old.public()
    kept = KeyFile(tmp_path / "new" / "former-1", WORDS)
    assert kept.public() == former


def test_letters_of_the_other_keyboard_are_understood(tmp_path):
    old, new = KeyFile(tmp_path / "old", WORDS), KeyFile(tmp_path / "new", WORDS)
    typed = "  ".join(old.recovery_sheet().rows).lower()
    typed = typed.translate(str.maketrans("0abcekmhptx1y", "oавсекмнртхlу"))
    assert new.restore(typed) == old.public()


def test_a_slip_is_found_in_its_row_and_changes_nothing(tmp_path):
    old, new = KeyFile(tmp_path / "old", WORDS), KeyFile(tmp_path / "new", WORDS)
    former = new.public()
    rows = list(old.recovery_sheet().rows)
    for number in (2, 5):
        row = rows[number]
        rows[number] = row[:7] + ("A" if row[7] != "A" else "B") + row[8:]
    with pytest.raises(SheetMistyped) as caught:
        new.restore("\n".join(rows))
    assert caught.value.rows == (3, 6)
    for wrong in ("", "\n".join(rows[:7]), "U" * 144):
        with pytest.raises(SheetMistyped):
            new.restore(wrong)
    assert KeyFile(tmp_path / "new", WORDS).public() == former
    assert not (tmp_path / "new" / "former-1").exists()


def test_swapped_rows_are_found(tmp_path):
    keys = KeyFile(tmp_path, WORDS)
    rows = keys.recovery_sheet().rows
    with pytest.raises(SheetMistyped) as caught:
        keys.restore("\n".join((rows[1], rows[0], *rows[2:])))
    assert caught.value.rows == (1, 2)


def test_the_public_tools_know_restored_keys(tmp_path):
    old, new = KeyFile(tmp_path / "old", WORDS), KeyFile(tmp_path / "new", WORDS)
    new.restore(old.recovery_sheet().qr)
    for name in ("age.txt", "minisign.key"):
        assert stat.S_IMODE((tmp_path / "new" / name).stat().st_mode) == 0o600
    command = ("age-keygen", "-y", str(tmp_path / "new" / "age.txt"))
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert out.strip() == old.public().age
    (tmp_path / "f").write_text("x")
    command = ("minisign", "-S", "-s", str(tmp_path / "new" / "minisign.key"))
    subprocess.run((*command, "-m", "f"), check=True, cwd=tmp_path, input=b"\n")
    command = ("minisign", "-Vm", "f", "-P", old.public().minisign)
    subprocess.run(command, check=True, cwd=tmp_path, capture_output=True)


def test_the_recovery_key_of_the_region_opens_what_was_sealed_for_it(tmp_path):
    region = KeyFile(tmp_path / "region", WORDS)
    school = KeyFile(tmp_path / "school", WORDS)
    stick = tmp_path / "stick" / "recovery.txt"
    recipient = region.make_recovery(stick)
    package = seal.seal(a_header(), a_hand_over(), (recipient,), school)
    assert reader.inspect(package, region).encrypted_for_us is False
    assert region.open_recovery(stick) == recipient
    assert reader.inspect(package, region).content == a_hand_over()
    region.close_recovery()
    assert reader.inspect(package, region).encrypted_for_us is False


def test_a_recovery_key_is_never_overwritten(tmp_path):
    keys = KeyFile(tmp_path / "region", WORDS)
    keys.make_recovery(tmp_path / "recovery.txt")
    before = (tmp_path / "recovery.txt").read_bytes()
    with pytest.raises(FolderNotWritable):
        keys.make_recovery(tmp_path / "recovery.txt")
    assert (tmp_path / "recovery.txt").read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"no key", b"x" * 100_000])
def test_what_is_no_recovery_key_is_refused(tmp_path, content):
    (tmp_path / "r.txt").write_bytes(content)
    with pytest.raises(FileUnreadable):
        KeyFile(tmp_path, WORDS).open_recovery(tmp_path / "r.txt")
