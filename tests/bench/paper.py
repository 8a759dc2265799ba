"""The programme as PDF, against bare ReportLab, typst, WeasyPrint, LibreOffice."""

import shutil
import sys
from functools import partial
from pathlib import Path

from pypdf import PdfReader

from shkola_desktop.app.material import gather
from shkola_desktop.bootstrap import Program
from shkola_desktop.report.document import Heading
from shkola_desktop.report.programme.draft import programme
from tests.bench.measuring import Row, alternately
from tests.bench.processes import fresh

TITLE = "The programme as PDF: first document of a fresh process, imports not timed"
OURS = "ours"
OTHERS = {
    "bare": "ReportLab's own classes, 1 pass",
    "typst": "typst, same document",
    "weasyprint": "WeasyPrint, same document",
    "libreoffice": "LibreOffice, our DOCX",
}
ABSENT = "LibreOffice is not installed: it is left out.\n"
NEAR = 0.2
"""A peer whose pages differ by more than this share makes another document."""


def measure(folder: Path, school: Path, rounds: int) -> list[Row]:
    """Let every engine make the programme in turn; check the first, then count."""
    others = _present()
    papers = {name: folder / f"{name}.pdf" for name in (OURS, *others)}
    engines = {
        name: partial(fresh, folder, "paper", name, school, paper)
        for name, paper in papers.items()
    }
    alternately(engines, rounds=1, warm_up=0)
    check(papers, _headings(school))
    found = alternately(engines, rounds, warm_up=0)
    return [
        found.row(what, unit, (OURS, figure), (name, figure), words)
        for what, unit, figure in (
            ("to make", "ms", "took"),
            ("peak memory", "MiB", "memory"),
        )
        for name, words in others.items()
        # a process of its own holds LibreOffice's memory
        if (name, figure) != ("libreoffice", "memory")
    ]


def _present() -> dict[str, str]:
    if shutil.which("soffice"):
        return OTHERS
    sys.stderr.write(ABSENT)
    return {name: words for name, words in OTHERS.items() if name != "libreoffice"}


def check(papers: dict[str, Path], headings: list[str]) -> None:
    """Refuse to count an engine that leaves out text or sets far other pages."""
    pages = {name: PdfReader(paper).pages for name, paper in papers.items()}
    ours = len(pages[OURS])
    for name, found in pages.items():
        if abs(len(found) - ours) > NEAR * ours:
            raise RuntimeError(f"{name}: {len(found)} pages, ours has {ours}")
        text = _letters("".join(page.extract_text() for page in found))
        missing = [words for words in headings if _letters(words) not in text]
        if missing:
            raise RuntimeError(f"{name}: without {missing}")


def _headings(school: Path) -> list[str]:
    with Program().workspace(school) as workspace:
        blocks = programme(gather(workspace)).blocks
    return [block.text for block in blocks if isinstance(block, Heading)]


def _letters(text: str) -> str:
    # lines break, quotes and dashes are set, as each engine likes
    return "".join(char for char in text if char.isalnum())
