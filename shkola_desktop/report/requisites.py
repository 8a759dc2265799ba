"""Requisites of a document: told where they are known, blanks where a hand fills in."""

from datetime import date

from shkola_desktop.domain.programme_parts import Approval as Decision
from shkola_desktop.domain.school import School
from shkola_desktop.report.document import Approval, Approvals, Paragraph, Style
from shkola_desktop.words.russian import NBSP, long_date, short_date

DAY = "____________"
NUMBER = "_____"
DATE = "«____» ____________ 20___ г."
SIGNATURE = "__________"
ROOM = f"{NBSP}\n{NBSP}"
"""A cell that a hand writes into: two lines high."""
LAW = (
    "Федерального закона от 29.12.2012 № 273-ФЗ «Об образовании в Российской "
    f"Федерации» (пункт{NBSP}7 части{NBSP}3 статьи{NBSP}28)"
)
"""Who makes and approves a programme; in the genitive, after «на основании»."""


def name_of(school: School) -> Paragraph:
    """Return the name at the head; what stands in quotes begins a line."""
    return Paragraph(in_lines(school.full_name), Style.CENTRED)


def in_lines(name: str) -> str:
    """Return a name of two lines: what kind of school, and its own name in quotes."""
    return name.replace(" «", "\n«", 1)


def numbered(decided: Decision) -> str:
    """Return «от 29.08.2026 № 1»; what is not known yet is left to fill in."""
    day = short_date(decided.on) if decided.on else DAY
    return f"от {day} № {decided.number.strip() or NUMBER}"


def dated(on: date | None) -> str:
    """Return the date in words, or room for one."""
    return long_date(on) if on else DATE


def issued(on: date | None = None, number: str = "") -> Approvals:
    """Return the line under the name of a document: its date and its number."""
    given = f"№ {number.strip() or NUMBER}"
    return in_line(dated(on), "", given)


def signature(position: str, name: str) -> Approvals:
    """Return the line to sign on; an unknown name is written by hand, too."""
    return in_line(position, SIGNATURE * 2, name.strip() or SIGNATURE * 2)


def in_line(*texts: str) -> Approvals:
    """Return texts side by side, in columns of the same width."""
    return Approvals(tuple(Approval("", text, "") for text in texts))
