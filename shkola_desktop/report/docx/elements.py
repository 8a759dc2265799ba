"""Elements of WordprocessingML in short: runs, fields, numbers in its units."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false
# lxml has no types.

import re
from functools import cache
from typing import Any

from docx.oxml.ns import nsmap
from docx.oxml.parser import oxml_parser

from shkola_desktop.report.bidi import RIGHT_TO_LEFT, has_right_to_left

_LETTER = RIGHT_TO_LEFT.pattern
RIGHT_TO_LEFT_RUN = re.compile(rf"({_LETTER}(?:[^\w\n]*{_LETTER})*)")
"""Words of Hebrew or Arabic with what stands between them."""
Element = Any
"""An element of lxml."""
NAMESPACES = {"w": nsmap["w"]}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def element(tag: str, *children: Element | None, **attributes: object) -> Element:
    """Return an element of the main namespace; children that are None are left out."""
    made = _make(_name(tag), None, NAMESPACES)
    for name, value in attributes.items():
        made.set(_name(name), value if isinstance(value, str) else str(value))
    for child in children:
        if child is not None:
            made.append(child)
    return made


_make = oxml_parser.makeelement
"""What python-docx's own function calls; that one also reads the prefix each time."""


@cache
def _name(short: str) -> str:
    return f"{{{nsmap['w']}}}{short}"


def when(condition: object, tag: str, **attributes: object) -> Element | None:
    """Return an element where the condition holds, None otherwise."""
    return element(tag, **attributes) if condition else None


def twips(points: float) -> int:
    """Return twentieths of a point, in which Word measures."""
    return round(points * 20)


def run(text: str) -> Element:
    """Return a run; a line feed becomes a break of the line."""
    made = element("r")
    for number, line in enumerate(text.split("\n")):
        if number:
            made.append(element("br"))
        words = element("t")
        words.text = line
        words.set(SPACE, "preserve")
        made.append(words)
    return made


def runs(text: str) -> list[Element]:
    """Return runs of the text; those read from right to left are marked so."""
    if not has_right_to_left(text):
        return [run(text)]
    return [_turned(run(part)) if n % 2 else run(part) for n, part in _parts(text)]


def _parts(text: str) -> list[tuple[int, str]]:
    """Return the parts between runs (even), and the runs (odd); none is empty."""
    parts = enumerate(RIGHT_TO_LEFT_RUN.split(text))
    return [(number, part) for number, part in parts if part]


def _turned(made: Element) -> Element:
    made.insert(0, element("rPr", element("rtl")))
    return made


def tab() -> Element:
    """Return a run that jumps to the next tab stop."""
    return element("r", element("tab"))


def field(instruction: str, shown: str) -> list[Element]:
    """Return the runs of a field with the result that it shows until it is updated."""
    return [mark("begin"), code(instruction), mark("separate"), run(shown), mark("end")]


def mark(kind: str) -> Element:
    """Return a border of a field: ``begin``, ``separate`` (result follows), ``end``."""
    return element("r", element("fldChar", fldCharType=kind))


def code(instruction: str) -> Element:
    """Return what a field computes, or a part of it."""
    words = element("instrText")
    words.text = f" {instruction} "
    words.set(SPACE, "preserve")
    return element("r", words)
