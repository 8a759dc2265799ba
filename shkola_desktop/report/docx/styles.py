"""The styles of the PDF as styles of Word: one sheet of sizes for both."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false
# ReportLab's stubs know half of it.

from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle

from shkola_desktop.report.document import Style
from shkola_desktop.report.docx.elements import Element, element, twips, when
from shkola_desktop.report.pdf.styles import (
    BODY_SIZE,
    HYPHENATED,
    NATURAL,
    Styles,
    frame_size,
)

FONT = "Times New Roman"
LANGUAGE = "ru-RU"
ALIGNMENT = {0: "left", 1: "center", 2: "right", 4: "both"}
"""Words of Word for ReportLab's numbers."""
LINE = 4
"""Eighths of a point: what Word draws for the 0.4 points of the PDF."""

PARAGRAPHS = {
    Style.BODY: "BodyText",
    Style.PLAIN: "Plain",
    Style.CENTRED: "Centred",
    Style.RIGHT: "Right",
    Style.SMALL: "Small",
    Style.BULLET: "ListBullet",
    Style.TITLE: "Title",
    Style.SUBTITLE: "Subtitle",
    Style.LABEL: "Label",
}
CELL, ITEM_CELL, DASH_CELL = "Cell", "CellItem", "CellDash"
CENTRED_CELL, HEAD_CELL = "CellCentred", "CellHead"
SECTION_CELL, SUBSECTION_CELL = "CellSection", "CellSubsection"
CAPTION, FIGURE_CAPTION = "Caption", "FigureCaption"
PICTURE = "Picture"
CONTENTS_TITLE, CONTENTS = "TOCHeading", "TOC"
HEADING, HEADER, FOOTER = "Heading", "Header", "Footer"
APPROVAL, APPROVAL_WORD = "Approval", "ApprovalWord"
TABLE, TABLE_NAME = "DocumentTable", "Таблица документа"
BULLETS, DASHES = 1, 2
"""Numbers of the two lists: dashes in running text, dashes in cells."""


@dataclass(frozen=True, slots=True)
class Known:
    """A style of Word: its id, the name that Word shows, how it looks."""

    id: str
    name: str
    look: ParagraphStyle
    hyphenated: bool = False
    level: int | None = None
    numbering: int | None = None
    tab: float | None = None


def style_elements(sheet: Styles) -> list[Element]:
    """Return all styles; names that Word knows appear in the reader's language."""
    return [
        _defaults(),
        _plain_style("paragraph", "Normal", "Normal"),
        _plain_style("character", "DefaultParagraphFont", "Default Paragraph Font"),
        _bare_table(),
        _plain_style("numbering", "NoList", "No List"),
        *(_paragraph_style(known) for known in _known(sheet)),
        _ruled_table(),
    ]


def list_elements(sheet: Styles) -> list[Element]:
    """Return the two lists with dashes."""
    bullet = sheet.paragraphs[Style.BULLET]
    body = _list(BULLETS, bullet.leftIndent, bullet.leftIndent - bullet.bulletIndent)
    item = sheet.item_cell
    cell = _list(DASHES, item.leftIndent, -item.firstLineIndent)
    return [
        body,
        cell,
        *(
            element("num", element("abstractNumId", val=number), numId=number)
            for number in (BULLETS, DASHES)
        ),
    ]


def _known(sheet: Styles) -> list[Known]:
    paragraphs = sheet.paragraphs
    names = {
        Style.BODY: "Body Text",
        Style.PLAIN: "Простой текст",
        Style.CENTRED: "По центру",
        Style.RIGHT: "Справа",
        Style.SMALL: "Примечание",
        Style.BULLET: "List Bullet",
        Style.TITLE: "Title",
        Style.SUBTITLE: "Subtitle",
        Style.LABEL: "Строка-заголовок",
    }
    width, _ = frame_size(landscape=False)
    return [
        *(
            Known(
                PARAGRAPHS[style],
                names[style],
                look,
                hyphenated=style in HYPHENATED,
                numbering=BULLETS if style is Style.BULLET else None,
            )
            for style, look in paragraphs.items()
        ),
        *(
            Known(f"{HEADING}{n + 1}", f"heading {n + 1}", look, level=n)
            for n, look in enumerate(sheet.headings)
        ),
        Known(CONTENTS_TITLE, "TOC Heading", sheet.headings[0]),
        *(
            Known(f"{CONTENTS}{n}", f"toc {n}", look, tab=width)
            for n, look in enumerate(sheet.contents, start=1)
        ),
        Known(HEADER, "header", paragraphs[Style.CENTRED]),
        Known(FOOTER, "footer", paragraphs[Style.CENTRED]),
        Known(CAPTION, "caption", sheet.caption),
        Known(PICTURE, "Рисунок", paragraphs[Style.PLAIN]),
        Known(FIGURE_CAPTION, "Подпись рисунка", paragraphs[Style.CENTRED]),
        Known(CELL, "Ячейка", sheet.cell, hyphenated=True),
        Known(ITEM_CELL, "Ячейка: пункт", sheet.item_cell, hyphenated=True),
        Known(
            DASH_CELL,
            "Ячейка: список",
            sheet.item_cell,
            hyphenated=True,
            numbering=DASHES,
        ),
        Known(CENTRED_CELL, "Ячейка: по центру", sheet.centred_cell),
        Known(HEAD_CELL, "Ячейка: шапка", sheet.head_cell, hyphenated=True),
        Known(SECTION_CELL, "Ячейка: раздел", sheet.section_cell, hyphenated=True),
        Known(
            SUBSECTION_CELL,
            "Ячейка: подраздел",
            sheet.subsection_cell,
            hyphenated=True,
        ),
        Known(APPROVAL, "Гриф", sheet.approval),
        Known(APPROVAL_WORD, "Гриф: слово", sheet.approval_word),
    ]


