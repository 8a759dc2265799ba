"""What is said of answers that come from a file."""

from shkola_desktop.domain.carrying import Fate, Line
from shkola_desktop.domain.form import Option
from shkola_desktop.domain.printout import Doubt, PrintedAnswer
from shkola_desktop.words.russian import POINTS, counted

DOUBTS = {
    Doubt.NONE: "",
    Doubt.NAME_ALIKE: "Название похоже, но не совпадает.",
    Doubt.VALUE_UNCLEAR: "Какое значение выбрано, по тексту не ясно.",
    Doubt.POINTS_STRANGE: "Столько баллов у этого показателя в форме не бывает.",
    Doubt.POINTS_CONTRADICT: "Текст значения и баллы говорят о разном.",
    Doubt.TWICE: "Показатель встречается в распечатке дважды с разными ответами.",
    Doubt.NO_ANSWER: "в распечатке нет ответа",
    Doubt.NOT_ASKED: "ваша школа на этот показатель не отвечает",
    Doubt.NO_NAME: "такого показателя в форме нет",
}
"""The last three stand behind the row, the others are sentences."""
FATES = {Fate.NEW: "новый", Fate.CHANGED: "изменится", Fate.SAME: "без изменений"}
NOTHING = "нет ответа"


def option_told(option: Option | None) -> str:
    """Return an option with its points, or that there is none."""
    if option is None:
        return NOTHING
    return f"{option.text} – {counted(option.points, POINTS)}"


def line_words(line: Line) -> str:
    """Return what becomes of an answer, the old one and the new one."""
    told = [f"{line.indicator.code} {line.indicator.name}"]
    old, new = line.old, line.new
    if new is not None and new != old:
        if old is not None:
            told.append(f"было: {option_told(old)}")
            told.append(f"станет: {option_told(new)}")
        else:
            told.append(option_told(new))
    comment = line.taken.comment
    before = line.before.comment if line.before else ""
    if comment and comment != before:
        if before:
            told.append(f"комментарий был: {before}")
            told.append(f"комментарий станет: {comment}")
        else:
            told.append(f"комментарий: {comment}")
    return "\n".join(told)


def printed_words(row: PrintedAnswer) -> str:
    """Return a row as it is printed."""
    points = "" if row.points is None else counted(row.points, POINTS)
    name = " ".join(part for part in (row.number, row.name) if part)
    told = " – ".join(part for part in (row.value, points) if part)
    return f"{name}: {told}" if told else name
