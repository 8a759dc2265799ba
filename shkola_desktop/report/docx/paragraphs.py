"""Text → paragraphs of Word: printable, set, in a style."""

from collections.abc import Iterable
from dataclasses import dataclass

from shkola_desktop.report.docx.elements import Element, element, runs, twips, when
from shkola_desktop.report.typography import printable, typeset

ALMOST_NOTHING = 1
"""Points: a paragraph that only carries a break or keeps two tables apart."""


@dataclass(frozen=True, slots=True)
class Apart:
    """What one paragraph has of its own, beside its style; spaces in points."""

    keep_next: bool = False
    new_page: bool = False
    before: float | None = None
    after: float | None = None
    at_bottom: float | None = None


PLAIN = Apart()


def plain(text: str) -> str:
    """Return text that a file can hold, set as Russian wants it."""
    return typeset(printable(text, None))


def paragraph(
    style: str, content: str | Iterable[Element], apart: Apart = PLAIN
) -> Element:
    """Return a paragraph of ready text, or of runs."""
    made = runs(content) if isinstance(content, str) else content
    return element("p", _properties(style, apart), *made)


def room(height: float, *, new_page: bool = False) -> Element:
    """Return an empty paragraph so many points high."""
    line = twips(max(height, ALMOST_NOTHING))
    properties = element(
        "pPr",
        when(new_page, "pageBreakBefore"),
        element("spacing", before=0, after=0, line=line, lineRule="exact"),
        element("rPr", element("sz", val=2 * ALMOST_NOTHING)),
    )
    return element("p", properties)


def _properties(style: str, apart: Apart) -> Element:
    return element(
        "pPr",
        element("pStyle", val=style),
        when(apart.keep_next, "keepNext"),
        when(apart.new_page, "pageBreakBefore"),
        _frame(apart.at_bottom),
        _spacing(apart),
    )


def _frame(width: float | None) -> Element | None:
    """Return what puts a paragraph at the bottom of its page, so many points wide."""
    if width is None:
        return None
    return element(
        "framePr",
        w=twips(width),
        wrap="notBeside",
        vAnchor="margin",
        hAnchor="margin",
        xAlign="center",
        yAlign="bottom",
    )


def _spacing(apart: Apart) -> Element | None:
    known = {"before": apart.before, "after": apart.after}
    given = {side: twips(size) for side, size in known.items() if size is not None}
    return element("spacing", **given) if given else None
