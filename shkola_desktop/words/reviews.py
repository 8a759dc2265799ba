"""The review in words: who said what about which place, what was decided."""

from shkola_desktop.domain.office import Role
from shkola_desktop.domain.review import (
    Decision,
    Entry,
    EntryKind,
    PlaceKind,
    Standing,
    Thread,
    Verdict,
)
from shkola_desktop.words.russian import moment

REMARKS = ("замечание", "замечания", "замечаний")
OPEN_REMARKS = ("открытое замечание", "открытых замечания", "открытых замечаний")
RESOLVED_REMARKS = ("закрытое замечание", "закрытых замечания", "закрытых замечаний")
PACKAGES = ("пакет", "пакета", "пакетов")
SIDES = {Role.SCHOOL: "Школа", Role.DISTRICT: "Район", Role.REGION: "Регион"}
VERDICTS = {
    Verdict.ACCEPTED: "принял",
    Verdict.RETURNED: "вернул на доработку",
    Verdict.WITHDRAWN: "отменил своё решение",
}
"""After the side: «Район вернул на доработку»."""
TURNS = {
    EntryKind.REMARK: "написал замечание",
    EntryKind.REPLY: "ответил на замечание",
    EntryKind.RESOLVED: "закрыл замечание",
    EntryKind.REOPENED: "снова открыл замечание",
    EntryKind.WITHDRAWN: "снял замечание",
}
OF_SCHOOL = "ответила на замечание"
"""A school is feminine and only answers."""
OWN_STANDINGS = {
    Standing.NOT_STARTED: "",
    Standing.IN_WORK: "",
    Standing.HANDED_IN: "Самодиагностика сдана, район ещё не решил.",
    Standing.RETURNED: "Возвращена на доработку.",
    Standing.ACCEPTED: "Самодиагностика принята.",
}
SECTIONS = {
    "passport": "Паспорт и основное",
    "about": "О школе",
    "analysis": "Анализ",
    "development": "Дефициты и мероприятия",
    "results": "Ожидаемые результаты",
    "mechanisms": "Механизмы",
    "indicators": "Показатели",
    "roadmap": "Дорожная карта",
}
"""Sections of the programme that can be remarked on, by their codes."""
WHOLE = "В целом"


def said_by(entry: Entry) -> str:
    """Return who wrote a line, and when: «Район, И. С. Лаптева, 24.11.2026, 12:00»."""
    parts = (SIDES[entry.side], entry.who, moment(entry.at))
    return ", ".join(part for part in parts if part)


def turned(entry: Entry) -> str:
    """Return what was done with a thread: «закрыл замечание»."""
    return OF_SCHOOL if entry.side is Role.SCHOOL else TURNS[entry.kind]


def line(entry: Entry) -> str:
    """Return the words of a line; a turn without words tells what was done."""
    return entry.text or f"{SIDES[entry.side]} {turned(entry)}."


def decided(decision: Decision) -> str:
    """Return a decision: «Район вернул на доработку: нет приказов»."""
    words = f"{SIDES[decision.side]} {VERDICTS[decision.verdict]}"
    return f"{words}: {decision.comment}" if decision.comment else f"{words}."


def state(thread: Thread) -> str:
    """Return how far a thread is."""
    if thread.withdrawn:
        return "снято"
    if not thread.open:
        return "закрыто"
    return "школа ответила" if thread.answered else "ждёт ответа школы"


def where(kind: PlaceKind, place: str) -> str:
    """Return what a remark is about; an indicator by its number."""
    match kind:
        case PlaceKind.INDICATOR:
            return f"Показатель {place}"
        case PlaceKind.SECTION:
            return f"Программа, раздел «{SECTIONS.get(place, place)}»"
        case PlaceKind.WHOLE:
            return WHOLE
