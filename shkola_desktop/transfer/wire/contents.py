"""Contents ⇄ content.json and the files beside it, for every kind."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType, ModuleType
from typing import Any

import msgspec

from shkola_desktop.domain.contents import KINDS, Content
from shkola_desktop.domain.errors import ContentRefused, PackageDamaged, Problem
from shkola_desktop.domain.package import Header, PackageKind, PublicKeys
from shkola_desktop.transfer import json_gate, layout
from shkola_desktop.transfer.wire import (
    backup,
    bundle,
    enrolment,
    forms_issue,
    gate,
    hand_over,
    part,
    receipt,
    review,
)
from shkola_desktop.transfer.wire.inside import Inside, Members
from shkola_desktop.transfer.wire.terms import KeysWire, Top


@dataclass(frozen=True, slots=True)
class Codec:
    """The functions of one kind's module; the wire type is ``shape``."""

    shape: type[Top]
    to_wire: Callable[[Any, Mapping[str, Any]], Top]
    members: Callable[[Any], dict[str, bytes]]
    expected: Callable[[Any], dict[str, str]]
    faults: Callable[[Any], Iterator[tuple[str, str]]]
    from_wire: Callable[[Any, Inside], Content]


def _codec(module: ModuleType, shape: type[Top]) -> Codec:
    return Codec(
        shape,
        module.to_wire,
        module.members,
        module.expected,
        module.faults,
        module.from_wire,
    )


CODECS: Mapping[PackageKind, Codec] = MappingProxyType(
    {
        PackageKind.DIAGNOSIS: _codec(hand_over, hand_over.DiagnosisContent),
        PackageKind.ENROLMENT: _codec(enrolment, enrolment.EnrolmentContent),
        PackageKind.REVIEW: _codec(review, review.ReviewContent),
        PackageKind.RECEIPT: _codec(receipt, receipt.ReceiptContent),
        PackageKind.PART: _codec(part, part.PartContent),
        PackageKind.BUNDLE: _codec(bundle, bundle.BundleContent),
        PackageKind.FORMS: _codec(forms_issue, forms_issue.FormsContent),
        PackageKind.BACKUP: _codec(backup, backup.BackupContent),
    }
)


def content_of(header: Header, content: Content, keys: PublicKeys) -> bytes:
    """Return content.json: sorted keys, UTF-8, the same bytes every time.

    ``keys`` are the sender's own. What is written was read by the reader's gates.

    Raises:
        ContentRefused: something passes what a package may carry.
        ValueError: the header is of another kind than the content.
    """
    if KINDS[type(content)] is not header.kind:
        raise ValueError(header.kind)
    try:
        wire = CODECS[header.kind].to_wire(content, _top(header, keys))
        data = msgspec.json.encode(wire, order="sorted")
        content_from(data, header.kind)
    except PackageDamaged as damaged:
        raise ContentRefused(damaged.problems) from damaged
    except UnicodeEncodeError as error:
        text = json_gate.shown(error.object)
        problem = Problem(layout.INNER_CONTENT, "", layout.CONTENT_TEXT, text, "")
        raise ContentRefused((problem,)) from error
    return data


def files_of(content: Content) -> dict[str, bytes]:
    """Return the files that lie beside content.json, by name."""
    return CODECS[KINDS[type(content)]].members(content)


def content_from(data: bytes, kind: PackageKind) -> Top:
    """Read content.json.

    Raises:
        PackageDamaged: every fault with its place.
    """
    codec = CODECS[kind]
    found = json_gate.quick(data)
    wire = None if found is None else gate.quickly(found, codec.shape)
    if wire is None:
        # the slow way finds every fault, and has the last word
        wire = gate.converted(json_gate.plain(data), codec.shape)
    problems = tuple(
        Problem(layout.INNER_CONTENT, place, layout.CONTENT_CONTRADICTS, what, "")
        for place, what in islice(codec.faults(wire), layout.MAX_TOLD)
    )
    if problems:
        raise PackageDamaged(problems)
    return wire


def expected_files(wire: Top, kind: PackageKind) -> dict[str, str]:
    """Return the names of the files beside content.json with their hashes, or empty."""
    return CODECS[kind].expected(wire)


def to_domain(wire: Top, kind: PackageKind, members: Members) -> Content:
    """Return the content; big files stay where they are until they are asked for.

    Raises:
        PackageDamaged: a text file is none.
    """
    try:
        return CODECS[kind].from_wire(wire, Inside(members))
    except UnicodeDecodeError as error:
        problem = Problem("", layout.FORM, layout.CONTENT_TEXT, "", "")
        raise PackageDamaged((problem,)) from error


def as_carried(header: Header, content: Content, keys: PublicKeys) -> Content:
    """Return a content as its reader gets it: schools named by codes."""
    wire = content_from(content_of(header, content, keys), header.kind)
    return to_domain(wire, header.kind, _InMemory(files_of(content)))


class _InMemory:
    """Files at hand."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._files)

    def read(self, name: str) -> bytes:
        return self._files[name]


def schema_of(kind: PackageKind) -> bytes:
    """Return the JSON Schema of a kind, as it is shipped."""
    schema = msgspec.json.schema(CODECS[kind].shape)
    return msgspec.json.format(msgspec.json.encode(schema, order="sorted")) + b"\n"


def _top(header: Header, keys: PublicKeys) -> dict[str, Any]:
    return {
        "format": layout.FORMAT,
        "kind": header.kind.value,
        "package": header.id,
        "sender": header.sender,
        "receiver": header.receiver,
        "sequence": header.sequence,
        "form": header.form,
        "keys": KeysWire(keys.age, keys.minisign),
    }
