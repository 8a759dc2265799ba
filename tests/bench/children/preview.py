"""Asked again and again: change a word, make the pages, draw the one in sight."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from types import MappingProxyType

from shkola_desktop.app.material import gather
from shkola_desktop.bootstrap import Program
from shkola_desktop.domain.documents import ProgrammeMaterial
from shkola_desktop.report.programme.draft import programme
from tests.bench.children.telling import tell

FONTS = Program().resources / "fonts"
WIDTH = 560
"""Pixels of a page beside the form in a full window."""
Make = Callable[[ProgrammeMaterial], object]


def ours() -> Make:
    """The program: blocks → PDF with true contents → picture of the section's page."""
    from shkola_desktop.report.reports import PaperReports
    from shkola_desktop.ui.widgets.pdf_pages import PdfPages

    reports = PaperReports(FONTS)

    def make(material: ProgrammeMaterial) -> object:
        drawn = reports.drawn_programme(material)
        pages = PdfPages(drawn.content)
        image = pages.image(drawn.pages["section:results"] - 1, WIDTH)
        pages.close()
        return image

    return make


def bare() -> Make:
    """The floor: the same texts in ReportLab's own classes, no picture."""
    from tests.bench.as_reportlab import made

    return lambda material: made(programme(material), FONTS)


SIDES = {"ours": ours, "bare": bare}


def main() -> None:
    side, folder = sys.argv[1:]
    with Program().workspace(Path(folder)) as workspace:
        material = gather(workspace)
    make = SIDES[side]()
    for number, _line in enumerate(sys.stdin):
        known = material.programme
        texts = MappingProxyType({**known.texts, "results": f"Правка {number}."})
        changed = replace(material, programme=replace(known, texts=texts))
        start = perf_counter()
        make(changed)
        tell(took=(perf_counter() - start) * 1000)


main()
