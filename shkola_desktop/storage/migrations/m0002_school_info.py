"""Step 2: the information about the school. Frozen: never edited."""

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the table of the information about the school."""
    op.create_table(
        "school_info",
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("organisation", name="pk_school_info"),
        sa.ForeignKeyConstraint(
            ["organisation"],
            ["organisation.id"],
            name="fk_school_info_organisation_organisation",
            ondelete="CASCADE",
        ),
    )
