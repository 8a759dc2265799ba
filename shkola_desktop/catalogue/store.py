"""The folder forms/ as the use cases see it: editions, bank, template."""

from pathlib import Path
from typing import Any

from shkola_desktop.catalogue import convert, loader, rules, schema
from shkola_desktop.catalogue.scenarios import replay
from shkola_desktop.domain.errors import (
    FormError,
    NoSuchEdition,
    Problem,
    ResourceMissing,
)
from shkola_desktop.domain.form import Edition
from shkola_desktop.domain.ids import EditionCode
from shkola_desktop.domain.measures import MeasureBank
from shkola_desktop.domain.programme import ProgrammeTemplate

EDITION = "edition.yaml"


class FormsFolder:
    """Editions and the data beside them, read once and kept."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._packs: dict[str, tuple[str, Edition]] = {}
        self._kept: dict[str, Any] = {}

    def codes(self) -> tuple[EditionCode, ...]:
        """Return every edition of the folder, newest code first."""
        found = [p.parent.name for p in self._root.glob(f"*/{EDITION}")]
        return tuple(EditionCode(name) for name in sorted(found, reverse=True))

    def edition(self, code: EditionCode) -> Edition:
        """Return an edition.

        Raises:
            NoSuchEdition: there is none of this code.
            FormError: its files have faults.
        """
        return self._pack(code)[1]

    def pack_text(self, code: EditionCode) -> str:
        """Return the canonical JSON of an edition; see ``edition`` for errors."""
        return self._pack(code)[0]

    def from_pack(self, text: str) -> Edition:
        """Read an edition from its canonical JSON."""
        return _edition(text)

    def bank(self) -> MeasureBank:
        """Return the bank of measures.

        Raises:
            FormError: the file has faults.
        """
        doc = self._once("measures.yaml", schema.BankDoc)
        return convert.bank_of(doc)

    def template(self) -> ProgrammeTemplate:
        """Return the programme's template.

        Raises:
            FormError: the file has faults.
        """
        doc = self._once("programme.yaml", schema.TemplateDoc)
        return convert.template_of(doc)

    def check(self, folder: Path | None = None) -> tuple[Problem, ...]:
        """Take every file through every gate and replay the scenarios.

        ``folder`` is an edition's folder; without it all of forms/ is checked.
        """
        findings = loader.Findings(self._words())
        folders = [folder] if folder else [self._root / code for code in self.codes()]
        found = [_check_edition(one, findings) for one in folders]
        if folder is None:
            self._check_common(findings, [edition for edition in found if edition])
        return tuple(findings.problems)

    def _check_common(self, findings: loader.Findings, editions: list[Edition]) -> None:
        indicators = {str(i.code) for edition in editions for i in edition.indicators}
        criteria = {
            str(criterion.code)
            for edition in editions
            for direction in edition.directions
            for criterion in direction.criteria
        }
        read = _reader(self._root)
        bank = loader.load_shape(read, "measures.yaml", schema.BankDoc, findings)
        if bank is not None:
            findings.extend(
                "measures.yaml", rules.bank_faults(bank, indicators, criteria)
            )
        template = loader.load_shape(
            read, "programme.yaml", schema.TemplateDoc, findings
        )
        if template is not None:
            findings.extend("programme.yaml", rules.template_faults(template))

    def _pack(self, code: EditionCode) -> tuple[str, Edition]:
        if code not in self.codes():
            raise NoSuchEdition(code, self.codes())
        if code not in self._packs:
            folder = self._root / code
            text = self._read_pack(folder)
            self._packs[code] = (text, _edition(text))
        return self._packs[code]

    def _read_pack(self, folder: Path) -> str:
        findings = loader.Findings(self._words())
        pack = loader.load_pack(_reader(folder), findings)
        if pack is None:
            raise FormError(tuple(findings.problems))
        return loader.pack_text(pack)

    def _once(self, file: str, shape: type[Any]) -> Any:  # the shape's type
        if file not in self._kept:
            findings = loader.Findings(self._words())
            doc = loader.load_shape(_reader(self._root), file, shape, findings)
            if doc is None:
                raise FormError(tuple(findings.problems))
            self._kept[file] = doc
        return self._kept[file]

    def _words(self) -> loader.Words:
        text = _reader(self._root)("checks.yaml")
        if text is None:
            name = "forms/checks.yaml"
            raise ResourceMissing(name)
        return loader.load_words(text)


def _check_edition(folder: Path, findings: loader.Findings) -> Edition | None:
    own = loader.Findings(findings.words)
    read = _reader(folder)
    pack = loader.load_pack(read, own)
    edition: Edition | None = None
    if pack is not None:
        edition = _edition(loader.pack_text(pack))
        scenarios = loader.load_shape(read, "scenarios.yaml", schema.ScenariosDoc, own)
        if scenarios is not None:
            own.extend("scenarios.yaml", replay(edition, scenarios.scenarios))
    for problem in own.problems:
        name = f"{folder.name}/{problem.file}"
        findings.problems.append(
            Problem(name, problem.place, problem.rule, problem.what, problem.cure)
        )
    return edition


def _edition(text: str) -> Edition:
    pack = loader.pack_from_text(text)
    return convert.edition_of(pack, loader.pack_hash(text))


def _reader(folder: Path) -> loader.ReadText:
    def read(name: str) -> str | None:
        path = folder / name
        try:
            return path.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    return read
