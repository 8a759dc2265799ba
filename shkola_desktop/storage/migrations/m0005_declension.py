"""Step 5: forms that a school put right. Frozen: never edited."""

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the table of the corrected forms."""
    op.create_table(
        "declension",
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("grammatical_case", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint(
            "organisation", "text", "grammatical_case", name="pk_declension"
        ),
        sa.ForeignKeyConstraint(
            ["organisation"],
            ["organisation.id"],
            name="fk_declension_organisation_organisation",
            ondelete="CASCADE",
        ),
    )
