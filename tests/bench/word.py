"""The programme for Word, against bare python-docx with the same texts."""

from functools import partial
from pathlib import Path

import docx

from tests.bench.measuring import Row, alternately
from tests.bench.processes import fresh

TITLE = "The programme for Word: first document of a fresh process, imports not timed"
OURS, BARE = "ours", "bare"
LONGEST = 5
"""Tables that are compared: approvals are a table in ours alone."""
WORDS = "python-docx, same texts, no contents"


def measure(folder: Path, school: Path, rounds: int) -> list[Row]:
    """Let both make the programme in turn; check the first, then count."""
    papers = {name: folder / f"{name}.docx" for name in (OURS, BARE)}
    engines = {
        name: partial(fresh, folder, "word", name, school, paper)
        for name, paper in papers.items()
    }
    alternately(engines, rounds=1, warm_up=0)
    check(papers)
    found = alternately(engines, rounds, warm_up=0)
    return [
        found.row(what, unit, (OURS, figure), (BARE, figure), WORDS)
        for what, unit, figure in (
            ("to make", "ms", "took"),
            ("peak memory", "MiB", "memory"),
        )
    ]


def check(papers: dict[str, Path]) -> None:
    """Refuse to count an engine whose long tables have other rows."""
    ours, bare = (
        sorted(len(table.rows) for table in docx.Document(papers[name]).tables)
        for name in (OURS, BARE)
    )
    if ours[-LONGEST:] != bare[-LONGEST:]:
        raise RuntimeError(f"rows of tables: {ours} and {bare}")
