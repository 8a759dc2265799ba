"""Plain values against a wire type: every fault with its place, not the first."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from itertools import islice
from typing import Any, TypeVar, cast

import msgspec
from msgspec import inspect

from shkola_desktop.domain.errors import PackageDamaged, Problem
from shkola_desktop.transfer import layout
from shkola_desktop.transfer.json_gate import shown
from shkola_desktop.transfer.wire.terms import Wire

Fault = tuple[str, str, str, str]
"""Place, rule, what was found, what is allowed."""
Shape = TypeVar("Shape", bound=Wire)


def quickly(value: object, shape: type[Shape]) -> Shape | None:
    """Return the wire type of values without a blemish, None where there is doubt."""
    try:
        return msgspec.convert(value, shape)
    except msgspec.ValidationError:
        return None


@cache
def _its_type(shape: type[Wire]) -> inspect.Type:
    return inspect.type_info(shape)


def converted(value: object, shape: type[Shape]) -> Shape:
    """Turn plain values into their wire type.

    Raises:
        PackageDamaged: every fault, up to the number that is told.
    """
    found = islice(_check(value, _its_type(shape), ""), layout.MAX_TOLD)
    problems = tuple(Problem(layout.INNER_CONTENT, *fault) for fault in found)
    if problems:
        raise PackageDamaged(problems)
    try:
        return msgspec.convert(value, shape)
    except msgspec.ValidationError as error:
        raise PackageDamaged((_problem_of(error),)) from error


def _problem_of(error: msgspec.ValidationError) -> Problem:
    # what the library refuses and the gate does not know
    what, _, place = str(error).partition(" - at ")
    place = place.strip("`").removeprefix("$").removeprefix(".")
    return Problem(layout.INNER_CONTENT, place, layout.CONTENT_VALUE, what, "")


def _check(value: object, kind: inspect.Type, place: str) -> Iterator[Fault]:
    match kind:
        case inspect.UnionType():
            if value is not None:
                kinds = [k for k in kind.types if not isinstance(k, inspect.NoneType)]
                yield from _check(value, kinds[0], place)
        case inspect.StrType():
            yield from _check_text(value, kind, place)
        case inspect.IntType() | inspect.FloatType():
            yield from _check_number(value, kind, place)
        case inspect.BoolType():
            if not isinstance(value, bool):
                yield place, layout.CONTENT_TYPE, shown(value), "true, false"
        case _:
            yield from _check_many(value, kind, place)


def _check_many(value: object, kind: inspect.Type, place: str) -> Iterator[Fault]:
    """Check what holds other values."""
    match kind:
        case inspect.StructType():
            yield from _check_struct(value, kind, place)
        case inspect.VarTupleType():
            yield from _check_list(value, kind, place)
        case inspect.TupleType():
            yield from _check_row(value, kind, place)
        case inspect.DictType():
            yield from _check_dict(value, kind, place)
        case _:
            yield from _check_known(value, kind, place)


def _check_struct(
    value: object, kind: inspect.StructType, place: str
) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield place, layout.CONTENT_TYPE, shown(value), "{…}"
        return
    found = cast("dict[str, object]", value)
    known = {field.encode_name: field for field in kind.fields}
    for key in found.keys() - known.keys():
        yield _inside(place, key), layout.CONTENT_KEY_UNKNOWN, shown(key), ""
    for key, field in known.items():
        if key in found:
            yield from _check(found[key], field.type, _inside(place, key))
        elif field.required:
            yield place, layout.CONTENT_KEY_MISSING, key, ""


def _check_list(
    value: object, kind: inspect.VarTupleType, place: str
) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield place, layout.CONTENT_TYPE, shown(value), "[…]"
        return
    found = cast("list[object]", value)
    if kind.max_length is not None and len(found) > kind.max_length:
        yield place, layout.CONTENT_LONG, f"{len(found)}", f"{kind.max_length}"
        return
    for number, item in enumerate(found):
        yield from _check(item, kind.item_type, f"{place}[{_name(item, number)}]")


def _check_row(value: object, kind: inspect.TupleType, place: str) -> Iterator[Fault]:
    found = cast("list[object]", value if isinstance(value, list) else [])
    if len(found) != len(kind.item_types):
        yield place, layout.CONTENT_TYPE, shown(found), "[…]"
        return
    for number, (item, its) in enumerate(zip(found, kind.item_types, strict=True)):
        yield from _check(item, its, f"{place}[{number}]")


def _check_dict(value: object, kind: inspect.DictType, place: str) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield place, layout.CONTENT_TYPE, shown(value), "{…}"
        return
    found = cast("dict[str, object]", value)
    if kind.max_length is not None and len(found) > kind.max_length:
        yield place, layout.CONTENT_LONG, f"{len(found)}", f"{kind.max_length}"
        return
    for key, item in found.items():
        yield from _check(key, kind.key_type, place)
        yield from _check(item, kind.value_type, _inside(place, key))


def _check_text(value: object, kind: inspect.StrType, place: str) -> Iterator[Fault]:
    if not isinstance(value, str):
        yield place, layout.CONTENT_TYPE, shown(value), "«…»"
    elif kind.max_length is not None and len(value) > kind.max_length:
        yield place, layout.CONTENT_LONG, f"{len(value)}", f"{kind.max_length}"
    elif len(value) < (kind.min_length or 0) or (
        kind.pattern and not re.fullmatch(kind.pattern, value)
    ):
        yield place, layout.CONTENT_VALUE, shown(value), ""


def _check_number(
    value: object, kind: inspect.IntType | inspect.FloatType, place: str
) -> Iterator[Fault]:
    wanted = int if isinstance(kind, inspect.IntType) else (int, float)
    if isinstance(value, bool) or not isinstance(value, wanted):
        yield place, layout.CONTENT_TYPE, shown(value), "0"
        return
    low, high = kind.ge, kind.le
    if (low is not None and value < low) or (high is not None and value > high):
        yield place, layout.CONTENT_RANGE, shown(value), f"{low} – {high}"


def _check_known(value: object, kind: inspect.Type, place: str) -> Iterator[Fault]:
    """Check what is a text from a list, or a moment or a day."""
    match kind:
        case inspect.EnumType():
            values = [str(member.value) for member in kind.cls]
            sound = isinstance(value, str) and value in values
            allowed = ", ".join(values)
        case inspect.LiteralType():
            sound = isinstance(value, str) and value in kind.values
            allowed = ", ".join(str(one) for one in kind.values)
        case inspect.DateTimeType():
            sound, allowed = _is_moment(value), "2026-11-24T12:00:00Z"
        case inspect.DateType():
            sound, allowed = _converts(value, date), "2026-11-24"
        case _:
            raise TypeError(kind)
    if not sound:
        yield place, layout.CONTENT_VALUE, shown(value), allowed


def _is_moment(value: object) -> bool:
    return _converts(value, datetime) and (
        msgspec.convert(value, datetime).tzinfo is not None
    )


def _converts(value: object, kind: type[Any]) -> bool:
    if not isinstance(value, str):
        return False
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def _name(item: object, number: int) -> str:
    if isinstance(item, dict):
        found = cast("dict[str, object]", item)
        for key in ("id", "indicator", "code", "package"):
            if isinstance(found.get(key), str):
                return shown(found[key])
    return str(number)


def _inside(place: str, key: str) -> str:
    return f"{place}.{shown(key)}" if place else shown(key)
