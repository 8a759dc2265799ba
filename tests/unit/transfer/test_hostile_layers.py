"""Bag, signature and encryption changed on the way; no byte of it is written."""

import json
import tempfile
from random import Random

import pytest

from shkola_desktop.domain.errors import (
    PackageDamaged,
    PackageNotForUs,
    PackageTooNew,
    SealBroken,
    ShkolaError,
)
from shkola_desktop.domain.package import PackageKind
from shkola_desktop.transfer import archive, layout, reader, spool
from shkola_desktop.transfer.opener import PackageOpener
from tests.support import forgery
from tests.support.packages import a_content, a_header

EVERY = pytest.mark.parametrize("kind", PackageKind)


@EVERY
def test_a_bit_anywhere_is_found_or_carries_nothing(sealed, ours, reading, kind):
    """Flip a bit in every region: names, tables, header, manifests, content."""
    package = sealed(kind)
    opener = PackageOpener(reading(kind))
    step = max(1, len(package) // 300)
    chance = Random(5)  # noqa: S311  # the same places every time
    harmless = 0
    for start in range(0, len(package), step):
        broken = bytearray(package)
        place = min(start + chance.randrange(step), len(package) - 1)
        broken[place] ^= 1 << chance.randrange(8)
        try:
            opened = opener.open(bytes(broken), ours.public())
        except ShkolaError:
            continue
        # dates and rights in the ZIP's own tables carry nothing of ours
        harmless += 1
        assert opened.header == a_header(kind)
        assert opened.content == a_content(kind, ours.public())
    assert harmless < 120


@EVERY
def test_a_cut_package_is_damaged(sealed, ours, reading, kind):
    package = sealed(kind)
    opener = PackageOpener(reading(kind))
    for length in range(0, len(package), max(1, len(package) // 60)):
        with pytest.raises(PackageDamaged):
            opener.open(package[:length], ours.public())


@EVERY
def test_a_stripped_signature(sealed, ours, reading, kind):
    package = forgery.changed(sealed(kind), **{layout.SIGNATURE: None})
    with pytest.raises(PackageDamaged) as caught:
        PackageOpener(reading(kind)).open(package, ours.public())
    places = [(p.place, p.rule) for p in caught.value.problems]
    assert places == [(layout.SIGNATURE, layout.BAG_MEMBER_MISSING)]


@EVERY
def test_a_signature_of_somebody_else(sealed, ours, stranger, reading, kind):
    package = forgery.signed(forgery.members_of(sealed(kind)), stranger)
    opener = PackageOpener(reading(kind))
    with pytest.raises(SealBroken):
        opener.open(package, ours.public())
    # without known keys those inside count, and they are the sender's
    with pytest.raises(SealBroken):
        opener.open(package, None)


@EVERY
@pytest.mark.parametrize(
    "text", [b"", b"x", b"untrusted comment: a\nRWQ\n", b"\xff" * 90]
)
def test_a_signature_that_is_none(sealed, ours, reading, kind, text):
    package = forgery.changed(sealed(kind), **{layout.SIGNATURE: text})
    with pytest.raises(SealBroken):
        PackageOpener(reading(kind)).open(package, ours.public())
    seen = reader.inspect(package, None, ours.public().minisign)
    assert [p.rule for p in seen.problems] == [layout.SIGNATURE_BROKEN]


@EVERY
def test_a_package_sealed_again_by_another_shows_its_own_words(
    ours, stranger, reading, kind
):
    """A whole new package under the sender's name: only the words give it away."""
    content, files = forgery.inner_of(kind, stranger)
    inner = archive.pack(
        {**files, layout.INNER_CONTENT: json.dumps(content).encode()}, compress=True
    )
    recipient = reading(kind).public().age
    package = forgery.forged(a_header(kind), inner, stranger, (recipient,))
    opener = PackageOpener(reading(kind))
    with pytest.raises(SealBroken):
        opener.open(package, ours.public())
    opened = opener.open(package, None)
    assert opened.words == stranger.fingerprint() != ours.fingerprint()


@EVERY
def test_the_keys_inside_are_those_that_signed(ours, stranger, reading, kind):
    content, files = forgery.inner_of(kind, ours)
    inner = archive.pack(
        {**files, layout.INNER_CONTENT: json.dumps(content).encode()}, compress=True
    )
    recipient = reading(kind).public().age
    package = forgery.forged(a_header(kind), inner, stranger, (recipient,))
    with pytest.raises(SealBroken):
        PackageOpener(reading(kind)).open(package, None)


@EVERY
def test_a_header_that_was_changed(sealed, ours, reading, kind):
    files = forgery.members_of(sealed(kind))
    info = files[layout.INFO].replace(b"Shkola-Sequence: 3", b"Shkola-Sequence: 9")
    package = forgery.changed(sealed(kind), **{layout.INFO: info})
    with pytest.raises(PackageDamaged) as caught:
        PackageOpener(reading(kind)).open(package, ours.public())
    assert [p.rule for p in caught.value.problems] == [layout.BAG_MEMBER_CHANGED]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (b"Kind: diagnosis", b"Kind: letter", layout.HEADER_WRONG),
        (b"From: 701204", b"From: ../../x", layout.HEADER_WRONG),
        (b"To: 7012", b"To: a b", layout.HEADER_WRONG),
        (b"Identifier: 0f6b", b"Identifier: ../.", layout.HEADER_WRONG),
        (b"Sequence: 3", b"Sequence: 99999999999999", layout.HEADER_WRONG),
        (b"Sequence: 3", b"Sequence: -3", layout.HEADER_WRONG),
        (b"Created: 2026", b"Created: x", layout.HEADER_WRONG),
        (b"+00:00", b"", layout.HEADER_WRONG),
        (b"Shkola-Form:", b"Shkola-Farm:", layout.HEADER_MISSING),
        (b"Shkola-To: 7012\n", b"Shkola-To: 7012\nShkola-To: 8\n", layout.HEADER_WRONG),
    ],
)
def test_a_header_that_is_none(sealed, old, new, rule):
    files = forgery.members_of(sealed())
    assert old in files[layout.INFO]
    info = files[layout.INFO].replace(old, new)
    package = forgery.changed(sealed(), **{layout.INFO: info})
    looked = PackageOpener(None).look(package)
    assert looked.header is None
    assert rule in {problem.rule for problem in looked.fault.problems}


@EVERY
def test_a_later_format_asks_for_a_newer_program(sealed, ours, reading, kind):
    files = forgery.members_of(sealed(kind))
    info = files[layout.INFO].replace(b"Format: 1", b"Format: 2")
    package = forgery.changed(sealed(kind), **{layout.INFO: info})
    opener = PackageOpener(reading(kind))
    with pytest.raises(PackageTooNew):
        opener.open(package, ours.public())
    assert isinstance(opener.look(package).fault, PackageTooNew)


@EVERY
def test_the_content_of_one_kind_under_the_name_of_another(ours, kind):
    """Everything is signed well, but the header says another kind."""
    others = [other for other in PackageKind if other is not kind]
    content, files = forgery.inner_of(kind, ours)
    members = {**files, layout.INNER_CONTENT: json.dumps(content).encode()}
    inner = archive.pack(members, compress=True)
    for other in others:
        header = a_header(other, **sides(kind))
        package = forgery.forged(header, inner, ours, (ours.public().age,))
        with pytest.raises(PackageDamaged):
            PackageOpener(ours).open(package, ours.public())


def sides(kind):
    header = a_header(kind)
    return {"sender": header.sender, "receiver": header.receiver, "form": header.form}


def test_encrypted_for_nobody_we_know(sealed, stranger, ours):
    with pytest.raises(PackageNotForUs):
        PackageOpener(stranger).open(sealed(), ours.public())


@pytest.fixture
def watched(tmp_path, monkeypatch):
    """A folder that is both the current and the one for temporary files."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    # everything goes to the disk, where it would be seen
    monkeypatch.setattr(spool, "IN_MEMORY", 1)
    return tmp_path


@EVERY
def test_nothing_is_written_anywhere(sealed, ours, reading, watched, kind):
    path = watched / "a.shkola"
    path.write_bytes(sealed(kind))
    PackageOpener(reading(kind)).open(path, ours.public())
    broken = bytearray(sealed(kind))
    broken[broken.index(b"Bagging-Date")] ^= 1
    with pytest.raises(ShkolaError):
        PackageOpener(reading(kind)).open(bytes(broken), ours.public())
    assert [p.name for p in watched.iterdir()] == ["a.shkola"]
    assert path.read_bytes() == sealed(kind)
