"""Look into a package: every layer checked, every fault listed, nothing written."""

import io
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from shkola_desktop.domain.contents import Content
from shkola_desktop.domain.errors import (
    FileUnreadable,
    PackageDamaged,
    PackageNotForUs,
    PackageTooNew,
    Problem,
)
from shkola_desktop.domain.opened import SignatureState
from shkola_desktop.domain.package import Header, PackageKind, PublicKeys
from shkola_desktop.transfer import archive, bag, layout, seal, staging
from shkola_desktop.transfer.archive import Archive
from shkola_desktop.transfer.keys import KeyFile
from shkola_desktop.transfer.spool import Spool
from shkola_desktop.transfer.staging import Progress, Stop
from shkola_desktop.transfer.wire import contents
from shkola_desktop.transfer.wire.terms import Top

Source = Path | bytes
"""A file, or a package out of a bundle."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a package is and everything that is wrong with it. Size in bytes."""

    size: int
    header: Header | None
    signature: SignatureState
    content: Content | None
    encrypted_for_us: bool | None
    problems: tuple[Problem, ...]
    sha256: str = ""
    keys: PublicKeys | None = None
    """The sender's keys as the package carries them."""

    @property
    def sound(self) -> bool:
        """True where no fault was found in what could be checked."""
        return not self.problems


def never() -> bool:
    """Go on: nobody can stop it."""
    return False


