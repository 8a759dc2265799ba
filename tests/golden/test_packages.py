"""Packages that were written once: every later program reads them."""

import shutil
from pathlib import Path

import pytest

from shkola_desktop.domain.opened import SignatureState
from shkola_desktop.domain.package import PackageKind
from shkola_desktop.host.assets import text
from shkola_desktop.transfer import json_gate, layout, seal, staging
from shkola_desktop.transfer.keys import KeyFile
from shkola_desktop.transfer.opener import PackageOpener
from shkola_desktop.words.packages import content_words
from tests.support import forgery

GOLDEN = Path(__file__).parent / "packages"
WORDS = tuple(text("words", "ru.txt").split())
EVERY = pytest.mark.parametrize("kind", PackageKind)


@pytest.fixture
def keys(tmp_path):
    """Copies of the keys: nothing here may write into the folder."""

    def call(name):
        shutil.copytree(GOLDEN / name, tmp_path / name)
        return KeyFile(tmp_path / name, WORDS)

    return call


@EVERY
def test_a_golden_package_is_read(keys, kind):
    sender = keys("sender")
    reader = sender if kind is PackageKind.BACKUP else keys("receiver")
    package = GOLDEN / f"{kind}.shkola"
    opened = PackageOpener(reader).open(package, sender.public())
    assert opened.signature is SignatureState.GOOD
    assert (opened.header.kind, opened.header.sequence) == (kind, 3)
    assert (
        content_words(opened.content)
        == {
            PackageKind.DIAGNOSIS: "ответов: 2",
            PackageKind.PART: "ответов: 2",
            PackageKind.ENROLMENT: "Управление образования подключает: "
            "Тихореченская ООШ",
            PackageKind.REVIEW: "1\u00a0решение, 2\u00a0записи замечаний",
            PackageKind.RECEIPT: "отмечено пакетов: 2",
            PackageKind.BUNDLE: "пакетов школ: 1",
            PackageKind.FORMS: "форма tiny@abababababab, выпуск 2",
            PackageKind.BACKUP: "база данных, 25\u00a0Б",
        }[kind]
    )


def test_values_of_a_golden_diagnosis(keys):
    package = GOLDEN / "diagnosis.shkola"
    content = PackageOpener(keys("receiver")).open(package, None).content
    answer = content.diagnosis.answers["a.1.1"]
    assert (answer.option, answer.comment) == ("o1", "Приказ № 5")
    assert content.evidence[answer.evidence[0].hash] == b"order of the school"
    assert content.school.id == "70/7012/701204"
    assert content.programme.deficits[0].measures[0].text == "Утвердить положение"
    assert content.entries[0].text == "Нет приказа."


def test_the_package_in_the_golden_bundle_is_the_golden_one(keys):
    receiver = keys("receiver")
    bundle = PackageOpener(receiver).open(GOLDEN / "bundle.shkola", None).content
    (package,) = bundle.packages.values()
    assert package == (GOLDEN / "diagnosis.shkola").read_bytes()


def test_the_recovery_key_opens_what_was_sent_inside_the_region(keys, tmp_path):
    region = KeyFile(tmp_path / "region", WORDS)
    region.open_recovery(GOLDEN / "recovery.txt")
    for kind in set(PackageKind) - {PackageKind.BACKUP}:
        assert PackageOpener(region).open(GOLDEN / f"{kind}.shkola", None).content


@EVERY
def test_the_kept_text_is_what_lies_inside(keys, kind):
    sender = keys("sender")
    members = forgery.members_of((GOLDEN / f"{kind}.shkola").read_bytes())
    name = layout.content_name(kind)
    spool = staging.Spool()
    spool.file.write(members[name])
    if name == layout.CONTENT:
        own = sender.identities
        spool = staging.decrypted(spool, own, "", lambda: False)
    inside = staging.unpacked(spool)
    kept = (GOLDEN / f"{kind}.json").read_bytes()
    assert inside.read(layout.INNER_CONTENT) == kept
    assert json_gate.plain(kept)["kind"] == kind
    manifest, signature = members[layout.TAG_MANIFEST], members[layout.SIGNATURE]
    assert seal.signed_by(manifest, signature, sender.public().minisign)
