"""A hand-over ⇄ the bytes of a package: encryption inside, signature outside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

import minisign  # pyright: ignore[reportMissingTypeStubs]  # it carries its types inline
import pyrage

from shkola_desktop.domain.errors import PackageDamaged, PackageNotForUs, Problem
from shkola_desktop.domain.package import HandOver, Header
from shkola_desktop.transfer import archive, bag, layout, wire
from shkola_desktop.transfer.keys import KeyFile


@dataclass(frozen=True, slots=True)
class Opened:
    """The content of a package after decryption, every hash checked."""

    content: bytes
    attachments: Mapping[str, bytes]
    form: Mapping[str, bytes]


def seal(
    header: Header, hand_over: HandOver, recipients: Sequence[str], keys: KeyFile
) -> bytes:
    """Return the bytes of a package, encrypted for the recipients and ourselves."""
    known = dict.fromkeys((*recipients, keys.public().age))
    targets = [pyrage.x25519.Recipient.from_str(key) for key in known]
    content = pyrage.encrypt(inner_archive(header, hand_over), targets)
    files = {**bag.tag_files(header, content), layout.CONTENT: content}
    signature = keys.signer.sign(
        files[layout.TAG_MANIFEST],
        untrusted_comment="signature of a Shkola package",
        trusted_comment=f"package {header.id} sequence {header.sequence}",
    )
    files[layout.SIGNATURE] = bytes(signature)
    members = {f"{header.id}/{name}": data for name, data in files.items()}
    return archive.pack(members, compress=False)


def inner_archive(header: Header, hand_over: HandOver) -> bytes:
    """Return the ZIP that lies inside the encryption."""
    attachments = {
        f"{layout.ATTACHMENTS}{hash}": data for hash, data in hand_over.evidence.items()
    }
    pack_name = hand_over.pack_id.replace("@", "-")
    return archive.pack(
        {
            layout.INNER_CONTENT: wire.content_of(header, hand_over),
            f"{layout.FORM}{pack_name}.json": hand_over.pack_text.encode(),
            **attachments,
        },
        compress=True,
    )


def open_content(content: bytes, keys: KeyFile, to: str) -> Opened:
    """Decrypt and unpack ``data/content.age``.

    Raises:
        PackageNotForUs: none of our keys opens it.
        PackageDamaged: every fault inside.
    """
    try:
        inner = pyrage.decrypt(content, [keys.identity])
    except pyrage.DecryptError as error:
        if not content.startswith(b"age-encryption.org/v1\n"):
            problem = Problem("", layout.CONTENT, layout.CONTENT_BROKEN, "", "")
            raise PackageDamaged((problem,)) from error
        raise PackageNotForUs(to) from error
    members = archive.unpack(inner, archive.INNER)
    if layout.INNER_CONTENT not in members:
        problem = Problem("", layout.INNER_CONTENT, layout.BAG_MEMBER_MISSING, "", "")
        raise PackageDamaged((problem,))
    attachments = _under(members, layout.ATTACHMENTS)
    changed = tuple(
        Problem("", layout.ATTACHMENTS + name, layout.ATTACHMENT_CHANGED, "", "")
        for name, data in attachments.items()
        if sha256(data).hexdigest() != name
    )
    if changed:
        raise PackageDamaged(changed)
    form = _under(members, layout.FORM)
    return Opened(members[layout.INNER_CONTENT], attachments, form)


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


def _under(members: Mapping[str, bytes], folder: str) -> dict[str, bytes]:
    return {
        name.removeprefix(folder): data
        for name, data in members.items()
        if name.startswith(folder)
    }
