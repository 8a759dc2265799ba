"""Characters that the usual font lacks: other fonts for them, and their order.

An ordinary document never gets here: its texts are all of the usual font, and the
other fonts are not even read.
"""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false
# ReportLab's stubs know half of it.

import re
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from shkola_desktop.domain.errors import ResourceMissing
from shkola_desktop.report.bidi import has_right_to_left, joined, visual
from shkola_desktop.report.pdf.fonts import register
from shkola_desktop.report.pdf.text import Text

SYMBOLS, EMOJI = "DejaVuSans", "NotoEmoji-Regular"
"""Names of the files; the first has Hebrew, Arabic, arrows and signs."""
FIRST_EMOJI = 0x1F000
"""From here on the font of emoji comes first."""
TOLD = "toUnicodeCMap:"
"""How the name of what tells a font's characters begins."""
LONG_CODE = re.compile("<([0-9A-F]{5,6})>")
UNDRAWN = frozenset({ord("\n"), 0xAD})
"""Line feeds and soft hyphens need no glyph."""


class Glyphs:
    """Which font draws which character; ``folder`` holds the fonts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.main = register(folder) | UNDRAWN
        """What the usual font covers."""

    def covered(self, text: str) -> frozenset[int]:
        """Return the code points that can be drawn, as far as the text needs them."""
        if self.main.issuperset(map(ord, text)):
            return self.main
        return self.main.union(*_others(self._folder).values())

    def usual(self, text: str) -> bool:
        """Tell whether the usual font draws it all, from left to right."""
        return self.main.issuperset(map(ord, text)) and not has_right_to_left(text)

    def paragraph(self, text: str, style: Any, bullet: str | None = None) -> Text:
        """Return a paragraph of a text that is not usual."""
        made = _Mixed(self.marked(joined(text)), style, bulletText=bullet)
        made.glyphs = self
        return made

    def marked(self, text: str) -> str:
        """Return the text as ReportLab's markup, every run in a font that has it."""
        return "".join(_run(words, font) for words, font in self.runs(text))

    def runs(self, text: str) -> list[tuple[str, str]]:
        """Return pieces of the text with the font of each; "" is the usual one."""
        return [("".join(letters), font) for font, letters in groupby(text, self._font)]

    def _font(self, letter: str) -> str:
        code = ord(letter)
        if code in self.main:
            return ""
        order = (EMOJI, SYMBOLS) if code >= FIRST_EMOJI else (SYMBOLS, EMOJI)
        known = _others(self._folder)
        return next((name for name in order if code in known[name]), "")


class _Mixed(Text):
    """A paragraph in several fonts whose lines read in their true order.

    The lines are broken as the text is spoken, and turned round only to be drawn:
    where a line ends decides what stands on its right.
    """

    glyphs: Glyphs

    def split(self, aW: float, aH: float) -> list[Any]:  # noqa: N803  # the base
        """Break between lines; the parts are drawn like the whole."""
        parts = list(super().split(aW, aH))
        for part in parts:
            part.glyphs = self.glyphs
        return parts

    def draw(self) -> None:
        """Draw the lines, right-to-left words in the order they are seen."""
        spoken = self.blPara
        self.blPara = self._seen(spoken)
        try:
            super().draw()
        finally:
            self.blPara = spoken

    def _seen(self, spoken: Any) -> Any:
        seen = self._seen_line if spoken.kind else _seen_words
        return spoken.clone(lines=[seen(line) for line in spoken.lines])

    def _seen_line(self, line: Any) -> Any:
        text = "".join(piece.text for piece in line.words)
        if not has_right_to_left(text):
            return line
        usual = line.words[0].clone(fontName=self.style.fontName)
        runs = self.glyphs.runs(visual(text))
        words = [
            usual.clone(text=seen, fontName=font or usual.fontName)
            for seen, font in runs
        ]
        return line.clone(words=words)


def _seen_words(line: Any) -> Any:
    room, words = line
    return room, visual(" ".join(words)).split(" ")


class _Copied(TTFont):
    """A font whose characters can be copied out of the file.

    ReportLab writes a code point of five digits as it is; the format wants UTF-16.
    """

    def addObjects(self, doc: Any) -> None:  # noqa: N802  # the base
        """Write the font and tell its characters as the format wants them."""
        super().addObjects(doc)
        for name, told in doc.idToObject.items():
            if name.startswith(TOLD):
                told.content = LONG_CODE.sub(_in_utf16, told.content)


def _in_utf16(code: re.Match[str]) -> str:
    return f"<{chr(int(code[1], 16)).encode('utf-16-be').hex().upper()}>"


def _run(words: str, font: str) -> str:
    marked = escape(words, quote=False).replace("\n", "<br/>")
    return f'<font name="{font}">{marked}</font>' if font else marked


@cache
def _others(folder: Path) -> dict[str, frozenset[int]]:
    """Make the other fonts known to ReportLab; return what each covers."""
    covered: dict[str, frozenset[int]] = {}
    for name in (SYMBOLS, EMOJI):
        path = folder / f"{name}.ttf"
        try:
            font = _Copied(name, str(path))
        except (TTFError, OSError) as error:
            raise ResourceMissing(f"fonts/{path.name}") from error
        pdfmetrics.registerFont(font)
        pdfmetrics.registerFontFamily(name, name, name, name, name)
        covered[name] = frozenset(font.face.charToGlyph)
    return covered
