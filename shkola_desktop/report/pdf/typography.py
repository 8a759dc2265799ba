"""Text as a Russian typesetter wants it: quotes, dashes, spaces that hold."""

import re
import unicodedata
from functools import lru_cache

NBSP = "\u00a0"
SHORT_WORDS = "в|к|с|о|у|и|а|я|на|не|по|за|из|от|до|об|во|со|ко"

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    # "слово" → «слово»: a straight quote opens at the start of a word
    (re.compile(r'(^|[\s(\[«])"(?=\S)'), r"\1«"),
    (re.compile(r'(?<=\S)"'), "»"),
    (re.compile(r"(?<=\s)[-—](?=\s)"), "–"),
    (re.compile(r"(?<![\w-])(20\d\d)-(20\d\d)(?![\w-])"), r"\1–\2"),
    (re.compile(r"(?<=№)[ ]?(?=\S)"), NBSP),
    (re.compile(r"[ ](?=№)"), NBSP),
    (re.compile(r"(?<=\d)[ ](?=(%|г\.|гг\.|млн|тыс|чел|руб|кв|ч\.|мин))"), NBSP),
    (re.compile(r"(?<=\d)(?=%)"), NBSP),
    (re.compile(r"\b(г|с|п|д|ул|им|ст|ч|см|пос)\.[ ](?=[\wА-ЯЁ«])"), rf"\1.{NBSP}"),
    (
        re.compile(r"\b([А-ЯЁ]\.)[ ]?([А-ЯЁ]\.)[ ]?(?=[А-ЯЁ][а-яё])"),
        rf"\1{NBSP}\2{NBSP}",
    ),
    (re.compile(r"[ ](?=–[ ])"), NBSP),
    (
        re.compile(rf"(?<!\w)({SHORT_WORDS})[ ]"),
        rf"\1{NBSP}",
    ),
)
"""Replacements in order: F7 of the self-check rules, and short words held."""


@lru_cache(maxsize=8192)
def typeset(text: str) -> str:
    """Return the text with quotes, dashes and non-breaking spaces put right."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def printable(text: str, covered: frozenset[int]) -> str:
    """Return the text in composed letters; what the font lacks becomes □."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        char if char == "\n" or ord(char) in covered else _substitute(char)
        for char in composed
    )


def _substitute(char: str) -> str:
    category = unicodedata.category(char)
    if category in {"Cc", "Cf", "Mn", "Me"}:
        return " " if char == "\t" else ""
    if category == "Zs":
        return " "
    return "□"
