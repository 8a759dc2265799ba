"""What PostgreSQL says → our errors.

A server that was reached gives codes (SQLSTATE). A connection that was refused has
only a sentence in the server's language, so both English and Russian are looked for.
"""

from shkola_desktop.domain.errors import (
    ServerBusy,
    ServerDatabaseMissing,
    ServerDiskFull,
    ServerError,
    ServerFailed,
    ServerNoRights,
    ServerPasswordWrong,
    ServerUnreachable,
)
from shkola_desktop.domain.server import Server
from shkola_desktop.words import server_sentences as said

CODES: dict[str, type[ServerError]] = {
    "28P01": ServerPasswordWrong,
    "28000": ServerPasswordWrong,
    "3D000": ServerDatabaseMissing,
    "42501": ServerNoRights,
    "25006": ServerNoRights,  # a standby that only reads
    "53100": ServerDiskFull,
    "53300": ServerBusy,  # too many connections
    "40001": ServerBusy,  # serialization failure
    "40P01": ServerBusy,  # deadlock
    "55P03": ServerBusy,  # waited too long for its turn
    "57P01": ServerUnreachable,  # shut down by its administrator
    "57P02": ServerUnreachable,
    "57P03": ServerUnreachable,  # starting up
    "25P03": ServerUnreachable,  # idle for too long
}
SENTENCES: tuple[tuple[tuple[str, ...], type[ServerError]], ...] = (
    (said.PASSWORD, ServerPasswordWrong),
    (said.BUSY, ServerBusy),
    (said.RIGHTS, ServerNoRights),
)
CONNECTION = "08"
"""The class of codes about a broken connection."""


def server_error(server: Server, error: BaseException) -> ServerError:
    """Return our error for one of the driver or of the system."""
    detail = _sentence(error)
    return _kind(error, detail)(server.address, detail)


def _kind(error: BaseException, detail: str) -> type[ServerError]:
    code = getattr(error, "sqlstate", None)
    if isinstance(code, str):
        if code.startswith(CONNECTION):
            return ServerUnreachable
        return CODES.get(code, ServerFailed)
    for sentences, kind in SENTENCES:
        if any(sentence in detail for sentence in sentences):
            return kind
    if any(begin in detail and end in detail for begin, end in said.MISSING):
        return ServerDatabaseMissing
    if getattr(getattr(error, "pgconn", None), "needs_password", False):
        return ServerPasswordWrong
    # a refused or broken connection; anything else is a fault of the data
    broken = {"OperationalError", "ConnectionTimeout", "TimeoutError", "InterfaceError"}
    names = {kind.__name__ for kind in type(error).__mro__}
    return ServerUnreachable if names & {*broken, "OSError"} else ServerFailed


def _sentence(error: BaseException) -> str:
    lines = (line.strip() for line in str(error).splitlines())
    return " ".join(line for line in lines if line)
