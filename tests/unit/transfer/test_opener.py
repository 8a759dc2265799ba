"""The door for what comes in: looking, opening, going through a stick."""

import os
from dataclasses import replace

import pytest

from shkola_desktop.domain.addressing import address_of, readdressed
from shkola_desktop.domain.errors import (
    Cancelled,
    FileUnreadable,
    PackageDamaged,
    PackageNotForUs,
    SealBroken,
)
from shkola_desktop.domain.opened import SignatureState
from shkola_desktop.domain.package import PackageKind
from shkola_desktop.transfer import layout, scanning, seal
from shkola_desktop.transfer.opener import PackageOpener
from tests.support.packages import KEY, a_content, a_header

EVERY = pytest.mark.parametrize("kind", PackageKind)


@pytest.fixture
def opener(theirs):
    return PackageOpener(theirs)


@EVERY
def test_looking_shows_the_header_and_trusts_nothing(sealed, opener, tmp_path, kind):
    path = tmp_path / "a.shkola"
    path.write_bytes(sealed(kind))
    looked = opener.look(path)
    assert (looked.header, looked.fault) == (a_header(kind), None)
    assert (looked.path, looked.size) == (str(path), len(sealed(kind)))


def test_looking_at_what_is_no_package_tells_why(opener, tmp_path):
    (tmp_path / "a.shkola").write_text("письмо")
    looked = opener.look(tmp_path / "a.shkola")
    assert looked.header is None
    assert isinstance(looked.fault, PackageDamaged)
    assert isinstance(opener.look(tmp_path / "none").fault, FileUnreadable)
    assert isinstance(opener.look(b"").fault, PackageDamaged)


@EVERY
def test_a_known_sender_is_recognised(sealed, ours, reading, kind):
    opened = PackageOpener(reading(kind)).open(sealed(kind), ours.public())
    assert opened.signature is SignatureState.GOOD
    assert opened.content == a_content(kind, ours.public())
    assert (opened.keys, opened.words) == (ours.public(), ours.fingerprint())


def test_an_unknown_sender_shows_keys_and_words_to_compare(sealed, ours, opener):
    opened = opener.open(sealed(), None)
    assert opened.signature is SignatureState.CARRIED
    assert (opened.keys, opened.words) == (ours.public(), ours.fingerprint())


@EVERY
def test_another_signature_breaks_the_seal(sealed, stranger, reading, kind):
    with pytest.raises(SealBroken) as caught:
        PackageOpener(reading(kind)).open(sealed(kind), stranger.public())
    assert caught.value.signer == a_header(kind).sender


def test_a_package_for_others_is_not_for_us(sealed, ours, stranger):
    with pytest.raises(PackageNotForUs) as caught:
        PackageOpener(stranger).open(sealed(), ours.public())
    assert caught.value.to == "7012"


def test_how_far_it_is_is_told_to_the_end(sealed, opener):
    told = []
    opener.open(sealed(), None, progress=lambda done, total: told.append((done, total)))
    done, total = told[-1]
    assert done == total > 0


@pytest.mark.parametrize("calls", range(8))
def test_opening_can_be_stopped_anywhere(sealed, opener, calls):
    seen = iter([False] * calls + [True] * 1000)
    with pytest.raises(Cancelled):
        opener.open(sealed(), None, stop=lambda: next(seen))


def test_a_bundle_hands_on_the_packages_untouched(sealed, ours, opener):
    inner = sealed()
    content = a_content(PackageKind.BUNDLE, packages={a_header().file_name: inner})
    header = a_header(PackageKind.BUNDLE, receiver="70")
    package = seal.seal(header, content, (), ours)
    bundle = PackageOpener(ours).open(package, ours.public()).content
    (name,) = bundle.packages
    assert name == "701204-0003-0f6b3c52.shkola"
    assert bundle.packages[name] == inner
    assert opener.open(bundle.packages[name], None).header == a_header()


