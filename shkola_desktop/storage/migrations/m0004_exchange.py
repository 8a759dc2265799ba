"""Step 4: offices, both ledgers, remarks, decisions, results. Frozen: never edited."""

from typing import Any

import sqlalchemy as sa
from alembic.operations import Operations

INDEXES = (
    ("organisation", "code"),
    ("diagnosis", "organisation"),
    ("programme", "organisation"),
    ("programme_version", "programme"),
    ("receiving", "sender", "sequence"),
    ("result", "diagnosis"),
    ("result", "year"),
    ("result_shortfall", "year", "indicator"),
)


def upgrade(op: Operations) -> None:
    """Make the tables of what travels there and back, and indexes for many schools."""
    _offices(op)
    _reviews(op)
    _results(op)
    for table, *columns in INDEXES:
        op.create_index("_".join(("ix", table, *columns)), table, columns)


def _text(*names: str) -> list[Any]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _maybe_text(*names: str) -> list[Any]:
    return [sa.Column(name, sa.String(), nullable=True) for name in names]


def _number(*names: str) -> list[Any]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def _flag(name: str) -> Any:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _key(table: str, *columns: str) -> Any:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def _of_school(table: str) -> Any:
    return sa.ForeignKeyConstraint(
        ["organisation"],
        ["organisation.id"],
        name=f"fk_{table}_organisation_organisation",
        ondelete="CASCADE",
    )


def _of_result(table: str) -> Any:
    return sa.ForeignKeyConstraint(
        ["organisation", "diagnosis"],
        ["result.organisation", "result.diagnosis"],
        name=f"fk_{table}_organisation_result",
        ondelete="CASCADE",
    )


def _offices(op: Operations) -> None:
    op.create_table(
        "office",
        *_text("code", "name", "role", "region", "region_name"),
        *_text("head", "head_position"),
        *_maybe_text("term"),
        _key("office", "code"),
    )
    op.create_table(
        "receiving",
        *_text("id", "kind", "sender"),
        *_number("sequence"),
        *_text("state", "received_at", "file_name"),
        *_number("size"),
        *_text("sha256", "summary", "reasons"),
        _key("receiving", "id"),
    )
    op.create_table(
        "package_file",
        *_text("id"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        _key("package_file", "id"),
    )


def _reviews(op: Operations) -> None:
    op.create_table(
        "decision",
        *_text("organisation", "id", "diagnosis"),
        *_number("sequence"),
        *_text("verdict", "side", "who", "at"),
        *_number("number"),
        *_text("comment"),
        *_maybe_text("package"),
        _key("decision", "organisation", "id"),
        _of_school("decision"),
    )
    op.create_table(
        "entry",
        *_text("organisation", "id", "remark"),
        *_number("number"),
        *_text("diagnosis", "kind", "place_kind", "place", "side", "who", "at", "text"),
        _key("entry", "organisation", "id"),
        _of_school("entry"),
    )


def _results(op: Operations) -> None:
    op.create_table(
        "result",
        *_text("organisation", "diagnosis"),
        *_number("year"),
        *_text("edition", "edition_hash"),
        _flag("completed"),
        _key("result", "organisation", "diagnosis"),
        _of_school("result"),
    )
    op.create_table(
        "result_direction",
        *_text("organisation", "diagnosis", "direction"),
        *_number("place", "raw", "points", "maximum"),
        *_maybe_text("level", "basis"),
        _flag("zeroed"),
        *_number("answered", "applicable"),
        _key("result_direction", "organisation", "diagnosis", "direction"),
        _of_result("result_direction"),
    )
    op.create_table(
        "result_shortfall",
        *_text("organisation", "diagnosis", "indicator"),
        *_number("year", "place", "points", "maximum"),
        _flag("critical"),
        _key("result_shortfall", "organisation", "diagnosis", "indicator"),
        _of_result("result_shortfall"),
    )
