"""content.json → plain values, in bounded memory; what JSON itself leaves open shut.

JSON says nothing of keys written twice, of depth, of numbers that no machine holds
or of halves of characters. Each is refused here with its own sentence.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, cast

from shkola_desktop.domain.errors import PackageDamaged, Problem
from shkola_desktop.transfer import layout

DOUBTFUL = re.compile(rb'\\u(?:0000|[dD][89a-fA-F])|\\(?:n|u000[aA])"')
"""Escapes that may stand for NUL, half a character, or a line feed that ends a text:
only the slow way looks closely enough."""


class _Twice(Exception):
    """A key stands twice in an object."""


def quick(data: bytes) -> object | None:
    """Return the values of a JSON text without a blemish, None where there is doubt.

    It takes a tenth of the time of ``plain``, which tells what is wrong. Depth and
    numbers are left to the wire type.

    Raises:
        PackageDamaged: it is larger than any content.
    """
    _require_bounds(data)
    if DOUBTFUL.search(data):
        return None
    try:
        return json.loads(
            data.decode(), object_pairs_hook=_once, parse_constant=_no_number
        )
    except (_Twice, RecursionError, ValueError):
        return None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Twice
    return found


def _no_number(text: str) -> float:
    raise ValueError(text)


def plain(data: bytes) -> object:
    """Return the values of a JSON text.

    Raises:
        PackageDamaged: every fault that was found.
    """
    _require_bounds(data)
    reading = _Reading()
    try:
        value = json.loads(
            data.decode(),
            object_pairs_hook=reading.pairs,
            parse_int=reading.whole,
            parse_float=reading.fraction,
            parse_constant=reading.constant,
        )
    except RecursionError as error:
        raise PackageDamaged((_problem(layout.CONTENT_DEEP),)) from error
    except ValueError as error:
        problem = _problem(layout.CONTENT_BROKEN, _first_line(error))
        raise PackageDamaged((problem,)) from error
    problems = list(dict.fromkeys((*reading.problems, *_walked(value))))
    if problems:
        raise PackageDamaged(tuple(problems[: layout.MAX_TOLD]))
    return value


class _Reading:
    """The doors of the parser that see a value before it is one."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def pairs(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) != len(pairs):
            seen: set[str] = set()
            for key, _ in pairs:
                if key in seen:
                    self._tell(layout.CONTENT_KEY_TWICE, key)
                seen.add(key)
        return found

    def whole(self, text: str) -> int:
        if len(text.lstrip("-")) > layout.MAX_DIGITS:
            self._tell(layout.CONTENT_NUMBER, text)
            return 0
        return int(text)

    def fraction(self, text: str) -> float:
        value = float(text)
        if value in {float("inf"), float("-inf")}:
            self._tell(layout.CONTENT_NUMBER, text)
            return 0.0
        return value

    def constant(self, text: str) -> float:
        self._tell(layout.CONTENT_NUMBER, text)
        return 0.0

    def _tell(self, rule: str, what: str) -> None:
        if len(self.problems) < layout.MAX_TOLD:
            self.problems.append(_problem(rule, shown(what)))


def shown(value: object) -> str:
    """Return a value in a length that fits a line, without halves of characters."""
    # a container is named only: its text may be as long as the file
    text = value if isinstance(value, str) else _named(value)
    short = text[:41].encode("utf-8", "replace").decode()
    short = "".join(c if c.isprintable() else "?" for c in short)
    return short if len(text) <= 40 else f"{short[:40]}…"  # noqa: PLR2004  # a line's worth


def _named(value: object) -> str:
    if isinstance(value, list | tuple | dict):
        return "[…]" if not isinstance(value, dict) else "{…}"
    return str(value)


def _require_bounds(data: bytes) -> None:
    if len(data) > layout.MAX_CONTENT:
        raise PackageDamaged((_problem(layout.CONTENT_LARGE),))
    # each value but the first of its bracket follows a comma, so this bounds them;
    # commas within texts count too, for which the limit has room
    if sum(data.count(sign) for sign in b"[{,") > layout.MAX_VALUES:
        raise PackageDamaged((_problem(layout.CONTENT_LARGE),))


def _walked(value: object) -> Iterator[Problem]:
    """Look at depth and at every text, without recursion."""
    level, depth = [value], 0
    while level:
        depth += 1
        if depth > layout.MAX_DEPTH:
            yield _problem(layout.CONTENT_DEEP)
            return
        following: list[object] = []
        for one in level:
            if isinstance(one, dict):
                found = cast("dict[str, object]", one)
                following.extend(found)
                following.extend(found.values())
            elif isinstance(one, list):
                following.extend(cast("list[object]", one))
            elif isinstance(one, str) and not _storable(one):
                yield _problem(layout.CONTENT_TEXT, shown(one))
        level = following


def _storable(text: str) -> bool:
    # databases and papers know neither NUL nor halves of characters
    if "\0" in text:
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _first_line(error: Exception) -> str:
    return shown(str(error).split("\n", maxsplit=1)[0])


def _problem(rule: str, what: Any = "") -> Problem:
    return Problem(layout.INNER_CONTENT, "", rule, what, "")
