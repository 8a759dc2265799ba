"""Open a database on a PostgreSQL server: the same tables, for several people.

Writers take turns, as they do in a file: use cases read, decide and write, and two
of them at once would lose what the other one decided. Readers wait for nobody.
"""

from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, create_engine, event

from shkola_desktop.domain.errors import DatabaseTooNew, ServerDatabaseForeign
from shkola_desktop.domain.server import Server
from shkola_desktop.storage.database import Database, translating
from shkola_desktop.storage.migrations import MIGRATIONS, Migration
from shkola_desktop.storage.server_errors import server_error

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection

TURN = 0x53484B4C
"""«SHKL»: the advisory lock that one writer, or one migration, holds at a time."""
CONNECT_TIMEOUT = 10
"""Seconds to wait for a server that does not answer."""
TURN_TIMEOUT = 30_000
"""Milliseconds to wait for the others: an import of a district takes seconds."""
SESSION = {
    # a save is reported only after the commit reached the server's disk
    "synchronous_commit": "on",
    "lock_timeout": str(TURN_TIMEOUT),
    # a computer that was switched off gives its turn back in a minute or two
    "tcp_keepalives_idle": "30",
    "tcp_keepalives_interval": "10",
    "tcp_keepalives_count": "3",
    "idle_in_transaction_session_timeout": "900000",
    "client_encoding": "UTF8",
    "TimeZone": "UTC",
}
OWNER = """
SELECT set_config('role', r.rolname, false)
FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba
WHERE d.datname = current_database() AND pg_has_role(session_user, r.oid, 'MEMBER')
"""
"""Everyone acts as the owner of the database: tables belong to nobody in person."""
TABLES = """
SELECT count(*) FROM pg_class
WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
"""
UNSORTED = """
SELECT table_name, column_name FROM information_schema.columns
WHERE table_schema = current_schema() AND data_type = 'character varying'
AND collation_name IS DISTINCT FROM 'C' ORDER BY table_name, column_name
"""


def open_server(
    server: Server, password: str | None, migrations: tuple[Migration, ...] = MIGRATIONS
) -> Database:
    """Bring the database up to this version and open it.

    Without a password libpq looks into its own file (``~/.pgpass``). Steps of a
    migration are one transaction; two programs that open it at once take turns.

    Raises:
        ServerUnreachable, ServerPasswordWrong, ServerDatabaseMissing,
        ServerNoRights, ServerBusy: it cannot be opened.
        ServerDatabaseForeign: it holds tables of another program.
        DatabaseTooNew: a later version of the program wrote it.
    """
    ours = partial(server_error, server)
    engine = _engine(server, password)
    try:
        with translating(ours):
            _bring_up(engine, server, migrations)
    except BaseException:
        engine.dispose()
        raise
    return Database(engine, "", ours, server.user)


def _engine(server: Server, password: str | None) -> Engine:
    engine = create_engine(
        "postgresql+psycopg://",
        connect_args={
            "host": server.host,
            "port": server.port,
            "dbname": server.database,
            "user": server.user,
            "password": password,
            "sslmode": server.sslmode,
            "connect_timeout": CONNECT_TIMEOUT,
            "application_name": "shkola-desktop",
            "options": " ".join(
                f"-c {name}={value}" for name, value in SESSION.items()
            ),
        },
        pool_pre_ping=True,  # the server may have been started again meanwhile
    )

    def prepare(raw: "DBAPIConnection", _record: object) -> None:
        cursor = raw.cursor()
        cursor.execute(OWNER)
        cursor.close()
        raw.commit()

    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("reading", False):
            # one moment of the whole database, however long it is read
            isolation = "ISOLATION LEVEL REPEATABLE READ READ ONLY"
            connection.exec_driver_sql(f"SET TRANSACTION {isolation}")
        else:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({TURN})")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", begin)
    return engine


def _bring_up(
    engine: Engine, server: Server, migrations: tuple[Migration, ...]
) -> None:
    with engine.connect().execution_options(reading=True) as connection:
        version = _version(connection, server)
    if version == len(migrations):
        return
    with engine.begin() as connection:  # our turn: somebody may have been first
        version = _version(connection, server)
        if version > len(migrations):
            raise DatabaseTooNew(version, len(migrations))
        if version < len(migrations):
            _migrate(connection, migrations, version)


def _version(connection: Connection, server: Server) -> int:
    found = connection.exec_driver_sql("SELECT to_regclass('schema_version')").scalar()
    if found is None:
        if connection.exec_driver_sql(TABLES).scalar():
            raise ServerDatabaseForeign(server.address)
        return 0
    query = "SELECT application, version FROM schema_version"
    rows = connection.exec_driver_sql(query).fetchall()
    if len(rows) != 1 or rows[0][0] != TURN:
        raise ServerDatabaseForeign(server.address)
    return rows[0][1]


def _migrate(
    connection: Connection, migrations: tuple[Migration, ...], version: int
) -> None:
    # slow to import, and needed only when a step is due
    from alembic.operations import Operations  # noqa: PLC0415
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415

    operations = Operations(MigrationContext.configure(connection))
    for step in migrations[version:]:
        step(operations)
    _sort_as_files_do(connection)
    run = connection.exec_driver_sql
    run(
        "CREATE TABLE IF NOT EXISTS schema_version"
        " (application integer NOT NULL, version integer NOT NULL)"
    )
    run("DELETE FROM schema_version")
    run(
        "INSERT INTO schema_version VALUES (%(application)s, %(version)s)",
        {"application": TURN, "version": len(migrations)},
    )


def _sort_as_files_do(connection: Connection) -> None:
    # lists come in the same order everywhere, whatever language the server speaks
    quote = connection.dialect.identifier_preparer.quote
    for table, column in connection.exec_driver_sql(UNSORTED).fetchall():
        connection.exec_driver_sql(
            f"ALTER TABLE {quote(table)} ALTER COLUMN {quote(column)}"
            ' TYPE varchar COLLATE "C"'
        )
