"""Registers the fonts that every document embeds."""

# pyright: reportUnknownMemberType=false
# ReportLab's stubs know half of it.

from functools import cache
from pathlib import Path

from shkola_desktop.domain.errors import ResourceMissing

FAMILY = "Tinos"
"""Free, with the widths of Times New Roman (programme.md §5.3)."""
FACES = ("Regular", "Bold", "Italic")
"""No document is set in bold italic, and reading a face takes time."""


@cache
def register(folder: Path) -> frozenset[int]:
    """Make the family known to ReportLab; return the code points it covers.

    Raises:
        ResourceMissing: a font file is not there.
    """
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415  # costs start-up time
    from reportlab.pdfbase.ttfonts import TTFError  # noqa: PLC0415

    from shkola_desktop.report.pdf.faces import Face  # noqa: PLC0415

    covered: frozenset[int] | None = None
    for face in FACES:
        path = folder / f"{FAMILY}-{face}.ttf"
        try:
            font = Face(_name(face), str(path))
        except (TTFError, OSError) as error:
            raise ResourceMissing(f"fonts/{path.name}") from error
        pdfmetrics.registerFont(font)
        here = frozenset(font.face.charToGlyph)
        covered = here if covered is None else covered & here
    pdfmetrics.registerFontFamily(
        FAMILY,
        normal=_name("Regular"),
        bold=_name("Bold"),
        italic=_name("Italic"),
        boldItalic=_name("Bold"),
    )
    return covered or frozenset()


def _name(face: str) -> str:
    return FAMILY if face == "Regular" else f"{FAMILY}-{face}"
