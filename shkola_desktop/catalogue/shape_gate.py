"""Gate 2: plain values against the shape; every fault, not the first."""

import re
from collections.abc import Iterator
from typing import Any, cast

import msgspec
from msgspec import inspect

Fault = tuple[str, str, dict[str, str]]
"""Place, rule, details."""


def faults(value: object, shape: type) -> tuple[Fault, ...]:
    """Return everything in which a value differs from a shape."""
    return tuple(_check(value, inspect.type_info(shape), ""))


def converted(value: object, shape: type[Any]) -> Any:  # the shape's type
    """Turn a value without faults into its shape."""
    return msgspec.convert(value, type=shape, strict=True)


def _check(value: object, kind: inspect.Type, place: str) -> Iterator[Fault]:
    match kind:
        case inspect.StructType():
            yield from _check_struct(value, kind, place)
        case inspect.ListType():
            yield from _check_list(value, kind, place)
        case inspect.DictType():
            yield from _check_dict(value, kind, place)
        case inspect.UnionType():
            if value is None and any(
                isinstance(t, inspect.NoneType) for t in kind.types
            ):
                return
            yield from _check(value, _meant(value, kind), place)
        case inspect.LiteralType():
            if value not in kind.values or isinstance(value, bool):
                allowed = ", ".join(str(v) for v in kind.values)
                yield place, "not-allowed", {"found": _shown(value), "allowed": allowed}
        case _:
            yield from _check_scalar(value, kind, place)


def _meant(value: object, kind: inspect.UnionType) -> inspect.Type:
    """Return the shape that a value is meant for: a mapping for a struct."""
    shapes = [t for t in kind.types if not isinstance(t, inspect.NoneType)]
    if isinstance(value, dict):
        shapes.sort(key=lambda shape: not isinstance(shape, inspect.StructType))
    else:
        shapes.sort(key=lambda shape: isinstance(shape, inspect.StructType))
    return shapes[0]


def _check_struct(
    value: object, kind: inspect.StructType, place: str
) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield place, "type-mapping", {"found": _shown(value)}
        return
    found = cast("dict[str, object]", value)
    known = {field.encode_name: field for field in kind.fields}
    for key in found:
        if key not in known:
            near = ", ".join(sorted(set(known) - set(found))) or "-"
            yield _inside(place, key), "key-unknown", {"key": key, "free": near}
    for key, field in known.items():
        if key in found:
            yield from _check(found[key], field.type, _inside(place, key))
        elif field.required:
            yield place, "key-missing", {"key": key}


def _check_list(value: object, kind: inspect.ListType, place: str) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield place, "type-list", {"found": _shown(value)}
        return
    for number, item in enumerate(cast("list[object]", value)):
        yield from _check(item, kind.item_type, f"{place}[{_name(item, number)}]")


def _check_dict(value: object, kind: inspect.DictType, place: str) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield place, "type-mapping", {"found": _shown(value)}
        return
    for key, item in cast("dict[str, object]", value).items():
        yield from _check(item, kind.value_type, _inside(place, key))


def _check_scalar(value: object, kind: inspect.Type, place: str) -> Iterator[Fault]:
    match kind:
        case inspect.StrType():
            yield from _check_text(value, kind, place)
        case inspect.IntType():
            yield from _check_number(value, kind, place)
        case inspect.BoolType():
            if not isinstance(value, bool):
                yield place, "type-flag", {"found": _shown(value)}
        case _:
            raise TypeError(kind)


def _check_text(value: object, kind: inspect.StrType, place: str) -> Iterator[Fault]:
    if not isinstance(value, str):
        yield place, "type-text", {"found": _shown(value)}
    elif kind.min_length and not value.strip():
        yield place, "text-empty", {}
    elif kind.pattern and not re.search(kind.pattern, value):
        yield place, "bad-code", {"found": _shown(value)}


def _check_number(value: object, kind: inspect.IntType, place: str) -> Iterator[Fault]:
    if not isinstance(value, int) or isinstance(value, bool):
        yield place, "type-number", {"found": _shown(value)}
    elif not _within(value, kind.ge, kind.le):
        low, high = str(kind.ge), str(kind.le)
        yield place, "out-of-range", {"found": str(value), "low": low, "high": high}


def _within(value: int, low: float | None, high: float | None) -> bool:
    return (low is None or value >= low) and (high is None or value <= high)


def _name(item: object, number: int) -> str:
    if isinstance(item, dict):
        found = cast("dict[str, object]", item)
        for key in ("id", "code", "criterion", "name"):
            if isinstance(found.get(key), str):
                return str(found[key])
    return str(number)


def _inside(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


def _shown(value: object) -> str:
    text = str(value)
    return text if len(text) <= 40 else f"{text[:40]}…"  # noqa: PLR2004  # a line's worth
