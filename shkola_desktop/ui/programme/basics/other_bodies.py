"""Other bodies that approve a programme, as records: name, date, number, signature."""

from collections.abc import Mapping
from typing import Any

from shkola_desktop.domain.programme_parts import Approval
from shkola_desktop.ui.widgets.record_form import Field, Kind, Shape
from shkola_desktop.words.russian import long_date


def _told(body: tuple[str, Approval]) -> tuple[str, str]:
    name, approval = body
    number = f"№ {approval.number}" if approval.number else ""
    day = long_date(approval.on) if approval.on else ""
    return name, ", ".join(part for part in (day, number, approval.by) if part)


def _read(body: tuple[str, Approval]) -> Mapping[str, Any]:
    name, approval = body
    return {
        "name": name,
        "on": approval.on,
        "number": approval.number,
        "by": approval.by,
    }


def _written(
    body: tuple[str, Approval], values: Mapping[str, Any]
) -> tuple[str, Approval]:
    approval = Approval(values["on"], values["number"], values["by"])
    return values["name"] or body[0], approval


def _made(words: str) -> tuple[str, Approval]:
    return words, Approval()


OTHER = Shape(
    name="body",
    noun="орган",
    hint="совет родителей, управляющий совет…",
    fields=(
        Field("name", "Орган"),
        Field("on", "Дата", Kind.DATE),
        Field("number", "№ протокола"),
        Field("by", "Кем подписан"),
    ),
    make=_made,
    told=_told,
    read=_read,
    write=_written,
)
