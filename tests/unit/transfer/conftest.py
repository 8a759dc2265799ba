"""Two sides, and a package of every kind from the one to the other."""

import pytest

from shkola_desktop.domain.package import PackageKind
from shkola_desktop.transfer import seal
from shkola_desktop.transfer.keys import KeyFile
from tests.support.packages import a_content, a_header

WORDS = tuple(f"word{n}" for n in range(256))


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    """Keys of the sender of everything here."""
    return KeyFile(tmp_path_factory.mktemp("ours"), WORDS)


@pytest.fixture(scope="module")
def theirs(tmp_path_factory):
    """Keys of the receiver."""
    return KeyFile(tmp_path_factory.mktemp("theirs"), WORDS)


@pytest.fixture
def stranger(tmp_path):
    """Keys of somebody else."""
    return KeyFile(tmp_path / "stranger", WORDS)


@pytest.fixture(scope="module")
def sealed(ours, theirs):
    """Return the package of a kind, made once."""
    made = {}

    def call(kind=PackageKind.DIAGNOSIS):
        if kind not in made:
            recipients = () if kind is PackageKind.BACKUP else (theirs.public().age,)
            content = a_content(kind, ours.public())
            made[kind] = seal.seal(a_header(kind), content, recipients, ours)
        return made[kind]

    return call


@pytest.fixture(scope="module")
def reading(ours, theirs):
    """Return the keys that open a kind: a copy of the workspace only its own."""
    return lambda kind: ours if kind is PackageKind.BACKUP else theirs
