"""Step 6: parts for colleagues and merges. Frozen: never edited."""

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make both tables."""
    op.create_table(
        "part",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("diagnosis", sa.String(), nullable=False),
        sa.Column("given_at", sa.String(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_part"),
    )
    op.create_table(
        "part_merge",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("package", sa.String(), nullable=False),
        sa.Column("diagnosis", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("undone_at", sa.String(), nullable=True),
        sa.Column("content", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_part_merge"),
    )
