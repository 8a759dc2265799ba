"""A paragraph that remembers how its lines broke."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false
# ReportLab's stubs know half of it.

from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph


class Text(Paragraph):
    """ReportLab breaks lines anew whenever it measures, splits, or draws.

    A cell of a long table is asked some eight times, always for the same width.
    """

    _broken_for: tuple[float, ...] = ()
    _broken: Any = None

    def breakLines(  # noqa: N802  # reportlab's name
        self, width: float | list[float] | tuple[float, ...]
    ) -> Any:
        """Return the lines for these widths: of the first, and of all others."""
        asked = (width,) if isinstance(width, float | int) else tuple(width)
        if self._broken is None or self._broken_for != asked:
            self._broken_for = asked
            self._broken = super().breakLines(list(asked))
        return self._broken

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803  # the base
        """Draw, unless only places are wanted."""
        if not only_places(canvas):
            super().drawOn(canvas, x, y, _sW)  # pyright: ignore[reportCallIssue]  # the stub forgets it


class Places(Canvas):
    """A canvas that is asked for the places of things only; text is not drawn."""


def only_places(canvas: Canvas) -> bool:
    """Tell whether drawing can be left out: nobody will see the page."""
    return isinstance(canvas, Places)
