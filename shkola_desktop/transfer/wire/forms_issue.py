"""``forms``: a form pack, the bank and the template from the region."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from types import MappingProxyType
from typing import Annotated, Any, Literal

from msgspec import Meta

from shkola_desktop.domain.contents import FormsIssue
from shkola_desktop.transfer import layout
from shkola_desktop.transfer.wire.inside import Inside
from shkola_desktop.transfer.wire.terms import Number, PackId, Prose, Sha256, Top, Wire

MAX_SHEETS = 2
"""Files beside the pack: the bank of measures and the programme's template."""


class SheetWire(Wire):
    """A file beside the pack; its text lies under files/<name>."""

    name: Literal["measures.yaml", "programme.yaml"]
    sha256: Sha256


class FormsContent(Top, kw_only=True):
    """content.json of the kind ``forms``."""

    pack: PackId
    version: Number
    notes: Prose
    files: Annotated[tuple[SheetWire, ...], Meta(max_length=MAX_SHEETS)]


def to_wire(content: FormsIssue, top: Mapping[str, Any]) -> FormsContent:
    """Put the content into its shape."""
    files = {name: text.encode() for name, text in sorted(content.files.items())}
    return FormsContent(
        **top,
        pack=content.pack_id,
        version=content.version,
        notes=content.notes,
        files=tuple(
            SheetWire(name, sha256(data).hexdigest())  # pyright: ignore[reportArgumentType]  # the gate checks the name
            for name, data in files.items()
        ),
    )


def members(content: FormsIssue) -> dict[str, bytes]:
    """Return the files beside content.json."""
    sheets = {layout.FILES + n: text.encode() for n, text in content.files.items()}
    return {**sheets, layout.form_member(content.pack_id): content.pack_text.encode()}


def expected(wire: FormsContent) -> dict[str, str]:
    """Return the names of these files with their hashes, empty where none is told."""
    sheets = {layout.FILES + file.name: file.sha256 for file in wire.files}
    return {**sheets, layout.form_member(wire.pack): ""}


def faults(wire: FormsContent) -> Iterator[tuple[str, str]]:
    """Yield place and what is wrong of everything that contradicts itself."""
    names = [file.name for file in wire.files]
    if len(names) != len(set(names)):
        yield "files", names[0]


def from_wire(wire: FormsContent, inside: Inside) -> FormsIssue:
    """Return the content."""
    texts = {file.name: inside.text(layout.FILES + file.name) for file in wire.files}
    return FormsIssue(
        pack_id=wire.pack,
        pack_text=inside.text(layout.form_member(wire.pack)),
        version=wire.version,
        notes=wire.notes,
        files=MappingProxyType(texts),
    )
