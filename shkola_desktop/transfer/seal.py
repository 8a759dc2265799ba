"""A content → the bytes of a package: encryption inside, signature outside."""

from collections.abc import Iterator, Mapping, Sequence

import minisign  # pyright: ignore[reportMissingTypeStubs]  # it carries its types inline
import pyrage
from pyrage import passphrase

from shkola_desktop.domain.contents import Content
from shkola_desktop.domain.errors import ContentRefused, Problem
from shkola_desktop.domain.package import Header
from shkola_desktop.transfer import archive, bag, layout
from shkola_desktop.transfer.keys import KeyFile
from shkola_desktop.transfer.wire import contents


def seal(
    header: Header, content: Content, recipients: Sequence[str], keys: KeyFile
) -> bytes:
    """Return the bytes of a package, encrypted for the recipients and ourselves.

    Where the keys hold a secret it is encrypted for these words alone: age allows no
    recipient beside a passphrase. What everybody may read (``layout.SIGNED_ONLY``) is
    signed and not encrypted.

    Raises:
        ContentRefused: something passes what a package may carry.
    """
    inner = inner_archive(header, content, keys)
    name = layout.content_name(header.kind)
    if name == layout.CONTENT:
        inner = (
            passphrase.encrypt(inner, keys.secret)
            if keys.secret
            else _encrypted(inner, (*recipients, keys.public().age))
        )
    files = {**bag.tag_files(header, inner), name: inner}
    signature = keys.signer.sign(
        files[layout.TAG_MANIFEST],
        untrusted_comment="signature of a Shkola package",
        trusted_comment=f"package {header.id} sequence {header.sequence}",
    )
    files[layout.SIGNATURE] = bytes(signature)
    members = {f"{header.id}/{name}": data for name, data in files.items()}
    return archive.pack(members, compress=False)


def inner_archive(header: Header, content: Content, keys: KeyFile) -> bytes:
    """Return the ZIP that lies inside."""
    text = contents.content_of(header, content, keys.public())
    members = {layout.INNER_CONTENT: text, **contents.files_of(content)}
    problems = tuple(_too_large(members))
    if problems:
        raise ContentRefused(problems)
    return archive.pack(members, compress=True)


def _too_large(members: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield what its own reader would refuse."""
    for name, data in members.items():
        if len(data) > layout.limit_of(name):
            yield Problem("", name, layout.ZIP_TOO_LARGE, "", "")
    if len(members) > layout.MAX_INNER_ENTRIES:
        yield Problem("", "", layout.ZIP_TOO_MANY, f"{len(members)}", "")
    # the bag around it and the encryption take a few KB
    if sum(map(len, members.values())) > layout.MAX_PACKAGE - layout.MAX_CONTENT:
        yield Problem("", "", layout.ZIP_TOO_LARGE, "", "")


def _encrypted(data: bytes, recipients: Sequence[str]) -> bytes:
    known = dict.fromkeys(key for key in recipients if key)
    targets = [pyrage.x25519.Recipient.from_str(key) for key in known]
    return pyrage.encrypt(data, targets)


def signed_by(tag_manifest: bytes, signature: bytes, key: str) -> bool:
    """Tell whether a signature over a tag manifest belongs to a public key.

    Raises:
        ValueError: the signature or the key is no such thing.
    """
    try:
        public = minisign.PublicKey.from_base64(key)
        parsed = minisign.Signature.from_bytes(signature)
    except minisign.Error as error:
        raise ValueError(str(error)) from error
    try:
        public.verify(tag_manifest, parsed)
    except minisign.VerifyError:
        return False
    return True
