"""Numbers, plurals, dates and sizes in correct Russian."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime

MONTHS_OF = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)
NBSP = "\u00a0"

POINTS = ("балл", "балла", "баллов")
INDICATORS = ("показатель", "показателя", "показателей")
ANSWERS = ("ответ", "ответа", "ответов")
DEFICITS = ("дефицит", "дефицита", "дефицитов")
MEASURES = ("мероприятие", "мероприятия", "мероприятий")
CONFLICTS = ("расхождение", "расхождения", "расхождений")
FILES = ("файл", "файла", "файлов")
SCHOOLS = ("школа", "школы", "школ")
DISTRICTS = ("район", "района", "районов")
PACKAGES = ("пакет", "пакета", "пакетов")
STEPS = ("шаг", "шага", "шагов")
YEARS = ("год", "года", "лет")
LETTERS = ("знак", "знака", "знаков")
PUPILS = ("обучающийся", "обучающихся", "обучающихся")

SENTENCE_END = re.compile(r"(?<=[а-яё\d»)]{3})(?<!\s(?:пос|дер|обл))\.\s+(?=[А-ЯЁ«\d])")
"""Three letters before the full stop: most shortened words have fewer."""


def plural(number: int, forms: tuple[str, str, str]) -> str:
    """Return the form that goes with a number: 1 балл, 2 балла, 5 баллов."""
    number = abs(number)
    if number % 10 == 1 and number % 100 != 11:  # noqa: PLR2004  # grammar, not magic
        return forms[0]
    if number % 10 in {2, 3, 4} and number % 100 not in {12, 13, 14}:
        return forms[1]
    return forms[2]


def counted(number: int, forms: tuple[str, str, str]) -> str:
    """Return number and word, kept together: «21 балл»."""
    return f"{number}{NBSP}{plural(number, forms)}"


def long_date(day: date) -> str:
    """Return a date as documents write it: «24 ноября 2026 г.»."""
    month = MONTHS_OF[day.month - 1]
    return f"{day.day}{NBSP}{month} {day.year}{NBSP}г."


def short_date(day: date) -> str:
    """Return a date as tables write it: 24.11.2026."""
    return f"{day:%d.%m.%Y}"


def moment(at: datetime) -> str:
    """Return a moment in the computer's own time zone: «24.11.2026, 14:32»."""
    return f"{at.astimezone():%d.%m.%Y, %H:%M}"


def size(count: int) -> str:
    """Return a size in bytes as people read it: «640 КБ», «1,4 МБ»."""
    if count < 1024:  # noqa: PLR2004  # a kilobyte
        return f"{count}{NBSP}Б"
    units = ("КБ", "МБ", "ГБ", "ТБ")
    amount = float(count)
    for unit in units:
        amount /= 1024
        if amount < 1024 or unit == units[-1]:  # noqa: PLR2004
            text = f"{amount:.0f}" if amount >= 10 else f"{amount:.1f}"  # noqa: PLR2004
            return f"{text.replace('.', ',')}{NBSP}{unit}"
    return ""


def joined(parts: Sequence[str]) -> str:
    """Return a list in a sentence: «А, Б и В»."""
    if len(parts) < 2:  # noqa: PLR2004  # nothing to join
        return "".join(parts)
    return f"{', '.join(parts[:-1])} и{NBSP}{parts[-1]}"


def itemised(texts: Iterable[str]) -> str:
    """Return lines with dashes; one text alone needs none."""
    lines = tuple(texts)
    return lines[0] if len(lines) == 1 else "\n".join(f"– {line}" for line in lines)


def since(number: int) -> str:
    """Return «с 36», but «со 136»: the preposition goes by the spoken number."""
    hundred = 100 <= number < 200  # noqa: PLR2004  # «сто» begins with two consonants
    return f"{'со' if hundred else 'с'}{NBSP}{number}"


def capital(text: str) -> str:
    """Return the text with its first letter large, the rest as it was."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return the text with a full stop, unless it ends like a sentence already."""
    bare = text.strip()
    return bare if not bare or bare.endswith((".", "!", "?", "…")) else f"{bare}."


def small(text: str) -> str:
    """Return the text with a small first letter, unless an abbreviation begins it."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def first_sentence(text: str) -> str:
    """Return the first sentence without its full stop; «с. Тихая Речка» ends none."""
    return SENTENCE_END.split(text.strip(), maxsplit=1)[0].rstrip(".")


def decimal(value: float) -> str:
    """Return a number with one digit after the comma: «1,6»."""
    return f"{value:.1f}".replace(".", ",")
