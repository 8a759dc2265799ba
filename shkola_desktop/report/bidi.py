"""Right-to-left writing: the order in which its letters are seen, Arabic ones joined.

The order is that of the Unicode bidirectional algorithm (UAX #9) in a line that runs
from left to right, as all our documents do. Left out are its invisible marks, which
are not printed, and rule N0 of paired brackets.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]"
)
"""Letters of Hebrew, Arabic, and their relations."""
PRESENTED = (*range(0xFB50, 0xFDFC), *range(0xFE70, 0xFEFD))
"""Code points of Arabic letters in the form that stands alone, begins, joins, ends."""
LAM_ALEF = 0xFEF5
"""The first of the ligatures that Arabic cannot do without."""
MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
NUMBERS = frozenset({"EN", "AN"})


def has_right_to_left(text: str) -> bool:
    """Tell whether anything in the text is read from right to left."""
    return not text.isascii() and RIGHT_TO_LEFT.search(text) is not None


def visual(line: str) -> str:
    """Return a line with its letters in the order they are seen, from the left."""
    if not has_right_to_left(line):
        return line
    letters = _letters(line)
    levels = _levels(letters)
    for level in (2, 1):
        letters, levels = _turned(letters, levels, level)
    return "".join(letters)


def joined(text: str) -> str:
    """Return the text with Arabic letters in the form that their neighbours ask for."""
    if not has_right_to_left(text):
        return text
    letters = list(_ligated(_letters(text)))
    bases = ["", *(_base(letter) for letter in letters), ""]
    return "".join(
        _formed(letter, bases[at], bases[at + 2]) for at, letter in enumerate(letters)
    )


def _letters(text: str) -> list[str]:
    """Return every letter with the marks over and under it."""
    found: list[str] = []
    for char in text:
        if found and unicodedata.category(char) == "Mn":
            found[-1] += char
        else:
            found.append(char)
    return found


def _levels(letters: Sequence[str]) -> list[int]:
    """Return 0 for what runs left to right, 1 for the contrary, 2 for its numbers."""
    kinds = [unicodedata.bidirectional(letter[0]) or "L" for letter in letters]
    _weak(kinds)
    directions = [kind if kind in {"L", "R", *NUMBERS} else "" for kind in kinds]
    _neutral(directions)
    return [{"L": 0, "R": 1}.get(direction, 2) for direction in directions]


def _weak(kinds: list[str]) -> None:
    """Rules W2 to W7: numbers, and the signs within them."""
    _arabic_numbers(kinds)
    for at in range(1, len(kinds) - 1):
        before, kind, after = kinds[at - 1 : at + 2]
        within = kind == "CS" or (kind == "ES" and before == "EN")
        if within and before == after and before in NUMBERS:
            kinds[at] = before
    _signs_of_numbers(kinds, range(1, len(kinds)))
    _signs_of_numbers(kinds, range(len(kinds) - 2, -1, -1))
    strong = "L"
    for at, kind in enumerate(kinds):
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _arabic_numbers(kinds: list[str]) -> None:
    strong = "L"
    for at, kind in enumerate(kinds):
        if kind in {"L", "R", "AL"}:
            strong = kind
            kinds[at] = "R" if kind == "AL" else kind
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"


def _signs_of_numbers(kinds: list[str], order: range) -> None:
    for at in order:
        if kinds[at] == "ET" and kinds[at - order.step] == "EN":
            kinds[at] = "EN"


def _neutral(directions: list[str]) -> None:
    """Rules N1 and N2: between two of a kind, of that kind; else left to right."""
    known = [-1, *(at for at, one in enumerate(directions) if one), len(directions)]
    sides = ["L", *(_side(one) for one in directions), "L"]
    for before, after in pairwise(known):
        same = sides[before + 1] == sides[after + 1]
        taken = sides[before + 1] if same else "L"
        directions[before + 1 : after] = [taken] * (after - before - 1)


def _side(direction: str) -> str:
    return "R" if direction in NUMBERS else direction


def _turned(
    letters: Sequence[str], levels: Sequence[int], level: int
) -> tuple[list[str], list[int]]:
    """Reverse all that stands at a level or above it, run by run (rules L2, L4)."""
    seen: list[tuple[str, int]] = []
    run: list[tuple[str, int]] = []
    for letter, own in zip(letters, levels, strict=True):
        if own >= level:
            mirrored = letter.translate(MIRRORED) if own == level == 1 else letter
            run.append((mirrored, own))
        else:
            seen += [*reversed(run), (letter, own)]
            run = []
    seen += reversed(run)
    return [letter for letter, _ in seen], [own for _, own in seen]


def _base(letter: str) -> str:
    return letter if letter in _forms() else letter[0]


def _formed(letter: str, before: str, after: str) -> str:
    base = _base(letter)
    forms = _forms().get(base)
    if forms is None:
        return letter
    tied = "final" in forms and "initial" in _forms().get(before, {})
    ties = "initial" in forms and "final" in _forms().get(after, {})
    kind = {(True, True): "medial", (True, False): "final", (False, True): "initial"}
    form = forms.get(kind.get((tied, ties), "isolated"), base)
    return form + letter[len(base) :]


def _ligated(letters: Sequence[str]) -> Iterator[str]:
    """Yield letters; lam before alef is one of its own."""
    at = 0
    while at < len(letters):
        pair = "".join(letters[at : at + 2])
        step = 2 if len(pair) > 1 and pair in _forms() else 1
        yield "".join(letters[at : at + step])
        at += step


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Return the forms of every letter, as the Unicode database tells them."""
    forms: dict[str, dict[str, str]] = {}
    for code in PRESENTED:
        kind, _, rest = unicodedata.decomposition(chr(code)).partition(" ")
        base = "".join(chr(int(part, 16)) for part in rest.split())
        if len(base) == 1 or (base and code >= LAM_ALEF):
            forms.setdefault(base, {})[kind.strip("<>")] = chr(code)
    return forms
