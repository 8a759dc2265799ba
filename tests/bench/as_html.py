"""A document's blocks as HTML and CSS: the same headings, texts, tables, contents."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import count
from pathlib import Path

from shkola_desktop.report.document import (
    Approvals,
    Bar,
    BarChart,
    Block,
    Contents,
    Document,
    Gap,
    Heading,
    PageBreak,
    PageFoot,
    Paragraph,
    Row,
    RowKind,
    Table,
    Turn,
)
from shkola_desktop.report.typography import typeset

FACES = {
    "Regular": "normal 400",
    "Bold": "normal 700",
    "Italic": "italic 400",
    "BoldItalic": "italic 700",
}
STYLE = """
@page { size: A4; margin: 20mm 12mm 20mm 30mm;
    @top-center { content: counter(page); font: 11pt Tinos } }
@page wide { size: A4 landscape; margin: 30mm 20mm 12mm 20mm }
@page :first { @top-center { content: none } }
body { font: 12pt/1.3 Tinos; hyphens: auto; margin: 0 }
section + section { break-before: page }
section.wide { page: wide }
h1, h2, h3 { break-after: avoid; hyphens: none; margin: 10pt 0 5pt }
h1 { font-size: 14pt; text-align: center }
h2 { font-size: 13pt }
h3 { font-size: 12pt }
p { margin: 0 0 3pt }
p.body, p.bullet { text-align: justify }
p.body { text-indent: 12.5mm }
p.bullet { margin-left: 17mm; text-indent: -4.5mm }
p.bullet::before { content: "– " }
p.centred, p.title, p.subtitle { text-align: center }
p.right { text-align: right }
p.small { font-size: 9.5pt }
p.title { font-size: 17pt; font-weight: 700 }
p.subtitle { font-size: 14pt }
p.label { font-weight: 700; break-after: avoid }
p.caption { break-after: avoid; margin: 6pt 0 3pt }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 10pt;
    margin-bottom: 4mm }
tr { break-inside: avoid }
td, th { border: 0.4pt solid black; padding: 2.5pt 4pt; vertical-align: top;
    overflow-wrap: anywhere; text-align: left }
