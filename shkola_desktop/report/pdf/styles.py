"""Sizes, margins and paragraph styles of the documents (programme.md §5.1)."""

from dataclasses import dataclass
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from shkola_desktop.report.document import Setting, Style
from shkola_desktop.report.pdf.fonts import FAMILY
from shkola_desktop.report.pdf.hyphenation import compound_breaks

LEFT, RIGHT, TOP, BOTTOM = 30 * mm, 12 * mm, 20 * mm, 20 * mm
"""A programme is kept long: 30 mm for the binding."""
PORTRAIT = A4
LANDSCAPE = (A4[1], A4[0])
NUMBER_EDGE = 10 * mm
"""Page number: middle of the top or bottom margin, 10 mm from the edge."""
USUAL = Setting()
BODY_SIZE = USUAL.size
TABLE_SIZE = 10
NATURAL = 1.149
"""Height of a line set single, in its sizes."""
HYPHENATED = frozenset({Style.BODY, Style.BULLET, Style.SMALL})
"""Paragraphs whose words are broken; cells of tables are, too."""


def page_size(*, landscape: bool) -> tuple[float, float]:
    """Return width and height of a page."""
    return LANDSCAPE if landscape else PORTRAIT


def margins(*, landscape: bool) -> tuple[float, float, float, float]:
    """Return left, right, top, bottom; a landscape page is bound at its top."""
    return (TOP, BOTTOM, LEFT, RIGHT) if landscape else (LEFT, RIGHT, TOP, BOTTOM)


def frame_size(*, landscape: bool) -> tuple[float, float]:
    """Return width and height of what is printed on a page."""
    width, height = page_size(landscape=landscape)
    left, right, top, bottom = margins(landscape=landscape)
    return width - left - right, height - top - bottom


@dataclass(frozen=True, slots=True)
class Styles:
    """Every paragraph style, made once for a document."""

    paragraphs: dict[Style, ParagraphStyle]
    headings: tuple[ParagraphStyle, ...]
    cell: ParagraphStyle
    item_cell: ParagraphStyle
    centred_cell: ParagraphStyle
    head_cell: ParagraphStyle
    section_cell: ParagraphStyle
    subsection_cell: ParagraphStyle
    caption: ParagraphStyle
    contents: tuple[ParagraphStyle, ...]
    approval: ParagraphStyle
    approval_word: ParagraphStyle


def styles(setting: Setting = USUAL) -> Styles:
    """Return the styles of a document; the setting is of text, not of tables."""
    return Styles(
        paragraphs=_paragraphs(setting),
        headings=tuple(_heading(level, setting.size) for level in (1, 2, 3)),
        cell=_cell("cell"),
        item_cell=_cell("item", leftIndent=9, firstLineIndent=-9),
        centred_cell=_cell("centred-cell", alignment=TA_CENTER),
        head_cell=_cell("head", fontName=f"{FAMILY}-Bold", alignment=TA_CENTER),
        section_cell=_cell("section", fontName=f"{FAMILY}-Bold", alignment=TA_LEFT),
        subsection_cell=_cell("subsection", fontName=f"{FAMILY}-Italic"),
        caption=_style("caption", leading=14),
        contents=tuple(_contents(level) for level in (0, 1, 2)),
        approval=_style("approval", size=11, leading=13.5),
        approval_word=_bold("approval-word", size=11, leading=13.5),
    )


def _paragraphs(setting: Setting) -> dict[Style, ParagraphStyle]:
    size = setting.size
    spaced = round(size * NATURAL * setting.spacing)
    close = round(size * 1.25)
    return {
        Style.BODY: _style(
            "body",
            size=size,
            leading=spaced,
            alignment=TA_JUSTIFY,
            firstLineIndent=12.5 * mm,
            spaceAfter=3,
            hyphenationLang=compound_breaks,
        ),
        Style.PLAIN: _style("plain", size=size, leading=close, spaceAfter=3),
        Style.CENTRED: _style(
            "centred", size=size, leading=close, alignment=TA_CENTER, spaceAfter=3
        ),
        Style.RIGHT: _style(
            "right", size=size, leading=close, alignment=TA_RIGHT, spaceAfter=3
        ),
        Style.SMALL: _style(
            "small",
            size=9.5,
            leading=11.5,
            spaceBefore=3,
            spaceAfter=3,
            hyphenationLang=compound_breaks,
        ),
        Style.BULLET: _style(
            "bullet",
            size=size,
            leading=max(spaced - 1, round(size * NATURAL)),
            alignment=TA_JUSTIFY,
            leftIndent=17 * mm,
            bulletIndent=12.5 * mm,
            spaceAfter=2,
            hyphenationLang=compound_breaks,
        ),
        Style.TITLE: _bold(
            "title", size=17, leading=22, alignment=TA_CENTER, spaceAfter=8
        ),
        Style.SUBTITLE: _style(
            "subtitle", size=14, leading=18, alignment=TA_CENTER, spaceAfter=6
        ),
        Style.LABEL: _bold(
            "label",
            size=size,
            leading=close,
            spaceBefore=6,
            spaceAfter=2,
            keepWithNext=1,
        ),
    }


def _heading(level: int, text_size: int) -> ParagraphStyle:
    size = text_size + 3 - level
    return _bold(
        f"heading{level}",
        size=size,
        leading=size * 1.25,
        alignment=TA_CENTER if level == 1 else TA_LEFT,
        spaceBefore=0 if level == 1 else 10,
        spaceAfter=8 if level == 1 else 5,
        keepWithNext=1,
    )


def _contents(level: int) -> ParagraphStyle:
    return _style(
        f"contents{level}",
        leading=16,
        leftIndent=level * 7 * mm,
        rightIndent=10 * mm,
        spaceAfter=2,
    )


def _cell(name: str, **changed: Any) -> ParagraphStyle:
    # reportlab's own keywords
    settings: dict[str, Any] = {"leading": 12, "hyphenationLang": compound_breaks}
    return _style(name, TABLE_SIZE, **{**settings, **changed})


def _bold(name: str, **changed: Any) -> ParagraphStyle:
    return _style(name, fontName=f"{FAMILY}-Bold", **changed)


def _style(name: str, size: float = BODY_SIZE, **changed: Any) -> ParagraphStyle:
    settings: dict[str, Any] = {
        "fontName": FAMILY,
        "bulletFontName": FAMILY,
        "fontSize": size,
        "leading": size * 1.2,
        "allowWidows": 0,
        "allowOrphans": 0,
        "splitLongWords": 1,
        **changed,
    }
    return ParagraphStyle(name, **settings)
