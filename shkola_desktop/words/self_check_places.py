"""Places of a programme as people call them."""

from collections.abc import Callable, Mapping

from shkola_desktop.domain.self_check.finding import Finding
from shkola_desktop.words.russian import NBSP

SECTIONS = {
    "passport": "Паспорт",
    "about": "Информационная справка",
    "analysis": "Проблемно-ориентированный анализ",
    "development": "Основные направления развития",
    "results": "Ожидаемые результаты",
    "mechanisms": "Механизмы реализации",
    "indicators": "Критерии и показатели",
    "roadmap": "Дорожная карта",
}
ROWS = {
    "full_name": "полное наименование",
    "basis": "документы-основания",
    "team": "разработчики",
    "goal": "цель",
    "tasks": "комплексные задачи",
    "directions": "основные направления",
    "period": "период реализации",
    "finance": "финансирование",
    "indicators": "целевые индикаторы",
    "results": "ожидаемые результаты",
    "control": "управление и мониторинг",
    "site": "сайт",
}
FIELDS = {
    "full_name": "полное наименование",
    "founder": "учредитель",
    "director": "директор",
    "site": "сайт",
    "pupils": "число обучающихся",
    "class_sets": "число классов и классов-комплектов",
    "teachers": "число педагогов",
    "ovz": "обучающиеся с ОВЗ",
}
APPROVALS = {
    "council": "принята педагогическим советом",
    "founder": "согласована учредителем",
    "order": "утверждена приказом",
}


def where(finding: Finding) -> str:
    """Return the place of a finding as people call it."""
    kind, _, name = finding.place.partition(":")
    named = PLACES.get(kind)
    return named(name, finding) if named else finding.place


def shortened(text: str, most: int = 90) -> str:
    """Return a text of at most so many characters, cut at a word."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    kept = text[:most].rsplit(" ", 1)[0][: most - 1]
    return f"{kept.rstrip(' ,;:–')}…"


def fact(finding: Finding, name: str) -> str:
    return str(finding.facts.get(name, ""))


def _measure_place(_name: str, finding: Finding) -> str:
    text = fact(finding, "measure") or fact(finding, "text")
    return f"Мероприятие «{shortened(text, 60)}»" if text else "Мероприятие"


def _direction_place(name: str, finding: Finding) -> str:
    return f"Направление «{fact(finding, 'direction') or name}»"


PLACES: Mapping[str, Callable[[str, Finding], str]] = {
    "title": lambda _n, _f: "Титульный лист",
    "approvals": lambda n, _f: f"Согласование: {APPROVALS.get(n, n)}",
    "school": lambda n, _f: f"Данные школы: {FIELDS.get(n, n)}",
    "passport": lambda n, _f: f"Паспорт: {ROWS.get(n, n)}",
    "act": lambda _n, _f: "Паспорт: документы-основания",
    "section": lambda n, _f: f"Раздел «{SECTIONS.get(n, n)}»",
    "text": lambda n, _f: (
        f"Раздел «{SECTIONS.get(n.partition('.')[0], n)}»: свой текст"
    ),
    "diagnosis": lambda _n, _f: "Самодиагностика",
    "indicator": lambda n, _f: f"Показатель {n}",
    "swot": lambda _n, _f: "SWOT-анализ",
    "direction": _direction_place,
    "deficit": lambda n, _f: f"Дефицит {n}",
    "measure": _measure_place,
    "responsible": lambda n, _f: f"Ответственный: {n}",
    "year": lambda n, _f: f"{n}{NBSP}год",
    "team": lambda _n, _f: "Рабочая группа",
    "finance": lambda _n, _f: "Финансирование",
    "risks": lambda _n, _f: "Риски",
    "monitoring": lambda _n, _f: "Мониторинг",
    "target": lambda n, f: f"Целевой показатель {fact(f, 'name') or n}",
    "abbreviations": lambda _n, _f: "Сокращения",
    "pages": lambda _n, _f: "Объём документа",
}
"""What people call a place, by the beginning of its code."""
