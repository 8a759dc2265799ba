"""The blocks that every document is made of; a PDF is set from them."""

from dataclasses import dataclass
from enum import Enum


class Style(Enum):
    """How a paragraph is set."""

    BODY = "body"
    PLAIN = "plain"
    CENTRED = "centred"
    RIGHT = "right"
    SMALL = "small"
    BULLET = "bullet"
    TITLE = "title"
    SUBTITLE = "subtitle"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; it appears in the contents and the outline.

    ``place`` names what of a programme it heads, such as ``section:about``.
    """

    text: str
    level: int = 1
    place: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a line feed in it starts a new line."""

    text: str
    style: Style = Style.BODY


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``width`` is its share of the whole."""

    title: str
    width: float
    centred: bool = False


class RowKind(Enum):
    """An ordinary row, a heading across all columns, a sum, or a heading with cells.

    A sum stays with the row above it, a heading with the row below.
    """

    PLAIN = "plain"
    SECTION = "section"
    SUBSECTION = "subsection"
    TOTAL = "total"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a heading across has one cell.

    Lines of a cell that begin with a dash, a box or «1)» are set as a list.
    """

    cells: tuple[str, ...]
    kind: RowKind = RowKind.PLAIN


@dataclass(frozen=True, slots=True)
class Table:
    """A table with repeated head; with a caption it is numbered in the document.

    ``foot`` stands under the last row and never on a page without rows.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    headless: bool = False
    foot: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: reached out of possible, last year's where known.

    ``said`` stands beside it in place of «12 из 20 (60 %)».
    """

    label: str
    value: int
    maximum: int
    before: int | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class BarChart:
    """Horizontal bars that survive black-and-white printing."""

    bars: tuple[Bar, ...]
    caption: str


@dataclass(frozen=True, slots=True)
class Turn:
    """A new page, in landscape or back in portrait."""

    landscape: bool


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty space in millimetres."""

    height: float


@dataclass(frozen=True, slots=True)
class PageFoot:
    """The last lines of a page: they stand at its very bottom."""

    text: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The generated contents with page numbers."""

    title: str


@dataclass(frozen=True, slots=True)
class Approval:
    """A block that people sign: the word, who or what, the lines to fill in."""

    word: str
    body: str
    signature: str


@dataclass(frozen=True, slots=True)
class Approvals:
    """Approval blocks side by side; their lines to fill in stand level."""

    blocks: tuple[Approval, ...]


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code with a line under it; ``size`` in millimetres."""

    content: str
    label: str
    size: float = 38


Block = (
    Heading
    | Paragraph
    | Table
    | BarChart
    | Turn
    | PageBreak
    | Gap
    | PageFoot
    | Contents
    | Approvals
    | QrCode
)


@dataclass(frozen=True, slots=True)
class Setting:
    """How running text is set: points, line spacing, where page numbers stand.

    ``number_at`` is ``top`` or ``bottom``, always in the middle.
    """

    size: int = 12
    spacing: float = 1.15
    number_at: str = "top"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. ``number_from`` is the first page that shows its number."""

    title: str
    author: str
    subject: str
    blocks: tuple[Block, ...]
    number_from: int = 2
    setting: Setting = Setting()