def _paragraph_style(known: Known) -> Element:
    look = known.look
    level = known.level
    properties = element(
        "pPr",
        when(_stays(known), "keepNext"),
        when(level is not None, "keepLines"),
        element("widowControl"),
        _numbering(known.numbering),
        _leader(known.tab),
        when(not known.hyphenated, "suppressAutoHyphens"),
        _spacing(look),
        _indent(look),
        element("jc", val=ALIGNMENT[int(look.alignment)]),
        when(level is not None, "outlineLvl", val=level),
    )
    return element(
        "style",
        element("name", val=known.name),
        element("basedOn", val="Normal"),
        when(level is not None, "next", val=PARAGRAPHS[Style.BODY]),
        element("qFormat"),
        properties,
        _characters(look),
        type="paragraph",
        styleId=known.id,
        **_own(known.name),
    )


def _own(name: str) -> dict[str, int]:
    """Return what marks a style that Word does not know: those have Russian names."""
    return {} if name.isascii() else {"customStyle": 1}


def _stays(known: Known) -> bool:
    """Tell whether a paragraph stays with the next one."""
    # ReportLab has the attribute only where it was given
    return known.id == CAPTION or bool(getattr(known.look, "keepWithNext", 0))


def _spacing(look: ParagraphStyle) -> Element:
    return element(
        "spacing",
        before=twips(look.spaceBefore),
        after=twips(look.spaceAfter),
        line=round(240 * look.leading / (look.fontSize * NATURAL)),
        lineRule="auto",
    )


def _indent(look: ParagraphStyle) -> Element:
    first = look.firstLineIndent
    if look.bulletIndent:
        first = look.bulletIndent - look.leftIndent
    shift = {"hanging": twips(-first)} if first < 0 else {"firstLine": twips(first)}
    return element("ind", left=twips(look.leftIndent), **shift)


def _numbering(number: int | None) -> Element | None:
    if number is None:
        return None
    return element("numPr", element("ilvl", val=0), element("numId", val=number))


def _leader(at: float | None) -> Element | None:
    if at is None:
        return None
    return element("tabs", element("tab", val="right", leader="dot", pos=twips(at)))


def _characters(look: ParagraphStyle) -> Element:
    bold = look.fontName.endswith("-Bold")
    italic = look.fontName.endswith("-Italic")
    size = round(look.fontSize * 2)
    return element(
        "rPr",
        when(bold, "b"),
        when(bold, "bCs"),
        when(italic, "i"),
        when(italic, "iCs"),
        element("sz", val=size),
        element("szCs", val=size),
    )


def _defaults() -> Element:
    fonts = dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), FONT)
    characters = element(
        "rPr",
        element("rFonts", **fonts),
        element("sz", val=2 * BODY_SIZE),
        element("szCs", val=2 * BODY_SIZE),
        element("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA"),
    )
    return element(
        "docDefaults",
        element("rPrDefault", characters),
        element("pPrDefault", element("pPr")),
    )


def _plain_style(kind: str, id: str, name: str) -> Element:
    return element("style", element("name", val=name), type=kind, default=1, styleId=id)


def _bare_table() -> Element:
    made = _plain_style("table", "TableNormal", "Normal Table")
    made.append(element("tblPr", element("tblInd", w=0, type="dxa"), _padding(0, 0)))
    return made


def _ruled_table() -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = [
        element(side, val="single", sz=LINE, space=0, color="000000") for side in sides
    ]
    return element(
        "style",
        element("name", val=TABLE_NAME),
        element("basedOn", val="TableNormal"),
        element("tblPr", element("tblBorders", *lines), _padding(4, 4, 2.5, 3.5)),
        type="table",
        styleId=TABLE,
        **_own(TABLE_NAME),
    )


def _padding(left: float, right: float, top: float = 0, bottom: float = 0) -> Element:
    sides = {"top": top, "left": left, "bottom": bottom, "right": right}
    return element(
        "tblCellMar",
        *(element(side, w=twips(size), type="dxa") for side, size in sides.items()),
    )


def _list(number: int, left: float, hanging: float) -> Element:
    level = element(
        "lvl",
        element("start", val=1),
        element("numFmt", val="bullet"),
        element("lvlText", val="–"),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=twips(left), hanging=twips(hanging))),
        element("rPr", element("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT)),
        ilvl=0,
    )
    return element(
        "abstractNum",
        element("multiLevelType", val="singleLevel"),
        level,
        abstractNumId=number,
    )
