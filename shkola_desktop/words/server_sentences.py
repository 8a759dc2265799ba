"""What PostgreSQL says when it refuses a connection, in the languages it speaks here.

A refused connection has no code, only a sentence in the server's language.
"""

PASSWORD = (
    "password authentication failed",
    "no password supplied",
    "не прошёл проверку подлинности",
)
BUSY = ("too many clients", "уже слишком много клиентов")
RIGHTS = (
    "permission denied for database",
    "no pg_hba.conf entry",
    "нет доступа к базе",
    "в pg_hba.conf нет записи",
)
MISSING = (("database ", "does not exist"), ("база данных ", "не существует"))
"""Both parts stand in one sentence, the name between them."""
