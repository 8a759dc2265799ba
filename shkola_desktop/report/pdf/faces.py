"""A font that remembers the widths of words: most of them come again and again."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false
# ReportLab's stubs know half of it.

from reportlab.pdfbase.ttfonts import TTFont

KNOWN = 50_000
"""Pieces of text remembered, about 6 MB; then all are forgotten at once."""
EM = 0.001
"""Widths of a font are thousandths of its size."""


class Face(TTFont):
    """ReportLab's own class adds up the letters of a word every time."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path)
        self._known: dict[str, float] = {}

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: ARG002, N802  # the base
        """Return the width of a text in points."""
        width = self._known.get(text)
        if width is None:
            if len(self._known) >= KNOWN:
                self._known.clear()
            of, usual = self.face.charWidths.get, self.face.defaultWidth
            width = sum(of(ord(letter), usual) for letter in text)
            self._known[str(text)] = width
        return EM * size * width
