"""The sorts of column that the tables are made of."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
)

# SQLite cannot alter a constraint that has no name
NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
}
METADATA = MetaData(naming_convention=NAMES)


def text(name: str, *, key: bool = False) -> Column[str]:
    """A text that is always there."""
    return Column(name, String, primary_key=key, nullable=False)


def maybe_text(name: str) -> Column[str]:
    """A text, or nothing."""
    return Column(name, String, nullable=True)


def number(name: str, *, key: bool = False) -> Column[int]:
    """A whole number that is always there."""
    return Column(name, Integer, primary_key=key, nullable=False)


def maybe_number(name: str) -> Column[int]:
    """A whole number, or nothing."""
    return Column(name, Integer, nullable=True)


def flag(name: str) -> Column[bool]:
    """Yes or no."""
    return Column(name, Boolean, nullable=False)


def content(name: str) -> Column[bytes]:
    """The bytes of a file."""
    return Column(name, LargeBinary, nullable=False)


def owned(name: str, owner: str, *, key: bool = False) -> Column[str]:
    """A text that names the row it belongs to and goes with."""
    return Column(
        name,
        String,
        ForeignKey(owner, ondelete="CASCADE"),
        primary_key=key,
        nullable=False,
    )
