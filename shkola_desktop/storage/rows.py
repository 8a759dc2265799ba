"""The tables as they are today; migrations write them out on their own.

Core tables without the ORM: its import alone would take half of the start-up.
"""

from sqlalchemy import Index, Table

from shkola_desktop.storage.columns import METADATA
from shkola_desktop.storage.columns import content as _bytes
from shkola_desktop.storage.columns import flag as _flag
from shkola_desktop.storage.columns import maybe_number as _maybe_number
from shkola_desktop.storage.columns import maybe_text as _maybe_text
from shkola_desktop.storage.columns import number as _number
from shkola_desktop.storage.columns import owned as _owned
from shkola_desktop.storage.columns import text as _text

OWNER = "organisation.id"

organisation = Table(
    "organisation",
    METADATA,
    _text("id", key=True),
    _text("code"),
    _text("full_name"),
    _text("short_name"),
    _text("district"),
    _text("district_code"),
    _text("kind"),
    _text("programmes"),
    _flag("ovz"),
    _maybe_number("pupils"),
    _maybe_number("class_sets"),
    _maybe_number("teachers"),
    _text("region"),
    _text("founder"),
    _text("settlement"),
    _text("address"),
    _text("site"),
    _text("director"),
)

person = Table(
    "person",
    METADATA,
    _owned("organisation", OWNER, key=True),
    _number("position_in_list", key=True),
    _text("id"),
    _text("name"),
    _text("position"),
)

declension = Table(
    "declension",
    METADATA,
    _owned("organisation", OWNER, key=True),
    _text("text", key=True),
    _text("grammatical_case", key=True),
    _text("form"),
)

school_info = Table(
    "school_info",
    METADATA,
    _owned("organisation", OWNER, key=True),
    _text("content"),
)

edition = Table(
    "edition", METADATA, _text("hash", key=True), _text("code"), _text("text")
)

diagnosis = Table(
    "diagnosis",
    METADATA,
    _text("id", key=True),
    _owned("organisation", OWNER),
    _text("edition"),
    _text("edition_hash"),
    _text("kind"),
    _text("programmes"),
    _flag("ovz"),
    _number("year"),
    _text("status"),
    _text("started_at"),
    _maybe_text("completed_at"),
)

answer = Table(
    "answer",
    METADATA,
    _owned("diagnosis", "diagnosis.id", key=True),
    _text("indicator", key=True),
    _maybe_text("option"),
    _text("comment"),
    _text("version"),
    _maybe_text("base"),
    _text("changed_at"),
    _text("changed_by"),
    _text("evidence"),  # JSON list of [hash, name, size], in the person's order
)

evidence = Table(
    "evidence",
    METADATA,
    _text("hash", key=True),
    _number("size"),
    _bytes("content"),
)

programme = Table(
    "programme",
    METADATA,
    _text("id", key=True),
    _owned("organisation", OWNER),
    _text("diagnosis"),
    _text("created_at"),
    _text("content"),
)

programme_version = Table(
    "programme_version",
    METADATA,
    _text("id", key=True),
    _owned("programme", "programme.id"),
    _text("name"),
    _text("made_at"),
    _text("content"),
)

action = Table(
    "action",
    METADATA,
    _number("number", key=True),
    _text("at"),
    _text("who"),
    _text("kind"),
    _text("subject"),
    _text("old"),
    _text("new"),
    _text("reason"),
)

setting = Table("setting", METADATA, _text("name", key=True), _text("value"))

document = Table(
    "document",
    METADATA,
    _text("id", key=True),
    _text("kind"),
    _text("format"),
    _text("made_at"),
    _text("file_name"),
    _number("size"),
    _text("state"),
    _bytes("content"),
)

correspondent = Table(
    "correspondent",
    METADATA,
    _text("code", key=True),
    _text("name"),
    _maybe_text("age_key"),
    _maybe_text("minisign_key"),
)

sending = Table(
    "sending",
    METADATA,
    _text("id", key=True),
    _text("kind"),
    _text("receiver"),
    _number("sequence"),
    _text("state"),
    _text("created_at"),
    _text("file_name"),
    _text("place"),
    _number("size"),
    _text("sha256"),
    _text("summary"),
)

# an office looks up its many schools by code, and what each of them has
Index(None, organisation.c.code)
Index(None, diagnosis.c.organisation)
Index(None, programme.c.organisation)
Index(None, programme_version.c.programme)
