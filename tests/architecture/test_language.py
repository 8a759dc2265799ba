"""The border of languages: Russian stands where people read it, nowhere else."""

import ast
import re
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "shkola_desktop"
RUSSIAN_ROOMS = {"ui", "report", "words", "cli", "grammar"}
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def docstrings(tree: ast.AST) -> set[int]:
    """Return the ids of the nodes that are docstrings."""
    found: set[int] = set()
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
                found.add(id(child.value))
    return found


def cyrillic_strings(source: str) -> list[str]:
    tree = ast.parse(source)
    known = docstrings(tree)
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in known
        and CYRILLIC.search(node.value)
    ]


def test_the_checker_sees_a_russian_string_and_passes_a_docstring():
    assert cyrillic_strings('x = "да"') == ["да"]
    assert cyrillic_strings('"""Показатель."""\nx = "yes"') == []


def test_russian_words_stand_only_in_their_rooms():
    strangers = {
        str(path.relative_to(PACKAGE)): found
        for path in PACKAGE.rglob("*.py")
        if path.relative_to(PACKAGE).parts[0] not in RUSSIAN_ROOMS
        and (found := cyrillic_strings(path.read_text("utf-8")))
    }
    assert strangers == {}


def test_no_module_is_named_for_being_useful():
    banned = {"utils", "common", "helpers", "manager", "base", "misc"}
    assert [p for p in PACKAGE.rglob("*.py") if p.stem in banned] == []


def test_every_module_says_what_it_is():
    silent = [
        path.name
        for path in PACKAGE.rglob("*.py")
        if ast.get_docstring(ast.parse(path.read_text("utf-8"))) is None
    ]
    assert silent == []
