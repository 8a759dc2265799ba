"""Look into a package: every layer checked, every fault listed, nothing written."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import msgspec

from shkola_desktop.domain.errors import (
    FileUnreadable,
    PackageDamaged,
    PackageNotForUs,
    Problem,
)
from shkola_desktop.domain.package import Header
from shkola_desktop.transfer import archive, bag, layout, seal, wire
from shkola_desktop.transfer.keys import KeyFile


class Signature(Enum):
    """What is known of the signature."""

    GOOD = "good"
    WRONG = "wrong"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a package is and everything that is wrong with it. Size in bytes."""

    size: int
    header: Header | None
    signature: Signature
    content: wire.DiagnosisContent | None
    encrypted_for_us: bool | None
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """True where no fault was found in what could be checked."""
        return not self.problems


def read_package(path: Path) -> bytes:
    """Return the bytes of a package within the size limit.

    Raises:
        FileUnreadable: the file cannot be read.
        PackageDamaged: it is larger than any package of ours.
    """
    try:
        if path.stat().st_size > layout.MAX_PACKAGE:
            problem = Problem("", path.name, layout.ZIP_TOO_LARGE, "", "")
            raise PackageDamaged((problem,))
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadable(path) from error


def inspect(
    data: bytes, keys: KeyFile | None = None, sender_key: str | None = None
) -> Inspection:
    """Check a package as far as the keys at hand allow.

    Without ``keys`` the content stays closed; without ``sender_key`` (a minisign
    public key) the signature is not checked and says so.

    Raises:
        PackageTooNew: a later format.
    """
    try:
        members = _members(data)
    except PackageDamaged as damaged:
        return _nothing(data, damaged.problems)
    problems = list(bag.bag_problems(members))
    header, faults = bag.header_from(members.get(layout.INFO, b""))
    problems.extend(faults)
    signature, faults = _signature(members, sender_key)
    problems.extend(faults)
    content, for_us = None, None
    if keys is not None and header is not None and layout.CONTENT in members:
        content, for_us, faults = _content(members[layout.CONTENT], header, keys)
        problems.extend(faults)
    return Inspection(len(data), header, signature, content, for_us, tuple(problems))


def _nothing(data: bytes, problems: tuple[Problem, ...]) -> Inspection:
    return Inspection(len(data), None, Signature.UNCHECKED, None, None, problems)


def _members(data: bytes) -> dict[str, bytes]:
    members = archive.unpack(data, archive.OUTER)
    folders = {name.partition("/")[0] for name in members}
    if len(folders) != 1 or any("/" not in name for name in members):
        raise PackageDamaged((Problem("", "", layout.BAG_FOLDER, "", ""),))
    folder = folders.pop()
    inside = {n.removeprefix(f"{folder}/"): data for n, data in members.items()}
    header, _ = bag.header_from(inside.get(layout.INFO, b""))
    if header is not None and header.id != folder:
        raise PackageDamaged((Problem("", folder, layout.BAG_FOLDER, "", ""),))
    return inside


def _signature(
    members: Mapping[str, bytes], sender_key: str | None
) -> tuple[Signature, tuple[Problem, ...]]:
    manifest = members.get(layout.TAG_MANIFEST)
    signature = members.get(layout.SIGNATURE)
    if sender_key is None or manifest is None or signature is None:
        return Signature.UNCHECKED, ()
    try:
        good = seal.signed_by(manifest, signature, sender_key)
    except ValueError:
        rule = layout.SIGNATURE_BROKEN
        return Signature.WRONG, (Problem("", layout.SIGNATURE, rule, "", ""),)
    if good:
        return Signature.GOOD, ()
    rule = layout.SIGNATURE_WRONG
    return Signature.WRONG, (Problem("", layout.SIGNATURE, rule, "", ""),)


def _content(
    data: bytes, header: Header, keys: KeyFile
) -> tuple[wire.DiagnosisContent | None, bool, tuple[Problem, ...]]:
    try:
        opened = seal.open_content(data, keys, header.receiver)
        content = wire.content_from(opened.content)
    except PackageNotForUs:
        return None, False, ()
    except PackageDamaged as damaged:
        return None, True, damaged.problems
    except (msgspec.MsgspecError, RecursionError) as error:
        rule = layout.CONTENT_BROKEN
        problem = Problem("", layout.INNER_CONTENT, rule, str(error), "")
        return None, True, (problem,)
    return content, True, (*_lies(content, header), *_lost(content, opened))


def _lies(content: wire.DiagnosisContent, header: Header) -> tuple[Problem, ...]:
    pairs = (
        ("package", content.package, header.id),
        ("sender", content.sender, header.sender),
        ("receiver", content.receiver, header.receiver),
        ("sequence", content.sequence, header.sequence),
        ("form", content.form, header.form),
    )
    return tuple(
        Problem("", name, layout.CONTENT_LIES, f"{inner}", f"{outer}")
        for name, inner, outer in pairs
        if inner != outer
    )


def _lost(content: wire.DiagnosisContent, opened: seal.Opened) -> tuple[Problem, ...]:
    named = {e.sha256 for a in content.diagnosis.answers for e in a.evidence}
    return tuple(
        Problem("", layout.ATTACHMENTS + hash, layout.ATTACHMENT_MISSING, "", "")
        for hash in sorted(named - set(opened.attachments))
    )
