"""Where the database of an office lies when several people work with it at once."""

from dataclasses import dataclass

DEFAULT_PORT = 5432
"""The port that PostgreSQL listens on unless it is told otherwise."""


@dataclass(frozen=True, slots=True)
class Server:
    """A database on a PostgreSQL server, and who we are there; never the password.

    A ``host`` that begins with a slash is the folder of a socket on this computer.
    ``sslmode`` is libpq's: ``prefer`` encrypts where the server can.
    """

    host: str
    database: str
    user: str
    port: int = DEFAULT_PORT
    sslmode: str = "prefer"

    @property
    def address(self) -> str:
        """One line for people, and the name that the password is kept under."""
        return f"{self.user}@{self.host}:{self.port}/{self.database}"
