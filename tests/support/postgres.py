"""A real PostgreSQL server for a test run, and a fresh database for each test."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg

from shkola_desktop.domain.server import Server
from shkola_desktop.storage.postgres import open_server

OWNER = "shkola"
GUARDED = "guarded"
"""A user that the server asks for a password."""
PASSWORD = "тайна 1"  # noqa: S105  # of a server that lives for a test run
STRANGER = "stranger"
"""A user without rights."""
TEMPLATE = "migrated"
ACCESS = f"""
local all {GUARDED} scram-sha-256
local all all trust
"""
# nothing of it must outlive the tests
SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
    "shared_buffers": "16MB",
    "max_connections": "40",
    "lc_messages": "C",
}


class PostgresServer:
    """A running server; every database that it makes is a copy of a migrated one."""

    def __init__(self, socket: Path) -> None:
        self._socket = str(socket)
        self._numbers = count(1)

    def address(self, database: str, user: str = OWNER) -> Server:
        return Server(self._socket, database, user)

    def prepare(self) -> None:
        self.run(
            f"CREATE ROLE {GUARDED} LOGIN PASSWORD '{PASSWORD}' IN ROLE {OWNER}",
            f"CREATE ROLE {STRANGER} LOGIN",
        )
        self.run(f"CREATE DATABASE {TEMPLATE}")
        open_server(self.address(TEMPLATE), None).close()

    def new_database(self, template: str = TEMPLATE) -> str:
        """Make a database with our tables, or an empty one; return its name."""
        name = f"test_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def run(self, *statements: str, database: str = "postgres") -> list[tuple]:
        """Run statements past the program; return the rows of the last one."""
        with psycopg.connect(
            host=self._socket, dbname=database, user=OWNER, autocommit=True
        ) as connection:
            for statement in statements:
                cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []


def programs() -> Path:
    """Return the folder of the newest server's programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    known = shutil.which("initdb")
    path = found[-1] if found else Path(known or "initdb")
    assert path.exists(), "PostgreSQL is not installed: run .ci/setup test"
    return path.resolve().parent


@contextmanager
def running() -> Generator[PostgresServer]:
    """Start a server of our own on a socket; it is gone afterwards."""
    # a short path: the name of a socket has a hundred letters at most
    home = Path(tempfile.mkdtemp(prefix="pg-"))
    data, socket = home / "data", home / "socket"
    as_user = _unprivileged()
    socket.mkdir()
    if as_user:
        shutil.chown(home, "postgres")
        shutil.chown(socket, "postgres")
    try:
        # a Russian order of letters: lists must not depend on it
        _call(
            as_user,
            "initdb",
            *("-D", data, "-U", OWNER, "-A", "trust", "-E", "UTF8", "--no-sync"),
            *("--locale=C", "--locale-provider=icu", "--icu-locale=ru"),
        )
        (data / "pg_hba.conf").write_text(ACCESS)
        options = {**SETTINGS, "unix_socket_directories": socket}
        given = " ".join(f"-c {name}='{value}'" for name, value in options.items())
        log = ("-l", home / "log")
        _call(as_user, "pg_ctl", "-D", data, *log, "-o", given, "-w", "start")
        try:
            server = PostgresServer(socket)
            server.prepare()
            yield server
        finally:
            _call(as_user, "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(home)


def _unprivileged() -> tuple[str, ...]:
    # the server refuses to run as root
    return ("runuser", "-u", "postgres", "--") if os.getuid() == 0 else ()


def _call(as_user: tuple[str, ...], program: str, *arguments: object) -> None:
    command = [*as_user, str(programs() / program), *map(str, arguments)]
    done = subprocess.run(
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd="/",
        text=True,
    )
    assert done.returncode == 0, done.stderr
