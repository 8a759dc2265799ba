"""Any bytes into every layer of the reader: a refusal is right, a crash is not.

The first byte chooses the layer, because no chance change of a package gets past its
signature; the second one the kind. The rest goes in.
"""

import io
from pathlib import Path

from shkola_desktop.domain.errors import ShkolaError
from shkola_desktop.domain.package import PackageKind
from shkola_desktop.transfer import archive, bag, key_sheet, layout, staging
from shkola_desktop.transfer.archive import Archive
from shkola_desktop.transfer.keys import KeyFile
from shkola_desktop.transfer.opener import PackageOpener
from shkola_desktop.transfer.wire import contents
from shkola_desktop.words.messages import message_for
from shkola_desktop.words.packages import content_words
from tests.support import forgery

GOLDEN = Path(__file__).parents[1] / "golden"
PACKAGES = GOLDEN / "packages"
CORPUS = GOLDEN / "corpus"
KINDS = tuple(PackageKind)
WORDS = tuple(f"word{n}" for n in range(256))


class AnyFiles:
    """Whatever file is asked for is there."""

    names = frozenset({"attachments/00", "packages/a.shkola"})

    def read(self, name):
        return f"text of {name}".encode()


class Layers:
    """The reader of one side, fed layer by layer."""

    def __init__(self, keys=None):
        self._opener = PackageOpener(keys or KeyFile(PACKAGES / "receiver", WORDS))
        self._doors = (
            self.package,
            self.content,
            self.inside,
            self.header,
            self.encrypted,
            self.sheet,
        )

    def feed(self, data):
        """Put bytes in; every refusal has words, anything else goes up."""
        if len(data) < 2:
            return
        door = self._doors[data[0] % len(self._doors)]
        try:
            door(KINDS[data[1] % len(KINDS)], data[2:])
        except ShkolaError as error:
            message = message_for(error)
            assert message.sentence
            assert len(message.details) <= layout.MAX_TOLD * 3

    def package(self, _kind, data):
        self._opener.look(data)
        self._opener.open(data, None)

    def content(self, kind, data):
        wire = contents.content_from(data, kind)
        contents.expected_files(wire, kind)
        content_words(contents.to_domain(wire, kind, AnyFiles()))

    def inside(self, _kind, data):
        found = Archive(io.BytesIO(data), archive.INNER)
        expected = dict.fromkeys(found.names, "")
        staging.file_problems(found, expected, lambda: False)

    def header(self, _kind, data):
        bag.header_from(data)
        tags = {layout.INFO: data, layout.MANIFEST: data}
        list(bag.bag_problems(tags, {}, layout.CONTENT))

    def encrypted(self, _kind, data):
        spool = staging.Spool()
        spool.file.write(data)
        staging.decrypted(spool, self._opener._keys.identities, "", lambda: False)

    def sheet(self, _kind, data):
        key_sheet.secrets_from(data.decode("utf-8", "replace"))


def seeds():
    """Return a whole example for every layer and kind, out of the golden packages."""
    found = []
    for number, kind in enumerate(KINDS):
        package = (PACKAGES / f"{kind}.shkola").read_bytes()
        files = forgery.members_of(package)
        text = (PACKAGES / f"{kind}.json").read_bytes()
        inner = archive.pack({layout.INNER_CONTENT: text}, compress=True)
        encrypted = files.get(layout.CONTENT, b"age-encryption.org/v1\n")
        layers = (package, text, inner, files[layout.INFO], encrypted, b"0" * 144)
        found += [bytes((door, number)) + data for door, data in enumerate(layers)]
    return found


def kept():
    """Return what fuzzing found worth keeping, by name."""
    return {path.name: path.read_bytes() for path in sorted(CORPUS.glob("*"))}
