"""The words that the official service's printout is made of."""

import re

from shkola_desktop.domain.likeness import key

NUMBER, NAME, VALUE, POINTS = "number", "name", "value", "points"
COLUMNS = (NUMBER, NAME, VALUE, POINTS)
NUMBER_HEADS = {"№", "№ п/п", "№п/п", "n", "n п/п", "номер", "п/п"}
HEADS = ((NAME, "показател"), (VALUE, "значени"), (POINTS, "балл"), (POINTS, "оценка"))
FIRST_WORDS = {
    "показатель": NAME,
    "значение": VALUE,
    "балльная": POINTS,
    "баллы": POINTS,
}
"""The first words of the headings: where the columns begin on a drawn page."""
HEAD_WORDS = {
    *FIRST_WORDS,
    "оценивания",
    "показателя",
    "показания",
    "оценка",
    "балл",
}
"""Every word of the headings: a line of them alone is a heading again."""
MARKS = ("критический показатель", "критический")
"""What stands after the name of a critical indicator."""
WHOLE_TEST = "за весь тест"
TOTAL = re.compile(
    r"(?:сумма\s+баллов|всего\s+баллов|общий\s+балл|итоговый\s+балл)[^\d\n]{0,60}?"
    r"(\d{1,4})\b",
    re.IGNORECASE,
)
LEVEL = re.compile(r"^\s*уровень\s*[:–—-]?\s*(.{2,40}?)\s*\**\s*$", re.IGNORECASE)
SUM_ROW = re.compile(r"^\s*(итого|всего|сумма\s+баллов)", re.IGNORECASE)
AMOUNT = re.compile(
    r"^\s*(\d{1,4})(?:[.,]0+)?\s*(?:(?:из|/)\s*\d{1,4}|балл\w*)?\.?\s*$", re.IGNORECASE
)
"""«2», «2,0», «2 балла», «12 из 20»."""
NO_ANSWER = {key("нет ответа"), key("не выбрано"), key("не заполнено")}


def column_of(heading: str) -> str | None:
    """Return which column a heading is of, or None."""
    plain = " ".join(heading.split()).casefold()
    if plain.rstrip(".") in NUMBER_HEADS:
        return NUMBER
    return next((column for column, word in HEADS if plain.startswith(word)), None)


def amount(text: str) -> int | None:
    """Return the points that a cell tells, or None."""
    found = AMOUNT.match(text.replace("\u00a0", " "))
    return int(found[1]) if found else None
