"""Saving an answer, against the same rows through sqlite3 alone."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path
from time import perf_counter

from shkola_desktop.app import answering, diagnosing, editions
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.bootstrap import DATABASE, Program
from tests.bench.measuring import Contender, Row, alternately
from tests.bench.processes import Child
from tests.bench.school import draft_of

TITLE = "An answer: from the click to the medium"
COMMIT = "raw sqlite3 commit"
RADIO = "plain radio button"
PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)
LAST = """
SELECT diagnosis, indicator, option, comment, version, base, changed_at, changed_by,
    evidence FROM answer ORDER BY changed_at DESC LIMIT 1
"""
UPSERT = """
INSERT INTO answer (diagnosis, indicator, option, comment, version, base, changed_at,
    changed_by, evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (diagnosis, indicator) DO UPDATE SET option = excluded.option,
    comment = excluded.comment, version = excluded.version, base = excluded.base,
    changed_at = excluded.changed_at, changed_by = excluded.changed_by,
    evidence = excluded.evidence
"""
LOG = """
INSERT INTO action (at, who, kind, subject, old, new, reason)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""


def measure(folder: Path, school: Path, rounds: int) -> list[Row]:
    """Answer, commit, click and click bare, in turn, on copies of one file."""
    ours = draft_of(school, folder / "answering")
    clicked = draft_of(school, folder / "clicking")
    raw = folder / "raw.sqlite"
    shutil.copy(ours / DATABASE, raw)
    with (
        Program().workspace(ours) as workspace,
        closing(sqlite3.connect(raw, isolation_level=None)) as connection,
        Child(folder, "clicks", clicked) as clicks,
    ):
        options = int(clicks.told()["options"])
        with Child(folder, "bare_clicks", options) as bare_clicks:
            bare_clicks.told()
            found = alternately(
                {
                    "answer": use_case(workspace),
                    COMMIT: committing(connection),
                    "click": clicks.ask,
                    RADIO: bare_clicks.ask,
                },
                rounds,
                warm_up=5,
            )
    return [
        found.row("the use case alone", "ms", ("answer", "took"), (COMMIT, "took")),
        found.row("click to «saved»", "ms", ("click", "saved"), (COMMIT, "took")),
        found.row("click to painted", "ms", ("click", "shown"), (RADIO, "shown")),
    ]


def use_case(workspace: Workspace) -> Contender:
    """Return the use case, taking one option and another in turn."""
    newest = diagnosing.diagnoses_of(workspace)[0]
    indicator = editions.form_of(newest, workspace).indicators[0]
    options = [option.id for option in indicator.options[:2]]

    def once(number: int) -> None:
        answering.answer(newest.id, indicator.code, options[number % 2], workspace)

    return _timed(once)


def committing(connection: sqlite3.Connection) -> Contender:
    """Return a transaction of the same two rows on a copy of the same file."""
    for pragma in PRAGMAS:
        connection.execute(pragma)
    row = list(connection.execute(LAST).fetchone())
    code, at = row[1], row[6]

    def once(number: int) -> None:
        row[2] = f"o{number % 2}"
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(UPSERT, row)
        connection.execute(LOG, (at, "", "answer-changed", code, "o1", row[2], ""))
        connection.execute("COMMIT")

    return _timed(once)


def _timed(once: Callable[[int], None]) -> Contender:
    numbers = count()

    def run() -> dict[str, float]:
        number = next(numbers)
        start = perf_counter()
        once(number)
        return {"took": (perf_counter() - start) * 1000}

    return run
