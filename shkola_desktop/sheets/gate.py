"""What is checked of a workbook before any library parses it."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from xml.parsers import expat

from shkola_desktop.domain.errors import InputUnreadable
from shkola_desktop.sheets import faults as f
from shkola_desktop.sheets import limits

ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Old workbooks and encrypted new ones."""
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
COLUMN = re.compile(r"([A-Z]{1,3})\d+")
MERGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
STRANGERS = (
    (re.compile(r"vbaProject|/macrosheets/", re.IGNORECASE), f.BOOK_MACROS),
    (re.compile(r"xl/externalLinks/", re.IGNORECASE), f.BOOK_EXTERNAL),
    (re.compile(r"xl/workbook\.bin$", re.IGNORECASE), f.BOOK_BINARY),
)


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range: rows and columns from 0, both ends within."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class _Counts:
    cells: int = 0
    merges: dict[str, list[Merge]] = field(default_factory=dict[str, list[Merge]])


def check_book(data: bytes, name: str) -> dict[str, list[Merge]]:
    """Return the merged ranges by part, after everything else was checked.

    Raises:
        InputUnreadable: it is no workbook that may be parsed.
    """
    _check_kind(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            _check_parts(infos, name)
            return _check_contents(archive, infos, name)
    except (
        zipfile.BadZipFile,
        zlib.error,
        ValueError,
        EOFError,
        NotImplementedError,
        RuntimeError,  # what zipfile says of a password
        OSError,
    ) as error:
        raise f.fault(name, f.BOOK_BROKEN) from error


def _check_kind(data: bytes, name: str) -> None:
    if not data:
        raise f.fault(name, f.BOOK_EMPTY)
    if data.startswith(OLE_MAGIC):
        raise f.fault(name, f.BOOK_ENCRYPTED if ENCRYPTED in data else f.BOOK_OLD)
    if not data.startswith(ZIP_MAGIC):
        raise f.fault(name, f.BOOK_KIND)


def _check_parts(infos: list[zipfile.ZipInfo], name: str) -> None:
    _check_sizes(infos, name)
    names = [info.filename for info in infos]
    if any(info.flag_bits & 0x1 for info in infos):
        raise f.fault(name, f.BOOK_ENCRYPTED)
    if len({known.casefold() for known in names}) < len(names):
        raise f.fault(name, f.BOOK_BROKEN)
    _check_names(names, name)


def _check_sizes(infos: list[zipfile.ZipInfo], name: str) -> None:
    if len(infos) > limits.MAX_PARTS:
        raise f.fault(name, f.BOOK_TOO_MANY_PARTS, str(len(infos)))
    if sum(info.file_size for info in infos) > limits.MAX_UNPACKED:
        raise f.fault(name, f.BOOK_TOO_LARGE)
    for info in infos:
        large = info.file_size > limits.RATIO_FROM
        if large and info.file_size > limits.MAX_RATIO * max(1, info.compress_size):
            raise f.fault(name, f.BOOK_RATIO)


def _check_names(names: list[str], name: str) -> None:
    for pattern, rule in STRANGERS:
        if any(pattern.search(known) for known in names):
            raise f.fault(name, rule)
    if "mimetype" in names:
        raise f.fault(name, f.BOOK_OPEN_DOCUMENT)
    if "xl/workbook.xml" not in names:
        raise f.fault(name, f.BOOK_KIND)
    sheets = sum(1 for known in names if SHEETS.fullmatch(known))
    if sheets > limits.MAX_SHEETS:
        raise f.fault(name, f.BOOK_SHEETS, str(sheets))


def _check_contents(
    archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], name: str
) -> dict[str, list[Merge]]:
    counts = _Counts()
    for info in infos:
        if not info.filename.lower().endswith((".xml", ".rels", ".vml")):
            continue
        with archive.open(info) as part:
            content = part.read(info.file_size + 1)
        if len(content) > info.file_size:
            raise f.fault(name, f.BOOK_BROKEN)
        sheet = SHEETS.fullmatch(info.filename) is not None
        _check_xml(content, info.filename, name, counts if sheet else None)
    return counts.merges


def _check_xml(content: bytes, part: str, name: str, counts: _Counts | None) -> None:
    """Walk the XML once: no document type, no entities, not too many cells."""
    parser = expat.ParserCreate()

    def refuse(*_declared: object) -> None:
        raise f.fault(name, f.BOOK_ENTITIES)

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    if counts is not None:
        parser.StartElementHandler = _counter(counts, part, name)
    try:
        parser.Parse(content, True)  # expat's last piece
    except expat.ExpatError as error:
        # drawings of old programs are no clean XML, and nobody reads them here
        if not part.lower().endswith(".vml"):
            raise f.fault(name, f.BOOK_BROKEN) from error


class _counter:  # noqa: N801  # used as a function
    """Counts rows, cells and merges of a sheet while expat walks it."""

    def __init__(self, counts: _Counts, part: str, name: str) -> None:
        self._counts = counts
        self._merges = counts.merges.setdefault(part, [])
        self._name = name
        self._rows = 0

    def __call__(self, element: str, attributes: dict[str, str]) -> None:
        tag = element.rpartition(":")[2]
        if tag == "c":
            self._cell(attributes.get("r", ""))
        elif tag == "row":
            self._row(attributes.get("r", ""))
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def _cell(self, place: str) -> None:
        self._counts.cells += 1
        if self._counts.cells > limits.MAX_CELLS:
            raise self._fault(f.SHEET_CELLS, limits.MAX_CELLS)
        found = COLUMN.fullmatch(place)
        if found and _number(found[1]) > limits.MAX_COLUMNS:
            raise self._fault(f.SHEET_COLUMNS, limits.MAX_COLUMNS)

    def _row(self, number: str) -> None:
        self._rows = int(number) if number.isdecimal() else self._rows + 1
        if self._rows > limits.MAX_ROWS:
            raise self._fault(f.SHEET_ROWS, limits.MAX_ROWS)

    def _merge(self, ref: str) -> None:
        found = MERGE.fullmatch(ref)
        if found is None or len(self._merges) >= limits.MAX_MERGES:
            return
        left, top, right, bottom = found.groups()
        self._merges.append(
            Merge(
                int(top) - 1,
                _number(left) - 1,
                min(int(bottom), limits.MAX_ROWS) - 1,
                min(_number(right), limits.MAX_COLUMNS) - 1,
            )
        )

    def _fault(self, rule: str, limit: int) -> InputUnreadable:
        return f.fault(self._name, rule, str(limit))


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
