"""The tables of parts for colleagues and of the merges that came of them."""

from sqlalchemy import Table

from shkola_desktop.storage.columns import METADATA, maybe_text, number, text

part = Table(
    "part",
    METADATA,
    text("id", key=True),
    text("way"),
    text("diagnosis"),
    text("given_at"),
    text("record"),  # JSON of everything else, see ``part_values``
)

part_merge = Table(
    "part_merge",
    METADATA,
    text("id", key=True),
    text("package"),
    text("diagnosis"),
    text("at"),
    number("number"),
    maybe_text("undone_at"),
    text("content"),  # JSON: who, record, lines with both values
)
