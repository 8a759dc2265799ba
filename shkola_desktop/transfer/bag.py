"""BagIt 1.0 (RFC 8493): manifests, and the clear header in bag-info.txt."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from shkola_desktop.domain.errors import PackageTooNew, Problem
from shkola_desktop.domain.ids import PackageId
from shkola_desktop.domain.package import Header, PackageKind
from shkola_desktop.transfer import layout
from shkola_desktop.transfer.json_gate import shown

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MAX_NUMBER = 10**9
"""A sequence number: a package a second for thirty years."""
TEXTS = {
    "External-Identifier": re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    "Shkola-From": re.compile("[A-Za-z0-9-]{1,20}"),
    "Shkola-To": re.compile("[A-Za-z0-9-]{1,20}"),
    "Shkola-Form": re.compile("([a-z0-9][a-z0-9.-]{0,59}@[0-9a-f]{12})?"),
}
"""What the texts of the header look like: they go into names of files and tables."""


@dataclass(frozen=True, slots=True)
class Digest:
    """Bytes and SHA-256 of a file that is not held in memory."""

    size: int
    sha256: str

    @classmethod
    def of(cls, data: bytes) -> "Digest":
        """Return the digest of bytes at hand."""
        return cls(len(data), sha256(data).hexdigest())


def tag_files(header: Header, content: bytes) -> dict[str, bytes]:
    """Return every file of the bag but the content and the signature."""
    info = _info(header, content)
    manifest = _manifest({layout.content_name(header.kind): content})
    tags = {
        layout.BAGIT: DECLARATION,
        layout.INFO: info,
        layout.MANIFEST: manifest,
    }
    return {**tags, layout.TAG_MANIFEST: _manifest(tags)}


def header_from(info: bytes) -> tuple[Header | None, tuple[Problem, ...]]:
    """Read bag-info.txt; None with every fault where it is not ours.

    Raises:
        PackageTooNew: a later format.
    """
    fields, problems = _fields(info)
    format = _number(fields.get("Shkola-Format", ""))
    if format is not None and format > layout.FORMAT:
        raise PackageTooNew(format, layout.FORMAT)
    wanted = (
        "External-Identifier",
        "Shkola-Format",
        "Shkola-Kind",
        "Shkola-From",
        "Shkola-To",
        "Shkola-Sequence",
        "Shkola-Last-Received",
        "Shkola-Form",
        "Shkola-Created",
    )
    problems += [
        Problem("", layout.INFO, layout.HEADER_MISSING, key, "")
        for key in wanted
        if key not in fields
    ]
    if problems:
        return None, tuple(problems)
    return _header(fields)


def bag_problems(
    tags: Mapping[str, bytes], content: Mapping[str, Digest], expected: str
) -> Iterator[Problem]:
    """Check declaration, manifests and payload size; every bad file is named.

    ``tags`` are the small files, ``content`` the digests of everything under
    ``data/`` and of what does not belong here; all are named without the bag's own
    folder. ``expected`` is where the content of this kind lies.
    """
    names = {*tags, *content}
    for name in (*layout.TAGS, expected):
        if name not in names:
            yield Problem("", name, layout.BAG_MEMBER_MISSING, "", "")
    for name in sorted(names - {*layout.TAGS, expected}):
        yield Problem("", name, layout.BAG_MEMBER_EXTRA, "", "")
    if tags.get(layout.BAGIT, DECLARATION) != DECLARATION:
        yield Problem("", layout.BAGIT, layout.BAG_DECLARATION, "", "")
    digests = {name: Digest.of(data) for name, data in tags.items()} | dict(content)
    yield from _manifest_problems(tags, digests, layout.MANIFEST, (expected,))
    own = (layout.BAGIT, layout.INFO, layout.MANIFEST)
    yield from _manifest_problems(tags, digests, layout.TAG_MANIFEST, own)
    if expected in content and layout.INFO in tags:
        oxum = _fields(tags[layout.INFO])[0].get("Payload-Oxum")
        if oxum != f"{content[expected].size}.1":
            yield Problem("", layout.INFO, layout.BAG_OXUM, shown(oxum or ""), "")


def _info(header: Header, content: bytes) -> bytes:
    lines = {
        "Bag-Software-Agent": "Shkola Desktop",
        "Bagging-Date": f"{header.created_at:%Y-%m-%d}",
        "External-Identifier": header.id,
        "Payload-Oxum": f"{len(content)}.1",
        "Shkola-Created": header.created_at.isoformat(timespec="seconds"),
        "Shkola-Form": header.form,
        "Shkola-Format": str(layout.FORMAT),
        "Shkola-From": header.sender,
        "Shkola-Kind": header.kind.value,
        "Shkola-Last-Received": str(header.last_received),
        "Shkola-Sequence": str(header.sequence),
        "Shkola-To": header.receiver,
    }
    return "".join(f"{key}: {value}\n" for key, value in lines.items()).encode()


def _manifest(files: Mapping[str, bytes]) -> bytes:
    lines = (f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()


def _fields(info: bytes) -> tuple[dict[str, str], list[Problem]]:
    fields: dict[str, str] = {}
    problems: list[Problem] = []
    for line in info.decode("utf-8", "replace").splitlines()[: layout.MAX_TOLD]:
        key, colon, value = line.partition(":")
        if not colon or key in fields:
            rule = layout.HEADER_WRONG
            problems.append(Problem("", layout.INFO, rule, shown(line), ""))
        fields[key] = value.strip()
    return fields, problems


def _header(fields: Mapping[str, str]) -> tuple[Header | None, tuple[Problem, ...]]:
    sequence = _number(fields["Shkola-Sequence"])
    received = _number(fields["Shkola-Last-Received"])
    created = _moment(fields["Shkola-Created"])
    kinds = {kind.value: kind for kind in PackageKind}
    kind = kinds.get(fields["Shkola-Kind"])
    wrong = [key for key, rule in TEXTS.items() if not rule.fullmatch(fields[key])]
    if sequence is None or received is None or created is None or kind is None or wrong:
        checked = {
            "Shkola-Sequence": sequence,
            "Shkola-Last-Received": received,
            "Shkola-Created": created,
            "Shkola-Kind": kind,
        }
        wrong += [key for key, value in checked.items() if value is None]
        return None, tuple(
            Problem(
                "", layout.INFO, layout.HEADER_WRONG, f"{k}: {shown(fields[k])}", ""
            )
            for k in wrong
        )
    header = Header(
        id=PackageId(fields["External-Identifier"]),
        kind=kind,
        sender=fields["Shkola-From"],
        receiver=fields["Shkola-To"],
        sequence=sequence,
        last_received=received,
        form=fields["Shkola-Form"],
        created_at=created,
    )
    return header, ()


def _manifest_problems(
    tags: Mapping[str, bytes],
    digests: Mapping[str, Digest],
    manifest: str,
    expected: tuple[str, ...],
) -> Iterator[Problem]:
    if manifest not in tags:
        return
    listed: dict[str, str] = {}
    lines = tags[manifest].decode("utf-8", "replace").splitlines()
    for line in lines[: layout.MAX_TOLD]:
        digest, _, name = line.partition("  ")
        if name not in expected or name in listed:
            yield Problem("", manifest, layout.BAG_MANIFEST_BROKEN, shown(line), "")
        listed[name] = digest
    for name in expected:
        if name not in listed:
            yield Problem("", manifest, layout.BAG_MANIFEST_BROKEN, name, "")
        elif name in digests and digests[name].sha256 != listed[name]:
            yield Problem("", name, layout.BAG_MEMBER_CHANGED, "", "")


def _number(text: str) -> int | None:
    if text.isascii() and text.isdigit() and len(text) <= len(str(MAX_NUMBER)):
        return int(text)
    return None


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None
