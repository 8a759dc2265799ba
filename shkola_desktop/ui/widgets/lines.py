"""Plain lines as records of one field."""

from collections.abc import Mapping
from typing import Any

from shkola_desktop.ui.widgets.record_form import Field, Kind, Shape


def line_shape(name: str, noun: str, hint: str) -> Shape:
    """Return the shape of lines; ``noun`` says what a line is."""
    return Shape(
        name=name,
        noun=noun,
        hint=hint,
        fields=(Field("text", noun, Kind.TEXT),),
        make=str,
        told=lambda record: (record, ""),
        read=lambda record: {"text": record},
        write=_written,
    )


def _written(record: Any, values: Mapping[str, Any]) -> Any:
    text = str(values["text"])
    return record if text == record.strip() else " ".join(text.split()) or record
