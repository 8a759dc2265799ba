"""Keys: made once, for their owner, in the formats of the public tools."""

import os
import stat
import subprocess

import pytest

from shkola_desktop.domain.errors import FileUnreadable, KeyUnreadable
from shkola_desktop.domain.package import PublicKeys
from shkola_desktop.host.assets import text
from shkola_desktop.transfer.keys import KeyFile

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
