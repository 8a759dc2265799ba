"""One engine makes the programme once; its preparation is not timed."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from shkola_desktop.app.material import gather
from shkola_desktop.bootstrap import Program
from shkola_desktop.domain.documents import (
    DocumentFormat,
    DocumentKind,
    ProgrammeMaterial,
)
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
    """The floor: the same texts in ReportLab's own classes, one pass."""
    from tests.bench.as_reportlab import made

    document = programme(material)
    return lambda: made(document, FONTS)


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


def libreoffice(material: ProgrammeMaterial) -> Make:
    """A peer: LibreOffice turning our own DOCX into PDF, its start included."""
    from shkola_desktop.report.reports import PaperReports

    reports = PaperReports(FONTS).of(DocumentFormat.DOCX)
    folder = Path(tempfile.mkdtemp(prefix="libreoffice-"))
    word = folder / "programme.docx"
    word.write_bytes(reports.programme(DocumentKind.PROGRAMME, material))

    def make() -> bytes:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf"]
        subprocess.run(
            [*command, "--outdir", folder, word], check=True, capture_output=True
        )
        return word.with_suffix(".pdf").read_bytes()

    make()  # the first start of a profile is slower; people have theirs
    return make


ENGINES = {
    engine.__name__: engine for engine in (ours, bare, typst, weasyprint, libreoffice)
}


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
