"""A document's blocks as typst source: the same headings, texts, tables, contents."""

from collections.abc import Iterator

from shkola_desktop.report.document import (
    Approvals,
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
    Style,
    Table,
    Turn,
)
from shkola_desktop.report.typography import typeset

HEAD = """
#let portrait = (left: 30mm, right: 12mm, top: 20mm, bottom: 20mm)
#let landscape = (left: 20mm, right: 20mm, top: 30mm, bottom: 12mm)
#let number = context if counter(page).get().first() > 1 {
  align(center, counter(page).display())
}
#set page(paper: "a4", margin: portrait, header: number)
#set text(font: "Tinos", size: 12pt, lang: "ru", hyphenate: true)
#set par(justify: true, leading: 0.5em, spacing: 0.75em)
#set table(stroke: 0.4pt, inset: (x: 4pt, y: 3pt))
#set figure.caption(separator: [ – ])
#show figure.where(kind: table): set figure(supplement: [Таблица])
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: table): set block(breakable: true)
#show figure.where(kind: image): set figure(supplement: [Рисунок])
#show figure.caption: set align(left)
#show table: set text(size: 10pt)
#show table: set par(justify: false)
#show heading: set text(hyphenate: false)
#show heading.where(level: 1): set text(size: 14pt)
#show heading.where(level: 1): set align(center)
#show heading.where(level: 2): set text(size: 13pt)
#show heading.where(level: 3): set text(size: 12pt)
#let body(it) = par(first-line-indent: (amount: 12.5mm, all: true), it)
#let plain(it) = par(justify: false, it)
#let small(it) = text(size: 9.5pt, plain(it))
#let bullet(it) = pad(left: 12.5mm, list(marker: [–], it))
#let bar(label, part, mark, value) = grid(
  columns: (42%, 1fr, 26mm), align: horizon, column-gutter: 4pt,
  label,
  box(width: 100%, height: 5mm, stroke: 0.4pt, {
    place(rect(width: part, height: 5mm, fill: rgb("#3d6a8f")))
    if mark != none { place(dx: mark, line(angle: 90deg, length: 6mm)) }
  }),
  value,
)
"""
STYLES = {
    Style.BODY: "#body[{}]",
    Style.PLAIN: "#plain[{}]",
    Style.CENTRED: "#align(center)[{}]",
    Style.RIGHT: "#align(right)[{}]",
    Style.SMALL: "#small[{}]",
    Style.BULLET: "#bullet[{}]",
    Style.TITLE: "#align(center, text(size: 17pt, weight: 700)[{}])",
    Style.SUBTITLE: "#align(center, text(size: 14pt)[{}])",
    Style.LABEL: "#block(sticky: true)[*{}*]",
}
FILLS = {RowKind.SECTION: "#f3f5f7"}
BOLD = {RowKind.SECTION, RowKind.TOTAL, RowKind.GROUP}
ACROSS = {RowKind.SECTION, RowKind.SUBSECTION}


def source(document: Document) -> str:
    """Return the source of a document."""
    title, author = _quoted(document.title), _quoted(document.author)
    head = f"#set document(title: {title}, author: {author})"
    blocks = (line for block in document.blocks for line in _lines(block))
    return "\n\n".join([head, HEAD, *blocks])


def _lines(block: Block) -> Iterator[str]:  # noqa: C901  # a table of kinds
    match block:
        case Heading():
            yield f"#heading(level: {block.level})[{_text(block.text)}]"
        case Paragraph():
            yield _paragraph(block)
        case Table():
            yield _table(block)
            yield from (_paragraph(foot) for foot in block.foot)
        case BarChart():
            yield _chart(block)
        case Turn():
            side = "landscape" if block.landscape else "portrait"
            flipped = str(block.landscape).lower()
            yield f"#set page(flipped: {flipped}, margin: {side})"
        case PageBreak():
            yield "#pagebreak(weak: true)"
        case Gap():
            yield f"#v({block.height}mm)"
        case PageFoot():
            yield f"#v(1fr)\n#align(center)[{_text(block.text)}]"
        case Contents():
            title = f"#align(center, text(size: 14pt)[*{_text(block.title)}*])"
            yield f"{title}\n#outline(title: none)"
        case Approvals():
            yield _approvals(block)
        case _:
            raise NotImplementedError(block)


def _paragraph(block: Paragraph) -> str:
    return STYLES[block.style].format(_text(block.text))


def _table(block: Table) -> str:
    widths = ", ".join(f"{column.width}fr" for column in block.columns)
    aligns = ", ".join("center" if c.centred else "left" for c in block.columns)
    cells: list[str] = []
    if not block.headless:
        titles = ", ".join(f"[*{_text(c.title)}*]" for c in block.columns)
        cells.append(f"table.header({titles})")
    cells += [cell for row in block.rows for cell in _cells(row, len(block.columns))]
    head = "none" if block.headless else '(_, y) => if y == 0 { rgb("#e6ebf0") }'
    table = (
        f"table(columns: ({widths},), align: ({aligns},), fill: {head},\n"
        + ",\n".join(cells)
        + ")"
    )
    if not block.caption:
        return f"#{table}"
    return f"#figure({table}, caption: [{_text(block.caption)}])"


def _cells(row: Row, columns: int) -> Iterator[str]:
    if row.kind in ACROSS:
        mark = "*" if row.kind in BOLD else "_"
        fill = FILLS.get(row.kind)
        coloured = f', fill: rgb("{fill}")' if fill else ""
        words = f"[{mark}{_text(row.cells[0])}{mark}]"
        yield f"table.cell(colspan: {columns}{coloured}){words}"
        return
    for cell in row.cells:
        words = _text(cell)
        yield f"[*{words}*]" if row.kind in BOLD and words else f"[{words}]"


def _chart(block: BarChart) -> str:
    bars: list[str] = []
    for one in block.bars:
        full = one.maximum or 1
        part = f"{100 * one.value / full:.1f}%"
        mark = "none" if one.before is None else f"{100 * one.before / full:.1f}%"
        value = f"[{_text(f'{one.value} из {one.maximum}')}]"
        bars.append(f"bar([{_text(one.label)}], {part}, {mark}, {value})")
    body = "stack(spacing: 4mm, " + ", ".join(bars) + ")"
    return f"#figure({body}, kind: image, caption: [{_text(block.caption)}])"


def _approvals(block: Approvals) -> str:
    cells = [
        f"[{_text(one.word)} \\ {_text(one.body)} \\ {_text(one.signature)}]"
        for one in block.blocks
    ]
    columns = ", ".join("1fr" for _ in cells)
    return f"#grid(columns: ({columns},), column-gutter: 10pt, {', '.join(cells)})"


def _text(words: str) -> str:
    lines = (typeset(line) for line in words.split("\n"))
    return " \\ ".join(f"#{_quoted(line)}" for line in lines)


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