th { background: #e6ebf0; vertical-align: middle }
th, td.centred { text-align: center }
tr.section { background: #f3f5f7 }
tr.section, tr.total, tr.group { font-weight: 700 }
tr.section, tr.subsection, tr.group { break-after: avoid }
tr.subsection { font-style: italic }
table.approvals td { border: none; font-size: 11pt }
div.bar { display: flex; margin-bottom: 4mm; font-size: 10pt }
div.bar span { width: 42% }
div.bar div { flex: 1; border: 0.4pt solid black; height: 5mm; position: relative }
div.bar i { position: absolute; background: #3d6a8f; height: 5mm; left: 0; top: 0 }
div.bar u { position: absolute; border-left: 1.6pt solid black; height: 6mm; top: 0 }
div.bar b { width: 26mm; font-weight: 400; padding-left: 2mm }
p.foot { text-align: center; margin-top: 30mm }
nav a { display: block; color: black; text-decoration: none }
nav a::after { content: leader(".") target-counter(attr(href), page) }
nav a.level2 { margin-left: 7mm }
nav a.level3 { margin-left: 14mm }
"""


def page(document: Document, fonts: Path) -> str:
    """Return the page of a document; it takes its fonts from a folder."""
    faces = "".join(_face(fonts, face, look) for face, look in FACES.items())
    body = "".join(_Writer(document.blocks).parts())
    return (
        f'<!doctype html><html lang="ru"><head><title>{_text(document.title)}</title>'
        f"<style>{faces}{STYLE}</style></head><body>{body}</body></html>"
    )


def _face(fonts: Path, face: str, look: str) -> str:
    style, weight = look.split()
    address = (fonts / f"Tinos-{face}.ttf").as_uri()
    return (
        f"@font-face {{ font-family: Tinos; font-style: {style}; "
        f'font-weight: {weight}; src: url("{address}") }}'
    )


class _Writer:
    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._side = ""
        self._headings = count(1)
        self._tables = count(1)
        self._figures = count(1)

    def parts(self) -> Iterator[str]:
        yield "<section>"
        for block in self._blocks:
            yield from self._one(block)
        yield "</section>"

    def _one(self, block: Block) -> Iterator[str]:  # noqa: C901  # a table of kinds
        match block:
            case Heading():
                level, number = block.level, next(self._headings)
                yield f'<h{level} id="h{number}">{_text(block.text)}</h{level}>'
            case Paragraph():
                yield _paragraph(block)
            case Table():
                yield from self._table(block)
            case BarChart():
                yield from map(_bar, block.bars)
                number = next(self._figures)
                caption = _text(f"Рисунок {number} – {block.caption}")
                yield f'<p class="centred">{caption}</p>'
            case Turn():
                self._side = "wide" if block.landscape else ""
                yield f'</section><section class="{self._side}">'
            case PageBreak():
                yield f'</section><section class="{self._side}">'
            case Gap():
                yield f'<div style="height: {block.height}mm"></div>'
            case PageFoot():
                yield f'<p class="foot">{_text(block.text)}</p>'
            case Contents():
                yield from self._contents(block)
            case Approvals():
                yield _approvals(block)
            case _:
                raise NotImplementedError(block)

    def _contents(self, block: Contents) -> Iterator[str]:
        yield f'<p class="title">{_text(block.title)}</p><nav>'
        headings = (known for known in self._blocks if isinstance(known, Heading))
        for number, known in enumerate(headings, start=1):
            words = _text(known.text)
            yield f'<a class="level{known.level}" href="#h{number}">{words}</a>'
        yield "</nav>"

    def _table(self, block: Table) -> Iterator[str]:
        if block.caption:
            caption = f"Таблица {next(self._tables)} – {block.caption}"
            yield f'<p class="caption">{_text(caption)}</p>'
        whole = sum(column.width for column in block.columns)
        yield "<table><colgroup>"
        for column in block.columns:
            yield f'<col style="width: {100 * column.width / whole:.2f}%">'
        yield "</colgroup>"
        if not block.headless:
            titles = "".join(f"<th>{_text(c.title)}</th>" for c in block.columns)
            yield f"<thead><tr>{titles}</tr></thead>"
        yield "<tbody>"
        for row in block.rows:
            yield _row(row, [column.centred for column in block.columns])
        yield "</tbody></table>"
        yield from (_paragraph(foot) for foot in block.foot)


def _paragraph(block: Paragraph) -> str:
    return f'<p class="{block.style.value}">{_text(block.text)}</p>'


def _row(row: Row, centred: Sequence[bool]) -> str:
    if row.kind in {RowKind.SECTION, RowKind.SUBSECTION}:
        cells = f'<td colspan="{len(centred)}">{_text(row.cells[0])}</td>'
    else:
        looks = ("centred" if middle else "" for middle in centred)
        cells = "".join(
            f'<td class="{look}">{_text(cell)}</td>'
            for look, cell in zip(looks, row.cells, strict=True)
        )
    return f'<tr class="{row.kind.value}">{cells}</tr>'


def _bar(bar: Bar) -> str:
    full = bar.maximum or 1
    mark = ""
    if bar.before is not None:
        mark = f'<u style="left: {100 * bar.before / full:.1f}%"></u>'
    reached = f'<i style="width: {100 * bar.value / full:.1f}%"></i>'
    words = f"<b>{bar.value} из {bar.maximum}</b>"
    bars = f"<div>{reached}{mark}</div>"
    return f'<div class="bar"><span>{_text(bar.label)}</span>{bars}{words}</div>'


def _approvals(block: Approvals) -> str:
    cells = "".join(
        "<td>" + "<br>".join(map(_text, (one.word, one.body, one.signature))) + "</td>"
        for one in block.blocks
    )
    return f'<table class="approvals"><tr>{cells}</tr></table>'


def _text(words: str) -> str:
    return escape(typeset(words)).replace("\n", "<br>")
