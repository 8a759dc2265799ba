"""The file around the text: a lean package, what is told about it, the same bytes."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportPrivateUsage=false
# lxml has no types.

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls

from shkola_desktop.report.document import Document
from shkola_desktop.report.docx.elements import Element, element
from shkola_desktop.report.docx.paragraphs import plain
from shkola_desktop.report.docx.styles import (
    FONT,
    LANGUAGE,
    list_elements,
    style_elements,
)
from shkola_desktop.report.pdf.styles import Styles

WANTED = frozenset(
    {
        RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
        RELATIONSHIP_TYPE.CORE_PROPERTIES,
        RELATIONSHIP_TYPE.STYLES,
        RELATIONSHIP_TYPE.NUMBERING,
        RELATIONSHIP_TYPE.SETTINGS,
    }
)
"""Parts of python-docx's template that stay; no thumbnail, no 400 KB of effects."""
FALLBACKS = "PT Astra Serif,Liberation Serif,Tinos"
"""Fonts of the same widths, for computers without Times New Roman."""
WORD_2013 = 15
"""Without this mark Word calls the file old."""
TWIPS_OF_TAB = 709
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""ZIP knows no earlier one; the same for every file."""
UNIX = 3
LONGEST = 255
"""Characters of a property; python-docx refuses more."""


def empty(sheet: Styles) -> WordDocument:
    """Return a document of no pages with our styles, lists and settings."""
    word = docx.Document()
    _prune(word.part.package.rels)  # pyright: ignore[reportOptionalMemberAccess]
    _prune(word.part.rels)
    _refill(word.styles.element, style_elements(sheet))
    _refill(word.part.numbering_part.element, list_elements(sheet))
    _refill(word.settings.element, _settings())
    word.part.relate_to(_fonts(word), RELATIONSHIP_TYPE.FONT_TABLE)
    _refill(word.element.body, [])
    return word


def describe(word: WordDocument, document: Document) -> None:
    """Tell title, author, subject and language; no time, or bytes would differ."""
    known = word.core_properties
    for told in list(known._element):  # noqa: SLF001  # it cannot leave things out
        known._element.remove(told)  # noqa: SLF001
    known.title = plain(document.title)[:LONGEST]
    known.author = known.last_modified_by = plain(document.author)[:LONGEST]
    known.subject = plain(document.subject)[:LONGEST]
    known.language = LANGUAGE


def packed(word: WordDocument) -> bytes:
    """Return the file; the same document gives the same bytes."""
    loose, fixed = BytesIO(), BytesIO()
    word.save(loose)
    with ZipFile(loose) as parts, ZipFile(fixed, "w") as file:
        for name in parts.namelist():
            info = ZipInfo(name, FIRST_DAY)
            info.compress_type = ZIP_DEFLATED
            info.create_system = UNIX
            file.writestr(info, parts.read(name))
    return fixed.getvalue()


def _prune(relations: Any) -> None:
    for key in [key for key, known in relations.items() if known.reltype not in WANTED]:
        del relations[key]


def _refill(root: Element, children: list[Element]) -> None:
    for child in list(root):
        root.remove(child)
    root.extend(children)


def _settings() -> list[Element]:
    compatible = element(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=WORD_2013,
    )
    return [
        element("zoom", percent=100),
        element("defaultTabStop", val=TWIPS_OF_TAB),
        element("autoHyphenation"),
        element("consecutiveHyphenLimit", val=3),
        element("doNotHyphenateCaps"),
        element("characterSpacingControl", val="doNotCompress"),
        # or a short line before a break is stretched to the margins
        element("compat", element("doNotExpandShiftReturn"), compatible),
        element("themeFontLang", val=LANGUAGE),
        element("decimalSymbol", val=","),
        element("listSeparator", val=";"),
    ]


def _fonts(word: WordDocument) -> Part:
    text = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts '
        f'{nsdecls("w")}><w:font w:name="{FONT}"><w:altName w:val="{FALLBACKS}"/>'
        '<w:charset w:val="CC"/><w:family w:val="roman"/><w:pitch w:val="variable"/>'
        "</w:font></w:fonts>"
    )
    return Part(
        PackURI("/word/fontTable.xml"),
        CONTENT_TYPE.WML_FONT_TABLE,
        text.encode(),
        word.part.package,
    )
