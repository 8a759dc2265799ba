"""A package locked with words: for who knows them, and for no key."""

import re

import pytest

from shkola_desktop.domain.errors import PackageDamaged, PackageNotForUs, SecretWrong
from shkola_desktop.domain.package import PackageKind
from shkola_desktop.transfer import layout, seal, staging
from shkola_desktop.transfer.opener import PackageOpener
from shkola_desktop.transfer.sealer import PackageSealer
from shkola_desktop.transfer.spool import Spool
from tests.support.packages import a_content, a_header

SECRET = "береза окно трактор"  # noqa: S105  # words said by voice
PART = PackageKind.PART


@pytest.fixture(scope="module")
def locked(ours):
    """A part behind the words, made once: it costs a second."""
    content = a_content(PART, ours.public())
    return seal.seal(a_header(PART), content, (), ours.with_secret(SECRET))


def test_the_words_open_it_on_any_computer(locked, theirs, ours):
    opened = PackageOpener(theirs).open(locked, None, secret=SECRET)
    assert opened.content == a_content(PART, ours.public())
    assert opened.keys == ours.public()


@pytest.mark.parametrize("said", ["", "береза окно"])
def test_other_words_do_not(locked, ours, said):
    # not even the keys of the computer that wrote it
    with pytest.raises(SecretWrong):
        PackageOpener(ours).open(locked, None, secret=said)


def test_keys_still_open_what_is_sealed_for_them(sealed, theirs, stranger):
    assert PackageOpener(theirs).open(sealed(), None, secret=SECRET).content
    with pytest.raises(PackageNotForUs):
        PackageOpener(stranger).open(sealed(), None, secret=SECRET)


def test_it_is_written_read_back_and_compared(ours, tmp_path):
    header, content = a_header(PART), a_content(PART, ours.public())
    sealer = PackageSealer(ours).locked_with(SECRET)
    package = sealer.seal(header, content, ())
    path = sealer.write(package, header, content, tmp_path, lambda: False)
    assert path.read_bytes() == package


@pytest.mark.parametrize("factor", [b"21", b"63", b"x"])
def test_a_file_cannot_ask_for_all_the_memory(factor):
    spool = Spool()
    spool.file.write(staging.LOCKED + b"c2FsdHNhbHRzYWx0c2FsdA " + factor)
    spool.file.write(b"\nbody\n--- mac\n")
    with pytest.raises(PackageDamaged) as refused:
        staging.unlocked(spool, SECRET)
    assert refused.value.problems[0].rule == layout.CONTENT_HEADER


def test_fresh_words_come_from_the_list_and_differ(ours):
    made = {ours.fresh_secret(6) for _ in range(20)}
    assert len(made) == 20
    assert all(len(words) == 6 for words in made)
    assert all(re.fullmatch(r"word\d+", word) for words in made for word in words)
