"""Texts of files → shapes, through the gates, with every fault in words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import msgspec

from shkola_desktop.catalogue import rules, schema, shape_gate, yaml_gate
from shkola_desktop.domain.errors import Problem

Words = Mapping[str, schema.WordsDoc]
ReadText = Callable[[str], str | None]
"""File name inside a folder → its text, or None where there is no such file."""


@dataclass(slots=True)
class Findings:
    """Problems found so far, put into words as they come."""

    words: Words
    problems: list[Problem] = field(default_factory=list[Problem])

    def add(self, file: str, place: str, rule: str, details: Mapping[str, str]) -> None:
        """Keep one problem."""
        known = self.words.get(rule)
        what = known.what if known else rule
        cure = known.cure if known else ""
        for name, value in details.items():
            what = what.replace("{" + name + "}", value)
            cure = cure.replace("{" + name + "}", value)
        self.problems.append(Problem(file, place, rule, what, cure))

    def extend(self, file: str, faults: Iterable[shape_gate.Fault]) -> None:
        """Keep the faults of a file."""
        for place, rule, details in faults:
            self.add(file, place, rule, details)


def load_words(text: str) -> Words:
    """Return the words of the checker's rules: ``forms/checks.yaml``."""
    value = yaml_gate.read(text)
    return msgspec.convert(value, type=dict[str, schema.WordsDoc])


def load_shape(
    read: ReadText, file: str, shape: type[Any], findings: Findings
) -> Any | None:  # the shape's type
    """Take one file through the first two gates; None where it does not pass."""
    text = read(file)
    if text is None:
        findings.add(file, "", "file-missing", {"file": file})
        return None
    try:
        value = yaml_gate.read(text)
    except yaml_gate.Refused as refused:
        findings.add(file, refused.place, refused.rule, refused.details)
        return None
    faults = shape_gate.faults(value, shape)
    findings.extend(file, faults)
    return None if faults else shape_gate.converted(value, shape)


def load_pack(read: ReadText, findings: Findings) -> schema.PackDoc | None:
    """Read an edition's folder; None where something is wrong.

    The rules are checked as far as the files before them allow, so that one
    run names as many faults as can be known.
    """
    before = len(findings.problems)
    edition: schema.EditionDoc | None = load_shape(
        read, "edition.yaml", schema.EditionDoc, findings
    )
    if edition is None:
        return None
    findings.extend("edition.yaml", rules.edition_faults(edition))
    directions: list[schema.DirectionDoc] = []
    for file in edition.files:
        if "/" in file or "\\" in file or file.startswith("."):
            findings.add("edition.yaml", "files", "file-name", {"file": file})
            continue
        direction = load_shape(read, file, schema.DirectionDoc, findings)
        if direction is not None:
            findings.extend(file, rules.direction_faults(direction, edition))
            directions.append(direction)
    pack = schema.PackDoc(edition, directions)
    findings.extend("edition.yaml", rules.pack_faults(pack))
    return pack if len(findings.problems) == before else None


def pack_text(pack: schema.PackDoc) -> str:
    """Return the canonical JSON of a pack: sorted keys, no formatting."""
    return msgspec.json.encode(pack, order="sorted").decode()


def pack_from_text(text: str) -> schema.PackDoc:
    """Read a canonical text back; it was checked when it was made."""
    return msgspec.json.decode(text, type=schema.PackDoc)


def pack_hash(text: str) -> str:
    """Return the content hash of a canonical text, 64 hexadecimal digits."""
    return sha256(text.encode()).hexdigest()
