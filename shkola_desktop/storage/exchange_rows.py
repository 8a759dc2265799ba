"""The tables of what travels there and back, and of results as offices keep them.

What belongs to a school has its key first in the primary key: a database spread over
many servers keeps the rows of a school together and needs no other unique constraint.
"""

from sqlalchemy import ForeignKeyConstraint, Index, Table

from shkola_desktop.storage.columns import (
    METADATA,
    content,
    flag,
    maybe_text,
    number,
    owned,
    text,
)

OWNER = "organisation.id"

office = Table(
    "office",
    METADATA,
    text("code", key=True),
    text("name"),
    text("role"),
    text("region"),
    text("region_name"),
    text("head"),
    text("head_position"),
    maybe_text("term"),
)

receiving = Table(
    "receiving",
    METADATA,
    text("id", key=True),
    text("kind"),
    text("sender"),
    number("sequence"),
    text("state"),
    text("received_at"),
    text("file_name"),
    number("size"),
    text("sha256"),
    text("summary"),
    text("reasons"),  # JSON list of sentences
)
Index(None, receiving.c.sender, receiving.c.sequence)

package_file = Table("package_file", METADATA, text("id", key=True), content("content"))

decision = Table(
    "decision",
    METADATA,
    owned("organisation", OWNER, key=True),
    text("id", key=True),
    text("diagnosis"),
    number("sequence"),
    text("verdict"),
    text("side"),
    text("who"),
    text("at"),
    number("number"),
    text("comment"),
    maybe_text("package"),
)

entry = Table(
    "entry",
    METADATA,
    owned("organisation", OWNER, key=True),
    text("id", key=True),
    text("remark"),
    number("number"),
    text("diagnosis"),
    text("kind"),
    text("place_kind"),
    text("place"),
    text("side"),
    text("who"),
    text("at"),
    text("text"),
)

result = Table(
    "result",
    METADATA,
    owned("organisation", OWNER, key=True),
    text("diagnosis", key=True),
    number("year"),
    text("edition"),
    text("edition_hash"),
    flag("completed"),
)
Index(None, result.c.diagnosis)
Index(None, result.c.year)

result_direction = Table(
    "result_direction",
    METADATA,
    text("organisation", key=True),
    text("diagnosis", key=True),
    text("direction", key=True),  # empty for the whole form
    number("place"),  # its place in the form, the whole first
    number("raw"),
    number("points"),
    number("maximum"),
    maybe_text("level"),
    maybe_text("basis"),
    flag("zeroed"),
    number("answered"),
    number("applicable"),
    ForeignKeyConstraint(
        ["organisation", "diagnosis"],
        ["result.organisation", "result.diagnosis"],
        ondelete="CASCADE",
    ),
)

result_shortfall = Table(
    "result_shortfall",
    METADATA,
    text("organisation", key=True),
    text("diagnosis", key=True),
    text("indicator", key=True),
    number("year"),  # the result's own: offices ask by year and indicator
    number("place"),  # the form's order
    number("points"),
    number("maximum"),
    flag("critical"),
    ForeignKeyConstraint(
        ["organisation", "diagnosis"],
        ["result.organisation", "result.diagnosis"],
        ondelete="CASCADE",
    ),
)
Index(None, result_shortfall.c.year, result_shortfall.c.indicator)
