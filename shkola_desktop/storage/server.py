"""The small file of a workspace that tells which server its database lies on."""

import os
from pathlib import Path

import msgspec

from shkola_desktop.domain.errors import FolderNotWritable, ServerAddressWrong
from shkola_desktop.domain.server import DEFAULT_PORT, Server

FILE = "server.json"
MAX_FILE = 10_000
"""Bytes of the file: five short fields."""
SCHEMES = ("postgresql", "postgresql+psycopg")
SSL_MODES = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")
MAX_PORT = 65_535


def parse(address: str) -> Server:
    """Return the server of an address like ``postgresql+psycopg://user@host/db``.

    The folder of a socket and the encryption are given as libpq gives them:
    ``?host=/run/postgresql&sslmode=require``.

    Raises:
        ServerAddressWrong: it is none, or holds a password.
    """
    from sqlalchemy.engine import make_url  # noqa: PLC0415  # only where a server is
    from sqlalchemy.exc import ArgumentError  # noqa: PLC0415

    try:
        url = make_url(address)
        port = url.port or DEFAULT_PORT
    except (ArgumentError, ValueError) as error:
        raise ServerAddressWrong(_without_password(address)) from error
    asked = dict(url.query)
    host = asked.pop("host", url.host or "")
    sslmode = asked.pop("sslmode", "prefer")
    known = url.drivername in SCHEMES and url.password is None and not asked
    if not known or not isinstance(host, str) or not isinstance(sslmode, str):
        raise ServerAddressWrong(_without_password(address))
    server = Server(host, url.database or "", url.username or "", port, sslmode)
    return _sound(server, _without_password(address))


def read(folder: Path) -> Server | None:
    """Return the server of a workspace, or None where its database is a file.

    Raises:
        ServerAddressWrong: the file is damaged.
    """
    path = folder / FILE
    try:
        with path.open("rb") as file:
            text = file.read(MAX_FILE + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ServerAddressWrong(str(path)) from error
    try:
        return _sound(msgspec.json.decode(text, type=Server), str(path))
    except msgspec.DecodeError as error:
        raise ServerAddressWrong(str(path)) from error


def write(folder: Path, server: Server) -> None:
    """Keep the server of a workspace.

    Raises:
        FolderNotWritable.
    """
    path = folder / FILE
    part = path.with_name(f"{FILE}.part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(server)))
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise FolderNotWritable(folder) from error


def _sound(server: Server, said: str) -> Server:
    texts = server.host, server.database, server.user
    plain = all(text and text.isprintable() for text in texts)
    if not plain or not 0 < server.port <= MAX_PORT or server.sslmode not in SSL_MODES:
        raise ServerAddressWrong(said)
    return server


def _without_password(address: str) -> str:
    # whatever stands between the scheme and the last @ may hold a password
    scheme, mark, rest = address.partition("://")
    before, at, after = rest.rpartition("@")
    user = before.partition(":")[0]
    return f"{scheme}{mark}{user}{at}{after}" if at else address
