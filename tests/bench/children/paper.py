"""One engine makes the programme once; its preparation is not timed."""

import os
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import perf_counter
from typing import NoReturn
from unittest.mock import patch

from shkola_desktop.app.material import gather
from shkola_desktop.bootstrap import Program
from shkola_desktop.domain.documents import DocumentKind, ProgrammeMaterial
from shkola_desktop.report.programme.draft import programme
from tests.bench.children.telling import tell

FONTS = Program().resources / "fonts"
Make = Callable[[], bytes]


def ours(material: ProgrammeMaterial) -> Make:
    """The program: material → blocks → flowables → pages, until contents are right."""
    import shkola_desktop.report.pdf.render  # noqa: F401
    from shkola_desktop.report.reports import PaperReports

    reports = PaperReports(FONTS)
    return lambda: reports.programme(DocumentKind.PROGRAMME, material)


def bare(material: ProgrammeMaterial) -> Make:
    """The floor: the same flowables, ready-made, in one pass of a plain template.

    The contents stay empty: their page numbers need a second pass.
    """
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

    template, story = _story_of(ours(material))
    pages = [
        PageTemplate(
            page.id,
            [Frame(f._x1, f._y1, f._width, f._height, 0, 0, 0, 0) for f in page.frames],
            pagesize=page.pagesize,
        )
        for page in template.pageTemplates
    ]

    def make() -> bytes:
        out = BytesIO()
        plain = BaseDocTemplate(out, pagesize=template.pagesize)
        plain.addPageTemplates(pages)
        plain.build(story)
        return out.getvalue()

    return make


def typst(material: ProgrammeMaterial) -> Make:
    """A peer: typst, compiled Rust."""
    import typst as engine

    from tests.bench.as_typst import source

    text = source(programme(material)).encode()
    return lambda: engine.compile(
        text, font_paths=[str(FONTS)], ignore_system_fonts=True, pdf_tags=False
    )


def weasyprint(material: ProgrammeMaterial) -> Make:
    """A peer: WeasyPrint, HTML and CSS in Python."""
    import weasyprint as engine

    from tests.bench.as_html import page

    text = page(programme(material), FONTS)
    return lambda: engine.HTML(string=text).write_pdf()


def _story_of(make: Make) -> tuple[object, list[object]]:
    from reportlab.platypus import BaseDocTemplate

    class Caught(Exception):
        pass

    def catch(template: object, story: list[object], **_given: object) -> NoReturn:
        raise Caught(template, story)

    with patch.multiple(BaseDocTemplate, build=catch, multiBuild=catch):
        try:
            make()
        except Caught as caught:
            template, story = caught.args
            return template, story
    raise RuntimeError("no ReportLab template was built")


ENGINES = {engine.__name__: engine for engine in (ours, bare, typst, weasyprint)}


def main() -> None:
    name, folder, target = sys.argv[1:]
    with Program().workspace(Path(folder)) as workspace:
        material = gather(workspace)
    make = ENGINES[name](material)
    start = perf_counter()
    pdf = make()
    took = (perf_counter() - start) * 1000
    Path(target).write_bytes(pdf)
    tell(took=took)
    sys.stdout.flush()
    os._exit(0)


main()
