"""Text as a Russian typesetter wants it: quotes, dashes, spaces that hold."""

import re
import unicodedata
from functools import lru_cache

NBSP = "\u00a0"
SHORT_WORDS = "в|к|с|о|у|и|а|я|на|не|по|за|из|от|до|об|во|со|ко"
UNKNOWN = "[U+{:04X}]"
"""Stands for a character that no font has: its number can be looked up, a box not."""
NUMBERED = re.compile(r"\[U\+([0-9A-F]{4,6})\]")
LAST_TWO = 0xFFFE
COUNTED = "%|г\\.|гг\\.|год|лет|млн|тыс|чел|руб|кв|ч\\.|час|мин|класс|балл|ставк"
"""What stays on the line of its number, by its beginning."""
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    # "слово" → «слово»: a straight quote opens at the start of a word
    (re.compile(r'(^|[\s(\[«])"(?=\S)'), r"\1«"),
    (re.compile(r'(?<=\S)"'), "»"),
    (re.compile(r"(?<=[^\S\n])[-—](?=[^\S\n])"), "–"),
    (re.compile(r"(?<![\w-])(20\d\d)-(20\d\d)(?![\w-])"), r"\1–\2"),
    (re.compile(r"(?<=№)[ ]?(?=[\w«])"), NBSP),
    (re.compile(r"[ ](?=№)"), NBSP),
    (re.compile(rf"(?<=\d)[ ](?=(?:{COUNTED}))"), NBSP),
    (re.compile(r"(?<=\d)(?=%)"), NBSP),
    (re.compile(r"\b(и|т)[ ](?=(?:т|д|п|ч|др|пр)\.)"), rf"\1{NBSP}"),
    (re.compile(r"\bт\.[ ]?(?=[дпче]\.)"), rf"т.{NBSP}"),
    (re.compile(r"\b(г|с|п|д|ул|им|ст|ч|см|пос)\.[ ](?=[\wА-ЯЁ«])"), rf"\1.{NBSP}"),
    (
        re.compile(r"\b([А-ЯЁ]\.)[ ]?([А-ЯЁ]\.)[ ]?(?=[А-ЯЁ][а-яё])"),
        rf"\1{NBSP}\2{NBSP}",
    ),
    (re.compile(r"[ ](?=–[ ])"), NBSP),
    (re.compile(rf"(?<!\w)((?i:{SHORT_WORDS}))[ ]"), rf"\1{NBSP}"),
)
"""Replacements in order: F7 of the self-check rules, and short words held."""


@lru_cache(maxsize=8192)
def typeset(text: str) -> str:
    """Return the text with quotes, dashes and non-breaking spaces put right."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return _nested(text)


def printable(text: str, covered: frozenset[int] | None) -> str:
    """Return the text in composed letters; what the font lacks becomes its number.

    Without a font, None, every character stays that a file can hold: the reader's
    own program will find a glyph.

    Control characters and invisible marks go: they print nothing, and some fonts
    draw a box for them. Every way to end a line becomes a line feed.
    """
    composed = unicodedata.normalize("NFC", LINE_ENDS.sub("\n", text))
    return composed.translate(_print_table(covered))


def numbered(printed: str, text: str) -> tuple[str, ...]:
    """Return the characters of a text that are printed as their numbers."""
    if UNKNOWN[:3] not in printed:
        return ()
    known = (chr(int(code, 16)) for code in NUMBERED.findall(printed))
    composed = unicodedata.normalize("NFC", text)
    return tuple(char for char in known if char in composed)


class _PrintTable(dict[int, str]):
    """What is printed for a character; filled as characters are met."""

    def __init__(self, covered: frozenset[int] | None) -> None:
        super().__init__()
        self._covered = covered

    def __missing__(self, code: int) -> str:
        printed = self[code] = _printed(chr(code), self._covered)
        return printed


@lru_cache(maxsize=4)
def _print_table(covered: frozenset[int] | None) -> _PrintTable:
    return _PrintTable(covered)


def _nested(text: str) -> str:
    """Return the text with „лапки“ inside «ёлочки»; unpaired quotes stay."""
    depth = 0
    changed: list[str] = []
    for char in text:
        if char == "«":
            changed.append("„" if depth else char)
            depth += 1
        elif char == "»":
            depth -= 1
            changed.append("“" if depth > 0 else char)
        else:
            changed.append(char)
        if depth < 0:
            return text
    return text if depth else "".join(changed)


def _printed(char: str, covered: frozenset[int] | None) -> str:
    if char == "\n":
        return char
    category = unicodedata.category(char)
    if category in {"Cc", "Cf"}:
        return " " if char == "\t" else ""
    if covered is None:
        return _number(char) if category == "Cs" or _no_character(char) else char
    if ord(char) in covered and not _selects_variant(char):
        return char
    if category == "Zs":
        return " "
    return "" if _selects_variant(char) else _number(char)


def _number(char: str) -> str:
    return UNKNOWN.format(ord(char))


def _no_character(char: str) -> bool:
    # of each plane, and forbidden for all times; those of the first also in XML
    return ord(char) & LAST_TWO == LAST_TWO


def _selects_variant(char: str) -> bool:
    # text or emoji form of the character before; no character of its own
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
