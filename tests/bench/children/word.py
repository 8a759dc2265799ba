"""One engine makes the programme for Word once; its preparation is not timed."""

import os
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import perf_counter

import docx

from shkola_desktop.app.material import gather
from shkola_desktop.bootstrap import Program
from shkola_desktop.domain.documents import (
    DocumentFormat,
    DocumentKind,
    ProgrammeMaterial,
)
from shkola_desktop.report.document import Heading, Paragraph, Table
from shkola_desktop.report.programme.draft import programme
from tests.bench.children.telling import tell

FONTS = Program().resources / "fonts"
Make = Callable[[], bytes]


def ours(material: ProgrammeMaterial) -> Make:
    """The program: material → blocks → Word, with the pages of the PDF in contents."""
    import shkola_desktop.report.docx.render  # noqa: F401
    from shkola_desktop.report.reports import PaperReports

    reports = PaperReports(FONTS).of(DocumentFormat.DOCX)
    return lambda: reports.programme(DocumentKind.PROGRAMME, material)


def bare(material: ProgrammeMaterial) -> Make:
    """The floor of convenience: the same texts through python-docx as its manual says.

    No contents, no pictures, no styles of its own.
    """
    blocks = programme(material).blocks

    def make() -> bytes:
        word = docx.Document()
        for block in blocks:
            match block:
                case Heading():
                    word.add_heading(block.text, block.level)
                case Paragraph():
                    word.add_paragraph(block.text)
                case Table():
                    _add(word, block)
                case _:
                    pass
        out = BytesIO()
        word.save(out)
        return out.getvalue()

    return make


def _add(word: docx.document.Document, block: Table) -> None:
    heads = () if block.headless else (tuple(c.title for c in block.columns),)
    rows = (*heads, *(row.cells for row in block.rows))
    table = word.add_table(len(rows), len(block.columns), "Table Grid")
    for made, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(made.cells, texts, strict=False):
            cell.text = text


ENGINES = {engine.__name__: engine for engine in (ours, bare)}


def main() -> None:
    name, folder, target = sys.argv[1:]
    with Program().workspace(Path(folder)) as workspace:
        material = gather(workspace)
    make = ENGINES[name](material)
    start = perf_counter()
    word = make()
    took = (perf_counter() - start) * 1000
    Path(target).write_bytes(word)
    tell(took=took)
    sys.stdout.flush()
    os._exit(0)


main()
