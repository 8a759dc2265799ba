"""The steps of the schema, in order; the number of a step is its place.

A step is named here and imported only when it is due: Alembic is slow to import.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

Migration = Callable[[Any], None]
"""Takes an ``alembic.operations.Operations``."""


def _step(name: str) -> Migration:
    def upgrade(op: Any) -> None:  # Operations, imported late
        import_module(f"{__name__}.{name}").upgrade(op)

    return upgrade


MIGRATIONS: tuple[Migration, ...] = (
    _step("m0001_initial"),
    _step("m0002_school_info"),
    _step("m0003_programme_versions"),
    _step("m0004_exchange"),
    _step("m0005_declension"),
    _step("m0006_parts"),
)
