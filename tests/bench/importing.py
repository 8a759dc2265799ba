"""A district imports the packages of its schools, against bare libraries."""

import io
import shutil
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path
from time import perf_counter

import msgspec
import pyrage

from shkola_desktop.app.exchange import looking, receiving
from shkola_desktop.app.exchange.receiving import OutcomeState
from shkola_desktop.bootstrap import DATABASE, KEYS, Program
from tests.bench.measuring import Contender, Figures, Rounds, Row, alternately
from tests.bench.processes import fresh
from tests.bench.saving import PRAGMAS
from tests.support.many import Crowd

TITLE = "A district imports the packages of its schools"
OURS, BARE = "program", "pyrage + msgspec + executemany"
FEW, MANY = 100, 1500
"""Packages: of a district, and of a large region."""
OWNED = {
    "organisation": "SELECT * FROM organisation WHERE code = :code",
    "correspondent": "SELECT * FROM correspondent WHERE code = :code",
    "diagnosis": "SELECT * FROM diagnosis WHERE organisation = :school",
    "answer": (
        "SELECT answer.* FROM answer JOIN diagnosis ON diagnosis.id = "
        "answer.diagnosis WHERE diagnosis.organisation = :school"
    ),
    "programme": "SELECT * FROM programme WHERE organisation = :school",
    "result": "SELECT * FROM result WHERE organisation = :school",
    "result_direction": "SELECT * FROM result_direction WHERE organisation = :school",
    "result_shortfall": "SELECT * FROM result_shortfall WHERE organisation = :school",
    "package_file": "SELECT * FROM package_file WHERE id = :package",
    "receiving": "SELECT * FROM receiving WHERE id = :package",
    "action": "SELECT * FROM action WHERE subject = :package",
}
"""Every row that an import of one school's package leaves."""
RowsOf = Mapping[str, Sequence[tuple[object, ...]]]


def measure(folder: Path, _school: Path, rounds: int) -> list[Row]:
    """Import the same packages into fresh copies of the same district, in turn."""
    crowd = Crowd.made(folder / "crowd")
    base, stick = make_district(crowd, FEW, folder / "few")
    found = alternately(
        {OURS: importing(base, stick, folder), BARE: bare(base, stick, folder)},
        rounds,
    )
    return [
        found.row("take a package in", "ms", (OURS, "taken"), (BARE, "taken")),
        found.row("look at it, then take it in", "ms", (OURS, "all"), (BARE, "taken")),
        _memory(crowd, folder, base, stick),
    ]


def make_district(crowd: Crowd, size: int, folder: Path) -> tuple[Path, Path]:
    """Return a district that knows so many schools, and their packages on a stick."""
    base, stick = folder / "district", folder / "stick"
    with Program().workspace(base) as workspace:
        crowd.register(size, workspace)
        crowd.write(size, workspace.keys.public().age, stick)
    return base, stick


def import_all(district: Path, stick: Path) -> dict[str, float]:
    """Import every package of a stick; return ms a package."""
    with Program().workspace(district) as workspace:
        workspace.catalogue.edition(workspace.catalogue.codes()[0])  # as in a window
        start = perf_counter()
        found = looking.scan(stick, workspace).found
        candidates = looking.look_through(found, workspace)
        looked = perf_counter()
        done = receiving.accept(candidates, workspace)
        end = perf_counter()
    states = {outcome.state for outcome in done.outcomes}
    if states != {OutcomeState.IMPORTED}:
        raise RuntimeError(states)
    each = 1000 / len(found)
    return {"taken": (end - looked) * each, "all": (end - start) * each}


def importing(base: Path, stick: Path, folder: Path) -> Contender:
    """Return the program: scan, look through, back up, a transaction a package."""
    numbers = count()

    def run() -> Figures:
        return import_all(copy_of(base, folder / f"ours-{next(numbers)}"), stick)

    return run


def bare(base: Path, stick: Path, folder: Path) -> Contender:
    """Return the floor: decrypt, parse, write the same rows, a commit a package.

    Nothing is checked, no signature, no form, no address; the rows are at hand.
    """
    imported = copy_of(base, folder / "imported")
    import_all(imported, stick)
    paths = sorted(stick.iterdir())
    rows = rows_of(imported / DATABASE, paths)
    text = (base / KEYS / "age.txt").read_text().splitlines()[1]
    identity = pyrage.x25519.Identity.from_str(text)
    numbers = count()

    def run() -> Figures:
        place = copy_of(base, folder / f"bare-{next(numbers)}")
        with closing(
            sqlite3.connect(place / DATABASE, isolation_level=None)
        ) as connection:
            for pragma in PRAGMAS:
                connection.execute(pragma)
            start = perf_counter()
            for path, theirs in zip(paths, rows, strict=True):
                _decoded(path, identity)
                _write(connection, theirs)
            took = perf_counter() - start
        return {"taken": took * 1000 / len(paths)}

    return run


def rows_of(database: Path, paths: Sequence[Path]) -> list[RowsOf]:
    """Return what an import left of each package."""
    found: list[RowsOf] = []
    with closing(sqlite3.connect(database)) as connection:
        ask = "SELECT id, sender FROM receiving WHERE file_name = ?"
        for path in paths:
            package, code = connection.execute(ask, (path.name,)).fetchone()
            known = "SELECT id FROM organisation WHERE code = ?"
            (school,) = connection.execute(known, (code,)).fetchone()
            names = {"code": code, "school": school, "package": package}
            found.append(
                {
                    table: connection.execute(query, names).fetchall()
                    for table, query in OWNED.items()
                }
            )
    return found


def copy_of(base: Path, target: Path) -> Path:
    """Copy a closed workspace with its keys."""
    target.mkdir(parents=True)
    shutil.copy(base / DATABASE, target)
    shutil.copytree(base / KEYS, target / KEYS)
    return target


def _decoded(path: Path, identity: pyrage.x25519.Identity) -> object:
    with zipfile.ZipFile(path) as outer:
        name = next(n for n in outer.namelist() if n.endswith("content.age"))
        inner = pyrage.decrypt(outer.read(name), [identity])
    with zipfile.ZipFile(io.BytesIO(inner)) as content:
        return msgspec.json.decode(content.read("content.json"))


def _write(connection: sqlite3.Connection, rows: RowsOf) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for table, lines in rows.items():
        if lines:
            marks = ", ".join("?" * len(lines[0]))
            # our own names
            statement = f"INSERT OR REPLACE INTO {table} VALUES ({marks})"  # noqa: S608
            connection.executemany(statement, lines)
    connection.execute("COMMIT")


def _memory(crowd: Crowd, folder: Path, base: Path, stick: Path) -> Row:
    large, large_stick = make_district(crowd, MANY, folder / "many")
    small = copy_of(base, folder / "small")
    few = fresh(folder, "importing", small, stick)
    many = fresh(folder, "importing", large, large_stick)
    rounds = Rounds({"many": [many], "few": [few]})
    words = f"import of {FEW}"
    return rounds.row(
        f"peak memory, {MANY} packages",
        "MiB",
        ("many", "memory"),
        ("few", "memory"),
        words,
    )