def test_a_bundle_in_a_bundle_is_refused(sealed, ours):
    packages = {"7012-0001-0f6b3c52.shkola": sealed(PackageKind.BUNDLE)}
    content = a_content(PackageKind.BUNDLE, packages=packages)
    package = seal.seal(a_header(PackageKind.BUNDLE), content, (), ours)
    with pytest.raises(PackageDamaged) as caught:
        PackageOpener(ours).open(package, ours.public())
    assert [p.rule for p in caught.value.problems] == [layout.CONTENT_NESTED]


def numbered(ours, sequence, sender="701204"):
    id = f"0f6b3c52-6f0a-4ed7-9a5b-{sequence:012d}"
    header = a_header(PackageKind.RECEIPT, id=id, sender=sender, sequence=sequence)
    return header, seal.seal(header, a_content(PackageKind.RECEIPT), (), ours)


def test_a_stick_is_gone_through_newest_numbers_last(ours, opener, tmp_path):
    for sequence, sender in [(10, "701204"), (9, "701204"), (2, "701205")]:
        header, package = numbered(ours, sequence, sender)
        (tmp_path / header.file_name).write_bytes(package)
    deep = tmp_path / "от района" / "ноябрь"
    deep.mkdir(parents=True)
    (deep / "x.SHKOLA").write_bytes(numbered(ours, 11)[1])
    (tmp_path / "broken.shkola").write_bytes(b"nothing")
    (tmp_path / "half.shkola.part").write_bytes(package)
    (tmp_path / "letter.txt").write_text("")
    (tmp_path / ".Trash-1000").mkdir()
    (tmp_path / ".Trash-1000" / "old.shkola").write_bytes(package)
    scanned = opener.scan(tmp_path)
    numbers = [
        (looked.header.sender, looked.header.sequence)
        for looked in scanned.found
        if looked.header
    ]
    assert numbers == [("701204", 9), ("701204", 10), ("701204", 11), ("701205", 2)]
    assert isinstance(scanned.found[-1].fault, PackageDamaged)
    assert (len(scanned.found), scanned.complete) == (5, True)


def test_what_lies_too_deep_or_is_too_much_is_said(opener, tmp_path, monkeypatch):
    deep = tmp_path.joinpath(*"abcde")
    deep.mkdir(parents=True)
    (deep / "a.shkola").write_bytes(b"")
    scanned = opener.scan(tmp_path)
    assert (scanned.found, scanned.complete) == ((), False)
    monkeypatch.setattr(scanning, "MAX_SEEN", 10)
    for number in range(20):
        (tmp_path / f"{number}.shkola").write_bytes(b"")
    scanned = opener.scan(tmp_path)
    assert (len(scanned.found), scanned.complete) == (10, False)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_are_left_alone(opener, tmp_path):
    (tmp_path / "stick").mkdir()
    (tmp_path / "secret.shkola").write_bytes(b"")
    (tmp_path / "stick" / "a.shkola").symlink_to(tmp_path / "secret.shkola")
    (tmp_path / "stick" / "round").symlink_to(tmp_path / "stick")
    assert opener.scan(tmp_path / "stick").found == ()


def test_a_folder_that_cannot_be_listed_is_told(opener, tmp_path):
    with pytest.raises(FileUnreadable):
        opener.scan(tmp_path / "none")


def test_going_through_a_stick_can_be_stopped(opener, tmp_path):
    (tmp_path / "a.shkola").write_bytes(b"")
    with pytest.raises(Cancelled):
        opener.scan(tmp_path, lambda: True)


def test_a_school_finds_its_own_id_again(sealed, ours, reading):
    kind = PackageKind.REVIEW
    review = PackageOpener(reading(kind)).open(sealed(kind), ours.public()).content
    own = address_of(KEY)
    assert (own.region, own.district, own.code) == ("70", "7012", "701204")

    def change(id):
        return "own id" if address_of(id).same_as(replace(own, region="")) else id

    found = readdressed(review, change)
    assert {entry.school for entry in found.entries} == {"own id"}
    assert {decision.school for decision in found.decisions} == {"own id"}
