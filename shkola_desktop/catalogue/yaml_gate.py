"""Gate 1: text → plain values. Broken YAML, doubled keys and aliases are refused."""

from typing import Any

import yaml

MAX_TEXT = 2_000_000
"""Characters of one file: the largest of ours has 130,000."""
MAX_DEPTH = 30
"""Nested levels: our deepest file has eight."""


class Refused(Exception):
    """A file that is no plain YAML; carries the rule, the place and details."""

    def __init__(self, rule: str, place: str, **details: str) -> None:
        super().__init__(rule, place, details)
        self.rule = rule
        self.place = place
        self.details = details


class _Loader(yaml.CSafeLoader):  # every wheel of PyYAML carries libyaml
    """Scalars as YAML's safe loader reads them, with our refusals."""


def _mapping(loader: Any, node: Any, deep: bool = False) -> dict[str, Any]:  # noqa: FBT001, FBT002
    seen: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=deep)
        place = f"line {key_node.start_mark.line + 1}"
        if not isinstance(key, str):
            raise Refused("yaml-key-not-text", place, key=str(key))
        if key in seen:
            raise Refused("yaml-key-twice", place, key=key)
        seen[key] = loader.construct_object(value_node, deep=True)
    return seen


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def read(text: str) -> object:
    """Return the plain value of a YAML text: mappings, lists, scalars.

    Raises:
        Refused: with the rule that it breaks.
    """
    if len(text) > MAX_TEXT:
        raise Refused("yaml-too-large", "", size=str(len(text)))
    try:
        _refuse_tricks(text)
        return yaml.load(text, Loader=_Loader)  # noqa: S506  # a safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or str(error)
        raise Refused("yaml-syntax", place, detail=str(problem)) from error
    except (ValueError, RecursionError) as error:
        raise Refused("yaml-syntax", "", detail=str(error)) from error


def _refuse_tricks(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        mark = event.start_mark
        place = f"line {mark.line + 1}" if mark else ""
        if isinstance(event, yaml.AliasEvent):
            raise Refused("yaml-alias", place)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise Refused("yaml-too-deep", place)