def silent(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def header_of(source: Source) -> tuple[int, Header]:
    """Return size and header; nothing else of the package is looked at.

    Raises:
        FileUnreadable, PackageDamaged, PackageTooNew.
    """
    with _opened(source) as (file, size):
        return size, _header_in(file)


def inspect(
    source: Source,
    keys: KeyFile | None = None,
    sender_key: str | None = None,
    stop: Stop = never,
    progress: Progress = silent,
) -> Inspection:
    """Check a package as far as the keys at hand allow.

    Without ``keys`` an encrypted content stays closed. ``sender_key`` is a minisign
    public key; without it the signature is checked against the keys that the content
    carries, or not at all where it stays closed. What is locked with words opens with
    the secret of ``keys``.

    Raises:
        FileUnreadable: the file cannot be read.
        PackageTooNew: a later format.
        SecretWrong: it is locked with words, and the keys hold other ones.
        Cancelled: the person stopped it.
    """
    with _opened(source) as (file, size):
        digest = _digest(file, stop)
        nothing = Inspection(
            size, None, SignatureState.UNCHECKED, None, None, (), digest
        )
        try:
            outer = Archive(file, archive.OUTER)
            tags, header, problems = _tags(outer)
        except PackageDamaged as damaged:
            return replace(nothing, problems=damaged.problems)
        try:
            spool, faults = _content_of(outer, tags, header, stop, progress)
        except PackageDamaged as damaged:
            return replace(nothing, header=header, problems=damaged.problems)
    problems += faults
    signature, faults = _signature(tags, sender_key)
    problems += faults
    found = replace(
        nothing, header=header, signature=signature, problems=tuple(problems)
    )
    if problems or header is None or spool is None:
        return found
    return _carried(_inside(found, header, spool, keys, stop), tags)


@contextmanager
def _opened(source: Source) -> Generator[tuple[BinaryIO, int]]:
    if isinstance(source, bytes):
        _require_size("", len(source))
        yield io.BytesIO(source), len(source)
        return
    try:
        with source.open("rb") as file:
            size = file.seek(0, 2)
            _require_size(source.name, size)
            yield file, size
    except (OSError, ValueError) as error:  # ValueError: NUL in the name
        raise FileUnreadable(source) from error


def _require_size(name: str, size: int) -> None:
    if size > layout.MAX_PACKAGE:
        raise PackageDamaged((Problem("", name, layout.ZIP_TOO_LARGE, "", ""),))


def _digest(file: BinaryIO, stop: Stop) -> str:
    digest = sha256()
    file.seek(0)
    while piece := file.read(archive.CHUNK):
        staging.stop_here(stop)
        digest.update(piece)
    return digest.hexdigest()


def _header_in(file: BinaryIO) -> Header:
    _, header, problems = _tags(Archive(file, archive.OUTER))
    if header is None:
        raise PackageDamaged(tuple(problems))
    return header


def _tags(outer: Archive) -> tuple[dict[str, bytes], Header | None, list[Problem]]:
    """Return the small files by their names in the bag, and the header."""
    folder = _folder(outer)
    tags: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name in layout.TAGS:
        full = f"{folder}/{name}"
        if full not in outer.names:
            continue
        if outer.size(full) > layout.MAX_TAG:
            problems.append(Problem("", name, layout.ZIP_TOO_LARGE, "", ""))
            continue
        try:
            tags[name] = outer.read(full)
        except PackageDamaged as damaged:
            problems.extend(damaged.problems)
    header, faults = bag.header_from(tags.get(layout.INFO, b""))
    problems.extend(faults)
    if header is not None and header.id != folder:
        problems.append(Problem("", folder, layout.BAG_FOLDER, "", ""))
    return tags, header, problems


def _folder(outer: Archive) -> str:
    folders = {name.partition("/")[0] for name in outer.names}
    if len(folders) != 1 or any("/" not in name for name in outer.names):
        raise PackageDamaged((Problem("", "", layout.BAG_FOLDER, "", ""),))
    return folders.pop()


def _content_of(
    outer: Archive,
    tags: dict[str, bytes],
    header: Header | None,
    stop: Stop,
    progress: Progress,
) -> tuple[Spool | None, list[Problem]]:
    """Copy the content out of the bag and check every manifest."""
    folder = _folder(outer)
    expected = layout.content_name(header.kind) if header else layout.CONTENT
    spool: Spool | None = None
    digests: dict[str, bag.Digest] = {}
    problems: list[Problem] = []
    for full in sorted(outer.names):
        name = full.removeprefix(f"{folder}/")
        if name in layout.TAGS:
            continue
        if name != expected:
            digests[name] = bag.Digest(outer.size(full), "")
            continue
        try:
            spool, digests[name] = staging.staged(outer, full, stop, progress)
        except PackageDamaged as damaged:
            digests[name] = bag.Digest(outer.size(full), "")
            problems.extend(damaged.problems)
    problems.extend(bag.bag_problems(tags, digests, expected))
    return spool, problems


def _signature(
    tags: dict[str, bytes], sender_key: str | None
) -> tuple[SignatureState, list[Problem]]:
    manifest = tags.get(layout.TAG_MANIFEST)
    signature = tags.get(layout.SIGNATURE)
    if sender_key is None or manifest is None or signature is None:
        return SignatureState.UNCHECKED, []
    try:
        good = seal.signed_by(manifest, signature, sender_key)
    except ValueError:
        rule = layout.SIGNATURE_BROKEN
        return SignatureState.WRONG, [Problem("", layout.SIGNATURE, rule, "", "")]
    if good:
        return SignatureState.GOOD, []
    rule = layout.SIGNATURE_WRONG
    return SignatureState.WRONG, [Problem("", layout.SIGNATURE, rule, "", "")]


def _inside(
    found: Inspection, header: Header, spool: Spool, keys: KeyFile | None, stop: Stop
) -> Inspection:
    """Open the content as far as the keys allow and check it."""
    for_us: bool | None = None
    if layout.content_name(header.kind) == layout.CONTENT:
        if keys is None:
            return found
        try:
            if staging.locked(spool):
                if not keys.secret:
                    return replace(found, encrypted_for_us=False)
                spool = staging.unlocked(spool, keys.secret)
            else:
                spool = staging.decrypted(spool, keys.identities, header.receiver, stop)
        except PackageNotForUs:
            return replace(found, encrypted_for_us=False)
        except PackageDamaged as damaged:
            return replace(found, problems=damaged.problems)
        for_us = True
    found = replace(found, encrypted_for_us=for_us)
    try:
        inside = staging.unpacked(spool)
        wire = _wire(inside, header)
        problems = [*_lies(wire, header), *_files(inside, wire, header, stop)]
        content = (
            contents.to_domain(wire, header.kind, inside) if not problems else None
        )
    except PackageDamaged as damaged:
        return replace(found, problems=damaged.problems)
    carried = PublicKeys(wire.keys.age, wire.keys.minisign)
    return replace(found, keys=carried, content=content, problems=tuple(problems))


def _carried(found: Inspection, tags: dict[str, bytes]) -> Inspection:
    """Check the signature against the package's own keys where no others are known."""
    if found.signature is not SignatureState.UNCHECKED or found.keys is None:
        return found
    state, problems = _signature(tags, found.keys.minisign)
    if state is SignatureState.GOOD:
        return replace(found, signature=SignatureState.CARRIED)
    return replace(
        found, signature=state, content=None, problems=(*found.problems, *problems)
    )


def _wire(inside: Archive, header: Header) -> Top:
    if layout.INNER_CONTENT not in inside.names:
        rule = layout.BAG_MEMBER_MISSING
        raise PackageDamaged((Problem("", layout.INNER_CONTENT, rule, "", ""),))
    if inside.size(layout.INNER_CONTENT) > layout.MAX_CONTENT:
        rule = layout.CONTENT_LARGE
        raise PackageDamaged((Problem("", layout.INNER_CONTENT, rule, "", ""),))
    return contents.content_from(inside.read(layout.INNER_CONTENT), header.kind)


def _files(inside: Archive, wire: Top, header: Header, stop: Stop) -> list[Problem]:
    expected = contents.expected_files(wire, header.kind)
    problems = staging.file_problems(inside, expected, stop)
    if header.kind is PackageKind.BUNDLE and not problems:
        problems = staging.kind_problems(inside, _kind_in, stop)
    return problems


def _kind_in(file: BinaryIO) -> PackageKind | None:
    try:
        return _header_in(file).kind
    except (PackageDamaged, PackageTooNew):
        return None


def _lies(wire: Top, header: Header) -> tuple[Problem, ...]:
    pairs: tuple[tuple[str, object, object], ...] = (
        ("kind", wire.kind, header.kind.value),
        ("package", wire.package, header.id),
        ("sender", wire.sender, header.sender),
        ("receiver", wire.receiver, header.receiver),
        ("sequence", wire.sequence, header.sequence),
        ("form", wire.form, header.form),
    )
    return tuple(
        Problem("", name, layout.CONTENT_LIES, f"{inner}", f"{outer}")
        for name, inner, outer in pairs
        if inner != outer
    )
