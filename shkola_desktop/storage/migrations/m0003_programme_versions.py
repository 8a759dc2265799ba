"""Step 3: programmes kept under a name. Frozen: never edited."""

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the table of the versions of programmes."""
    op.create_table(
        "programme_version",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("programme", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("made_at", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_programme_version"),
        sa.ForeignKeyConstraint(
            ["programme"],
            ["programme.id"],
            name="fk_programme_version_programme_programme",
            ondelete="CASCADE",
        ),
    )
