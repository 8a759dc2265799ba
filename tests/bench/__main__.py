"""``python -m tests.bench``: speed as ratios against floors and peers of this run."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.bench import importing, paper, preview, saving, school, start_up, table, word
from tests.bench.measuring import Row
from tests.bench.processes import ROOT

FULL = {start_up: 12, saving: 150, paper: 5, word: 5, preview: 15, importing: 5}
QUICK = {start_up: 4, saving: 30, paper: 2, word: 2, preview: 5, importing: 2}
"""Rounds of each benchmark: about two minutes, or one, on two cores."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmarks asked for and print their table."""
    asked = _parser().parse_args(arguments)
    start = perf_counter()
    found: dict[str, list[Row]] = {}
    for benchmark, rounds in (QUICK if asked.quick else FULL).items():
        name = benchmark.__name__.rpartition(".")[2]
        if asked.only in {None, name}:
            found[benchmark.TITLE] = _measured(benchmark, rounds)
    text = table.as_json(found) if asked.json else table.as_text(found)
    sys.stdout.write(text + "\n")
    sys.stderr.write(f"{perf_counter() - start:.0f} s in all\n")


def _measured(benchmark: object, rounds: int) -> list[Row]:
    # beside the sources: a temporary folder in memory would make a commit free
    place = ROOT / "build"
    place.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="bench-", dir=place) as name:
        folder = Path(name)
        made = school.make(folder / "school")
        return benchmark.measure(folder, made, rounds)  # type: ignore[attr-defined]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    names = ("start_up", "saving", "paper", "word", "preview", "importing")
    parser.add_argument("--only", choices=names)
    return parser


main()
